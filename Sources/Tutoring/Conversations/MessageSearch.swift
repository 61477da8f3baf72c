package import Accounts
package import Essentials
package import SQL

/// Words as messages are searched by them: folded (without case and accents), letters and digits only.
package enum MessageWords {
    /// Of one search.
    package static let mostTerms = 8
    private static let longestWord = 40

    /// The words of a text, each once.
    static func words(of text: String) -> Set<String> {
        Set(split(text).map { String($0.prefix(longestWord)) })
    }

    /// What somebody looks for; empty for what holds no word.
    package static func terms(of query: String) -> [String] {
        var seen: Set<String> = []
        return split(query).map { String($0.prefix(longestWord)) }.filter { seen.insert($0).inserted }.prefix(mostTerms).map(
            \.self)
    }

    private static func split(_ text: String) -> [Substring] {
        text.folded.split { !($0.isLetter || $0.isNumber) }
    }
}

/// Where somebody searches: the conversations of a kind in a cohort, or one of them. Kept as a word beside those of each message, so that an index
/// finds nothing else.
package struct SearchScope: Sendable, Hashable {
    let word: String

    package init(_ kind: ConversationKind, of cohort: Identifier<Cohort>) {
        word = "s" + Self.plain(cohort.text) + kind.rawValue
    }

    package init(_ place: ConversationPlace) {
        word = "s" + Self.plain(place.cohort.text) + place.kind.rawValue + "x" + Self.plain(place.subject)
    }

    private static func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

/// A message that was found.
package struct FoundMessage: Sendable, Hashable {
    /// Grows with the age of the index: the next page begins before it.
    package let number: Int
    package let conversation: Identifier<Conversation>
    package let sequence: Int
}

/// Searching in messages. The index follows the messages in their transaction.
extension ConversationStore {
    /// The last messages with all of these words in any of these places, before a number of the index; the last word may be the beginning of one.
    package func search(
        _ terms: [String], in scopes: [SearchScope], before number: Int? = nil, limit: Int, in reading: any ReadTransaction
    ) throws -> [FoundMessage] {
        guard !terms.isEmpty, !scopes.isEmpty else { return [] }
        let statement: Statement
        let query: String
        switch reading.dialect {
        case .sqlite:
            statement = MessageSearchStatements.searchSQLite
            let places = scopes.map { "\"\($0.word)\"" }.joined(separator: " OR ")
            let words = terms.enumerated().map { $0 == terms.count - 1 ? "\"\($1)\" *" : "\"\($1)\"" }
            query = "(\(places)) AND " + words.joined(separator: " AND ")
        case .postgres:
            statement = MessageSearchStatements.searchPostgres
            let places = scopes.map { "'\($0.word)'" }.joined(separator: " | ")
            let words = terms.enumerated().map { $0 == terms.count - 1 ? "'\($1)':*" : "'\($1)'" }
            query = "(\(places)) & " + words.joined(separator: " & ")
        }
        return try reading.rows(statement, query, Int64(number ?? Int.max), limit) {
            FoundMessage(number: $0.int(0), conversation: $0.id(1), sequence: $0.int(2))
        }
    }

    /// Takes a message into the index, in its words of now; one that was removed goes out of it.
    func index(_ message: Message, of conversation: Conversation, in writing: any WriteTransaction) throws {
        let insert: Statement
        let delete: Statement
        switch writing.dialect {
        case .sqlite:
            (insert, delete) = (MessageSearchStatements.insertSQLite, MessageSearchStatements.deleteSQLite)
        case .postgres:
            (insert, delete) = (MessageSearchStatements.insertPostgres, MessageSearchStatements.deletePostgres)
        }
        var number = try writing.rows(MessageSearchStatements.insertPlace, conversation.id, message.sequence) { $0.int(0) }.first
        if number == nil {
            number = try writing.first(MessageSearchStatements.place, conversation.id, message.sequence) { $0.int(0) }
            if let number { try writing.run(delete, number) }
        }
        guard let number, message.removedAt == nil else { return }
        let place = conversation.place
        let words = MessageWords.words(of: message.text).union([
            SearchScope(place.kind, of: place.cohort).word, SearchScope(place).word,
        ])
        try writing.run(insert, number, words.sorted().joined(separator: " "))
    }

    /// Takes messages into the index that were written before there was one.
    /// - Returns: how many; 0 when there are no more.
    package func indexOlder(limit: Int, in writing: any WriteTransaction) throws -> Int {
        let ids: [Identifier<Message>] = try writing.rows(MessageSearchStatements.unindexed, limit) { $0.id(0) }
        for id in ids {
            if let found = try message(id, in: writing) { try index(found.message, of: found.conversation, in: writing) }
            try writing.run(MessageSearchStatements.deleteUnindexed, id)
        }
        return ids.count
    }
}

package import Accounts
package import Essentials
package import SQL

/// Somebody whom others can mention in a message.
package struct Mentionable: Sendable, Hashable {
    package let id: Identifier<Person>
    package let name: PersonName
    package let login: String

    package init(id: Identifier<Person>, name: PersonName, login: String) {
        self.id = id
        self.name = name
        self.login = login
    }
}

/// Who is mentioned in a text: an `@`, then the name of somebody, their login, or a given name that nobody else has. Case and accents do not
/// count.
package struct Mentions: Sendable, Hashable {
    package private(set) var people: Set<Identifier<Person>> = []
    /// What stands behind each `@`, as it was typed.
    package private(set) var spans: Set<String> = []

    /// Signs `@` that are looked at in one text.
    private static let mostSigns = 50

    /// - Parameter candidates: those who may read what is written.
    package init(in text: String, of candidates: [Mentionable]) {
        guard text.contains("@"), !candidates.isEmpty else { return }
        let names = Self.names(of: candidates)
        var rest = text[...]
        var before: Character?
        for _ in 0..<Self.mostSigns {
            guard let sign = rest.firstIndex(of: "@") else { return }
            if sign > rest.startIndex { before = rest[rest.index(before: sign)] }
            rest = rest[rest.index(after: sign)...]
            // What stands in an address of mail is none.
            if let before, before.isLetter || before.isNumber || ".-_+".contains(before) { continue }
            before = "@"
            for length in names.keys.sorted(by: >) {
                guard let end = rest.index(rest.startIndex, offsetBy: length, limitedBy: rest.endIndex) else { continue }
                if end < rest.endIndex, rest[end].isLetter || rest[end].isNumber { continue }
                let span = String(rest[..<end])
                guard let found = names[length]?[span.folded] else { continue }
                people.insert(found)
                spans.insert(span)
                rest = rest[end...]
                before = span.last
                break
            }
        }
    }

    /// By their length in characters, then folded.
    private static func names(of candidates: [Mentionable]) -> [Int: [String: Identifier<Person>]] {
        var names: [Int: [String: Identifier<Person>]] = [:]
        func take(_ name: String, _ id: Identifier<Person>) {
            guard !name.isEmpty, names[name.count]?[name.folded] == nil else { return }
            names[name.count, default: [:]][name.folded] = id
        }
        let given = Dictionary(grouping: candidates, by: \.name.given.folded)
        for one in candidates { take(one.login, one.id) }
        let full = Dictionary(grouping: candidates, by: \.name.full.folded)
        for one in candidates where full[one.name.full.folded]?.count == 1 { take(one.name.full, one.id) }
        for one in candidates where given[one.name.given.folded]?.count == 1 { take(one.name.given, one.id) }
        return names
    }

    /// The HTML of the text with its mentions marked. Nothing is marked in links and in code.
    package func marked(_ html: String) -> String {
        if spans.isEmpty { return html }
        let spans = spans.map(Self.escaped).sorted { $0.utf8.count > $1.utf8.count }
        var result = ""
        var plainDepth = 0
        var rest = html[...]
        while let sign = rest.first {
            if sign == "<" {
                let end = rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
                let tag = rest[..<end]
                for name in ["a", "code", "pre"] {
                    if tag == "</\(name)>" { plainDepth -= 1 }
                    if tag == "<\(name)>" || tag.hasPrefix("<\(name) ") { plainDepth += 1 }
                }
                result += tag
                rest = rest[end...]
            } else if sign == "@", plainDepth <= 0, let span = spans.first(where: { Self.begins(rest.dropFirst(), with: $0) }) {
                result += "<span class=\"mention\">@\(span)</span>"
                rest = rest.dropFirst(1 + span.count)
            } else {
                result.append(sign)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func begins(_ text: Substring, with span: String) -> Bool {
        guard text.hasPrefix(span) else { return false }
        guard let next = text.dropFirst(span.count).first else { return true }
        return !next.isLetter && !next.isNumber
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
            "\"", with: "&quot;")
    }
}

/// Who is mentioned where. It follows the words of each message in its transaction.
extension ConversationStore {
    /// Says whom a message mentions now.
    package func mention(
        _ people: Set<Identifier<Person>>, in message: Message, of conversation: Identifier<Conversation>,
        isNew: Bool, in writing: any WriteTransaction
    ) throws {
        if !isNew { try writing.run(MentionStatements.remove, conversation, message.sequence) }
        for person in people.sorted() {
            try writing.run(MentionStatements.insert, person, conversation, message.sequence)
        }
    }

    /// The messages of a stretch that mention somebody.
    package func mentions(
        of person: Identifier<Person>, in conversation: Identifier<Conversation>, sequences: ClosedRange<Int>,
        in reading: any ReadTransaction
    ) throws -> Set<Int> {
        Set(
            try reading.rows(MentionStatements.mentions, person, conversation, sequences.lowerBound, sequences.upperBound) {
                $0.int(0)
            })
    }

    /// How many messages that somebody has not read mention them, by conversation.
    package func unreadMentions(
        of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [Identifier<Conversation>: Int] {
        var counts: [Identifier<Conversation>: Int] = [:]
        try reading.forEach(MentionStatements.unread, [person.sqlValue]) { counts[$0.id(0)] = $0.int(1) }
        return counts
    }
}

/// The statements of mentions.
package enum MentionStatements {
    package static let insert = Statement(
        "tutoring.insertMention", "INSERT INTO message_mention (person_id, conversation_id, sequence) VALUES ($1, $2, $3)")

    /// A message is changed, or its words are taken away.
    package static let remove = Statement(
        "tutoring.removeMentions", "DELETE FROM message_mention WHERE conversation_id = $1 AND sequence = $2")

    /// The page of a conversation.
    package static let mentions = Statement(
        "tutoring.mentions",
        """
        SELECT sequence FROM message_mention
        WHERE person_id = $1 AND conversation_id = $2 AND sequence >= $3 AND sequence <= $4
        """)

    /// The list of messages, and the summary of the day.
    package static let unread = Statement(
        "tutoring.unreadMentions",
        """
        SELECT r.conversation_id, COUNT(*) FROM conversation_reader r
        JOIN message_mention m ON m.person_id = r.person_id AND m.conversation_id = r.conversation_id
            AND m.sequence > r.read_through
        WHERE r.person_id = $1 AND r.unread > 0 GROUP BY r.conversation_id
        """)
}

package import Accounts
import Essentials
import SQL
package import Tutoring

/// Searching in one's conversations: only in what one may read now.
extension Campus {
    /// A message that was found, where it stands.
    package struct SearchHit: Sendable {
        package let listed: ListedConversation
        package let message: Message
        package let author: PersonName?
    }

    package struct SearchReading: Sendable {
        /// As it was typed.
        package let query: String
        /// The words that were looked for, folded; empty when there is none to look for.
        package let terms: [String]
        /// The newest first.
        package let hits: [SearchHit]
        /// Where the next page begins; `nil` for the last.
        package let next: Int?
    }

    private static let hitsAPage = 30
    /// Looked at for a page at most: what one may read no more is passed over.
    private static let lookedAt = 300

    /// The messages with these words, a page at a time. One read.
    /// - Parameter number: where the page before ended.
    package func search(_ query: String, before number: Int? = nil, for viewer: Viewer) async throws -> SearchReading {
        let query = String(query.prefix(200))
        let terms = MessageWords.terms(of: query)
        return try await database.read { reading in
            var hits: [SearchHit] = []
            var (last, looked) = (number, 0)
            var known: [Identifier<Conversation>: ListedConversation?] = [:]
            let scopes = try searchScopes(of: viewer, in: reading)
            while looked < Self.lookedAt {
                let found = try conversations.search(
                    terms, in: scopes, before: last, limit: Self.hitsAPage + 1, in: reading)
                for place in found {
                    if hits.count == Self.hitsAPage { return SearchReading(query: query, terms: terms, hits: hits, next: last) }
                    (last, looked) = (place.number, looked + 1)
                    if known[place.conversation] == nil {
                        known[place.conversation] = .some(try listed(place.conversation, for: viewer, in: reading))
                    }
                    guard let listed = known[place.conversation] ?? nil,
                        let message = try conversations.answered(place.sequence, in: place.conversation, in: reading)
                    else { continue }
                    hits.append(
                        SearchHit(
                            listed: listed, message: message, author: try people.person(message.author, in: reading)?.name))
                }
                if found.count <= Self.hitsAPage { return SearchReading(query: query, terms: terms, hits: hits, next: nil) }
            }
            return SearchReading(query: query, terms: terms, hits: hits, next: last)
        }
    }

    /// A conversation as a line of one's list; `nil` for who may not read it.
    private func listed(
        _ id: Identifier<Conversation>, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> ListedConversation? {
        guard let conversation = try conversations.conversation(id, in: reading),
            try rights(of: viewer, in: conversation.place, in: reading).contains(.read),
            let cohort = try cohorts.cohort(conversation.place.cohort, in: reading),
            let line = try conversations.line(conversation.place, for: viewer.person.id, in: reading)
        else { return nil }
        return try ConversationLister(campus: self, cohort: cohort, viewer: viewer).listed(line, in: reading)
    }

    /// Where there may be something for somebody; classes are looked at once more, one by one.
    private func searchScopes(of viewer: Viewer, in reading: any ReadTransaction) throws -> [SearchScope] {
        var scopes: [SearchScope] = []
        for id in viewer.roles.cohorts.keys.sorted() {
            let roles = viewer.roles.roles(in: id)
            for kind in ConversationKind.allCases {
                if ConversationRights.of(roles, in: kind, isSubject: false).contains(.read) {
                    scopes.append(SearchScope(kind, of: id))
                } else if ConversationRights.of(roles, in: kind, isSubject: true).contains(.read) {
                    switch kind {
                    case .tutoring: scopes.append(SearchScope(.tutoring(of: viewer.person.id, in: id)))
                    case .mentoring: scopes.append(SearchScope(.mentoring(of: viewer.person.id, in: id)))
                    case .group:
                        let own = try memberships.membership(viewer.person.id, id, as: .learner, in: reading)
                        if let group = own?.group { scopes.append(SearchScope(.room(of: group, in: id))) }
                    case .activity, .session: scopes.append(SearchScope(kind, of: id))
                    case .cohort, .announcements: break
                    }
                }
            }
        }
        return scopes
    }

    /// Takes messages into the index that were written before there was one; a few hundred a transaction.
    /// - Returns: how many.
    package func indexMessages() async throws -> Int {
        var count = 0
        while !Task.isCancelled {
            let some = try await database.write { try conversations.indexOlder(limit: 200, in: $0) }
            count += some
            if some == 0 { break }
        }
        return count
    }
}

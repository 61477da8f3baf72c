package import Essentials

/// That someone holds a role in a cohort, since when, and in which group.
package struct Membership: Sendable, Hashable {
    package let person: Identifier<Person>
    package let cohort: Identifier<Cohort>
    package let role: CohortRole
    package var group: Identifier<Group>?
    package let joinedAt: Instant
    /// Set when the person left; the row stays, because what was done stays.
    package var leftAt: Instant?

    package init(
        person: Identifier<Person>, cohort: Identifier<Cohort>, role: CohortRole, group: Identifier<Group>? = nil,
        joinedAt: Instant, leftAt: Instant? = nil
    ) {
        self.person = person
        self.cohort = cohort
        self.role = role
        self.group = group
        self.joinedAt = joinedAt
        self.leftAt = leftAt
    }
}

/// A line of a list of people.
package struct PersonListing: Sendable, Hashable {
    package let id: Identifier<Person>
    package let login: String
    package let name: PersonName
    package let email: String?
    package let isDisabled: Bool
    /// Where this line stands in the order of the list.
    package let position: PersonListPosition
}

/// A line of a cohort's list.
package struct CohortListing: Sendable, Hashable {
    package let person: PersonListing
    package let role: CohortRole
    package let group: Identifier<Group>?
    package let joinedAt: Instant
}

/// A place in a list of people ordered by name: the next page begins after it.
package struct PersonListPosition: Sendable, Hashable {
    let sortKey: String
    let id: String

    init(sortKey: String, id: String) {
        self.sortKey = sortKey
        self.id = id
    }

    /// Before the first person.
    package static let start = PersonListPosition(sortKey: "", id: "")

    /// Reads the form that ``text`` gives, from a URL's query.
    /// - Returns: `nil` when it is not one.
    package init?(text: String) {
        guard let id = Identifier<Person>(text.prefix(36)), !text.utf8.contains(0) else { return nil }
        self.id = id.text
        sortKey = String(text.dropFirst(36))
    }

    /// The form for a URL's query; to be percent-encoded.
    package var text: String { id + sortKey }
}

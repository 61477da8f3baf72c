package import Essentials

/// A run of a training programme with its dates and its people. People say « promo ».
package struct Cohort: Sendable, Hashable {
    package let id: Identifier<Cohort>
    /// The human key, for the command line and files: `cyber-2026-09`.
    package var key: String
    package var title: String
    package var startsOn: CalendarDay?
    package var endsOn: CalendarDay?
    package let createdAt: Instant

    /// Trusts its values: use ``checked(id:key:title:startsOn:endsOn:createdAt:)`` for what someone typed.
    package init(
        id: Identifier<Cohort>, key: String, title: String, startsOn: CalendarDay? = nil, endsOn: CalendarDay? = nil,
        createdAt: Instant
    ) {
        self.id = id
        self.key = key
        self.title = title
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.createdAt = createdAt
    }

    /// A cohort made of what someone typed.
    /// - throws: ``AccountsError/badKey(_:)``, ``AccountsError/badTitle`` or ``AccountsError/badDates``
    package static func checked(
        id: Identifier<Cohort>, key: String, title: String, startsOn: String? = nil, endsOn: String? = nil, createdAt: Instant
    ) throws(AccountsError) -> Cohort {
        let start = try day(startsOn)
        let end = try day(endsOn)
        if let start, let end, end < start { throw .badDates }
        return Cohort(
            id: id, key: try HumanKey.checked(key), title: try HumanKey.checkedTitle(title), startsOn: start, endsOn: end,
            createdAt: createdAt)
    }

    /// `nil` and the empty text stay `nil`.
    private static func day(_ typed: String?) throws(AccountsError) -> CalendarDay? {
        guard let typed, !typed.isEmpty else { return nil }
        guard let day = CalendarDay(typed) else { throw .badDates }
        return day
    }
}

/// A part of a cohort.
package struct Group: Sendable, Hashable {
    package let id: Identifier<Group>
    package let cohort: Identifier<Cohort>
    /// Unique in its cohort.
    package var key: String
    package var title: String

    package init(id: Identifier<Group>, cohort: Identifier<Cohort>, key: String, title: String) {
        self.id = id
        self.cohort = cohort
        self.key = key
        self.title = title
    }

    /// A group made of what someone typed.
    /// - throws: ``AccountsError/badKey(_:)`` or ``AccountsError/badTitle``
    package static func checked(
        id: Identifier<Group>, cohort: Identifier<Cohort>, key: String, title: String
    ) throws(AccountsError) -> Group {
        Group(id: id, cohort: cohort, key: try HumanKey.checked(key), title: try HumanKey.checkedTitle(title))
    }
}

/// The rule for keys that people type: lower-case letters without accents, digits and single hyphens inside.
enum HumanKey {
    static func checked(_ typed: String) throws(AccountsError) -> String {
        let key = typed.trimmingSpaces()
        let bytes = Array(key.utf8)
        let fits = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard fits, (2...64).contains(bytes.count), bytes.first != 0x2D, bytes.last != 0x2D, !key.contains("--") else {
            throw .badKey(String(key.prefix(64)))
        }
        return key
    }

    static func checkedTitle(_ typed: String) throws(AccountsError) -> String {
        let title = typed.tidied
        guard (1...200).contains(title.unicodeScalars.count), title.unicodeScalars.allSatisfy(\.isVisibleText) else {
            throw .badTitle
        }
        return title
    }
}

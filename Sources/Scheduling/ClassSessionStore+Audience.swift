package import Accounts
package import Essentials
package import SQL

/// Whom a session concerns, for whoever writes to them.
extension ClassSessionStore {
    /// Somebody who can be written to.
    package struct Reader: Sendable, Hashable {
        package let id: Identifier<Person>
        package let givenName: String
        package let address: String
        package let language: Language

        package init(id: Identifier<Person>, givenName: String, address: String, language: Language) {
            self.id = id
            self.givenName = givenName
            self.address = address
            self.language = language
        }
    }

    /// Those with an address of mail who hold a role in a cohort now.
    /// - Parameter group: only those of the group.
    package func readers(
        in cohort: Identifier<Cohort>, as role: CohortRole, group: Identifier<Group>? = nil, in reading: any ReadTransaction
    ) throws -> [Reader] {
        try reading.rows(SchedulingStatements.readers, cohort, role.rawValue, group) { row in
            Reader(id: row.id(0), givenName: row.text(1), address: row.text(2), language: try row.value(3))
        }
    }

    /// Sessions that take place and begin between two moments, the second one too; the trainers are left out.
    package func beginning(
        after start: Instant, through end: Instant, in reading: any ReadTransaction
    ) throws -> [ClassSession] {
        try reading.rows(SchedulingStatements.beginning, start, end) { try ClassSession($0) }
    }
}

extension SchedulingStatements {
    /// A session was planned, changed or cancelled, or comes soon: who is to be told?
    package static let readers = Statement(
        "scheduling.readers",
        """
        SELECT p.id, p.given_name, p.email, p.language FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.cohort_id = $1 AND m.role = $2 AND m.left_at IS NULL AND p.disabled_at IS NULL AND p.email IS NOT NULL
            AND (CAST($3 AS TEXT) IS NULL OR m.group_id = $3)
        ORDER BY p.id
        """)

    /// The tick of reminders.
    package static let beginning = Statement(
        "scheduling.sessionsBeginning",
        """
        SELECT id, cohort_id, group_id, activity_id, kind, title, day, minute, zone, duration, place, link, notes, status, reason, revision
        FROM class_session WHERE starts_at > $1 AND starts_at <= $2 AND status = 'published' ORDER BY starts_at, id
        """)
}

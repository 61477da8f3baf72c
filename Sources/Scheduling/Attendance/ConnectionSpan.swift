package import Accounts
package import Essentials
package import SQL

/// When somebody was connected to a virtual class, as far as it is known. It stands beside signatures and signs for nobody.
package struct ConnectionSpan: Sendable, Hashable {
    package let person: Identifier<Person>
    /// Who says so: ``joined``, or the name of the service that holds the class.
    package let source: String
    package let startedAt: Instant
    /// `nil` where only the beginning is known.
    package let endedAt: Instant?

    package init(person: Identifier<Person>, source: String, startedAt: Instant, endedAt: Instant? = nil) {
        self.person = person
        self.source = source
        self.startedAt = startedAt
        self.endedAt = endedAt
    }

    /// The press of the button that leads into the class.
    package static let joined = "joined"
}

/// What is kept of connections.
package struct ConnectionStore: Sendable {
    package init() {}

    /// Keeps a span; the same one again, or with a later end, is the same span.
    package func keep(
        _ span: ConnectionSpan, of session: Identifier<ClassSession>, in writing: any WriteTransaction
    ) throws {
        try writing.run(
            AttendanceStatements.keepSpan, session, span.person, span.source, span.startedAt, span.endedAt)
    }

    package func spans(of session: Identifier<ClassSession>, in reading: any ReadTransaction) throws -> [ConnectionSpan] {
        try reading.rows(AttendanceStatements.spans, session) { row in
            ConnectionSpan(
                person: row.id(0), source: row.text(1), startedAt: row.instant(2), endedAt: row.instantOrNil(3))
        }
    }
}

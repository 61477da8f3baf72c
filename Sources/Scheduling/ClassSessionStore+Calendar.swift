package import Accounts
package import Essentials
package import SQL

/// What calendar programs read, and the secret address at which they do.
extension ClassSessionStore {
    /// What concerns a person between two moments, in the order of time; cancelled sessions too. One statement; the trainers are left out.
    package func calendar(
        of person: Identifier<Person>, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> [SessionCalendar.Entry] {
        try reading.rows(SchedulingStatements.calendar, person, start, end) { row in
            SessionCalendar.Entry(session: try ClassSession(row), cohortTitle: row.text(16), changedAt: row.instant(17))
        }
    }

    /// When a session was planned or changed last.
    package func changedAt(_ session: ClassSession, in reading: any ReadTransaction) throws -> Instant {
        try reading.first(SchedulingStatements.changedAt, session.id, session.revision) { $0.instant(0) }
            ?? Instant(milliseconds: 0)
    }

    /// Keeps the hash of a person's secret address, in the place of the one before.
    package func keepFeed(
        _ hash: String, of person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws {
        try writing.run(SchedulingStatements.keepFeed, person, hash, now)
    }

    package func removeFeed(of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        try writing.run(SchedulingStatements.deleteFeed, person)
    }

    /// When a person's secret address was made; `nil` without one.
    package func feed(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> Instant? {
        try reading.first(SchedulingStatements.feed, person) { $0.instant(0) }
    }

    /// Whose secret address has this hash.
    package func feed(_ hash: String, in reading: any ReadTransaction) throws -> Identifier<Person>? {
        try reading.first(SchedulingStatements.feedOwner, hash) { $0.id(0) }
    }
}

package import Accounts
package import Essentials
package import SQL

/// What names a series: no table of its own, the sessions say which one they are of.
package enum SessionSeries {}

/// Which sessions of a series something is about.
package enum SeriesScope: String, Sendable, Hashable, Codable, CaseIterable {
    case one
    /// This one and those after it.
    case following
    case all
}

/// Where a session stands in its series, those that were cancelled left out.
package struct SeriesStanding: Sendable, Hashable, Encodable {
    /// Sessions in all.
    package let count: Int
    /// Those that come after it.
    package let later: Int

    package init(count: Int, later: Int) {
        self.count = count
        self.later = later
    }
}

/// Sessions that were planned together: every Tuesday, or a whole calendar.
extension ClassSessionStore {
    /// Says that a session is of a series.
    package func join(
        _ session: Identifier<ClassSession>, _ series: Identifier<SessionSeries>, in writing: any WriteTransaction
    ) throws {
        try writing.run(SeriesStatements.insert, session, series)
    }

    /// The sessions that somebody holds and that begin between two moments.
    package func held(
        by person: Identifier<Person>, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> Set<Identifier<ClassSession>> {
        Set(try reading.rows(SeriesStatements.held, person, start, end) { $0.id(0) })
    }

    /// How many sessions of the same series there are and how many come later, those that were cancelled left out; `nil` for a session of
    /// none, or of one alone.
    package func series(
        of session: ClassSession, in reading: any ReadTransaction
    ) throws -> SeriesStanding? {
        let found = try reading.first(SeriesStatements.count, session.id, session.startsAt) {
            SeriesStanding(count: $0.int(0), later: $0.int(1))
        }
        return found.flatMap { $0.count < 2 ? nil : $0 }
    }

    /// The sessions that a scope means, in the order of time, those that were cancelled or have ended left out. The session itself is always
    /// among them.
    package func sessions(
        of session: ClassSession, _ scope: SeriesScope, at now: Instant, in reading: any ReadTransaction
    ) throws -> [ClassSession] {
        if scope == .one { return [session] }
        let since = scope == .following ? session.startsAt : Instant(milliseconds: 0)
        let others = try reading.rows(SeriesStatements.sessions, session.id, since) { row -> Identifier<ClassSession> in row.id(0)
        }
        .filter { $0 != session.id }
        .compactMap { try self.session($0, in: reading) }
        .filter { $0.startsAt > now }
        return (others + [session]).sorted { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }
    }
}

import Accounts
import CourseContent
package import Essentials
import SQL
package import Scheduling

/// The log as a whole: whether it is as it was kept, and what of it leaves; and what other services know of presence.
extension Campus {
    /// Follows the chain of every cohort.
    /// - Parameter found: called with the first link of a chain that is broken.
    /// - Returns: how many chains there are, and how many entries are as they were kept.
    package func verifyAttendance(
        found: (_ cohort: String, AttendanceFault) throws -> Void
    ) async throws -> (chains: Int, entries: Int, broken: Int) {
        var (chains, entries, broken) = (0, 0, 0)
        var last = ""
        while true {
            let after = last
            let page = try await database.read { try cohorts.cohorts(after: after, limit: 200, in: $0) }
            for cohort in page {
                let (length, fault) = try await database.read { try attendance.verify(cohort.id, in: $0) }
                if length > 0 || fault != nil { chains += 1 }
                entries += length
                if let fault {
                    broken += 1
                    try found(cohort.key, fault)
                }
            }
            guard page.count == 200, let key = page.last?.key else { return (chains, entries, broken) }
            last = key
        }
    }

    /// The log of a cohort, in order, for whoever runs the installation.
    /// - throws: ``CampusError/notFound(_:)``.
    package func attendanceLog(of cohortKey: String, each: (AttendanceEntry) throws -> Void) async throws {
        let cohort = try await database.read { try knownCohort(cohortKey, in: $0) }
        var last = 0
        while true {
            let after = last
            let page = try await database.read { try attendance.log(of: cohort.id, after: after, limit: 500, in: $0) }
            for entry in page { try each(entry) }
            guard page.count == 500, let end = page.last?.sequence else { return }
            last = end
        }
    }

    /// Somebody presses the button that leads into the virtual class: the minute is kept, and signs for nobody.
    /// - Returns: the address of the class.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)`` while it is not open.
    package func joinSession(_ id: Identifier<ClassSession>, by viewer: Viewer) async throws -> String {
        let now = clock.now
        let address = try await database.write { writing in
            guard let session = try calendar.session(id, in: writing), try concerns(session, viewer, in: writing),
                let link = session.plan.link
            else { throw CampusError.notFound(.noSuchSession) }
            guard session.isJoinable(at: now) else {
                // Those who plan look into the room before.
                guard viewer.roles.mayPlanSessions(in: session.cohort), session.status != .cancelled else {
                    throw CampusError.conflict(.roomIsClosed)
                }
                return link
            }
            let minute = Instant(milliseconds: RoomCode.minute(of: now) * 60_000)
            try connections.keep(
                ConnectionSpan(person: viewer.person.id, source: ConnectionSpan.joined, startedAt: minute), of: id, in: writing)
            return link
        }
        return try await entrance(address, of: id, for: viewer)
    }

    /// Keeps what another service knows of a connection: shown beside the signatures, and no signature.
    /// - Parameter source: the name of the service: `bigbluebutton`.
    /// - throws: ``CampusError/notFound(_:)`` for a session that does not exist.
    package func recordConnection(
        _ span: ConnectionSpan, of id: Identifier<ClassSession>
    ) async throws {
        try await database.write { writing in
            guard try calendar.session(id, in: writing) != nil else { throw CampusError.notFound(.noSuchSession) }
            try connections.keep(span, of: id, in: writing)
        }
    }
}

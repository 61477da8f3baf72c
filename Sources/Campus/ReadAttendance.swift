package import Accounts
import CourseContent
package import Essentials
import Files
package import Foundation
import Progress
import SQL
package import Scheduling

/// Who was there: the pages of a session's attendance, its sheet, and that of a week.
extension Campus {
    /// One person in one half-day.
    package struct AttendanceLine: Sendable {
        package let person: Identifier<Person>
        package let name: PersonName
        package let role: AttendanceFact.Role
        package let standing: AttendanceStanding
    }

    /// One half-day of a session, with everybody whom one may see.
    package struct HalfDayReading: Sendable {
        package let half: HalfDay
        package let window: SigningWindow
        /// Trainers first, then learners by name.
        package let lines: [AttendanceLine]
    }

    /// The attendance of a session, as one person may see it.
    package struct AttendanceReading: Sendable {
        package let session: ClassSession
        package let cohort: Cohort
        package let halves: [HalfDayReading]
        /// As whom whoever looks signs; `nil` for somebody who does not.
        package let signsAs: AttendanceFact.Role?
        /// Whether whoever looks sees everybody, not only the own line.
        package let seesAll: Bool
        /// Whether whoever looks notes absences and shows the code.
        package let mayRun: Bool
        /// Beside the signatures.
        package let spans: [ConnectionSpan]
        /// Of those who wrote entries.
        package let names: [Identifier<Person>: PersonName]

        /// Whether learners sign with the code that the room shows.
        package var asksForCode: Bool { session.plan.isSignedInTheRoom }
    }

    /// The attendance of a session: everybody's for those who hold it and those who follow its learners, one's own for a learner.
    /// - throws: ``CampusError/notFound(_:)`` for everybody else, mentors among them.
    package func attendance(of id: Identifier<ClassSession>, for viewer: Viewer) async throws -> AttendanceReading {
        try await database.read { reading in
            let session = try attendedSession(id, for: viewer, in: reading)
            return try attendance(of: session, learners: nil, for: viewer, in: reading)
        }
    }

    /// The attendance of the sessions of a cohort in a week, for those who follow its learners.
    /// - Parameter day: any day of the week.
    /// - throws: ``CampusError/notFound(_:)``.
    package func attendance(
        ofCohort key: String, inWeekOf day: CalendarDay, for viewer: Viewer
    ) async throws -> (cohort: Cohort, monday: CalendarDay, sessions: [AttendanceReading]) {
        try await database.read { reading in
            guard let cohort = try cohorts.cohort(key: key, in: reading), viewer.roles.mayReviewProgress(of: cohort.id) else {
                throw CampusError.notFound(.noSuchCohort)
            }
            let monday = day.monday
            let learners = try attendance.learners(of: cohort.id, in: reading)
            let sessions = try calendar.sessions(
                of: cohort.id, from: ParisDays.start(monday), until: ParisDays.start(monday.adding(days: 7)), in: reading
            ).filter { $0.status == .published }
            let readings = try sessions.map { try attendance(of: $0, learners: learners, for: viewer, in: reading) }
            return (cohort, monday, readings)
        }
    }

    /// A document that was given for an absence: for the person, and for those who hold the session.
    /// - throws: ``CampusError/notFound(_:)``.
    package func attendanceProof(
        _ id: Identifier<AttendanceEntry>, for viewer: Viewer
    ) async throws -> (proof: AttendanceFact.Proof, location: URL) {
        let proof = try await database.read { reading -> AttendanceFact.Proof? in
            guard let entry = try attendance.entry(id, in: reading), let proof = entry.fact.proof,
                let session = try calendar.session(entry.fact.session, in: reading),
                entry.fact.person == viewer.person.id || mayRun(session, viewer)
            else { return nil }
            return proof
        }
        guard let proof, let location = files.location(of: proof.digest), files.contains(proof.digest) else {
            throw CampusError.notFound(.noSuchFile)
        }
        return (proof, location)
    }

    /// What the room shows this minute, for those who hold the session.
    /// - Returns: the code, and the seconds until the next one.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/conflict(_:)`` for a session that does not take place.
    package func roomCode(
        of id: Identifier<ClassSession>, part: HalfDay.Part, for viewer: Viewer
    ) async throws -> (code: RoomCode, secondsLeft: Int, session: ClassSession, half: HalfDay) {
        let now = clock.now
        return try await database.read { reading in
            let session = try attendedSession(id, for: viewer, in: reading)
            guard mayRun(session, viewer), let half = session.plan.halfDays.first(where: { $0.part == part }) else {
                throw CampusError.notFound(.noSuchSession)
            }
            guard session.status == .published else { throw CampusError.conflict(.sessionIsCancelled) }
            let code = RoomCode(
                secret: try attendance.secret(in: reading), session: id, day: half.day, part: part,
                minute: RoomCode.minute(of: now))
            return (code, 60 - Int(now.milliseconds / 1000 % 60), session, half)
        }
    }

    // MARK: Who may

    /// Whether somebody notes absences in a session: who holds it (any trainer of the cohort where nobody is named), and the coordinators.
    func mayRun(_ session: ClassSession, _ viewer: Viewer) -> Bool {
        let roles = viewer.roles.roles(in: session.cohort)
        if roles.contains(.coordinator) { return true }
        if session.plan.trainers.isEmpty { return roles.contains(.trainer) }
        return session.plan.trainers.contains(viewer.person.id) && !roles.isDisjoint(with: [.trainer, .tutor])
    }

    /// As whom somebody signs in a session.
    func signingRole(
        in session: ClassSession, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> AttendanceFact.Role? {
        let roles = viewer.roles.roles(in: session.cohort)
        if session.plan.trainers.contains(viewer.person.id), !roles.isDisjoint(with: [.trainer, .tutor, .coordinator]) {
            return .trainer
        }
        if session.plan.trainers.isEmpty, roles.contains(.trainer) { return .trainer }
        guard roles.contains(.learner) else { return nil }
        guard let group = session.plan.group else { return .learner }
        let own = try memberships.membership(viewer.person.id, session.cohort, as: .learner, in: reading)?.group
        return own == group ? .learner : nil
    }

    /// A session whose attendance the person may see, in whole or in part.
    func attendedSession(
        _ id: Identifier<ClassSession>, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> ClassSession {
        guard let session = try calendar.session(id, in: reading), session.status != .draft,
            try viewer.roles.mayReviewProgress(of: session.cohort) || signingRole(in: session, viewer, in: reading) != nil
        else { throw CampusError.notFound(.noSuchSession) }
        return session
    }

    // MARK: Parts

    private func attendance(
        of session: ClassSession, learners known: [AttendanceStore.Learner]?, for viewer: Viewer,
        in reading: any ReadTransaction
    ) throws -> AttendanceReading {
        guard let cohort = try cohorts.cohort(session.cohort, in: reading) else {
            throw CampusError.notFound(.noSuchSession)
        }
        let seesAll = viewer.roles.mayReviewProgress(of: session.cohort)
        let me = viewer.person
        let role = try signingRole(in: session, viewer, in: reading)
        let entries = try attendance.entries(of: session.id, in: reading).filter { seesAll || $0.fact.person == me.id }
        let learners =
            try known ?? (seesAll ? attendance.learners(of: session.cohort, in: reading) : [])
        var names: [Identifier<Person>: PersonName] = [:]
        for learner in learners { names[learner.id] = learner.name }
        func name(_ id: Identifier<Person>) throws -> PersonName {
            if let known = names[id] { return known }
            let found = try people.person(id, in: reading)?.name ?? PersonName(trustedGiven: "", family: "?")
            names[id] = found
            return found
        }
        let window = { SigningWindow($0, zone: session.plan.zone, rules: attendanceRules) }
        let halves = try session.plan.halfDays.map { half in
            let own = entries.filter { $0.fact.day == half.day && $0.fact.part == half.part }
            var expected: [(Identifier<Person>, AttendanceFact.Role)] = []
            func add(_ person: Identifier<Person>, _ role: AttendanceFact.Role) {
                if !expected.contains(where: { $0.0 == person }) { expected.append((person, role)) }
            }
            if seesAll {
                for trainer in session.plan.trainers { add(trainer, .trainer) }
                for entry in own where entry.fact.role == .trainer { add(entry.fact.person, .trainer) }
                for learner in learners where learner.isExpected(in: half, group: session.plan.group) {
                    add(learner.id, .learner)
                }
                for entry in own { add(entry.fact.person, entry.fact.role) }
            } else if let role {
                add(me.id, role)
            }
            let lines = try expected.map { id, role in
                AttendanceLine(
                    person: id, name: id == me.id ? me.name : try name(id), role: role,
                    standing: AttendanceStanding(own.filter { $0.fact.person == id }))
            }
            return HalfDayReading(half: half, window: window(half), lines: lines)
        }
        for entry in entries { _ = try name(entry.fact.author) }
        let spans = try connections.spans(of: session.id, in: reading).filter { seesAll || $0.person == me.id }
        for span in spans { _ = try name(span.person) }
        return AttendanceReading(
            session: session, cohort: cohort, halves: halves, signsAs: role, seesAll: seesAll, mayRun: mayRun(session, viewer),
            spans: spans, names: names)
    }
}

extension SessionPlan {
    /// Whether whoever is there is in a room with a screen: then its code says so. Where some are far away, the page is enough.
    package var isSignedInTheRoom: Bool { kind == .inPerson || (place != nil && link == nil) }
}

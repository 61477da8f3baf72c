package import Accounts
package import Essentials
package import SQL

/// What is kept of sessions. Who may plan is checked above, in Campus.
package struct ClassSessionStore: Sendable {
    package init() {}

    /// A session of an agenda with the cohort that it is of.
    package struct AgendaEntry: Sendable, Hashable {
        package let session: ClassSession
        package let cohortKey: String
        package let cohortTitle: String
    }

    /// What was planned of a session at some time.
    package struct Change: Sendable, Hashable {
        package let revision: Int
        package let status: SessionStatus
        package let start: WallTime
        package let duration: Int
        package let place: String?
        package let reason: String?
        /// `nil` for the command line.
        package let changedBy: Identifier<Person>?
        package let changedAt: Instant
    }

    // MARK: Writing

    /// Keeps a new session.
    /// - throws: ``SchedulingError/invalidPlan(_:)``, and ``SchedulingError/conflicts(_:)`` unless `force`.
    package func add(
        _ session: ClassSession, force: Bool, by person: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws -> ClassSession {
        var session = session
        session.plan = try session.plan.checked()
        try requireRoom(for: session, force: force, in: writing)
        try writing.run(SchedulingStatements.insert, [session.id.sqlValue, session.cohort.sqlValue] + session.columns)
        try keepTrainers(session, in: writing)
        try keepChange(session, by: person, at: now, in: writing)
        return session
    }

    /// Changes what is planned, publishes or cancels. A change that changes nothing is none.
    /// - Parameter session: as it was read, with what is to be different.
    /// - throws: ``SchedulingError``; ``SchedulingError/unknownSession`` also when somebody else changed it meanwhile.
    package func change(
        _ session: ClassSession, force: Bool, by person: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws -> ClassSession {
        guard let kept = try self.session(session.id, in: writing) else { throw SchedulingError.unknownSession }
        var next = session
        next.plan = try session.plan.checked()
        if next == kept { return kept }
        if kept.status == .cancelled { throw SchedulingError.isCancelled }
        if next.status != .cancelled { try requireRoom(for: next, force: force, in: writing) }
        next.revision = kept.revision + 1
        let changed = try writing.run(
            SchedulingStatements.update, [next.id.sqlValue, kept.revision.sqlValue] + next.columns)
        guard changed == 1 else { throw SchedulingError.unknownSession }
        if next.plan.trainers != kept.plan.trainers {
            try writing.run(SchedulingStatements.deleteTrainers, next.id)
            try keepTrainers(next, in: writing)
        }
        try keepChange(next, by: person, at: now, in: writing)
        return next
    }

    private func keepTrainers(_ session: ClassSession, in writing: any WriteTransaction) throws {
        for trainer in session.plan.trainers { try writing.run(SchedulingStatements.insertTrainer, session.id, trainer) }
    }

    private func keepChange(
        _ session: ClassSession, by person: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws {
        let plan = session.plan
        try writing.run(
            SchedulingStatements.insertChange, session.id, session.revision, session.status.rawValue, plan.start.day.text,
            plan.start.minute, plan.zone.name, plan.duration, plan.place, plan.link, session.reason, person, now)
    }

    private func requireRoom(for session: ClassSession, force: Bool, in writing: any WriteTransaction) throws {
        if force { return }
        let found = try conflicts(with: session, in: writing)
        if !found.isEmpty { throw SchedulingError.conflicts(found) }
    }

    // MARK: Reading

    package func session(_ id: Identifier<ClassSession>, in reading: any ReadTransaction) throws -> ClassSession? {
        try reading.first(SchedulingStatements.session, id) { try ClassSession($0) }.map { try withTrainers($0, in: reading) }
    }

    /// What concerns a person between two moments, in the order of time; cancelled sessions too. One statement; the trainers are left out.
    package func agenda(
        of person: Identifier<Person>, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> [AgendaEntry] {
        try reading.rows(SchedulingStatements.agenda, person, start, end) { row in
            AgendaEntry(session: try ClassSession(row), cohortKey: row.text(16), cohortTitle: row.text(17))
        }
    }

    /// The plan of a cohort between two moments, drafts too.
    package func sessions(
        of cohort: Identifier<Cohort>, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> [ClassSession] {
        try reading.rows(SchedulingStatements.ofCohort, cohort, start, end) { try ClassSession($0) }
            .map { try withTrainers($0, in: reading) }
    }

    /// What was planned before, the first plan first.
    package func changes(of id: Identifier<ClassSession>, in reading: any ReadTransaction) throws -> [Change] {
        try reading.rows(SchedulingStatements.changes, id) { row in
            Change(
                revision: row.int(0), status: try row.value(1), start: try row.wallTime(2, 3), duration: row.int(5),
                place: row.textOrNil(6), reason: row.textOrNil(8), changedBy: row.idOrNil(9), changedAt: row.instant(10))
        }
    }

    /// What other sessions have at the same time and this one needs: its cohort or group, its place, its trainers, its learners.
    package func conflicts(with session: ClassSession, in reading: any ReadTransaction) throws -> [SessionConflict] {
        var found: [SessionConflict] = []
        let others = try reading.rows(
            SchedulingStatements.overlapping, session.startsAt, session.endsAt, session.id
        ) { try ClassSession($0) }
        for bare in others {
            let other = try withTrainers(bare, in: reading)
            if other.cohort == session.cohort {
                let groups = (session.plan.group, other.plan.group)
                if groups.0 == nil || groups.1 == nil || groups.0 == groups.1 {
                    found.append(SessionConflict(subject: .cohort, other: other))
                }
            } else {
                let shared =
                    try reading.first(SchedulingStatements.sharedLearners, session.cohort, other.cohort) { $0.int(0) } ?? 0
                if shared > 0 { found.append(SessionConflict(subject: .learners(shared), other: other)) }
            }
            if let place = session.plan.place, place.folded == other.plan.place?.folded {
                found.append(SessionConflict(subject: .place, other: other))
            }
            for trainer in session.plan.trainers where other.plan.trainers.contains(trainer) {
                found.append(SessionConflict(subject: .trainer(trainer.text), other: other))
            }
        }
        return found
    }

    private func withTrainers(_ session: ClassSession, in reading: any ReadTransaction) throws -> ClassSession {
        var session = session
        session.plan.trainers = try reading.rows(SchedulingStatements.trainers, session.id) { $0.id(0) }
        return session
    }
}

extension ClassSession {
    /// The columns from `id` to `revision`; trainers stand apart.
    init(_ row: any Row) throws {
        let plan = SessionPlan(
            kind: try row.value(4), title: row.text(5), start: try row.wallTime(6, 7), zone: WallZone(trusted: row.text(8)),
            duration: row.int(9), group: row.idOrNil(2), activity: row.idOrNil(3), place: row.textOrNil(10),
            link: row.textOrNil(11),
            notes: row.textOrNil(12))
        self.init(
            id: row.id(0), cohort: row.id(1), plan: plan, status: try row.value(13), reason: row.textOrNil(14),
            revision: row.int(15))
    }

    /// From `group_id` on.
    fileprivate var columns: [SQLValue] {
        [
            plan.group.sqlValue, plan.activity.sqlValue, plan.kind.rawValue.sqlValue, plan.title.sqlValue,
            plan.start.day.text.sqlValue,
            plan.start.minute.sqlValue, plan.zone.name.sqlValue, plan.duration.sqlValue, startsAt.sqlValue, endsAt.sqlValue,
            plan.place.sqlValue, plan.link.sqlValue, plan.notes.sqlValue, status.rawValue.sqlValue, reason.sqlValue,
            revision.sqlValue,
        ]
    }
}

extension Row {
    fileprivate func wallTime(_ day: Int, _ minute: Int) throws -> WallTime {
        guard let wall = WallTime(CalendarDay(trusted: text(day)), minute: int(minute)) else {
            throw SQLError.corrupt("no minute of a day: \(int(minute))")
        }
        return wall
    }
}

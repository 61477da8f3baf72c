package import Accounts
import CourseContent
package import Essentials
import Outbound
import SQL
package import Scheduling

/// Planning classes: by trainers and coordinators in the web client, by whoever runs the installation at the command line.
extension Campus {
    /// A session as somebody typed it.
    package struct TypedSession: Sendable, Hashable {
        package var kind: String
        package var title: String
        /// `2026-11-24`
        package var day: String
        /// `09:30`, « 9 h 30 »
        package var hour: String
        /// Minutes.
        package var duration: String
        package var zone: String
        /// Key of a group; empty for everybody.
        package var group: String
        /// Logins.
        package var trainers: [String]
        package var place: String
        package var link: String
        package var notes: String
        package var isPublished: Bool

        package init(
            kind: String = SessionKind.virtual.rawValue, title: String = "", day: String = "", hour: String = "",
            duration: String = "",
            zone: String = WallZone.paris.name, group: String = "", trainers: [String] = [], place: String = "",
            link: String = "",
            notes: String = "", isPublished: Bool = true
        ) {
            self.kind = kind
            self.title = title
            self.day = day
            self.hour = hour
            self.duration = duration
            self.zone = zone
            self.group = group
            self.trainers = trainers
            self.place = place
            self.link = link
            self.notes = notes
            self.isPublished = isPublished
        }
    }

    /// What a form about sessions offers.
    package struct SessionChoices: Sendable {
        package let cohort: Cohort
        package let groups: [Group]
        /// Those who may hold a session: the cohort's trainers, tutors and coordinators, by name.
        package let trainers: [PersonListing]
        /// Virtual rooms that Rebond can make: what stands for an address.
        package let rooms: [MadeRoom]
    }

    /// Plans a session.
    /// - Parameters:
    ///   - force: keeps it although others need the same thing at that time.
    ///   - viewer: `nil` for the command line.
    /// - throws: ``CampusError/notFound(_:)`` for a cohort in which one does not plan, ``CampusError/invalid(_:)``,
    ///   ``CampusError/conflict(_:)``.
    package func planSession(
        _ typed: TypedSession, in cohortKey: String, force: Bool = false, by viewer: Viewer?
    ) async throws -> ClassSession {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                let cohort = try plannable(cohortKey, by: viewer, in: writing)
                let session = ClassSession(
                    id: .new(at: now), cohort: cohort.id, plan: try plan(typed, in: cohort, in: writing),
                    status: typed.isPublished ? .published : .draft)
                let kept = try calendar.add(session, force: force, by: viewer?.person.id, at: now, in: writing)
                try announce([SessionTurn(before: nil, after: kept)], at: now, in: writing)
                return kept
            }
        }
    }

    /// Changes what was planned; a published session stays published.
    /// - throws: as ``planSession(_:in:force:by:)``; ``CampusError/conflict(_:)`` also for a session that was cancelled.
    package func changeSession(
        _ id: Identifier<ClassSession>, to typed: TypedSession, force: Bool = false, by viewer: Viewer?
    ) async throws -> ClassSession {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                var (session, cohort) = try plannable(id, by: viewer, in: writing)
                let before = session
                let activity = session.plan.activity
                session.plan = try plan(typed, in: cohort, in: writing)
                session.plan.activity = activity
                if typed.isPublished, session.status == .draft { session.status = .published }
                let kept = try calendar.change(session, force: force, by: viewer?.person.id, at: now, in: writing)
                try announce([SessionTurn(before: before, after: kept)], at: now, in: writing)
                return kept
            }
        }
    }

    /// Moves a session to another day or hour.
    /// - throws: as ``planSession(_:in:force:by:)``.
    package func moveSession(
        _ id: Identifier<ClassSession>, day: String, hour: String, force: Bool = false, by viewer: Viewer?
    ) async throws -> ClassSession {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                var (session, _) = try plannable(id, by: viewer, in: writing)
                let before = session
                guard let start = WallTime(day: day, hour: hour) else { throw CampusError.invalid("hour", .noSuchHour) }
                session.plan.start = start
                let kept = try calendar.change(session, force: force, by: viewer?.person.id, at: now, in: writing)
                try announce([SessionTurn(before: before, after: kept)], at: now, in: writing)
                return kept
            }
        }
    }

    /// Cancels a session, with a reason that everybody reads. A second time changes nothing.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` without a reason.
    package func cancelSession(
        _ id: Identifier<ClassSession>, reason: String, by viewer: Viewer?
    ) async throws -> ClassSession {
        let now = clock.now
        let reason = reason.trimmingSpaces()
        guard !reason.isEmpty, reason.unicodeScalars.count <= 500, !reason.utf8.contains(0) else {
            throw CampusError.invalid("reason", .reasonForCancelling)
        }
        return try await withScheduling {
            try await database.write { writing in
                var (session, _) = try plannable(id, by: viewer, in: writing)
                let before = session
                if session.status == .cancelled { return session }
                (session.status, session.reason) = (.cancelled, reason)
                let kept = try calendar.change(session, force: true, by: viewer?.person.id, at: now, in: writing)
                try announce([SessionTurn(before: before, after: kept)], at: now, in: writing)
                return kept
            }
        }
    }

    /// What a form for a new session offers.
    /// - throws: ``CampusError/notFound(_:)`` for a cohort in which one does not plan.
    package func sessionChoices(in cohortKey: String, for viewer: Viewer) async throws -> SessionChoices {
        try await database.read { reading in
            try choices(try plannable(cohortKey, by: viewer, in: reading), in: reading)
        }
    }

    /// A session as the form shows it, with what it offers.
    /// - throws: ``CampusError/notFound(_:)``.
    package func typedSession(
        _ id: Identifier<ClassSession>, for viewer: Viewer
    ) async throws -> (typed: TypedSession, session: ClassSession, choices: SessionChoices, series: SeriesStanding?) {
        try await database.read { reading in
            let (session, cohort) = try plannable(id, by: viewer, in: reading)
            let choices = try choices(cohort, in: reading)
            let plan = session.plan
            let logins = try plan.trainers.compactMap { try people.person($0, in: reading)?.login.text }
            let typed = TypedSession(
                kind: plan.kind.rawValue, title: plan.title, day: plan.start.day.text, hour: plan.start.hourText,
                duration: "\(plan.duration)", zone: plan.zone.name,
                group: choices.groups.first { $0.id == plan.group }?.key ?? "",
                trainers: logins, place: plan.place ?? "", link: plan.link ?? "", notes: plan.notes ?? "",
                isPublished: session.status != .draft)
            return (typed, session, choices, try calendar.series(of: session, in: reading))
        }
    }

    // MARK: Parts

    private func choices(_ cohort: Cohort, in reading: any ReadTransaction) throws -> SessionChoices {
        var seen: [PersonListing] = []
        for role in [CohortRole.trainer, .tutor, .coordinator] {
            for line in try memberships.people(of: cohort.id, as: role, limit: 200, in: reading)
            where !seen.contains(where: { $0.id == line.person.id }) { seen.append(line.person) }
        }
        return SessionChoices(
            cohort: cohort, groups: try cohorts.groups(of: cohort.id, in: reading), trainers: seen,
            rooms: rooms.kinds.map { MadeRoom($0) })
    }

    func plannable(_ key: String, by viewer: Viewer?, in reading: any ReadTransaction) throws -> Cohort {
        guard let viewer else { return try knownCohort(key, in: reading) }
        guard let cohort = try cohorts.cohort(key: key, in: reading), viewer.roles.mayPlanSessions(in: cohort.id) else {
            throw CampusError.notFound(.noSuchCohort)
        }
        return cohort
    }

    func plannable(
        _ id: Identifier<ClassSession>, by viewer: Viewer?, in reading: any ReadTransaction
    ) throws -> (ClassSession, Cohort) {
        guard let session = try calendar.session(id, in: reading), let cohort = try cohorts.cohort(session.cohort, in: reading),
            viewer?.roles.mayPlanSessions(in: cohort.id) ?? true
        else { throw CampusError.notFound(.noSuchSession) }
        return (session, cohort)
    }

    /// What was typed, read; with everything that cannot be.
    func plan(_ typed: TypedSession, in cohort: Cohort, in reading: any ReadTransaction) throws -> SessionPlan {
        var problems: [FieldProblem] = []
        func problem(_ field: String, _ message: Phrase) { problems.append(FieldProblem(field: field, message: message)) }
        let kind = SessionKind(rawValue: typed.kind).flatMap { SessionKind.planned.contains($0) ? $0 : nil }
        if kind == nil { problem("kind", .notInTheList) }
        let day = CalendarDay(typed.day.trimmingSpaces())
        if day == nil { problem("day", .noSuchDay) }
        let minute = WallTime.minute(typed.hour)
        if minute == nil { problem("hour", .noSuchHour) }
        let duration = Int(typed.duration.trimmingSpaces())
        if duration == nil { problem("duration", SessionProblem.duration.phrase) }
        let zone = WallZone(typed.zone.isEmpty ? WallZone.paris.name : typed.zone)
        if zone == nil { problem("zone", .noSuchZone) }
        let group = typed.group.isEmpty ? nil : try cohorts.group(key: typed.group, of: cohort.id, in: reading)
        if !typed.group.isEmpty, group == nil { problem("group", .notInTheList) }
        var trainers: [Identifier<Person>] = []
        for name in typed.trainers where !name.isEmpty {
            guard let login = try? Login(name), let person = try people.person(login: login, in: reading),
                try holdsSessions(person.id, in: cohort.id, in: reading)
            else {
                problem("trainers", .noSuchTrainer(name))
                continue
            }
            if !trainers.contains(person.id) { trainers.append(person.id) }
        }
        guard let kind, let day, let minute, let start = WallTime(day, minute: minute), let duration, let zone else {
            throw CampusError.invalid(problems)
        }
        let plan = SessionPlan(
            kind: kind, title: typed.title, start: start, zone: zone, duration: duration, group: group?.id,
            trainers: trainers.sorted(),
            place: typed.place, link: typed.link, notes: typed.notes)
        do {
            let checked = try plan.checked()
            guard problems.isEmpty else { throw CampusError.invalid(problems) }
            return checked
        } catch SchedulingError.invalidPlan(let wrong) {
            throw CampusError.invalid(problems + wrong.map { FieldProblem(field: $0.field, message: $0.phrase) })
        }
    }

    private func holdsSessions(
        _ person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> Bool {
        try memberships.memberships(of: person, in: reading).contains {
            $0.cohort == cohort && $0.leftAt == nil && [.trainer, .tutor, .coordinator].contains($0.role)
        }
    }

    /// Runs `body`; what Scheduling refuses becomes what a use case says.
    func withScheduling<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as SchedulingError {
            switch error {
            case .invalidPlan(let problems):
                throw CampusError.invalid(problems.map { FieldProblem(field: $0.field, message: $0.phrase) })
            case .conflicts(let conflicts): throw CampusError.conflict(.sessionConflicts(conflicts))
            case .unknownSession: throw CampusError.notFound(.noSuchSession)
            case .isCancelled: throw CampusError.conflict(.sessionIsCancelled)
            }
        }
    }
}

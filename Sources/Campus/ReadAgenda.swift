package import Accounts
import CourseContent
package import Essentials
import Progress
import SQL
package import Scheduling
import Tutoring

/// What is on the calendar of a person.
extension Campus {
    /// One session, for somebody whom it concerns.
    package struct SessionReading: Sendable {
        package let session: ClassSession
        package let cohort: Cohort
        /// The group that it is for; `nil` for everybody.
        package let group: Group?
        package let trainers: [PersonName]
        package let mayPlan: Bool
        /// Whether the person signs there, or sees who has.
        package var seesAttendance = false
        /// Whether the virtual room is known not to open now.
        package var isRoomDown = false
        /// What was planned before, for those who plan; the first plan first.
        package let changes: [ClassSessionStore.Change]
        /// Names of those who planned, by id.
        package let names: [Identifier<Person>: PersonName]
        /// The series that it is of, for those who plan; `nil` for none.
        package var series: SeriesStanding?
        /// Who of a virtual session has tried their device, for those who plan.
        package var devices: [DeviceLine] = []
        /// What is to be done before it.
        package var preparation: [PreparedActivity] = []
        /// Whether the person sees who has done it.
        package var seesPreparation = false
        /// Whether the person reads and writes in the session's own conversation.
        package var mayTalk = false
        /// What was recorded of it.
        package var recordings: [SessionRecording] = []
        /// What a learner has watched of each, by its key.
        package var watched: [String: RecordingStanding] = [:]
        /// How many learners have watched each, by its key, for those who follow the cohort; `nil` for others.
        package var watchers: [String: Int]?
    }

    /// What is on the calendar of a person between two days.
    package struct AgendaReading: Sendable {
        /// In the order of time.
        package let entries: [ClassSessionStore.AgendaEntry]
        /// The cohorts whose sessions the person plans.
        package let planned: [Cohort]
        /// Whether the person books meetings with mentors, or offers them.
        package let mayMeet: Bool
        /// Who may hold sessions there, and the places of those that are shown without a filter: for those who plan.
        package var holders: [PersonListing] = []
        package var places: [String] = []
        /// What sessions were that changed in the last days.
        package var recentChanges: [Identifier<ClassSession>: RecentChange] = [:]
    }

    /// The sessions of everything that a person takes part in, from a day to another one (left out), in Paris.
    package func agenda(
        from first: CalendarDay, until last: CalendarDay, filter: AgendaFilter = AgendaFilter(), for viewer: Viewer
    ) async throws -> AgendaReading {
        let since = clock.now.adding(seconds: -RecentChange.days * 86_400)
        return try await database.read { reading in
            let (start, end) = (ParisDays.start(first), ParisDays.start(last))
            let all = try entries(of: viewer, from: start, until: end, in: reading)
            let plans = !viewer.roles.cohortsToPlan.isEmpty
            var found = AgendaReading(
                entries: plans ? try filtered(all, by: filter, from: start, until: end, in: reading) : all,
                planned: try viewer.roles.cohortsToPlan.compactMap { try cohorts.cohort($0, in: reading) },
                mayMeet: viewer.roles.isLearnerAnywhere || viewer.roles.offersMeetings)
            found.recentChanges = try calendar.recentChanges(of: found.entries.map(\.session), since: since, in: reading)
            if plans {
                found.holders = try holders(for: viewer, in: reading)
                found.places = Set(all.compactMap(\.session.plan.place)).sorted()
            }
            return found
        }
    }

    /// The session that goes on or comes next within a week; `nil` for none. Of two at once the first one that is not cancelled.
    func nextSession(of viewer: Viewer, at now: Instant, in reading: any ReadTransaction) throws -> ClassSessionStore.AgendaEntry?
    {
        let entries = try entries(
            of: viewer, from: now.adding(seconds: -Int64(SessionPlan.durations.upperBound) * 60),
            until: now.adding(seconds: 7 * 86_400), in: reading
        ).filter { $0.session.endsAt > now && $0.session.status != .draft }
        return entries.first { $0.session.status == .published } ?? entries.first
    }

    /// Classes and meetings between two moments, in the order of time.
    private func entries(
        of viewer: Viewer, from start: Instant, until end: Instant, in reading: any ReadTransaction
    ) throws -> [ClassSessionStore.AgendaEntry] {
        let classes = try calendar.agenda(of: viewer.person.id, from: start, until: end, in: reading)
        let meetings = try mentors.meetings(of: viewer.person.id, from: start, until: end, in: reading)
        if meetings.isEmpty { return classes }
        return (classes + meetings.map(\.agendaEntry)).sorted {
            ($0.session.startsAt, $0.session.id) < ($1.session.startsAt, $1.session.id)
        }
    }

    /// The plan of a cohort, for whoever runs the installation.
    /// - throws: ``CampusError/notFound(_:)``.
    package func sessions(
        of cohortKey: String, from first: CalendarDay?, until last: CalendarDay?
    ) async throws -> [ClassSession] {
        try await database.read { reading in
            let cohort = try knownCohort(cohortKey, in: reading)
            return try calendar.sessions(
                of: cohort.id, from: first.map(ParisDays.start) ?? Instant(milliseconds: 0),
                until: last.map(ParisDays.start) ?? Instant(milliseconds: Int64.max), in: reading)
        }
    }

    /// One session.
    /// - throws: ``CampusError/notFound(_:)`` for somebody whom it does not concern.
    package func session(_ id: Identifier<ClassSession>, for viewer: Viewer) async throws -> SessionReading {
        try await database.read { reading in
            guard let session = try calendar.session(id, in: reading), try concerns(session, viewer, in: reading),
                let cohort = try cohorts.cohort(session.cohort, in: reading)
            else { throw CampusError.notFound(.noSuchSession) }
            let mayPlan = viewer.roles.mayPlanSessions(in: cohort.id)
            let changes = mayPlan ? try calendar.changes(of: id, in: reading) : []
            var names: [Identifier<Person>: PersonName] = [:]
            for id in Set(changes.compactMap(\.changedBy)) { names[id] = try people.person(id, in: reading)?.name }
            var found = SessionReading(
                session: session, cohort: cohort,
                group: try session.plan.group.flatMap { id in try cohorts.groups(of: cohort.id, in: reading).first { $0.id == id }
                },
                trainers: try session.plan.trainers.compactMap { try people.person($0, in: reading)?.name }, mayPlan: mayPlan,
                changes: changes, names: names)
            found.devices = mayPlan && session.endsAt > clock.now ? try deviceLines(of: session, in: reading) : []
            found.series = mayPlan ? try calendar.series(of: session, in: reading) : nil
            found.seesAttendance =
                try session.status != .draft
                && (viewer.roles.mayReviewProgress(of: cohort.id) || signingRole(in: session, viewer, in: reading) != nil)
            found.isRoomDown = isRoomDown(session)
            found.seesPreparation = viewer.mayReview(cohort.id)
            found.mayTalk = try rights(
                of: viewer, in: ConversationPlace(cohort: cohort.id, kind: .session, subject: id.text), in: reading
            ).contains(.read)
            found.recordings = try recordings.recordings(of: id, in: reading)
            if found.recordings.isEmpty {
            } else if viewer.roles.isLearner(of: cohort.id) {
                for recording in found.recordings {
                    let watch = try recordingWatches.watch(of: recording.key, of: id, by: viewer.person.id, in: reading)
                    found.watched[recording.key] = RecordingStanding(watch, of: recording)
                }
            } else if viewer.mayReview(cohort.id) {
                found.watchers = try recordingWatches.watches(of: id, in: reading).mapValues(\.count)
            }
            found.preparation = try preparation(of: session, for: viewer, in: reading)
            return found
        }
    }

    func concerns(_ session: ClassSession, _ viewer: Viewer, in reading: any ReadTransaction) throws -> Bool {
        let roles = viewer.roles.roles(in: session.cohort)
        if viewer.roles.mayPlanSessions(in: session.cohort) { return true }
        if session.status == .draft { return false }
        if roles.contains(.tutor) || roles.contains(.mentor) { return true }
        guard roles.contains(.learner) else { return false }
        guard let group = session.plan.group else { return true }
        return try memberships.membership(viewer.person.id, session.cohort, as: .learner, in: reading)?.group == group
    }
}

package import Accounts
package import CourseContent
package import Essentials
import Files
package import Foundation
package import Gamification
package import Progress
import SQL
package import Scheduling
import Tutoring

/// What a learner reads: one read transaction a page.
extension Campus {
    /// A course that a person follows, with what home and the list of courses show of it.
    package struct Following: Sendable {
        package let course: LibraryCourse
        package let cohort: Cohort
        package let standing: LearnerCourse
        /// Where the learner is in each activity; empty where it was not asked for.
        package let states: [Identifier<Activity>: ActivityStanding]
        /// Why activities are closed, by the author's id; empty where states were not asked for.
        package let closed: [String: [ClosedReason]]
        /// What was decided about this learner's pace; nothing where states were not asked for.
        package var adjustments = PaceAdjustments.none

        /// When activities are due; `nil` when nothing says it.
        package var plan: CoursePlan? { course.plan(of: standing.enrolment, in: cohort) }

        /// The last day of an activity for this learner.
        package func dueDay(of activity: String) -> CalendarDay? {
            plan?.day(of: activity, calendar: adjustments.calendar, extensions: adjustments.extensions(in: course.rules))
        }

        /// Where the learner stands to the plan on a day.
        package func pace(on day: CalendarDay) -> Pace? {
            plan?.pace(
                of: standing.state, on: day, calendar: adjustments.calendar,
                extensions: adjustments.extensions(in: course.rules))
        }

        /// The activity to go on with; `nil` when all is done.
        package var next: ActivityOutline? { course.next(standing, states, closed: closed) }
    }

    /// The courses that a person follows, open ones first.
    /// - Parameter withStates: whether to read every activity state, to know what is next and what is due.
    package func following(_ viewer: Viewer, withStates: Bool) async throws -> [Following] {
        try await readClosing { reading, overdue in
            try following(viewer, withStates: withStates, &overdue, in: reading)
        }
    }

    /// What a person sees first.
    package struct HomeReading: Sendable {
        /// With all states.
        package let following: [Following]
        /// The session that goes on or comes next.
        package let session: ClassSessionStore.AgendaEntry?
        package let goal: GoalReading
        /// Messages that are new.
        package let unreadMessages: Int
        /// `nil` where there are no points to be seen.
        package let points: PointsMention?
        /// Cards that are ready to be reviewed.
        package let cardsReady: Int
    }

    /// What a person sees first, in one read.
    package func home(_ viewer: Viewer) async throws -> HomeReading {
        let now = clock.now
        return try await readClosing { reading, overdue in
            let following = try following(viewer, withStates: true, &overdue, in: reading)
            return HomeReading(
                following: following, session: try nextSession(of: viewer, at: now, in: reading),
                goal: try goal(of: viewer, following: following, in: reading),
                unreadMessages: try unread(of: viewer, in: reading).reduce(0) { $0 + $1.unread },
                points: try pointsMention(of: viewer, following: following, in: reading),
                cardsReady: try readyCount(of: viewer, in: reading))
        }
    }

    func following(
        _ viewer: Viewer, withStates: Bool, _ overdue: inout Overdue, in reading: any ReadTransaction
    ) throws -> [Following] {
        let cohorts = Dictionary(
            try cohorts.cohorts(of: viewer.person.id, in: reading).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var adjustments: [Identifier<Cohort>: PaceAdjustments] = [:]
        return try progress.courses(of: viewer.person.id, in: reading).compactMap { standing in
            guard standing.enrolment.status != .left,
                let course = try library.course(standing.enrolment.course, in: reading),
                let cohort = cohorts[standing.enrolment.cohort]
            else { return nil }
            try overdue.look(in: standing.enrolment, in: reading)
            let states = withStates ? try progress.activityStandings(of: standing.enrolment.id, in: reading) : [:]
            let closed = withStates ? try closedActivities(of: course, standing.enrolment, states, in: reading) : [:]
            if withStates, adjustments[cohort.id] == nil {
                adjustments[cohort.id] = try pace.adjustments(of: viewer.person.id, in: cohort.id, in: reading)
            }
            return Following(
                course: course, cohort: cohort, standing: standing, states: states, closed: closed,
                adjustments: adjustments[cohort.id] ?? .none)
        }
    }

    /// The outline of a course, for somebody who follows it or may look at it.
    package struct OutlineReading: Sendable {
        package let course: LibraryCourse
        /// `nil` for a preview.
        package let standing: LearnerCourse?
        package let states: [Identifier<Activity>: ActivityStanding]
        /// Those that are not the best result, by the author's id.
        package let marks: [String: Int]
        /// Why activities are closed, by the author's id; nothing is closed in a preview.
        package let closed: [String: [ClosedReason]]
        /// When activities are due; `nil` for a preview, and where nothing says it.
        package var plan: OwnPlan?
        /// Since when modules and blocks of competencies with rules of their own are complete.
        package var parts: [CoursePart: Instant] = [:]
        /// What can be earned next; `nil` where there are no points to be seen.
        package var earning: [Earning]?
    }

    /// The outline of a course for somebody who follows it, or who may look at it.
    /// - throws: ``CampusError/notFound(_:)``.
    package func outline(_ key: String, for viewer: Viewer) async throws -> OutlineReading {
        try await readClosing { reading, overdue in
            guard let course = try library.course(key, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
            if let (standing, days) = try progress.plannedCourse(course.version.course, of: viewer.person.id, in: reading),
                standing.enrolment.status != .left
            {
                try overdue.look(in: standing.enrolment, in: reading)
                let states = try progress.activityStandings(of: standing.enrolment.id, in: reading)
                let closed = try closedActivities(of: course, standing.enrolment, states, in: reading)
                let marks = try marks(in: course, of: standing, in: reading)
                let plan = try ownPlan(of: course, standing.enrolment, days, in: reading)
                return OutlineReading(
                    course: course, standing: standing, states: states, marks: marks, closed: closed, plan: plan,
                    parts: try parts(of: course, standing.enrolment.id, in: reading),
                    earning: try earning(in: course, standing, states, closed: closed, plan: plan, in: reading))
            }
            try requirePreview(course, viewer, in: reading)
            return OutlineReading(course: course, standing: nil, states: [:], marks: [:], closed: [:])
        }
    }

    /// One activity with its body, for somebody who follows the course or may look at it.
    package struct ActivityReading: Sendable {
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let id: Identifier<Activity>
        package let content: ActivityContent
        /// `nil` for a preview.
        package let learner: LearnerActivity?
        /// Why it is closed for this learner; empty when it is open.
        package let closed: [ClosedReason]
        /// Since when nothing more can be sent, though it may be read because it was completed.
        package let endedAt: Instant?
        /// The last day of what is not done; `nil` for a preview, and where nothing says it.
        package var due: DueDay?
        /// What was earned with its completion, or a moment ago elsewhere, while that is new.
        package var earned: [PointEntry] = []
    }

    /// An activity of a course: one read, one statement for a lesson whose body is in memory and that nothing restricts.
    /// - throws: ``CampusError/notFound(_:)`` also for an activity that is announced and not written yet.
    package func activity(_ key: String, of courseKey: String, for viewer: Viewer) async throws -> ActivityReading {
        try await readClosing { reading, overdue in
            let (course, activity, id) = try find(key, of: courseKey, in: reading)
            var learner = try progress.activity(id, of: course.version.course, for: viewer.person.id, in: reading)
            if learner?.course.enrolment.status == .left { learner = nil }
            if let learner {
                // Only the page of a quiz has to know: the others would pay for nothing.
                if activity.kind == .quiz { try overdue.look(in: learner.course.enrolment, in: reading) }
            } else {
                try requirePreview(course, viewer, in: reading)
            }
            guard let digest = activity.contentDigest, let content = try library.content(digest, in: reading) else {
                throw CampusError.notFound(.activityIsComing)
            }
            let closed = try learner.map { try closedReasons(activity.id, id, of: course, $0, in: reading) } ?? []
            let over = try learner.flatMap { try endedAt(activity.id, of: course, $0, in: reading) }
            let due = try learner.flatMap { learner -> DueDay? in
                guard !(learner.state?.isCompleted ?? false) else { return nil }
                return try ownPlan(of: course, learner.course.enrolment, learner.days, in: reading)?.due(activity)
            }
            return ActivityReading(
                course: course, activity: activity, id: id, content: content, learner: learner, closed: closed, endedAt: over,
                due: due, earned: try earned(of: learner, by: viewer, in: reading))
        }
    }

    /// How long the page after says what was earned, in seconds.
    private static let justNow: Int64 = 60

    /// What was earned with the completion of an activity, or with what was done just before one came here. Nothing is read unless that was a
    /// moment ago.
    private func earned(
        of learner: LearnerActivity?, by viewer: Viewer, in reading: any ReadTransaction
    ) throws -> [PointEntry] {
        guard let learner else { return [] }
        let cohort = learner.course.enrolment.cohort
        if let completedAt = learner.state?.completedAt {
            return try earned(at: completedAt, by: viewer, in: cohort, in: reading)
        }
        let course = learner.course.state
        guard let last = course.lastEventAt, clock.now < last.adding(seconds: Self.justNow), course.activitiesDone > 0 else {
            return []
        }
        let newest = try points.entries(of: viewer.person.id, limit: 1, in: reading).first
        guard let newest, clock.now < newest.at.adding(seconds: Self.justNow) else { return [] }
        return try earned(at: newest.at, by: viewer, in: cohort, in: reading)
    }

    func find(
        _ key: String, of courseKey: String, in reading: any ReadTransaction
    ) throws -> (LibraryCourse, ActivityOutline, Identifier<Activity>) {
        guard let course = try library.course(courseKey, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
        guard let activity = course.activity(key), let id = course.version.activityIDs[key] else {
            throw CampusError.notFound(.noSuchActivity)
        }
        return (course, activity, id)
    }

    /// Authors see every course; those who follow learners see the courses of their cohorts.
    /// - throws: ``CampusError/notFound(_:)`` for everybody else: whether the course exists is not said.
    func requirePreview(_ course: LibraryCourse, _ viewer: Viewer, in reading: any ReadTransaction) throws {
        if viewer.isAuthor { return }
        let theirs = try enrolments.cohorts(of: course.version.course, in: reading)
        guard theirs.contains(where: { viewer.roles.isStaff(of: $0) || viewer.roles.has(.mentor, in: $0) }) else {
            throw CampusError.notFound(.noSuchCourse)
        }
    }

    /// A file of a course, for whoever is signed in.
    /// - throws: ``CampusError/notFound(_:)``.
    package func asset(digest: String, for viewer: Viewer) async throws -> (asset: CourseAsset, location: URL) {
        let asset = try await database.read { try courses.asset(digest: digest, in: $0) }
        guard let asset, let location = files.location(of: digest), files.contains(digest) else {
            throw CampusError.notFound(.noSuchFile)
        }
        return (asset, location)
    }
}

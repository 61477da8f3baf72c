package import Accounts
package import Assessment
package import CourseContent
package import Essentials
package import Progress
import SQL
import Tutoring

/// What those who follow learners see.
extension Campus {
    /// A cohort in the list of those that a person follows.
    package struct FollowedCohort: Sendable {
        package let cohort: Cohort
        package let learners: Int
    }

    /// One page of the learners of a cohort.
    package struct CohortReading: Sendable {
        package let cohort: Cohort
        package let learners: [CohortLearner]
        /// Titles of the courses in the rows, by identity.
        package let courses: [Identifier<Course>: LibraryCourse]
        /// Where the next page begins; `nil` for the last.
        package let next: CohortPosition?
    }

    /// One learner in depth.
    package struct LearnerReading: Sendable {
        package let cohort: Cohort
        package let person: Person
        package let courses: [Following]
        /// Of the activities of those courses.
        package let states: [Identifier<Activity>: ActivityState]
        /// Attempts by activity, for the quizzes that were begun.
        package let attempts: [Identifier<Activity>: [Attempt]]
        /// By the identity of the course.
        package let marks: [Identifier<Course>: CourseMarks]
        /// Attempts that wait for a tutor, the first one first, with their activities.
        package let waiting: [(attempt: Attempt, activity: ActivityOutline)]
        /// More time where it is counted, in percent; `nil` for somebody who does not decide on it.
        package let extraTime: Int?
        /// What was handed in last for each assignment.
        package let submissions: [Identifier<Activity>: SubmissionReading]
        /// What the staff of the cohort noted, the newest first.
        package let notes: [NoteReading]
        /// What became of the alerts of each enrolment, the newest first.
        package let alerts: [Identifier<Enrolment>: [AlertFactReading]]
        /// Seconds by day, of the last ``weeksOfTime`` weeks.
        package let connected: [Identifier<Enrolment>: [CalendarDay: Int]]
        package let today: CalendarDay
        /// By the identity of the course, of those that follow levels.
        package var levels: [Identifier<Course>: LevelReading] = [:]
    }

    /// How far back the time of a learner is drawn, this week included.
    package static let weeksOfTime = 8

    private static let rowsAPage = 100

    /// The cohorts whose progress a person reviews.
    package func followedCohorts(_ viewer: Viewer) async throws -> [FollowedCohort] {
        try await database.read { reading in
            let found = try viewer.roles.cohortsToReview.compactMap { try cohorts.cohort($0, in: reading) }
            return try found.map { cohort in
                FollowedCohort(
                    cohort: cohort, learners: try memberships.headcount(of: cohort.id, in: reading)[.learner] ?? 0)
            }
        }
    }

    /// The learners of a cohort with their figures, in the order of names; those who left a course come last.
    /// - Parameter isWhole: all of them rather than a page.
    /// - throws: ``CampusError/notFound(_:)`` also for a cohort that this person does not follow.
    package func cohort(
        _ key: String, after position: CohortPosition? = nil, isWhole: Bool = false, for viewer: Viewer
    ) async throws -> CohortReading {
        try await readClosing { reading, overdue in
            let cohort = try followed(key, viewer, in: reading)
            try overdue.lookEverywhere(in: reading)
            let limit = isWhole ? Int(Int32.max) : Self.rowsAPage
            var rows = try progress.learners(of: cohort.id, after: position, limit: limit + 1, in: reading)
            let hasMore = rows.count > limit
            if hasMore { rows.removeLast() }
            var courses: [Identifier<Course>: LibraryCourse] = [:]
            for id in Set(rows.map(\.course.enrolment.course)) { courses[id] = try library.course(id, in: reading) }
            return CohortReading(
                cohort: cohort, learners: rows, courses: courses, next: hasMore ? rows.last?.position : nil)
        }
    }

    /// One learner of a cohort.
    /// - throws: ``CampusError/notFound(_:)`` when the person is not a learner of it.
    package func learner(
        _ id: Identifier<Person>, in key: String, for viewer: Viewer
    ) async throws -> LearnerReading {
        try await readClosing { reading, overdue in
            let cohort = try followed(key, viewer, in: reading)
            guard let person = try people.person(id, in: reading) else { throw CampusError.notFound(.noSuchLearner) }
            var courses: [Following] = []
            var all: [Identifier<Activity>: ActivityState] = [:]
            var found: [Identifier<Activity>: [Attempt]] = [:]
            var marks: [Identifier<Course>: CourseMarks] = [:]
            var waiting: [(attempt: Attempt, activity: ActivityOutline)] = []
            var handedIn: [Identifier<Activity>: SubmissionReading] = [:]
            var happened: [Identifier<Enrolment>: [AlertFactReading]] = [:]
            var connected: [Identifier<Enrolment>: [CalendarDay: Int]] = [:]
            var levels: [Identifier<Course>: LevelReading] = [:]
            let today = ParisDays.day(of: clock.now)
            let adjustments = try pace.adjustments(of: id, in: cohort.id, in: reading)
            for standing in try progress.courses(of: id, in: reading) where standing.enrolment.cohort == cohort.id {
                guard let course = try library.course(standing.enrolment.course, in: reading) else { continue }
                try overdue.look(in: standing.enrolment, in: reading)
                for attempt in try attempts.waiting(in: standing.enrolment.id.text, in: reading) {
                    if let activity = course.rules[attempt.activity].flatMap({ course.activity($0.key) }) {
                        waiting.append((attempt, activity))
                    }
                }
                let states = try progress.activityStates(of: standing.enrolment.id, in: reading)
                all.merge(states) { first, _ in first }
                happened[standing.enrolment.id] = try alertHistory(of: standing.enrolment.id, in: reading)
                connected[standing.enrolment.id] = try progress.connectedSeconds(
                    of: standing.enrolment.id, from: today.monday.adding(days: -7 * (Self.weeksOfTime - 1)), through: today,
                    in: reading)
                courses.append(
                    Following(
                        course: course, cohort: cohort, standing: standing, states: states.mapValues(\.standing), closed: [:],
                        adjustments: adjustments))
                for kept in try submissions.submissions(in: standing.enrolment.id.text, in: reading) {
                    handedIn[kept.submission.activity] = kept
                }
                for state in states.values where state.attempts > 0 && handedIn[state.activity] == nil {
                    found[state.activity] = try attempts.standing(
                        in: standing.enrolment.id.text, activity: state.activity, allowed: nil, in: reading
                    ).attempts
                }
                if course.hasLevels {
                    levels[course.version.course] = try level(in: course, standing.enrolment, in: reading)
                }
                marks[course.version.course] = CourseMarks(
                    course.version, states: states, graded: try self.marks(in: course, of: standing, in: reading))
            }
            guard !courses.isEmpty else { throw CampusError.notFound(.noSuchLearner) }
            return LearnerReading(
                cohort: cohort, person: person, courses: courses, states: all, attempts: found, marks: marks, waiting: waiting,
                extraTime: viewer.roles.mayAdaptTime(in: cohort.id)
                    ? try extraTimes.percent(of: id, in: cohort.id, in: reading) : nil,
                submissions: handedIn, notes: try notes(about: id, in: cohort.id, in: reading), alerts: happened,
                connected: connected, today: today, levels: levels)
        }
    }

    func followed(_ key: String, _ viewer: Viewer, in reading: any ReadTransaction) throws -> Cohort {
        guard let cohort = try cohorts.cohort(key: key, in: reading), viewer.mayReview(cohort.id) else {
            throw CampusError.notFound(.noSuchCohort)
        }
        return cohort
    }
}

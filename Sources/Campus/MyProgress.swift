package import Accounts
package import Assessment
package import CourseContent
package import Essentials
package import Progress
import SQL

/// A learner's own progress in a course: what was done, when, and what is due.
extension Campus {
    /// Everything that the page shows.
    package struct MyProgressReading: Sendable {
        package let following: Following
        /// Whose it is.
        package let name: PersonName
        package let states: [Identifier<Activity>: ActivityState]
        package let marks: CourseMarks
        /// Since when modules and blocks of competencies with rules of their own are complete.
        package let parts: [CoursePart: Instant]
        /// Seconds by day, from ``connectedFrom`` on.
        package let connected: [CalendarDay: Int]
        /// What was handed in last for each assignment.
        package let submissions: [Identifier<Activity>: SubmissionReading]
        package let today: CalendarDay
    }

    /// One's own progress in a course.
    /// - throws: ``CampusError/notFound(_:)``; ``CampusError/notAllowed(_:)`` for who may look at the course and does not follow it.
    package func myProgress(_ key: String, for viewer: Viewer) async throws -> MyProgressReading {
        try await readClosing { reading, overdue in
            guard let course = try library.course(key, in: reading) else { throw CampusError.notFound(.noSuchCourse) }
            let standing = try progress.course(course.version.course, of: viewer.person.id, in: reading)
            guard let standing, standing.enrolment.status != .left,
                let cohort = try cohorts.cohort(standing.enrolment.cohort, in: reading)
            else {
                try requirePreview(course, viewer, in: reading)
                throw CampusError.notAllowed(.notEnrolled)
            }
            try overdue.look(in: standing.enrolment, in: reading)
            let states = try progress.activityStates(of: standing.enrolment.id, in: reading)
            let standings = states.mapValues(\.standing)
            let today = ParisDays.day(of: clock.now)
            let following = Following(
                course: course, cohort: cohort, standing: standing, states: standings,
                closed: try closedActivities(of: course, standing.enrolment, standings, in: reading),
                adjustments: try pace.adjustments(of: viewer.person.id, in: cohort.id, in: reading))
            var submitted: [Identifier<Activity>: SubmissionReading] = [:]
            for kept in try submissions.submissions(in: standing.enrolment.id.text, in: reading) {
                submitted[kept.submission.activity] = kept
            }
            return MyProgressReading(
                following: following, name: viewer.person.name, states: states,
                marks: CourseMarks(
                    course.version, states: states, graded: try marks(in: course, of: standing, in: reading)),
                parts: try parts(of: course, standing.enrolment.id, in: reading),
                connected: try progress.connectedSeconds(
                    of: standing.enrolment.id, from: today.adding(days: -730), through: today, in: reading),
                submissions: submitted, today: today)
        }
    }
}

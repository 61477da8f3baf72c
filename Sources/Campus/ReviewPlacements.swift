package import Accounts
package import CourseContent
package import Essentials
package import LanguageLearning
package import Progress
import SQL

/// The levels of a cohort by a placement test, and what its tutors decide of them.
extension Campus {
    /// A placement test as those who follow a cohort read it.
    package struct PlacementReview: Sendable {
        package let cohort: Cohort
        package let course: LibraryCourse
        package let activity: ActivityOutline
        /// By name; those who left are not among them.
        package let rows: [Row]
        /// Whether whoever looks may decide.
        package let mayDecide: Bool

        package struct Row: Sendable {
            package let learner: ActivityLearner
            /// The latest; `nil` before the first one.
            package let run: PlacementRun?

            package init(learner: ActivityLearner, run: PlacementRun?) {
                self.learner = learner
                self.run = run
            }
        }

        package init(cohort: Cohort, course: LibraryCourse, activity: ActivityOutline, rows: [Row], mayDecide: Bool) {
            self.cohort = cohort
            self.course = course
            self.activity = activity
            self.rows = rows
            self.mayDecide = mayDecide
        }
    }

    /// The levels of a cohort.
    /// - throws: ``CampusError/notFound(_:)`` also for a cohort that this person does not follow, and for what is no placement test.
    package func placementReview(
        at activityKey: String, of courseKey: String, in cohortKey: String, for viewer: Viewer
    ) async throws -> PlacementReview {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            let (course, activity, id) = try find(activityKey, of: courseKey, in: reading)
            guard try enrolments.cohorts(of: course.version.course, in: reading).contains(cohort.id) else {
                throw CampusError.notFound(.noSuchCourse)
            }
            _ = try placementContent(activity, in: reading)
            let learners = try progress.learners(of: cohort.id, course: course.version.course, in: id, in: reading)
            let rows = try learners.map { learner in
                PlacementReview.Row(
                    learner: learner, run: try placements.runs(of: learner.person, in: id, in: reading).first)
            }
            return PlacementReview(
                cohort: cohort, course: course, activity: activity, rows: rows,
                mayDecide: viewer.roles.mayAdaptPace(in: cohort.id))
        }
    }

    /// A tutor gives another level, with a reason.
    /// - throws: ``CampusError/notFound(_:)`` also for who does not decide there, ``CampusError/conflict(_:)`` for somebody who has not
    ///   finished the test, ``CampusError/invalid(_:_:)``.
    package func decidePlacement(
        _ level: CEFRLevel, because reason: String, of person: Identifier<Person>, at activityKey: String,
        of courseKey: String, in cohortKey: String, by viewer: Viewer
    ) async throws -> PlacementRuling {
        let now = clock.now
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return try await database.write { writing in
            let cohort = try pacedCohort(cohortKey, for: viewer, in: writing)
            let (course, activity, id) = try find(activityKey, of: courseKey, in: writing)
            _ = try placementContent(activity, in: writing)
            let enrolment = try enrolments.enrolment(of: person, in: cohort.id, course: course.version.course, in: writing)
            guard let enrolment, enrolment.status != .left else { throw CampusError.notFound(.noSuchLearner) }
            guard let run = try placements.runs(of: person, in: id, in: writing).first(where: \.isFinished) else {
                throw CampusError.conflict(.placementNotFinished)
            }
            let ruling = PlacementRuling(
                id: .new(at: now), level: level, reason: reason, decidedBy: viewer.person.id, decidedAt: now)
            do {
                try placements.keep(ruling, of: run.id, in: writing)
            } catch let error as LanguageLearningError {
                throw CampusError.invalid(error.field, error.phrase)
            }
            return ruling
        }
    }
}

extension Phrase {
    static let placementNotFinished = Phrase(
        fr: "Cette personne n’a pas fini le test.", en: "This person has not finished the test.")
}

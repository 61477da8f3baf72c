package import Accounts
package import Assessment
package import CourseContent
import Essentials
package import Progress
import SQL

/// Surveys: answered once, read by those who follow the cohort.
extension Campus {
    /// Sends the answers of a learner, once. When the survey is anonymous, they are kept without the person, the enrolment and the
    /// time; that the learner answered is kept with the learner.
    /// - Parameter sent: by question: ids of choices, a number from 1 to 5, or a text.
    /// - throws: ``CampusError/conflict(_:)`` the second time; ``CampusError/invalid(_:)`` for what the survey does not ask;
    ///   ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` as ``record(_:in:of:by:)``.
    package func sendSurvey(
        _ sent: [String: [String]], at activityKey: String, of courseKey: String, by viewer: Viewer
    ) async throws -> RecordOutcome {
        let now = clock.now
        return try await withAssessment {
            try await withCurrentCourse {
                try await database.write(.takenRows) { writing in
                    let (course, activity, id, learner) = try take(activityKey, of: courseKey, by: viewer, in: writing)
                    let survey = try survey(activity, in: writing)
                    let state = try progress.activityState(of: id, enrolment: learner.enrolment.id, in: writing)
                    guard state?.submittedAt == nil else { throw CampusError.conflict(.surveyAlreadySent) }
                    let answers = try SurveyAnswers(sent, to: survey)
                    try surveys.keep(
                        answers, to: id, of: learner.enrolment.cohort, by: survey.isAnonymous ? nil : viewer.person.id,
                        in: writing)
                    let event = LearningEvent(id: .new(at: now), activity: id, kind: .submitted, occurredAt: now)
                    return try record([event], for: learner, from: .server, in: course, at: now, in: writing)
                }
            }
        }
    }

    /// The answers of a cohort.
    package struct SurveyReading: Sendable {
        package let cohort: Cohort
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let isAnonymous: Bool
        /// How many answered.
        package let count: Int
        /// `nil` while there are too few answers to an anonymous survey.
        package let results: SurveyResults?
    }

    /// What a cohort answered, for those who follow its learners.
    /// - throws: ``CampusError/notFound(_:)`` also for a cohort that this person does not follow.
    package func surveyResults(
        at activityKey: String, of courseKey: String, in cohortKey: String, for viewer: Viewer
    ) async throws -> SurveyReading {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            let (course, activity, id) = try find(activityKey, of: courseKey, in: reading)
            guard try enrolments.cohorts(of: course.version.course, in: reading).contains(cohort.id) else {
                throw CampusError.notFound(.noSuchCourse)
            }
            let survey = try survey(activity, in: reading)
            let responses = try surveys.responses(to: id, of: cohort.id, in: reading)
            let isEnough = !survey.isAnonymous || responses.count >= SurveyResults.leastAnonymous
            return SurveyReading(
                cohort: cohort, course: course, activity: activity, isAnonymous: survey.isAnonymous, count: responses.count,
                results: isEnough ? SurveyResults(survey, responses) : nil)
        }
    }

    /// The cohorts of a course whose answers to a survey, or levels by a test, somebody may read.
    package func surveyCohorts(at reading: ActivityReading, for viewer: Viewer) async throws -> [Cohort] {
        let course = reading.course.version.course
        return try await database.read { transaction in
            try enrolments.cohorts(of: course, in: transaction).filter { viewer.roles.cohortsToReview.contains($0) }
                .compactMap { try cohorts.cohort($0, in: transaction) }
        }
    }

    private func survey(_ activity: ActivityOutline, in reading: any ReadTransaction) throws -> SurveyContent {
        guard let digest = activity.contentDigest, case .survey(let survey) = try library.content(digest, in: reading) else {
            throw CampusError.notFound(.noSuchActivity)
        }
        return survey
    }
}

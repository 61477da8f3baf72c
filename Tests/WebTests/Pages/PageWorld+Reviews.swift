import Essentials
import TestSupport
import Testing

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Web

extension PageWorld {
    /// A cohort as a matrix; one activity in depth.
    func reviews(_ page: GoldenPage, _ language: Language) throws -> String {
        if page == .matrix {
            let learner = CohortLearner(
                course: standing, givenName: "Samira", familyName: "Benali",
                position: CohortPosition(hasLeft: false, sortKey: "benali samira", enrolment: standing.enrolment.id))
            let module = try #require(course.outline.modules.first)
            let named = Dictionary(
                uniqueKeysWithValues: course.outline.activities.compactMap { activity in
                    course.version.activityIDs[activity.id].flatMap { states[$0] }.map { (activity.id, $0) }
                })
            let reading = Campus.MatrixReading(
                cohort: Self.cohort, course: course, module: module,
                activities: course.outline.activities.filter { !$0.isPlanned },
                rows: [.init(learner: learner, states: named, waiting: [TestCourse.reading])], next: learner.position)
            return render(MatrixPage(model: .init(reading)), language, for: Self.tutor)
        }
        let activity = try #require(course.activity(TestCourse.quiz))
        let learner = ActivityLearner(
            enrolment: Self.id(30), person: Self.learner.person.id, givenName: "Samira", familyName: "Benali",
            sortKey: "benali samira", state: state(of: TestCourse.quiz, bestScore: 50, attempts: 3))
        let questions = [
            ItemStatistics(question: "role", attempts: 12, facility: 0.25, discrimination: -0.1),
            ItemStatistics(question: "outils", attempts: 4, facility: 0.5, discrimination: nil),
            ItemStatistics(question: "gone", attempts: 12, facility: 0.9, discrimination: 0.456),
        ]
        let review = Campus.ActivityReview(
            cohort: Self.cohort, course: course, activity: activity, learners: [learner],
            stuck: [.init(learner: learner, reasons: [.openedLongAgo(days: 9), .failed(attempts: 3)])], questions: questions,
            texts: ["role": "<p>À quoi sert <code>&lt;main&gt;</code> ?</p>", "outils": "<p>Lesquels ?</p>"])
        return render(ActivityReviewPage(model: .init(review)), language, for: Self.tutor)
    }
}

import Essentials
import TestSupport

@testable import Accounts
@testable import Assessment
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Web

extension PageWorld {
    /// Handed in twice: the first time marked, with markup in what people typed.
    private var submissions: [SubmissionReading] {
        get throws {
            let activity = try reading(TestCourse.assignment).id
            func submission(_ number: Int, _ text: String) -> Submission {
                Submission(
                    id: Self.id(60 + number), person: Self.learner.person.id, activity: activity,
                    context: standing.enrolment.id.text, version: course.version.id, contentDigest: "", number: number,
                    text: text,
                    submittedAt: Self.yesterday.adding(seconds: Int64(number) * 3_600))
            }
            let mark = SubmissionMark(
                number: 1, marker: Self.tutor.person.id, markedAt: Self.now, points: 4, score: 50,
                comment: "Bien.\n<b>Relisez</b> la fin.", levels: ["clair": "l2", "juste": "l1"])
            let file = SubmittedFile(
                position: 1, name: "moi & <vous>.txt", mediaType: "text/plain", size: 1_234,
                digest: String(repeating: "a", count: 64))
            return [
                SubmissionReading(submission: submission(1, "<script>alert(1)</script>\nBonjour"), files: [file], mark: mark),
                SubmissionReading(submission: submission(2, "Bonjour à vous"), files: [], mark: nil),
            ]
        }
    }

    func assignment(_ page: GoldenPage, _ language: Language) throws -> String {
        let reading = try reading(TestCourse.assignment)
        guard case .assignment(let assignment) = reading.content else { throw NotAQuiz() }
        let submissions = try submissions
        func handed(_ index: Int, mayMark: Bool) -> Campus.HandedIn {
            Campus.HandedIn(
                course: course, activity: reading.activity, assignment: assignment, reading: submissions[index],
                learner: Self.learner.person, cohort: Self.cohort, markerName: Self.tutor.person.name, mayMark: mayMark,
                sentences: mayMark ? PageWorld.sentences : [])
        }
        switch page {
        case .submissionMarking:
            return render(SubmissionPage(model: .init(handed(0, mayMark: true))), language, for: Self.tutor)
        case .portfolio:
            let model = PortfolioPage.Model([handed(0, mayMark: false)], name: "Samira Benali")
            return render(PortfolioPage(model: model), language, for: Self.learner)
        default:
            let draft = SubmissionDraft(text: "Ma <suite>", sequence: 7, savedAt: Self.now)
            let kept = Campus.AssignmentReading(submissions: page == .assignment ? submissions : [], draft: draft)
            let model = AssignmentModel(assignment, reading, kept, newID: Self.id(70))
            let isRefused = page == .assignmentRefused
            let problem = isRefused ? Problem(CampusError(SubmissionError.tooFewWords(2, minimum: 3))) : nil
            return render(
                AssignmentPage(model: model, typed: isRefused ? "Ma \"suite\"" : nil, problem: problem), language,
                for: Self.learner)
        }
    }
}

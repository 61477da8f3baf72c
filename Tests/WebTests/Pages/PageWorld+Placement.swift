import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import LanguageLearning
@testable import Progress
@testable import Web

extension PageWorld {
    /// A placement test: before it, at an item that is heard, after it, after a tutor's decision; and the levels of a cohort.
    func placement(_ page: GoldenPage, _ language: Language) throws -> String {
        let reading = try reading(TestPlacement.test)
        guard case .placement(let placement) = reading.content else { throw NotAQuiz() }
        let finished = run(1, placement, answers: 12, isDecided: page == .placementDecided)
        let standing: Campus.PlacementReading
        switch page {
        case .placementReview:
            let rows = [
                row(1, "Awa", "Diallo", run(2, placement, answers: 12, isDecided: true)), row(2, "Samira", "Benali", finished),
                row(3, "Yanis", "<Kaci>", run(3, placement, answers: 4)), row(4, "Zoé", "Petit", nil),
            ]
            let review = Campus.PlacementReview(
                cohort: Self.cohort, course: course, activity: reading.activity, rows: rows, mayDecide: true)
            let problem = Problem(CampusError.invalid("reason", LanguageLearningError.invalidReason.phrase))
            return render(
                PlacementReviewPage(
                    model: .init(review), typed: (Self.learner.person.id.text, "B2", "<b>"), problem: problem), language,
                for: Self.tutor)
        case .placement: standing = .init(runs: [], question: nil)
        case .placementQuestion:
            guard let item = placement.items.first(where: { $0.audio != nil }) else { throw NotAQuiz() }
            standing = .init(
                runs: [run(3, placement, answers: 4)],
                question: .init(item: item, choices: PlacementTest.choices(of: item, seed: 1)))
        default: standing = .init(runs: [finished, run(2, placement, answers: 10)], question: nil)
        }
        let model = PlacementPage.Model(placement, reading, standing, now: Self.now)
        return render(PlacementPage(model: model), language, for: Self.learner)
    }

    private func row(
        _ number: Int, _ given: String, _ family: String, _ run: PlacementRun?
    ) -> Campus.PlacementReview.Row {
        let person: Identifier<Person> = number == 2 ? Self.learner.person.id : Self.id(40 + number)
        let learner = ActivityLearner(
            enrolment: Self.id(50 + number), person: person, givenName: given, familyName: family, sortKey: family,
            state: nil)
        return .init(learner: learner, run: run)
    }

    /// Right up to B1.
    private func run(_ number: Int, _ placement: PlacementContent, answers: Int, isDecided: Bool = false) -> PlacementRun {
        let chosen = placement.items.indices.filter { $0 % 3 == 0 }.prefix(answers).map { placement.items[$0] }
        let ruling = PlacementRuling(
            id: Self.id(80), level: .b2, reason: "Une heure d'oral <ensemble>.", decidedBy: Self.tutor.person.id,
            decidedAt: Self.now)
        let begun = Self.yesterday.adding(seconds: -1200)
        return PlacementRun(
            id: Self.id(70 + number), person: Self.learner.person.id, activity: Self.id(71), hears: number != 2, startedAt: begun,
            finishedAt: answers >= 10 ? Self.yesterday : nil,
            answers: chosen.map { item in
                PlacementAnswer(
                    item: item.id, measure: AbilityItem(item), choice: item.right, isRight: item.difficulty < 3,
                    answeredAt: begun)
            }, ruling: isDecided ? ruling : nil)
    }
}

import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import LanguageLearning
@testable import Web

extension PageWorld {
    /// Half-way through a unit, after a placement test that a tutor ruled otherwise.
    func level(_ page: GoldenPage, _ language: Language) throws -> String {
        let evaluation = course.outline.activities.first { $0.id == TestCourse.quiz }
        let units = course.outline.modules.filter { $0.canDo != nil }.map { module in
            Campus.UnitLevel(
                module: module,
                said: [
                    "lire-une-page": CanDoAnswer(canDo: module.id + "/lire-une-page", answer: .withHelp, saidAt: Self.yesterday)
                ],
                done: 3, total: 8, evaluations: evaluation.map { [($0, 55, false)] } ?? [], cardsKnown: 1, cards: 4,
                masteredAt: nil)
        }
        let journey = LevelJourney(
            from: .a1,
            said: [.init(level: .a2, source: .tutor, at: Self.now), .init(level: .b1, source: .placement, at: Self.yesterday)],
            units: [])
        let reading = Campus.LevelReading(
            course: course, journey: journey, placement: nil, units: units, week: [.lessons: 45, .reviews: 12])
        let learner = LevelPage.Model.Learner(
            cohort: Self.cohort.key, person: Self.learner.person.id.text, name: Self.learner.person.name.full)
        let isOwn = page == .level
        return render(
            LevelPage(model: .init(reading, learner: isOwn ? nil : learner, request: Self.id(830))), language,
            for: isOwn ? Self.learner : Self.tutor)
    }
}

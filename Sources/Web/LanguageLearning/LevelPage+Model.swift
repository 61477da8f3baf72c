import Accounts
import Campus
import CourseContent
import Essentials
import LanguageLearning

/// A learner's level in a language course, with its history, the statements of each unit and the plan of the week; for the learner, or for those
/// who follow them.
struct LevelPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let title: String
        let language: Language
        /// Whose it is; left out for one's own.
        let learner: Learner?
        /// The level that is taken to be theirs; left out where nothing says it.
        let level: CEFRLevel?
        /// From the first to the last, which holds.
        let history: [Step]
        /// Left out before a placement test was finished.
        let placement: PlacementPage.Model.Result?
        let units: [Unit]
        let week: [Share]
        /// The id that what is said shall have.
        let request: Identifier<SelfAssessment>

        struct Learner: Encodable, Sendable {
            let cohort: String
            let person: String
            let name: String
        }

        struct Step: Encodable, Sendable {
            let level: CEFRLevel
            let source: LevelJourney.Source
            let at: Instant?
        }

        struct Unit: Encodable, Sendable {
            let id: String
            let title: String
            let statements: [Statement]
            let activitiesDone: Int
            let activitiesTotal: Int
            let evaluations: [Evaluation]
            let cardsKnown: Int
            let cards: Int
            let masteredAt: Instant?
        }

        struct Statement: Encodable, Sendable {
            let id: String
            let level: CEFRLevel
            let text: String
            /// What was said last; left out before.
            let answer: CanDoAnswer.Answer?
            let saidAt: Instant?
        }

        struct Evaluation: Encodable, Sendable {
            let activity: String
            let title: String
            let score: Int
            let isPassed: Bool
        }

        struct Share: Encodable, Sendable {
            let share: WeeklyShare
            let minutes: Int
            let planned: Int
        }

        init(_ reading: Campus.LevelReading, learner: Learner? = nil, request: Identifier<SelfAssessment>) {
            course = reading.course.outline.key
            title = reading.course.outline.title
            language = reading.course.outline.language
            self.learner = learner
            level = reading.journey.level
            history = reading.journey.steps.map { Step(level: $0.level, source: $0.source, at: $0.at) }
            placement = reading.placement.flatMap(PlacementPage.Model.Result.init)
            units = reading.units.map(Unit.init)
            week = WeeklyShare.allCases.map {
                Share(share: $0, minutes: reading.week[$0] ?? 0, planned: $0.minutes)
            }
            self.request = request
        }
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { model.learner == nil ? .courses : .cohorts }

    func heading(_ words: Words) -> String { words(.myLevel) + " · " + model.title }
}

extension LevelPage.Model.Unit {
    init(_ unit: Campus.UnitLevel) {
        self.init(
            id: unit.module.id, title: unit.module.title,
            statements: (unit.module.canDo ?? []).map { statement in
                .init(
                    id: statement.id, level: statement.level, text: statement.text, answer: unit.said[statement.id]?.answer,
                    saidAt: unit.said[statement.id]?.saidAt)
            }, activitiesDone: unit.done, activitiesTotal: unit.total,
            evaluations: unit.evaluations.map {
                .init(activity: $0.activity.id, title: $0.activity.title, score: $0.score, isPassed: $0.isPassed)
            }, cardsKnown: unit.cardsKnown, cards: unit.cards, masteredAt: unit.masteredAt)
    }

    var alone: Int { statements.count { $0.answer == .alone } }
}

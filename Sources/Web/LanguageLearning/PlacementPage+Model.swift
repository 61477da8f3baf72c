import Accounts
import Campus
import CourseContent
import Essentials
import LanguageLearning

/// A placement test: what it is, the item that is asked, or what came of it.
struct PlacementPage: Page {
    struct Model: Encodable, Sendable {
        let course: String
        let courseTitle: String
        let courseLanguage: Language
        let id: String
        let kind: ActivityKind
        let title: String
        let summary: String?
        let language: Language
        let minutes: Int
        let place: ActivityPlace
        let isOptional: Bool
        let isPreview: Bool
        let html: String
        /// How many items there are to choose from.
        let items: Int
        /// Answers that a test has, at least and at most.
        let shortest: Int
        let longest: Int
        /// Whether a test goes on.
        let isOpen: Bool
        /// How many answers it has.
        let answered: Int
        /// What is asked now.
        let question: Question?
        /// The latest first.
        let results: [Result]
        /// What to begin with, as safe HTML, once there is a result.
        let path: String?
        /// From when it may be taken again.
        let againFrom: Instant?
        let mayBegin: Bool
        /// Cohorts whose levels the viewer may read.
        let cohorts: [CohortLink]
        let next: LessonModel.Neighbour?
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .courses }
}

extension PlacementPage.Model {
    struct Question: Encodable, Sendable {
        let number: Int
        let item: String
        let skill: PlacementSkill
        /// Safe HTML.
        let text: String
        let audio: QuestionModel.Audio?
        let choices: [Choice]

        struct Choice: Encodable, Sendable {
            /// What is sent.
            let number: Int
            let text: String
        }
    }

    struct Result: Encodable, Sendable {
        let finishedAt: Instant
        /// What a tutor decided, and otherwise what the answers say.
        let level: CEFRLevel
        /// What the answers say.
        let measuredLevel: CEFRLevel
        /// How likely that level is, in percent.
        let confidence: Int
        /// 1 is the middle of A1, 4 that of B2; two decimals.
        let ability: Double
        let error: Double
        let answers: Int
        /// Whether sound was asked.
        let hears: Bool
        let shares: [Share]
        let ruling: Ruling?

        struct Share: Encodable, Sendable {
            let level: CEFRLevel
            let percent: Int
        }

        struct Ruling: Encodable, Sendable {
            let level: CEFRLevel
            let reason: String
            let decidedAt: Instant
        }

        init?(_ run: PlacementRun) {
            guard let end = run.finishedAt else { return nil }
            let estimate = run.estimate
            finishedAt = end
            level = run.level
            measuredLevel = estimate.level
            confidence = estimate.confidence
            ability = Self.rounded(estimate.ability)
            error = Self.rounded(estimate.error)
            answers = run.answers.count
            hears = run.hears
            shares = zip(CEFRLevel.allCases, estimate.shares).map { level, share in
                Share(level: level, percent: Int((share * 100).rounded()))
            }
            ruling = run.ruling.map { Ruling(level: $0.level, reason: $0.reason, decidedAt: $0.decidedAt) }
        }

        private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    }

    struct CohortLink: Encodable, Sendable {
        let cohort: String
        let title: String
    }

    init(
        _ placement: PlacementContent, _ reading: Campus.ActivityReading, _ standing: Campus.PlacementReading,
        cohorts: [Cohort] = [], now: Instant
    ) {
        let activity = reading.activity
        course = reading.course.outline.key
        courseTitle = reading.course.outline.title
        courseLanguage = reading.course.outline.language
        id = activity.id
        kind = activity.kind
        title = activity.title
        summary = activity.summary
        language = activity.language
        minutes = activity.minutes
        place = activity.place
        isOptional = activity.isOptional
        isPreview = reading.learner == nil
        html = placement.html
        items = placement.items.count
        shortest = PlacementTest.shortest
        longest = PlacementTest.longest
        let run = standing.runs.first
        isOpen = run.map { !$0.isFinished } ?? false
        answered = isOpen ? run?.answers.count ?? 0 : 0
        question = standing.question.map { asked in
            Question(
                number: (run?.answers.count ?? 0) + 1, item: asked.item.id, skill: asked.item.skill, text: asked.item.text,
                audio: asked.item.audio.map { QuestionModel.Audio(address: $0.path, size: $0.size) },
                choices: asked.choices.enumerated().map { Question.Choice(number: $0.offset + 1, text: $0.element) })
        }
        results = standing.runs.compactMap(Result.init)
        path = results.first.flatMap { placement.path(at: $0.level) }
        againFrom = run?.againFrom
        mayBegin = run.map { $0.againFrom.map { now >= $0 } ?? false } ?? true
        self.cohorts = cohorts.map { CohortLink(cohort: $0.key, title: $0.title) }
        next = LessonModel.Neighbour(reading.course.following(activity.id))
    }
}

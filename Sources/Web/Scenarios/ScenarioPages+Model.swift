package import Campus
package import CourseContent
package import Essentials

/// A scenario before it is begun: what it tells, what one has played already.
package struct ScenarioModel: Encodable, Sendable {
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let id: String
    package let title: String
    package let language: Language
    package let minutes: Int
    package let place: ActivityPlace
    package let isOptional: Bool
    package let isPreview: Bool
    /// Safe HTML.
    package let introduction: String?
    package let sceneCount: Int
    package let endingCount: Int
    /// Percentage to reach.
    package let passScore: Int?
    package let completion: CompletionModel
    /// The last day; `nil` once it is done, and where nothing says it.
    package let due: DueDay?
    package let completedAt: Instant?
    /// Since when no story can be begun, though the scenario was completed.
    package let endedAt: Instant?
    package let runs: [RunSummary]
    package let next: LessonModel.Neighbour?

    package struct RunSummary: Encodable, Sendable {
        package let id: String
        package let number: Int
        package let startedAt: Instant
        package let endedAt: Instant?
        package let score: Int?
    }

    /// The story that goes on.
    package var openRun: RunSummary? { runs.first { $0.endedAt == nil } }
}

/// A story being played, or its end.
package struct RunModel: Encodable, Sendable {
    package let id: String
    package let number: Int
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let activity: String
    package let title: String
    package let language: Language
    package let passScore: Int?
    /// Which step comes next, from 1: to be sent with a choice.
    package let step: Int
    package let scene: Scene
    /// Hidden ones only at the end, and never those that are only on or off.
    package let variables: [Variable]
    /// What was chosen last; `nil` at the beginning.
    package let last: Taken?
    /// What is offered.
    package let choices: [Choice]
    /// `nil` while the story goes on.
    package let result: Result?
    /// What was missed, once the story is over; left out for nothing.
    let missedWords: OfferedWords?
    package let next: LessonModel.Neighbour?

    package struct Scene: Encodable, Sendable {
        package let id: String
        package let title: String
        package let speaker: String?
        /// Safe HTML.
        package let text: String
    }

    package struct Variable: Encodable, Sendable {
        package let id: String
        package let title: String
        package let value: Int
        package let minimum: Int
        package let maximum: Int
        package let unit: String?
    }

    package struct Choice: Encodable, Sendable {
        package let id: String
        /// Safe HTML, words in a line.
        package let text: String
    }

    package struct Taken: Encodable, Sendable {
        package let choice: Choice
        /// Safe HTML.
        package let consequence: String?
    }

    package struct Result: Encodable, Sendable {
        package let score: Int
        package let endedAt: Instant
        /// Safe HTML; `nil` for a story that was stopped.
        package let debrief: String?
        package let path: [Passage]
    }

    /// A scene that one went through, what one chose, and what else there was.
    package struct Passage: Encodable, Sendable {
        package let scene: Scene
        package let chosen: Taken
        package let others: [Other]
    }

    package struct Other: Encodable, Sendable {
        package let choice: Choice
        /// Whether what one did before left it open.
        package let wasOffered: Bool
    }

    package var isPassed: Bool {
        guard let result else { return false }
        return passScore.map { result.score >= $0 } ?? true
    }
}

package import Campus
package import CourseContent
package import Essentials
import HTML

/// A lesson with its learner's state.
package struct LessonModel: Encodable, Sendable {
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let id: String
    package let title: String
    package let summary: String?
    package let language: Language
    package let minutes: Int
    package let place: ActivityPlace
    package let isOptional: Bool
    package let isPreview: Bool
    package let completion: CompletionModel
    /// Whether the learner came to the end, or said so.
    package let hasReachedEnd: Bool
    /// The last day; `nil` once it is done, and where nothing says it.
    package let due: DueDay?
    package let completedAt: Instant?
    /// What was just earned, with it or a moment before; left out otherwise.
    package let earned: [EarnedModel]?
    /// Percentage of the course that is done.
    package let percent: Int
    /// Seconds after which staying is enough, if the author says so.
    package let minimumSeconds: Int?
    package let html: String
    /// Whether words of it can be taken among one's own cards.
    package let hasWords: Bool
    /// The recordings that the lesson shows; `nil` for none.
    package let media: [Recording]?
    /// What is asked and what is reached, when the lesson is completed by playing; `nil` when it is not.
    package let listening: Listening?
    package let next: Neighbour?

    /// A recording, and where the learner is in it.
    package struct Recording: Encodable, Sendable {
        package let name: String
        package let milliseconds: Int?
        /// Milliseconds from the beginning; `nil` when it was not played yet.
        package let position: Int?
    }

    /// How much of the recordings is to be played, and is.
    package struct Listening: Encodable, Sendable {
        /// Percentages.
        package let share: Int
        package let played: Int
        /// Seconds after the first opening from which one may say that it was listened to elsewhere, or read.
        package let declarableAfter: Int
        /// Whether that time runs: the lesson was opened.
        package let hasBegun: Bool
        /// Whether the learner said so.
        package let isDeclared: Bool
    }

    /// The activity after this one.
    package struct Neighbour: Encodable, Sendable {
        package let id: String
        package let title: String
        package let language: Language
        package let kind: ActivityKind
        package let minutes: Int
    }
}

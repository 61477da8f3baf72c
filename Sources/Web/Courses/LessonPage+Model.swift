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
    package let completedAt: Instant?
    /// Percentage of the course that is done.
    package let percent: Int
    /// Seconds after which staying is enough, if the author says so.
    package let minimumSeconds: Int?
    package let html: String
    package let next: Neighbour?

    /// The activity after this one.
    package struct Neighbour: Encodable, Sendable {
        package let id: String
        package let title: String
        package let language: Language
        package let kind: ActivityKind
        package let minutes: Int
    }
}

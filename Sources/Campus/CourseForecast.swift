import Assessment
package import CourseContent
package import Essentials
package import Progress

/// What publishing other content would change for learners, worked out before it happens.
package struct CourseForecast: Sendable, Hashable {
    /// What changes in one activity.
    package struct Activity: Sendable, Hashable {
        package var change: ActivityChange
        /// Learners who have opened it, and who have done it; they keep that.
        package var begun = 0
        package var done = 0
        /// Learners whom the new rule completes at once.
        package var completed = 0
        /// Attempts under way: they go on with what they were begun on.
        package var openAttempts = 0
        package var waitingAttempts = 0
        /// Results and what was handed in: kept as they are.
        package var sentAttempts = 0
        /// Of a quiz whose content changes.
        package var questions: QuestionChange?
    }

    /// Ids of questions that differ.
    package struct QuestionChange: Sendable, Hashable, Encodable {
        package var added: [String]
        package var removed: [String]
        package var changed: [String]

        package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

        package init(from before: QuizContent, to after: QuizContent) {
            let old = Dictionary(before.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let ids = Set(after.questions.map(\.id))
            added = after.questions.map(\.id).filter { old[$0] == nil }
            removed = before.questions.map(\.id).filter { !ids.contains($0) }
            changed = after.questions.filter { old[$0.id].map { [new = $0] in $0 != new } ?? false }.map(\.id)
        }
    }

    package var key: String
    package var title: String
    package var language: Language
    /// The published version that it is compared with; `nil` when nothing is published yet.
    package var published: Int?
    package var course: [CourseAspect]
    package var modules: [ModuleChange]
    package var activities: [Activity]
    package var people: ReweighForecast

    /// What it would do in a module that has a rule of its own.
    package func part(of module: ModuleChange) -> ReweighForecast.Part {
        people.parts[CoursePart(.module, module.id)] ?? ReweighForecast.Part()
    }

    /// Nothing would be published.
    package var isSame: Bool { published != nil && course.isEmpty && modules.isEmpty && activities.isEmpty }
}

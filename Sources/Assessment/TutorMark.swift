package import Accounts
package import Essentials

/// What a tutor gave for one answer: a fact, never changed; the last one holds.
package struct TutorMark: Sendable, Hashable {
    /// Characters of a comment.
    package static let longestComment = 5000

    package let question: String
    /// 1, 2, 3… for an answer.
    package let number: Int
    package let points: Double
    package let comment: String?
    package let markedBy: Identifier<Person>
    package let markedAt: Instant
}

/// A mark on its way to be kept.
package struct DraftMark: Sendable, Hashable {
    package let question: String
    package let points: Double
    package let comment: String?

    package init(question: String, points: Double, comment: String? = nil) {
        self.question = question
        self.points = points
        self.comment = comment
    }
}

/// What became of an attempt that was marked.
package struct TutorMarking: Sendable, Hashable {
    package let attempt: Attempt
    /// Whether it has a result since now.
    package let isFirstResult: Bool
    /// How often it was marked, this time included, once it has a result.
    package let times: Int
}

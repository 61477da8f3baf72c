package import Accounts
package import CourseContent
package import Essentials

/// One try at a quiz: from the first question shown to the answers sent.
package struct Attempt: Sendable, Hashable {
    package let id: Identifier<Attempt>
    package let person: Identifier<Person>
    package let activity: Identifier<Activity>
    /// In what it is taken: the id of the enrolment.
    package let context: String
    /// The version of the course that was published when it began.
    package let version: Identifier<CourseVersion>
    /// The very questions that it asks, whatever is published since.
    package let contentDigest: String
    /// 1, 2, 3… in a context and an activity.
    package let number: Int
    package let startedAt: Instant
    package let maximumPoints: Double
    /// What its questions were drawn by; `nil` for a quiz that is the same each time.
    package let seed: Int64?
    /// When its time is over, on the server's clock; `nil` for a quiz without a limit.
    package let deadline: Instant?
    /// When it was sent, if a tutor has answers of it to mark.
    package let sentAt: Instant?
    /// `nil` while it is open, and while it waits for a tutor.
    package let result: AttemptResult?

    package var isOpen: Bool { result == nil && sentAt == nil }
    /// Sent, and not marked entirely.
    package var isWaiting: Bool { result == nil && sentAt != nil }
}

/// What an attempt that was sent is worth.
package struct AttemptResult: Sendable, Hashable {
    package let submittedAt: Instant
    package let points: Double
    /// Whole percentage, 0 to 100.
    package let score: Int
}

/// An answer as it is kept.
package struct SavedAnswer: Sendable, Hashable {
    package let question: String
    /// `nil` when it was taken back.
    package let response: Response?
    /// Higher is later.
    package let sequence: Int64
    package let savedAt: Instant
    /// Set when the attempt is sent.
    package let points: Double?
    package let isRight: Bool?
}

/// An answer on its way to be kept.
package struct DraftAnswer: Sendable, Hashable {
    package let question: String
    package let response: RawResponse
    /// The client's clock in milliseconds when the answer was given: the highest wins, whichever tab sends it, however late. `nil` for a form
    /// without script: later than everything kept.
    package let sequence: Int64?

    package init(question: String, response: RawResponse, sequence: Int64? = nil) {
        self.question = question
        self.response = response
        self.sequence = sequence
    }
}

/// An attempt that was sent, question by question.
package struct MarkedAttempt: Sendable, Hashable {
    package let attempt: Attempt
    /// `nil` while a tutor has answers to mark.
    package let result: AttemptResult?
    /// In the order of the quiz; every question, answered or not.
    package let answers: [MarkedAnswer]
}

/// One question of an attempt that was sent.
package struct MarkedAnswer: Sendable, Hashable {
    package let question: String
    package let response: Response?
    /// Without any points while it waits.
    package let mark: Mark
    /// Whether a tutor has yet to mark it.
    package let isWaiting: Bool
    /// What a tutor gave, the last one.
    package let tutor: TutorMark?

    package init(question: String, response: Response?, mark: Mark, isWaiting: Bool = false, tutor: TutorMark? = nil) {
        self.question = question
        self.response = response
        self.mark = mark
        self.isWaiting = isWaiting
        self.tutor = tutor
    }
}

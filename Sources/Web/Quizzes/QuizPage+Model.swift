package import Assessment
package import Campus
package import CourseContent
package import Essentials

/// A quiz before it is begun: what it asks, what one has done already.
package struct QuizModel: Encodable, Sendable {
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let id: String
    package let title: String
    package let language: Language
    package let minutes: Int
    package let place: ActivityPlace
    package let isOptional: Bool
    package let isEvaluation: Bool
    package let isPreview: Bool
    /// Safe HTML.
    package let instructions: String?
    /// How many questions an attempt asks.
    package let questionCount: Int
    /// How many there are, where each attempt gets some of them.
    package let drawnFrom: Int?
    /// Percentage to reach; `nil` when it is only to be read.
    package let passScore: Int?
    package let completion: CompletionModel
    /// The last day; `nil` once it is done, and where nothing says it.
    package let due: DueDay?
    package let attemptsAllowed: Int?
    /// How long one has, in seconds, the extra time included; `nil` for a quiz without a limit.
    package let secondsAllowed: Int64?
    /// Of it, in percent of the usual time.
    package let extraTime: Int?
    package let completedAt: Instant?
    /// Since when no attempt can be begun, though the quiz was completed.
    package let endedAt: Instant?
    package let attempts: [AttemptSummary]
    package let grade: GradeRule
    /// Percentage, by the rule; `nil` while no attempt was sent.
    package let mark: Int?
    package let next: LessonModel.Neighbour?
    /// The questions, for somebody who looks at the course without following it.
    package let preview: [QuestionModel]

    package struct AttemptSummary: Encodable, Sendable {
        package let id: String
        package let number: Int
        package let startedAt: Instant
        /// When its time is over.
        package let deadline: Instant?
        package let submittedAt: Instant?
        package let score: Int?
        /// Sent, and a tutor has texts to mark.
        package let isWaiting: Bool
    }

    /// The attempt that is not sent yet.
    package var openAttempt: AttemptSummary? { attempts.first { $0.submittedAt == nil && !$0.isWaiting } }
    package var isWaiting: Bool { attempts.contains(where: \.isWaiting) }

    /// Whether another attempt may be begun.
    package var mayStart: Bool {
        guard openAttempt == nil, !isWaiting, !isPreview, endedAt == nil else { return false }
        return attemptsAllowed.map { attempts.count < $0 } ?? true
    }
}

/// One attempt at a quiz: being answered, or corrected.
package struct AttemptModel: Encodable, Sendable {
    package let id: String
    package let number: Int
    package let course: String
    package let courseTitle: String
    package let courseLanguage: Language
    package let activity: String
    package let title: String
    package let language: Language
    package let passScore: Int?
    package let attemptsAllowed: Int?
    package let attemptsUsed: Int
    package let instructions: String?
    package let startedAt: Instant
    /// When its time is over.
    package let deadline: Instant?
    /// Until then, by the server's clock; left out once it is sent.
    package let secondsLeft: Int64?
    package let submittedAt: Instant?
    package let score: Int?
    package let points: Double?
    package let maximumPoints: Double
    /// The highest sequence of a saved answer.
    package let sequence: Int
    /// Whether what was right is said, once it is sent; if not, what opens it.
    package let review: ReviewAccess
    /// Safe HTML: what is said of such a result.
    package let band: String?
    /// What was missed, where the correction may be read; left out for nothing.
    var missedWords: OfferedWords?
    /// Sent, and a tutor has texts to mark.
    package let isWaiting: Bool
    package let questions: [QuestionModel]

    package var isPassed: Bool {
        guard let score, let passScore else { return score != nil }
        return score >= passScore
    }

    package var missing: Int { questions.count { !$0.isAnswered } }
}

/// A question as a learner sees it. What is right is there only in a corrected attempt.
package struct QuestionModel: Encodable, Sendable {
    package let id: String
    package let number: Int
    package let type: QuestionType
    /// Safe HTML.
    package let text: String
    package let points: Double
    package let choices: [ChoiceModel]
    package let unit: String?
    /// The fields of a question that has several.
    package let parts: [PartModel]?
    /// The text of a gap fill.
    package let passage: [PieceModel]?
    /// The sound of a dictation.
    package let audio: Audio?
    /// How long a text should be, and what is looked at.
    package let request: TextRequest?
    package let response: ResponseModel?
    package let correction: Correction?

    package struct TextRequest: Encodable, Sendable {
        package let minimumWords: Int?
        package let maximumWords: Int?
        /// Safe HTML.
        package let criteria: [String]
        /// Of what was answered.
        package let words: Int
        package let isOffLength: Bool
    }

    package struct ChoiceModel: Encodable, Sendable {
        package let id: String
        /// Safe HTML.
        package let text: String
    }

    package struct Correction: Encodable, Sendable {
        package let points: Double
        package let isRight: Bool
        /// Safe HTML, in the order in which it is shown.
        package let feedback: [String]
        /// Safe HTML of each right answer.
        package let rightAnswers: [String]
        package let explanation: String?
        /// Each field of a question that has several, except an order.
        package let parts: [PartCorrection]?
        /// Whether a tutor has yet to mark it.
        package let isWaiting: Bool
        /// What a tutor said, as typed.
        package let comment: String?
        /// Safe HTML.
        package let modelAnswer: String?
        /// Of a dictation.
        package let dictation: [DictatedPiece]?
    }

    /// One field of a question that has several.
    package struct PartModel: Encodable, Sendable {
        package let id: String
        /// Safe HTML beside the field; `nil` for a gap.
        package let text: String?
        /// What may be chosen; `nil` where one types.
        package let options: [OptionModel]?
    }

    package struct OptionModel: Encodable, Sendable {
        package let id: String
        /// Plain text.
        package let text: String
    }

    /// A stretch of a text with gaps: plain text, or the id of the field that stands there.
    package struct PieceModel: Encodable, Sendable {
        package let text: String?
        package let part: String?
    }

    package struct PartCorrection: Encodable, Sendable {
        package let id: String
        package let isRight: Bool
        /// Safe HTML.
        package let rightAnswer: String
    }

    /// Whether every field is filled in.
    package var isAnswered: Bool {
        guard let parts else { return response != nil }
        return parts.allSatisfy { response?.parts?[$0.id] != nil }
    }
}

package enum QuestionType: String, Encodable, Sendable {
    case single, multiple, numeric
    case trueFalse = "true-false"
    case shortText = "short-text"
    case gapFill = "gap-fill"
    case matching, ordering
    case longAnswer = "long-answer"
    case dictation
}

/// What was answered: the ids of choices, a text, or what is in each field.
package struct ResponseModel: Encodable, Sendable {
    package let choices: [String]
    package let text: String?
    package let truth: Bool?
    /// By the id of the field: what was typed, or the id of the option.
    package let parts: [String: String]?

    package init(choices: [String] = [], text: String? = nil, truth: Bool? = nil, parts: [String: String]? = nil) {
        self.choices = choices
        self.text = text
        self.truth = truth
        self.parts = parts
    }
}

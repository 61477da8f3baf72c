/// A quiz, ready to be shown and marked.
package struct QuizContent: Codable, Sendable, Hashable {
    /// Safe HTML.
    package var instructions: String?
    /// How many attempts one has; `nil` for no limit.
    package var attemptsAllowed: Int?
    /// Every question, those to draw from included.
    package var questions: [Question]
    /// Digests of the images and downloads in the questions.
    package var assets: [String]
    // What came after the first version is optional, so that older bodies are read and keep their digest.
    package var draws: [QuestionDraw]?
    package var shuffle: Shuffle?
    /// In minutes.
    package var timeLimit: Int?
    package var bands: [ScoreBand]?
    /// `nil` for ``ReviewRule/afterSending``.
    package var review: ReviewRule?

    package init(
        instructions: String?, attemptsAllowed: Int?, questions: [Question], assets: [String] = [],
        draws: [QuestionDraw]? = nil, shuffle: Shuffle? = nil, timeLimit: Int? = nil, bands: [ScoreBand]? = nil,
        review: ReviewRule? = nil
    ) {
        self.instructions = instructions
        self.attemptsAllowed = attemptsAllowed
        self.questions = questions
        self.assets = assets
        self.draws = draws
        self.shuffle = shuffle
        self.timeLimit = timeLimit
        self.bands = bands
        self.review = review
    }

    /// The most one can have, in a quiz that draws nothing: for one that draws, ask what an attempt asks.
    package var points: Double { questions.reduce(0) { $0 + $1.points } }
}

/// A question of a quiz. Texts are safe HTML.
package struct Question: Codable, Sendable, Hashable {
    /// The author's stable id, unique in the quiz.
    package var id: String
    package var text: String
    package var points: Double
    /// `nil` for the rule of the type: ``QuestionBody/usualScoring``.
    package var scoring: Scoring?
    /// Shown with the correction.
    package var explanation: String?
    package var feedback: QuestionFeedback
    /// Whether its choices are shuffled; `nil` for what the quiz says.
    package var isShuffled: Bool?
    package var body: QuestionBody

    package init(
        id: String, text: String, points: Double = 1, scoring: Scoring? = nil, explanation: String? = nil,
        feedback: QuestionFeedback = QuestionFeedback(), isShuffled: Bool? = nil, body: QuestionBody
    ) {
        self.id = id
        self.text = text
        self.points = points
        self.scoring = scoring
        self.explanation = explanation
        self.feedback = feedback
        self.isShuffled = isShuffled
        self.body = body
    }
}

/// What is said of a right and of a wrong answer, as safe HTML.
package struct QuestionFeedback: Codable, Sendable, Hashable {
    package var right: String?
    package var wrong: String?

    package init(right: String? = nil, wrong: String? = nil) {
        self.right = right
        self.wrong = wrong
    }
}

/// What is asked and what is right, by type of question.
package enum QuestionBody: Codable, Sendable, Hashable {
    case single(choices: [Choice])
    case multiple(choices: [Choice])
    /// `feedback` is per answer given.
    case trueFalse(answer: Bool, ifTrue: String?, ifFalse: String?)
    case numeric(NumericKey)
    case shortText(ShortTextKey)
    case gapFill(GapKey)
    case matching(MatchingKey)
    case ordering(OrderingKey)
    case longAnswer(LongAnswerKey)
    case dictation(DictationKey)

    /// What a partly right answer is worth when the question does not say it: a share where there are several fields.
    package var usualScoring: Scoring {
        switch self {
        case .gapFill, .matching, .ordering, .dictation: .partial
        case .single, .multiple, .trueFalse, .numeric, .shortText, .longAnswer: .allOrNothing
        }
    }
}

/// One choice of a single or multiple choice question.
package struct Choice: Codable, Sendable, Hashable {
    /// The author's id, or `c1`, `c2`… by position.
    package var id: String
    /// Safe HTML.
    package var text: String
    package var isCorrect: Bool
    package var feedback: String?

    package init(id: String, text: String, isCorrect: Bool, feedback: String? = nil) {
        self.id = id
        self.text = text
        self.isCorrect = isCorrect
        self.feedback = feedback
    }
}

/// What is right in a numeric question.
package struct NumericKey: Codable, Sendable, Hashable {
    package var answer: Double
    /// Absolute; bounds included.
    package var tolerance: Double
    package var unit: String?
    /// Units that an answer may be given in instead of ``unit``.
    package var otherUnits: [NumericUnit]?
    package var wrongAnswers: [WrongNumber]

    package init(
        answer: Double, tolerance: Double = 0, unit: String? = nil, otherUnits: [NumericUnit]? = nil,
        wrongAnswers: [WrongNumber] = []
    ) {
        self.answer = answer
        self.tolerance = tolerance
        self.unit = unit
        self.otherUnits = otherUnits
        self.wrongAnswers = wrongAnswers
    }
}

/// A unit that is accepted beside the unit of a question.
package struct NumericUnit: Codable, Sendable, Hashable {
    package var unit: String
    /// How much one of it is in the question's unit: 0.001 for grams where kilograms are asked for.
    package var factor: Double

    package init(unit: String, factor: Double) {
        self.unit = unit
        self.factor = factor
    }
}

/// A wrong number that deserves its own feedback.
package struct WrongNumber: Codable, Sendable, Hashable {
    package var value: Double
    package var tolerance: Double
    package var feedback: String

    package init(value: Double, tolerance: Double = 0, feedback: String) {
        self.value = value
        self.tolerance = tolerance
        self.feedback = feedback
    }
}

/// What is right in a short text question.
package struct ShortTextKey: Codable, Sendable, Hashable {
    package var accepted: [TextVariant]
    package var isCaseSensitive: Bool
    package var isAccentSensitive: Bool
    package var wrongAnswers: [TextVariant]

    package init(
        accepted: [TextVariant], isCaseSensitive: Bool = false, isAccentSensitive: Bool = false,
        wrongAnswers: [TextVariant] = []
    ) {
        self.accepted = accepted
        self.isCaseSensitive = isCaseSensitive
        self.isAccentSensitive = isAccentSensitive
        self.wrongAnswers = wrongAnswers
    }
}

/// A text that an answer is compared with, and what is said of it.
package struct TextVariant: Codable, Sendable, Hashable {
    package var text: String
    package var feedback: String?

    package init(text: String, feedback: String? = nil) {
        self.text = text
        self.feedback = feedback
    }
}

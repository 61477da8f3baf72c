/// Questions of which every attempt gets some.
package struct QuestionDraw: Codable, Sendable, Hashable {
    /// How many an attempt gets.
    package var count: Int
    /// Ids of the questions to draw from. They follow each other in ``QuizContent/questions`` and are worth the same.
    package var from: [String]

    package init(count: Int, from: [String]) {
        self.count = count
        self.from = from
    }
}

/// What stands in another order in each attempt.
package enum Shuffle: String, Codable, Sendable, Hashable, CaseIterable {
    case questions
    /// The choices of single and multiple choice questions, where the question does not say otherwise.
    case choices
    case both
}

/// Which attempts make the mark that is shown.
package enum GradeRule: String, Codable, Sendable, Hashable, CaseIterable {
    case best, last, average
}

/// What is said of a result from a percentage on.
package struct ScoreBand: Codable, Sendable, Hashable {
    /// Percentage, 0 to 100, included.
    package var from: Int
    /// Safe HTML.
    package var text: String

    package init(from: Int, text: String) {
        self.from = from
        self.text = text
    }
}

/// When a learner may read what was right and why.
package enum ReviewRule: String, Codable, Sendable, Hashable, CaseIterable {
    case afterSending = "after-sending"
    case afterLastAttempt = "after-last-attempt"
    case afterPassing = "after-passing"
    case never
}

extension QuizContent {
    /// How many questions an attempt asks.
    package var questionCount: Int {
        (draws ?? []).reduce(questions.count) { $0 - max(0, $1.from.count - $1.count) }
    }

    /// Whether two attempts may differ.
    package var isDrawn: Bool {
        draws != nil || shuffle != nil || questions.contains { $0.isShuffled == true }
    }

    /// What is said of a result: the highest band that it reaches; `nil` when there is none.
    package func band(of score: Int) -> ScoreBand? {
        (bands ?? []).filter { $0.from <= score }.max { $0.from < $1.from }
    }
}

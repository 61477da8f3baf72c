/// A text that a tutor reads and marks.
package struct LongAnswerKey: Codable, Sendable, Hashable {
    /// What is asked for; shorter and longer texts are taken all the same, and the learner is told.
    package var minimumWords: Int?
    package var maximumWords: Int?
    /// A good answer, as safe HTML: shown once the text is marked, and to who marks.
    package var modelAnswer: String?
    /// What is looked at, as safe HTML: shown with the question and to who marks.
    package var criteria: [String]?

    package init(
        minimumWords: Int? = nil, maximumWords: Int? = nil, modelAnswer: String? = nil, criteria: [String]? = nil
    ) {
        self.minimumWords = minimumWords
        self.maximumWords = maximumWords
        self.modelAnswer = modelAnswer
        self.criteria = criteria
    }

    /// Words of a text: what stands between spaces and holds a letter or a digit.
    package static func words(in text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count { $0.contains { $0.isLetter || $0.isNumber } }
    }

    /// Whether a text is shorter or longer than what is asked for.
    package func isOffLength(_ text: String) -> Bool {
        let words = Self.words(in: text)
        return words < minimumWords ?? 0 || words > maximumWords ?? Int.max
    }
}

package import CourseContent
package import Essentials

/// The answers of an open attempt, and the rule by which a new one replaces another: the highest sequence wins. Pure.
///
/// So a request that comes twice, late or from a second tab never undoes what was answered after it.
package struct AnswerSheet: Sendable {
    /// Sequences are whole numbers that every client can hold.
    package static let sequences: ClosedRange<Int64> = 1...9_007_199_254_740_991

    private let questions: [String: Question]
    /// By question.
    package private(set) var answers: [String: SavedAnswer]

    package init(quiz: QuizContent, answers: [SavedAnswer] = []) {
        questions = Dictionary(quiz.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.answers = Dictionary(answers.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Takes an answer in.
    /// - Returns: `false` when it is not later than the one kept, which then stays.
    /// - throws: ``AssessmentError/unknownQuestion(_:)``, ``AssessmentError/invalidResponse(question:_:)``,
    ///   ``AssessmentError/invalidSequence(question:)``.
    package mutating func take(_ draft: DraftAnswer, at now: Instant) throws(AssessmentError) -> Bool {
        guard let question = questions[draft.question] else { throw .unknownQuestion(draft.question) }
        if let sequence = draft.sequence, !Self.sequences.contains(sequence) {
            throw .invalidSequence(question: draft.question)
        }
        let response = try Response.read(draft.response, for: question)
        let kept = answers[draft.question]?.sequence
        let sequence = draft.sequence ?? max((kept ?? 0) + 1, now.milliseconds)
        if let kept, sequence <= kept { return false }
        answers[draft.question] = SavedAnswer(
            question: draft.question, response: response, sequence: sequence, savedAt: now, points: nil, isRight: nil)
        return true
    }
}

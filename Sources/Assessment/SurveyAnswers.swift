package import CourseContent
import Foundation

/// What somebody answered to a survey, checked against its questions. Pure.
package struct SurveyAnswers: Sendable, Hashable {
    /// By question, those without an answer left out: ids of choices, a number from 1 to 5, or a text.
    package let values: [String: [String]]

    /// Characters of an answer in one's own words.
    package static let longestText = 2000

    /// - throws: ``AssessmentError`` for what the survey does not ask, and for nothing at all.
    package init(_ sent: [String: [String]], to survey: SurveyContent) throws(AssessmentError) {
        let questions = Dictionary(survey.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var values: [String: [String]] = [:]
        for (id, given) in sent.sorted(by: { $0.key < $1.key }) {
            guard let question = questions[id] else { throw .unknownQuestion(id) }
            let answers = given.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
            if answers.isEmpty { continue }
            values[id] = try Self.checked(answers, question)
        }
        if values.isEmpty { throw .emptySurvey }
        self.values = values
    }

    private static func checked(_ answers: [String], _ question: SurveyQuestion) throws(AssessmentError) -> [String] {
        func refuse(_ problem: ResponseProblem) -> AssessmentError { .invalidResponse(question: question.id, problem) }
        switch question.body {
        case .choice(let options, let isMultiple):
            if !isMultiple, answers.count > 1 { throw refuse(.wrongShape) }
            guard Set(answers).isSubset(of: options.map(\.id)) else { throw refuse(.unknownChoice) }
            // In the order in which they are offered, each once.
            return options.map(\.id).filter(answers.contains)
        case .scale(let labels):
            if answers.count > 1 { throw refuse(.wrongShape) }
            guard (1...labels.count).map(String.init).contains(answers[0]) else { throw refuse(.unknownChoice) }
            return answers
        case .text:
            if answers.count > 1 { throw refuse(.wrongShape) }
            let text = answers[0].replacing("\r\n", with: "\n")
            if text.count > longestText { throw .surveyTextTooLong(question: question.id) }
            let isForbidden = { (scalar: Unicode.Scalar) in
                (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0x7F
            }
            if text.unicodeScalars.contains(where: isForbidden) { throw refuse(.forbiddenCharacter) }
            return [text]
        }
    }
}

/// The answers of a cohort to a survey, put together. Pure.
package struct SurveyResults: Sendable, Hashable {
    package struct Question: Sendable, Hashable {
        package let question: SurveyQuestion
        /// How many answered it.
        package let answered: Int
        /// How often each choice, or each step of the scale, was taken, in their order; empty for a text.
        package let counts: [Int]
        /// In alphabetical order, so that nothing is said of who answered when.
        package let texts: [String]
    }

    package let questions: [Question]

    /// - Parameter responses: of everybody, by question.
    package init(_ survey: SurveyContent, _ responses: [[String: [String]]]) {
        questions = survey.questions.map { question in
            let given = responses.compactMap { $0[question.id] }
            let keys: [String] =
                switch question.body {
                case .choice(let options, _): options.map(\.id)
                case .scale(let labels): labels.indices.map { String($0 + 1) }
                case .text: []
                }
            return Question(
                question: question, answered: given.count, counts: keys.map { key in given.count { $0.contains(key) } },
                texts: keys.isEmpty ? given.flatMap(\.self).sorted() : [])
        }
    }

    /// Anonymous answers are shown from so many on.
    package static let leastAnonymous = 5
}

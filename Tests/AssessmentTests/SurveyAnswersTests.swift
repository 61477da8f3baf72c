import Assessment
import CourseContent
import Testing

@Suite("The answers to a survey")
struct SurveyAnswersTests {
    static let survey = SurveyContent(
        isAnonymous: true,
        questions: [
            SurveyQuestion(id: "scale", text: "", body: .scale(labels: ["1", "2", "3", "4", "5"])),
            SurveyQuestion(id: "one", text: "", body: .choice(options: options, isMultiple: false)),
            SurveyQuestion(id: "several", text: "", body: .choice(options: options, isMultiple: true)),
            SurveyQuestion(id: "text", text: "", body: .text),
        ])
    private static let options = [AnswerOption(id: "a", text: "A"), AnswerOption(id: "b", text: "B")]

    struct Case: Sendable, CustomTestStringConvertible {
        let sent: [String: [String]]
        var kept: [String: [String]]?
        var refusal: AssessmentError?
        var testDescription: String { "\(sent)".prefix(60).description }
    }

    static let cases: [Case] = [
        Case(sent: ["scale": ["1"]], kept: ["scale": ["1"]]), Case(sent: ["scale": ["5"]], kept: ["scale": ["5"]]),
        Case(sent: ["scale": ["0"]], refusal: .invalidResponse(question: "scale", .unknownChoice)),
        Case(sent: ["scale": ["6"]], refusal: .invalidResponse(question: "scale", .unknownChoice)),
        Case(sent: ["scale": ["04"]], refusal: .invalidResponse(question: "scale", .unknownChoice)),
        Case(sent: ["scale": ["1", "2"]], refusal: .invalidResponse(question: "scale", .wrongShape)),
        Case(sent: ["one": ["b"]], kept: ["one": ["b"]]),
        Case(sent: ["one": ["a", "b"]], refusal: .invalidResponse(question: "one", .wrongShape)),
        Case(sent: ["one": ["c"]], refusal: .invalidResponse(question: "one", .unknownChoice)),
        Case(sent: ["several": ["b", "a", "b"]], kept: ["several": ["a", "b"]]),
        Case(sent: ["several": ["a", "c"]], refusal: .invalidResponse(question: "several", .unknownChoice)),
        Case(sent: ["text": [" <b>Oui</b>\r\nNon "]], kept: ["text": ["<b>Oui</b>\nNon"]]),
        Case(sent: ["text": [String(repeating: "é", count: 2000)]], kept: ["text": [String(repeating: "é", count: 2000)]]),
        Case(sent: ["text": [String(repeating: "é", count: 2001)]], refusal: .surveyTextTooLong(question: "text")),
        Case(sent: ["text": ["a\u{7}b"]], refusal: .invalidResponse(question: "text", .forbiddenCharacter)),
        Case(sent: ["text": ["a", "b"]], refusal: .invalidResponse(question: "text", .wrongShape)),
        Case(sent: ["other": ["a"]], refusal: .unknownQuestion("other")),
        Case(sent: [:], refusal: .emptySurvey), Case(sent: ["text": [" "], "several": []], refusal: .emptySurvey),
        Case(sent: ["text": [""], "one": ["a"]], kept: ["one": ["a"]]),
    ]

    @Test("are taken, or refused for their reason", arguments: cases)
    func check(_ given: Case) {
        do throws(AssessmentError) {
            #expect(try SurveyAnswers(given.sent, to: Self.survey).values == given.kept)
        } catch {
            #expect(error == given.refusal)
        }
    }

    @Test("are counted, and texts stand in alphabetical order")
    func results() {
        let results = SurveyResults(
            Self.survey,
            [
                ["scale": ["4"], "several": ["a", "b"], "text": ["z"]], ["scale": ["4"], "several": ["b"], "text": ["a"]],
                ["one": ["a"]],
            ])
        #expect(results.questions.map(\.counts) == [[0, 0, 0, 2, 0], [1, 0], [1, 2], []])
        #expect(results.questions.map(\.answered) == [2, 1, 2, 2])
        #expect(results.questions.last?.texts == ["a", "z"])
    }
}

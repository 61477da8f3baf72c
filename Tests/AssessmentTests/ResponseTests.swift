import Assessment
import CourseContent
import Essentials
import Foundation
import Testing

@Suite("Answers as clients send them")
struct ResponseTests {
    private static let choices = [
        Choice(id: "a", text: "A", isCorrect: true), Choice(id: "b", text: "B", isCorrect: false),
    ]
    private static let single = Question(id: "single", text: "?", body: .single(choices: choices))
    private static let multiple = Question(id: "multiple", text: "?", body: .multiple(choices: choices))
    private static let truth = Question(id: "truth", text: "?", body: .trueFalse(answer: true, ifTrue: nil, ifFalse: nil))
    private static let number = Question(id: "number", text: "?", body: .numeric(NumericKey(answer: 1)))
    private static let text = Question(
        id: "text", text: "?", body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")])))

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let question: Question
        let raw: RawResponse
        let expected: Result<Response?, ResponseProblem>

        init(_ question: Question, _ raw: RawResponse, _ expected: Response?) {
            testDescription = "\(question.id): \(raw)"
            self.question = question
            self.raw = raw
            self.expected = .success(expected)
        }

        init(_ question: Question, _ raw: RawResponse, refused problem: ResponseProblem) {
            testDescription = "\(question.id): \(problem.rawValue)"
            self.question = question
            self.raw = raw
            expected = .failure(problem)
        }
    }

    static let cases: [Case] = [
        Case(single, .one("a"), .choice("a")), Case(single, .one(""), nil), Case(single, .one("z"), refused: .unknownChoice),
        Case(single, .one("A"), refused: .unknownChoice), Case(single, .several(["a"]), refused: .wrongShape),
        Case(multiple, .several(["b", "a"]), .choices(["a", "b"])), Case(multiple, .several([]), .choices([])),
        Case(multiple, .several(["a", "a"]), .choices(["a"])), Case(multiple, .one("b"), .choices(["b"])),
        Case(multiple, .one(""), .choices([])), Case(multiple, .several(["a", "z"]), refused: .unknownChoice),
        Case(multiple, .several(Array(repeating: "a", count: 10_000)), refused: .unknownChoice),
        Case(truth, .one("true"), .truth(true)), Case(truth, .one("false"), .truth(false)), Case(truth, .one(""), nil),
        Case(truth, .one("yes"), refused: .unknownChoice), Case(truth, .several(["true"]), refused: .wrongShape),
        Case(number, .one("12,5 kg"), .number("12,5 kg")), Case(number, .one("twelve"), .number("twelve")),
        Case(number, .one(""), .number("")), Case(number, .several([]), refused: .wrongShape),
        Case(text, .one(" Quai "), .text(" Quai ")), Case(text, .one("a\0b"), refused: .forbiddenCharacter),
        Case(text, .one(String(repeating: "é", count: 500)), .text(String(repeating: "é", count: 500))),
        Case(text, .one(String(repeating: "é", count: 501)), refused: .tooLong),
        Case(text, .one(String(repeating: "a", count: 1_000_000)), refused: .tooLong),
        Case(text, .one("e" + String(repeating: "\u{0301}", count: 100_000)), refused: .tooLong),
        Case(text, .one("<script>alert(1)</script>"), .text("<script>alert(1)</script>")),
    ]

    @Test("each is read against its question, or refused", arguments: cases)
    func read(_ given: Case) {
        var found: Result<Response?, ResponseProblem>
        do throws(AssessmentError) {
            found = .success(try Response.read(given.raw, for: given.question))
        } catch {
            guard case .invalidResponse(given.question.id, let problem) = error else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(error.question == given.question.id)
            #expect(!error.phrase.fr.isEmpty && !error.phrase.en.isEmpty)
            found = .failure(problem)
        }
        #expect(found == given.expected)
    }

    @Test(
        "JSON gives a string or an array of strings",
        arguments: [
            (#""a""#, .one("a")), (#"["a","b"]"#, .several(["a", "b"])), ("[]", .several([])), ("1", nil), ("true", nil),
            ("null", nil), (#"{"a":1}"#, nil), (#"["a",1]"#, nil), ("[[]]", nil),
            (#"{"a":"1","b":null}"#, .parts(["a": "1", "b": nil])), ("{}", .parts([:])),
        ] as [(String, RawResponse?)])
    func json(text: String, expected: RawResponse?) {
        #expect((try? JSONDecoder().decode(RawResponse.self, from: Data(text.utf8))) == expected)
    }

    @Test(
        "an answer that is encoded is read back as it was",
        arguments: [
            .choice("c1"), .choices([]), .choices(["a", "b"]), .truth(true), .truth(false), .number("12,5 €"),
            .text("l’été \"quoted\" \\ back\nline\ttab \u{1} \u{2028} 🙂 </script>"), .text(""), .parts([:]),
            .parts(["g1": "l’été \"", "g2": "</script>"]),
        ] as [Response])
    func roundTrip(_ response: Response) throws {
        let data = try JSONEncoder().encode(response)
        #expect(try JSONDecoder().decode(Response.self, from: data) == response)
    }
}

import Assessment
import CourseContent
import Essentials
import TestSupport
import Testing

@Suite("The answers of an open attempt")
struct AnswerSheetTests {
    private static let now = Instant(milliseconds: 1_000_000)
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: nil,
        questions: ["a", "b", "c"].map {
            Question(id: $0, text: "?", body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")])))
        })

    private static func draft(_ question: String, _ text: String, _ sequence: Int64?) -> DraftAnswer {
        DraftAnswer(question: question, response: .one(text), sequence: sequence)
    }

    @Test("the highest sequence wins, equal and lower ones change nothing")
    func sequence() throws {
        var sheet = AnswerSheet(quiz: Self.quiz)
        #expect(try sheet.take(Self.draft("a", "two", 2), at: Self.now))
        #expect(try !sheet.take(Self.draft("a", "replay", 2), at: Self.now))
        #expect(try !sheet.take(Self.draft("a", "late", 1), at: Self.now))
        #expect(sheet.answers["a"]?.response == .text("two"))
        #expect(try sheet.take(Self.draft("a", "", 3), at: Self.now))
        #expect(sheet.answers["a"]?.response == .text(""))
        #expect(try sheet.take(Self.draft("b", "other", 1), at: Self.now))
    }

    @Test("a form without script is later than everything kept, whatever the clocks")
    func withoutSequence() throws {
        var sheet = AnswerSheet(quiz: Self.quiz)
        _ = try sheet.take(Self.draft("a", "one", nil), at: Self.now)
        #expect(sheet.answers["a"]?.sequence == Self.now.milliseconds)
        _ = try sheet.take(Self.draft("a", "ahead", 9_000_000), at: Self.now)
        #expect(try sheet.take(Self.draft("a", "form", nil), at: Self.now))
        #expect(sheet.answers["a"]?.response == .text("form"))
        #expect(sheet.answers["a"]?.sequence == 9_000_001)
    }

    @Test(
        "what cannot be an answer is refused",
        arguments: [
            (draft("z", "x", 1), .unknownQuestion("z")), (draft("a", "x", 0), .invalidSequence(question: "a")),
            (draft("a", "x", -5), .invalidSequence(question: "a")), (draft("a", "x", .max), .invalidSequence(question: "a")),
            (draft("a", "x\0", 1), .invalidResponse(question: "a", .forbiddenCharacter)),
        ] as [(DraftAnswer, AssessmentError)])
    func refusal(draft: DraftAnswer, error: AssessmentError) {
        var sheet = AnswerSheet(quiz: Self.quiz)
        #expect(throws: error) { try sheet.take(draft, at: Self.now) }
        #expect(sheet.answers.isEmpty)
        #expect(error.question == draft.question)
    }

    @Test("tabs, replays and late requests in any order keep the last answer given", arguments: 0..<300)
    func anyOrder(_ seed: Int) throws {
        var random = SequenceRandom(seed: UInt64(seed))
        var drafts: [DraftAnswer] = []
        var expected: [String: String] = [:]
        for sequence in 1...Int.random(in: 1...20, using: &random) {
            let question = ["a", "b", "c"][Int.random(in: 0..<3, using: &random)]
            let copies = Int.random(in: 1...3, using: &random)
            drafts += Array(repeating: Self.draft(question, "\(sequence)", Int64(sequence)), count: copies)
            expected[question] = "\(sequence)"
        }
        drafts.shuffle(using: &random)
        var sheet = AnswerSheet(quiz: Self.quiz)
        for draft in drafts { _ = try sheet.take(draft, at: Self.now) }
        #expect(sheet.answers.mapValues(\.response) == expected.mapValues { .text($0) })
    }
}

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

    /// One question of each type that has several fields, and a long text.
    private static let parts = QuizContent(
        instructions: nil, attemptsAllowed: nil,
        questions: [
            Question(
                id: "gaps", text: "?",
                body: .gapFill(GapKey(pieces: [.gap(Gap(id: "g1", answer: .typed(accepted: ["x"])))]))),
            Question(
                id: "pairs", text: "?",
                body: .matching(
                    MatchingKey(
                        items: [MatchingItem(id: "p1", text: "?", answer: "o1")],
                        options: (1...20).map { AnswerOption(id: "o\($0)", text: "\($0)") }))),
            Question(
                id: "order", text: "?",
                body: .ordering(
                    OrderingKey(
                        items: (1...20).map { OrderingItem(id: "i\($0)", text: "\($0)") }, order: (1...20).map { "i\($0)" }))),
            Question(id: "text", text: "?", body: .longAnswer(LongAnswerKey())),
        ])

    @Test(
        "the same for questions with several fields: an answer is kept whole, fields of two answers are never mixed",
        arguments: 0..<300)
    func anyOrderOfParts(_ seed: Int) throws {
        var random = SequenceRandom(seed: UInt64(seed))
        var drafts: [DraftAnswer] = []
        var expected: [String: Response?] = [:]
        for sequence in 1...Int.random(in: 1...20, using: &random) {
            let (question, raw, kept): (String, RawResponse, Response?) =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: ("gaps", .parts(["g1": "\(sequence)"]), .parts(["g1": "\(sequence)"]))
                case 1: ("pairs", .parts(["p1": "o\(sequence)"]), .parts(["p1": "o\(sequence)"]))
                case 2: ("order", .parts(["i\(max(sequence, 2))": "1", "i1": nil]), .parts(["i\(max(sequence, 2))": "1"]))
                case 3: ("order", .parts(["i1": ""]), nil)
                default: ("text", .one("\(sequence)\r\n"), .text("\(sequence)\n"))
                }
            let draft = DraftAnswer(question: question, response: raw, sequence: Int64(sequence))
            drafts += Array(repeating: draft, count: Int.random(in: 1...3, using: &random))
            expected[question] = .some(kept)
        }
        drafts.shuffle(using: &random)
        var sheet = AnswerSheet(quiz: Self.parts)
        for draft in drafts { _ = try sheet.take(draft, at: Self.now) }
        #expect(sheet.answers.mapValues(\.response) == expected)
    }
}

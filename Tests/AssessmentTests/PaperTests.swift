import CourseContent
import Testing

@testable import Assessment

@Suite("What an attempt asks")
struct PaperTests {
    private static func question(_ id: String, points: Double = 1, isShuffled: Bool? = nil) -> Question {
        Question(
            id: id, text: "?", points: points, isShuffled: isShuffled,
            body: .single(choices: ["a", "b", "c", "d"].map { Choice(id: $0, text: $0, isCorrect: $0 == "a") }))
    }

    /// One question, three of eight, one question.
    private static func quiz(shuffle: Shuffle? = nil) -> QuizContent {
        let pool = (1...8).map { question("p\($0)", points: 2) }
        return QuizContent(
            instructions: nil, attemptsAllowed: nil,
            questions: [question("first", isShuffled: false)] + pool + [question("last", points: 3)],
            draws: [QuestionDraw(count: 3, from: pool.map(\.id))], shuffle: shuffle)
    }

    private static func choices(_ question: Question?) -> [String] {
        guard case .single(let choices) = question?.body else { return [] }
        return choices.map(\.id)
    }

    @Test("the numbers are those of SplitMix64, for ever")
    func numbers() {
        var random = DrawRandom(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test("the draw of a seed never changes: attempts that were made are read by it")
    func forEver() {
        let paper = Self.quiz(shuffle: .both).paper(seed: 42)
        #expect(paper.questions.map(\.id) == Self.kept.questions)
        #expect(paper.questions.map { Self.choices($0).joined() } == Self.kept.choices)
    }

    private static let kept = (
        questions: ["first", "last", "p4", "p2", "p7"], choices: ["abcd", "abdc", "dbca", "dcab", "dcba"]
    )

    @Test(
        "the same seed gives the same questions, in the same order; others follow",
        arguments: [Shuffle?.none, .questions, .choices, .both])
    func sameSeed(_ shuffle: Shuffle?) {
        let quiz = Self.quiz(shuffle: shuffle)
        var papers: Set<QuizContent> = []
        for seed in Int64(-50)..<50 {
            let paper = quiz.paper(seed: seed)
            #expect(paper == quiz.paper(seed: seed))
            #expect(paper.questions.count == 5 && quiz.questionCount == 5)
            #expect(Set(paper.questions.map(\.id)).isSuperset(of: ["first", "last"]))
            // A paper is a quiz without anything left to draw.
            #expect(paper.paper(seed: 1) == paper || shuffle != nil)
            papers.insert(paper)
        }
        #expect(papers.count > 20)
    }

    @Test("every attempt is worth the same")
    func points() {
        for seed in Int64(0)..<50 { #expect(Self.quiz(shuffle: .both).paper(seed: seed).points == 10) }
    }

    @Test("every question can be drawn, about as often as any other")
    func everyQuestion() {
        var times: [String: Int] = [:]
        for seed in Int64(0)..<4000 {
            for question in Self.quiz().paper(seed: seed).questions { times[question.id, default: 0] += 1 }
        }
        for number in 1...8 {
            // 3 of 8 of 4,000 is 1,500; its standard deviation is 31.
            #expect((1350...1650).contains(times["p\(number)"] ?? 0))
        }
    }

    @Test("each place is as likely in a shuffle")
    func everyPlace() {
        var first: [String: Int] = [:]
        for seed in Int64(0)..<4000 {
            let paper = Self.quiz(shuffle: .choices).paper(seed: seed)
            first[Self.choices(paper.questions.last).first ?? "", default: 0] += 1
        }
        for choice in ["a", "b", "c", "d"] { #expect((850...1150).contains(first[choice] ?? 0)) }
    }

    @Test("what is not shuffled stands as written, what was drawn too")
    func order() {
        let plain = Self.quiz().paper(seed: 7)
        #expect(plain.questions.map(\.id) == plain.questions.map(\.id).sorted { place($0) < place($1) })
        for question in plain.questions { #expect(Self.choices(question) == ["a", "b", "c", "d"]) }
        for seed in Int64(0)..<20 {
            let paper = Self.quiz(shuffle: .choices).paper(seed: seed)
            #expect(Self.choices(paper.questions.first { $0.id == "first" }) == ["a", "b", "c", "d"])
        }
    }

    private func place(_ id: String) -> Int { Self.quiz().questions.firstIndex { $0.id == id } ?? -1 }

    @Test("a question may be shuffled in a quiz that is not")
    func oneQuestion() {
        let quiz = QuizContent(
            instructions: nil, attemptsAllowed: nil, questions: [Self.question("a"), Self.question("b", isShuffled: true)])
        #expect(quiz.isDrawn)
        let orders = Set((Int64(0)..<30).map { Self.choices(quiz.paper(seed: $0).questions.last) })
        #expect(orders.count > 5)
        #expect((Int64(0)..<30).allSatisfy { Self.choices(quiz.paper(seed: $0).questions.first) == ["a", "b", "c", "d"] })
    }

    @Test("without a seed everything stands as written, and a draw takes its first questions")
    func withoutSeed() {
        let paper = Self.quiz(shuffle: .both).paper(seed: nil)
        #expect(paper.questions.map(\.id) == ["first", "p1", "p2", "p3", "last"])
        #expect(Self.choices(paper.questions.last) == ["a", "b", "c", "d"])
    }

    @Test("a quiz that draws and shuffles nothing is its own paper")
    func asWritten() {
        let quiz = QuizContent(instructions: "x", attemptsAllowed: 2, questions: [Self.question("a"), Self.question("b")])
        #expect(!quiz.isDrawn && quiz.paper(seed: 5) == quiz && quiz.questionCount == 2)
    }
}

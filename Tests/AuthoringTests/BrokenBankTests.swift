import Authoring
import CourseContent
import Testing

@Suite("Question banks and draws")
struct BrokenBankTests {
    static let bank = """
        title: Une banque
        questions:
          - { id: b1, type: true-false, text: A, answer: true }
          - { id: b2, type: true-false, text: B, answer: true }
          - { id: b3, type: true-false, text: C, answer: false }

        """

    private func course(_ questions: String, _ files: [String: String] = [:]) throws -> CourseOnDisk {
        try CourseOnDisk(["01-m/02-q.quiz.yml": CourseOnDisk.quizHead + questions].merging(files) { $1 })
    }

    @Test("quizzes draw from a bank and from questions of their own")
    func draws() throws {
        let disk = try course(
            CourseOnDisk.question + """
                  - { draw: 2, bank: faits }
                  - draw: 1
                    from:
                      - { id: p1, type: true-false, text: A, points: 2, answer: true }
                      - { id: p2, type: true-false, text: B, points: 2, answer: true }

                """, ["banks/faits.bank.yml": Self.bank])
        #expect(disk.found() == [])
        let quiz = try #require(disk.quizContent())
        #expect(quiz.questions.map(\.id) == ["q1", "b1", "b2", "b3", "p1", "p2"])
        #expect(quiz.draws == [QuestionDraw(count: 2, from: ["b1", "b2", "b3"]), QuestionDraw(count: 1, from: ["p1", "p2"])])
        #expect(quiz.questionCount == 4)
    }

    @Test("images of a bank come with the quiz that draws from it")
    func images() throws {
        let bank =
            "questions:\n  - { id: b1, type: true-false, text: \"![Un plan](files/plan.svg) ![Autre](../files/x.svg)\", answer: true }\n"
        let disk = try CourseOnDisk([
            "01-m/02-q.quiz.yml": Array((CourseOnDisk.quizHead + "  - { draw: 1, bank: plans }\n").utf8),
            "banks/plans.bank.yml": Array(bank.utf8), "banks/files/plan.svg": Sample.svg, "files/x.svg": Sample.svg,
        ])
        #expect(disk.found() == [])
        #expect(disk.quizContent()?.assets.count == 1)
    }

    @Test(
        "what is wrong in a draw",
        arguments: [
            ("- { draw: 4, bank: faits }", ["draw-too-large 6:7"]), ("- { draw: 0, bank: faits }", ["out-of-range 6:13"]),
            ("- { bank: faits }", ["missing-key 6:5"]), ("- { draw: 1 }", ["missing-key 6:5"]),
            ("- { draw: 1, bank: fait }", ["unknown-bank 6:22"]), ("- { draw: 1, bank: Faits }", ["invalid-id 6:22"]),
            ("- { draw: 1, bank: faits, shuffle: true }", ["unknown-key 6:29"]), ("- { draw: 1, from: [] }", ["empty-list 6:22"]),
            (
                "- { draw: 1, bank: faits }\n  - { draw: 1, bank: faits }",
                ["duplicate-id 7:16", "duplicate-id 7:16", "duplicate-id 7:16"]
            ),
            ("- { draw: 1, bank: faits }\n  - { id: b2, type: true-false, text: Z, answer: true }", ["duplicate-id 7:7"]),
            (
                "- { draw: 1, from: [{ id: x, type: true-false, text: A, answer: true }, "
                    + "{ id: y, type: true-false, text: B, points: 2, answer: true }] }", ["draw-unequal-points 6:7"]
            ),
            ("- { draw: 1, from: [{ draw: 1, bank: faits }] }", ["missing-key 6:23"]),
        ])
    func draw(_ questions: String, _ expected: [String]) throws {
        let disk = try course("  " + questions + "\n", ["banks/faits.bank.yml": Self.bank])
        #expect(disk.found().map { $0.replacing("01-m/02-q.quiz.yml:", with: "") } == expected)
    }

    @Test("a bank is read and checked even if nothing draws from it")
    func unused() throws {
        let disk = try course(
            CourseOnDisk.question,
            [
                "banks/a.bank.yml": Self.bank.replacing("answer: false", with: "answer: oui"),
                "banks/b.bank.yml": "questions: []\n", "banks/Nom.bank.yml": Self.bank, "banks/c.yml": Self.bank,
                "banks/d/e.bank.yml": Self.bank, "banks/f.bank.yml": "questions:\n  - { draw: 1, bank: a }\n",
            ])
        #expect(
            disk.found() == [
                "bad-name banks/Nom.bank.yml:1:1", "wrong-type banks/a.bank.yml:5:50", "empty-list banks/b.bank.yml:1:12",
                "bad-name banks/c.yml:1:1", "unexpected-folder banks/d:1:1", "missing-key banks/f.bank.yml:2:5",
            ])
    }

    @Test(
        "the rules of a quiz",
        arguments: [
            ("shuffle: both", []), ("shuffle: all", ["unknown-value 5:10"]), ("grade: average", []), ("grade: best", []),
            ("grade: worst", ["unknown-value 5:8"]), ("review: after-passing", []),
            ("review: after-last-attempt", ["endless-attempts 5:1"]), ("review: always", ["unknown-value 5:9"]),
            ("bands: [{ from: 0, text: \"*Non*\" }, { from: 80, text: Oui }]", []),
            ("bands: [{ from: 101, text: A }]", ["out-of-range 5:17"]), ("bands: [{ from: 1 }]", ["missing-key 5:9"]),
            ("bands: [{ text: A }]", ["missing-key 5:9"]),
            ("bands: [{ from: 5, text: A }, { from: 5, text: B }]", ["duplicate-answer 5:33"]),
            ("bands: [{ from: 5, text: \"<b>A</b>\" }]", ["raw-html 5:27"]),
        ])
    func rules(_ line: String, _ expected: [String]) throws {
        let text = CourseOnDisk.quizHead.replacing("questions:", with: line + "\nquestions:") + CourseOnDisk.question
        let found = try CourseOnDisk(["01-m/02-q.quiz.yml": text]).found()
        #expect(found.map { $0.replacing("01-m/02-q.quiz.yml:", with: "") } == expected)
    }

    @Test("what is usual is the same as nothing, in the digest too")
    func usual() throws {
        let plain = try CourseOnDisk.quiz(CourseOnDisk.question).read().course
        let text = CourseOnDisk.quizHead.replacing("questions:", with: "grade: best\nreview: after-sending\nquestions:")
        let said = try CourseOnDisk(["01-m/02-q.quiz.yml": text + CourseOnDisk.question]).read().course
        #expect(plain?.outline == said?.outline)
    }
}

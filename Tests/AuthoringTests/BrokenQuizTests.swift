import Authoring
import Testing

@Suite("What is wrong in a quiz is said where it is")
struct BrokenQuizTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        /// Keys of one question; the first is on line 6, indented by four.
        var lines: [String]
        /// `code line:column`.
        var expected: [String]

        init(_ name: String, _ lines: [String], _ expected: [String]) {
            testDescription = name
            self.lines = lines
            self.expected = expected
        }
    }

    static func single(_ choices: String...) -> [String] {
        ["id: q1", "type: single", "text: A ?", "choices:"] + choices.map { "  - " + $0 }
    }

    static let cases: [Case] = [
        Case("single", single("{ text: A, correct: true }", "{ text: B }"), []),
        Case("no type", ["id: q1", "text: A"], ["missing-key 6:5"]),
        Case("an unknown type", ["id: q1", "type: singel", "text: A"], ["unknown-value 7:11"]),
        Case("no id and no text", ["type: true-false", "answer: true"], ["missing-key 6:5", "missing-key 6:5"]),
        Case("one choice", single("{ text: A, correct: true }"), ["choice-count 9:5"]),
        Case("no choice", single(), ["wrong-type 9:13"]),
        Case(
            "thirteen choices", single("{ text: A, correct: true }") + (1...12).map { "  - { text: B\($0) }" },
            ["choice-count 9:5"]),
        Case("no right choice", single("{ text: A }", "{ text: B }"), ["no-right-answer 9:5"]),
        Case(
            "two right choices", single("{ text: A, correct: true }", "{ text: B, correct: true }"), ["several-right-answers 9:5"]
        ),
        Case("the same choice twice", single("{ text: A, correct: true }", "{ text: A }"), ["duplicate-answer 11:11"]),
        Case(
            "the same choice id twice", single("{ id: x, text: A, correct: true }", "{ id: x, text: B }"), ["duplicate-id 11:11"]),
        Case(
            "an id like the one by position", single("{ id: c2, text: A, correct: true }", "{ text: B }"), ["duplicate-id 11:9"]),
        Case(
            "an unknown key of a choice", single("{ text: A, correct: true }", "{ text: B, corect: true }"), ["unknown-key 11:20"]
        ),
        Case("correct: yes", single("{ text: A, correct: yes }", "{ text: B }"), ["no-right-answer 9:5", "wrong-type 10:29"]),
        Case("a list in a choice", single("{ text: \"- a\", correct: true }", "{ text: B }"), ["choice-too-rich 10:18"]),
        Case(
            "a key of another type", ["id: q1", "type: true-false", "text: A", "answer: true", "tolerance: 1"],
            ["unknown-key 10:5"]),
        Case("true-false without answer", ["id: q1", "type: true-false", "text: A"], ["missing-key 6:5"]),
        Case("true-false with a word", ["id: q1", "type: true-false", "text: A", "answer: vrai"], ["wrong-type 9:13"]),
        Case(
            "feedback of both kinds",
            ["id: q1", "type: true-false", "text: A", "answer: true", "feedback: { right: A, false: B }"], ["feedback 10:15"]),
        Case(
            "feedback per answer elsewhere", ["id: q1", "type: numeric", "text: A", "answer: 1", "feedback: { true: A }"],
            ["unknown-key 10:17"]),
        Case("points", ["id: q1", "type: true-false", "text: A", "answer: true", "points: 0.2"], ["out-of-range 10:13"]),
        Case("numeric with a comma", ["id: q1", "type: numeric", "text: A", "answer: 12,5"], ["wrong-type 9:13"]),
        Case(
            "a negative tolerance", ["id: q1", "type: numeric", "text: A", "answer: 1", "tolerance: -1"], ["out-of-range 10:16"]),
        Case(
            "a wrong number that is right",
            [
                "id: q1", "type: numeric", "text: A", "answer: 10", "tolerance: 2", "wrong-answers:",
                "  - { value: 12, feedback: F }",
            ],
            ["wrong-answer-is-right 12:11"]),
        Case(
            "a wrong number twice",
            [
                "id: q1", "type: numeric", "text: A", "answer: 10", "wrong-answers:", "  - { value: 12, feedback: F }",
                "  - { value: 12.0, feedback: F }",
            ],
            ["duplicate-answer 12:11"]),
        Case(
            "a wrong number without feedback",
            ["id: q1", "type: numeric", "text: A", "answer: 10", "wrong-answers: [{ value: 12 }]"], ["missing-key 10:21"]),
        Case("nothing accepted", ["id: q1", "type: short-text", "text: A", "accepted: []"], ["empty-list 9:15"]),
        Case("accepted left out", ["id: q1", "type: short-text", "text: A"], ["missing-key 6:5"]),
        Case(
            "accepted written with keywords", ["id: q1", "type: short-text", "text: A", "accepted: [no, 404, true, \"null\"]"], []
        ),
        Case("null accepted by mistake", ["id: q1", "type: short-text", "text: A", "accepted: [null]"], ["wrong-type 9:16"]),
        Case("the same text twice", ["id: q1", "type: short-text", "text: A", "accepted: [Été, ete]"], ["?same-answer 9:21"]),
        Case(
            "case that matters",
            [
                "id: q1", "type: short-text", "text: A", "case-sensitive: true", "accent-sensitive: true",
                "accepted: [Été, été, ete]",
            ], []),
        Case(
            "apostrophes do not matter",
            ["id: q1", "type: short-text", "text: A", "case-sensitive: true", "accepted: [l'ami, l’ami]"], ["?same-answer 10:23"]),
        Case(
            "a wrong text that is right",
            [
                "id: q1", "type: short-text", "text: A", "accepted: [quai]", "wrong-answers:",
                "  - { text: \" Quai \", feedback: F }",
            ],
            ["wrong-answer-is-right 11:11"]),
        Case(
            "gaps to type and to choose, on several lines",
            [
                "id: q1", "type: gap-fill", "text: A", "passage: |", "  Le camion est {{=à|sur}} la {{porte | porte 4}}.", "",
                "  Il <b>part</b> { bientôt }.",
            ], []),
        Case("no passage", ["id: q1", "type: gap-fill", "text: A"], ["missing-key 6:5"]),
        Case("no gap", ["id: q1", "type: gap-fill", "text: A", "passage: Rien {à} remplir"], ["no-gap 9:14"]),
        Case("a gap not closed", ["id: q1", "type: gap-fill", "text: A", "passage: Le {{quai est là"], ["open-gap 9:17"]),
        Case(
            "an empty gap in a block", ["id: q1", "type: gap-fill", "text: A", "passage: |", "  Le {{quai}}", "  ou {{ }} là."],
            ["bad-gap 11:10"]),
        Case("an empty variant", ["id: q1", "type: gap-fill", "text: A", "passage: Le {{quai|}}"], ["bad-gap 9:17"]),
        Case(
            "two right choices in a gap", ["id: q1", "type: gap-fill", "text: A", "passage: Le {{=a|=b}}"],
            ["several-right-answers 9:17"]),
        Case("one choice in a gap", ["id: q1", "type: gap-fill", "text: A", "passage: Le {{=a}}"], ["choice-count 9:17"]),
        Case(
            "a choice twice in a gap", ["id: q1", "type: gap-fill", "text: A", "passage: Le {{=a|b|b}}"],
            ["duplicate-answer 9:17"]),
        Case(
            "a variant twice in a gap", ["id: q1", "type: gap-fill", "text: A", "passage: Le {{Été|ete}}"], ["?same-answer 9:17"]),
        Case(
            "pairs and distractors",
            [
                "id: q1", "type: matching", "text: A", "pairs:", "  - { left: \"*un*\", right: one }",
                "  - { left: deux, right: two }", "distractors: [three]",
            ], []),
        Case(
            "one pair", ["id: q1", "type: matching", "text: A", "pairs: [{ left: a, right: b }]"], ["item-count 9:5"]),
        Case(
            "pairs that say the same",
            ["id: q1", "type: matching", "text: A", "pairs: [{ left: a, right: c }, { left: b, right: c }]"],
            ["one-right-side 9:5"]),
        Case(
            "a left side twice",
            ["id: q1", "type: matching", "text: A", "pairs: [{ left: a, right: b }, { left: a, right: c }]"],
            ["duplicate-answer 9:44"]),
        Case(
            "a distractor that is right",
            [
                "id: q1", "type: matching", "text: A", "pairs: [{ left: a, right: b }, { left: c, right: d }]",
                "distractors: [b]",
            ], ["duplicate-answer 10:19"]),
        Case(
            "a pair without its right side",
            ["id: q1", "type: matching", "text: A", "pairs: [{ left: a }, { left: c, right: d }]"],
            ["missing-key 9:13"]),
        Case(
            "HTML in a left side",
            ["id: q1", "type: matching", "text: A", "pairs: [{ left: <b>a</b>, right: x }, { left: c, right: d }]"],
            ["raw-html 9:21"]),
        Case("items to order", ["id: q1", "type: ordering", "text: A", "items: [a, b, \"`c`\"]"], []),
        Case("one item", ["id: q1", "type: ordering", "text: A", "items: [a]"], ["item-count 9:5"]),
        Case("an item twice", ["id: q1", "type: ordering", "text: A", "items: [a, b, a]"], ["duplicate-answer 9:19"]),
        Case("no items", ["id: q1", "type: ordering", "text: A"], ["missing-key 6:5"]),
        Case(
            "an unknown rule", ["id: q1", "type: ordering", "text: A", "items: [a, b]", "scoring: half"], ["unknown-value 10:14"]),
        Case(
            "a rule where there is none", ["id: q1", "type: true-false", "text: A", "answer: true", "scoring: partial"],
            ["unknown-key 10:5"]),
        Case(
            "other units",
            ["id: q1", "type: numeric", "text: A", "answer: 1", "unit: kg", "units: [{ unit: g, factor: 0.001 }]"], []),
        Case(
            "other units without unit",
            ["id: q1", "type: numeric", "text: A", "answer: 1", "units: [{ unit: g, factor: 0.001 }]"],
            ["units 10:5"]),
        Case(
            "the unit twice",
            ["id: q1", "type: numeric", "text: A", "answer: 1", "unit: kg", "units: [{ unit: KG, factor: 1 }]"],
            ["duplicate-answer 11:15"]),
        Case(
            "a factor of zero",
            ["id: q1", "type: numeric", "text: A", "answer: 1", "unit: kg", "units: [{ unit: g, factor: 0 }]"],
            ["out-of-range 11:32"]),
        Case(
            "a long answer",
            [
                "id: q1", "type: long-answer", "text: A", "points: 5", "min-words: 50", "max-words: 150",
                "criteria: [Un, \"*Deux*\"]",
                "model-answer: Un **modèle**.",
            ], []),
        Case(
            "words reversed", ["id: q1", "type: long-answer", "text: A", "min-words: 50", "max-words: 40"],
            ["words-reversed 10:5"]),
        Case("a dictation without its sound", ["id: q1", "type: dictation", "text: A", "said: Un"], ["missing-key 6:5"]),
        Case(
            "a dictation of nothing", ["id: q1", "type: dictation", "text: A", "said: '!'", "audio: files/x.mp3"],
            ["nothing-said 9:5", "missing-file 10:5"]),
        Case("no words", ["id: q1", "type: long-answer", "text: A", "min-words: 0"], ["out-of-range 9:16"]),
        Case("choices of a long answer", ["id: q1", "type: long-answer", "text: A", "choices: []"], ["unknown-key 9:5"]),
        Case("HTML in a question", ["id: q1", "type: true-false", "text: \"Un <b>mot</b>\"", "answer: true"], ["raw-html 8:15"]),
        Case(
            "a heading in a question", ["id: q1", "type: true-false", "text: \"## Un mot\"", "answer: true"],
            ["heading-in-quiz 8:12"]),
        Case(
            "a bad link in a block",
            ["id: q1", "type: true-false", "text: |", "  Un mot.", "", "  Un [lien](javascript:alert(1)).", "answer: true"],
            ["link 11:10"]),
        Case(
            "a bad link in an explanation",
            ["id: q1", "type: true-false", "text: A", "answer: true", "explanation: Voir [là](x.png)."], ["link 10:23"]),
        Case(
            "a missing image in a folded text",
            ["id: q1", "type: true-false", "text: >-", "  Un mot.", "  ![x](files/x.png)", "answer: true"], ["missing-file 8:11"]),
    ]

    @Test("one question", arguments: cases)
    func says(_ broken: Case) throws {
        let text = "  - " + broken.lines.joined(separator: "\n    ")
        let found = try CourseOnDisk.quiz(text).found().map { $0.replacing("01-m/02-q.quiz.yml:", with: "") }
        #expect(found == broken.expected)
    }

    @Test("two questions with one id")
    func duplicateQuestions() throws {
        #expect(
            try CourseOnDisk.quiz(CourseOnDisk.question + CourseOnDisk.question).found() == [
                "duplicate-id 01-m/02-q.quiz.yml:10:5"
            ])
    }

    @Test(
        "what the quiz itself says",
        arguments: [
            ("attempts: 0", "out-of-range 01-m/02-q.quiz.yml:5:11"), ("attempts: 21", "out-of-range 01-m/02-q.quiz.yml:5:11"),
            ("completion: read", "completion 01-m/02-q.quiz.yml:5:13"),
            ("completion: { rule: passed, score: 101 }", "out-of-range 01-m/02-q.quiz.yml:5:36"),
            ("completion: { score: 70 }", "missing-key 01-m/02-q.quiz.yml:5:13"),
            ("instructions: \"# Titre\"", "heading-in-quiz 01-m/02-q.quiz.yml:5:16"),
        ])
    func head(_ line: String, _ expected: String) throws {
        let text = CourseOnDisk.quizHead.replacing("questions:", with: line + "\nquestions:") + CourseOnDisk.question
        #expect(try CourseOnDisk(["01-m/02-q.quiz.yml": text]).found() == [expected])
    }

    @Test("a quiz without questions")
    func noQuestions() throws {
        let text = CourseOnDisk.quizHead.replacing("questions:", with: "questions: []")
        #expect(try CourseOnDisk(["01-m/02-q.quiz.yml": text]).found() == ["empty-list 01-m/02-q.quiz.yml:5:12"])
    }
}

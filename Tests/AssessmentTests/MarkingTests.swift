import Assessment
import CourseContent
import Testing

@Suite("Marking")
struct MarkingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let question: Question
        let response: Response?
        let isRight: Bool
        let feedback: [String]

        init(_ description: String, _ question: Question, _ response: Response?, _ isRight: Bool, _ feedback: [String] = []) {
            testDescription = description
            self.question = question
            self.response = response
            self.isRight = isRight
            self.feedback = feedback
        }
    }

    private static func question(
        _ body: QuestionBody, points: Double = 2, right: String? = nil, wrong: String? = nil
    ) -> Question {
        Question(
            id: "q", text: "?", points: points, explanation: "shown elsewhere",
            feedback: QuestionFeedback(right: right, wrong: wrong), body: body)
    }

    // MARK: Choices

    static let single = question(
        .single(choices: [
            Choice(id: "dock", text: "Dock", isCorrect: true, feedback: "A loading dock."),
            Choice(id: "aisle", text: "Aisle", isCorrect: false, feedback: "Between two racks."),
            Choice(id: "rack", text: "Rack", isCorrect: false),
        ]), right: "Well done.", wrong: "Look again.")

    static let multiple = question(
        .multiple(choices: [
            Choice(id: "a", text: "A", isCorrect: true, feedback: "a!"), Choice(id: "b", text: "B", isCorrect: true),
            Choice(id: "c", text: "C", isCorrect: false, feedback: "c?"),
        ]), right: "Both.", wrong: "Not quite.")

    static let truth = question(.trueFalse(answer: false, ifTrue: "No, because…", ifFalse: "Yes, because…"))

    static let choices: [Case] = [
        Case("single, right", single, .choice("dock"), true, ["A loading dock.", "Well done."]),
        Case("single, wrong with its own feedback", single, .choice("aisle"), false, ["Between two racks.", "Look again."]),
        Case("single, wrong without", single, .choice("rack"), false, ["Look again."]),
        Case("single, a choice that is not there", single, .choice("other"), false, ["Look again."]),
        Case("single, no answer", single, nil, false, ["Look again."]),
        Case("single, an answer of another shape", single, .text("dock"), false, ["Look again."]),
        Case("multiple, exactly the right ones", multiple, .choices(["a", "b"]), true, ["a!", "Both."]),
        Case("multiple, in another order", multiple, .choices(["b", "a"]), true, ["a!", "Both."]),
        Case("multiple, one missing", multiple, .choices(["a"]), false, ["a!", "Not quite."]),
        Case("multiple, one too many", multiple, .choices(["a", "b", "c"]), false, ["a!", "c?", "Not quite."]),
        Case("multiple, one that is not there", multiple, .choices(["a", "b", "z"]), false, ["a!", "Not quite."]),
        Case("multiple, none", multiple, .choices([]), false, ["Not quite."]),
        Case("multiple, no answer", multiple, nil, false, ["Not quite."]),
        Case("true-false, right", truth, .truth(false), true, ["Yes, because…"]),
        Case("true-false, wrong", truth, .truth(true), false, ["No, because…"]),
        Case("true-false, no answer", truth, nil, false),
    ]

    // MARK: Numbers

    static let weight = question(
        .numeric(
            NumericKey(
                answer: 12.5, tolerance: 0.5, unit: "kg",
                wrongAnswers: [WrongNumber(value: 125, tolerance: 5, feedback: "One comma away.")])))
    static let exact = question(.numeric(NumericKey(answer: 0.3)))
    static let tenth = question(.numeric(NumericKey(answer: 0.3, tolerance: 0.1)))
    static let zero = question(.numeric(NumericKey(answer: 0)))
    static let thousand = question(.numeric(NumericKey(answer: 1250)))
    static let minus = question(.numeric(NumericKey(answer: -40, tolerance: 1)))
    static let overlap = question(
        .numeric(NumericKey(answer: 10, tolerance: 2, wrongAnswers: [WrongNumber(value: 11, feedback: "?")])))

    static let numbers: [Case] = [
        Case("exactly", weight, .number("12.5"), true),
        Case("with a comma", weight, .number("12,5"), true),
        Case("with its unit", weight, .number("12,5 kg"), true),
        Case("at the upper bound", weight, .number("13"), true),
        Case("at the lower bound", weight, .number("12"), true),
        Case("past the upper bound", weight, .number("13,001"), false),
        Case("past the lower bound", weight, .number("11,999"), false),
        Case("a known wrong answer", weight, .number("125"), false, ["One comma away."]),
        Case("at the bound of a known wrong answer", weight, .number("130"), false, ["One comma away."]),
        Case("nothing typed", weight, .number(""), false),
        Case("no number", weight, .number("twelve"), false),
        Case("no answer", weight, nil, false),
        Case("no tolerance, the same number", exact, .number("0,3"), true),
        Case("no tolerance, written longer", exact, .number("0.300"), true),
        Case("no tolerance, a little off", exact, .number("0.3000001"), false),
        Case("0.4 is within 0.1 of 0.3", tenth, .number("0.4"), true),
        Case("0.2 is within 0.1 of 0.3", tenth, .number("0.2"), true),
        Case("0.4001 is not", tenth, .number("0.4001"), false),
        Case("zero", zero, .number("0"), true),
        Case("minus zero", zero, .number("-0"), true),
        Case("nearly zero", zero, .number("0.0000001"), false),
        Case("thousands in French", thousand, .number("1\u{202F}250"), true),
        Case("thousands in English", thousand, .number("1,250"), true),
        Case("a decimal in French is no thousand", thousand, .number("1,25"), false),
        Case("a typographic minus", minus, .number("\u{2212}40"), true),
        Case("the sign matters", minus, .number("40"), false),
        Case("right wins over a known wrong answer", overlap, .number("11"), true),
    ]

    // MARK: Short texts

    static let word = question(
        .shortText(
            ShortTextKey(
                accepted: [TextVariant(text: "quai de chargement", feedback: "In full."), TextVariant(text: "l'élève")],
                wrongAnswers: [TextVariant(text: "Allée", feedback: "Between two racks.")])),
        right: "Yes.", wrong: "No.")
    static let strict = question(
        .shortText(
            ShortTextKey(
                accepted: [TextVariant(text: "HTML"), TextVariant(text: "œuf")], isCaseSensitive: true, isAccentSensitive: true)))
    static let cased = question(.shortText(ShortTextKey(accepted: [TextVariant(text: "Été")], isCaseSensitive: true)))
    static let accented = question(.shortText(ShortTextKey(accepted: [TextVariant(text: "été")], isAccentSensitive: true)))
    static let blank = question(.shortText(ShortTextKey(accepted: [TextVariant(text: " ")])))

    static let texts: [Case] = [
        Case("exactly", word, .text("quai de chargement"), true, ["In full.", "Yes."]),
        Case("capitals, spaces around and doubled", word, .text("  Quai   DE\u{00A0}chargement \n"), true, ["In full.", "Yes."]),
        Case("a typographic apostrophe, no accents", word, .text("l’eleve"), true, ["Yes."]),
        Case("accents made of two characters", word, .text("l'e\u{0301}le\u{0300}ve"), true, ["Yes."]),
        Case(
            "an invisible space that was pasted", word, .text("quai\u{200B} de char\u{00AD}gement"), true, ["In full.", "Yes."]),
        Case("a known wrong answer", word, .text("allee"), false, ["Between two racks.", "No."]),
        Case("another word", word, .text("quai"), false, ["No."]),
        Case("nothing", word, .text(""), false, ["No."]),
        Case("spaces only", word, .text(" \u{00A0} "), false, ["No."]),
        Case("no answer", word, nil, false, ["No."]),
        Case("strict, exactly", strict, .text("HTML"), true),
        Case("strict, another case", strict, .text("html"), false),
        Case("strict, spaces still do not matter", strict, .text(" HTML "), true),
        Case("strict, a ligature", strict, .text("œuf"), true),
        Case("strict, a ligature undone", strict, .text("oeuf"), false),
        Case("case matters, accents do not", cased, .text("Ete"), true),
        Case("case matters", cased, .text("été"), false),
        Case("accents matter, case does not", accented, .text("ÉTÉ"), true),
        Case("accents matter", accented, .text("ete"), false),
        Case("an empty answer is wrong even where blanks are accepted", blank, .text(" "), false),
    ]

    @Test("each answer has its mark and its feedback", arguments: choices + numbers + texts)
    func mark(_ given: Case) {
        let mark = Marking.mark(given.question, given.response)
        #expect(mark.isRight == given.isRight)
        #expect(mark.points == (given.isRight ? 2 : 0))
        #expect(mark.feedback == given.feedback)
    }

    @Test(
        "a score is rounded down, and 100 only when everything is right",
        arguments: [
            (0, 3, 0), (1, 3, 33), (2, 3, 66), (3, 3, 100), (0.3, 0.3, 100), (0.1 + 0.2, 0.3, 100), (0.7, 1, 70), (6.99, 10, 69),
            (199, 200, 99), (1.75, 2.5, 70), (0, 0, 0), (5, 0, 0),
        ] as [(Double, Double, Int)])
    func score(points: Double, maximum: Double, expected: Int) {
        #expect(Marking.score(points, of: maximum) == expected)
    }
}

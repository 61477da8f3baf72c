import Assessment
import CourseContent
import Testing

@Suite("Marking of questions with several fields, of partial credit and of units")
struct PartMarkingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let question: Question
        let response: Response?
        let points: Double
        /// The fields that are right.
        let right: Set<String>

        init(_ description: String, _ question: Question, _ response: Response?, _ points: Double, _ right: Set<String> = []) {
            testDescription = description
            self.question = question
            self.response = response
            self.points = points
            self.right = right
        }
    }

    private static func question(_ body: QuestionBody, points: Double, _ scoring: Scoring? = nil) -> Question {
        Question(
            id: "q", text: "?", points: points, scoring: scoring,
            feedback: QuestionFeedback(right: "Yes.", wrong: "No."), body: body)
    }

    // MARK: Gaps

    private static func gaps(isAccentSensitive: Bool = false) -> QuestionBody {
        .gapFill(
            GapKey(
                pieces: [
                    .text("Le camion est "),
                    .gap(
                        Gap(
                            id: "g1",
                            answer: .chosen(
                                right: "o2", options: [AnswerOption(id: "o1", text: "sur"), AnswerOption(id: "o2", text: "à")]))),
                    .text(" "), .gap(Gap(id: "g2", answer: .typed(accepted: ["l'entrée", "la porte"]))), .text(" "),
                    .gap(Gap(id: "g3", answer: .typed(accepted: ["Nord"]))),
                ], isAccentSensitive: isAccentSensitive))
    }
    static let text = question(gaps(), points: 3)
    static let accented = question(gaps(isAccentSensitive: true), points: 3)
    static let whole = question(gaps(), points: 3, .allOrNothing)

    static let gapCases: [Case] = [
        Case("every gap", text, .parts(["g1": "o2", "g2": "l’entrée", "g3": "nord"]), 3, ["g1", "g2", "g3"]),
        Case("the other variant, no accents, spaces", text, .parts(["g2": "  LA  PORTE "]), 1, ["g2"]),
        Case("accents do not matter", text, .parts(["g2": "l'entree"]), 1, ["g2"]),
        Case("accents matter where the question says so", accented, .parts(["g2": "l'entree", "g3": "Nord"]), 1, ["g3"]),
        Case("two of three", text, .parts(["g1": "o2", "g2": "le quai", "g3": "nord"]), 2, ["g1", "g3"]),
        Case("two of three, all or nothing", whole, .parts(["g1": "o2", "g3": "nord"]), 0, ["g1", "g3"]),
        Case(
            "all of three, all or nothing", whole, .parts(["g1": "o2", "g2": "la porte", "g3": "nord"]), 3, ["g1", "g2", "g3"]),
        Case("the words of an option are not its id", text, .parts(["g1": "à"]), 0),
        Case("spaces only", text, .parts(["g2": " "]), 0),
        Case("a gap that is not there", text, .parts(["g9": "nord"]), 0),
        Case("the same twice, right once", text, .parts(["g2": "nord", "g3": "nord"]), 1, ["g3"]),
        Case("nothing", text, .parts([:]), 0), Case("no answer", text, nil, 0), Case("another shape", text, .text("nord"), 0),
    ]

    // MARK: Matching

    private static let options = ["o1", "o2", "o3"].map { AnswerOption(id: $0, text: $0) }
    private static let pairs = QuestionBody.matching(
        MatchingKey(
            items: [("p1", "o2"), ("p2", "o1"), ("p3", "o2"), ("p4", "o1")].map {
                MatchingItem(id: $0.0, text: $0.0, answer: $0.1)
            }, options: options))
    static let matching = question(pairs, points: 2)
    static let strictMatching = question(pairs, points: 2, .allOrNothing)

    static let matchingCases: [Case] = [
        Case("every pair", matching, .parts(["p1": "o2", "p2": "o1", "p3": "o2", "p4": "o1"]), 2, ["p1", "p2", "p3", "p4"]),
        Case("one of four", matching, .parts(["p1": "o2"]), 0.5, ["p1"]),
        Case("one option everywhere", matching, .parts(["p1": "o2", "p2": "o2", "p3": "o2", "p4": "o2"]), 1, ["p1", "p3"]),
        Case("a distractor", matching, .parts(["p1": "o3"]), 0),
        Case("an option that is not there", matching, .parts(["p1": "o9"]), 0),
        Case(
            "three of four, all or nothing", strictMatching, .parts(["p1": "o2", "p2": "o1", "p3": "o2"]), 0, ["p1", "p2", "p3"]),
        Case("no answer", matching, nil, 0), Case("another shape", matching, .choices(["o1"]), 0),
    ]

    // MARK: Ordering

    /// Right: b, d, a, c, e.
    private static let steps = QuestionBody.ordering(
        OrderingKey(
            items: ["a", "b", "c", "d", "e"].map { OrderingItem(id: $0, text: $0) }, order: ["b", "d", "a", "c", "e"]))
    static let ordering = question(steps, points: 4)
    static let strictOrdering = question(steps, points: 4, .allOrNothing)

    static func places(_ order: String) -> Response {
        .parts(Dictionary(uniqueKeysWithValues: order.enumerated().map { (String($0.element), "\($0.offset + 1)") }))
    }

    static let orderingCases: [Case] = [
        Case("in order", ordering, places("bdace"), 4),
        Case("the last one first: the others still follow each other", ordering, places("ebdac"), 3),
        Case("two neighbours exchanged in the middle", ordering, places("badce"), 1),
        Case("two halves exchanged", ordering, places("acebd"), 3),
        Case("reversed", ordering, places("ecadb"), 0),
        Case("as shown", ordering, places("abcde"), 0),
        Case(
            "one place given twice counts for neither", ordering, .parts(["b": "1", "d": "2", "a": "2", "c": "4", "e": "5"]), 1),
        Case("everything in one place", ordering, .parts(["a": "1", "b": "1", "c": "1", "d": "1", "e": "1"]), 0),
        Case("two placed, one after the other", ordering, .parts(["b": "1", "d": "2"]), 1),
        Case("two placed, not one after the other", ordering, .parts(["b": "1", "d": "3"]), 0),
        Case("no number", ordering, .parts(["b": "un", "d": "2"]), 0),
        Case("nearly, all or nothing", strictOrdering, places("ebdac"), 0),
        Case("in order, all or nothing", strictOrdering, places("bdace"), 4), Case("no answer", ordering, nil, 0),
        Case(
            "items that are not there", ordering, .parts(["x": "1", "y": "2", "b": "3", "d": "4"]), 1),
    ]

    // MARK: Multiple choice

    private static let choices = QuestionBody.multiple(
        choices: ["a", "b", "c", "d"].map { Choice(id: $0, text: $0, isCorrect: $0 < "c") })
    static let multiple = question(choices, points: 2, .partial)
    static let strict = question(choices, points: 2)

    static let multipleCases: [Case] = [
        Case("both", multiple, .choices(["a", "b"]), 2), Case("one of two", multiple, .choices(["a"]), 1),
        Case("one right, one wrong", multiple, .choices(["a", "c"]), 0),
        Case("both and one wrong", multiple, .choices(["a", "b", "c"]), 1),
        Case("everything", multiple, .choices(["a", "b", "c", "d"]), 0),
        Case("only wrong ones: never below 0", multiple, .choices(["c", "d"]), 0), Case("none", multiple, .choices([]), 0),
        Case("the same twice counts once", multiple, .choices(["a", "a"]), 1),
        Case("one that is not there is wrong", multiple, .choices(["a", "b", "z"]), 1),
        Case("without the rule, all or nothing", strict, .choices(["a"]), 0), Case("no answer", multiple, nil, 0),
    ]

    // MARK: Units

    static let weight = question(
        .numeric(
            NumericKey(
                answer: 1.5, tolerance: 0.01, unit: "kg",
                otherUnits: [NumericUnit(unit: "g", factor: 0.001), NumericUnit(unit: "t", factor: 1000)])), points: 1)

    static let unitCases: [Case] = [
        Case("in the unit asked for", weight, .number("1,5 kg"), 1), Case("without unit", weight, .number("1,5"), 1),
        Case("in grams", weight, .number("1500 g"), 1), Case("in grams, joined, capital", weight, .number("1 500G"), 1),
        Case("in tonnes", weight, .number("0,0015 t"), 1), Case("at the bound, converted", weight, .number("1510 g"), 1),
        Case("past the bound, converted", weight, .number("1511 g"), 0),
        Case("the number of another unit", weight, .number("1500"), 0),
        Case("an unknown unit", weight, .number("1500 mg"), 0), Case("only a unit", weight, .number("g"), 0),
    ]

    @Test(
        "each answer has its points", arguments: gapCases + matchingCases + orderingCases + multipleCases + unitCases)
    func mark(_ given: Case) {
        let mark = Marking.mark(given.question, given.response)
        #expect(abs(mark.points - given.points) < 1e-9)
        #expect(mark.isRight == (given.points == given.question.points))
        #expect(mark.feedback == [mark.isRight ? "Yes." : "No."])
        #expect(Set(mark.parts.filter(\.isRight).map(\.id)) == given.right)
    }

    @Test("every part is marked, answered or not")
    func unanswered() {
        #expect(Marking.mark(Self.text, nil).parts.map(\.id) == ["g1", "g2", "g3"])
        #expect(Marking.mark(Self.matching, nil).parts.map(\.id) == ["p1", "p2", "p3", "p4"])
        #expect(Marking.mark(Self.ordering, nil).parts.isEmpty)
    }

    // MARK: As clients send them

    struct Sent: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let question: Question
        let raw: RawResponse
        let expected: Result<Response?, ResponseProblem>
    }

    static let sent: [Sent] = [
        Sent(
            testDescription: "gaps", question: text, raw: .parts(["g1": "o2", "g2": " Nord ", "g3": ""]),
            expected: .success(.parts(["g1": "o2", "g2": " Nord "]))),
        Sent(testDescription: "empty", question: text, raw: .parts(["g1": "", "g2": nil]), expected: .success(nil)),
        Sent(testDescription: "nothing", question: text, raw: .parts([:]), expected: .success(nil)),
        Sent(testDescription: "taken back", question: text, raw: .one(""), expected: .success(nil)),
        Sent(testDescription: "one text", question: text, raw: .one("nord"), expected: .failure(.partsExpected)),
        Sent(testDescription: "a list", question: text, raw: .several(["o2"]), expected: .failure(.partsExpected)),
        Sent(testDescription: "an unknown gap", question: text, raw: .parts(["g4": "a"]), expected: .failure(.unknownPart)),
        Sent(
            testDescription: "many unknown gaps", question: text,
            raw: .parts(Dictionary(uniqueKeysWithValues: (1...5000).map { ("g\($0)", "a") })), expected: .failure(.unknownPart)),
        Sent(testDescription: "an unknown option", question: text, raw: .parts(["g1": "o9"]), expected: .failure(.unknownChoice)),
        Sent(
            testDescription: "too long", question: text, raw: .parts(["g2": String(repeating: "a", count: 501)]),
            expected: .failure(.tooLong)),
        Sent(testDescription: "a NUL", question: text, raw: .parts(["g2": "a\0"]), expected: .failure(.forbiddenCharacter)),
        Sent(
            testDescription: "markup is text", question: text, raw: .parts(["g2": "<script>"]),
            expected: .success(.parts(["g2": "<script>"]))),
        Sent(
            testDescription: "one option for two items", question: matching, raw: .parts(["p1": "o1", "p2": "o1"]),
            expected: .success(.parts(["p1": "o1", "p2": "o1"]))),
        Sent(
            testDescription: "a place past the last", question: ordering, raw: .parts(["a": "6"]),
            expected: .failure(.unknownChoice)),
        Sent(testDescription: "place 0", question: ordering, raw: .parts(["a": "0"]), expected: .failure(.unknownChoice)),
        Sent(
            testDescription: "fields for a question without", question: weight, raw: .parts(["a": "1"]),
            expected: .failure(.wrongShape)),
        Sent(
            testDescription: "fields for choices", question: multiple, raw: .parts(["a": "true"]), expected: .failure(.wrongShape)
        ),
    ]

    @Test("each is read against its question, or refused", arguments: sent)
    func read(_ given: Sent) {
        let found: Result<Response?, ResponseProblem>
        do throws(AssessmentError) {
            found = .success(try Response.read(given.raw, for: given.question))
        } catch {
            guard case .invalidResponse(_, let problem) = error else {
                Issue.record("another error: \(error)")
                return
            }
            found = .failure(problem)
        }
        #expect(found == given.expected)
    }
}

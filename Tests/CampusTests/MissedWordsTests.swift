import Assessment
import CourseContent
import LanguageLearning
import Testing

@testable import Campus

@Suite("What was missed")
struct MissedWordsTests {
    private static let vocabulary = Vocabulary([
        CardOffer(front: "a pallet", back: "a flat base"), CardOffer(front: "to refuse", back: "to say no"),
    ])

    private func missed(_ body: QuestionBody, _ response: Response?) -> [CardOffer] {
        var words = MissedWords(Self.vocabulary)
        let question = Question(id: "q", text: "<p>Is it a <em>pallet</em>?</p>", body: body)
        words.miss(question, response, Marking.mark(question, response))
        return words.offers
    }

    private static let audio = CourseAsset(digest: "d", name: "a.mp3", mediaType: "audio/mpeg", size: 1)

    @Test("in a dictation: words of the course among those that are wrong; otherwise the sentence with a gap")
    func dictation() {
        let body = QuestionBody.dictation(DictationKey(said: "Three pallets are broken.", audio: Self.audio))
        #expect(missed(body, .text("three palets are broken")).map(\.front) == ["a pallet"])
        #expect(
            missed(body, .text("three pallets are wet"))
                == [CardOffer(front: "Three pallets are ____.", back: "broken", isOneWay: true)])
        #expect(missed(body, nil).map(\.front) == ["a pallet"])
        // Nothing but a short word, or too many words.
        #expect(missed(.dictation(DictationKey(said: "It is me.", audio: Self.audio)), .text("it is")).isEmpty)
        #expect(missed(body, .text("three pallets are broken indeed")).isEmpty)
    }

    @Test("in a text with gaps: the gaps that are wrong, each in its sentence")
    func gaps() {
        let key = GapKey(pieces: [
            .text("Good morning. We "), .gap(Gap(id: "g1", answer: .typed(accepted: ["refuse", "decline"]))),
            .text(" it. There "),
            .gap(
                Gap(
                    id: "g2",
                    answer: .chosen(right: "b", options: [AnswerOption(id: "a", text: "is"), AnswerOption(id: "b", text: "are")]))
            ),
            .text(" two.\nBye."),
        ])
        #expect(missed(.gapFill(key), .parts(["g1": "accept", "g2": "b"])).map(\.front) == ["to refuse"])
        #expect(
            missed(.gapFill(key), .parts(["g1": "refuse", "g2": "a"]))
                == [CardOffer(front: "There ____ two.", back: "are", isOneWay: true)])
    }

    @Test("in a matching: the pairs that are wrong")
    func pairs() {
        let key = MatchingKey(
            items: [
                MatchingItem(id: "p1", text: "<strong>bay</strong> &amp; dock", answer: "a"),
                MatchingItem(id: "p2", text: "pallet", answer: "b"),
            ], options: [AnswerOption(id: "a", text: "quai"), AnswerOption(id: "b", text: "base")])
        #expect(
            missed(.matching(key), .parts(["p1": "b", "p2": "a"]))
                == [CardOffer(front: "bay & dock", back: "quai"), CardOffer(front: "a pallet", back: "a flat base")])
        #expect(missed(.matching(key), .parts(["p1": "a", "p2": "b"])).isEmpty)
    }

    @Test("in a listening: the words of the question and of the right answer")
    func listening() {
        let body = QuestionBody.single(choices: [
            Choice(id: "a", text: "We refuse it", isCorrect: true), Choice(id: "b", text: "No", isCorrect: false),
        ])
        #expect(missed(body, .choice("b")).map(\.front) == ["a pallet", "to refuse"])
    }

    @Test("in a dialogue: where another answer was worth more")
    func dialogue() throws {
        func choice(_ id: String, _ text: String, _ points: Int) -> ScenarioChoice {
            ScenarioChoice(
                id: id, text: text, to: "end", effects: [ScenarioEffect(variable: "clear", kind: .add, value: points)])
        }
        func play(_ best: String, _ chosen: String) throws -> [CardOffer] {
            var play = ScenarioPlay(
                ScenarioContent(
                    variables: [ScenarioVariable(id: "clear", title: "Clear", start: 0)], start: "a",
                    scenes: [
                        ScenarioScene(
                            id: "a", title: "1", text: "<p>Can you sign?</p>",
                            choices: [choice("x", "OK", 0), choice("y", best, 2)]),
                        ScenarioScene(
                            id: "end", title: "2", text: "Bye.",
                            ending: ScenarioEnding(base: 0, factors: [ScenarioFactor(variable: "clear", points: 10)], debrief: "")
                        ),
                    ]))
            try play.take(.init(scene: "a", choice: chosen))
            var words = MissedWords(Self.vocabulary)
            for passage in play.path { words.miss(passage, in: play.content) }
            return words.offers
        }
        #expect(try play("One moment.", "x") == [CardOffer(front: "Can you sign?", back: "One moment.", isOneWay: true)])
        #expect(try play("I refuse the pallet.", "x").map(\.front) == ["a pallet", "to refuse"])
        #expect(try play("One moment.", "y").isEmpty)
    }

    @Test("of a lesson: the words that it marks, then those of the decks; each once, twenty at most")
    func lesson() {
        var words = MissedWords(Self.vocabulary)
        words.meet(
            LessonContent(
                html: "<p>Two pallets<br>and a dock.</p>", words: 5, assets: [],
                terms: [
                    LessonTerm(term: "dock", definition: "quai", language: "en"),
                    LessonTerm(term: "a pallet", definition: "palette"),
                ]))
        #expect(words.offers.map(\.back) == ["quai", "palette"])
        var many = MissedWords(Vocabulary((0..<30).map { CardOffer(front: "word\($0)", back: "x") }))
        many.meet(LessonContent(html: (0..<30).map { "word\($0)" }.joined(separator: " "), words: 30, assets: []))
        #expect(many.offers.count == MissedWords.most)
    }
}

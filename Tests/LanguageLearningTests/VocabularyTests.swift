import LanguageLearning
import Testing

@Suite("Words of a course, looked for in a text")
struct VocabularyTests {
    private static let vocabulary = Vocabulary(
        ["a pallet", "a delivery note", "to load", "a code", "How many?", "the", "A Pallet"].map {
            CardOffer(front: $0, back: "x")
        })

    private static let cases: [(text: String, found: [String])] = [
        ("One pallet is damaged.", ["a pallet"]), ("TWO PALLETS,", ["a pallet"]), ("Loading now; they loaded it.", ["to load"]),
        ("Check the delivery notes!", ["a delivery note", "the"]), ("A delivery, and a note", []), ("Two codes", ["a code"]),
        ("How many are there?", ["How many?"]), ("", []), ("palletise", []), ("€ — …", []),
    ]

    @Test("in their usual forms, whole, and each once", arguments: cases)
    func found(_ text: String, _ expected: [String]) {
        #expect(Self.vocabulary.offers(in: text).map(\.front) == expected)
    }

    @Test("only those that were missed")
    func missed() {
        let text = "There are two pallets on the delivery note."
        #expect(Self.vocabulary.offers(in: text, missed: ["notes"]).map(\.front) == ["a delivery note"])
        #expect(Self.vocabulary.offers(in: text, missed: ["two"]).isEmpty && Self.vocabulary.offers(in: text, missed: []).isEmpty)
    }

    @Test("a text that is too long for a card is cut")
    func long() {
        let offer = CardOffer(front: String(repeating: "a", count: 900), back: String(repeating: "b", count: 900))
        #expect(offer.front.count == CardOffer.longestFront && offer.back.count == CardOffer.longestBack)
    }
}

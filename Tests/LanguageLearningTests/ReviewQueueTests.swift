import Essentials
import TestSupport
import Testing

@testable import LanguageLearning

@Suite("The cards of a session")
struct ReviewQueueTests {
    private func cards(_ names: String, isNew: Bool = false) -> [ReviewQueue.Candidate] {
        names.split(separator: " ").map { name in
            // `dock'` is the other side of `dock`; `dock=bay` asks for the words of `bay`.
            let parts = name.split(separator: "=")
            let isBack = parts[0].hasSuffix("'")
            let card = String(isBack ? parts[0].dropLast() : parts[0])
            return ReviewQueue.Candidate(
                key: CardWorld.key(card, isBack ? .recall : .recognise), phrase: String(parts.last ?? ""), isNew: isNew)
        }
    }

    private func names(_ session: [ReviewQueue.Candidate]) -> String {
        session.map { $0.key.card + ($0.key.direction == .recall ? "'" : "") }.joined(separator: " ")
    }

    static let examples: [(due: String, new: String, size: Int, session: String)] = [
        ("", "", 10, ""), ("a b c", "", 10, "a b c"), ("", "a b c", 2, "a b"),
        ("a b c d e f g h", "x y", 10, "a b c x d e f y g h"),
        ("a b c d", "x y", 4, "a b c x"), ("a a' b", "", 10, "a b"), ("a b", "a' x", 10, "a b x"),
        // The same words of two decks: one now, the other when nothing else is there, and not beside it.
        ("a b=a c", "", 10, "a c b"), ("a b=a c", "", 2, "a c"), ("a b=a", "", 10, "a b"),
    ]

    @Test("are what is due with new ones in between, and one side of each", arguments: examples)
    func sessions(_ due: String, _ new: String, _ size: Int, _ session: String) {
        #expect(names(ReviewQueue.session(due: cards(due), new: cards(new, isNew: true), size: size)) == session)
    }

    @Test("are never beside their like while there is something to put in between")
    func apart() {
        var random = SequenceRandom(seed: 3)
        for _ in 0..<300 {
            // At most half are alike.
            let alike = Int.random(in: 1...4, using: &random)
            var session = (0..<alike).map { cards("same\($0)=same")[0] } + (0..<max(alike - 1, 1)).map { cards("other\($0)")[0] }
            session.shuffle(using: &random)
            let ordered = ReviewQueue.apart(session)
            #expect(Set(ordered) == Set(session) && ordered.count == session.count)
            for (left, right) in zip(ordered, ordered.dropFirst()) where alike > 1 {
                #expect(!left.isNear(right), "\(names(ordered))")
            }
        }
    }
}

/// Cards to learn: a word or a question on one side, what it means on the other.
package struct DeckContent: Codable, Sendable, Hashable {
    /// Safe HTML before the cards; empty for nothing.
    package var html: String
    package var cards: [DeckCard]
    package var assets: [String]

    package init(html: String = "", cards: [DeckCard], assets: [String] = []) {
        self.html = html
        self.cards = cards
        self.assets = assets
    }
}

/// A card. Its texts are plain.
package struct DeckCard: Codable, Sendable, Hashable {
    /// Unique in the deck, the author's: what a learner's memory of it is tied to.
    package var id: String
    package var front: String
    package var back: String
    /// A sentence that uses the word.
    package var example: String?
    /// The language of the front and of the example, when it is not the activity's: `en`, `en-GB`.
    package var language: String?

    package init(id: String, front: String, back: String, example: String? = nil, language: String? = nil) {
        self.id = id
        self.front = front
        self.back = back
        self.example = example
        self.language = language
    }
}

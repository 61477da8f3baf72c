/// Items, each with the option that goes with it.
package struct MatchingKey: Codable, Sendable, Hashable {
    package var items: [MatchingItem]
    /// In an order that says nothing of the pairs; some may go with no item, one may go with several.
    package var options: [AnswerOption]

    package init(items: [MatchingItem], options: [AnswerOption]) {
        self.items = items
        self.options = options
    }
}

/// What an option is looked for.
package struct MatchingItem: Codable, Sendable, Hashable {
    /// `p1`, `p2`… by position.
    package var id: String
    /// Safe HTML.
    package var text: String
    /// The id of the option that goes with it.
    package var answer: String

    package init(id: String, text: String, answer: String) {
        self.id = id
        self.text = text
        self.answer = answer
    }
}

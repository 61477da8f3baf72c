/// Items to put in order.
package struct OrderingKey: Codable, Sendable, Hashable {
    /// As they are shown, which is not the right order.
    package var items: [OrderingItem]
    /// The ids of the items in the right order.
    package var order: [String]

    package init(items: [OrderingItem], order: [String]) {
        self.items = items
        self.order = order
    }

    /// The places that an item can be given: `1`, `2`…
    package var ranks: [AnswerOption] {
        items.indices.map { AnswerOption(id: "\($0 + 1)", text: "\($0 + 1)") }
    }
}

/// One item to put in its place.
package struct OrderingItem: Codable, Sendable, Hashable {
    /// `i1`, `i2`… as they are shown, so that it tells nothing of the right order.
    package var id: String
    /// Safe HTML.
    package var text: String

    package init(id: String, text: String) {
        self.id = id
        self.text = text
    }
}

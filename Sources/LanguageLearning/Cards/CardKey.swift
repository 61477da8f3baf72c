package import CourseContent
package import Essentials

/// One thing to remember: a card of a deck, asked from one side.
package struct CardKey: Sendable, Hashable, Comparable {
    /// The deck.
    package let activity: Identifier<Activity>
    /// The author's id of the card in its deck.
    package let card: String
    package let direction: CardDirection

    package init(activity: Identifier<Activity>, card: String, direction: CardDirection) {
        self.activity = activity
        self.card = card
        self.direction = direction
    }

    /// The same card from the other side.
    package var sibling: CardKey {
        CardKey(activity: activity, card: card, direction: direction == .recognise ? .recall : .recognise)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.activity, left.card, left.direction.rawValue) < (right.activity, right.card, right.direction.rawValue)
    }
}

/// Which side of a card is shown.
package enum CardDirection: String, Sendable, Hashable, CaseIterable, Codable {
    /// The front is shown; its meaning is to be remembered.
    case recognise
    /// The meaning is shown; the front is to be found.
    case recall
}

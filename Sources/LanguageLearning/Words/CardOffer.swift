package import CourseContent
package import Essentials

/// Words that somebody may take among their own cards: what they missed, or met in a text.
package struct CardOffer: Sendable, Hashable {
    /// A card of a deck, by what tells it from all others.
    package struct Place: Sendable, Hashable {
        package let activity: Identifier<Activity>
        package let card: String

        package init(activity: Identifier<Activity>, card: String) {
            self.activity = activity
            self.card = card
        }
    }

    /// Plain texts.
    package let front: String
    package let back: String
    package let example: String?
    /// Of the front and the example, when it is not the activity's.
    package let language: String?
    /// The card of a deck that it is; `nil` for one that only its learner has.
    package let place: Place?
    /// Whether it is asked from the front only: a sentence with a gap says nothing from behind.
    package let isOneWay: Bool

    package static let longestFront = 300
    package static let longestBack = 500

    package init(
        front: String, back: String, example: String? = nil, language: String? = nil, place: Place? = nil,
        isOneWay: Bool = false
    ) {
        self.front = String(front.prefix(Self.longestFront))
        self.back = String(back.prefix(Self.longestBack))
        self.example = example.map { String($0.prefix(Self.longestBack)) }
        self.language = language
        self.place = place
        self.isOneWay = isOneWay
    }

    /// What makes two of them the same: the words on the front, folded.
    package var phrase: String { front.folded }
}

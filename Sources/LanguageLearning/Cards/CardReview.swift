package import Essentials

/// Something that a learner did with a card. A fact: kept once under the id that the client made, and never changed.
package struct CardReview: Sendable, Hashable {
    package enum Act: Sendable, Hashable {
        case graded(ReviewGrade)
        /// A card that was put aside is wanted back.
        case resumed
    }

    package let id: Identifier<CardReview>
    package let key: CardKey
    package let act: Act
    /// By the learner's clock, and never after the server had it.
    package let happenedAt: Instant

    package init(id: Identifier<CardReview>, key: CardKey, act: Act, happenedAt: Instant) {
        self.id = id
        self.key = key
        self.act = act
        self.happenedAt = happenedAt
    }

    /// Whether it comes before another one of the same card: by time, then by id, so that the order is the same everywhere.
    package func comesBefore(_ other: CardReview) -> Bool { (happenedAt, id) < (other.happenedAt, other.id) }
}

extension CardReview.Act: RawRepresentable {
    package init?(rawValue: String) {
        if rawValue == "resumed" {
            self = .resumed
        } else if let grade = ReviewGrade(rawValue: rawValue) {
            self = .graded(grade)
        } else {
            return nil
        }
    }

    package var rawValue: String {
        switch self {
        case .graded(let grade): grade.rawValue
        case .resumed: "resumed"
        }
    }
}

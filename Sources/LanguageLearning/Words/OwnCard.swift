package import Accounts
package import CourseContent
import Crypto
package import Essentials

/// A card that somebody took among their own. It is asked with those of the decks, by the same rules.
package struct OwnCard: Sendable, Hashable {
    /// The same for the same words of a course: nothing is there twice.
    package let id: Identifier<OwnCard>
    package let course: Identifier<Course>
    /// Where its reviews are kept: the deck that has it, or the activity where it was met.
    package let activity: Identifier<Activity>
    /// Its id there.
    package let card: String
    package let offer: CardOffer
    /// Where it was missed or met.
    package let foundIn: Identifier<Activity>
    package let addedAt: Instant
    /// The request that added it, so that the same one again changes nothing.
    package let addedBy: Identifier<OwnCardAddition>
    /// `nil` while it is there.
    package let removedAt: Instant?

    /// Nobody learns more words of their own.
    package static let most = 1000

    package static func id(
        of phrase: String, for person: Identifier<Person>, in course: Identifier<Course>
    ) -> Identifier<OwnCard> {
        let name = ["own-card", person.text, course.text, phrase].joined(separator: "/")
        return Identifier(trusted: UUIDText.version8(digest: SHA256.hash(data: Array(name.utf8))))
    }

    package var isOfDeck: Bool { offer.place != nil }

    package func key(_ direction: CardDirection) -> CardKey { CardKey(activity: activity, card: card, direction: direction) }
}

/// One request that adds cards.
package enum OwnCardAddition {}

extension OwnCard {
    /// As a deck would have it.
    package var deckCard: DeckCard {
        DeckCard(id: card, front: offer.front, back: offer.back, example: offer.example, language: offer.language)
    }
}

package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// What is kept of people's own cards.
package struct OwnCardStore: Sendable {
    package init() {}

    /// A card of somebody's own, and what is known of it.
    package struct Kept: Sendable, Hashable {
        package let card: OwnCard
        /// `nil` before it was graded.
        package let phase: CardMemory.Phase?
        /// When the front was last seen, and when it is ready; `nil` before, and while it is put aside.
        package let frontSeenAt: Instant?
        package let readyAt: Instant?
        package let backSeenAt: Instant?
    }

    /// All of somebody's, the removed ones among them, in the order in which they were added.
    package func cards(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> [Kept] {
        try reading.rows(OwnCardStatements.ofPerson, person) { row in
            Kept(
                card: OwnCard(row), phase: row.isNull(14) ? nil : try row.value(14), frontSeenAt: row.instantOrNil(15),
                readyAt: row.instantOrNil(16), backSeenAt: row.instantOrNil(17))
        }
    }

    /// The ids of those that are kept in an activity.
    package func cards(
        of person: Identifier<Person>, in activity: Identifier<Activity>, reading: any ReadTransaction
    ) throws -> Set<String> {
        Set(try reading.rows(OwnCardStatements.cardsIn, person, activity) { $0.text(0) })
    }

    /// Adds cards: one that is there stays as it is, one that was removed comes back unless this very addition had brought it.
    /// - Returns: those that this addition brought, now or when it came first.
    /// - throws: ``LanguageLearningError/tooManyCards``.
    package func add(
        _ offers: [CardOffer], foundIn activity: Identifier<Activity>, of course: Identifier<Course>,
        by addition: Identifier<OwnCardAddition>, person: Identifier<Person>, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Int {
        let kept = try cards(of: person, in: writing)
        var known = Dictionary(kept.map { ($0.card.id, $0.card) }, uniquingKeysWith: { first, _ in first })
        var places = Set(kept.map { CardOffer.Place(activity: $0.card.activity, card: $0.card.card) })
        var count = kept.count { $0.card.removedAt == nil }
        var added = 0
        for offer in offers {
            let id = OwnCard.id(of: offer.phrase, for: person, in: course)
            if let card = known[id] {
                if card.addedBy == addition { added += 1 }
                guard card.removedAt != nil, card.addedBy != addition else { continue }
                try writing.run(OwnCardStatements.bringBack, id, now, addition)
            } else {
                let place = offer.place ?? CardOffer.Place(activity: activity, card: id.text)
                // The author gave a card of a deck other words: it is the same one.
                guard places.insert(place).inserted else { continue }
                try writing.run(
                    OwnCardStatements.insert, id, person, course, place.activity, place.card, offer.place != nil,
                    offer.isOneWay, offer.front, offer.back, offer.example, offer.language, activity, now, addition)
                known[id] = OwnCard(
                    id: id, course: course, activity: place.activity, card: place.card, offer: offer, foundIn: activity,
                    addedAt: now, addedBy: addition, removedAt: nil)
            }
            (count, added) = (count + 1, added + 1)
            guard count <= OwnCard.most else { throw LanguageLearningError.tooManyCards }
        }
        return added
    }

    /// Takes a card away, or brings it back. Doing it twice changes nothing.
    /// - Returns: whether there is such a card.
    package func set(
        _ id: Identifier<OwnCard>, of person: Identifier<Person>, isRemoved: Bool, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Bool {
        if isRemoved {
            try writing.run(OwnCardStatements.remove, id, person, now)
        } else {
            try writing.run(OwnCardStatements.restore, id, person)
        }
        return try writing.first(OwnCardStatements.has, id, person) { _ in true } ?? false
    }
}

extension OwnCard {
    /// From the columns of the list of one's own cards.
    fileprivate init(_ row: any Row) {
        let activity: Identifier<Activity> = row.id(2)
        let card = row.text(3)
        self.init(
            id: row.id(0), course: row.id(1), activity: activity, card: card,
            offer: CardOffer(
                front: row.text(6), back: row.text(7), example: row.textOrNil(8), language: row.textOrNil(9),
                place: row.bool(4) ? CardOffer.Place(activity: activity, card: card) : nil, isOneWay: row.bool(5)),
            foundIn: row.id(10), addedAt: row.instant(11), addedBy: row.id(12), removedAt: row.instantOrNil(13))
    }
}

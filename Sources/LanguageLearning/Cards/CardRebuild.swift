package import Accounts
package import Essentials
package import SQL

/// Whether the cards are what the reviews say: `rebond verify`.
package struct CardRebuild: Sendable {
    private let store = CardStore()

    package init() {}

    /// A card that is not what its reviews say.
    package struct Difference: Sendable, Hashable {
        package let person: Identifier<Person>
        package let key: CardKey
        /// `nil` where there is nothing.
        package let kept: CardState?
        package let recomputed: CardState?
    }

    /// The next person who ever reviewed something, in the order of ids.
    package func reviewer(
        after person: Identifier<Person>?, in reading: any ReadTransaction
    ) throws -> Identifier<Person>? {
        try reading.first(CardStatements.nextReviewer, person?.text ?? "") { $0.idOrNil(0) } ?? nil
    }

    /// Makes every card of a person again, and compares.
    package func verify(
        _ person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> (cards: Int, differences: [Difference]) {
        let reviews = try reading.rows(CardStatements.reviewsOfPerson, person, map: CardReview.init(_:))
        let made = Dictionary(grouping: reviews, by: \.key).compactMapValues { CardState.after($0) }
        let kept = try store.states(of: person, in: reading)
        // When it is ready is kept beside what it follows from.
        let ready = try reading.rows(CardStatements.memoriesOfPerson, person) { row in
            (try CardState(row).key, row.instantOrNil(14))
        }
        let misplaced = Set(ready.filter { kept[$0.0]?.readyAt != $0.1 }.map(\.0))
        let differences = Set(made.keys).union(kept.keys).sorted().compactMap { key -> Difference? in
            guard made[key] != kept[key] || misplaced.contains(key) else { return nil }
            return Difference(person: person, key: key, kept: kept[key], recomputed: made[key])
        }
        return (made.count, differences)
    }

    /// Replaces what differs by what the reviews say.
    package func repair(_ differences: [Difference], in writing: any WriteTransaction) throws {
        for difference in differences {
            if let state = difference.recomputed {
                try store.save(state, of: difference.person, in: writing)
            } else {
                let key = difference.key
                try writing.run(
                    CardStatements.deleteMemory, difference.person, key.activity, key.card, key.direction.rawValue)
            }
        }
    }
}

import Accounts
import CourseContent
package import Essentials
package import LanguageLearning
import Progress
import SQL

/// How one's cards are: what was done, what will come, what is remembered.
extension Campus {
    /// The figures of one's cards.
    package struct CardFigures: Sendable {
        /// Today and the thirteen days before, the oldest first.
        package let days: [(day: CalendarDay, reviews: Int)]
        /// Today, with what is late, and the thirteen days after.
        package let forecast: [(day: CalendarDay, cards: Int)]
        /// Cards that came back after a day or more, by week, the last four: how many were remembered.
        package let retention: [(monday: CalendarDay, remembered: Int, asked: Int)]
        /// Sides of cards: on their first steps; known; known for three weeks or more.
        package let learning: Int
        package let known: Int
        package let settled: Int
        /// Those that were forgotten too often, and are put aside.
        package let aside: [CardReading]
        package let limits: ReviewLimits
    }

    private static let settledAfter = 21.0
    private static let daysShown = 14

    /// The figures of one's own cards, in one read.
    package func cardFigures(_ viewer: Viewer) async throws -> CardFigures {
        let now = clock.now
        let today = ParisDays.day(of: now)
        return try await database.read { reading in
            let person = viewer.person.id
            let firstWeek = today.monday.adding(days: -21)
            let firstDay = today.adding(days: 1 - Self.daysShown)
            let history = try cards.history(
                of: person, since: ParisDays.start(min(firstWeek, firstDay)), in: reading)
            var reviews: [CalendarDay: Int] = [:]
            var asked: [CalendarDay: (remembered: Int, asked: Int)] = [:]
            for graded in history {
                let day = ParisDays.day(of: graded.at)
                reviews[day, default: 0] += 1
                guard let before = graded.before, graded.at.seconds(since: before) >= 86_400 else { continue }
                asked[day.monday, default: (0, 0)].asked += 1
                if graded.grade != .again { asked[day.monday, default: (0, 0)].remembered += 1 }
            }
            let own = try ownCards.cards(of: person, in: reading).map(\.card).filter { !$0.isOfDeck && $0.removedAt == nil }
            let ownCards = Dictionary(
                own.map { (CardOffer.Place(activity: $0.activity, card: $0.card), $0) }, uniquingKeysWith: { first, _ in first })
            let hosts = own.isEmpty ? [] : try ownHosts(of: viewer, Set(own.map(\.activity)), in: reading)
            let decks = Dictionary(
                (try followedDecks(of: viewer, in: reading) + hosts).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let states = try cards.states(of: person, in: reading).values.filter { state in
                guard let deck = decks[state.key.activity] else { return false }
                return deck.activity.kind == .deck || ownCards[.init(activity: deck.id, card: state.key.card)] != nil
            }
            var forecast: [CalendarDay: Int] = [:]
            for state in states {
                if let ready = state.readyAt { forecast[max(today, ParisDays.day(of: ready)), default: 0] += 1 }
            }
            let reviewing = states.filter { $0.memory.phase == .review }
            return CardFigures(
                days: (0..<Self.daysShown).map { index in
                    let day = firstDay.adding(days: index)
                    return (day, reviews[day] ?? 0)
                },
                forecast: (0..<Self.daysShown).map { index in
                    let day = today.adding(days: index)
                    return (day, forecast[day] ?? 0)
                },
                retention: (0..<4).compactMap { index in
                    let monday = firstWeek.adding(days: 7 * index)
                    return asked[monday].map { (monday, $0.remembered, $0.asked) }
                },
                learning: states.count - reviewing.count, known: reviewing.count,
                settled: reviewing.count { ($0.memory.stability ?? 0) >= Self.settledAfter },
                aside: try states.filter(\.isAside).sorted { $0.key < $1.key }.compactMap { state in
                    guard let deck = decks[state.key.activity] else { return nil }
                    let card =
                        try ownCards[.init(activity: deck.id, card: state.key.card)]?.deckCard
                        ?? content(of: deck, in: reading)?.cards.first { $0.id == state.key.card }
                    guard let card else { return nil }
                    return PlacedCard(deck: deck, card: card, direction: state.key.direction).reading(state, at: now)
                },
                limits: try cards.limits(of: person, in: reading))
        }
    }

    // MARK: Verification

    /// What a verification of cards found.
    package struct CardVerification: Sendable, Hashable {
        package var people = 0
        package var cards = 0
        package var differences = 0
        package var remaining = 0

        package init() {}
    }

    /// Makes every card again from its reviews, and compares: `rebond verify`. A person at a time.
    /// - Parameters:
    ///   - repairing: replaces what differs by what the reviews say.
    ///   - found: called with each difference, as it was before any repair.
    package func verifyCards(
        repairing: Bool = false, found: (CardRebuild.Difference) throws -> Void = { _ in }
    ) async throws -> CardVerification {
        let rebuild = CardRebuild()
        var summary = CardVerification()
        var last: Identifier<Person>?
        while true {
            let after = last
            let next = try await database.read { reading in
                try rebuild.reviewer(after: after, in: reading).map { ($0, try rebuild.verify($0, in: reading)) }
            }
            guard let (person, checked) = next else { return summary }
            last = person
            summary.people += 1
            summary.cards += checked.cards
            summary.differences += checked.differences.count
            for difference in checked.differences { try found(difference) }
            guard !checked.differences.isEmpty else { continue }
            if repairing {
                // Reviews may have come meanwhile: what differs now is what is replaced.
                try await database.write { writing in
                    try rebuild.repair(try rebuild.verify(person, in: writing).differences, in: writing)
                }
            } else {
                summary.remaining += checked.differences.count
            }
        }
    }
}

import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import LanguageLearning

@Suite("Cards that are kept")
struct CardStoreTests {
    private let store = CardStore()
    private let person = CardWorld.people[0]
    private var later: Instant { CardWorld.now.adding(seconds: 40 * 86_400) }

    @Test("a review is there once, however often it is sent; another one with its id is refused", arguments: Backend.available)
    func replay(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            let review = CardWorld.review(1, minutes: 0)
            let first = try await database.write { try store.record([review], of: person, at: later, in: $0) }
            let state = try await database.read { try store.state(of: review.key, of: person, in: $0) }
            let again = try await database.write { try store.record([review, review], of: person, at: later, in: $0) }
            #expect(first.accepted == [review.id] && first.replayed.isEmpty)
            #expect(again.accepted.isEmpty && again.replayed == [review.id, review.id])
            #expect(try await database.read { try store.state(of: review.key, of: person, in: $0) } == state)
            #expect(state?.reviews == 1 && state?.memory.step == 1)
            for other in [CardWorld.review(1, "dock", .easy, minutes: 0), CardWorld.review(1, "aisle", minutes: 0)] {
                await #expect(throws: LanguageLearningError.otherReview) {
                    try await database.write { try store.record([other], of: person, at: later, in: $0) }
                }
            }
            await #expect(throws: LanguageLearningError.otherReview) {
                try await database.write { try store.record([review], of: CardWorld.people[1], at: later, in: $0) }
            }
        }
    }

    @Test(
        "whatever the order in which reviews arrive, and however often, the cards are the same", arguments: Backend.available)
    func order(_ backend: Backend) async throws {
        let cards = ["dock", "aisle", "bay"]
        var reviews: [CardReview] = []
        var random = SequenceRandom(seed: 7)
        for number in 0..<60 {
            let grade = ReviewGrade.allCases[Int.random(in: 0..<4, using: &random)]
            // Some at the very same instant.
            reviews.append(
                CardWorld.review(
                    number, cards[number % 3], grade, number % 7 == 0 ? .recall : .recognise,
                    minutes: Int64(number / 2) * 700))
        }
        var expected: [CardKey: CardState]?
        for round in 0..<3 {
            var sent = reviews
            if round > 0 { sent.shuffle(using: &random) }
            let batches = sent
            try await CardWorld.with(backend) { database in
                for start in stride(from: 0, to: batches.count, by: 7) {
                    let batch = Array(batches[start..<min(start + 9, batches.count)])
                    _ = try await database.write { try store.record(batch, of: person, at: later, in: $0) }
                }
                let found = try await database.read { try store.states(of: person, in: $0) }
                #expect(found.count == 6 && found == expected ?? found)
                let checked = try await database.read { try CardRebuild().verify(person, in: $0) }
                #expect(checked.cards == 6 && checked.differences.isEmpty)
                if expected == nil { expected = found }
            }
        }
    }

    @Test("a clock that runs ahead is not believed", arguments: Backend.available)
    func ahead(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            let review = CardWorld.review(1, minutes: 100_000)
            let state = try await database.write { writing in
                _ = try store.record([review], of: person, at: CardWorld.now, in: writing)
                return try store.state(of: review.key, of: person, in: writing)
            }
            #expect(state?.lastAt == CardWorld.now && state?.memory.lastReview == CardWorld.now)
        }
    }

    @Test("what is ready comes the longest first, with when its other side was seen", arguments: Backend.available)
    func queue(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            let found = try await database.write { writing in
                let reviews = [
                    CardWorld.review(1, "dock", .good, minutes: 5), CardWorld.review(2, "bay", .again, minutes: 1),
                    CardWorld.review(3, "dock", .easy, .recall, minutes: 3),
                    CardWorld.review(4, "aisle", .good, deck: 1, minutes: 2),
                ]
                _ = try store.record(reviews, of: person, at: later, in: writing)
                _ = try store.record(
                    [CardWorld.review(5, minutes: 0)], of: CardWorld.people[1], at: later, in: writing)
                let soon = CardWorld.now.adding(seconds: 12 * 60)
                return (
                    try store.ready(of: person, at: soon, limit: 10, in: writing),
                    try store.ready(of: person, at: later, limit: 2, in: writing),
                    try store.nextReady(of: person, after: soon, in: writing),
                    try store.reviewed(by: person, since: CardWorld.now.adding(seconds: 120), in: writing),
                    try store.started(by: person, since: CardWorld.now.adding(seconds: 120), in: writing)
                )
            }
            #expect(found.0.map(\.state.key.card) == ["bay", "aisle"])
            #expect(found.1.map(\.state.key.card) == ["bay", "aisle"] && found.1.allSatisfy { $0.siblingSeenAt == nil })
            #expect(found.2 == CardWorld.now.adding(seconds: 15 * 60))
            #expect(found.3 == 3 && found.4 == 3)
            let all = try await database.read { try store.ready(of: person, at: later, limit: 10, in: $0) }
            #expect(all.count == 4 && all[2].siblingSeenAt == CardWorld.now.adding(seconds: 180))
        }
    }

    @Test("a card that is forgotten too often is put aside until it is taken back", arguments: Backend.available)
    func aside(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            try await database.write { writing in
                var number = 0
                var minutes: Int64 = 0
                func grade(_ grade: ReviewGrade) throws {
                    number += 1
                    minutes += 5000
                    _ = try store.record(
                        [CardWorld.review(number, "dock", grade, minutes: minutes)], of: person,
                        at: CardWorld.now.adding(seconds: 86_400 * 900), in: writing)
                }
                try grade(.easy)
                for _ in 0..<8 {
                    try grade(.again)
                    try grade(.good)
                }
                let far = CardWorld.now.adding(seconds: 86_400 * 899)
                let state = try store.state(of: CardWorld.key("dock"), of: person, in: writing)
                #expect(state?.isAside == true && state?.readyAt == nil)
                #expect(try store.ready(of: person, at: far, limit: 5, in: writing).isEmpty)
                let resumed = CardReview(
                    id: CardWorld.id(5000), key: CardWorld.key("dock"), act: .resumed,
                    happenedAt: CardWorld.now.adding(seconds: (minutes + 10) * 60))
                _ = try store.record([resumed], of: person, at: far, in: writing)
                #expect(try store.ready(of: person, at: far, limit: 5, in: writing).map(\.state.lapses) == [0])
                #expect(try CardRebuild().verify(person, in: writing).differences.isEmpty)
            }
        }
    }

    @Test("what is not what the reviews say is found and mended", arguments: Backend.available)
    func verified(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            let checks = try await database.write { writing in
                let reviews = (0..<6).map { CardWorld.review($0, "card-\($0)", .good, minutes: Int64($0)) }
                _ = try store.record(reviews, of: person, at: later, in: writing)
                try writing.runScript("UPDATE card_memory SET stability = 7 WHERE card = 'card-1'")
                try writing.runScript("UPDATE card_memory SET ready_at = NULL WHERE card = 'card-2'")
                try writing.runScript("DELETE FROM card_memory WHERE card = 'card-3'")
                try writing.runScript("DELETE FROM card_review WHERE card = 'card-4'")
                let rebuild = CardRebuild()
                let before = try rebuild.verify(person, in: writing)
                try rebuild.repair(before.differences, in: writing)
                let people = [
                    try rebuild.reviewer(after: nil, in: writing), try rebuild.reviewer(after: person, in: writing),
                ]
                return (before, try rebuild.verify(person, in: writing), people)
            }
            #expect(checks.0.differences.map(\.key.card) == ["card-1", "card-2", "card-3", "card-4"])
            #expect(checks.1.differences.isEmpty && checks.1.cards == 5)
            #expect(checks.2 == [person, nil])
        }
    }

    @Test("limits are kept within their bounds", arguments: Backend.available)
    func limits(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            #expect(try await database.read { try store.limits(of: person, in: $0) } == .usual)
            for limits in [ReviewLimits(newADay: 0, reviewsADay: 10), ReviewLimits(newADay: 50, reviewsADay: 500)] {
                try await database.write { try store.set(limits, of: person, in: $0) }
                #expect(try await database.read { try store.limits(of: person, in: $0) } == limits)
            }
            for (new, reviews, field) in [(-1, 10, "new"), (51, 10, "new"), (5, 9, "reviews"), (5, 501, "reviews")] {
                await #expect(throws: LanguageLearningError.invalidLimits(field)) {
                    try await database.write {
                        try store.set(ReviewLimits(newADay: new, reviewsADay: reviews), of: person, in: $0)
                    }
                }
            }
        }
    }

    static let statements: [Statement] = [
        CardStatements.review, CardStatements.insertReview, CardStatements.reviewsOfCard, CardStatements.reviewsOfPerson,
        CardStatements.nextReviewer, CardStatements.countReviews, CardStatements.history, CardStatements.memory,
        CardStatements.saveMemory, CardStatements.deleteMemory, CardStatements.queue, CardStatements.memoriesOfDeck,
        CardStatements.memoriesOfPerson, CardStatements.countStarted, CardStatements.nextReady, CardStatements.limits,
        CardStatements.setLimits,
    ]

    @Test("no statement reads a whole table", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await withTestDatabase(backend, CardWorld.migrations) { database in
            for statement in Self.statements { try await expectNoFullScan(statement, database) }
        }
    }
}

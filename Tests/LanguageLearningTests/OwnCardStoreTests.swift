import Accounts
import CourseContent
import Essentials
import LanguageLearning
import SQL
import TestSupport
import Testing

@Suite("One's own cards, as they are kept")
struct OwnCardStoreTests {
    private let store = OwnCardStore()
    private let person = CardWorld.people[0]
    private static let course: Identifier<Course> = CardWorld.id(20)
    private static let words = [
        CardOffer(front: "a pallet", back: "a flat base", place: .init(activity: CardWorld.decks[0], card: "pallet")),
        CardOffer(front: "We ____ it.", back: "refuse", example: "No.", language: "en", isOneWay: true),
    ]

    private func add(
        _ offers: [CardOffer] = words, _ number: Int = 1, of person: Identifier<Person>? = nil, in database: any SQLDatabase
    ) async throws -> Int {
        try await database.write { writing in
            try store.add(
                offers, foundIn: CardWorld.decks[1], of: Self.course, by: CardWorld.id(500 + number),
                person: person ?? self.person,
                at: CardWorld.now.adding(seconds: Int64(number)), in: writing)
        }
    }

    private func kept(_ database: any SQLDatabase) async throws -> [OwnCardStore.Kept] {
        try await database.read { try store.cards(of: person, in: $0) }
    }

    @Test("each is there once, whoever sends it again; those of others are others", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            #expect(try await add(in: database) == 2)
            let first = try await kept(database)
            #expect(
                Set(first.map(\.card.offer)) == Set(Self.words)
                    && first.allSatisfy { $0.phase == nil && $0.card.removedAt == nil })
            #expect(first.allSatisfy { $0.card.activity == CardWorld.decks[$0.card.isOfDeck ? 0 : 1] })
            // The same request, another request, and the same words in other letters.
            #expect(try await add(in: database) == 2)
            #expect(try await add(Self.words, 2, in: database) == 0)
            #expect(try await add([CardOffer(front: "A  PALLET", back: "x")], 3, in: database) == 0)
            // The author wrote the card anew.
            let renamed = CardOffer(front: "a big pallet", back: "x", place: Self.words[0].place)
            #expect(try await add([renamed], 4, in: database) == 0)
            #expect(try await kept(database) == first)
            #expect(try await add(Self.words, 1, of: CardWorld.people[1], in: database) == 2)
            #expect(try await kept(database) == first)
        }
    }

    @Test(
        "one that was removed stays away for the request that brought it, and comes back for another",
        arguments: Backend.available)
    func removed(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            _ = try await add(in: database)
            let id = try await kept(database)[1].card.id
            func set(_ isRemoved: Bool, of person: Identifier<Person>) async throws -> Bool {
                try await database.write {
                    try store.set(id, of: person, isRemoved: isRemoved, at: CardWorld.now.adding(seconds: 60), in: $0)
                }
            }
            #expect(try await set(true, of: CardWorld.people[1]) == false)
            for _ in 0..<2 { #expect(try await set(true, of: person)) }
            #expect(try await kept(database).filter { $0.card.removedAt != nil }.map(\.card.id) == [id])
            _ = try await add(in: database)
            #expect(try await kept(database).filter { $0.card.removedAt != nil }.map(\.card.id) == [id])
            #expect(try await add(Self.words, 2, in: database) == 1)
            #expect(try await kept(database).allSatisfy { $0.card.removedAt == nil })
            for isRemoved in [true, false] { #expect(try await set(isRemoved, of: person)) }
            #expect(try await kept(database).allSatisfy { $0.card.removedAt == nil })
        }
    }

    @Test("the queue has their words, and none that was removed", arguments: Backend.available)
    func queue(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            _ = try await add(in: database)
            let own = try #require(try await kept(database).map(\.card).first { !$0.isOfDeck })
            let reviews = [CardWorld.key("pallet"), own.key(.recognise)].enumerated().map { number, key in
                CardReview(id: CardWorld.id(900 + number), key: key, act: .graded(.again), happenedAt: CardWorld.now)
            }
            let later = CardWorld.now.adding(seconds: 3600)
            func ready() async throws -> [CardStore.Ready] {
                try await database.read { try CardStore().ready(of: person, at: later, limit: 10, in: $0) }
            }
            _ = try await database.write { try CardStore().record(reviews, of: person, at: CardWorld.now, in: $0) }
            let words = try await ready().map(\.own)
            #expect(words.count == 2 && words.compactMap(\.self) == [own.deckCard])
            for card in try await kept(database).map(\.card.id) {
                _ = try await database.write {
                    try store.set(card, of: person, isRemoved: true, at: CardWorld.now, in: $0)
                }
            }
            // The card of the deck stays one of its deck.
            #expect(try await ready().map(\.state.key.card) == ["pallet"])
            #expect(
                try await database.read { try CardStore().nextReady(of: person, after: CardWorld.now, in: $0) }
                    == CardWorld.now.adding(seconds: 60))
            #expect(try await database.read { try CardRebuild().verify(person, in: $0) }.differences.isEmpty)
        }
    }

    @Test("there are a thousand at most", arguments: Backend.available)
    func most(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            let many = (0...OwnCard.most).map { CardOffer(front: "word \($0)", back: "mot") }
            await #expect(throws: LanguageLearningError.tooManyCards) { try await add(many, in: database) }
            let none = try await kept(database)
            let added = try await add(Array(many.dropLast()), in: database)
            #expect(none.isEmpty && added == OwnCard.most)
        }
    }
}

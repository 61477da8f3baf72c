import Accounts
import Campus
import CourseContent
import Essentials
import LanguageLearning
import Progress
import SQL
import TestSupport
import Testing

@testable import Campus

@Suite("Cards that come back")
struct ReviewCardsTests {
    private static let course = TestCourse.key

    private func with(_ backend: Backend, _ body: (TestCampus) async throws -> Void) async throws {
        try await withTestCampus(backend) { campus in
            var authored = try TestKinds.authored()
            try authored.lengthenDeck()
            _ = try await campus.campus.apply(authored)
            try await body(campus)
        }
    }

    private func grade(
        _ card: String, _ grade: ReviewGrade = .good, _ direction: CardDirection = .recognise, as role: TestRole = .learner,
        id: Identifier<CardReview>? = nil, in campus: TestCampus
    ) async throws -> CardStore.Outcome {
        let now = campus.clock.clock.now
        return try await campus.campus.gradeCards(
            [
                Campus.SentReview(
                    id: id ?? .new(at: now), course: Self.course, activity: TestKinds.deck, card: card, direction: direction,
                    act: .graded(grade), occurredAt: now)
            ], by: try await campus.viewer(role))
    }

    private func session(_ campus: TestCampus, asked: Bool = true) async throws -> Campus.ReviewSession {
        try await campus.campus.reviewSession(
            try await campus.viewer(.learner), deck: asked ? (Self.course, TestKinds.deck) : nil)
    }

    @Test("new ones of a deck that is asked for, ten at a time and ten a day, front first", arguments: Backend.available)
    func fresh(_ backend: Backend) async throws {
        try await with(backend) { campus in
            // Nothing was opened, nothing comes by itself.
            #expect(try await session(campus, asked: false).cards.isEmpty)
            let first = try await session(campus)
            #expect(first.cards.count == 10 && first.ready == 0 && first.newLeft == 10)
            #expect(first.cards.allSatisfy { $0.direction == .recognise && $0.state == nil })
            #expect(first.cards[0].waits == [.again: 60, .hard: 330, .good: 600, .easy: 8 * 86_400])
            for card in first.cards { _ = try await grade(card.card.id, .easy, in: campus) }
            let second = try await session(campus)
            #expect(second.cards.isEmpty && second.newLeft == 0 && second.doneToday == 10 && second.nextAt != nil)
            // The other two the day after, and the backs of those that are known.
            campus.clock.advance(seconds: 86_400)
            let next = try await session(campus, asked: false)
            #expect(next.cards.map(\.direction).filter { $0 == .recall }.count == 8 && next.cards.count == 10)
        }
    }

    @Test("the two sides of a card are a day apart", arguments: Backend.available)
    func siblings(_ backend: Backend) async throws {
        try await with(backend) { campus in
            _ = try await grade("tag", .easy, in: campus)
            campus.clock.advance(seconds: 2 * 86_400)
            _ = try await grade("tag", .easy, .recall, in: campus)
            campus.clock.advance(seconds: 6 * 86_400)
            // The front is due today; the back was not seen today.
            #expect(try await session(campus, asked: false).cards.contains { $0.card.id == "tag" && $0.direction == .recognise })
            let home = try await campus.campus.home(try await campus.viewer(.learner))
            #expect(home.cardsReady == 1)
            campus.clock.advance(seconds: 2 * 86_400)
            // Both are due now: one of them comes, and once it was graded the other waits for another day.
            let both = try await session(campus, asked: false).cards.filter { $0.card.id == "tag" }
            #expect(both.count == 1)
            _ = try await grade("tag", .good, both.first?.direction ?? .recall, in: campus)
            #expect(try await session(campus, asked: false).cards.filter { $0.card.id == "tag" }.isEmpty)
            #expect(try await campus.campus.home(try await campus.viewer(.learner)).cardsReady == 0)
        }
    }

    @Test("the deck is done when its share was reviewed, and a day with cards is a day of work", arguments: Backend.available)
    func share(_ backend: Backend) async throws {
        try await with(backend) { campus in
            let id = try await campus.campus.activity(
                TestKinds.deck, of: Self.course, for: try await campus.viewer(.learner)
            ).id
            for index in 1...9 { _ = try await grade("word-\(index)", in: campus) }
            var state = try #require(try await campus.states(of: .learner)[id])
            #expect(state.reviewedShare == 75 && state.completedAt == nil)
            _ = try await grade("word-10", in: campus)
            state = try #require(try await campus.states(of: .learner)[id])
            #expect(state.reviewedShare == 83 && state.completedAt != nil)
            campus.clock.advance(seconds: 86_400)
            _ = try await grade("word-1", in: campus)
            let later = try #require(try await campus.states(of: .learner)[id])
            #expect(later.lastEventAt == campus.clock.clock.now && later.completedAt == state.completedAt)
            let summary = try await campus.campus.verifyProgress()
            #expect(summary.differences == 0)
            let cards = try await campus.campus.verifyCards()
            #expect(cards.people == 1 && cards.cards == 10 && cards.differences == 0)
        }
    }

    @Test("a difference is found, and mended when that is wanted", arguments: Backend.available)
    func verified(_ backend: Backend) async throws {
        try await with(backend) { campus in
            _ = try await grade("tag", in: campus)
            try await campus.database.write { try $0.runScript("UPDATE card_memory SET difficulty = 9") }
            var found: [String] = []
            let first = try await campus.campus.verifyCards { found.append($0.key.card) }
            #expect(first.differences == 1 && first.remaining == 1 && found == ["tag"])
            let second = try await campus.campus.verifyCards(repairing: true)
            #expect(second.differences == 1 && second.remaining == 0)
            #expect(try await campus.campus.verifyCards().differences == 0)
        }
    }

    @Test("nobody grades what is not theirs", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await with(backend) { campus in
            try await expectInvalid(["card"]) { _ = try await grade("nothing", in: campus) }
            let tutor = try await refusal { _ = try await grade("tag", as: .tutor, in: campus) }
            var isRefused = false
            if case .notAllowed = tutor { isRefused = true }
            #expect(isRefused)
            let id = Identifier<CardReview>.new(at: campus.clock.clock.now)
            _ = try await grade("tag", .good, id: id, in: campus)
            #expect(try await grade("tag", .good, id: id, in: campus).replayed == [id])
            try await expectConflict { _ = try await grade("tag", .easy, id: id, in: campus) }
            try await expectConflict { _ = try await grade("tag", .good, as: .secondLearner, id: id, in: campus) }
            try await expectNotFound {
                _ = try await campus.campus.reviewSession(try await campus.viewer(.tutor), deck: (Self.course, TestKinds.deck))
            }
        }
    }

    @Test("figures say what was done, what comes and what was remembered", arguments: Backend.available)
    func figures(_ backend: Backend) async throws {
        try await with(backend) { campus in
            _ = try await grade("tag", .easy, in: campus)
            _ = try await grade("lt", .good, in: campus)
            campus.clock.advance(seconds: 2 * 86_400)
            _ = try await grade("tag", .again, in: campus)
            _ = try await grade("lt", .good, in: campus)
            let figures = try await campus.campus.cardFigures(try await campus.viewer(.learner))
            #expect(figures.days.map(\.reviews).suffix(3) == [2, 0, 2] && figures.days.count == 14)
            #expect(figures.forecast.count == 14 && figures.forecast.reduce(0) { $0 + $1.cards } == 2)
            #expect(figures.retention.reduce(0) { $0 + $1.asked } == 2 && figures.retention.reduce(0) { $0 + $1.remembered } == 1)
            #expect(figures.known + figures.learning == 2 && figures.aside.isEmpty && figures.limits == .usual)
        }
    }
}

extension AuthoredCourse {
    /// Twelve cards in the deck that is reviewed.
    fileprivate mutating func lengthenDeck() throws {
        for module in outline.modules.indices {
            for index in outline.modules[module].activities.indices
            where outline.modules[module].activities[index].id == TestKinds.deck {
                guard let digest = outline.modules[module].activities[index].contentDigest,
                    case .deck(var deck)? = contents[digest]
                else { continue }
                for number in 1...10 {
                    deck.cards.append(
                        DeckCard(id: "word-\(number)", front: "word \(number)", back: "mot \(number)", language: "en"))
                }
                let content = ActivityContent.deck(deck)
                let made = try ContentDigest.canonical(content).digest
                contents[made] = content
                outline.modules[module].activities[index].contentDigest = made
            }
        }
    }
}

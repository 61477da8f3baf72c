import Accounts
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@testable import LanguageLearning

@Suite("Placement tests that are kept")
struct PlacementStoreTests {
    private let store = PlacementStore()
    private let person = CardWorld.people[0]
    private let test = CardWorld.decks[0]

    private func run(_ number: Int, at seconds: Int64 = 0) -> PlacementRun {
        PlacementRun(
            id: CardWorld.id(500 + number), person: person, activity: test, hears: number != 2,
            startedAt: CardWorld.now.adding(seconds: seconds))
    }

    private func answer(_ item: String, _ choice: String?) -> PlacementAnswer {
        PlacementAnswer(
            item: item, measure: AbilityItem(difficulty: 2.5, discrimination: 1.75), choice: choice, isRight: choice == "is",
            answeredAt: CardWorld.now.adding(seconds: 5))
    }

    @Test(
        "one goes on at a time; an answer is kept once; what tutors decide is kept, the last one holds",
        arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await CardWorld.with(backend) { database in
            let (first, second) = (run(1), run(2, at: 90))
            try await database.write { writing in
                try store.begin(first, in: writing)
                try store.begin(second, in: writing)
            }
            let open = try await database.read { try store.runs(of: person, in: test, in: $0) }
            #expect(open == [first])
            let kept = try await database.write { writing in
                [
                    try store.keep(answer("a", "is"), at: 1, of: first.id, in: writing),
                    try store.keep(answer("b", "are"), at: 1, of: first.id, in: writing),
                    try store.keep(answer("a", "are"), at: 2, of: first.id, in: writing),
                    try store.keep(answer("b", nil), at: 2, of: first.id, in: writing),
                ]
            }
            #expect(kept == [true, false, false, true])
            try await database.write { writing in
                try store.finish(first.id, at: CardWorld.now.adding(seconds: 60), in: writing)
                try store.finish(first.id, at: CardWorld.now.adding(seconds: 70), in: writing)
                try store.begin(second, in: writing)
            }
            let runs = try await database.read { try store.runs(of: person, in: test, in: $0) }
            #expect(runs.map(\.id) == [second.id, first.id])
            #expect(runs[1].answers == [answer("a", "is"), answer("b", nil)])
            #expect(runs[1].finishedAt == CardWorld.now.adding(seconds: 60) && runs[0].hears == false)
            #expect(try await database.read { try store.runs(of: CardWorld.people[1], in: test, in: $0) }.isEmpty)
            for (number, reason) in ["À l’oral, plus que cela.", "Relu ensemble."].enumerated() {
                let ruling = PlacementRuling(
                    id: CardWorld.id(600 + number), level: number == 0 ? .b1 : .b2, reason: reason,
                    decidedBy: CardWorld.people[1], decidedAt: CardWorld.now.adding(seconds: 100))
                try await database.write { try store.keep(ruling, of: first.id, in: $0) }
            }
            let ruled = try #require(try await database.read { try store.runs(of: person, in: test, in: $0) }.last)
            #expect(ruled.level == .b2 && ruled.ruling?.reason == "Relu ensemble." && ruled.estimate.level != .b2)
            for reason in ["", String(repeating: "é", count: 301), "a\0b"] {
                let ruling = PlacementRuling(
                    id: CardWorld.id(700), level: .a1, reason: reason, decidedBy: person, decidedAt: CardWorld.now)
                await #expect(throws: LanguageLearningError.invalidReason) {
                    try await database.write { try store.keep(ruling, of: first.id, in: $0) }
                }
            }
        }
    }
}

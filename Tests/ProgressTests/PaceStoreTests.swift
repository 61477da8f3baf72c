import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("What was decided about pace")
struct PaceStoreTests {
    private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private static func pause(_ first: String, _ last: String, _ motive: PauseMotive = .illness) throws -> PaceFact.Decision {
        .pause(motive, first: try day(first), last: try day(last))
    }

    @Test("is kept as facts: a correction and a withdrawal are facts too, and the last one holds", arguments: Backend.available)
    func facts(_ backend: Backend) async throws {
        try await ProgressWorld.with(backend) { world in
            let awa = try await world.learner(1).person
            let leo = try await world.learner(2).person
            let store = PaceStore()
            let (first, longer) = (try Self.pause("2026-11-24", "2026-11-25"), try Self.pause("2026-11-24", "2026-11-27"))
            let other = try Self.pause("2026-12-01", "2026-12-01", .interview)
            let more = PaceFact.Decision.moreTime(ProgressWorld.quiz.id, until: try Self.day("2026-12-04"))
            try await world.database.write { tx in
                try store.decide(first, note: nil, for: awa, in: world.cohort, by: leo, at: ProgressWorld.start, in: tx)
                try store.decide(other, note: "", for: awa, in: world.cohort, by: nil, at: ProgressWorld.start, in: tx)
                try store.decide(
                    longer, correcting: 1, note: nil, for: awa, in: world.cohort, by: leo, at: ProgressWorld.start, in: tx)
                try store.decide(more, note: "Un motif", for: awa, in: world.cohort, by: leo, at: ProgressWorld.start, in: tx)
                try store.withdraw(2, for: awa, in: world.cohort, by: leo, at: ProgressWorld.start, in: tx)
            }
            try await world.database.read { tx in
                let facts = try store.facts(of: awa, in: world.cohort, in: tx)
                #expect(facts.map(\.number) == [1, 2, 3, 4, 5] && facts.map(\.subject) == [1, 2, 1, 4, 2])
                #expect(facts.map(\.decision) == [first, other, longer, more, other])
                #expect(
                    facts.map(\.setBy) == [leo, nil, leo, leo, leo]
                        && facts.map(\.isWithdrawn) == [false, false, false, false, true])
                let holds = try store.adjustments(of: awa, in: world.cohort, in: tx)
                #expect(holds.facts.map(\.number) == [3, 4])
                #expect(holds.extensions == [ProgressWorld.quiz.id: try Self.day("2026-12-04")])
                #expect(holds.extensions(in: world.rules) == ["quiz": try Self.day("2026-12-04")])
                #expect(holds.calendar.isPaused(on: try Self.day("2026-11-27")))
                #expect(!holds.calendar.isPaused(on: try Self.day("2026-12-01")))
                #expect(try store.adjustments(of: leo, in: world.cohort, in: tx).isEmpty)
                #expect(try store.adjustments(in: world.cohort, in: tx) == [awa: holds])
            }
        }
    }

    @Test("is refused when it cannot be meant, and nothing is kept", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await ProgressWorld.with(backend) { world in
            let awa = try await world.learner(1).person
            let store = PaceStore()
            let good = try Self.pause("2026-11-24", "2026-11-25")
            try await world.database.write { tx in
                try store.decide(good, note: nil, for: awa, in: world.cohort, by: nil, at: ProgressWorld.start, in: tx)
                try store.withdraw(1, for: awa, in: world.cohort, by: nil, at: ProgressWorld.start, in: tx)
                try store.decide(good, note: nil, for: awa, in: world.cohort, by: nil, at: ProgressWorld.start, in: tx)
            }
            let more = PaceFact.Decision.moreTime(ProgressWorld.quiz.id, until: try Self.day("2026-12-04"))
            let cases: [(PaceFact.Decision, Int?, String?, PaceProblem)] = [
                (try Self.pause("2026-11-25", "2026-11-24"), nil, nil, .badPause),
                (try Self.pause("2026-11-25", "2027-11-26"), nil, nil, .badPause), (more, nil, nil, .missingReason),
                (more, nil, "", .missingReason), (good, nil, "a\nb", .badNote), (good, nil, "a\u{0}", .badNote),
                (good, nil, String(repeating: "é", count: 501), .badNote), (good, 1, nil, .unknownSubject),
                (good, 9, nil, .unknownSubject), (more, 3, "Un motif", .unknownSubject),
            ]
            for (decision, subject, note, expected) in cases {
                await #expect(throws: expected) {
                    try await world.database.write { tx in
                        try store.decide(
                            decision, correcting: subject, note: note, for: awa, in: world.cohort, by: nil,
                            at: ProgressWorld.start, in: tx)
                    }
                }
            }
            await #expect(throws: PaceProblem.unknownSubject) {
                try await world.database.write {
                    try store.withdraw(1, for: awa, in: world.cohort, by: nil, at: ProgressWorld.start, in: $0)
                }
            }
            let kept = try await world.database.read { try store.facts(of: awa, in: world.cohort, in: $0) }
            #expect(kept.count == 3)
        }
    }
}

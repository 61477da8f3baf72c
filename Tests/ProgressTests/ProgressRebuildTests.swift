import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Rebuilding states from events")
struct ProgressRebuildTests {
    private typealias World = ProgressWorld

    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let statement: Statement
        /// Field, activity, kept, recomputed.
        let expected: [String]
    }

    static let damages: [Damage] = [
        Damage(
            testDescription: "the percentage",
            statement: Statement("test.damage1", "UPDATE course_state SET percent = 90 WHERE enrolment_id = $1"),
            expected: ["percent - 90 30"]),
        Damage(
            testDescription: "weights and counts",
            statement: Statement(
                "test.damage2",
                """
                UPDATE course_state SET done_weight = 1, total_weight = 2, activities_done = 5, activities_total = 6,
                    percent = 0, seconds = 7, event_count = 9, completed_at = 0, last_event_at = NULL WHERE enrolment_id = $1
                """),
            expected: [
                "doneWeight - 1 30", "totalWeight - 2 100", "percent - 0 30", "activitiesDone - 5 2", "activitiesTotal - 6 4",
                "seconds - 7 50", "lastEventAt - - 2026-11-23T08:20:00.000", "eventCount - 9 6",
                "completedAt - 1970-01-01T00:00:00.000 -",
            ]),
        Damage(
            testDescription: "where the learner was",
            statement: Statement(
                "test.damage3",
                "UPDATE course_state SET last_activity_id = NULL, last_activity_at = NULL WHERE enrolment_id = $1"),
            expected: ["lastActivity - - quiz", "lastActivityAt - - 2026-11-23T08:20:00.000"]),
        Damage(
            testDescription: "the row of the course",
            statement: Statement("test.damage4", "DELETE FROM course_state WHERE enrolment_id = $1"),
            expected: ["row - - kept"]),
        Damage(
            testDescription: "an activity's row",
            statement: Statement(
                "test.damage5",
                "DELETE FROM activity_state WHERE enrolment_id = $1 AND activity_id LIKE '%0000001'"),
            expected: ["row welcome - kept"]),
        Damage(
            testDescription: "a completion date",
            statement: Statement(
                "test.damage6",
                """
                UPDATE activity_state SET completed_at = 0, reached_end_at = NULL, seconds = 1, attempts = 4, best_score = 3,
                    first_opened_at = 0, last_event_at = 0 WHERE enrolment_id = $1 AND activity_id LIKE '%0000001'
                """),
            expected: [
                "firstOpenedAt welcome 1970-01-01T00:00:00.000 2026-11-23T08:10:00.000",
                "lastEventAt welcome 1970-01-01T00:00:00.000 2026-11-23T08:10:00.000", "seconds welcome 1 0",
                "reachedEndAt welcome - 2026-11-23T08:10:00.000", "bestScore welcome 3 -", "attempts welcome 4 0",
                "completedAt welcome 1970-01-01T00:00:00.000 2026-11-23T08:10:00.000",
            ]),
        Damage(
            testDescription: "a state that no event explains",
            statement: Statement(
                "test.damage7",
                """
                INSERT INTO activity_state
                    (enrolment_id, activity_id, status, first_opened_at, last_event_at, seconds, attempts, completed_at)
                SELECT $1, id, 'completed', 0, 0, 0, 0, 0 FROM activity WHERE key = 'project'
                """),
            expected: ["row project kept -"]),
        Damage(
            testDescription: "the completion that a rule calls for",
            statement: Statement(
                "test.damage8", "DELETE FROM learning_event WHERE enrolment_id = $1 AND kind = 'completed' AND sequence = 6"),
            expected: [
                "doneWeight - 30 10", "percent - 30 10", "activitiesDone - 2 1", "eventCount - 6 5",
                "completedAt forms 2026-11-23T08:20:00.000 -", "validatedSeconds forms 1200 -",
                "completedBy forms \(World.firstVersion) -",
                "missingCompletion forms - due",
            ]),
    ]

    private func learner(_ world: ProgressWorld) async throws -> Identifier<Enrolment> {
        let learner = try await world.learner(1)
        try await world.record([.sample(1, .reachedEnd, World.welcome)], for: learner.id, minute: 10)
        try await world.record([.attempt(1, World.quiz, score: 20, minute: 20)], for: learner.id, from: .server, minute: 20)
        try await world.record(
            [
                .sample(2, .heartbeat, World.forms, minute: 12, seconds: 50),
                .sample(3, .reachedEnd, World.forms, minute: 13),
            ], for: learner.id, minute: 20)
        return learner.id
    }

    private func verify(_ world: ProgressWorld) async throws -> VerifiedPage {
        try await world.database.read { tx in try ProgressRebuild().verify(world.rules, in: tx) }
    }

    @Test("what recording keeps is what the events say", arguments: Backend.available)
    func nothingToSay(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            _ = try await learner(world)
            let page = try await verify(world)
            #expect(page.checked == 1 && page.differences.isEmpty && page.next == nil)
        }
    }

    @Test("any damage is found, said and mended", arguments: Backend.available, damages)
    func damage(_ backend: Backend, _ given: Damage) async throws {
        try await World.with(backend) { world in
            let id = try await learner(world)
            let before = try await world.states(id)
            try await world.database.write { tx in _ = try tx.run(given.statement, id) }
            let found = try await verify(world).differences
            #expect(
                found.map { "\($0.field) \($0.activity ?? "-") \($0.kept) \($0.recomputed)" } == given.expected)
            #expect(found.allSatisfy { $0.enrolment == id && $0.canBeRepaired })

            let mended = try await world.database.write { tx in
                try ProgressRebuild().repair(id, rules: world.rules, at: World.minute(20), in: tx)
            }
            #expect(mended == found)
            #expect(try await verify(world).differences.isEmpty)
            #expect(try await world.states(id) == before)
            // Nothing is wrong any more: nothing is mended.
            let again = try await world.database.write { tx in
                try ProgressRebuild().repair(id, rules: world.rules, at: World.minute(99), in: tx)
            }
            #expect(again.isEmpty)
        }
    }

    @Test("an event that is missing in the middle is reported and cannot be mended", arguments: Backend.available)
    func gap(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let id = try await learner(world)
            let delete = Statement("test.gap", "DELETE FROM learning_event WHERE enrolment_id = $1 AND sequence = 4")
            try await world.database.write { tx in _ = try tx.run(delete, id) }
            let found = try await verify(world).differences
            let gap = try #require(found.first { $0.field == .missingEvents })
            #expect(!gap.canBeRepaired && gap.recomputed == "1")
            #expect(gap.phrase.fr.contains(id.text) && gap.phrase.en.contains("missing events"))
            try await world.database.write { tx in
                _ = try ProgressRebuild().repair(id, rules: world.rules, at: World.minute(30), in: tx)
            }
            #expect(try await verify(world).differences.map(\.field) == [.missingEvents])
            // The next event still finds its place.
            let next = try await world.record([.sample(9, .opened, World.extra)], for: id, minute: 40)
            #expect(next.accepted.count == 1)
        }
    }

    @Test("enrolments are verified page by page", arguments: Backend.available)
    func pages(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            try await world.database.write { tx in
                for number in 1...7 { _ = try world.learner(number, in: tx) }
            }
            var (checked, pages) = (0, 0)
            var next: Identifier<Enrolment>?
            repeat {
                let after = next
                let page = try await world.database.read { tx in
                    try ProgressRebuild().verify(world.rules, after: after, limit: 3, in: tx)
                }
                (checked, pages, next) = (checked + page.checked, pages + 1, page.next)
            } while next != nil
            #expect((checked, pages) == (7, 3))
        }
    }

    @Test("more events than one page of them are all counted", arguments: Backend.available)
    func manyEvents(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            for batch in 0..<3 {
                let beats = (1...500).map {
                    LearningEvent.sample(batch * 500 + $0, .heartbeat, World.quiz, minute: $0, seconds: 2)
                }
                try await world.record(beats, for: learner.id, minute: 600 + batch)
            }
            #expect(try await verify(world).differences.isEmpty)
            #expect(try await world.states(learner.id).course?.seconds == 1000)
        }
    }
}

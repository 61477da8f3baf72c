import Assessment
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@Suite("Scenarios kept")
struct ScenarioStoreTests {
    private static let content = TestTexts.scenario

    private func start(_ world: AttemptWorld, second: Int = 0) async throws -> (attempt: Attempt, isNew: Bool) {
        try await world.database.write { tx in
            try ScenarioStore().start(
                AttemptWorld.activity, by: AttemptWorld.person, context: AttemptWorld.context, version: AttemptWorld.version,
                digest: "scenario",
                at: AttemptWorld.start.adding(seconds: Int64(second)), in: tx)
        }
    }

    @discardableResult
    private func take(
        _ world: AttemptWorld, _ attempt: Attempt, _ number: Int, _ scene: String, _ choice: String
    ) async throws -> ScenarioStore.Taken {
        try await world.database.write { tx in
            try ScenarioStore().take(
                .init(scene: scene, choice: choice), number: number, in: attempt.id, content: { _ in Self.content },
                at: AttemptWorld.start.adding(seconds: Int64(min(max(number, 0), 100))), in: tx)
        }
    }

    private func kept(_ world: AttemptWorld, _ attempt: Attempt) async throws -> ScenarioPlay {
        try await world.database.read { tx in
            let now = try #require(try AttemptStore().attempt(attempt.id, in: tx))
            return try ScenarioStore().run(now, content: { _ in Self.content }, in: tx).play
        }
    }

    @Test("a story is begun once, goes on, and ends with its score", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await AttemptWorld.with(backend) { world in
            let (attempt, isNew) = try await start(world)
            #expect(isNew && attempt.number == 1 && attempt.maximumPoints == 100)
            let again = try await start(world, second: 5)
            #expect(!again.isNew && again.attempt.id == attempt.id)
            let first = try await take(world, attempt, 1, "appel", "calme")
            #expect(first.isNew && first.run.play.scene?.id == "suite" && first.run.attempt.isOpen)
            let last = try await take(world, attempt, 2, "suite", "bien")
            #expect(last.run.attempt.result?.score == 90)
            #expect(try await kept(world, attempt).path.map(\.chosen.id) == ["calme", "bien"])
            // Played again: another attempt, and the first one stays.
            let next = try await start(world, second: 60)
            #expect(next.isNew && next.attempt.number == 2)
            #expect(try await kept(world, next.attempt).path.isEmpty)
            #expect(try await kept(world, attempt).score == 90)
        }
    }

    @Test("the same step sent again changes nothing, at the end too", arguments: Backend.available)
    func twice(_ backend: Backend) async throws {
        try await AttemptWorld.with(backend) { world in
            let attempt = try await start(world).attempt
            try await take(world, attempt, 1, "appel", "c1")
            let again = try await take(world, attempt, 1, "appel", "c1")
            #expect(!again.isNew && again.run.play.numbers["temps"] == 6)
            try await take(world, attempt, 2, "suite", "retour")
            try await take(world, attempt, 3, "appel", "c3")
            let end = try await take(world, attempt, 3, "appel", "c3")
            #expect(!end.isNew && end.run.attempt.result?.score == 20)
        }
    }

    static let refusals: [(Int, String, String, ScenarioRefusal)] = [
        // One was in "appel" and chose otherwise: a second tab.
        (1, "appel", "calme", .otherScene),
        // A scene that one left.
        (2, "appel", "c1", .otherScene), (2, "fin-bien", "c1", .otherScene), (2, "ailleurs", "c1", .unknownScene),
        (2, "suite", "c1", .unknownChoice), (2, "suite", "bien", .notOffered), (3, "suite", "retour", .otherScene),
        (0, "suite", "retour", .otherScene), (-1, "suite", "retour", .otherScene), (Int.max, "suite", "retour", .otherScene),
        (Int.min, "suite", "retour", .otherScene),
    ]

    @Test("a step that is stale or tampered with is refused, and nothing changes", arguments: Backend.available, refusals)
    func refused(_ backend: Backend, _ step: (Int, String, String, ScenarioRefusal)) async throws {
        try await AttemptWorld.with(backend) { world in
            let attempt = try await start(world).attempt
            try await take(world, attempt, 1, "appel", "c1")
            let before = try await kept(world, attempt)
            await #expect(throws: AssessmentError.stepRefused(step.3)) {
                try await take(world, attempt, step.0, step.1, step.2)
            }
            #expect(try await kept(world, attempt) == before)
        }
    }

    @Test("a story that is over takes no step more, and one that is not there none", arguments: Backend.available)
    func over(_ backend: Backend) async throws {
        try await AttemptWorld.with(backend) { world in
            let attempt = try await start(world).attempt
            try await take(world, attempt, 1, "appel", "c3")
            await #expect(throws: AssessmentError.stepRefused(.ended)) { try await take(world, attempt, 2, "fin", "c1") }
            let other = Identifier<Attempt>(trusted: "01234567-0000-7000-8000-999999999999")
            await #expect(throws: AssessmentError.unknownAttempt(other)) {
                try await world.database.write { tx in
                    try ScenarioStore().take(
                        .init(scene: "appel", choice: "c1"), number: 1, in: other, content: { _ in Self.content },
                        at: AttemptWorld.start, in: tx)
                }
            }
        }
    }
}

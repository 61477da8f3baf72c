import Assessment
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@Suite("Attempts whose questions are drawn")
struct DrawnAttemptTests {
    private typealias World = AttemptWorld

    @Test("the seed is kept with the attempt; only what was drawn is asked, answered and marked", arguments: Backend.available)
    func drawn(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin(digest: "drawn", seed: -3).attempt
            #expect(attempt.seed == -3 && attempt.maximumPoints == 4)
            let asked = World.drawn.paper(seed: -3).questions.map(\.id)
            #expect(asked.count == 2)
            let left = try #require(["d1", "d2", "d3", "d4", "d5"].first { !asked.contains($0) })
            await #expect(throws: AssessmentError.unknownQuestion(left)) { try await world.save([.one(left, "x")], to: attempt) }
            await #expect(throws: AssessmentError.unknownQuestion(left)) {
                try await world.submit(attempt, with: [.one(left, "x")])
            }
            let sent = try await world.submit(attempt, with: [.one(asked[0], "x")])
            #expect(sent.marked.answers.map(\.question) == asked)
            #expect(sent.marked.result?.points == 2 && sent.marked.result?.score == 50)
            // Read again later: the same questions in the same order.
            let again = try await world.database.read { tx -> MarkedAttempt? in
                guard let attempt = try AttemptStore().attempt(attempt.id, in: tx) else { return nil }
                return try AttemptStore().marked(attempt, content: World.content, in: tx)
            }
            #expect(again == sent.marked)
        }
    }

    @Test("a quiz that is the same each time keeps no seed", arguments: Backend.available)
    func same(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin(seed: 9).attempt
            #expect(attempt.seed == nil)
        }
    }

    @Test("an attempt that was made before seeds were kept asks everything as written", arguments: Backend.available)
    func beforeSeeds(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            let sent = try await world.submit(attempt)
            #expect(sent.marked.answers.map(\.question) == World.quiz.questions.map(\.id))
        }
    }

    @Test("the sent attempts of an enrolment are found by quiz", arguments: Backend.available)
    func sent(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            func sent() async throws -> [Identifier<Activity>: [Attempt]] {
                try await world.database.read { try AttemptStore().sent(in: World.context, in: $0) }
            }
            let first = try await world.begin().attempt
            #expect(try await sent().isEmpty)
            try await world.submit(first)
            _ = try await world.begin()
            #expect(try await sent().mapValues { $0.map(\.number) } == [World.activity: [1]])
        }
    }
}

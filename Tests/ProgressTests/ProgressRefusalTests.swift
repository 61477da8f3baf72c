import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("What recording refuses, and what is sent again")
struct ProgressRefusalTests {
    private typealias World = ProgressWorld

    @Test("a replay changes nothing, whatever the batch it comes in", arguments: Backend.available)
    func replay(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let events: [LearningEvent] = [
                .sample(1, .opened, World.forms), .sample(2, .heartbeat, World.forms, seconds: 30, detail: "p2"),
                .sample(3, .reachedEnd, World.forms),
            ]
            let first = try await world.record(events, for: learner.id, minute: 1)
            let before = try await world.states(learner.id)
            let again = try await world.record(events.reversed(), for: learner.id, minute: 90)
            #expect(again.accepted.isEmpty)
            #expect(again.replayed == events.reversed().map(\.id))
            #expect(again.facts.isEmpty && again.activities == first.activities)
            #expect(try await world.states(learner.id) == before)

            let mixed = try await world.record(events + [.sample(4, .opened, World.quiz)], for: learner.id, minute: 91)
            #expect(mixed.accepted == [LearningEvent.sample(4, .opened, nil).id])
            #expect(mixed.replayed.count == 3)
        }
    }

    @Test("the same event twice in one batch counts once", arguments: Backend.available)
    func twiceInABatch(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let beat = LearningEvent.sample(1, .heartbeat, World.forms, seconds: 30)
            let outcome = try await world.record([beat, beat], for: learner.id)
            #expect(outcome.accepted == [beat.id] && outcome.replayed == [beat.id])
            #expect(outcome.course.seconds == 30)
        }
    }

    static let others: [LearningEvent] = [
        .sample(1, .heartbeat, World.forms, seconds: 31), .sample(1, .heartbeat, World.welcome, seconds: 30),
        .sample(1, .opened, World.forms), .sample(1, .heartbeat, World.forms, minute: 1, seconds: 30),
        .sample(1, .heartbeat, World.forms, seconds: 30, detail: "x"),
    ]

    @Test(
        "the same id with another content is refused, the first stands, and nothing of the batch is kept",
        arguments: Backend.available, others)
    func conflict(_ backend: Backend, _ other: LearningEvent) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([.sample(1, .heartbeat, World.forms, seconds: 30)], for: learner.id)
            let before = try await world.states(learner.id)
            await #expect(throws: ProgressError.eventConflict(other.id)) {
                try await world.record([.sample(2, .reachedEnd, World.welcome), other], for: learner.id)
            }
            #expect(try await world.states(learner.id) == before)
            let count = try await world.database.read { tx in try ProgressStore().events(of: learner.id, in: tx).count }
            #expect(count == 1)
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let event: LearningEvent
        let error: ProgressError
    }

    static let refusals: [Refusal] = [
        Refusal(
            testDescription: "an activity that is not in the version", event: .sample(9, .opened, World.gone),
            error: .unknownActivity(LearningEvent.sample(9, .opened, nil).id, World.gone.id)),
        Refusal(
            testDescription: "an activity that is only announced", event: .sample(9, .opened, World.coming),
            error: .plannedActivity(LearningEvent.sample(9, .opened, nil).id, World.coming.id)),
        Refusal(
            testDescription: "an absurd duration", event: .sample(9, .heartbeat, World.forms, seconds: 100_000),
            error: .invalidEvent(LearningEvent.sample(9, .opened, nil).id, .seconds)),
        Refusal(
            testDescription: "a completion made by a client", event: .sample(9, .completed, World.forms),
            error: .invalidEvent(LearningEvent.sample(9, .opened, nil).id, .kind)),
    ]

    @Test("one bad event refuses its batch, and says which it is", arguments: Backend.available, refusals)
    func refusal(_ backend: Backend, _ given: Refusal) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let before = try await world.states(learner.id)
            await #expect(throws: given.error) {
                try await world.record([.sample(1, .opened, World.forms), given.event], for: learner.id)
            }
            #expect(try await world.states(learner.id) == before)
        }
    }

    @Test("a batch holds at most 500 events", arguments: Backend.available)
    func batchLimit(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let events = (1...501).map { LearningEvent.sample($0, .opened, World.forms) }
            await #expect(throws: ProgressError.tooManyEvents(count: 501, limit: 500)) {
                try await world.record(events, for: learner.id)
            }
            let outcome = try await world.record(Array(events.dropLast()), for: learner.id)
            #expect(outcome.accepted.count == 500)
            #expect(outcome.course.eventCount == 500)
        }
    }

    @Test("an enrolment that does not exist, and rules of another version", arguments: Backend.available)
    func strangers(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let nobody = Identifier<Enrolment>(trusted: World.uuid(9999))
            await #expect(throws: ProgressError.unknownEnrolment(nobody)) {
                try await world.record([.sample(1, .opened, World.forms)], for: nobody)
            }
            let learner = try await world.learner(1)
            await #expect(throws: ProgressError.versionChanged(kept: World.firstVersion)) {
                try await world.record(
                    [.sample(1, .opened, World.forms)], for: learner.id, rules: World.rules(version: World.secondVersion))
            }
        }
    }

    @Test("a replay of an event whose activity left the course is no error", arguments: Backend.available)
    func lateReplay(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let event = LearningEvent.sample(1, .opened, World.forms)
            try await world.record([event], for: learner.id)
            let rules = World.rules([World.welcome, World.quiz], version: World.secondVersion)
            try await world.database.write { tx in
                _ = try ProgressRecorder().reweigh(rules, at: World.minute(5), in: tx)
            }
            let again = try await world.record([event], for: learner.id, rules: rules)
            #expect(again.replayed == [event.id])
            await #expect(throws: ProgressError.unknownActivity(LearningEvent.sample(2, .opened, nil).id, World.forms.id)) {
                try await world.record([.sample(2, .opened, World.forms)], for: learner.id, rules: rules)
            }
        }
    }
}

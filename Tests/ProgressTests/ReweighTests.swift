import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("A new version of a course")
struct ReweighTests {
    private typealias World = ProgressWorld

    private func reweigh(_ world: ProgressWorld, _ activities: [ActivityRules], minute: Int) async throws
        -> ReweighOutcome
    {
        let rules = World.rules(activities, version: World.secondVersion)
        return try await world.database.write { tx in
            try ProgressRecorder().reweigh(rules, at: World.minute(minute), in: tx)
        }
    }

    @Test("figures follow the new weights, what was done stays done", arguments: Backend.available)
    func weights(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([.sample(1, .reachedEnd, World.welcome)], for: learner.id, minute: 1)
            let before = try await world.states(learner.id)
            let longer = World.activity(8, "longer", .read(minimumSeconds: nil), weight: 90)
            // The rule of `welcome` is harder now: its date does not move.
            let harder = World.activity(1, "welcome", .passed(score: 100), weight: 60)
            let outcome = try await reweigh(world, [harder, longer], minute: 5)
            #expect(outcome.enrolments == 1 && outcome.facts.isEmpty)

            let after = try await world.states(learner.id)
            #expect(after.activities == before.activities)
            let course = try #require(after.course)
            #expect(course.version == World.secondVersion)
            #expect((course.doneWeight, course.totalWeight, course.percent) == (60, 150, 40))
            #expect((course.activitiesDone, course.activitiesTotal) == (1, 2))
            #expect(course.eventCount == 2)
        }
    }

    @Test("activities that left count no more, and may leave the course complete", arguments: Backend.available)
    func removal(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let idle = try await world.learner(2)
            try await world.record(
                [.sample(1, .reachedEnd, World.welcome), .sample(2, .reachedEnd, World.forms)], for: learner.id)
            let outcome = try await reweigh(world, [World.welcome, World.extra], minute: 5)
            #expect(outcome.enrolments == 2)
            #expect(outcome.facts == [learner.id: [.courseCompleted]])
            let course = try #require(try await world.states(learner.id).course)
            #expect((course.doneWeight, course.totalWeight, course.percent) == (10, 10, 100))
            #expect(course.completedAt == World.minute(5))
            #expect(try await world.states(idle.id).course?.percent == 0)
        }
    }

    @Test("a course that was complete keeps its date when activities come in", arguments: Backend.available)
    func addition(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            _ = try await reweigh(world, [World.welcome], minute: 0)
            let rules = World.rules([World.welcome], version: World.secondVersion)
            try await world.record([.sample(1, .reachedEnd, World.welcome)], for: learner.id, rules: rules, minute: 3)
            _ = try await reweigh(world, [World.welcome, World.project], minute: 9)
            let course = try #require(try await world.states(learner.id).course)
            #expect(course.percent == 20)
            #expect(course.completedAt == World.minute(3))
            // Finishing the new one makes no second completion of the course.
            let more = World.rules([World.welcome, World.project], version: World.secondVersion)
            let last = try await world.record(
                [.sample(2, .reachedEnd, World.project)], for: learner.id, rules: more, minute: 12)
            #expect(!last.facts.contains(.courseCompleted))
            #expect(last.course.completedAt == World.minute(3))
        }
    }

    @Test("a rule that became easier completes those who are still learning, not those who left", arguments: Backend.available)
    func easier(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (stays, pauses, leaves) = (
                try await world.learner(1), try await world.learner(2), try await world.learner(3)
            )
            for learner in [stays, pauses, leaves] {
                try await world.record([.attempt(1, World.quiz, score: 60)], for: learner.id, from: .server)
            }
            try await world.database.write { tx in
                try EnrolmentStore().setStatus(.paused, of: pauses.id, in: tx)
                try EnrolmentStore().withdraw(leaves.id, in: tx)
            }
            let easier = World.activity(3, "quiz", .passed(score: 50), weight: 30)
            let outcome = try await reweigh(world, [World.welcome, easier], minute: 8)
            let fact = [ProgressFact.activityCompleted(World.quiz.id)]
            #expect(outcome.facts == [stays.id: fact, pauses.id: fact])
            let state = try await world.states(stays.id).activities[World.quiz.id]
            #expect(state?.completedAt == World.minute(8))
            #expect(state?.completedBy == World.secondVersion)
            #expect(try await world.states(leaves.id).activities[World.quiz.id]?.isCompleted == false)
            #expect(try await world.states(leaves.id).course?.version == World.secondVersion)
        }
    }

    @Test("more learners than one page of them are all made again", arguments: Backend.available)
    func pages(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            try await world.database.write { tx in
                for number in 1...401 { _ = try world.learner(number, in: tx) }
            }
            #expect(try await reweigh(world, [World.welcome], minute: 1).enrolments == 401)
            let page = try await world.database.read { tx in
                try ProgressStore().learners(of: world.cohort, limit: 500, in: tx)
            }
            #expect(page.count == 401)
            #expect(page.allSatisfy { $0.course.state.version == World.secondVersion && $0.course.state.totalWeight == 10 })
        }
    }
}

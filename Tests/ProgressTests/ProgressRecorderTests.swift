import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Recording events")
struct ProgressRecorderTests {
    private typealias World = ProgressWorld

    @Test("an event makes the states that follow from it", arguments: Backend.available)
    func states(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let outcome = try await world.record(
                [
                    .sample(1, .opened, World.forms, minute: 1),
                    .sample(2, .heartbeat, World.forms, minute: 2, seconds: 60),
                ], for: learner.id, minute: 3)
            #expect(outcome.accepted == [1, 2].map { LearningEvent.sample($0, .opened, nil).id })
            #expect(outcome.replayed.isEmpty)
            #expect(outcome.facts == [.activityOpened(World.forms.id)])

            let kept = try await world.states(learner.id)
            var connected = ConnectedTime()
            let end = Int(World.minute(2).milliseconds / 1000)
            connected.add(end - 60..<end)
            #expect(kept.days == [CalendarDay(trusted: "2026-11-23"): connected])
            let expected = ActivityState(
                enrolment: learner.id, activity: World.forms.id, firstOpenedAt: World.minute(3),
                lastEventAt: World.minute(3), seconds: 60, connected: connected)
            #expect(kept.activities == [World.forms.id: expected])
            #expect(outcome.activities == kept.activities)
            #expect(outcome.course == kept.course)
            let course = CourseState(
                enrolment: learner.id, version: World.firstVersion, totalWeight: 100, activitiesTotal: 4, seconds: 60,
                lastActivity: World.forms.id, lastActivityAt: World.minute(2), lastEventAt: World.minute(3), eventCount: 2)
            #expect(kept.course == course)
        }
    }

    @Test("a rule that becomes true completes once, and weighs the course", arguments: Backend.available)
    func completion(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let first = try await world.record([.sample(1, .reachedEnd, World.welcome)], for: learner.id, minute: 5)
            #expect(first.facts == [.activityOpened(World.welcome.id), .activityCompleted(World.welcome.id)])
            #expect(first.course.percent == 10)
            #expect(first.course.activitiesDone == 1)
            #expect(first.course.remainingMinutes == 90)

            let second = try await world.record([.sample(2, .reachedEnd, World.welcome)], for: learner.id, minute: 9)
            #expect(second.facts.isEmpty)
            #expect(second.course.percent == 10)
            let state = try #require(second.activities[World.welcome.id])
            #expect(state.completedAt == World.minute(5))
            #expect(state.completedBy == World.firstVersion)
            #expect(state.status == .completed)
            let kinds = try await world.database.read { tx in
                try ProgressStore().events(of: learner.id, in: tx).map { "\($0.sequence) \($0.event.kind.rawValue)" }
            }
            #expect(kinds == ["1 reached-end", "2 completed", "3 reached-end"])
        }
    }

    @Test("minutes on the page complete a lesson that allows it", arguments: Backend.available)
    func minimumTime(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let beats = (1...3).map { LearningEvent.sample($0, .heartbeat, World.forms, minute: $0, seconds: 40) }
            let before = try await world.record(Array(beats[..<2]), for: learner.id, minute: 4)
            #expect(before.activities[World.forms.id]?.isCompleted == false)
            let after = try await world.record([beats[2]], for: learner.id, minute: 4)
            #expect(after.facts == [.activityCompleted(World.forms.id)])
            #expect(after.course.percent == 20)
        }
    }

    @Test("attempts count, and the best one decides", arguments: Backend.available)
    func attempts(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let failed = try await world.record([.attempt(1, World.quiz, score: 69)], for: learner.id, from: .server)
            #expect(failed.facts == [.activityOpened(World.quiz.id)])
            let passed = try await world.record([.attempt(2, World.quiz, score: 70)], for: learner.id, from: .server)
            #expect(passed.facts == [.activityCompleted(World.quiz.id)])
            let worse = try await world.record([.attempt(3, World.quiz, score: 10)], for: learner.id, from: .server)
            let state = try #require(worse.activities[World.quiz.id])
            #expect(state.attempts == 3)
            #expect(state.bestScore == 70)
            #expect(state.isCompleted)
            let again = try await world.record([.attempt(2, World.quiz, score: 70)], for: learner.id, from: .server)
            #expect(again.accepted.isEmpty && again.replayed.count == 1)
        }
    }

    @Test("the course is complete with the last activity that counts, once", arguments: Backend.available)
    func courseCompletion(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record(
                [.sample(1, .reachedEnd, World.welcome), .sample(2, .reachedEnd, World.forms)], for: learner.id)
            try await world.record([.attempt(1, World.quiz, score: 100)], for: learner.id, from: .server)
            let last = try await world.record([.sample(3, .reachedEnd, World.project)], for: learner.id, minute: 7)
            #expect(
                last.facts == [
                    .activityOpened(World.project.id), .activityCompleted(World.project.id), .courseCompleted,
                ])
            #expect(last.course.percent == 100)
            #expect(last.course.completedAt == World.minute(7))
            let optional = try await world.record([.sample(4, .reachedEnd, World.extra)], for: learner.id, minute: 8)
            #expect(optional.facts == [.activityOpened(World.extra.id), .activityCompleted(World.extra.id)])
            #expect(optional.course.completedAt == World.minute(7))
            #expect(optional.course.activitiesDone == 4)
        }
    }

    @Test("the server's time rules; a client's clock is kept beside it", arguments: Backend.available)
    func clocks(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let events: [LearningEvent] = [
                .sample(1, .reachedEnd, World.welcome, minute: 60 * 30), .sample(2, .opened, World.quiz, minute: -60 * 30),
            ]
            let outcome = try await world.record(events, for: learner.id, minute: 10)
            let state = try #require(outcome.activities[World.welcome.id])
            #expect(state.completedAt == World.minute(10))
            #expect(state.firstOpenedAt == World.minute(10))
            // A clock that runs ahead is believed up to now only, so that it does not stay "the last" for hours.
            #expect(outcome.course.lastActivity == World.welcome.id)
            #expect(outcome.course.lastActivityAt == World.minute(10))
            let kept = try await world.database.read { tx in try ProgressStore().events(of: learner.id, in: tx) }
            #expect(kept.map(\.event.occurredAt.milliseconds).prefix(1) == [World.minute(60 * 30).milliseconds])
            #expect(kept.allSatisfy { $0.receivedAt == World.minute(10) })
        }
    }

    @Test("what a phone sends late does not hide where the learner is now", arguments: Backend.available)
    func lateQueue(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([.sample(1, .opened, World.project, minute: 50)], for: learner.id, minute: 50)
            let late = try await world.record([.sample(2, .opened, World.forms, minute: 20)], for: learner.id, minute: 60)
            #expect(late.course.lastActivity == World.project.id)
            #expect(late.course.lastEventAt == World.minute(60))
        }
    }

    @Test("the same id in two enrolments is two events", arguments: Backend.available)
    func twoLearners(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (one, two) = (try await world.learner(1), try await world.learner(2))
            for learner in [one, two] {
                let outcome = try await world.record([.sample(1, .reachedEnd, World.welcome)], for: learner.id)
                #expect(outcome.accepted.count == 1)
                #expect(outcome.course.percent == 10)
            }
        }
    }

    @Test("an empty batch changes nothing", arguments: Backend.available)
    func empty(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let before = try await world.states(learner.id)
            let outcome = try await world.record([], for: learner.id)
            #expect(outcome.accepted.isEmpty && outcome.facts.isEmpty)
            #expect(try await world.states(learner.id) == before)
        }
    }

    @Test("tabs that send at the same moment lose nothing and count nothing twice", arguments: Backend.available)
    func tabs(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in (1...40).shuffled() {
                    // Each beat is sent by both tabs.
                    for _ in 0..<2 {
                        group.addTask {
                            try await world.record(
                                [.sample(number, .heartbeat, World.forms, minute: number, seconds: 3)], for: learner.id,
                                minute: 60)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let kept = try await world.states(learner.id)
            #expect(kept.course?.seconds == 120)
            // 40 beats and the completion that they make.
            #expect(kept.course?.eventCount == 41)
            let sequences = try await world.database.read { tx in
                try ProgressStore().events(of: learner.id, in: tx).map(\.sequence)
            }
            #expect(sequences == Array(1...41))
            let page = try await world.database.read { tx in try ProgressRebuild().verify(world.rules, in: tx) }
            #expect(page.differences.isEmpty)
        }
    }
}

import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("What people decide about an activity, and marks that are corrected")
struct RulingTests {
    private typealias World = ProgressWorld

    private static func ruled(
        _ action: Ruling.Action, _ activity: ActivityRules, score: Int? = nil, minutes: Int? = nil, minute: Int = 0
    ) -> LearningEvent {
        .ruled(
            Ruling(action, reason: "Vue en entretien", by: nil), activity: activity.id, score: score, minutes: minutes,
            at: World.minute(minute))
    }

    private static func remark(_ attempt: Int, _ times: Int, score: Int, minute: Int) -> LearningEvent {
        .attemptRemarked(
            attempt: World.uuid(0x20000 + attempt), times: times, activity: World.quiz.id, score: score, at: World.minute(minute))
    }

    @Test("a corrected mark that goes down lowers the mark, in any order; what was completed stays", arguments: Backend.available)
    func corrected(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let events: [LearningEvent] = [
                .attempt(1, World.quiz, score: 90, minute: 1), .attempt(2, World.quiz, score: 40, minute: 2),
                Self.remark(1, 2, score: 30, minute: 3), Self.remark(2, 2, score: 60, minute: 4),
                Self.remark(1, 3, score: 50, minute: 5),
            ]
            var random = SequenceRandom(seed: 3)
            for number in 1...12 {
                let learner = try await world.learner(number)
                let order = number == 1 ? events : (events + events.prefix(2)).shuffled(using: &random)
                for event in order { try await world.record([event], for: learner.id, from: .server, minute: 10) }
                let state = try #require(try await world.states(learner.id).activities[World.quiz.id])
                #expect(state.bestScore == 60 && state.attempts == 2)
                #expect(state.scores?.last == 50 && state.scores?.average == 55)
                if number == 1 { #expect(state.completedAt == World.minute(10)) }
                #expect(state.scores.flatMap { AttemptScores($0.text) } == state.scores)
            }
            let page = try await world.database.read { try ProgressRebuild().verify(world.rules, limit: 100, in: $0) }
            #expect(page.differences.isEmpty)
        }
    }

    @Test("an exemption counts as done and validates nothing; taken back, it is to be done again", arguments: Backend.available)
    func exempted(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let awa = try await world.learner(1)
            let outcome = try await world.record([Self.ruled(.exempted, World.project)], for: awa.id, from: .server)
            #expect(outcome.course.percent == 40 && outcome.course.activitiesDone == 1)
            let state = try #require(outcome.activities[World.project.id])
            #expect(state.isCompleted && state.completedAt == nil && state.validatedSeconds(minutes: 40) == 0)
            let taken = try await world.record([Self.ruled(.withdrawn, World.project)], for: awa.id, from: .server, minute: 1)
            #expect(taken.course.percent == 0 && taken.course.activitiesDone == 0)
            // What is really done afterwards is done, once.
            _ = try await world.record(
                [Self.ruled(.completed, World.project, minutes: 25)], for: awa.id, from: .server, minute: 2)
            let done = try await world.record([.sample(1, .reachedEnd, World.project)], for: awa.id, minute: 3)
            #expect(done.course.percent == 40 && done.course.doneWeight == 40)
            let kept = try #require(done.activities[World.project.id])
            #expect(kept.completedAt == World.minute(3) && kept.validatedSeconds(minutes: 40) == 25 * 60)
            let last = try await world.record([Self.ruled(.withdrawn, World.project)], for: awa.id, from: .server, minute: 4)
            #expect(last.course.percent == 40 && last.activities[World.project.id]?.validatedSeconds(minutes: 1) == 40 * 60)
            let page = try await world.database.read { try ProgressRebuild().verify(world.rules, in: $0) }
            #expect(page.differences.isEmpty)
        }
    }

    @Test("what is decided can complete a course, and a mark can pass a quiz", arguments: Backend.available)
    func completes(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let awa = try await world.learner(1)
            try await world.record([.attempt(1, World.quiz, score: 20)], for: awa.id, from: .server)
            let marked = try await world.record([Self.ruled(.mark, World.quiz, score: 75)], for: awa.id, from: .server)
            #expect(marked.facts.contains(.activityCompleted(World.quiz.id)))
            #expect(marked.activities[World.quiz.id]?.shownScore == 75 && marked.activities[World.quiz.id]?.bestScore == 20)
            for activity in [World.welcome, World.forms] {
                try await world.record([Self.ruled(.exempted, activity)], for: awa.id, from: .server)
            }
            let last = try await world.record([Self.ruled(.completed, World.project)], for: awa.id, from: .server, minute: 9)
            #expect(last.facts.contains(.courseCompleted) && last.course.percent == 100)
            let standings = try await world.database.read { try ProgressStore().activityStandings(of: awa.id, in: $0) }
            #expect(standings.values.filter(\.isCompleted).count == 4 && standings[World.quiz.id]?.bestScore == 75)
            let page = try await world.database.read { try ProgressRebuild().verify(world.rules, in: $0) }
            #expect(page.differences.isEmpty)
        }
    }

    @Test("no client can decide, and a ruling without a reason is none")
    func refused() {
        let ruled = Self.ruled(.exempted, World.welcome)
        #expect(throws: ProgressError.invalidEvent(ruled.id, .kind)) { try EventValidation.check(ruled, from: .client) }
        for detail in ["", "exempted", "exempted\n\n", "granted\n\nUn", "exempted\nUn"] {
            let event = LearningEvent(
                id: ruled.id, activity: World.welcome.id, kind: .ruled, occurredAt: World.start, detail: detail)
            #expect(throws: ProgressError.invalidEvent(ruled.id, .detail)) { try EventValidation.check(event, from: .server) }
        }
        #expect(throws: Never.self) { try EventValidation.check(ruled, from: .server) }
    }
}

import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Lessons that are completed by playing")
struct PlayedStoreTests {
    private typealias World = ProgressWorld

    static let media = [MediaOutline(name: "dock", milliseconds: 60_000), MediaOutline(name: "radio", milliseconds: nil)]
    /// A lesson with a recording of a minute.
    static let listen = ActivityRules(
        id: World.gone.id, key: "listen", completion: .played(share: 80), weight: 10, media: media)
    static let rules = World.rules([World.welcome, listen])

    static func with(_ backend: Backend, _ body: (ProgressWorld) async throws -> Void) async throws {
        try await World.with(backend) { world in
            try await body(ProgressWorld(database: world.database, cohort: world.cohort, course: world.course, rules: rules))
        }
    }

    static func played(_ number: Int, _ parts: [Range<Int>], of media: String = "dock", minute: Int = 0, seconds: Int = 60)
        -> LearningEvent
    {
        .sample(
            number, .played, listen, minute: minute, seconds: seconds,
            detail: PlayedSpan(media: media, parts: parts, position: parts.last?.upperBound ?? 0).text)
    }

    @Test("the share is reached over several events, and the place is kept", arguments: Backend.available)
    func reached(_ backend: Backend) async throws {
        try await Self.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([.sample(1, .opened, Self.listen)], for: learner.id)
            let first = try await world.record([Self.played(2, [0..<30_000], minute: 1)], for: learner.id, minute: 1)
            #expect(first.facts.isEmpty)
            // The same part again counts no second more.
            let again = try await world.record([Self.played(3, [0..<30_000], minute: 2)], for: learner.id, minute: 2)
            #expect(again.activities[Self.listen.id]?.playedPercent(of: Self.media) == 50)
            let last = try await world.record([Self.played(4, [30_000..<48_000], minute: 3)], for: learner.id, minute: 3)
            #expect(last.facts == [.activityCompleted(Self.listen.id)])
            let state = try #require(try await world.states(learner.id).activities[Self.listen.id])
            #expect(state.played?.recordings["dock"]?.time.parts == [0..<48_000])
            #expect(state.played?.recordings["dock"]?.position == 48_000)
            #expect(state.seconds == 0)
            let page = try await world.database.read { tx in try ProgressRebuild().verify(world.rules, in: tx) }
            #expect(page.differences.isEmpty)
        }
    }

    @Test(
        "no more is believed than the server's clock allows; what was told counts when there was time",
        arguments: Backend.available)
    func tooSoon(_ backend: Backend) async throws {
        try await Self.with(backend) { world in
            let learner = try await world.learner(1)
            let sent = [LearningEvent.sample(1, .opened, Self.listen), Self.played(2, [0..<60_000])]
            let outcome = try await world.record(sent, for: learner.id)
            #expect(outcome.facts == [.activityOpened(Self.listen.id)])
            #expect(outcome.activities[Self.listen.id]?.playedMilliseconds(of: Self.media) == 2000)
            let later = try await world.record([.sample(3, .heartbeat, Self.listen, seconds: 30)], for: learner.id, minute: 1)
            #expect(later.facts == [.activityCompleted(Self.listen.id)])
        }
    }

    static let wrong: [(String, LearningEvent)] = [
        ("beyond the end", played(9, [50_000..<63_000])), ("a place beyond the end", played(9, [61_000..<62_500])),
        ("another recording", played(9, [0..<1000], of: "film")),
        ("another activity's", .sample(9, .played, World.welcome, seconds: 60, detail: "dock 0 0-1000")),
        ("a day long", played(9, [0..<1000, 86_000_000..<86_500_000], of: "radio")),
    ]

    @Test("what is not in the recording is refused, and the whole batch with it", arguments: Backend.available, wrong)
    func refused(_ backend: Backend, _ wrong: (String, LearningEvent)) async throws {
        try await Self.with(backend) { world in
            let learner = try await world.learner(1)
            await #expect(throws: ProgressError.invalidEvent(wrong.1.id, .played), "\(wrong.0)") {
                try await world.record([.sample(1, .opened, Self.listen), wrong.1], for: learner.id)
            }
            #expect(try await world.states(learner.id).activities.isEmpty)
        }
    }

    @Test("a recording whose length is not known is followed too", arguments: Backend.available)
    func unknownLength(_ backend: Backend) async throws {
        try await Self.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([Self.played(1, [3_000_000..<3_010_000], of: "radio")], for: learner.id)
            let state = try #require(try await world.states(learner.id).activities[Self.listen.id])
            #expect(state.played?.recordings["radio"]?.position == 3_010_000)
            #expect(state.playedPercent(of: Self.media) == 0)
        }
    }

    @Test("what the learner declares completes the lesson, and stays told apart", arguments: Backend.available)
    func declared(_ backend: Backend) async throws {
        try await Self.with(backend) { world in
            let learner = try await world.learner(1)
            let declared = LearningEvent.sample(1, .declaredPlayed, Self.listen, minute: 5)
            await #expect(throws: ProgressError.invalidEvent(declared.id, .kind)) {
                try await world.record([declared], for: learner.id)
            }
            let outcome = try await world.record([declared], for: learner.id, from: .server, minute: 5)
            #expect(outcome.facts.contains(.activityCompleted(Self.listen.id)))
            let state = try #require(try await world.states(learner.id).activities[Self.listen.id])
            #expect(state.declaredAt == World.minute(5) && state.played == nil)
        }
    }

    @Test(
        "any interleaving and duplication gives the same states; rebuilding gives them too", arguments: Backend.available, 0..<4)
    func interleaved(_ backend: Backend, _ block: Int) async throws {
        try await Self.with(backend) { world in
            for seed in 0..<40 {
                var random = SequenceRandom(seed: UInt64(70_000 + block * 1000 + seed))
                let history = (1...Int.random(in: 1...20, using: &random)).map { number in
                    let minute = Int.random(in: -5...5, using: &random)
                    if number % 4 == 0 { return LearningEvent.sample(number, .opened, Self.listen, minute: minute) }
                    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                        let from = Int.random(in: 0...50_000, using: &random)
                        return from..<(from + Int.random(in: 500...11_000, using: &random))
                    }
                    return Self.played(number, parts, of: number % 5 == 0 ? "radio" : "dock", minute: minute, seconds: 120)
                }
                let repeated = history + history.prefix(3)
                let orders = [history, repeated.shuffled(using: &random), repeated.shuffled(using: &random)]
                let results = try await world.database.write { tx in
                    try orders.enumerated().map { number, order in
                        let learner = try world.learner(seed * 10 + number, in: tx).id
                        for (index, event) in order.enumerated() {
                            _ = try ProgressRecorder().record(
                                [event], for: learner, rules: world.rules, at: number == 2 ? World.minute(index) : World.start,
                                in: tx)
                        }
                        _ = try ProgressRecorder().record(
                            [.sample(99, .opened, Self.listen)], for: learner, rules: world.rules, at: World.minute(60), in: tx)
                        let kept = try ProgressRebuild().kept(learner, in: tx)
                        #expect(
                            try ProgressRebuild().recompute(learner, rules: world.rules, in: tx) == kept, "seed \(block)/\(seed)")
                        return kept
                    }
                }
                let states = try results.map { try #require($0.activities[Self.listen.id]) }
                #expect(Set(states.map(\.isCompleted)).count == 1, "seed \(block)/\(seed)")
                #expect(Set(states.map { $0.played?.recordings.mapValues(\.time) }).count == 1, "seed \(block)/\(seed)")
                // At one moment, the place agrees too.
                #expect(states[0].played == states[1].played, "seed \(block)/\(seed)")
            }
            let page = try await world.database.read { tx in try ProgressRebuild().verify(world.rules, limit: 1000, in: tx) }
            #expect(page.checked == 120 && page.differences.isEmpty)
        }
    }

    @Test("a new length of the recording counts what was played by it, and rebuilding agrees", arguments: Backend.available)
    func shorter(_ backend: Backend) async throws {
        try await Self.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([.sample(1, .opened, Self.listen), Self.played(2, [0..<30_000])], for: learner.id)
            try await world.record([.sample(3, .heartbeat, Self.listen, seconds: 30)], for: learner.id, minute: 2)
            let short = ActivityRules(
                id: Self.listen.id, key: "listen", completion: .played(share: 80), weight: 10,
                media: [MediaOutline(name: "dock", milliseconds: 35_000)])
            let rules = World.rules([World.welcome, short], version: World.secondVersion)
            let outcome = try await world.database.write { tx in
                try ProgressRecorder().reweigh(rules, at: World.minute(3), in: tx)
            }
            #expect(outcome.facts[learner.id] == [.activityCompleted(Self.listen.id)])
            // A replay of what the shorter recording would refuse is no error.
            let again = try await world.record([Self.played(2, [0..<30_000])], for: learner.id, rules: rules, minute: 4)
            #expect(again.replayed.count == 1)
            let page = try await world.database.read { tx in try ProgressRebuild().verify(rules, in: tx) }
            #expect(page.differences.isEmpty)
        }
    }
}

import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

/// Events arrive late, twice, in other orders and other batches. Where the learner is must not depend on it.
@Suite("Any interleaving and duplication of events")
struct ProgressPropertyTests {
    private typealias World = ProgressWorld

    private static let activities = [World.welcome, World.forms, World.quiz, World.extra, World.project]

    /// What one learner did, in the order in which it happened.
    private static func history(_ random: inout SequenceRandom) -> [LearningEvent] {
        let count = Int.random(in: 1...30, using: &random)
        return (1...count).map { number in
            let activity = activities[Int.random(in: 0..<activities.count, using: &random)]
            let minute = Int.random(in: -100...100, using: &random)
            switch Int.random(in: 0..<14, using: &random) {
            case 0..<3: return .sample(number, .opened, activity, minute: minute)
            case 3..<6:
                let seconds = Int.random(in: 1...120, using: &random)
                return .sample(number, .heartbeat, activity, minute: minute, seconds: seconds)
            case 6..<7: return .sample(number, .reachedEnd, activity, minute: minute)
            case 7: return handedIn(number, &random)
            case 10: return .sample(number, .attended, activity, minute: minute)
            case 11: return .sample(number, .contributed, activity, minute: minute)
            case 12:
                return .sample(number, .reviewed, activity, minute: minute, score: Int.random(in: 0...100, using: &random))
            case 13: return .sample(number, .submitted, activity, minute: minute)
            default:
                return .attempt(number, World.quiz, score: Int.random(in: 0...100, using: &random), minute: minute)
            }
        }
    }

    /// Something handed in, or the mark of it, which may come first.
    private static func handedIn(_ number: Int, _ random: inout SequenceRandom) -> LearningEvent {
        let submission = World.uuid(900 + number % 3)
        let score = Int.random(in: 0...100, using: &random)
        return Bool.random(using: &random)
            ? .submitted(submission: submission, activity: World.project.id, at: World.start)
            : .marked(submission: submission, number: number, activity: World.project.id, score: score, at: World.start)
    }

    /// The same events, some of them several times, in any order, cut into batches.
    private static func deliveries(
        _ history: [LearningEvent], _ random: inout SequenceRandom
    ) -> [[LearningEvent]] {
        var all = history.flatMap { event in
            Array(repeating: event, count: [1, 1, 1, 2, 3][Int.random(in: 0..<5, using: &random)])
        }
        all.shuffle(using: &random)
        var batches: [[LearningEvent]] = []
        while !all.isEmpty {
            // A batch is a client's or the server's own.
            let isClient = all[0].kind.isFromClient
            let longest = all.prefix { $0.kind.isFromClient == isClient }.count
            let size = Int.random(in: 1...longest, using: &random)
            batches.append(Array(all.prefix(size)))
            all.removeFirst(size)
        }
        return batches
    }

    private static func deliver(
        _ batches: [[LearningEvent]], to enrolment: Identifier<Enrolment>, rules: CourseRules, in tx: any WriteTransaction,
        now: (Int) -> Instant
    ) throws -> [ProgressFact] {
        var facts: [ProgressFact] = []
        for (number, batch) in batches.enumerated() {
            let source: EventSource = batch.allSatisfy(\.kind.isFromClient) ? .client : .server
            facts += try ProgressRecorder().record(
                batch, for: enrolment, from: source, rules: rules, at: now(number), in: tx
            ).facts
        }
        return facts
    }

    /// What does not depend on when things arrived.
    private static func timeless(_ states: LearnerStates) -> [String] {
        let course = states.course.map {
            """
            \($0.percent) \($0.doneWeight) \($0.totalWeight) \($0.activitiesDone) \($0.activitiesTotal) \($0.seconds) \
            \($0.eventCount) \($0.completedAt != nil)
            """
        }
        let activities = states.activities.values.map {
            """
            \($0.activity) \($0.status) \($0.seconds) \($0.bestScore ?? -1) \($0.attempts) \($0.reachedEndAt != nil) \
            \($0.completedBy?.text ?? "") \($0.attendedAt != nil) \($0.contributions) \($0.reviewedShare ?? -1) \($0.submittedAt != nil) \
            \($0.connected?.text ?? "") \($0.scores?.text ?? "") \($0.validatedSeconds ?? -1)
            """
        }
        let days = states.days.map { "\($0.key) \($0.value.seconds) \($0.value.text)" }
        return [course ?? "none"] + activities.sorted() + days.sorted()
    }

    @Test("gives the same states and the same facts; rebuilding gives them too", arguments: Backend.available, 0..<8)
    func sameStates(_ backend: Backend, _ block: Int) async throws {
        try await World.with(backend) { world in
            for seed in 0..<40 {
                var random = SequenceRandom(seed: UInt64(block * 1000 + seed))
                let history = Self.history(&random)
                let orders = (0..<3).map { _ in Self.deliveries(history, &random) }
                let inOrder = history.map { [$0] }
                let results = try await world.database.write { tx in
                    try ([inOrder] + orders).enumerated().map { number, batches in
                        let learner = try world.learner(seed * 10 + number, in: tx).id
                        // At the same moment, every field must agree, dates included.
                        let facts = try Self.deliver(batches, to: learner, rules: world.rules, in: tx) { _ in
                            World.minute(200)
                        }
                        let kept = try ProgressRebuild().kept(learner, in: tx)
                        let rebuilt = try ProgressRebuild().recompute(learner, rules: world.rules, in: tx)
                        return (kept: kept, rebuilt: rebuilt, facts: facts)
                    }
                }
                let first = try #require(results.first)
                for result in results {
                    #expect(Self.everything(result.kept) == Self.everything(first.kept), "seed \(block)/\(seed)")
                    #expect(result.rebuilt == result.kept, "seed \(block)/\(seed)")
                    #expect(Set(result.facts) == Set(first.facts), "seed \(block)/\(seed)")
                    #expect(result.facts.count == Set(result.facts).count, "a fact became true twice: \(block)/\(seed)")
                }
            }
        }
    }

    @Test("over time, moves dates only; rebuilding still agrees to the millisecond", arguments: Backend.available, 0..<4)
    func overTime(_ backend: Backend, _ block: Int) async throws {
        try await World.with(backend) { world in
            for seed in 0..<40 {
                var random = SequenceRandom(seed: UInt64(900_000 + block * 1000 + seed))
                let history = Self.history(&random)
                let batches = Self.deliveries(history, &random)
                let results = try await world.database.write { tx in
                    try [history.map { [$0] }, batches].enumerated().map { number, batches in
                        let learner = try world.learner(seed * 10 + number, in: tx).id
                        _ = try Self.deliver(batches, to: learner, rules: world.rules, in: tx) { World.minute(200 + $0 * 7) }
                        return try ProgressRebuild().kept(learner, in: tx)
                    }
                }
                #expect(Self.timeless(results[0]) == Self.timeless(results[1]), "seed \(block)/\(seed)")
            }
            let page = try await world.database.read { tx in
                try ProgressRebuild().verify(world.rules, limit: 1000, in: tx)
            }
            #expect(page.checked == 80)
            #expect(page.differences.isEmpty)
        }
    }

    @Test("with versions that change in between, rebuilding still agrees", arguments: Backend.available, 0..<3)
    func changingVersions(_ backend: Backend, _ block: Int) async throws {
        try await World.with(backend) { world in
            for seed in 0..<15 {
                var random = SequenceRandom(seed: UInt64(500_000 + block * 1000 + seed))
                let history = Self.history(&random)
                let batches = Self.deliveries(history, &random)
                let threshold = Int.random(in: 0...100, using: &random)
                let weight = Int.random(in: 1...90, using: &random)
                let change = Int.random(in: 0...batches.count, using: &random)
                let easier = World.activity(3, "quiz", .passed(score: threshold), weight: weight)
                let rules = World.rules(
                    [World.forms, easier, World.welcome, World.extra, World.project], version: World.secondVersion)
                try await world.database.write { tx in
                    let learner = try world.learner(seed, in: tx).id
                    _ = try Self.deliver(Array(batches[..<change]), to: learner, rules: world.rules, in: tx) {
                        World.minute($0)
                    }
                    _ = try ProgressRecorder().reweigh(rules, at: World.minute(100), in: tx)
                    _ = try Self.deliver(Array(batches[change...]), to: learner, rules: rules, in: tx) {
                        World.minute(200 + $0)
                    }
                    let page = try ProgressRebuild().verify(rules, limit: 1000, in: tx)
                    #expect(page.differences.isEmpty, "seed \(block)/\(seed)")
                    // Back to the first version, for the next learner.
                    _ = try ProgressRecorder().reweigh(world.rules, at: World.minute(900), in: tx)
                }
            }
        }
    }

    /// Everything but whose it is.
    private static func everything(_ states: LearnerStates) -> [String] {
        let activities = states.activities.values.map {
            """
            \($0.activity) \($0.firstOpenedAt.milliseconds) \($0.lastEventAt.milliseconds) \($0.completedAt?.milliseconds ?? 0) \
            \($0.reachedEndAt?.milliseconds ?? 0) \($0.attendedAt?.milliseconds ?? 0) \($0.submittedAt?.milliseconds ?? 0)
            """
        }
        let course = states.course.map {
            """
            \($0.lastActivity?.text ?? "") \($0.lastActivityAt?.milliseconds ?? 0) \($0.lastEventAt?.milliseconds ?? 0) \
            \($0.completedAt?.milliseconds ?? 0) \($0.version)
            """
        }
        return timeless(states) + [course ?? "none"] + activities.sorted()
    }
}

import CourseContent
import Essentials
import Foundation
import Progress
import SQL
import TestSupport
import Testing

@Suite("Rules of several, marks, time and reports")
struct CompletionRuleTests {
    private typealias World = ProgressWorld

    /// What is known of a learner.
    enum Known: String, CaseIterable, Sendable {
        case end, tenMinutes, sent, marked, present, reported
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let rule: CompletionRule
        let known: Set<Known>
        let isSatisfied: Bool
        var testDescription: String { "\(rule.notation) with \(known.map(\.rawValue).sorted())" }

        init(_ rule: CompletionRule, _ known: Set<Known>, _ isSatisfied: Bool) {
            self.rule = rule
            self.known = known
            self.isSatisfied = isSatisfied
        }
    }

    private static let read = CompletionRule.read(minimumSeconds: nil)
    private static let time = CompletionRule.stayed(seconds: 600)
    private static let pass = CompletionRule.passed(score: 80)
    private static let nested = CompletionRule.all(rules: [.submitted, .any(rules: [.marked, .all(rules: [read, time])])])

    static let cases: [Case] = [
        Case(time, [], false), Case(time, [.end], false), Case(time, [.tenMinutes], true),
        Case(.marked, [], false), Case(.marked, [.sent], false), Case(.marked, [.sent, .marked], true),
        Case(.reported, [.end, .tenMinutes, .sent], false), Case(.reported, [.reported], true),
        Case(.present, [.present], true),
        Case(.all(rules: [read, time]), [], false), Case(.all(rules: [read, time]), [.end], false),
        Case(.all(rules: [read, time]), [.tenMinutes], false), Case(.all(rules: [read, time]), [.end, .tenMinutes], true),
        Case(.any(rules: [read, time]), [], false), Case(.any(rules: [read, time]), [.end], true),
        Case(.any(rules: [read, time]), [.tenMinutes], true),
        // The mark is 70 %.
        Case(.all(rules: [.submitted, pass]), [.sent, .marked], false),
        Case(.any(rules: [.marked, pass]), [.sent, .marked], true),
        Case(.all(rules: [.submitted, .passed(score: 70)]), [.sent, .marked], true),
        Case(nested, [.sent], false), Case(nested, [.marked], false), Case(nested, [.sent, .marked], true),
        Case(nested, [.sent, .end], false), Case(nested, [.sent, .end, .tenMinutes], true),
        Case(nested, [.end, .tenMinutes], false),
        Case(.all(rules: []), Set(Known.allCases), false), Case(.any(rules: []), Set(Known.allCases), false),
    ]

    @Test("a rule of several is fulfilled when all or one of them are", arguments: cases)
    func satisfied(_ given: Case) {
        let at = { (known: Known) in given.known.contains(known) ? World.start : nil }
        let state = ActivityState(
            enrolment: .init(trusted: World.uuid(1)), activity: World.forms.id, firstOpenedAt: World.start,
            lastEventAt: World.start, seconds: given.known.contains(.tenMinutes) ? 600 : 599, reachedEndAt: at(.end),
            bestScore: given.known.contains(.marked) ? 70 : nil, attempts: given.known.contains(.sent) ? 1 : 0,
            attendedAt: at(.present), submittedAt: at(.sent), reportedAt: at(.reported))
        #expect(given.rule.isSatisfied(by: state) == given.isSatisfied)
    }

    @Test("one that waits for what nobody records yet does not count; one of several that can be done does")
    func recorded() {
        #expect(!CompletionRule.all(rules: [.submitted, .reported]).isRecorded)
        #expect(CompletionRule.any(rules: [.submitted, .reported]).isRecorded)
        for rule in [CompletionRule.present, .contributed(posts: 1), .reviewed(share: 80)] { #expect(rule.isRecorded) }
        #expect(CompletionRule.all(rules: [.passed(score: 60), .any(rules: [.passed(score: 80), .marked])]).passScore == 80)
        #expect(CompletionRule.any(rules: [.passed(score: 60), .passed(score: 80)]).passScore == 60)
    }

    @Test("a class is waited for where nothing else is enough")
    func awaitsClass() {
        #expect(CompletionRule.present.awaitsClass && CompletionRule.all(rules: [.submitted, .present]).awaitsClass)
        #expect(!CompletionRule.any(rules: [.submitted, .present]).awaitsClass && !CompletionRule.contributed(posts: 1).awaitsClass)
    }

    @Test("what a rule is kept as is read back; what older versions kept reads as it did")
    func kept() throws {
        let activity = ActivityOutline(
            id: "a", title: "A", kind: .assignment, minutes: 10, completion: Self.nested, language: .french, contentDigest: "d")
        let json = try ContentDigest.canonical(activity).json
        #expect(try JSONDecoder().decode(ActivityOutline.self, from: Data(json.utf8)) == activity)
        let old = #"{"passed":{"score":70}}"#
        #expect(try JSONDecoder().decode(CompletionRule.self, from: Data(old.utf8)) == .passed(score: 70))
        #expect(try ContentDigest.canonical(CompletionRule.passed(score: 70)).json == old)
        #expect(try ContentDigest.canonical(CompletionRule.read(minimumSeconds: nil)).json == #"{"read":{}}"#)
    }

    @Test(
        "it is done at the moment of the last thing that it needs, in whichever order; another rule moves no date",
        arguments: Backend.available)
    func moment(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let both = World.activity(5, "project", .all(rules: [.submitted, .marked]), weight: 40)
            let rules = World.rules([World.welcome, World.forms, World.quiz, World.extra, both])
            let sent = LearningEvent.submitted(submission: World.uuid(900), activity: both.id, at: World.minute(1))
            let marked = LearningEvent.marked(
                submission: World.uuid(900), number: 1, activity: both.id, score: 20, at: World.minute(2))
            for (number, order) in [[sent, marked], [marked, sent]].enumerated() {
                let learner = try await world.learner(number)
                let first = try await world.record([order[0]], for: learner.id, from: .server, rules: rules, minute: 10)
                #expect(!first.facts.contains(.activityCompleted(both.id)))
                // Again, and again later: nothing.
                try await world.record([order[0]], for: learner.id, from: .server, rules: rules, minute: 15)
                let second = try await world.record([order[1]], for: learner.id, from: .server, rules: rules, minute: 20)
                #expect(second.facts.contains(.activityCompleted(both.id)))
                #expect(second.activities[both.id]?.completedAt == World.minute(20))
                let again = try await world.record(order, for: learner.id, from: .server, rules: rules, minute: 30)
                #expect(again.facts.isEmpty)
                #expect(again.activities[both.id]?.completedAt == World.minute(20))
            }
            let harder = World.activity(5, "project", .all(rules: [.submitted, .passed(score: 90)]), weight: 40)
            let next = World.rules([World.welcome, harder], version: World.secondVersion)
            try await world.database.write { tx in
                _ = try ProgressRecorder().reweigh(next, at: World.minute(60), in: tx)
                let page = try ProgressRebuild().verify(next, in: tx)
                #expect(page.checked == 2 && page.differences.isEmpty)
            }
        }
    }

    @Test("a package that reports completes its activity, with its mark if it gives one", arguments: Backend.available)
    func reported(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let package = World.activity(3, "quiz", .reported, weight: 30)
            let rules = World.rules([World.welcome, package])
            let learner = try await world.learner(1)
            let event = LearningEvent.reported(run: World.uuid(700), activity: package.id, score: 85, at: World.minute(3))
            let outcome = try await world.record([event], for: learner.id, from: .server, rules: rules, minute: 4)
            let state = try #require(outcome.activities[package.id])
            #expect(state.reportedAt == World.minute(4) && state.completedAt == World.minute(4) && state.bestScore == 85)
            let silent = LearningEvent.reported(run: World.uuid(701), activity: package.id, at: World.minute(5))
            let second = try await world.record([silent], for: learner.id, from: .server, rules: rules, minute: 6)
            #expect(second.activities[package.id]?.reportedAt == World.minute(4) && second.facts.isEmpty)
            #expect(try await world.states(learner.id).activities[package.id]?.reportedAt == World.minute(4))
            await #expect(throws: ProgressError.invalidEvent(event.id, .kind)) {
                try await world.record([event], for: learner.id, rules: rules, minute: 7)
            }
        }
    }

    // MARK: Any order

    private static let studied = World.activity(
        2, "forms", .all(rules: [read, .any(rules: [.contributed(posts: 2), .all(rules: [.present, .reported])])]), weight: 20)
    private static let worked = World.activity(
        5, "project", .any(rules: [.marked, .all(rules: [.submitted, time])]), weight: 40)

    private static func history(_ random: inout SequenceRandom) -> [LearningEvent] {
        (1...Int.random(in: 1...20, using: &random)).map { number in
            let activity = Bool.random(using: &random) ? studied : worked
            switch Int.random(in: 0..<7, using: &random) {
            case 0: return .sample(number, .reachedEnd, activity)
            case 1: return .sample(number, .contributed, activity)
            case 2: return .sample(number, .attended, activity)
            case 3: return .sample(number, .heartbeat, activity, minute: number * 3, seconds: 120)
            case 4: return .submitted(submission: World.uuid(900 + number % 2), activity: worked.id, at: World.start)
            case 5:
                return .marked(
                    submission: World.uuid(900 + number % 2), number: 1, activity: worked.id, score: 40, at: World.start)
            default: return .reported(run: World.uuid(700 + number % 2), activity: studied.id, at: World.start)
            }
        }
    }

    @Test("the same facts in any order, some of them twice, give the same states", arguments: Backend.available)
    func anyOrder(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let rules = World.rules([Self.studied, Self.worked])
            for seed in 0..<60 {
                var random = SequenceRandom(seed: UInt64(70_000 + seed))
                let history = Self.history(&random)
                let orders = (0..<3).map { number in
                    number == 0 ? history : (history + history.prefix(history.count / 2)).shuffled(using: &random)
                }
                let states = try await world.database.write { tx in
                    try orders.enumerated().map { number, order in
                        let person = try world.person(seed * 10 + number, in: tx)
                        let learner = try EnrolmentStore().enrol(
                            person, in: world.cohort, following: rules, at: World.start, in: tx
                        )
                        .enrolment.id
                        for event in order {
                            let source: EventSource = event.kind.isFromClient ? .client : .server
                            _ = try ProgressRecorder().record(
                                [event], for: learner, from: source, rules: rules, at: World.minute(200), in: tx)
                        }
                        let kept = try ProgressRebuild().kept(learner, in: tx)
                        #expect(try ProgressRebuild().recompute(learner, rules: rules, in: tx) == kept, "seed \(seed)")
                        return kept
                    }
                }
                for state in states {
                    #expect(state.course?.percent == states[0].course?.percent, "seed \(seed)")
                    #expect(
                        state.activities.mapValues(\.completedAt) == states[0].activities.mapValues(\.completedAt), "seed \(seed)"
                    )
                    #expect(
                        state.activities.mapValues(\.reportedAt) == states[0].activities.mapValues(\.reportedAt), "seed \(seed)")
                }
            }
        }
    }
}

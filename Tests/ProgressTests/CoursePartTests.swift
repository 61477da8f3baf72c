import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Modules, competencies and courses that are complete with less than all")
struct CoursePartTests {
    private typealias World = ProgressWorld

    struct Case: Sendable, CustomTestStringConvertible {
        let rule: GroupCompletion
        /// Activities and minutes that are done, and there are.
        let done: (Int, Int)
        let total: (Int, Int)
        let isFulfilled: Bool
        var testDescription: String { "\(rule.notation), \(done.0) of \(total.0), \(done.1) of \(total.1) min" }

        init(_ rule: GroupCompletion, _ done: (Int, Int), of total: (Int, Int), _ isFulfilled: Bool) {
            self.rule = rule
            self.done = done
            self.total = total
            self.isFulfilled = isFulfilled
        }
    }

    static let cases: [Case] = [
        Case(.all, (2, 30), of: (3, 60), false), Case(.all, (3, 60), of: (3, 60), true),
        Case(.atLeast(count: 2), (1, 50), of: (3, 60), false), Case(.atLeast(count: 2), (2, 2), of: (3, 60), true),
        Case(.atLeast(count: 2), (3, 60), of: (3, 60), true),
        // Fewer than the rule asks for: all of them.
        Case(.atLeast(count: 5), (2, 40), of: (3, 60), false), Case(.atLeast(count: 5), (3, 60), of: (3, 60), true),
        Case(.weighted(share: 80), (2, 79), of: (3, 100), false), Case(.weighted(share: 80), (2, 80), of: (3, 100), true),
        Case(.weighted(share: 100), (2, 99), of: (3, 100), false), Case(.weighted(share: 100), (3, 100), of: (3, 100), true),
        // A third is not 34 %.
        Case(.weighted(share: 34), (1, 1), of: (3, 3), false), Case(.weighted(share: 33), (1, 1), of: (3, 3), true),
        Case(.all, (0, 0), of: (0, 0), false), Case(.atLeast(count: 1), (0, 0), of: (0, 0), false),
        Case(.weighted(share: 1), (0, 0), of: (0, 0), false),
    ]

    @Test("a rule of a group is fulfilled from its threshold on", arguments: cases)
    func fulfilled(_ given: Case) {
        #expect(
            given.rule.isFulfilled(done: given.done.0, of: given.total.0, doneWeight: given.done.1, of: given.total.1)
                == given.isFulfilled)
    }

    @Test("its moment is that of the activity with which it became true, in whichever order that came to be known")
    func moment() {
        let members = [World.welcome, World.forms, World.quiz]
        let dates = [World.welcome.id: World.minute(30), World.forms.id: World.minute(10), World.quiz.id: World.minute(20)]
        let weights = Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0.weight) })
        func at(_ rule: GroupCompletion) -> Instant? {
            PartRules(CoursePart(.module, "m"), rule, members: members.map(\.id)).fulfilledAt(weight: { weights[$0] ?? 0 }) {
                dates[$0]
            }
        }
        #expect(at(.all) == World.minute(30))
        #expect(at(.atLeast(count: 1)) == World.minute(10))
        // 20 of 60 minutes, then 50.
        #expect(at(.weighted(share: 34)) == World.minute(20))
        #expect(
            PartRules(CoursePart(.module, "m"), .all, members: []).fulfilledAt(weight: { _ in 1 }) { _ in World.start } == nil)
        #expect(CoursePart(CoursePart(.competency, "bloc-1").text) == CoursePart(.competency, "bloc-1"))
        #expect(CoursePart("bloc-1") == nil && CoursePart("lesson/x") == nil && CoursePart("module/") == nil)
    }

    // MARK: Recording

    private static let module = CoursePart(.module, "m")
    private static let block = CoursePart(.competency, "b")

    /// Two of welcome, forms and quiz; 80 % of the minutes of quiz and project.
    private static func rules(
        _ activities: [ActivityRules] = World.outline, version: Identifier<CourseVersion> = World.firstVersion,
        completion: GroupCompletion = .all, module rule: GroupCompletion = .atLeast(count: 2)
    ) -> CourseRules {
        CourseRules(
            version: version, course: Identifier(trusted: World.uuid(100)), activities: activities, completion: completion,
            parts: [
                PartRules(module, rule, members: [World.welcome.id, World.forms.id, World.quiz.id]),
                PartRules(block, .weighted(share: 80), members: [World.quiz.id, World.project.id]),
            ])
    }

    @Test(
        "a part is completed with the event that does it, once; nothing moves its date or takes it back",
        arguments: Backend.available)
    func recorded(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let rules = Self.rules()
            let first = try await world.record([.sample(1, .reachedEnd, World.forms)], for: learner.id, rules: rules, minute: 1)
            #expect(first.facts == [.activityOpened(World.forms.id), .activityCompleted(World.forms.id)])
            let second = try await world.record(
                [.sample(2, .reachedEnd, World.welcome)], for: learner.id, rules: rules, minute: 7)
            #expect(second.facts.last == .partCompleted(Self.module))
            try await world.record(
                [.sample(2, .reachedEnd, World.welcome), .sample(3, .reachedEnd, World.forms)], for: learner.id, rules: rules,
                minute: 8)
            let third = try await world.record(
                [.attempt(4, World.quiz, score: 90)], for: learner.id, from: .server, rules: rules, minute: 9)
            #expect(!third.facts.contains(.partCompleted(Self.module)) && !third.facts.contains(.partCompleted(Self.block)))
            #expect(try await world.states(learner.id).parts == [Self.module: World.minute(7)])
            // 30 of 70 minutes are not 80 %; by another rule the module would want all, and its date stays.
            let harder = Self.rules(
                [World.welcome, World.forms, World.quiz, World.extra, World.project], version: World.secondVersion, module: .all)
            try await world.database.write { _ = try ProgressRecorder().reweigh(harder, at: World.minute(20), in: $0) }
            let last = try await world.record(
                [.sample(5, .reachedEnd, World.project)], for: learner.id, rules: harder, minute: 30)
            #expect(last.facts.contains(.partCompleted(Self.block)) && last.facts.contains(.courseCompleted))
            #expect(try await world.states(learner.id).parts == [Self.module: World.minute(7), Self.block: World.minute(30)])
            let page = try await world.database.read { try ProgressRebuild().verify(harder, in: $0) }
            #expect(page.checked == 1 && page.differences.isEmpty)
        }
    }

    @Test("a course is complete with as much as it asks for; its percentage goes on", arguments: Backend.available)
    func course(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let rules = World.rules(World.outline)
            let easier = CourseRules(
                version: rules.version, course: rules.course, activities: rules.activities, completion: .weighted(share: 40))
            let before = try await world.record(
                [.sample(1, .reachedEnd, World.welcome)], for: learner.id, rules: easier, minute: 1)
            #expect(before.course.completedAt == nil)
            let outcome = try await world.record(
                [.attempt(2, World.quiz, score: 90)], for: learner.id, from: .server, rules: easier, minute: 3)
            #expect(outcome.facts.last == .courseCompleted && outcome.course.completedAt == World.minute(3))
            #expect(outcome.course.percent == 40)
            let after = try await world.record([.sample(3, .reachedEnd, World.forms)], for: learner.id, rules: easier, minute: 5)
            #expect(
                after.course.percent == 60 && after.course.completedAt == World.minute(3)
                    && !after.facts.contains(.courseCompleted))
        }
    }

    @Test(
        "a rule that comes in finds who fulfilled it, with the day on which that was; a forecast says so before",
        arguments: Backend.available)
    func comesIn(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (awa, leo) = (try await world.learner(1), try await world.learner(2))
            try await world.record([.sample(1, .reachedEnd, World.welcome)], for: awa.id, minute: 2)
            try await world.record([.sample(2, .reachedEnd, World.forms)], for: awa.id, minute: 4)
            try await world.record([.sample(3, .reachedEnd, World.forms)], for: leo.id, minute: 5)
            let rules = Self.rules(version: World.secondVersion)
            let forecast = try await world.database.read { try ProgressStore().forecast(rules, readsParts: true, in: $0) }
            #expect(forecast.parts[Self.module]?.completed == 1 && forecast.parts[Self.module]?.done == 0)
            let outcome = try await world.database.write { try ProgressRecorder().reweigh(rules, at: World.minute(60), in: $0) }
            #expect(outcome.facts == [awa.id: [.partCompleted(Self.module)]])
            #expect(try await world.states(awa.id).parts == [Self.module: World.minute(4)])
            let again = try await world.database.read { try ProgressStore().forecast(rules, readsParts: true, in: $0) }
            #expect(again.parts[Self.module]?.completed == 0 && again.parts[Self.module]?.done == 1)
        }
    }

    @Test("what is kept of parts is verified and mended", arguments: Backend.available)
    func verified(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let rules = Self.rules()
            try await world.record(
                [.sample(1, .reachedEnd, World.forms), .sample(2, .reachedEnd, World.welcome)], for: learner.id, rules: rules,
                minute: 3)
            try await world.database.write { try $0.runScript("UPDATE part_state SET completed_at = 5") }
            let moved = try await world.database.read { try ProgressRebuild().verify(rules, in: $0) }
            #expect(moved.differences.map(\.field) == [.partCompletedAt] && moved.differences.first?.activity == "module/m")
            try await world.database.write {
                try $0.runScript(
                    "INSERT INTO part_state (enrolment_id, part, completed_at) SELECT id, 'module/other', 7 FROM enrolment")
                try ProgressRebuild().repair(learner.id, rules: rules, at: World.minute(9), in: $0)
            }
            #expect(try await world.states(learner.id).parts == [Self.module: World.minute(3)])
            #expect(try await world.database.read { try ProgressRebuild().verify(rules, in: $0) }.differences.isEmpty)
        }
    }

    @Test("the same facts in any order complete the same parts at the same moment", arguments: Backend.available)
    func anyOrder(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let rules = Self.rules(completion: .atLeast(count: 3))
            let events: [LearningEvent] = [
                .sample(1, .reachedEnd, World.welcome), .sample(2, .reachedEnd, World.forms),
                .sample(3, .reachedEnd, World.project),
                .attempt(4, World.quiz, score: 80), .sample(5, .opened, World.extra),
            ]
            var random = SequenceRandom(seed: 11)
            for number in 0..<30 {
                let learner = try await world.learner(number)
                for event in (events + events.prefix(number % 4)).shuffled(using: &random) {
                    let source: EventSource = event.kind.isFromClient ? .client : .server
                    try await world.record([event], for: learner.id, from: source, rules: rules, minute: 10)
                }
                let states = try await world.states(learner.id)
                #expect(states.parts == [Self.module: World.minute(10), Self.block: World.minute(10)])
                #expect(states.course?.completedAt == World.minute(10) && states.course?.percent == 100)
            }
            #expect(try await world.database.read { try ProgressRebuild().verify(rules, limit: 100, in: $0) }.differences.isEmpty)
        }
    }
}

import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Gamification
import Progress
import SQL
import TestSupport
import Testing

@Suite("Points for what is done")
struct AwardTests {
    /// 10 points: one by itself, nine by a tutor; 60 passes.
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: 5,
        questions: [
            Question(id: "mot", text: "?", body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")]))),
            Question(id: "texte", text: "?", points: 9, body: .longAnswer(LongAnswerKey())),
        ])

    private func with(
        _ backend: Backend, rules: [PointsRule]? = nil, quiz: QuizContent = Self.quiz, _ body: (CampusWorld) async throws -> Void
    ) async throws {
        try await CampusWorld.with(backend) { world in
            var course = try TestCourse.authored(quiz: quiz)
            course.outline.points = rules
            _ = try await world.campus.apply(course)
            for key in ["web", "autre"] {
                _ = try await world.campus.addCohort(key: key, title: key, startsOn: "2026-11-23", endsOn: "2026-12-18")
                _ = try await world.campus.assign(course: TestCourse.key, to: key)
            }
            for (login, role) in [("awa", CohortRole.learner), ("nadia", .tutor), ("claire", .coordinator)] {
                try await world.add(login)
                _ = try await world.campus.enrol(login, in: "web", as: role)
            }
            try await body(world)
        }
    }

    /// The whole ledger of somebody, as it came: rule, subject and amount.
    private func ledger(_ world: CampusWorld, _ login: String = "awa") async throws -> [String] {
        let person = try await world.viewer(login).person.id
        return try await world.database.read { reading in
            try PointStore().entries(of: person, limit: 1000, in: reading).reversed()
                .map { "\($0.rule) \($0.subject.key)\($0.subject.step.map { " \($0)" } ?? "") \($0.amount)" }
        }
    }

    private func balance(_ world: CampusWorld, _ login: String = "awa") async throws -> Int {
        let person = try await world.viewer(login).person.id
        #expect(try await world.campus.verifyPoints().differences == 0)
        return try await world.database.read { try PointStore().purse(of: person, in: $0).balance }
    }

    private func read(_ activity: String, _ world: CampusWorld) async throws {
        try await world.read(activity, of: TestCourse.key, by: "awa")
    }

    private func rule(_ action: Ruling.Action, _ world: CampusWorld, activity: String = TestCourse.welcome, score: Int? = nil)
        async throws
    {
        let awa = try await world.viewer("awa").person.id
        _ = try await world.campus.rule(
            .init(course: TestCourse.key, activity: activity, action: action, reason: "Vu ensemble", score: score), of: awa,
            in: "web", by: try await world.viewer("nadia"))
    }

    private func send(_ world: CampusWorld) async throws -> Attempt {
        let awa = try await world.viewer("awa")
        let attempt = try await world.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: awa).attempt
        let drafts = [
            DraftAnswer(question: "mot", response: .one("x")), DraftAnswer(question: "texte", response: .one("Un texte")),
        ]
        return try await world.campus.submit(attempt.id, with: drafts, by: awa).attempt
    }

    private func mark(_ attempt: Attempt, _ points: Double, _ world: CampusWorld) async throws {
        _ = try await world.campus.mark(
            attempt.id, in: "web", with: [DraftMark(question: "texte", points: points)], by: try await world.viewer("nadia"))
    }

    // MARK: The faults of others

    @Test("the same thing done or sent again earns nothing again", arguments: Backend.available)
    func sameAgain(_ backend: Backend) async throws {
        try await with(backend) { world in
            let awa = try await world.viewer("awa")
            let events = [
                Campus.SentEvent(id: .new(at: world.time.now), kind: .opened, occurredAt: world.time.now),
                Campus.SentEvent(id: .new(at: world.time.now), kind: .reachedEnd, occurredAt: world.time.now),
            ]
            for _ in 0..<3 { _ = try await world.campus.record(events, in: TestCourse.welcome, of: TestCourse.key, by: awa) }
            try await read(TestCourse.welcome, world)
            #expect(try await ledger(world) == ["activity-completed bienvenue 5"])
            // The same course applied again, and a new version of it.
            var course = try TestCourse.authored(quiz: Self.quiz)
            course.outline.summary = "Autrement dit."
            _ = try await world.campus.apply(course)
            try await read(TestCourse.welcome, world)
            #expect(try await balance(world) == 5)
        }
    }

    @Test("a completion that is given, taken back and given again earns once", arguments: Backend.available)
    func toggled(_ backend: Backend) async throws {
        try await with(backend) { world in
            for _ in 0..<3 {
                try await rule(.completed, world)
                try await rule(.withdrawn, world)
            }
            #expect(try await balance(world) == 0)
            try await rule(.completed, world)
            #expect(try await balance(world) == 5)
            // What was read as well stays earned when the decision is taken back.
            try await read(TestCourse.welcome, world)
            try await rule(.withdrawn, world)
            #expect(try await balance(world) == 5)
            try await rule(.exempted, world, activity: TestCourse.reading)
            #expect(try await balance(world) == 5)
        }
    }

    @Test("everybody sees why points came, and what for", arguments: Backend.available)
    func reasons(_ backend: Backend) async throws {
        try await with(backend) { world in
            try await read(TestCourse.welcome, world)
            let reading = try await world.campus.myPoints(try await world.viewer("awa"))
            let entry = try #require(reading.entries.first)
            #expect(entry.rule == "activity-completed" && entry.title == "Bienvenue" && entry.at == world.time.now)
            #expect(entry.subject == PointSubject(.activity, course: TestCourse.key, key: TestCourse.welcome))
            #expect(reading.balance == 5 && reading.level.number == 1 && reading.next == nil)
            #expect(reading.courses.first?.balance == 5)
            #expect(
                reading.courses.first?.next.map(\.amount) == [5, 10, 20, 10])
        }
    }

    @Test("what is recorded by many requests at once earns once", arguments: Backend.available)
    func raced(_ backend: Backend) async throws {
        try await with(backend) { world in
            let awa = try await world.viewer("awa")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<16 {
                    group.addTask {
                        let event = Campus.SentEvent(
                            id: .new(at: world.time.now), kind: .reachedEnd, occurredAt: world.time.now)
                        let activity = number.isMultiple(of: 2) ? TestCourse.welcome : TestCourse.reading
                        _ = try await world.campus.record([event], in: activity, of: TestCourse.key, by: awa)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await balance(world) == 10)
        }
    }

    // MARK: Marks

    @Test(
        "marks earn by steps; a mark that is corrected downwards takes its points back, upwards gives them",
        arguments: Backend.available)
    func marks(_ backend: Backend) async throws {
        try await with(backend) { world in
            let attempt = try await send(world)
            #expect(try await ledger(world).isEmpty)
            try await mark(attempt, 8, world)
            let full = [
                "activity-completed verifier 5", "evaluation-passed verifier 10", "best-mark verifier 80 3",
                "best-mark verifier 90 3",
            ]
            #expect(try await ledger(world) == full)
            try await mark(attempt, 4, world)
            // What was completed stays.
            #expect(
                try await ledger(world)
                    == full + ["evaluation-passed verifier -10", "best-mark verifier 80 -3", "best-mark verifier 90 -3"])
            try await mark(attempt, 4, world)
            #expect(try await balance(world) == 5)
            try await mark(attempt, 9, world)
            #expect(try await balance(world) == 24)
            // A second attempt that is worse changes nothing.
            try await mark(try await send(world), 1, world)
            #expect(try await balance(world) == 24)
            // A mark that is decided holds.
            try await rule(.mark, world, activity: TestCourse.quiz, score: 10)
            #expect(try await balance(world) == 5)
        }
    }

    // MARK: Modules, courses, goals

    @Test("a module finished in time earns, and one that is late does not", arguments: Backend.available)
    func modules(_ backend: Backend) async throws {
        try await with(backend, quiz: TestTexts.quiz) { world in
            try await read(TestCourse.welcome, world)
            try await rule(.completed, world, activity: TestCourse.tags)
            try await rule(.completed, world, activity: TestCourse.quiz)
            #expect(try await ledger(world).last == "module-on-time decouvrir 20")
            try await rule(.withdrawn, world, activity: TestCourse.quiz)
            #expect(try await ledger(world).last == "module-on-time decouvrir -20")
            world.time.now = CampusWorld.start.adding(seconds: 60 * 86_400)
            try await rule(.completed, world, activity: TestCourse.quiz)
            #expect(try await ledger(world).last == "activity-completed verifier 5")
        }
    }

    @Test("a course that is completed earns once", arguments: Backend.available)
    func course(_ backend: Backend) async throws {
        try await with(backend) { world in
            try await read(TestCourse.welcome, world)
            for activity in [TestCourse.tags, TestCourse.quiz, TestCourse.reading, TestCourse.workshop] {
                try await rule(.completed, world, activity: activity)
            }
            #expect(try await ledger(world).count { $0.hasPrefix("course-completed") } == 1)
        }
    }

    @Test("the goal of the week earns when it is met, once, whatever is chosen afterwards", arguments: Backend.available)
    func goals(_ backend: Backend) async throws {
        try await with(backend) { world in
            let awa = try await world.viewer("awa")
            try await world.campus.setGoal(.minutes(15), by: awa)
            for minute in 1...20 {
                world.time.now = CampusWorld.start.adding(seconds: Int64(minute) * 60)
                let event = Campus.SentEvent(
                    id: .new(at: world.time.now), kind: .heartbeat, occurredAt: world.time.now, seconds: 60)
                _ = try await world.campus.record([event], in: TestCourse.tags, of: TestCourse.key, by: awa)
            }
            let met = try await ledger(world).filter { $0.hasPrefix("goal-met") }
            #expect(met == ["goal-met 2026-11-23 10"])
            try await world.campus.setGoal(.activity(course: TestCourse.key, activity: TestCourse.welcome), by: awa)
            try await read(TestCourse.welcome, world)
            #expect(try await ledger(world).count { $0.hasPrefix("goal-met") } == 1)
        }
    }

    @Test("being at a session earns nothing, whatever the rules")
    func presence() {
        #expect(!PointsRule.Fact.allCases.contains { $0.rawValue.contains("attend") || $0.rawValue.contains("session") })
    }

    // MARK: Rules

    @Test(
        "the rules of the course hold: amounts, caps and days; what a rule gave stays when it changes",
        arguments: Backend.available)
    func rules(_ backend: Backend) async throws {
        let own = [
            PointsRule(.activityCompleted, amount: 7, mostADay: 10),
            PointsRule(.courseCompleted, amount: 0), PointsRule(.moduleOnTime, amount: 9, until: CalendarDay("2026-11-01")),
        ]
        try await with(backend, rules: own) { world in
            for activity in [TestCourse.welcome, TestCourse.reading, TestCourse.optional] { try await read(activity, world) }
            #expect(
                try await ledger(world) == [
                    "activity-completed bienvenue 7", "activity-completed reading 3", "activity-completed pour-aller-plus-loin 0",
                ])
            for activity in [TestCourse.tags, TestCourse.quiz, TestCourse.workshop] {
                try await rule(.completed, world, activity: activity)
            }
            #expect(try await balance(world) == 10)
            var changed = try TestCourse.authored(quiz: Self.quiz)
            changed.outline.points = [PointsRule(.activityCompleted, amount: 1, version: 2)]
            _ = try await world.campus.apply(changed)
            #expect(try await balance(world) == 10)
        }
    }

    // MARK: Switches

    @Test("switched off by a person or for a cohort, there is no trace; nothing is lost", arguments: Backend.available)
    func switches(_ backend: Backend) async throws {
        try await with(backend) { world in
            let (awa, claire) = (try await world.viewer("awa"), try await world.viewer("claire"))
            try await read(TestCourse.welcome, world)
            #expect(try await world.campus.home(awa).points?.balance == 5)
            #expect(try await world.campus.seesPoints(awa) == true)
            #expect(
                try await world.campus.activity(TestCourse.welcome, of: TestCourse.key, for: awa).earned.map(\.amount) == [5])

            try await world.campus.setSeesPoints(false, of: awa)
            #expect(try await world.campus.home(awa).points == nil)
            #expect(try await world.campus.activity(TestCourse.welcome, of: TestCourse.key, for: awa).earned.isEmpty)
            #expect(try await world.campus.seesPoints(awa) == false)
            try await expectNotFound { _ = try await world.campus.myPoints(awa) }
            try await read(TestCourse.reading, world)
            try await world.campus.setSeesPoints(true, of: awa)
            #expect(try await world.campus.home(awa).points?.balance == 10)

            try await world.campus.setPoints(false, ofCohort: "web", by: claire)
            #expect(try await world.campus.home(awa).points == nil)
            #expect(try await world.campus.seesPoints(awa) == nil)
            #expect(try await world.campus.activity(TestCourse.reading, of: TestCourse.key, for: awa).earned.isEmpty)
            try await expectNotFound { _ = try await world.campus.myPoints(awa) }
            #expect(try await world.campus.cohortPeople(of: "web", for: claire).hasPoints == false)
            _ = try await world.campus.setPoints(true, ofCohort: "web")
            #expect(try await world.campus.myPoints(awa).balance == 10)
            try await expectNotFound {
                try await world.campus.setPoints(false, ofCohort: "web", by: try await world.viewer("nadia"))
            }
            try await expectNotFound { _ = try await world.campus.myPoints(claire) }
        }
    }

    @Test(
        "what was earned is said for ten minutes with what was done, and then only in one's points", arguments: Backend.available)
    func celebration(_ backend: Backend) async throws {
        try await with(backend) { world in
            let awa = try await world.viewer("awa")
            try await read(TestCourse.welcome, world)
            world.time.now = CampusWorld.start.adding(seconds: 599)
            #expect(try await world.campus.activity(TestCourse.welcome, of: TestCourse.key, for: awa).earned.count == 1)
            world.time.now = CampusWorld.start.adding(seconds: 600)
            #expect(try await world.campus.activity(TestCourse.welcome, of: TestCourse.key, for: awa).earned.isEmpty)
        }
    }
}

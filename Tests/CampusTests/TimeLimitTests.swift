import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Timed quizzes")
struct TimeLimitTests {
    /// Twenty minutes, two questions of one point; 50 passes.
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: 3,
        questions: ["un", "deux"].map {
            Question(id: $0, text: "?", body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")])))
        }, timeLimit: 20)

    private func with(_ backend: Backend, _ body: (CampusWorld) async throws -> Void) async throws {
        try await CampusWorld.with(backend) { world in
            var course = try TestCourse.authored(quiz: Self.quiz)
            for module in course.outline.modules.indices {
                for index in course.outline.modules[module].activities.indices
                where course.outline.modules[module].activities[index].id == TestCourse.quiz {
                    course.outline.modules[module].activities[index].completion = .passed(score: 50)
                }
            }
            _ = try await world.campus.apply(course)
            _ = try await world.campus.addCohort(key: "web", title: "Web")
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for (login, role) in [
                ("awa", CohortRole.learner), ("nadia", .tutor), ("ines", .trainer), ("hana", .disabilityOfficer),
            ] {
                try await world.add(login)
                _ = try await world.campus.enrol(login, in: "web", as: role)
            }
            try await body(world)
        }
    }

    private func start(_ world: CampusWorld) async throws -> Attempt {
        try await world.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: try await world.viewer("awa")).attempt
    }

    private func save(_ question: String, to attempt: Attempt, _ world: CampusWorld) async throws {
        _ = try await world.campus.saveAnswers(
            [DraftAnswer(question: question, response: .one("x"))], to: attempt.id, by: try await world.viewer("awa"))
    }

    private func read(_ attempt: Attempt, _ world: CampusWorld) async throws -> Attempt {
        try await world.campus.attempt(attempt.id, for: try await world.viewer("awa")).attempt
    }

    private func at(_ seconds: Int64, after attempt: Attempt, _ world: CampusWorld) {
        world.time.now = attempt.startedAt.adding(seconds: seconds)
    }

    private func extra(_ percent: Int, _ world: CampusWorld, by login: String = "nadia") async throws {
        let awa = try await world.viewer("awa").person.id
        try await world.campus.setExtraTime(percent, of: awa, in: "web", by: try await world.viewer(login))
    }

    @Test(
        "an answer counts until the end and the time that it takes to arrive, to the second; extra time moves the end",
        arguments: Backend.available, [(0, 1200), (33, 1596), (100, 2400), (300, 4800)] as [(Int, Int64)])
    func second(_ backend: Backend, _ given: (percent: Int, seconds: Int64)) async throws {
        try await with(backend) { world in
            if given.percent > 0 { try await extra(given.percent, world) }
            let attempt = try await start(world)
            #expect(attempt.deadline == attempt.startedAt.adding(seconds: given.seconds))
            at(given.seconds, after: attempt, world)
            try await save("un", to: attempt, world)
            at(given.seconds + 10, after: attempt, world)
            try await save("deux", to: attempt, world)
            #expect(try await read(attempt, world).isOpen)
            world.time.now = Instant(milliseconds: world.time.now.milliseconds + 1)
            try await expectConflict { try await save("un", to: attempt, world) }
            let closed = try await read(attempt, world)
            #expect(closed.result?.submittedAt == attempt.deadline)
            #expect(closed.result?.score == 100)
        }
    }

    @Test(
        "what was kept before the end counts, what comes after is refused, sending without answers is no fault",
        arguments: Backend.available)
    func late(_ backend: Backend) async throws {
        try await with(backend) { world in
            let attempt = try await start(world)
            at(60, after: attempt, world)
            try await save("un", to: attempt, world)
            at(1300, after: attempt, world)
            let awa = try await world.viewer("awa")
            try await expectConflict {
                _ = try await world.campus.submit(
                    attempt.id, with: [DraftAnswer(question: "deux", response: .one("x"))], by: awa)
            }
            let marked = try await world.campus.submit(attempt.id, by: awa)
            #expect(marked.result?.score == 50 && marked.result?.submittedAt == attempt.deadline)
            #expect(marked.answers.map(\.response) == [.text("x"), nil])
        }
    }

    @Test("sent in the seconds that an answer takes to arrive, it counts as sent at the end", arguments: Backend.available)
    func grace(_ backend: Backend) async throws {
        try await with(backend) { world in
            let attempt = try await start(world)
            at(1205, after: attempt, world)
            let draft = DraftAnswer(question: "un", response: .one("x"))
            let marked = try await world.campus.submit(attempt.id, with: [draft], by: try await world.viewer("awa"))
            #expect(marked.result?.score == 50 && marked.result?.submittedAt == attempt.deadline)
        }
    }

    /// What somebody may look at next.
    enum Sight: CaseIterable, Sendable {
        case home, outline, quiz, attempt, start, cohort, learner
    }

    @Test(
        "an attempt whose time is over is closed and counts at next sight, whoever looks, once", arguments: Backend.available,
        Sight.allCases)
    func sight(_ backend: Backend, _ sight: Sight) async throws {
        try await with(backend) { world in
            let attempt = try await start(world)
            try await save("un", to: attempt, world)
            at(3600, after: attempt, world)
            let (awa, nadia) = (try await world.viewer("awa"), try await world.viewer("nadia"))
            func look() async throws -> Bool? {
                switch sight {
                case .home:
                    return try await world.campus.following(awa, withStates: true).first?.states[attempt.activity]?.isCompleted
                case .outline:
                    return try await world.campus.outline(TestCourse.key, for: awa).states[attempt.activity]?.isCompleted
                case .quiz:
                    return try await world.campus.activity(TestCourse.quiz, of: TestCourse.key, for: awa).learner?.state?
                        .isCompleted
                case .attempt: return try await !read(attempt, world).isOpen
                case .start: return try await start(world).number == 2
                case .cohort:
                    return try await world.campus.cohort("web", for: nadia).learners.first?.course.state.percent ?? 0 > 0
                case .learner:
                    return try await world.campus.learner(awa.person.id, in: "web", for: nadia).marks.values.first?[
                        TestCourse.quiz]?.mark == 50
                }
            }
            #expect(try await look() == true)
            #expect(try await look() == true)
            #expect(try await read(attempt, world).result?.submittedAt == attempt.deadline)
            let state = try await world.campus.learner(awa.person.id, in: "web", for: nadia).states[attempt.activity]
            #expect(state?.attempts == 1 && state?.bestScore == 50 && state?.completedAt == world.time.now)
        }
    }

    @Test(
        "the end holds over a restart of the server, and extra time given meanwhile does not move it",
        arguments: Backend.available)
    func restart(_ backend: Backend) async throws {
        try await with(backend) { world in
            let attempt = try await start(world)
            try await extra(100, world)
            let database = try await TestDatabase.openedAgain(world.database)
            let restarted = CampusWorld(database, at: attempt.startedAt.adding(seconds: 1210))
            try await save("un", to: attempt, restarted)
            #expect(try await read(attempt, restarted).deadline == attempt.deadline)
            restarted.time.now = attempt.startedAt.adding(seconds: 1211)
            try await expectConflict { try await save("deux", to: attempt, restarted) }
            #expect(try await start(restarted).number == 2)
            let second = try await start(restarted)
            #expect(second.deadline == second.startedAt.adding(seconds: 2400))
            try await database.close()
        }
    }

    @Test("a quiz without a limit has no end", arguments: Backend.available)
    func unlimited(_ backend: Backend) async throws {
        try await with(backend) { world in
            var quiz = Self.quiz
            quiz.timeLimit = nil
            _ = try await world.campus.apply(try TestCourse.authored(quiz: quiz))
            let attempt = try await start(world)
            #expect(attempt.deadline == nil)
            at(86_400 * 30, after: attempt, world)
            try await save("un", to: attempt, world)
            #expect(try await read(attempt, world).isOpen)
        }
    }

    @Test("extra time is a fact: what was said before stays, the last word holds", arguments: Backend.available)
    func facts(_ backend: Backend) async throws {
        try await with(backend) { world in
            let awa = try await world.viewer("awa").person.id
            try await extra(33, world)
            try await extra(50, world, by: "hana")
            _ = try await world.campus.setExtraTime(0, ofLogin: "awa", in: "web")
            let reading = try await world.campus.extraTime(of: awa, in: "web", for: try await world.viewer("hana"))
            #expect(reading.facts.map(\.percent) == [0, 50, 33])
            #expect(reading.facts.map { $0.setBy == nil } == [true, false, false])
            #expect(reading.names.count == 2)
            let attempt = try await start(world)
            #expect(attempt.deadline == attempt.startedAt.adding(seconds: 1200))
        }
    }

    @Test(
        "extra time out of bounds, for nobody, or by somebody who does not decide on it is refused", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await with(backend) { world in
            for percent in [-1, 301, Int.max] {
                try await expectInvalid(["percent"]) { try await extra(percent, world) }
            }
            for login in ["awa", "ines"] { try await expectNotFound { try await extra(33, world, by: login) } }
            let nadia = try await world.viewer("nadia")
            try await expectNotFound {
                try await world.campus.setExtraTime(33, of: nadia.person.id, in: "web", by: nadia)
            }
            try await expectNotFound { _ = try await world.campus.setExtraTime(33, ofLogin: "nadia", in: "web") }
            try await expectNotFound { _ = try await world.campus.setExtraTime(33, ofLogin: "awa", in: "autre") }
            let awa = try await world.viewer("awa").person.id
            #expect(try await world.campus.extraTime(of: awa, in: "web", for: nadia).facts.isEmpty)
        }
    }
}

import Accounts
import Assessment
import CourseContent
import Essentials
import SQL
import TestSupport

/// A quiz of four questions in two versions, and two learners: what the store's suites start from.
struct AttemptWorld: Sendable {
    static let migrations = AccountsMigrations.all + CourseContentMigrations.all + AssessmentMigrations.all
    static let start = Instant(milliseconds: 1_795_420_800_000)
    static let activity = Identifier<Activity>(trusted: uuid(10))
    static let version = Identifier<CourseVersion>(trusted: uuid(11))
    static let person = Identifier<Person>(trusted: uuid(12))
    static let context = uuid(13)
    private static let course = Identifier<Course>(trusted: uuid(14))

    let database: any SQLDatabase

    /// Eight points: 1 + 2 + 2 + 3.
    static let quiz = quiz(right: "a", attempts: 2)
    /// The same quiz after a correction: the other choice is right.
    static let corrected = quiz(right: "b", attempts: 2)

    /// Two questions of five, worth two points each.
    static let drawn = QuizContent(
        instructions: nil, attemptsAllowed: nil,
        questions: (1...5).map {
            Question(
                id: "d\($0)", text: "?", points: 2, body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")])))
        }, draws: [QuestionDraw(count: 2, from: (1...5).map { "d\($0)" })], shuffle: .questions)

    static func content(_ digest: String) throws -> QuizContent {
        switch digest {
        case "first": quiz
        case "corrected": corrected
        case "drawn": drawn
        default: throw SQLError.corrupt("no content \(digest)")
        }
    }

    private static func quiz(right: String, attempts: Int?) -> QuizContent {
        QuizContent(
            instructions: nil, attemptsAllowed: attempts,
            questions: [
                Question(
                    id: "place", text: "?", points: 1,
                    body: .single(
                        choices: ["a", "b"].map {
                            Choice(id: $0, text: $0, isCorrect: $0 == right, feedback: "You said \($0).")
                        })),
                Question(
                    id: "tools", text: "?", points: 2,
                    body: .multiple(choices: ["a", "b", "c"].map { Choice(id: $0, text: $0, isCorrect: $0 != "c") })),
                Question(id: "count", text: "?", points: 2, body: .numeric(NumericKey(answer: 12.5))),
                Question(
                    id: "word", text: "?", points: 3,
                    body: .shortText(ShortTextKey(accepted: [TextVariant(text: "quai \"n° 1\" \\")]))),
            ])
    }

    static func uuid(_ number: Int) -> String { "01234567-0000-7000-8000-0000000000\(number)" }
    static func minute(_ number: Int) -> Instant { start.adding(seconds: Int64(number) * 60) }

    static func with(_ backend: Backend, _ body: (AttemptWorld) async throws -> Void) async throws {
        try await withTestDatabase(backend, migrations) { database in
            try await database.write { tx in
                try PersonStore().add(
                    NewPerson(
                        id: person, login: Login("awa"), name: PersonName(given: "Awa", family: "Diallo"),
                        passwordHash: nil, mustChangePassword: false),
                    at: start, in: tx)
                try tx.run(insertCourse, course, "logistics", start)
                try tx.run(insertVersion, version, course, start)
                try tx.run(insertActivity, activity, course, "check")
            }
            try await body(AttemptWorld(database: database))
        }
    }

    // MARK: What the suites do

    func begin(
        context: String = context, digest: String = "first", seed: Int64 = 0, minute: Int = 0
    ) async throws -> (attempt: Attempt, isNew: Bool) {
        try await database.write { tx in
            try AttemptStore().start(
                Self.activity, by: Self.person, context: context, version: Self.version, digest: digest,
                quiz: try Self.content(digest), seed: seed, at: Self.minute(minute), in: tx)
        }
    }

    @discardableResult
    func save(_ drafts: [DraftAnswer], to attempt: Attempt, minute: Int = 0) async throws -> SaveOutcome {
        try await database.write { tx in
            try AttemptStore().save(drafts, to: attempt.id, content: Self.content, at: Self.minute(minute), in: tx)
        }
    }

    @discardableResult
    func submit(
        _ attempt: Attempt, with drafts: [DraftAnswer] = [], minute: Int = 0
    ) async throws -> (marked: MarkedAttempt, isNew: Bool) {
        try await database.write { tx in
            try AttemptStore().submit(
                attempt.id, with: drafts, content: Self.content, at: Self.minute(minute), in: tx)
        }
    }

    func answers(_ attempt: Attempt) async throws -> [String: Response?] {
        try await database.read { tx in try AttemptStore().answers(of: attempt.id, in: tx).mapValues(\.response) }
    }

    private static let insertCourse = Statement(
        "test.insertCourse", "INSERT INTO course (id, key, created_at) VALUES ($1, $2, $3)")
    private static let insertVersion = Statement(
        "test.insertVersion",
        """
        INSERT INTO course_version (id, course_id, number, digest, outline, applied_at)
        VALUES ($1, $2, 1, 'digest', '{}', $3)
        """)
    private static let insertActivity = Statement(
        "test.insertActivity", "INSERT INTO activity (id, course_id, key) VALUES ($1, $2, $3)")
}

extension DraftAnswer {
    static func one(_ question: String, _ text: String, _ sequence: Int64? = nil) -> DraftAnswer {
        DraftAnswer(question: question, response: .one(text), sequence: sequence)
    }

    static func several(_ question: String, _ ids: [String], _ sequence: Int64? = nil) -> DraftAnswer {
        DraftAnswer(question: question, response: .several(ids), sequence: sequence)
    }
}

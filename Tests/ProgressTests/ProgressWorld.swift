import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport

/// A course of seven activities, a cohort and learners: what every suite of Progress starts from.
struct ProgressWorld: Sendable {
    static let migrations = AccountsMigrations.all + CourseContentMigrations.all + ProgressMigrations.all
    /// 23 November 2026, 9 h in Paris.
    static let start = Instant(milliseconds: 1_795_420_800_000)

    let database: any SQLDatabase
    let cohort: Identifier<Cohort>
    let course: Identifier<Course>
    let rules: CourseRules

    // 100 minutes count: 10 + 20 + 30 + 40.
    static let welcome = activity(1, "welcome", .read(minimumSeconds: nil), weight: 10)
    static let forms = activity(2, "forms", .read(minimumSeconds: 120), weight: 20)
    static let quiz = activity(3, "quiz", .passed(score: 70), weight: 30)
    static let extra = activity(4, "extra", .read(minimumSeconds: nil), weight: 0)
    static let project = activity(5, "project", .read(minimumSeconds: nil), weight: 40)
    static let coming = activity(6, "coming", .read(minimumSeconds: nil), weight: 0, isPlanned: true)
    /// Known to the course, in none of its versions below.
    static let gone = activity(7, "gone", .read(minimumSeconds: nil), weight: 10)

    static let outline = [welcome, forms, quiz, extra, project, coming]
    static let firstVersion = Identifier<CourseVersion>(trusted: uuid(101))
    static let secondVersion = Identifier<CourseVersion>(trusted: uuid(102))

    static func rules(_ activities: [ActivityRules] = outline, version: Identifier<CourseVersion> = firstVersion)
        -> CourseRules
    {
        CourseRules(version: version, course: Identifier(trusted: uuid(100)), activities: activities)
    }

    static func activity(
        _ number: Int, _ key: String, _ completion: CompletionRule, weight: Int, isPlanned: Bool = false
    ) -> ActivityRules {
        ActivityRules(
            id: Identifier(trusted: uuid(number)), key: key, completion: completion, weight: weight, isPlanned: isPlanned)
    }

    /// A UUID of version 7 that is the same in every run.
    static func uuid(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return "01234567-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }
}

extension ProgressWorld {
    /// Gives `body` a database with the course published and nobody enrolled.
    static func with(_ backend: Backend, _ body: (ProgressWorld) async throws -> Void) async throws {
        try await withTestDatabase(backend, migrations) { database in
            let world = ProgressWorld(
                database: database, cohort: Identifier(trusted: uuid(200)), course: Identifier(trusted: uuid(100)),
                rules: rules())
            try await database.write { tx in
                try world.addCourse(world.course, key: "web", to: tx)
                for activity in outline + [gone] {
                    try tx.run(Self.insertActivity, activity.id, world.course, activity.key)
                }
                try CohortStore().add(
                    Cohort(id: world.cohort, key: "web-2026-11", title: "Web", createdAt: start), in: tx)
            }
            try await body(world)
        }
    }

    /// A course with two versions; the first is published.
    func addCourse(_ id: Identifier<Course>, key: String, to tx: any WriteTransaction) throws {
        try tx.run(Self.insertCourse, id, key, Self.start)
        if id == course {
            for (number, version) in [Self.firstVersion, Self.secondVersion].enumerated() {
                try tx.run(Self.insertVersion, version, id, number + 1, Self.start)
            }
        }
    }

    /// A new person, enrolled in the course.
    func learner(_ number: Int, name: String = "Awa", family: String = "Diallo") async throws -> Enrolment {
        try await database.write { tx in try self.learner(number, name: name, family: family, in: tx) }
    }

    func learner(
        _ number: Int, name: String = "Awa", family: String = "Diallo", in tx: any WriteTransaction
    ) throws -> Enrolment {
        let person = try person(number, name: name, family: family, in: tx)
        return try EnrolmentStore().enrol(person, in: cohort, following: rules, at: Self.start, in: tx).enrolment
    }

    func person(
        _ number: Int, name: String = "Awa", family: String = "Diallo", in tx: any WriteTransaction
    ) throws -> Identifier<Person> {
        let id = Identifier<Person>(trusted: Self.uuid(1000 + number))
        try PersonStore().add(
            NewPerson(
                id: id, login: Login("learner\(number)"), name: PersonName(given: name, family: family),
                passwordHash: nil, mustChangePassword: false),
            at: Self.start, in: tx)
        return id
    }

    /// Records in a transaction of its own, `minute` minutes after the start.
    @discardableResult
    func record(
        _ events: [LearningEvent], for enrolment: Identifier<Enrolment>, from source: EventSource = .client,
        rules: CourseRules? = nil, minute: Int = 0
    ) async throws -> RecordOutcome {
        try await database.write { tx in
            try ProgressRecorder().record(
                events, for: enrolment, from: source, rules: rules ?? self.rules, at: Self.minute(minute), in: tx)
        }
    }

    func states(_ enrolment: Identifier<Enrolment>) async throws -> LearnerStates {
        try await database.read { tx in try ProgressRebuild().kept(enrolment, in: tx) }
    }

    static func minute(_ number: Int) -> Instant { start.adding(seconds: Int64(number) * 60) }

    private static let insertCourse = Statement(
        "test.insertCourse", "INSERT INTO course (id, key, created_at) VALUES ($1, $2, $3)")
    private static let insertVersion = Statement(
        "test.insertVersion",
        """
        INSERT INTO course_version (id, course_id, number, digest, outline, applied_at)
        VALUES ($1, $2, $3, 'digest', '{}', $4)
        """)
    private static let insertActivity = Statement(
        "test.insertActivity", "INSERT INTO activity (id, course_id, key) VALUES ($1, $2, $3)")
}

extension LearningEvent {
    /// An event with an id that is the same in every run.
    static func sample(
        _ number: Int, _ kind: EventKind, _ activity: ActivityRules?, minute: Int = 0, seconds: Int? = nil,
        score: Int? = nil, detail: String? = nil
    ) -> LearningEvent {
        LearningEvent(
            id: Identifier(trusted: ProgressWorld.uuid(0x10000 + number)), activity: activity?.id, kind: kind,
            occurredAt: ProgressWorld.minute(minute), seconds: seconds, score: score, detail: detail)
    }

    static func attempt(_ number: Int, _ activity: ActivityRules, score: Int, minute: Int = 0) -> LearningEvent {
        .attemptSubmitted(
            attempt: ProgressWorld.uuid(0x20000 + number), activity: activity.id, score: score,
            at: ProgressWorld.minute(minute))
    }
}

import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import Synchronization
import TestSupport
import Testing

@testable import Campus

@Suite("Setting up the demonstration")
struct SetUpDemonstrationTests {
    /// The small course under the names of the three real ones, so that this takes no time.
    private static func courses() throws -> [AuthoredCourse] {
        try DemonstrationCohort.all.map { try CampusWorld.smallCourse(key: $0.course, weeks: 7) }
    }

    /// Everything that a set-up leaves, as text.
    private func contents(_ database: any SQLDatabase) async throws -> [String] {
        let statement = Statement(
            "test.contents",
            """
            SELECT p.login || ' ' || c.key || ' ' || e.status || ' ' || s.percent || ' ' || s.event_count || ' '
                || COALESCE(s.last_event_at, 0) || ' ' || (SELECT count(*) FROM attempt a WHERE a.context = e.id)
            FROM enrolment e JOIN person p ON p.id = e.person_id JOIN cohort c ON c.id = e.cohort_id
                JOIN course_state s ON s.enrolment_id = e.id
            ORDER BY 1
            """)
        let counts = Statement(
            "test.counts",
            """
            SELECT 'counts ' || (SELECT count(*) FROM person) || ' ' || (SELECT count(*) FROM membership) || ' '
                || (SELECT count(*) FROM security_event) || ' ' || (SELECT count(*) FROM learning_event) || ' '
                || (SELECT count(*) FROM course_version) || ' ' || (SELECT count(*) FROM membership WHERE left_at IS NOT NULL)
            """)
        return try await database.read { reading in
            try reading.rows(statement) { $0.text(0) } + reading.rows(counts) { $0.text(0) }
        }
    }

    private func eventCount(_ database: any SQLDatabase) async throws -> Int {
        let statement = Statement("test.events", "SELECT count(*) FROM learning_event")
        return try await database.read { try $0.first(statement) { $0.int(0) } ?? 0 }
    }

    @Test(
        "cohorts, people and work are there, agree with the facts, and a second set-up changes nothing",
        arguments: Backend.available)
    func twice(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let first = try await world.campus.setUpDemonstration(try Self.courses())
            #expect(first.isNew)
            #expect(first.courses.map(\.isNew) == [true, true, true])
            let before = try await contents(world.database)
            #expect(before.count == 53)
            let left = before.filter { $0.contains(" left ") }
            #expect(left.count == 1)
            let verified = try await world.campus.verifyProgress()
            #expect(verified.enrolments == 52 && verified.differences == 0)

            world.time.now = world.time.now.adding(seconds: 3 * 86_400)
            let second = try await world.elsewhere.campus.setUpDemonstration(try Self.courses())
            #expect(!second.isNew)
            #expect(second.courses.map(\.isNew) == [false, false, false])
            #expect(second.accounts == first.accounts)
            #expect(try await contents(world.database) == before)
        }
    }

    @Test("each account shown signs in and sees what its role is for; the others have no password", arguments: Backend.available)
    func accounts(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let demonstration = try await world.campus.setUpDemonstration(try Self.courses())
            #expect(demonstration.accounts.map(\.kind) == [.learner, .tutor, .author, .coordinator])
            var viewers: [DemonstrationAccount.Kind: Viewer] = [:]
            for account in demonstration.accounts {
                let token = try await world.campus.signIn(
                    login: account.login, password: account.password, address: "192.0.2.1", userAgent: ""
                ).token
                let viewer = try #require(try await world.campus.viewer(session: token.text))
                #expect(!viewer.person.mustChangePassword)
                viewers[account.kind] = viewer
            }
            let learner = try #require(viewers[.learner])
            let following = try await world.campus.following(learner, withStates: true)
            #expect(Set(following.map(\.course.outline.key)) == ["dev-web-hybride", "english-for-logistics"])
            let tutor = try #require(viewers[.tutor])
            #expect(try await world.campus.followedCohorts(tutor).count == 2)
            let coordinator = try #require(viewers[.coordinator])
            #expect(try await world.campus.followedCohorts(coordinator).map(\.learners).sorted() == [12, 16, 23])
            #expect(viewers[.author]?.isAuthor == true)
            try await expectInvalid(["login"]) {
                _ = try await world.campus.signIn(
                    login: "pascal.idoux", password: "tisane-galet-volcan-3", address: "192.0.2.1", userAgent: "")
            }
        }
    }

    @Test("a set-up that is cut short anywhere goes on where it stopped", arguments: Backend.available)
    func cutShort(_ backend: Backend) async throws {
        let expected = try await withTestDatabase(backend, CampusMigrations.all) { database in
            _ = try await CampusWorld(database).campus.setUpDemonstration(try Self.courses())
            return try await contents(database)
        }
        // Before the people, before the first step, early and late.
        for writes in [2, 4, 40, 85] {
            try await withTestDatabase(backend, CampusMigrations.all) { database in
                let failing = CampusWorld(FailingDatabase(database, after: writes))
                await #expect(throws: SQLError.closed) {
                    _ = try await failing.campus.setUpDemonstration(try Self.courses())
                }
                _ = try await CampusWorld(database).campus.setUpDemonstration(try Self.courses())
                #expect(try await contents(database) == expected, "\(writes)")
            }
        }
    }

    @Test("a course that changed meanwhile is published, and nobody's work is done again", arguments: Backend.available)
    func courseChanged(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.setUpDemonstration(try Self.courses())
            let events = try await eventCount(world.database)
            var courses = try Self.courses()
            courses[0].outline.modules[0].activities.removeLast()
            let again = try await world.campus.setUpDemonstration(courses)
            #expect(again.courses.map(\.isNew) == [true, false, false])
            // Weighing anew may complete a course; nothing else happens.
            #expect(try await eventCount(world.database) - events <= 24)
            #expect(try await world.campus.verifyProgress().differences == 0)
        }
    }

    @Test("a demonstration is not set up among people, unless told to", arguments: Backend.available)
    func amongPeople(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await world.add("directrice")
            try await expectConflict { _ = try await world.campus.setUpDemonstration(try Self.courses()) }
            #expect(try await world.campus.allCohorts().cohorts.isEmpty)
            #expect(try await world.campus.setUpDemonstration(try Self.courses(), force: true).isNew)
        }
    }

    @Test("somebody with a login of the demonstration is left alone: it is refused whole", arguments: Backend.available)
    func loginTaken(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await world.add("hugo.marchetti", "Hugo Marchetti")
            let refusal = try await refusal {
                _ = try await world.campus.setUpDemonstration(try Self.courses(), force: true)
            }
            #expect(refusal.fields == ["login"])
            #expect(try await world.campus.people().people.count == 1)
        }
    }

    @Test("without one of its courses there is no demonstration", arguments: Backend.available)
    func missingCourse(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let courses = try Self.courses().dropLast()
            try await expectInvalid(["courses"]) { _ = try await world.campus.setUpDemonstration(Array(courses)) }
            #expect(try await world.campus.authoredCourses().isEmpty)
        }
    }
}

/// A database that closes after some writes, as a process that ends does.
private final class FailingDatabase: SQLDatabase {
    private let database: any SQLDatabase
    private let left: Mutex<Int>

    init(_ database: any SQLDatabase, after writes: Int) {
        self.database = database
        left = Mutex(writes)
    }

    var dialect: SQLDialect { database.dialect }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await database.read(body)
    }

    func write<Value: Sendable>(
        _ isolation: WriteIsolation, _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try count()
        return try await database.write(isolation, body)
    }

    func writeAlone<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try count()
        return try await database.writeAlone(body)
    }

    func signals() -> AsyncStream<SignalEvent> { database.signals() }
    func close() async throws {}

    private func count() throws {
        try left.withLock { left in
            guard left > 0 else { throw SQLError.closed }
            left -= 1
        }
    }
}

import Accounts
import Authoring
import Campus
import CourseContent
import Essentials
import Files
import Foundation
import Logging
import Progress
import SQL
import Synchronization
import TestSupport
import Testing

/// The use cases on a database of their own, with a clock that tests move and passwords that cost nothing.
struct CampusWorld: Sendable {
    /// Tuesday 24 November 2026, 9 h in Paris.
    static let start = Instant(milliseconds: 1_795_507_200_000)

    let campus: Campus
    let time: Time

    /// A clock that is set by hand.
    final class Time: Sendable {
        private let instant: Mutex<Instant>

        init(_ instant: Instant) {
            self.instant = Mutex(instant)
        }

        var now: Instant {
            get { instant.withLock { $0 } }
            set { instant.withLock { $0 = newValue } }
        }
    }

    var database: any SQLDatabase { campus.database }

    init(_ database: any SQLDatabase, at instant: Instant = start) {
        let time = Time(instant)
        self.time = time
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        campus = Campus(
            database: database, clock: Clock { time.now },
            files: BlobStore(directory: URL(filePath: TemporaryFolder.newPath("files"))),
            passwords: PasswordHasher(parameters: .cheap, gate: HashingGate(width: 4, longestQueue: 1000)), logger: logger)
    }

    static func with(_ backend: Backend, _ body: (CampusWorld) async throws -> Void) async throws {
        try await withTestDatabase(backend, CampusMigrations.all) { try await body(CampusWorld($0)) }
    }

    /// Another process on the same database: nothing of what this one holds in memory.
    var elsewhere: CampusWorld { CampusWorld(database, at: time.now) }

    // MARK: A small school

    /// The course of the tests' own folder: a lesson, a longer one, a quiz and one announced.
    static func smallCourse(key: String = "essai", title: String? = nil, weeks: Int? = nil) throws -> AuthoredCourse {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Courses/essai", directoryHint: .isDirectory)
        var course = try #require(CourseReader.read(folder: folder).course)
        course.outline.key = key
        course.outline.weeks = weeks
        if let title { course.outline.title = title }
        return course
    }

    @discardableResult
    func add(_ login: String, _ name: String = "Awa Diallo", password: String? = nil) async throws -> Identifier<Person> {
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        return try await campus.addPerson(
            Campus.PersonDraft(
                login: login, givenName: parts.first ?? "", familyName: parts.dropFirst().first ?? "", password: password,
                mustChangePassword: false)
        ).person
    }

    func viewer(_ login: String) async throws -> Viewer {
        let login = try Login(login)
        return try await database.read { reading in
            let person = try #require(try PersonStore().person(login: login, in: reading))
            return Viewer(person: person, roles: try PersonStore().roles(of: person.id, in: reading), session: nil)
        }
    }

    /// Reads a lesson to its end.
    func read(_ activity: String, of course: String = "essai", by login: String) async throws {
        let events = [
            Campus.SentEvent(id: .new(at: time.now), kind: .opened, occurredAt: time.now),
            Campus.SentEvent(id: .new(at: time.now), kind: .reachedEnd, occurredAt: time.now),
        ]
        _ = try await campus.record(events, in: activity, of: course, by: try await viewer(login))
    }

    /// What happened to an account: kind and detail, in alphabetical order, since the clock of tests stands still.
    func securityEvents(of login: String) async throws -> [String] {
        let id = try await viewer(login).person.id
        return try await database.read { reading in
            try SecurityEventStore().events(of: id, limit: 100, in: reading).map { "\($0.kind.rawValue): \($0.detail)" }.sorted()
        }
    }

    /// Changes the database behind everybody's back.
    func tamper(_ sql: String) async throws {
        try await database.write { try $0.runScript(sql) }
    }
}

/// Runs `body`, which must be refused, and gives the refusal.
func refusal(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws -> CampusError {
    try await #require(throws: CampusError.self, sourceLocation: sourceLocation) { try await body() }
}

func expectNotFound(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws {
    let refusal = try await refusal(sourceLocation: sourceLocation, body)
    #expect(refusal.isNotFound, sourceLocation: sourceLocation)
}

func expectConflict(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws {
    let refusal = try await refusal(sourceLocation: sourceLocation, body)
    #expect(refusal.isConflict, sourceLocation: sourceLocation)
}

/// Runs `body`, which must be refused for these fields.
func expectInvalid(
    _ fields: [String], sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async throws {
    let refusal = try await refusal(sourceLocation: sourceLocation, body)
    #expect(refusal.fields == fields, sourceLocation: sourceLocation)
}

extension CampusError {
    /// The fields that are wrong, in the order in which they are said.
    var fields: [String] {
        guard case .invalid(let problems) = self else { return [] }
        return problems.map(\.field)
    }

    var isNotFound: Bool {
        if case .notFound = self { return true }
        return false
    }

    var isConflict: Bool {
        if case .conflict = self { return true }
        return false
    }
}

extension Campus {
    /// One person at a time, for tests.
    @discardableResult
    func enrol(
        _ login: String, in cohort: String, as role: CohortRole, group: String? = nil
    ) async throws -> CohortEnrolment {
        let enrolled = try await enrol([login], in: cohort, as: role, group: group)
        return try #require(enrolled.first)
    }

    func withdraw(_ login: String, from cohort: String, as role: CohortRole) async throws {
        try await withdraw([login], from: cohort, as: role)
    }

    @discardableResult
    func assign(course: String, to cohort: String) async throws -> CourseAssignment {
        let assigned = try await assign(courses: [course], to: cohort)
        return try #require(assigned.first)
    }
}

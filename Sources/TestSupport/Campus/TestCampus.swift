package import Accounts
package import Campus
package import CourseContent
package import Essentials
import Files
import Foundation
import Logging
import PostgresDriver
package import Progress
package import SQL
import SQLiteDriver

/// A campus with a course, two cohorts and one person of each role, on a database of its own.
///
/// ```swift
/// try await withTestCampus { campus in
///     let viewer = try await campus.viewer(.learner)
///     …
/// }
/// ```
package struct TestCampus: Sendable {
    package let campus: Campus
    package let clock: TestClock
    private let population: TestPopulation

    fileprivate init(campus: Campus, clock: TestClock, population: TestPopulation) {
        self.campus = campus
        self.clock = clock
        self.population = population
    }

    package var database: any SQLDatabase { campus.database }
    /// ``TestCourse``, as it was published.
    package var version: CourseVersion { population.version }
    package var cohort: Identifier<Cohort> { population.cohort }
    package var outsideCohort: Identifier<Cohort> { population.outsideCohort }

    package static let cohortKey = "web-2026-09"
    package static let outsideCohortKey = "cyber-2026-11"

    package subscript(_ role: TestRole) -> TestPerson {
        guard let person = population.people[role] else { preconditionFailure("every role has its person") }
        return person
    }

    /// Who asks, as a request with the person's cookie would have it.
    package func viewer(_ role: TestRole) async throws -> Viewer {
        guard let viewer = try await campus.viewer(session: self[role].session.text) else { throw CampusError.signInRequired }
        return viewer
    }

    /// The enrolment of a learner in the course.
    package func enrolment(_ role: TestRole) async throws -> Enrolment? {
        let (person, cohort, course) = (self[role].id, role.isOutside ? outsideCohort : cohort, version.course)
        return try await database.read { try EnrolmentStore().enrolment(of: person, in: cohort, course: course, in: $0) }
    }
}

extension TestCampus {
    /// What is kept of a learner's activities in the course, as those who follow the learner read it.
    package func states(of role: TestRole) async throws -> [Identifier<Activity>: ActivityState] {
        guard let enrolment = try await enrolment(role) else { return [:] }
        return try await database.read { try ProgressStore().activityStates(of: enrolment.id, in: $0) }
    }
}

/// Gives `body` a campus of its own, populated at ``TestClock/start``, and removes it afterwards.
/// - Parameter clock: a test that moves time keeps hold of it; it is `campus.clock` too.
@discardableResult
package func withTestCampus<Value>(
    _ backend: Backend = .chosen, clock: TestClock = TestClock(), _ body: (TestCampus) async throws -> Value
) async throws -> Value {
    let template = try await CampusTemplate.shared.made(on: backend)
    let files = TemporaryFolder.newPath("files")
    try FileManager.default.copyItem(atPath: template.files, toPath: files)
    return try await withDatabase(on: backend, { try await template.copy() }) { database in
        let campus = Campus(testing: database, files: files, clock: clock)
        return try await body(TestCampus(campus: campus, clock: clock, population: template.population))
    }
}

extension Campus {
    /// Passwords cost next to nothing, and nobody is turned away at the gate.
    fileprivate init(testing database: any SQLDatabase, files: String, clock: TestClock) {
        self.init(
            database: database, clock: clock.clock, files: BlobStore(directory: URL(filePath: files)),
            passwords: PasswordHasher(parameters: .cheap, gate: HashingGate(width: 2, longestQueue: 1000)), logger: .quiet)
    }
}

/// A campus that was populated once: every test gets a copy.
private actor CampusTemplate {
    struct Made: Sendable {
        let backend: Backend
        /// The file, or the name on the server.
        let database: String
        let files: String
        let population: TestPopulation

        func copy() async throws -> any SQLDatabase {
            switch backend {
            case .sqlite: try TestDatabase.copySQLite(at: database)
            case .postgresql: try await TestDatabase.copyPostgres(database)
            }
        }
    }

    static let shared = CampusTemplate()
    private var making: [Backend: Task<Made, any Error>] = [:]

    func made(on backend: Backend) async throws -> Made {
        if let making = making[backend] { return try await making.value }
        let making = Task {
            let database: any SQLDatabase
            switch backend {
            case .sqlite: database = try await TestDatabase.makeSQLite(CampusMigrations.all)
            case .postgresql: database = try await TestDatabase.makePostgresTemplate(CampusMigrations.all)
            }
            let files = TemporaryFolder.newPath("files")
            let population = try await TestPopulation(of: Campus(testing: database, files: files, clock: TestClock()))
            try await database.close()
            if let database = database as? PostgresDatabase {
                try await PostgresCopies.shared.prepare(database.address.database)
            }
            let name = (database as? SQLiteDatabase)?.path ?? (database as? PostgresDatabase)?.address.database ?? ""
            return Made(backend: backend, database: name, files: files, population: population)
        }
        self.making[backend] = making
        return try await making.value
    }
}

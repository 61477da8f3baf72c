package import Accounts
package import Campus
package import CourseContent
package import Essentials
import Files
import Foundation
import Logging
package import Progress
package import SQL

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
    /// ``TestCourse``, as it was published.
    package let version: CourseVersion
    package let cohort: Identifier<Cohort>
    package let outsideCohort: Identifier<Cohort>
    private let people: [TestRole: TestPerson]

    package static let cohortKey = "web-2026-09"
    package static let outsideCohortKey = "cyber-2026-11"

    package var database: any SQLDatabase { campus.database }

    package subscript(_ role: TestRole) -> TestPerson {
        guard let person = people[role] else { preconditionFailure("every role has its person") }
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

/// Gives `body` a campus of its own, and removes it afterwards.
/// - Parameter clock: a test that moves time keeps hold of it; it is `campus.clock` too.
@discardableResult
package func withTestCampus<Value>(
    _ backend: Backend = .sqlite, clock: TestClock = TestClock(), _ body: (TestCampus) async throws -> Value
) async throws -> Value {
    try await withTestDatabase(backend, CampusMigrations.all) { database in
        let files = BlobStore(directory: URL(filePath: TemporaryFolder.newPath("files")))
        let campus = Campus(
            database: database, clock: clock.clock, files: files,
            passwords: PasswordHasher(parameters: .cheap, gate: HashingGate(width: 2, longestQueue: 1000)),
            logger: .quiet)
        return try await body(try await TestCampus(populating: campus, clock: clock))
    }
}

extension TestCampus {
    /// Publishes the course, then adds the cohorts and the people. Ids of people and cohorts are the same in every run.
    fileprivate init(populating campus: Campus, clock: TestClock) async throws {
        let version = try await campus.apply(try TestCourse.authored()).version
        let hash = try await campus.passwords.hash(TestPerson.password)
        let now = clock.now
        var random = SequenceRandom(seed: 2026)
        let cohort = Cohort(
            id: .new(at: now, using: &random), key: Self.cohortKey, title: "Développement web, septembre 2026",
            startsOn: CalendarDay(trusted: "2026-09-07"), endsOn: CalendarDay(trusted: "2027-01-29"), createdAt: now)
        let outside = Cohort(
            id: .new(at: now, using: &random), key: Self.outsideCohortKey, title: "Support et cybersécurité, novembre 2026",
            createdAt: now)
        let people = TestRole.allCases.map { role in
            TestPerson(
                role: role, id: .new(at: now, using: &random), login: role.names.login, session: .session(), bearer: .bearer())
        }
        try await campus.database.write { writing in
            for cohort in [cohort, outside] {
                try CohortStore().add(cohort, in: writing)
                try EnrolmentStore().assign(version.course, to: cohort.id, in: writing)
            }
            for person in people {
                try Self.add(person, hash, to: person.role.isOutside ? outside.id : cohort.id, version, at: now, in: writing)
            }
        }
        self.campus = campus
        self.clock = clock
        self.version = version
        self.cohort = cohort.id
        outsideCohort = outside.id
        self.people = Dictionary(uniqueKeysWithValues: people.map { ($0.role, $0) })
    }

    private static func add(
        _ person: TestPerson, _ hash: PasswordHash, to cohort: Identifier<Cohort>, _ version: CourseVersion, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        let names = person.role.names
        try PersonStore().add(
            NewPerson(
                id: person.id, login: try Login(names.login), name: try PersonName(given: names.given, family: names.family),
                email: try EmailAddress("\(names.login)@exemple.fr"), passwordHash: hash, mustChangePassword: false),
            at: now, in: writing)
        if let role = person.role.installationRole { try PersonStore().grant(role, to: person.id, in: writing) }
        if let role = person.role.cohortRole {
            try MembershipStore().join(person.id, cohort, as: role, at: now, in: writing)
            if role == .learner {
                try EnrolmentStore().enrol(person.id, in: cohort, following: CourseRules(version), at: now, in: writing)
            }
        }
        try SessionStore().start(person.session.hash, for: person.id, userAgent: "Test", at: now, in: writing)
        try TokenStore().add(person.bearer.hash, id: .new(at: now), for: person.id, label: "test", at: now, in: writing)
    }
}

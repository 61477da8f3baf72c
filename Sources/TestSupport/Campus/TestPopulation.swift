import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import SQL

/// The course, the cohorts and the people of ``TestCampus``.
struct TestPopulation: Sendable {
    let version: CourseVersion
    let cohort: Identifier<Cohort>
    let outsideCohort: Identifier<Cohort>
    let people: [TestRole: TestPerson]

    /// Publishes the course, then adds the cohorts and the people. Ids of people and cohorts are the same in every run.
    init(of campus: Campus) async throws {
        let version = try await campus.apply(try TestCourse.authored()).version
        let hash = try await campus.passwords.hash(TestPerson.password)
        let now = campus.clock.now
        var random = SequenceRandom(seed: 2026)
        let cohort = Cohort(
            id: .new(at: now, using: &random), key: TestCampus.cohortKey, title: "Développement web, septembre 2026",
            startsOn: CalendarDay(trusted: "2026-09-07"), endsOn: CalendarDay(trusted: "2027-01-29"), createdAt: now)
        let outside = Cohort(
            id: .new(at: now, using: &random), key: TestCampus.outsideCohortKey, title: "Support et cybersécurité, novembre 2026",
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

import Accounts
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@testable import Scheduling

@Suite("Sessions that are kept", .serialized)
struct ClassSessionStoreTests {
    static let migrations = AccountsMigrations.all + CourseContentMigrations.all + SchedulingMigrations.all
    static let now = Instant(milliseconds: 1_795_420_800_000)
    static func id<Subject>(_ number: Int) -> Identifier<Subject> {
        Identifier(trusted: "01234567-0000-7000-8000-\(String(1_000_000_000_000 + number).dropFirst())")
    }
    static let web: Identifier<Cohort> = id(1)
    static let other: Identifier<Cohort> = id(2)
    static let groupA: Identifier<Group> = id(11)
    static let groupB: Identifier<Group> = id(12)
    static let learner: Identifier<Person> = id(21)
    static let trainer: Identifier<Person> = id(22)
    static let second: Identifier<Person> = id(23)

    static func with(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
        try await withTestDatabase(backend, migrations) { database in
            try await database.write { tx in
                for (cohort, key) in [(web, "web"), (other, "other")] {
                    try CohortStore().add(Cohort(id: cohort, key: key, title: key, createdAt: now), in: tx)
                }
                for (group, key) in [(groupA, "a"), (groupB, "b")] {
                    try CohortStore().add(Group(id: group, cohort: web, key: key, title: key), in: tx)
                }
                for (person, login) in [(learner, "learner"), (trainer, "trainer"), (second, "second")] {
                    try PersonStore().add(
                        NewPerson(
                            id: person, login: try Login(login), name: PersonName(given: "A", family: login), passwordHash: nil,
                            mustChangePassword: false), at: now, in: tx)
                }
                let members = MembershipStore()
                try members.join(learner, web, as: .learner, group: groupA, at: now, in: tx)
                try members.join(second, other, as: .learner, at: now, in: tx)
                try members.join(trainer, web, as: .trainer, at: now, in: tx)
                try members.join(trainer, other, as: .trainer, at: now, in: tx)
            }
            try await body(database)
        }
    }

    static func session(
        _ number: Int, _ cohort: Identifier<Cohort> = web, hour: String = "09:00", day: String = "2026-11-24",
        duration: Int = 120,
        group: Identifier<Group>? = nil, trainers: [Identifier<Person>] = [], place: String? = "Salle 2, Montreuil",
        status: SessionStatus = .published
    ) throws -> ClassSession {
        ClassSession(
            id: id(100 + number), cohort: cohort,
            plan: SessionPlan(
                kind: .inPerson, title: "Atelier \(number)", start: try #require(WallTime(day: day, hour: hour)),
                duration: duration,
                group: group, trainers: trainers, place: place), status: status)
    }

    @discardableResult static func add(
        _ session: ClassSession, force: Bool = false, to database: any SQLDatabase
    ) async throws -> ClassSession {
        try await database.write { try ClassSessionStore().add(session, force: force, by: trainer, at: now, in: $0) }
    }

    static func conflicts(_ error: (any Error)?) -> [SessionConflict.Subject] {
        guard case .conflicts(let found)? = error as? SchedulingError else { return [] }
        return found.map(\.subject)
    }

    @Test("come back as they were planned, with their trainers", arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let session = try Self.session(1, group: Self.groupA, trainers: [Self.trainer])
            try await Self.add(session, to: database)
            let kept = try await database.read { try ClassSessionStore().session(session.id, in: $0) }
            #expect(kept == session)
            #expect(kept?.startsAt.milliseconds == 1_795_507_200_000)
        }
    }

    @Test("that need the same thing at the same time are found before they are kept", arguments: Backend.available)
    func conflicts(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            try await Self.add(try Self.session(1, group: Self.groupA, trainers: [Self.trainer]), to: database)
            let cases: [(ClassSession, [SessionConflict.Subject])] = [
                (try Self.session(2, hour: "11:00", place: "Ailleurs"), []),
                (try Self.session(3, hour: "10:59", place: "Ailleurs"), [.cohort]),
                (try Self.session(4, hour: "10:00", group: Self.groupB, place: "Ailleurs"), []),
                (try Self.session(5, hour: "10:00", group: Self.groupA, place: "Ailleurs"), [.cohort]),
                (try Self.session(6, Self.other, hour: "08:00", duration: 60), []),
                (try Self.session(7, Self.other, hour: "08:00", duration: 61), [.place]),
                (try Self.session(8, Self.other, hour: "09:30", place: "salle 2, montreuil"), [.place]),
                (
                    try Self.session(9, Self.other, hour: "09:30", trainers: [Self.trainer], place: "Ailleurs"),
                    [.trainer(Self.trainer.text)]
                ),
            ]
            for (session, expected) in cases {
                do {
                    try await Self.add(session, to: database)
                    #expect(expected.isEmpty, "\(session.plan.title)")
                    _ = try await database.write { tx in
                        var gone = session
                        gone.status = .cancelled
                        return try ClassSessionStore().change(gone, force: false, by: nil, at: Self.now, in: tx)
                    }
                } catch {
                    #expect(Self.conflicts(error) == expected, "\(session.plan.title): \(error)")
                }
            }
            // Learners of two cohorts.
            try await database.write {
                try MembershipStore().join(Self.second, Self.web, as: .learner, group: Self.groupA, at: Self.now, in: $0)
            }
            let error = await #expect(throws: SchedulingError.self) {
                try await Self.add(try Self.session(20, Self.other, place: "Ailleurs"), to: database)
            }
            #expect(Self.conflicts(error) == [.learners(1)])
            // Whoever plans may keep it all the same.
            try await Self.add(try Self.session(20, Self.other, place: "Ailleurs"), force: true, to: database)
        }
    }

    @Test("change by revisions that are all kept; a cancelled one stays as it is", arguments: Backend.available)
    func changed(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            let store = ClassSessionStore()
            let session = try await Self.add(try Self.session(1, status: .draft), to: database)
            func change(_ edit: @escaping @Sendable (inout ClassSession) -> Void) async throws -> ClassSession {
                try await database.write { tx in
                    var next = try #require(try store.session(session.id, in: tx))
                    edit(&next)
                    return try store.change(next, force: false, by: Self.trainer, at: Self.now.adding(seconds: 60), in: tx)
                }
            }
            #expect(try await change { _ in }.revision == 0)
            #expect(try await change { $0.status = .published }.revision == 1)
            let afternoon = try #require(WallTime(day: "2026-11-25", hour: "14:00"))
            #expect(try await change { $0.plan.start = afternoon }.revision == 2)
            let cancelled = try await change { ($0.status, $0.reason) = (.cancelled, "Salle inondée") }
            #expect(cancelled.revision == 3 && cancelled.reason == "Salle inondée")
            await #expect(throws: SchedulingError.isCancelled) { try await change { $0.status = .published } }
            let changes = try await database.read { try store.changes(of: session.id, in: $0) }
            #expect(changes.map(\.revision) == [0, 1, 2, 3])
            #expect(changes.map(\.status) == [.draft, .published, .published, .cancelled])
            #expect(changes[2].start == afternoon && changes[3].reason == "Salle inondée")
        }
    }

    @Test("are in the agenda of those whom they concern", arguments: Backend.available)
    func agenda(_ backend: Backend) async throws {
        try await Self.with(backend) { database in
            for session in [
                try Self.session(1), try Self.session(2, hour: "12:00", group: Self.groupA),
                try Self.session(3, hour: "15:00", group: Self.groupB), try Self.session(4, hour: "18:00", status: .draft),
                try Self.session(5, Self.other, hour: "09:00", day: "2026-11-25"), try Self.session(6, day: "2026-12-24"),
            ] { try await Self.add(session, to: database) }
            func titles(_ person: Identifier<Person>) async throws -> [String] {
                try await database.read { tx in
                    let start = Self.now
                    return try ClassSessionStore().agenda(
                        of: person, from: start, until: start.adding(seconds: 14 * 86_400), in: tx
                    )
                    .map(\.session.plan.title)
                }
            }
            #expect(try await titles(Self.learner) == ["Atelier 1", "Atelier 2"])
            #expect(try await titles(Self.trainer) == ["Atelier 1", "Atelier 2", "Atelier 3", "Atelier 4", "Atelier 5"])
            #expect(try await titles(Self.second) == ["Atelier 5"])
        }
    }

    @Test("with a plan that cannot be are refused, with everything that is wrong")
    func wrong() throws {
        let wall = try #require(WallTime(day: "2026-11-24", hour: "09:00"))
        let cases: [(SessionPlan, [SessionProblem])] = [
            (SessionPlan(kind: .virtual, title: " ", start: wall, duration: 4), [.title, .duration, .linkMissing]),
            (SessionPlan(kind: .both, title: "x", start: wall, duration: 60, link: "http://a.example"), [.link, .placeMissing]),
            (SessionPlan(kind: .virtual, title: "x", start: wall, duration: 721, link: "https://a.example/b?c=1#d"), [.duration]),
            (SessionPlan(kind: .virtual, title: "x", start: wall, duration: 60, link: "javascript:alert(1)"), [.link]),
            (
                SessionPlan(kind: .virtual, title: "x", start: wall, duration: 60, link: "https://a.example/\u{0}"),
                [.tooLong, .link]
            ),
            (
                SessionPlan(kind: .officeHour, title: "x", start: wall, duration: 60, place: String(repeating: "x", count: 2001)),
                [.tooLong]
            ),
            (
                SessionPlan(kind: .assessment, title: "x", start: wall, duration: 60, trainers: [Self.trainer, Self.trainer]),
                [.trainerTwice]
            ),
        ]
        for (plan, problems) in cases {
            #expect(throws: SchedulingError.invalidPlan(problems)) { try plan.checked() }
        }
    }
}

import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("A database in which durations and marks of each attempt were not kept yet")
struct UpgradeProgressTests {
    private static let attempt = "01234567-0000-7000-8000-0000000000aa"
    private static let state = Statement(
        "test.olderState",
        """
        INSERT INTO activity_state (enrolment_id, activity_id, status, first_opened_at, last_event_at, seconds, reached_end_at, best_score,
            attempts, completed_at, completed_by_version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """)

    @Test("gives its states again from its events, with the dates that they had", arguments: Backend.available)
    func rebuilt(_ backend: Backend) async throws {
        let all = CampusMigrations.all
        let before = all.prefix { $0.name != "progress/0005-durations-marks" }
        try #require(before.count < all.count)
        try await withTestDatabase(backend, Array(before)) { database in
            let world = CampusWorld(database)
            let version = try await world.campus.apply(try TestCourse.authored()).version
            let (start, end) = (CampusWorld.start, CampusWorld.start.adding(seconds: 600))
            let welcome = try #require(version.activityIDs[TestCourse.welcome])
            let quiz = try #require(version.activityIDs[TestCourse.quiz])
            let enrolment = try await database.write { writing in
                let (person, cohort) = (Identifier<Person>.new(at: start), Identifier<Cohort>.new(at: start))
                try PersonStore().add(
                    NewPerson(
                        id: person, login: Login("awa"), name: PersonName(given: "Awa", family: "Diallo"), passwordHash: nil,
                        mustChangePassword: false), at: start, in: writing)
                try CohortStore().add(Cohort(id: cohort, key: "web", title: "Web", createdAt: start), in: writing)
                let enrolment = try EnrolmentStore().enrol(
                    person, in: cohort, following: CourseRules(version), at: start, in: writing
                )
                .enrolment.id
                // Two heartbeats of the same minute, a lesson that was read, an attempt that a tutor marked down.
                let events: [(EventKind, Identifier<Activity>, Int?, Int?, String?)] = [
                    (.heartbeat, welcome, 60, nil, nil), (.heartbeat, welcome, 60, nil, nil),
                    (.reachedEnd, welcome, nil, nil, nil),
                    (.completed, welcome, nil, nil, version.id.text), (.attemptSubmitted, quiz, nil, 50, Self.attempt),
                ]
                for (index, event) in events.enumerated() {
                    try writing.run(
                        ProgressStatements.insertEvent, enrolment, index + 1, Identifier<LearningEvent>.new(at: start), event.1,
                        event.0.rawValue, end, end, event.2, event.3, event.4)
                }
                try writing.run(
                    Self.state, enrolment, welcome, "completed", end, end, 120, end, Int?.none, 0, end, version.id.text)
                try writing.run(
                    Self.state, enrolment, quiz, "opened", end, end, 0, Instant?.none, 50, 1, Instant?.none, String?.none)
                return enrolment
            }
            _ = try await MigrationRunner.migrate(database, all, clock: .system)
            let summary = try await world.campus.verifyProgress(repairing: true)
            #expect(summary.enrolments == 1 && summary.repaired == 1 && summary.remaining == 0)
            #expect(try await world.campus.verifyProgress().differences == 0)
            let (course, states) = try await database.read { reading in
                (
                    try ProgressStore().course(of: enrolment, in: reading),
                    try ProgressStore().activityStates(of: enrolment, in: reading)
                )
            }
            // A minute counts once, in the activity as in the course.
            #expect(states[welcome]?.seconds == 60 && course?.state.seconds == 60)
            #expect(states[welcome]?.completedAt == end && states[welcome]?.validatedSeconds(minutes: 10) == 600)
            #expect(states[quiz]?.scores?.best == 50 && states[quiz]?.attempts == 1)
            #expect(course?.state.activitiesDone == 1 && course?.state.eventCount == 5)
        }
    }
}

@Suite("The events of a cohort, one by one")
struct ExportProgressTests {
    @Test(
        "come whole, learner by learner and in their order, also of who left; reading stops where the reader does",
        arguments: Backend.available)
    func exported(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try TestCourse.authored())
            _ = try await world.campus.addCohort(key: "web", title: "Web")
            _ = try await world.campus.addCohort(key: "other", title: "Autre")
            for key in ["web", "other"] { _ = try await world.campus.assign(course: TestCourse.key, to: key) }
            for (login, cohort, name) in [("awa", "web", "Awa Zola"), ("leo", "web", "Leo Abel"), ("ines", "other", "Ines Nom")] {
                try await world.add(login, name)
                _ = try await world.campus.enrol(login, in: cohort, as: .learner)
            }
            // More than a page of events for one.
            for _ in 0..<3 {
                let beats = (0..<400).map { number in
                    Campus.SentEvent(
                        id: .new(at: world.time.now), kind: .heartbeat, occurredAt: world.time.now.adding(seconds: Int64(number)),
                        seconds: 1)
                }
                _ = try await world.campus.record(
                    beats, in: TestCourse.welcome, of: TestCourse.key, by: try await world.viewer("awa"))
            }
            try await world.read(TestCourse.welcome, of: TestCourse.key, by: "leo")
            try await world.read(TestCourse.welcome, of: TestCourse.key, by: "ines")
            try await world.campus.withdraw("leo", from: "web", as: .learner)
            var events: [Campus.ExportedEvent] = []
            let count = try await world.campus.exportEvents(of: "web") { events.append($0) }
            #expect(count == 1203 && events.count == 1203)
            let (awa, leo) = (try await world.viewer("awa").person.id.text, try await world.viewer("leo").person.id.text)
            // Those who left come last; sequences have no gap.
            #expect(events.prefix(1200).allSatisfy { $0.person == awa && $0.kind == .heartbeat && $0.seconds == 1 })
            #expect(events.prefix(1200).map(\.sequence) == Array(1...1200))
            #expect(events.suffix(3).allSatisfy { $0.person == leo })
            #expect(events.suffix(3).map(\.kind) == [.opened, .reachedEnd, .completed])
            #expect(events.allSatisfy { $0.activity == TestCourse.welcome && $0.course == TestCourse.key && $0.cohort == "web" })
            struct Enough: Error {}
            var seen = 0
            await #expect(throws: Enough.self) {
                _ = try await world.campus.exportEvents(of: "web") { _ in
                    seen += 1
                    if seen == 3 { throw Enough() }
                }
            }
            #expect(seen == 3)
            try await expectNotFound { _ = try await world.campus.exportEvents(of: "none") { _ in } }
        }
    }
}

import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing
import Tutoring

@Suite("Who needs somebody")
struct FollowUpTests {
    /// Monday 2 November 2026, 10 h in Paris; the cohort begins that day and lasts eight weeks.
    private static let monday = Instant(milliseconds: 1_793_610_000_000)
    private static let day: Int64 = 86_400

    private func with(_ backend: Backend, _ body: (CampusWorld) async throws -> Void) async throws {
        try await CampusWorld.with(backend) { world in
            world.time.now = Self.monday
            var course = try TestCourse.authored()
            course.outline.weeks = 8
            _ = try await world.campus.apply(course)
            _ = try await world.campus.addCohort(
                key: "web", title: "web", startsOn: "2026-11-02", endsOn: "2026-12-27")
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for (login, role) in [
                ("awa", CohortRole.learner), ("karim", .learner), ("nadia", .tutor), ("paul", .coordinator), ("marc", .mentor),
            ] {
                try await world.add(login, "\(login) Nom")
                _ = try await world.campus.enrol(login, in: "web", as: role)
            }
            // Work that is late is another rule's matter.
            _ = try await world.campus.setAlertRules(of: "web") { rules in
                rules.amberWorkPercent = 0
                rules.redHoursWithoutSignIn = 0
                rules.redFirstEvaluation = false
            }
            try await body(world)
        }
    }

    private func open(_ login: String, _ world: CampusWorld) async throws {
        let viewer = try await world.viewer(login)
        let event = Campus.SentEvent(id: .new(at: world.time.now), kind: .opened, occurredAt: world.time.now)
        _ = try await world.campus.record([event], in: TestCourse.welcome, of: TestCourse.key, by: viewer)
    }

    private func alerts(_ world: CampusWorld) async throws -> [String] {
        try await world.campus.today(for: try await world.viewer("nadia")).alerts.map { found in
            "\(found.learner.givenName) \(found.alert.level?.rawValue ?? "") \(found.alert.reasons.map(\.amount))"
        }.sorted()
    }

    @Test("four working days without anything raise an alert, seven a red one; coming back ends it", arguments: Backend.available)
    func inactivity(_ backend: Backend) async throws {
        try await with(backend) { world in
            for login in ["awa", "karim"] { try await open(login, world) }
            // Tuesday to Thursday are over: not yet. Then Friday is over too, and the week-end adds nothing.
            world.time.now = Self.monday.adding(seconds: 4 * Self.day)
            #expect(try await world.campus.sweepAlerts().changes == 0)
            #expect(try await alerts(world).isEmpty)
            world.time.now = Self.monday.adding(seconds: 5 * Self.day)
            #expect(try await world.campus.sweepAlerts() == sweep(2))
            #expect(try await alerts(world) == ["awa amber [4]", "karim amber [4]"])
            world.time.now = Self.monday.adding(seconds: 7 * Self.day)
            #expect(try await world.campus.sweepAlerts().changes == 0)
            #expect(try await alerts(world) == ["awa amber [4]", "karim amber [4]"])
            // Awa is back on Monday: in the same transaction. For Karim days go by; 11 November is a holiday.
            try await open("awa", world)
            #expect(try await alerts(world) == ["karim amber [4]"])
            world.time.now = Self.monday.adding(seconds: 10 * Self.day)
            _ = try await world.campus.sweepAlerts()
            #expect(try await alerts(world) == ["karim amber [6]"])
            world.time.now = Self.monday.adding(seconds: 11 * Self.day)
            _ = try await world.campus.sweepAlerts()
            #expect(try await alerts(world) == ["karim red [7]"])
        }
    }

    private func sweep(_ changes: Int) -> Campus.AlertSweep {
        var sweep = Campus.AlertSweep()
        sweep.isDone = true
        sweep.cohorts = 1
        sweep.enrolments = 2
        sweep.changes = changes
        return sweep
    }

    @Test(
        "a missed day does no harm; a second sweep of a day is nobody's; always again changes nothing",
        arguments: Backend.available)
    func sweeps(_ backend: Backend) async throws {
        try await with(backend) { world in
            for login in ["awa", "karim"] { try await open(login, world) }
            world.time.now = Self.monday.adding(seconds: 14 * Self.day)
            #expect(try await world.campus.sweepAlerts() == sweep(2))
            #expect(try await alerts(world) == ["awa red [8]", "karim red [8]"])
            #expect(try await !world.elsewhere.campus.sweepAlerts().isDone)
            #expect(try await world.campus.sweepAlerts(always: true) == sweep(0))
        }
    }

    @Test("days of a pause are no inactivity", arguments: Backend.available)
    func pauses(_ backend: Backend) async throws {
        try await with(backend) { world in
            for login in ["awa", "karim"] { try await open(login, world) }
            let (awa, nadia) = (try await world.viewer("awa").person, try await world.viewer("nadia"))
            try await world.database.write { writing in
                guard let cohort = try CohortStore().cohort(key: "web", in: writing) else { return }
                try PaceStore().decide(
                    .pause(.illness, first: CalendarDay(trusted: "2026-11-03"), last: CalendarDay(trusted: "2026-11-04")),
                    note: nil, for: awa.id, in: cohort.id, by: nadia.person.id, at: world.time.now, in: writing)
            }
            world.time.now = Self.monday.adding(seconds: 7 * Self.day)
            _ = try await world.campus.sweepAlerts()
            #expect(try await alerts(world) == ["karim amber [4]"])
        }
    }

    @Test("a pause ends an alert at once, and taking it back raises it again", arguments: Backend.available)
    func pausedNow(_ backend: Backend) async throws {
        try await with(backend) { world in
            for login in ["awa", "karim"] { try await open(login, world) }
            world.time.now = Self.monday.adding(seconds: 7 * Self.day)
            _ = try await world.campus.sweepAlerts()
            #expect(try await alerts(world) == ["awa amber [4]", "karim amber [4]"])
            let day = try #require(CalendarDay("2026-11-03"))
            _ = try await world.campus.adaptPace(
                .pause(.illness, first: day, last: day.adding(days: 3), note: nil), ofLogin: "awa", in: "web")
            #expect(try await alerts(world) == ["karim amber [4]"])
            _ = try await world.campus.adaptPace(.withdrawal(subject: 1), ofLogin: "awa", in: "web")
            #expect(try await alerts(world) == ["awa amber [4]", "karim amber [4]"])
        }
    }

    @Test(
        "an alert that is not what its facts say is found by a verification, and mended",
        arguments: [
            "UPDATE follow_up SET level = NULL, raised_at = NULL",
            "UPDATE follow_up SET level = 'red', reasons = 'red inactive 9'",
        ])
    func verified(_ sql: String) async throws {
        for backend in Backend.available {
            try await with(backend) { world in
                for login in ["awa", "karim"] { try await open(login, world) }
                world.time.now = Self.monday.adding(seconds: 7 * Self.day)
                _ = try await world.campus.sweepAlerts()
                #expect(try await world.campus.verifyProgress().differences == 0)
                try await world.tamper(sql)
                var fields: [String] = []
                let found = try await world.campus.verifyProgress { fields.append($0.field) }
                #expect(fields == ["alert", "alert"] && found.remaining == 2)
                #expect(try await world.campus.verifyProgress(repairing: true).repaired == 2)
                #expect(try await world.campus.verifyProgress().differences == 0)
                #expect(try await alerts(world) == ["awa amber [4]", "karim amber [4]"])
            }
        }
    }

    @Test("closing keeps what came of it, and the same reason raises nothing new until it ceased", arguments: Backend.available)
    func closing(_ backend: Backend) async throws {
        try await with(backend) { world in
            try await open("karim", world)
            world.time.now = Self.monday.adding(seconds: 5 * Self.day)
            _ = try await world.campus.sweepAlerts()
            let (nadia, marc) = (try await world.viewer("nadia"), try await world.viewer("marc"))
            let found = try #require(try await world.campus.today(for: nadia).alerts.first { $0.learner.givenName == "karim" })
            let enrolment = found.learner.course.enrolment
            await #expect(throws: CampusError.self) {
                try await world.campus.closeAlert(
                    enrolment.id, of: enrolment.person, in: "web", outcome: .contacted, note: nil, by: marc)
            }
            try await world.campus.closeAlert(
                enrolment.id, of: enrolment.person, in: "web", outcome: .contacted, note: "Rappelle lundi.", by: nadia)
            try await expectConflict {
                try await world.campus.closeAlert(
                    enrolment.id, of: enrolment.person, in: "web", outcome: .back, note: nil, by: nadia)
            }
            world.time.now = Self.monday.adding(seconds: 8 * Self.day)
            _ = try await world.campus.sweepAlerts()
            #expect(try await alerts(world) == ["awa amber [6]"])
            #expect(try await world.campus.today(for: marc).alerts.isEmpty)
        }
    }

    @Test("the first evaluation: failed at once, missed after its day; a pass ends it", arguments: Backend.available)
    func evaluation(_ backend: Backend) async throws {
        try await with(backend) { world in
            var course = try TestCourse.authored()
            course.outline.weeks = 8
            for module in course.outline.modules.indices {
                for activity in course.outline.modules[module].activities.indices {
                    let isQuiz = course.outline.modules[module].activities[activity].id == TestCourse.quiz
                    course.outline.modules[module].activities[activity].isEvaluation = isQuiz
                }
            }
            _ = try await world.campus.apply(course)
            _ = try await world.campus.setAlertRules(of: "web") { $0.redFirstEvaluation = true }
            let awa = try await world.viewer("awa")
            let attempt = try await world.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: awa).attempt
            _ = try await world.campus.submit(attempt.id, by: awa)
            #expect(try await alerts(world) == ["awa red [0]"])
        }
    }
}

@Suite("The caseload")
struct CaseloadTests {
    private func rows(_ world: CampusWorld, _ change: (inout CaseloadQuery) -> Void = { _ in }) async throws -> [String] {
        var query = CaseloadQuery()
        change(&query)
        return try await world.campus.caseload(query, for: try await world.viewer("nadia")).rows.map(\.learner.givenName)
    }

    @Test("one's own learners over all cohorts: filters, orders, names without accents", arguments: Backend.available)
    func query(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try TestCourse.authored(withAssignment: true))
            for key in ["web", "autre", "loin"] {
                _ = try await world.campus.addCohort(key: key, title: key)
                _ = try await world.campus.assign(course: TestCourse.key, to: key)
            }
            for (login, name, cohort) in [
                ("awa", "Awa Zidane", "web"), ("ines", "Inès Été", "autre"), ("bob", "Bob Aube", "web"),
                ("far", "Far Loin", "loin"),
                ("gone", "Gone Parti", "web"),
            ] {
                try await world.add(login, name)
                _ = try await world.campus.enrol(login, in: cohort, as: .learner)
            }
            try await world.add("nadia", "Nadia Roux")
            for cohort in ["web", "autre"] { _ = try await world.campus.enrol("nadia", in: cohort, as: .tutor) }
            try await world.campus.withdraw(["gone"], from: "web", as: .learner)
            let ines = try await world.viewer("ines")
            _ = try await world.campus.handIn(
                .new(at: world.time.now), text: "Bonjour à vous", files: [], of: TestCourse.assignment, of: TestCourse.key,
                by: ines)

            #expect(try await rows(world) { $0.order = .name } == ["Bob", "Inès", "Awa"])
            #expect(try await rows(world) { $0.order = .waiting } == ["Inès", "Bob", "Awa"])
            #expect(try await rows(world) { $0.cohort = "web" }.sorted() == ["Awa", "Bob"])
            #expect(try await rows(world) { $0.cohort = "loin" }.isEmpty)
            #expect(try await rows(world) { $0.search = "ETE ine" } == ["Inès"])
            #expect(try await rows(world) { $0.status = .left } == ["Gone"])
            #expect(try await rows(world) { $0.course = "nothing" }.isEmpty)
            #expect(try await rows(world) { $0.isLate = true }.isEmpty)
            #expect(try await rows(world) { $0.alert = .any }.isEmpty)
        }
    }
}

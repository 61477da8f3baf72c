import Accounts
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Enrolments and what pages read of them")
struct EnrolmentStoreTests {
    private typealias World = ProgressWorld

    @Test("enrolling makes an empty state, and once only", arguments: Backend.available)
    func enrol(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let days = (CalendarDay("2026-11-23"), CalendarDay("2027-02-26"))
            let (person, first, again) = try await world.database.write { tx in
                let person = try world.person(1, in: tx)
                let store = EnrolmentStore()
                let first = try store.enrol(
                    person, in: world.cohort, following: world.rules, startsOn: days.0, endsOn: days.1, at: World.start,
                    in: tx)
                let again = try store.enrol(person, in: world.cohort, following: world.rules, at: World.minute(9), in: tx)
                return (person, first, again)
            }
            #expect(first.isNew && !again.isNew)
            #expect(first.enrolment == again.enrolment)
            let kept = try await world.database.read { tx in
                try ProgressStore().course(world.course, of: person, in: tx)
            }
            #expect(kept?.enrolment == first.enrolment)
            #expect(kept?.enrolment.endsOn == days.1)
            #expect(kept?.state == CourseState(enrolment: first.enrolment.id, rules: world.rules))
        }
    }

    @Test("enrolling a whole cohort again brings nobody back who left", arguments: Backend.available)
    func leaving(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            let status = try await world.database.write { tx in
                try EnrolmentStore().withdraw(learner.id, in: tx)
                let again = try EnrolmentStore().enrol(
                    learner.person, in: world.cohort, following: world.rules, at: World.minute(9), in: tx)
                return again.enrolment.status
            }
            #expect(status == .left)
        }
    }

    @Test("days that end before they start, and enrolments that do not exist, are refused", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            await #expect(throws: SQLError.self) {
                try await world.database.write { tx in
                    try EnrolmentStore().setDays(
                        from: CalendarDay("2026-12-02"), to: CalendarDay("2026-12-01"), of: learner.id, in: tx)
                }
            }
            let nobody = Identifier<Enrolment>(trusted: World.uuid(9999))
            await #expect(throws: ProgressError.unknownEnrolment(nobody)) {
                try await world.database.write { tx in try EnrolmentStore().setStatus(.left, of: nobody, in: tx) }
            }
            await #expect(throws: ProgressError.unknownEnrolment(nobody)) {
                try await world.database.write { tx in
                    try EnrolmentStore().setDays(from: nil, to: nil, of: nobody, in: tx)
                }
            }
            await #expect(throws: SQLError.self) {
                try await world.database.write { tx in
                    try EnrolmentStore().enrol(
                        Identifier(trusted: World.uuid(9999)), in: world.cohort, following: world.rules, at: World.start,
                        in: tx)
                }
            }
        }
    }

    @Test("a cohort follows courses, a course is followed by cohorts", arguments: Backend.available)
    func assignment(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let (courses, cohorts, after) = try await world.database.write { tx in
                let store = EnrolmentStore()
                try store.assign(world.course, to: world.cohort, in: tx)
                try store.assign(world.course, to: world.cohort, in: tx)
                let found = (
                    try store.courses(of: world.cohort, in: tx), try store.cohorts(of: world.course, in: tx)
                )
                try store.unassign(world.course, from: world.cohort, in: tx)
                return (found.0, found.1, try store.courses(of: world.cohort, in: tx))
            }
            #expect(courses == [world.course])
            #expect(cohorts == [world.cohort])
            #expect(after.isEmpty)
        }
    }

    @Test("a learner's page reads enrolment, course and activity together", arguments: Backend.available)
    func lessonPage(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let learner = try await world.learner(1)
            try await world.record([.sample(1, .reachedEnd, World.welcome)], for: learner.id, minute: 4)
            let (seen, unseen, stranger, states) = try await world.database.read { tx in
                let store = ProgressStore()
                return (
                    try store.activity(World.welcome.id, of: world.course, for: learner.person, in: tx),
                    try store.activity(World.quiz.id, of: world.course, for: learner.person, in: tx),
                    try store.activity(World.quiz.id, of: world.course, for: .init(trusted: World.uuid(9)), in: tx),
                    try store.activityStates(of: learner.id, in: tx)
                )
            }
            #expect(seen?.state?.completedAt == World.minute(4))
            #expect(seen?.state == states[World.welcome.id])
            #expect(seen?.course.state.percent == 10)
            #expect(unseen != nil && unseen?.state == nil)
            #expect(stranger == nil)
        }
    }

    @Test("of several enrolments in a course, the open and newest one is the learner's", arguments: Backend.available)
    func severalCohorts(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let old = try await world.learner(1)
            let second = Identifier<Cohort>(trusted: World.uuid(201))
            let new = try await world.database.write { tx in
                try CohortStore().add(Cohort(id: second, key: "web-2027-01", title: "Web 2", createdAt: World.start), in: tx)
                return try EnrolmentStore().enrol(
                    old.person, in: second, following: world.rules, at: World.minute(60), in: tx
                ).enrolment
            }
            func current() async throws -> [Identifier<Enrolment>] {
                try await world.database.read { tx in
                    let one = try ProgressStore().course(world.course, of: old.person, in: tx)
                    return [one?.enrolment.id].compactMap(\.self)
                        + (try ProgressStore().courses(of: old.person, in: tx).map(\.enrolment.id))
                }
            }
            #expect(try await current() == [new.id, new.id, old.id])
            try await world.database.write { tx in try EnrolmentStore().setStatus(.paused, of: new.id, in: tx) }
            #expect(try await current() == [old.id, old.id, new.id])
            let byID = try await world.database.read { tx in try ProgressStore().course(of: old.id, in: tx) }
            #expect(byID?.enrolment == old)
        }
    }

    @Test(
        "the tutor's table comes in the order of names, those who left last, page by page, without a gap",
        arguments: Backend.available)
    func tutorTable(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let names = [("Zoé", "Éluard"), ("Ali", "Benali"), ("Awa", "Diallo"), ("Awa", "Diallo"), ("Bruno", "ÇELIK")]
            try await world.database.write { tx in
                for (number, name) in names.enumerated() {
                    let enrolment = try world.learner(number + 1, name: name.0, family: name.1, in: tx)
                    if name.1 == "Benali" { try EnrolmentStore().withdraw(enrolment.id, in: tx) }
                }
            }
            for course in [nil, world.course] {
                var rows: [CohortLearner] = []
                var pages = 0
                while true {
                    let after = rows.last?.position
                    let page = try await world.database.read { tx in
                        try ProgressStore().learners(of: world.cohort, course: course, after: after, limit: 2, in: tx)
                    }
                    if page.isEmpty { break }
                    rows += page
                    pages += 1
                }
                #expect(pages == 3)
                #expect(rows.map(\.familyName) == ["ÇELIK", "Diallo", "Diallo", "Éluard", "Benali"])
                #expect(Set(rows.map(\.course.enrolment.id)).count == 5)
                #expect(rows.allSatisfy { $0.course.state.totalWeight == 100 })
            }
            let other = try await world.database.read { tx in
                try ProgressStore().learners(of: .init(trusted: World.uuid(299)), limit: 9, in: tx)
            }
            #expect(other.isEmpty)
        }
    }
}

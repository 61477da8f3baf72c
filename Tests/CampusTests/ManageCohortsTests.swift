import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import TestSupport
import Testing

@Suite("Managing cohorts")
struct ManageCohortsTests {
    /// A cohort with a learner and a tutor; the course is published and not assigned.
    private func school(_ world: CampusWorld) async throws {
        _ = try await world.campus.apply(try CampusWorld.smallCourse())
        _ = try await world.campus.addCohort(key: "web", title: "Web", startsOn: "2026-11-23", endsOn: "2027-02-26")
        try await world.add("awa", "Awa Diallo")
        try await world.add("leo", "Léo Martin")
        _ = try await world.campus.enrol("awa", in: "web", as: .learner)
        _ = try await world.campus.enrol("leo", in: "web", as: .tutor)
    }

    private func courses(_ world: CampusWorld, of login: String) async throws -> [String] {
        try await world.campus.following(world.viewer(login), withStates: false).map(\.course.outline.key)
    }

    @Test("a course that is assigned enrols the present learners, once", arguments: Backend.available)
    func assigned(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            try await world.add("zoe", "Zoé Petit")
            _ = try await world.campus.enrol("zoe", in: "web", as: .learner)
            try await world.campus.withdraw("zoe", from: "web", as: .learner)

            let first = try await world.campus.assign(course: "essai", to: "web")
            #expect(first.isNew && first.enrolled == 1)
            #expect(try await courses(world, of: "awa") == ["essai"])
            #expect(try await courses(world, of: "leo") == [])
            #expect(try await courses(world, of: "zoe") == [])
            let second = try await world.campus.assign(course: "essai", to: "web")
            #expect(!second.isNew && second.enrolled == 0)
        }
    }

    @Test("a learner who comes later is enrolled in each course of the cohort", arguments: Backend.available)
    func later(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            _ = try await world.campus.apply(try CampusWorld.smallCourse(key: "autre"))
            _ = try await world.campus.assign(course: "essai", to: "web")
            _ = try await world.campus.assign(course: "autre", to: "web")
            try await world.add("zoe", "Zoé Petit")
            let enrolled = try await world.campus.enrol("zoe", in: "web", as: .learner)
            #expect(enrolled.isNew && enrolled.courses == 2)
            #expect(try await Set(courses(world, of: "zoe")) == ["essai", "autre"])
            let again = try await world.campus.enrol("zoe", in: "web", as: .learner)
            #expect(!again.isNew && again.courses == 0)
        }
    }

    @Test("an enrolment begins with the version published now, whoever published it", arguments: Backend.available)
    func currentVersion(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            _ = try await world.campus.assign(course: "essai", to: "web")
            // In the memory of this process is version 1; another process publishes version 2.
            #expect(try await courses(world, of: "awa") == ["essai"])
            var next = try CampusWorld.smallCourse(title: "Nouveau titre")
            next.outline.modules[0].activities[0].minutes += 10
            let second = try await world.elsewhere.campus.apply(next).version
            try await world.add("zoe", "Zoé Petit")
            _ = try await world.campus.enrol("zoe", in: "web", as: .learner)
            let standing = try await world.campus.following(world.viewer("zoe"), withStates: false).first?.standing
            #expect(standing?.state.version == second.id)
            #expect(standing?.state.totalWeight == CourseRules(second).totalWeight)
        }
    }

    @Test("leaving a cohort leaves its courses, and coming back takes them up again", arguments: Backend.available)
    func leaving(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            _ = try await world.campus.assign(course: "essai", to: "web")
            try await world.read("courte", by: "awa")
            try await world.campus.withdraw("awa", from: "web", as: .learner)
            #expect(try await courses(world, of: "awa") == [])
            _ = try await world.campus.assign(course: "essai", to: "web")
            #expect(try await courses(world, of: "awa") == [])
            let events = try await world.securityEvents(of: "awa")
            try await world.campus.withdraw("awa", from: "web", as: .learner)
            #expect(try await world.securityEvents(of: "awa") == events)
            try await expectNotFound { try await world.campus.withdraw("awa", from: "web", as: .mentor) }

            let back = try await world.campus.enrol("awa", in: "web", as: .learner)
            #expect(back.isNew && back.courses == 1)
            let following = try await world.campus.following(world.viewer("awa"), withStates: false)
            #expect(following.map(\.standing.state.activitiesDone) == [1])
        }
    }

    @Test("enrolling again without a group keeps the group", arguments: Backend.available)
    func groups(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            let group = try await world.campus.addGroup(key: "mardi", title: "Groupe du mardi", to: "web")
            _ = try await world.campus.enrol("awa", in: "web", as: .learner, group: "mardi")
            _ = try await world.campus.enrol("awa", in: "web", as: .learner)
            #expect(try await world.campus.members(of: "web", as: .learner).people.map(\.group) == [group.id])
            try await expectNotFound { _ = try await world.campus.enrol("awa", in: "web", as: .learner, group: "jeudi") }
        }
    }

    @Test("lists give each cohort and each member once, page after page", arguments: Backend.available)
    func lists(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            _ = try await world.campus.assign(course: "essai", to: "web")
            for key in ["anglais", "cyber"] { _ = try await world.campus.addCohort(key: key, title: key) }
            let first = try await world.campus.allCohorts(limit: 2)
            let next = try #require(first.next)
            let second = try await world.campus.allCohorts(after: next, limit: 2)
            #expect((first.cohorts + second.cohorts).map(\.cohort.key) == ["anglais", "cyber", "web"])
            #expect(second.next == nil)
            #expect(second.cohorts.first?.headcount == [.learner: 1, .tutor: 1])
            #expect(second.cohorts.first?.courses == ["essai"])

            try await world.add("zoe", "Zoé Arnaud")
            _ = try await world.campus.enrol("zoe", in: "web", as: .learner)
            let one = try await world.campus.members(of: "web", as: .learner, limit: 1)
            let two = try await world.campus.members(of: "web", as: .learner, after: one.next, limit: 1)
            #expect((one.people + two.people).map(\.person.login) == ["zoe", "awa"])
        }
    }

    @Test("several people or courses at once: all, or none", arguments: Backend.available)
    func several(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            try await world.add("zoe", "Zoé Petit")
            try await expectNotFound { _ = try await world.campus.assign(courses: ["essai", "nope"], to: "web") }
            #expect(try await courses(world, of: "awa") == [])
            try await expectNotFound { _ = try await world.campus.enrol(["zoe", "nobody"], in: "web", as: .learner) }
            try await expectNotFound { try await world.campus.withdraw(["awa", "zoe"], from: "web", as: .learner) }
            let members = try await world.campus.members(of: "web", as: .learner).people
            #expect(members.map(\.person.login) == ["awa"])
            let enrolled = try await world.campus.enrol(["zoe", "awa"], in: "web", as: .learner)
            #expect(enrolled.map(\.isNew) == [true, false])
        }
    }

    @Test("what does not exist or cannot be taken is refused, and nothing changes", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            let campus = world.campus
            try await expectConflict { _ = try await campus.addCohort(key: "web", title: "Web") }
            try await expectInvalid(["key"]) { _ = try await campus.addCohort(key: "We b", title: "Web") }
            try await expectInvalid(["endsOn"]) { _ = try await campus.addCohort(key: "b2", title: "B", startsOn: "2026-02-30") }
            try await expectNotFound { _ = try await campus.assign(course: "nope", to: "web") }
            try await expectNotFound { _ = try await campus.assign(course: "essai", to: "nope") }
            try await expectNotFound { _ = try await campus.enrol("awa", in: "nope", as: .learner) }
            try await expectNotFound { _ = try await campus.enrol("nobody", in: "web", as: .learner) }
            #expect(try await campus.allCohorts().cohorts.map(\.courses) == [[]])
        }
    }
}

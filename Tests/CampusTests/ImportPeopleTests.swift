import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import TestSupport
import Testing

@Suite("Importing people")
struct ImportPeopleTests {
    private func school(_ world: CampusWorld) async throws {
        _ = try await world.campus.apply(try CampusWorld.smallCourse())
        _ = try await world.campus.addCohort(key: "web", title: "Web")
        _ = try await world.campus.assign(course: "essai", to: "web")
    }

    private func done(_ world: CampusWorld, _ file: String) async throws -> PeopleImport.Report {
        guard case .done(let report) = try await world.campus.importPeople(Array(file.utf8)) else {
            throw CampusError.busy
        }
        return report
    }

    private static let file = """
        login;given_name;family_name;role;cohort
        awa;Awa;Diallo;learner;web
        leo;Léo;Martin;tutor;web
        zoe;Zoé;Petit;;
        """

    @Test("learners of a file follow the courses of their cohort; tutors do not", arguments: Backend.available)
    func enrols(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            let report = try await done(world, Self.file)
            #expect(report.lines.map(\.outcome) == [.added, .added, .added])
            #expect(report.lines.allSatisfy { $0.madeUpPassword != nil })
            #expect(
                try await world.campus.following(world.viewer("awa"), withStates: false).map(\.course.outline.key) == ["essai"])
            #expect(try await world.campus.following(world.viewer("leo"), withStates: false).isEmpty)
            #expect(try await world.viewer("leo").followsLearners)
            #expect(
                try await world.securityEvents(of: "awa") == [
                    "account-added: by the command line", "roles-changed: + learner web, by the command line",
                ])
        }
    }

    @Test("the same file again changes nothing", arguments: Backend.available)
    func again(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            _ = try await done(world, Self.file)
            try await world.read("courte", by: "awa")
            let report = try await done(world, Self.file)
            #expect(report.lines.map(\.outcome) == [.alreadyThere, .alreadyThere, .alreadyThere])
            #expect(try await world.securityEvents(of: "awa").count == 2)
            let following = try await world.campus.following(world.viewer("awa"), withStates: false)
            #expect(following.map(\.standing.state.activitiesDone) == [1])
        }
    }

    @Test("one bad row, and nobody is added; what the file and the database say is told together", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            let file = Self.file + "\nb ad;Bob;Noir;;\nmia;Mia;Blanc;;nowhere\n"
            let outcome = try await world.campus.importPeople(Array(file.utf8))
            guard case .refused(let problems) = outcome else {
                Issue.record("the file was taken")
                return
            }
            #expect(problems.map(\.line) == [5, 6])
            #expect(try await world.campus.people().people.isEmpty)
        }
    }

    @Test("somebody who left comes back to the courses; somebody withdrawn from a course stays out", arguments: Backend.available)
    func returning(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            _ = try await done(world, Self.file)
            try await world.campus.withdraw("awa", from: "web", as: .learner)
            #expect(try await world.campus.following(world.viewer("awa"), withStates: false).isEmpty)
            #expect(try await done(world, Self.file).lines.map(\.outcome) == [.rolesChanged, .alreadyThere, .alreadyThere])
            #expect(try await world.campus.following(world.viewer("awa"), withStates: false).count == 1)

            try await world.tamper("UPDATE enrolment SET status = 'left'")
            _ = try await done(world, Self.file)
            #expect(try await world.campus.following(world.viewer("awa"), withStates: false).isEmpty)
        }
    }
}

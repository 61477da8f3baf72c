import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Modules that have a rule of their own")
struct PartStandingTests {
    private static func course(_ rule: GroupCompletion?, competency: GroupCompletion? = nil) throws -> AuthoredCourse {
        var course = try TestCourse.authored()
        course.outline.modules[0].completion = rule
        course.outline.competencies = [
            CompetencyBlock(id: "bloc", title: "Le bloc", objectives: ["lire-une-page"], completion: competency)
        ]
        return course
    }

    private func standing(_ login: String, _ world: CampusWorld) async throws -> PartStanding {
        let reading = try await world.campus.myProgress(TestCourse.key, for: try await world.viewer(login))
        let outline = try await world.campus.outline(TestCourse.key, for: try await world.viewer(login))
        #expect(outline.parts == reading.parts)
        let module = reading.following.course.outline.modules[0]
        let ids = reading.following.course.version.activityIDs
        return PartStanding(
            module.completion, module.activities, state: { ids[$0].flatMap { reading.following.states[$0] } },
            kept: reading.parts[CoursePart(.module, module.id)])
    }

    @Test(
        "is told before it is published, done with the activity that does it, and stays; without a rule it follows what is done",
        arguments: Backend.available)
    func kept(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try Self.course(nil))
            _ = try await world.campus.addCohort(key: "web", title: "Web")
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for login in ["awa", "leo"] {
                try await world.add(login)
                _ = try await world.campus.enrol(login, in: "web", as: .learner)
            }
            try await world.read(TestCourse.welcome, of: TestCourse.key, by: "awa")
            #expect(try await !standing("awa", world).isCompleted)
            world.time.now = CampusWorld.start.adding(seconds: 3600)
            let ruled = try Self.course(.atLeast(count: 1), competency: .weighted(share: 90))
            let forecast = try await world.campus.forecast(ruled)
            #expect(!forecast.isSame && forecast.course == [.competencies])
            let module = try #require(forecast.modules.first)
            #expect(module.aspects == [.completion])
            #expect(
                forecast.sentences(of: module).map(\.en) == [
                    "completion rule.", "Rule: all → { some: 1 }.", "1 person completes it at once.",
                ])
            _ = try await world.campus.apply(ruled)
            let awa = try await standing("awa", world)
            #expect(awa.isCompleted && awa.completedAt == CampusWorld.start)
            #expect(try await !standing("leo", world).isCompleted)
            try await world.read(TestCourse.tags, of: TestCourse.key, by: "leo")
            let leo = try await standing("leo", world)
            #expect(leo.isCompleted && leo.completedAt == world.time.now)
            // Harder again: who has completed it keeps that.
            world.time.now = CampusWorld.start.adding(seconds: 7200)
            _ = try await world.campus.apply(try Self.course(.all))
            #expect(try await standing("leo", world).completedAt == leo.completedAt)
            // Without any rule it follows what is done.
            _ = try await world.campus.apply(try Self.course(nil))
            #expect(try await !standing("leo", world).isCompleted)
            #expect(try await world.campus.verifyProgress().differences == 0)
        }
    }
}

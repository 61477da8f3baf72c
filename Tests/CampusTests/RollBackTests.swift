import Campus
import CourseContent
import Essentials
import Progress
import TestSupport
import Testing

@Suite("Going back to an earlier version")
struct RollBackTests {
    private func published(_ world: CampusWorld) async throws -> Int? {
        try await world.campus.published("essai")?.version.number
    }

    @Test("learners keep what they did, and states are what the events say", arguments: Backend.available)
    func keeps(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await CourseForecastTests.school(world)
            let percent = { () async throws -> Int? in
                let found = try await world.campus.following(try await world.viewer("leo"), withStates: false)
                return found.first?.standing.state.percent
            }
            let before = try await percent()
            _ = try await world.campus.apply(try CourseForecastTests.changed { $0.removeAll { $0.id == "courte" } })
            #expect(try await percent() != before)
            #expect(try await published(world) == 2)
            let foreseen = try await world.campus.forecast("essai", version: 1)
            #expect(foreseen.published == 2 && foreseen.activities.map(\.change.aspects) == [[.added]])

            let author = try await world.add("theo", "Théo Moreau")
            let (applied, from) = try await world.campus.rollBack("essai", by: author)
            #expect(applied.isNew && applied.version.number == 1 && from == 2)
            #expect(try await published(world) == 1)
            #expect(try await percent() == before)
            #expect(try await world.campus.verifyProgress().differences == 0)

            let history = try await world.campus.authoredCourse("essai")
            #expect(history.versions.map(\.number) == [2, 1])
            #expect(history.publications.map(\.number) == [1, 2, 1])
            #expect(history.publications.map(\.publishedBy) == ["Théo Moreau", nil, nil])
            // Forward again, and the same twice.
            #expect(try await world.campus.rollBack("essai", to: 2).applied.isNew)
            #expect(!(try await world.campus.rollBack("essai", to: 2).applied.isNew))
            #expect(try await world.campus.authoredCourse("essai").publications.count == 4)
            #expect(try await world.campus.verifyProgress().differences == 0)
        }
    }

    @Test("another server sees it too", arguments: Backend.available)
    func elsewhere(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try CampusWorld.smallCourse())
            _ = try await world.campus.apply(try CampusWorld.smallCourse(title: "Autre"))
            let other = world.elsewhere
            #expect(try await published(other) == 2)
            let following = Task { await other.campus.followSignals() }
            defer { following.cancel() }
            // Going back and forth until the other one has begun to listen and has heard.
            for round in 0..<500 {
                let target = round % 2 + 1
                _ = try await world.campus.rollBack("essai", to: target)
                try await Task.sleep(for: .milliseconds(10))
                if target == 1, try await published(other) == 1 { return }
            }
            Issue.record("the other server was never told")
        }
    }

    @Test("an apply after a way back makes the next version", arguments: Backend.available)
    func applyAfterwards(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try CampusWorld.smallCourse())
            _ = try await world.campus.apply(try CampusWorld.smallCourse(title: "Autre"))
            _ = try await world.campus.rollBack("essai")
            #expect(!(try await world.campus.apply(try CampusWorld.smallCourse()).isNew))
            let applied = try await world.campus.apply(try CampusWorld.smallCourse(title: "Autre"))
            #expect(applied.isNew && applied.version.number == 3)
            #expect(try await published(world) == 3)
        }
    }

    @Test("what is not there is refused in words", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await expectNotFound { _ = try await world.campus.rollBack("rien") }
            _ = try await world.campus.apply(try CampusWorld.smallCourse())
            try await expectConflict { _ = try await world.campus.rollBack("essai") }
            try await expectNotFound { _ = try await world.campus.rollBack("essai", to: 7) }
            try await expectNotFound { _ = try await world.campus.forecast("essai", version: 0) }
            #expect(try await world.campus.authoredCourse("essai").publications.count == 1)
        }
    }
}

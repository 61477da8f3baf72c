import Accounts
import Campus
import Essentials
import Progress
import TestSupport
import Testing

@Suite("Verifying progress")
struct VerifyProgressTests {
    /// A learner who read one lesson, and one who has not begun.
    private func school(_ world: CampusWorld) async throws {
        _ = try await world.campus.apply(try CampusWorld.smallCourse())
        _ = try await world.campus.addCohort(key: "web", title: "Web")
        _ = try await world.campus.assign(course: "essai", to: "web")
        for login in ["awa", "leo"] {
            try await world.add(login)
            _ = try await world.campus.enrol(login, in: "web", as: .learner)
        }
        try await world.read("courte", by: "awa")
    }

    private func verify(
        _ world: CampusWorld, repairing: Bool = false
    ) async throws -> (summary: Campus.VerificationSummary, fields: [ProgressField]) {
        var fields: [ProgressField] = []
        let summary = try await world.campus.verifyProgress(repairing: repairing) {
            if let field = ProgressField(rawValue: $0.field) { fields.append(field) }
        }
        return (summary, fields)
    }

    @Test("what was recorded agrees with itself", arguments: Backend.available)
    func agrees(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            let (summary, fields) = try await verify(world)
            #expect(summary.courses == 1 && summary.enrolments == 2)
            #expect(fields.isEmpty && summary.remaining == 0)
        }
    }

    @Test(
        "a state that was tampered with is found, and repaired when asked",
        arguments: [
            ("UPDATE course_state SET percent = 99 WHERE event_count > 0", [ProgressField.percent]),
            (
                "UPDATE activity_state SET status = 'opened', completed_at = NULL, completed_by_version = NULL",
                [.completedAt, .completedBy]
            ),
            ("DELETE FROM activity_state", [.row]),
        ])
    func tampered(_ sql: String, _ expected: [ProgressField]) async throws {
        try await CampusWorld.with(.sqlite) { world in
            try await school(world)
            try await world.tamper(sql)
            let found = try await verify(world)
            #expect(found.fields == expected)
            #expect(found.summary.remaining == expected.count && found.summary.repaired == 0)

            let repaired = try await verify(world, repairing: true)
            #expect(repaired.fields == expected)
            #expect(repaired.summary.remaining == 0 && repaired.summary.repaired == 1)
            #expect(try await verify(world).fields.isEmpty)
        }
    }

    @Test("events that are gone cannot be made again, and that is said each time", arguments: Backend.available)
    func missing(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            try await world.tamper("DELETE FROM learning_event WHERE kind = 'opened'")
            let repaired = try await verify(world, repairing: true)
            #expect(repaired.fields.contains(.missingEvents))
            #expect(repaired.summary.remaining == 1)
            #expect(try await verify(world).fields == [.missingEvents])
        }
    }

    @Test("more enrolments than a page are all looked at", arguments: Backend.available)
    func pages(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await school(world)
            let rows = (1...230).map { "p\($0);Prénom \($0);Nom;web" }
            let file = (["login;given_name;family_name;cohort"] + rows).joined(separator: "\n")
            _ = try await world.campus.importPeople(Array(file.utf8))
            try await world.tamper("UPDATE course_state SET seconds = 7")
            let repaired = try await verify(world, repairing: true)
            #expect(repaired.summary.enrolments == 232)
            #expect(repaired.summary.repaired == 232)
            #expect(try await verify(world).fields.isEmpty)
        }
    }
}

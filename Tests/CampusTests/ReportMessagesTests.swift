import Accounts
import Essentials
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Messages that are reported")
struct ReportMessagesTests {
    private func post(_ kind: ConversationKind, _ subject: String, as role: TestRole, _ school: TestCampus) async throws
        -> Identifier<Message>
    {
        try await school.campus.post(
            "Nul !", id: .new(at: school.clock.now), in: kind, subject, of: TestCampus.cohortKey,
            by: try await school.viewer(role)
        ).id
    }

    private func report(_ id: Identifier<Message>, as role: TestRole, _ school: TestCampus, note: String? = nil) async throws {
        try await school.campus.report(id, for: .insult, note: note, by: try await school.viewer(role))
    }

    private func decide(_ outcome: ReportOutcome, _ id: Identifier<Message>, as role: TestRole, _ school: TestCampus) async throws
    {
        try await school.campus.decide(outcome, on: id, by: try await school.viewer(role))
    }

    private func open(_ role: TestRole, _ school: TestCampus) async throws -> Int {
        try await school.campus.reports(for: try await school.viewer(role)).open.count
    }

    @Test(
        "in a room: who reads it reports once, who follows the cohort hides it, and it stays written",
        arguments: Backend.available)
    func room(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let id = try await post(.cohort, "all", as: .secondLearner, school)
            for role in [TestRole.secondLearner, .outsideLearner, .outsideTutor, .admin, .funder] {
                await #expect(throws: CampusError.self) { try await report(id, as: role, school) }
            }
            await #expect(throws: CampusError.self) {
                try await report(id, as: .learner, school, note: String(repeating: "a", count: 1001))
            }
            for _ in 1...2 { try await report(id, as: .learner, school, note: " Pas ici ") }
            try await report(id, as: .mentor, school)
            for role in [TestRole.tutor, .trainer, .coordinator] { #expect(try await open(role, school) == 2) }
            #expect(try await open(.outsideTutor, school) == 0)
            #expect(try await school.campus.today(for: try await school.viewer(.tutor)).reports == 2)
            for role in [TestRole.learner, .mentor, .outsideTutor, .admin] {
                await #expect(throws: CampusError.self) { try await decide(.hidden, id, as: role, school) }
            }
            try await decide(.hidden, id, as: .tutor, school)
            try await expectConflict { try await decide(.left, id, as: .coordinator, school) }
            let reading = try await school.campus.conversation(
                .cohort, "all", in: TestCampus.cohortKey, for: try await school.viewer(.learner))
            let message = try #require(reading.messages.first?.message)
            #expect(message.text.isEmpty && message.removedBy == school[.tutor].id)
            let settled = try await school.campus.reports(for: try await school.viewer(.coordinator)).settled
            #expect(settled.map(\.report.text) == ["Nul !", "Nul !"] && settled.first?.decidedBy?.given == "Nadia")
            #expect(Set(settled.map(\.report.note)) == ["Pas ici", nil])
        }
    }

    @Test(
        "what is private is decided by the coordinator, who does not read the mentor's conversation", arguments: Backend.available
    )
    func apart(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let learner = school[.learner].id.text
            let id = try await post(.mentoring, learner, as: .mentor, school)
            try await report(id, as: .learner, school)
            #expect(try await open(.tutor, school) == 0)
            let found = try #require(try await school.campus.reports(for: try await school.viewer(.coordinator)).open.first)
            #expect(found.address == nil && found.report.text == "Nul !")
            await #expect(throws: CampusError.self) { try await decide(.left, id, as: .tutor, school) }
            try await decide(.left, id, as: .coordinator, school)
            #expect(try await open(.coordinator, school) == 0)
            let reading = try await school.campus.conversation(
                .mentoring, learner, in: TestCampus.cohortKey, for: try await school.viewer(.learner))
            #expect(reading.messages.map(\.message.text) == ["Nul !"])
            // Nobody reported this one.
            let other = try await post(.tutoring, learner, as: .tutor, school)
            await #expect(throws: CampusError.self) { try await decide(.hidden, other, as: .coordinator, school) }
        }
    }
}

import Accounts
import Essentials
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Messages of people who come and go")
struct ConversationTests {
    private func write(
        _ text: String, in kind: ConversationKind, _ subject: String, as role: TestRole, _ school: TestCampus
    ) async throws {
        _ = try await school.campus.post(
            text, id: .new(at: school.clock.now), in: kind, subject, of: TestCampus.cohortKey, by: try await school.viewer(role))
    }

    @Test("what is new is counted and listed for who may read it, and for nobody else any more", arguments: Backend.available)
    func leaving(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let learner = school[.learner]
            try await write("Bonjour", in: .tutoring, learner.id.text, as: .tutor, school)
            try await write("À tous", in: .announcements, "all", as: .tutor, school)
            let before = try await school.viewer(.learner)
            #expect(try await school.campus.home(before).unreadMessages == 2)
            let listed = try await school.campus.conversations(for: before).others
            #expect(listed.reduce(0) { $0 + ($1.line?.unread ?? 0) } == 2)

            try await school.campus.withdraw([learner.login], from: TestCampus.cohortKey, as: .learner)
            let after = try await school.viewer(.learner)
            #expect(try await school.campus.home(after).unreadMessages == 0)
            #expect(try await school.campus.conversations(for: after).others.isEmpty)
            await #expect(throws: CampusError.self) {
                try await write("Encore moi", in: .tutoring, learner.id.text, as: .learner, school)
            }
            // The staff still reads what was said, and tells nobody who has left.
            try await write("Une note", in: .tutoring, learner.id.text, as: .tutor, school)
            let reading = try await school.campus.conversation(
                .tutoring, learner.id.text, in: TestCampus.cohortKey, for: try await school.viewer(.coordinator))
            #expect(reading.messages.count == 2)
        }
    }
}

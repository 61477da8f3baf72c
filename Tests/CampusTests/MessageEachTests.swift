import Accounts
import Essentials
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Writing to each of a list")
struct MessageEachTests {
    private func addressees(_ roles: [TestRole], _ school: TestCampus) -> [Campus.Addressee] {
        roles.map { .init(cohort: TestCampus.cohortKey, person: school[$0].id, message: .new(at: school.clock.now)) }
    }

    private func messages(_ role: TestRole, _ school: TestCampus) async throws -> [String] {
        try await school.campus.conversation(
            .tutoring, school[role].id.text, in: TestCampus.cohortKey, for: try await school.viewer(.coordinator)
        ).messages.map(\.message.text)
    }

    @Test("gives each a private message, once", arguments: Backend.available)
    func each(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let both = addressees([.learner, .secondLearner], school)
            let tutor = try await school.viewer(.tutor)
            for _ in 1...2 { #expect(try await school.campus.messageEach(both, "Rendez-vous jeudi", by: tutor) == 2) }
            for role in [TestRole.learner, .secondLearner] { #expect(try await messages(role, school) == ["Rendez-vous jeudi"]) }
        }
    }

    @Test("writes to all or to nobody", arguments: Backend.available)
    func whole(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let tutor = try await school.viewer(.tutor)
            let wrong: [([Campus.Addressee], String)] = [
                ([], "Bonjour"), (addressees([.learner, .outsideLearner], school), "Bonjour"),
                (addressees([.learner], school), "  "),
                (Array(repeating: addressees([.learner], school)[0], count: Campus.mostAddressees + 1), "Bonjour"),
            ]
            for (people, text) in wrong {
                await #expect(throws: CampusError.self) { _ = try await school.campus.messageEach(people, text, by: tutor) }
            }
            #expect(try await messages(.learner, school) == [])
            // A learner writes to no list, not even to themselves.
            for role in [TestRole.learner, .mentor, .outsideTutor] {
                let viewer = try await school.viewer(role)
                await #expect(throws: CampusError.self) {
                    _ = try await school.campus.messageEach(addressees([.learner], school), "Bonjour", by: viewer)
                }
            }
        }
    }
}

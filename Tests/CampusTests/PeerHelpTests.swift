import Accounts
import CourseContent
import Essentials
import Gamification
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Points for answers that helped")
struct PeerHelpTests {
    private static let subject = TestCourse.key + "~" + TestCourse.welcome

    private func write(
        _ text: String, answering reply: Int? = nil, as role: TestRole, _ school: TestCampus
    ) async throws -> Message {
        try await school.campus.post(
            text, id: .new(at: school.clock.now), reply: reply, in: .activity, Self.subject, of: TestCampus.cohortKey,
            by: try await school.viewer(role))
    }

    /// A question of one, and the other's answer to it.
    private func exchange(_ asker: TestRole, _ helper: TestRole, _ school: TestCampus) async throws -> Message {
        let question = try await write("Une question", as: asker, school)
        return try await write("Une réponse", answering: question.sequence, as: helper, school)
    }

    private func accept(_ answer: Message, _ isAccepted: Bool = true, as role: TestRole, _ school: TestCampus) async throws {
        _ = try await school.campus.acceptMessage(answer.id, isAccepted, by: try await school.viewer(role))
    }

    private func ledger(_ role: TestRole, _ school: TestCampus) async throws -> [Int] {
        let person = school[role].id
        #expect(try await school.campus.verifyPoints().differences == 0)
        return try await school.campus.database.read { reading in
            try PointStore().entries(of: person, limit: 100, in: reading).filter { $0.rule == "peer-help" }.reversed()
                .map(\.amount)
        }
    }

    @Test("come once for an answer, are taken back when it is said no longer, and come again", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let answer = try await exchange(.learner, .secondLearner, school)
            for _ in 0..<3 { try await accept(answer, as: .learner, school) }
            #expect(try await ledger(.secondLearner, school) == [3])
            try await accept(answer, false, as: .learner, school)
            #expect(try await ledger(.secondLearner, school) == [3, -3])
            try await accept(answer, as: .tutor, school)
            #expect(try await ledger(.secondLearner, school) == [3, -3, 3])
            _ = try await school.campus.removeMessage(answer.id, by: try await school.viewer(.secondLearner))
            #expect(try await ledger(.secondLearner, school) == [3, -3, 3, -3])
            #expect(try await ledger(.learner, school).isEmpty)
        }
    }

    @Test("are not paid for what those who follow the cohort answer, nor for answering them", arguments: Backend.available)
    func learnersOnly(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            try await accept(try await exchange(.learner, .tutor, school), as: .learner, school)
            try await accept(try await exchange(.tutor, .learner, school), as: .tutor, school)
            for role in [TestRole.learner, .tutor] { #expect(try await ledger(role, school).isEmpty) }
        }
    }

    @Test("have a cap a week", arguments: Backend.available)
    func cap(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            for _ in 0..<5 { try await accept(try await exchange(.learner, .secondLearner, school), as: .learner, school) }
            #expect(try await ledger(.secondLearner, school) == [3, 3, 3, 0, 0])
        }
    }

    @Test("are paid once to two who help each other, until a week has passed", arguments: Backend.available)
    func mutual(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            try await accept(try await exchange(.learner, .secondLearner, school), as: .learner, school)
            let back = try await exchange(.secondLearner, .learner, school)
            try await accept(back, as: .secondLearner, school)
            #expect(try await ledger(.learner, school).isEmpty)
            #expect(try await ledger(.secondLearner, school) == [3])
            school.clock.advance(seconds: 7 * 86_400)
            try await accept(try await exchange(.secondLearner, .learner, school), as: .secondLearner, school)
            #expect(try await ledger(.learner, school) == [3])
        }
    }
}

import Accounts
import CourseContent
import Essentials
import Scheduling
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Talking about an activity or a class")
struct DiscussionTests {
    private static let subject = TestCourse.key + "~" + TestCourse.welcome

    @discardableResult
    private func write(
        _ text: String, answering reply: Int? = nil, in kind: ConversationKind = .activity, _ subject: String = subject,
        as role: TestRole, _ school: TestCampus
    ) async throws -> Message {
        try await school.campus.post(
            text, id: .new(at: school.clock.now), reply: reply, in: kind, subject, of: TestCampus.cohortKey,
            by: try await school.viewer(role))
    }

    private func reading(
        _ kind: ConversationKind = .activity, _ subject: String = subject, as role: TestRole, _ school: TestCampus
    ) async throws -> Campus.ConversationReading {
        try await school.campus.conversation(kind, subject, in: TestCampus.cohortKey, for: try await school.viewer(role))
    }

    @Test("an answer shows what it answers, and whoever asked says that it helped", arguments: Backend.available)
    func answers(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let question = try await write("Où est la balise ?", as: .learner, school)
            let answer = try await write("Dans l’en-tête", answering: question.sequence, as: .secondLearner, school)
            let seen = try await reading(as: .learner, school)
            #expect(seen.title != nil && seen.messages.count == 2)
            #expect(seen.messages[1].answered?.message.id == question.id && seen.messages[1].mayAccept)
            // Nobody accepts their own answer, nor another's question.
            #expect(try await reading(as: .secondLearner, school).messages.allSatisfy { !$0.mayAccept })
            #expect(try await reading(as: .tutor, school).messages[1].mayAccept)
            await #expect(throws: CampusError.self) {
                _ = try await school.campus.acceptMessage(answer.id, true, by: try await school.viewer(.secondLearner))
            }
            for _ in 1...2 { _ = try await school.campus.acceptMessage(answer.id, true, by: try await school.viewer(.learner)) }
            #expect(try await reading(as: .secondLearner, school).messages[1].message.acceptedAt != nil)
            _ = try await school.campus.acceptMessage(answer.id, false, by: try await school.viewer(.learner))
            #expect(try await reading(as: .learner, school).messages[1].message.acceptedAt == nil)
            // What was removed, and what never was, is not answered.
            _ = try await school.campus.removeMessage(question.id, by: try await school.viewer(.learner))
            for gone in [question.sequence, 99] {
                await #expect(throws: CampusError.self) { try await write("Encore", answering: gone, as: .tutor, school) }
            }
        }
    }

    @Test("one is told of it once one took part; the others are left in peace", arguments: Backend.available)
    func told(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            try await write("Une question", as: .learner, school)
            func unread(_ role: TestRole) async throws -> Int {
                try await school.campus.home(try await school.viewer(role)).unreadMessages
            }
            #expect(try await unread(.secondLearner) == 0)
            #expect(try await unread(.tutor) == 1)
            try await write("Une réponse", as: .secondLearner, school)
            #expect(try await unread(.learner) == 1)
            let listed = try await school.campus.conversations(for: try await school.viewer(.learner)).others
            #expect(listed.contains { $0.address.kind == .activity && $0.address.subject == Self.subject && $0.title != nil })
        }
    }

    @Test("who is not in the course, and what is in no course, is not found", arguments: Backend.available)
    func hidden(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            for role in [TestRole.mentor, .outsideLearner, .outsideTutor, .funder, .admin] {
                await #expect(throws: CampusError.self) { _ = try await reading(as: role, school) }
            }
            for subject in ["", "~", "a~b", TestCourse.key, TestCourse.key + "~" + TestCourse.planned, Self.subject + "~x"] {
                await #expect(throws: CampusError.self) { _ = try await reading(.activity, subject, as: .learner, school) }
            }
        }
    }

    @Test("a class has a room for those whom it is for", arguments: Backend.available)
    func session(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let typed = Campus.TypedSession(
                title: "Classe", day: "2026-09-17", hour: "09:30", duration: "60", link: "https://visio.example.org/web",
                isPublished: false)
            let id = try await school.campus.planSession(typed, in: TestCampus.cohortKey, by: nil).id
            await #expect(throws: CampusError.self) { _ = try await reading(.session, id.text, as: .learner, school) }
            var shown = typed
            shown.isPublished = true
            _ = try await school.campus.changeSession(id, to: shown, by: nil)
            try await write("Je n’entends rien", in: .session, id.text, as: .learner, school)
            #expect(try await reading(.session, id.text, as: .trainer, school).messages.count == 1)
            await #expect(throws: CampusError.self) { _ = try await reading(.session, id.text, as: .mentor, school) }
        }
    }
}

import Accounts
import Essentials
import Outbound
import Progress
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Mentions in rooms")
struct MentionPeopleTests {
    private func write(
        _ text: String, mentions: [TestRole] = [], in kind: ConversationKind = .cohort, _ subject: String = "all",
        as role: TestRole,
        _ school: TestCampus
    ) async throws -> Message {
        try await school.campus.post(
            text, id: .new(at: school.clock.now), mentions: mentions.map { school[$0].id }, in: kind, subject,
            of: TestCampus.cohortKey, by: try await school.viewer(role))
    }

    @Test("are told to who reads the room, in the page and in the summary of the day", arguments: Backend.available)
    func told(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let name = try await school.viewer(.learner).person.name.full
            _ = try await school.campus.database.write { writing in
                try writing.run(
                    Statement("test.address", "UPDATE person SET email = $2, email_key = $2 WHERE id = $1"), school[.learner].id,
                    "a@example.org")
            }
            school.campus.dropCaches()
            let kept = try await write("Bravo @\(name) !", as: .tutor, school)
            #expect(kept.html.contains("<span class=\"mention\">@\(name)</span>"))
            let learner = try await school.viewer(.learner)
            let read = try await school.campus.conversation(.cohort, "all", in: TestCampus.cohortKey, for: learner)
            #expect(read.messages.map(\.mentionsReader) == [true])
            let other = try await school.campus.conversation(
                .cohort, "all", in: TestCampus.cohortKey, for: try await school.viewer(.trainer))
            #expect(other.messages.map(\.mentionsReader) == [false])
            let row = try await school.campus.conversations(for: learner).others.first { $0.address.kind == .cohort }
            #expect(row?.mentions == 1)
            // One letter a day; none for the mention alone.
            #expect(try await school.campus.letters(.waiting).isEmpty)
            try await school.campus.setDigestHour(ParisDays.minute(of: school.clock.now) / 60, of: learner)
            _ = try await school.campus.writeDigests()
            let letter = try #require(try await school.campus.letters(.waiting).first)
            #expect(letter.draft.kind == "digest" && letter.draft.body.contains("on vous mentionne"))
            try await school.campus.readConversation(.cohort, "all", in: TestCampus.cohortKey, through: 1, by: learner)
            let after = try await school.campus.conversations(for: learner).others.first { $0.address.kind == .cohort }
            #expect(after?.mentions == 0)
        }
    }

    @Test("of who may not read there are none, and in private ones neither", arguments: Backend.available)
    func readers(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let outside = try await school.viewer(.outsideLearner).person.name.full
            #expect(try await !write("@\(outside)", as: .learner, school).html.contains("mention"))
            for role in [TestRole.outsideLearner, .admin, .funder] {
                await #expect(throws: CampusError.self) { _ = try await write("Bonjour", mentions: [role], as: .learner, school) }
            }
            let id = school[.learner].id.text
            let name = try await school.viewer(.tutor).person.name.full
            #expect(try await !write("@\(name)", in: .tutoring, id, as: .learner, school).html.contains("mention"))
            await #expect(throws: CampusError.self) {
                _ = try await write("Bonjour", mentions: [.tutor], in: .tutoring, id, as: .learner, school)
            }
            let listed = try await school.campus.conversation(
                .cohort, "all", in: TestCampus.cohortKey, listsPeople: true, for: try await school.viewer(.learner))
            let ids = Set(try #require(listed.mentionable).map(\.id))
            #expect(ids.contains(school[.tutor].id) && ids.contains(school[.mentor].id) && !ids.contains(school[.learner].id))
            #expect(ids.isDisjoint(with: [school[.outsideLearner].id, school[.admin].id, school[.funder].id]))
        }
    }

    @Test("that are chosen from the list stand before the words; edits and removals are followed", arguments: Backend.available)
    func chosen(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let name = try await school.viewer(.tutor).person.name.full
            let kept = try await write("merci", mentions: [.tutor, .tutor], as: .learner, school)
            #expect(kept.text == "@\(name) merci")
            // Sent again with the same id: the same message.
            let again = try await school.campus.post(
                "merci", id: kept.id, mentions: [school[.tutor].id], in: .cohort, "all", of: TestCampus.cohortKey,
                by: try await school.viewer(.learner))
            #expect(again == kept)
            func mentioned() async throws -> [Bool] {
                try await school.campus.conversation(
                    .cohort, "all", in: TestCampus.cohortKey, for: try await school.viewer(.tutor)
                ).messages.map(\.mentionsReader)
            }
            #expect(try await mentioned() == [true])
            _ = try await school.campus.editMessage(kept.id, to: "merci à tous", by: try await school.viewer(.learner))
            #expect(try await mentioned() == [false])
            _ = try await school.campus.editMessage(kept.id, to: "merci @\(name)", by: try await school.viewer(.learner))
            #expect(try await mentioned() == [true])
            _ = try await school.campus.removeMessage(kept.id, by: try await school.viewer(.learner))
            #expect(try await mentioned() == [false])
        }
    }

    @Test("in a discussion tell somebody who never took part", arguments: Backend.available)
    func discussion(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let address = try #require(
                try await school.campus.discussionAddress(
                    course: TestCourse.key, activity: TestCourse.welcome, by: try await school.viewer(.learner)))
            let second = try await school.viewer(.secondLearner)
            let before = try await school.campus.home(second).unreadMessages
            _ = try await write("Une question", in: .activity, address.subject, as: .learner, school)
            #expect(try await school.campus.home(second).unreadMessages == before)
            _ = try await write("@\(second.person.name.full) ?", in: .activity, address.subject, as: .learner, school)
            #expect(try await school.campus.home(second).unreadMessages == before + 1)
        }
    }
}

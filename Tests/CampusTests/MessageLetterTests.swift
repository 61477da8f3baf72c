import Accounts
import Essentials
import Foundation
import Outbound
import Progress
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("Messages that are told by mail")
struct MessageLetterTests {
    private func write(
        _ text: String, in kind: ConversationKind, _ subject: String, as role: TestRole, _ school: TestCampus
    ) async throws {
        _ = try await school.campus.post(
            text, id: .new(at: school.clock.now), in: kind, subject, of: TestCampus.cohortKey, by: try await school.viewer(role))
    }

    private func letters(_ school: TestCampus, _ kind: String) async throws -> [Letter] {
        try await school.campus.letters(.waiting).filter { $0.draft.kind == kind }
    }

    private func giveAddress(_ role: TestRole, _ school: TestCampus) async throws {
        _ = try await school.campus.database.write { writing in
            try writing.run(
                Statement("test.address", "UPDATE person SET email = $2, email_key = $2 WHERE id = $1"), school[role].id,
                "\(school[role].login)@example.org")
        }
        school.campus.dropCaches()
    }

    @Test(
        "an answer is told once until it is read, without its words, and not at all to who read it first",
        arguments: Backend.available)
    func answers(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            try await giveAddress(.learner, school)
            let id = school[.learner].id.text
            try await write("Une question", in: .tutoring, id, as: .learner, school)
            #expect(try await letters(school, "message").isEmpty)
            try await write("Le mot secret", in: .tutoring, id, as: .tutor, school)
            try await write("Encore un", in: .tutoring, id, as: .trainer, school)
            let told = try await letters(school, "message")
            #expect(told.count == 1)
            let letter = try #require(told.first)
            #expect(letter.dueAt == Campus.letterTime(at: school.clock.now))
            #expect(
                !letter.draft.body.contains("secret")
                    && letter.draft.body.contains("/conversations/\(TestCampus.cohortKey)/tutoring/"))

            try await school.campus.readConversation(
                .tutoring, id, in: TestCampus.cohortKey, through: 3, by: try await school.viewer(.learner))
            #expect(try await letters(school, "message").isEmpty)
            try await write("Une autre réponse", in: .tutoring, id, as: .tutor, school)
            #expect(try await letters(school, "message").count == 1)
        }
    }

    @Test("who wants no letters gets none, and who left the cohort neither", arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            for role in [TestRole.learner, .secondLearner] { try await giveAddress(role, school) }
            try await school.campus.setGetsMail(false, of: try await school.viewer(.learner))
            try await school.campus.withdraw([school[.secondLearner].login], from: TestCampus.cohortKey, as: .learner)
            for role in [TestRole.learner, .secondLearner] {
                try await write("Bonjour", in: .tutoring, school[role].id.text, as: .tutor, school)
            }
            #expect(try await letters(school, "message").isEmpty)
        }
    }

    @Test("the rest comes once a day, at the hour that one chose", arguments: Backend.available)
    func digest(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            for role in [TestRole.learner, .secondLearner, .tutor] { try await giveAddress(role, school) }
            let hour = ParisDays.minute(of: school.clock.now) / 60
            try await school.campus.setDigestHour(hour, of: try await school.viewer(.learner))
            try await school.campus.setDigestHour(nil, of: try await school.viewer(.secondLearner))
            try await school.campus.setDigestHour(hour, of: try await school.viewer(.tutor))
            try await write("À tous", in: .announcements, "all", as: .trainer, school)
            try await write("Une question", in: .tutoring, school[.learner].id.text, as: .learner, school)
            #expect(try await school.campus.writeDigests() == 2)
            #expect(try await school.campus.writeDigests() == 0)
            let found = try await letters(school, "digest")
            #expect(Set(found.map(\.draft.recipient)) == [school[.learner].id.text, school[.tutor].id.text])
            let tutor = try #require(found.first { $0.draft.recipient == school[.tutor].id.text })
            #expect(tutor.draft.subject == "2 nouveaux messages sur Rebond")
            // The next day nothing is new.
            school.clock.advance(seconds: 86_400)
            #expect(try await school.campus.writeDigests() == 0)
            await #expect(throws: CampusError.self) {
                try await school.campus.setDigestHour(24, of: try await school.viewer(.tutor))
            }
        }
    }

    @Test(
        "nobody is written to at night",
        arguments: [
            ("2026-11-24T09:00:00.000Z", "2026-11-24T09:05:00.000Z"), ("2026-11-24T19:54:00.000Z", "2026-11-24T19:59:00.000Z"),
            ("2026-11-24T19:55:00.000Z", "2026-11-25T07:00:00.000Z"), ("2026-11-24T03:00:00.000Z", "2026-11-24T07:00:00.000Z"),
            ("2026-11-24T06:55:00.000Z", "2026-11-24T07:00:00.000Z"), ("2026-03-28T22:00:00.000Z", "2026-03-29T06:00:00.000Z"),
            ("2026-10-24T20:00:00.000Z", "2026-10-25T07:00:00.000Z"),
        ])
    func night(now: String, sent: String) throws {
        func instant(_ text: String) throws -> Instant {
            let date = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
            return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
        }
        #expect(Campus.letterTime(at: try instant(now)) == (try instant(sent)))
    }
}

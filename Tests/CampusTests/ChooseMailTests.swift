import Accounts
import Essentials
import Foundation
import Outbound
import SQL
import TestSupport
import Testing
import Tutoring

@testable import Campus

@Suite("What one will receive")
struct ChooseMailTests {
    private func instant(_ text: String) throws -> Instant {
        let date = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)
        return Instant(milliseconds: Int64(date.timeIntervalSince1970 * 1000))
    }

    private func giveAddress(_ role: TestRole, _ school: TestCampus) async throws -> String {
        let address = "\(school[role].login)@example.org"
        _ = try await school.campus.database.write { writing in
            try writing.run(
                Statement("test.address", "UPDATE person SET email = $2, email_key = $2 WHERE id = $1"), school[role].id, address)
        }
        school.campus.dropCaches()
        return address
    }

    @Test(
        "quiet hours are those that one chose, by one’s own clock",
        arguments: [
            // Lunch in Paris; midnight to midnight is none.
            (12, 14, "Europe/Paris", "2026-11-24T11:30:00.000Z", "2026-11-24T13:00:00.000Z"),
            (12, 14, "Europe/Paris", "2026-11-24T13:00:00.000Z", "2026-11-24T13:00:00.000Z"),
            (0, 0, "Europe/Paris", "2026-11-24T02:00:00.000Z", "2026-11-24T02:00:00.000Z"),
            // The evening of La Réunion is the afternoon of Paris.
            (21, 8, "Indian/Reunion", "2026-11-24T17:30:00.000Z", "2026-11-25T04:00:00.000Z"),
            (21, 8, "America/Martinique", "2026-11-24T17:30:00.000Z", "2026-11-24T17:30:00.000Z"),
            (23, 0, "Europe/Paris", "2026-11-24T22:30:00.000Z", "2026-11-24T23:00:00.000Z"),
        ])
    func quiet(from: Int, until: Int, zone: String, now: String, sent: String) throws {
        let wishes = MailWishes(digestHour: 18, quiet: QuietHours(from: from, until: until), zone: zone)
        #expect(Campus.letterTime(at: try instant(now), after: 0, wishes) == (try instant(sent)))
    }

    @Test(
        "what begins soon is told in quiet hours too, the rest after them",
        arguments: [
            ("2026-11-25T09:00:00.000Z", "2026-11-25T07:00:00.000Z"), ("2026-11-25T08:59:00.000Z", "2026-11-24T22:00:00.000Z"),
            ("2026-11-24T23:00:00.000Z", "2026-11-24T22:00:00.000Z"),
        ])
    func atHand(begins: String, sent: String) throws {
        let now = try instant("2026-11-24T22:00:00.000Z")
        #expect(Campus.letterTime(at: now, about: try instant(begins), .usual) == (try instant(sent)))
    }

    @Test("says what comes, by role; what is no hour and no place is refused", arguments: Backend.available)
    func chosen(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let learner = try await school.viewer(.learner)
            let reading = try await school.campus.mail(of: learner)
            #expect(reading.bounce == nil && reading.getsMail && reading.wishes == .usual)
            #expect(reading.causes == [.session, .reminder, .answer, .summary, .signIn, .games])
            let tutor = try await school.campus.mail(of: try await school.viewer(.tutor))
            #expect(tutor.causes == [.session, .reminder, .call, .summary, .signIn])
            #expect(try await school.campus.mail(of: try await school.viewer(.funder)).causes == [.signIn])
            #expect(try await school.campus.mail(of: try await school.viewer(.admin)).causes == [.signIn])

            var change = Campus.MailChange()
            (change.digestHour, change.quietFrom, change.quietUntil, change.zone) = (-1, 20, 7, "Indian/Reunion")
            try await school.campus.chooseMail(change, of: learner)
            let kept = try await school.campus.mail(of: learner).wishes
            #expect(kept == MailWishes(digestHour: nil, quiet: QuietHours(from: 20, until: 7), zone: "Indian/Reunion"))
            var none = Campus.MailChange()
            (none.quietFrom, none.quietUntil) = (5, 5)
            try await school.campus.chooseMail(none, of: learner)
            #expect(try await school.campus.mail(of: learner).wishes.quiet == nil)

            for wrong in [(24, 8, nil), (21, nil, nil), (nil, 8, nil), (-1, 8, nil), (21, 8, "Paris\0")]
                as [(Int?, Int?, String?)]
            {
                var change = Campus.MailChange()
                (change.quietFrom, change.quietUntil, change.zone) = wrong
                await #expect(throws: CampusError.self) { try await school.campus.chooseMail(change, of: learner) }
            }
        }
    }

    @Test(
        "an answer waits for the end of its reader’s quiet hours, and the summary comes by their clock",
        arguments: Backend.available)
    func readersClock(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            _ = try await giveAddress(.learner, school)
            let learner = try await school.viewer(.learner)
            let clock = school.clock.now
            let here = (Campus.letterTime(at: clock, after: 0, .usual) == clock)
            #expect(here)
            var change = Campus.MailChange()
            (change.quietFrom, change.quietUntil, change.zone) = (0, 23, "Indian/Reunion")
            try await school.campus.chooseMail(change, of: learner)
            _ = try await school.campus.post(
                "Bonjour", id: .new(at: clock), in: .tutoring, school[.learner].id.text, of: TestCampus.cohortKey,
                by: try await school.viewer(.tutor))
            let letter = try #require(try await school.campus.letters(.waiting).first { $0.draft.kind == "message" })
            let wishes = try await school.campus.mail(of: learner).wishes
            #expect(letter.dueAt == Campus.letterTime(at: clock, wishes) && letter.dueAt > clock.adding(seconds: 3600))
            #expect(letter.draft.body.contains("/profile/mail") && letter.draft.body.contains("Ne répondez pas"))
        }
    }

    @Test(
        "an address that was refused is seen by who follows the learner, and written to again when it is right",
        arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await withTestCampus(backend) { school in
            let address = try await giveAddress(.learner, school)
            let id = school[.learner].id
            _ = try await school.campus.database.write { writing in
                try writing.run(OutboxStatements.insertBounce, address, school.clock.now, "550 5.1.1 nobody")
            }
            func write() async throws -> Int {
                _ = try await school.campus.post(
                    "Bonjour", id: .new(at: school.clock.now), in: .tutoring, id.text, of: TestCampus.cohortKey,
                    by: try await school.viewer(.tutor))
                return try await school.campus.letters(.waiting).count { $0.draft.kind == "message" }
            }
            #expect(try await write() == 0)
            let seen = try await school.campus.contacts(with: id, in: TestCampus.cohortKey, for: try await school.viewer(.tutor))
            #expect(seen.bounce?.reason == "550 5.1.1 nobody")
            #expect(try await school.campus.mail(of: try await school.viewer(.learner)).bounce?.address == address)
            for role in [TestRole.outsideTutor, .mentor, .admin, .learner] {
                let viewer = try await school.viewer(role)
                await #expect(throws: CampusError.self) {
                    try await school.campus.confirmAddress(of: id, in: TestCampus.cohortKey, by: viewer)
                }
            }
            try await school.campus.confirmAddress(of: id, in: TestCampus.cohortKey, by: try await school.viewer(.tutor))
            #expect(try await write() == 1)
            #expect(try await school.campus.bouncedAddresses().isEmpty)
            await #expect(throws: CampusError.self) { try await school.campus.forgetBounce(of: address) }
        }
    }
}

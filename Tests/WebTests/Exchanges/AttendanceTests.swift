import Accounts
import Campus
import Essentials
import Foundation
import HTTPTypes
import Scheduling
import TestSupport
import Testing

@testable import Web

@Suite("Attendance")
struct AttendanceTests {
    /// The clock of tests stands at 10:00 on 2026-09-15.
    private func plan(
        _ site: TestSite, kind: SessionKind = .virtual, hour: String = "09:30", minutes: Int = 120, day: String = "2026-09-15",
        trainers: [String] = ["ines.garcia"], group: String = ""
    ) async throws -> String {
        let typed = Campus.TypedSession(
            kind: kind.rawValue, title: "Classe", day: day, hour: hour, duration: "\(minutes)", group: group, trainers: trainers,
            place: kind == .virtual ? "" : "Salle 2", link: kind == .inPerson ? "" : "https://visio.example.org/web")
        return try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, force: true, by: nil).id.text
    }

    private func id(_ number: Int) -> String { "0192f0aa-1111-7222-8333-44445555\(6000 + number)" }

    private func sign(
        _ site: TestSite, _ session: String, _ number: Int, as role: TestRole = .learner, _ more: String = ""
    ) async throws -> Answer {
        try await site.post(
            "/sessions/\(session)/attendance", .json(#"{"entry":"\#(id(number))","half":"morning"\#(more)}"#), as: role,
            accept: Answer.json)
    }

    private func line(_ site: TestSite, _ session: String, of role: TestRole, as looker: TestRole = .trainer) async throws
        -> [String: Any]
    {
        let model = try await site.get("/sessions/\(session)/attendance", as: looker, accept: Answer.json).object()
        let half = try #require((model["halves"] as? [[String: Any]])?.first)
        let people = half["people"] as? [[String: Any]] ?? []
        return try #require(people.first { $0["person"] as? String == site.campus[role].id.text })
    }

    private func address(_ site: TestSite, _ session: String, of role: TestRole) -> String {
        "/sessions/\(session)/attendance/morning/people/\(site.campus[role].id.text)"
    }

    @Test(
        "each signs for oneself; the same again changes nothing, the same id with something else is refused, and nobody signs twice"
    )
    func signing() async throws {
        try await withSite { site in
            let session = try await plan(site)
            let first = try await sign(site, session, 1)
            #expect(first.status == 201)
            #expect(try first.object()["sequence"] as? Int == 1)
            let again = try await sign(site, session, 1)
            #expect(again.status == 200)
            #expect(try again.object()["hash"] as? String == first.object()["hash"] as? String)
            #expect(try await sign(site, session, 1, #","drawing":"M10 10L90 60L120 30L200 90""#).status == 409)
            #expect(try await sign(site, session, 2).status == 409)
            #expect(try await sign(site, session, 1, as: .secondLearner).status == 409)
            #expect(try await sign(site, session, 3, as: .trainer).status == 201)
            for role in [TestRole.tutor, .mentor, .coordinator, .outsideLearner, .admin] {
                #expect(try await sign(site, session, 4, as: role).status == 404, "\(role)")
            }
            #expect(try await line(site, session, of: .learner)["state"] as? String == "signed")
            #expect(try await line(site, session, of: .secondLearner)["state"] as? String == "nothing")
            #expect(try await line(site, session, of: .trainer)["role"] as? String == "trainer")
            // A learner sees the own line only.
            let own = try await site.get("/sessions/\(session)/attendance", as: .learner, accept: Answer.json)
            #expect(!own.text.contains(site.campus[.secondLearner].id.text))
        }
    }

    @Test("a replay after the window is still the same signature")
    func replayLater() async throws {
        try await withSite { site in
            let session = try await plan(site)
            #expect(try await sign(site, session, 1).status == 201)
            site.campus.clock.advance(seconds: 86_400)
            #expect(try await sign(site, session, 1).status == 200)
        }
    }

    @Test(
        "one signs when it is time: not before, late with a reason, not on another day",
        arguments: [("10:16", "", 409), ("10:15", "", 201), ("08:00", "", 422), ("08:00", #","reason":"Panne de réseau""#, 201)])
    func windows(_ hour: String, _ more: String, _ status: Int) async throws {
        try await withSite { site in
            let session = try await plan(site, hour: hour, minutes: hour == "08:00" ? 60 : 120)
            #expect(try await sign(site, session, 1, as: .learner, more).status == status)
            let yesterday = try await plan(site, day: "2026-09-14")
            #expect(try await sign(site, yesterday, 2, as: .learner, more).status == 409)
        }
    }

    @Test("in a room one signs with the code that it shows, of this minute or the one before")
    func roomCode() async throws {
        try await withSite { site in
            let session = try await plan(site, kind: .inPerson)
            #expect(try await sign(site, session, 1).status == 422)
            #expect(try await sign(site, session, 1, #","code":"AAAAAA""#).status == 422)
            let shown = "/sessions/\(session)/attendance/morning/code"
            let page = try await site.get(shown, as: .trainer)
            #expect(page.status == 200 && page.headers[.cacheControl] == "no-store" && page.text.contains("<svg class=\"qr\""))
            let refresh = try #require(HTTPField.Name("Refresh"))
            #expect(page.headers[refresh] == "61")
            let code = try #require(try await site.get(shown, as: .trainer, accept: Answer.json).object()["code"] as? String)
            #expect(try await site.get(shown, as: .learner, accept: Answer.json).status == 403)
            #expect(try await site.get(shown, as: .tutor, accept: Answer.json).status == 404)
            #expect(
                try await site.get("/sessions/\(session)/attendance?code=\(code)", as: .learner).text.contains(
                    "value=\"\(code)\""))
            site.campus.clock.advance(seconds: 60)
            #expect(try await sign(site, session, 1, #","code":"\#(code.lowercased())""#).status == 201)
            site.campus.clock.advance(seconds: 60)
            #expect(try await sign(site, session, 2, as: .secondLearner, #","code":"\#(code)""#).status == 422)
            // The trainer is known by the account.
            #expect(try await sign(site, session, 3, as: .trainer).status == 201)
        }
    }

    @Test("a form that is refused keeps what was typed, and says what is wrong")
    func form() async throws {
        try await withSite { site in
            let session = try await plan(site, kind: .inPerson)
            let answer = try await site.post(
                "/sessions/\(session)/attendance", .form("entry=\(id(1))&half=morning&code=ZZZ&drawing="), as: .learner)
            #expect(answer.status == 422 && answer.text.contains("value=\"ZZZ\"") && answer.text.contains(id(1)))
            let drawing = try await site.post(
                "/sessions/\(session)/attendance", .form("entry=\(id(1))&half=morning&drawing=M1"), as: .learner)
            #expect(drawing.status == 422)
        }
    }

    @Test("those who hold the session note absences with a document, correct them, and withdraw; everything stays in the log")
    func absences() async throws {
        try await withSite { site in
            let session = try await plan(site)
            let address = address(site, session, of: .learner)
            let boundary = "b0undary"
            func part(_ name: String, _ value: String) -> String {
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
            }
            let body =
                part("entry", id(1)) + part("kind", "absent") + part("minutes", "120") + part("motive", "illness")
                + part("justified", "1") + part("note", "A prévenu")
                + "--\(boundary)\r\nContent-Disposition: form-data; name=\"proof\"; filename=\"arret.pdf\"\r\n\r\n%PDF-1.7\n\r\n"
                + "--\(boundary)--\r\n"
            let noted = try await site.send(
                .post, address, as: .trainer,
                body: SentText(type: "multipart/form-data; boundary=\(boundary)", bytes: Array(body.utf8)))
            #expect(noted.status == 303)
            #expect(try await line(site, session, of: .learner)["state"] as? String == "absent")
            // Who is noted as absent does not sign over it.
            #expect(try await sign(site, session, 2).status == 409)
            let proof = "/attendance/\(id(1))/proof"
            #expect(try await site.get(proof, as: .trainer).text.hasPrefix("%PDF"))
            #expect(try await site.get(proof, as: .learner).status == 200)
            for role in [TestRole.tutor, .secondLearner, .mentor] {
                #expect(try await site.get(proof, as: role, accept: Answer.json).status == 404, "\(role)")
            }
            let correction = try await site.post(
                address,
                .json(#"{"entry":"\#(id(3))","kind":"absent","minutes":30,"corrects":"\#(id(1))","correction":"Venu après"}"#),
                as: .coordinator, accept: Answer.json)
            #expect(correction.status == 201)
            #expect(try await sign(site, session, 4).status == 201)
            let withdrawal = try await site.post(
                address + "/withdrawals", .form("entry=\(id(5))&withdraws=\(id(4))&correction=Mauvaise+personne"), as: .trainer)
            #expect(withdrawal.status == 303)
            let history = try await site.get(address, as: .tutor, accept: Answer.json).object()["history"] as? [[String: Any]]
            #expect(history?.compactMap { $0["kind"] as? String } == ["absent", "absent", "signed", "withdrawn"])
            #expect(try await line(site, session, of: .learner)["state"] as? String == "nothing")
            let (_, entries, broken) = try await site.campus.campus.verifyAttendance { _, _ in }
            #expect(entries == 4 && broken == 0)
        }
    }

    @Test("the button of a virtual class is kept by the minute, beside the signatures, and signs for nobody")
    func joining() async throws {
        try await withSite { site in
            let session = try await plan(site)
            for _ in 0..<2 {
                let answer = try await site.get("/sessions/\(session)/join", as: .learner)
                #expect(answer.status == 303 && answer.location == "https://visio.example.org/web")
            }
            let line = try await line(site, session, of: .learner)
            #expect((line["connections"] as? [Any])?.count == 1 && line["state"] as? String == "nothing")
            let later = try await plan(site, day: "2026-11-24")
            #expect(try await site.get("/sessions/\(later)/join", as: .learner, accept: Answer.json).status == 409)
            #expect(try await site.get("/sessions/\(later)/join", as: .trainer).status == 303)
        }
    }

    @Test("the sheet has the organisation, everybody and every half-day, as a page and as a table")
    func sheet() async throws {
        try await withSite { site in
            let session = try await plan(site, kind: .both, hour: "09:30", minutes: 420)
            _ = try await sign(site, session, 1)
            for address in ["/sessions/\(session)/sheet", "/cohorts/\(TestCampus.cohortKey)/sheet?week=2026-09-17"] {
                let page = try await site.get(address, as: .tutor)
                #expect(page.status == 200)
                for text in ["Samira Benali", "Karim Haddad", "Inès Garcia", "Salle 2", "Matin", "Après-midi"] {
                    #expect(page.text.contains(text), "\(text)")
                }
                let mark = address.contains("?") ? "&" : "?"
                let lines = try await site.get(address + mark + "format=csv", as: .tutor).text.split(separator: "\r\n")
                #expect(lines.count == 1 + 2 * 3)
                #expect(Set(lines.map { $0.split(separator: ";", omittingEmptySubsequences: false).count }) == [16])
            }
            #expect(
                try await site.get("/cohorts/\(TestCampus.cohortKey)/sheet?week=x", as: .tutor, accept: Answer.json).status == 422
            )
        }
    }
}

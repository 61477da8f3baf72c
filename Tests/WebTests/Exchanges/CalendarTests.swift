import Accounts
import Campus
import Essentials
import Foundation
import HTTPTypes
import Scheduling
import TestSupport
import Testing

@testable import Web

@Suite("Sessions in calendar programs")
struct CalendarTests {
    private func plan(_ site: TestSite, _ title: String, day: String = "2026-11-24") async throws -> String {
        let typed = Campus.TypedSession(
            title: title, day: day, hour: "09:30", duration: "60", link: "https://visio.example.org/web")
        return try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, force: true, by: nil).id.text
    }

    /// The path of a new secret address.
    private func address(_ site: TestSite, _ role: TestRole = .learner) async throws -> String {
        let made = try await site.post("/agenda/feed", as: role, accept: Answer.json)
        let address = try #require(try made.object()["address"] as? String)
        return try #require(address.range(of: "/calendar/").map { String(address[$0.lowerBound...]) })
    }

    @Test("a secret address shows one's sessions without a sign-in, and 304 until something changes")
    func feed() async throws {
        try await withSite { site in
            let session = try await plan(site, "Classe")
            _ = try await plan(site, "Trop tard", day: "2028-11-24")
            let address = try await address(site)
            let answer = try await site.get(address)
            #expect(answer.status == 200 && answer.type == "text/calendar; charset=utf-8; method=PUBLISH")
            #expect(answer.text.contains("UID:\(session)\r\n") && answer.text.contains("SUMMARY:Classe\r\n"))
            #expect(!answer.text.contains("Trop tard") && !answer.text.contains("visio.example.org"))
            #expect(answer.headers[.cacheControl] == "private, no-cache")
            let tag = try #require(answer.headers[.eTag])
            #expect(try await site.get(address, headers: [.ifNoneMatch: tag]).status == 304)
            _ = try await plan(site, "Une autre", day: "2026-12-24")
            #expect(try await site.get(address, headers: [.ifNoneMatch: tag]).status == 200)
            // Somebody of another cohort has nothing there.
            let other = try await site.get(try await self.address(site, .outsideLearner))
            #expect(other.status == 200 && !other.text.contains("BEGIN:VEVENT"))
        }
    }

    @Test("an address is shown once; replaced, taken back or of a closed account it opens nothing")
    func closed() async throws {
        try await withSite { site in
            let first = try await address(site)
            #expect(!(try await site.get("/agenda/feed", as: .learner)).text.contains("/calendar/"))
            let page = try await site.post("/agenda/feed", as: .learner)
            #expect(page.status == 201 && page.headers[.cacheControl] == "no-store" && page.text.contains("/calendar/"))
            #expect(try await site.get(first, accept: Answer.json).status == 404)
            let second = try await address(site)
            #expect(try await site.post("/agenda/feed/revocation", as: .learner).status == 303)
            #expect(try await site.get(second, accept: Answer.json).status == 404)
            let third = try await address(site)
            #expect(try await site.get(third).status == 200)
            _ = try await site.campus.campus.closeAccount(of: "samira.benali")
            #expect(try await site.get(third, accept: Answer.json).status == 404)
            for wrong in ["/calendar/x.ics", "/calendar/\(String(repeating: "a", count: 43)).ics", "/calendar/.ics"] {
                #expect(try await site.get(wrong, accept: Answer.json).status == 404)
            }
        }
    }

    @Test("a session as a file says when it was cancelled")
    func file() async throws {
        try await withSite { site in
            let session = try await plan(site, "Classe")
            let id = try #require(Identifier<ClassSession>(session))
            #expect(try await site.get("/sessions/\(session).ics", as: .learner).text.contains("SEQUENCE:0\r\n"))
            _ = try await site.campus.campus.cancelSession(id, reason: "Grève des trains", by: nil)
            let answer = try await site.get("/sessions/\(session).ics", as: .learner)
            #expect(answer.type == "text/calendar; charset=utf-8; method=CANCEL")
            for line in ["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"] { #expect(answer.text.contains("\(line)\r\n")) }
            #expect(answer.text.contains("Grève des trains") && !answer.text.contains("VALARM"))
            #expect(try await site.get("/sessions/none.ics", as: .learner, accept: Answer.json).status == 404)
        }
    }
}

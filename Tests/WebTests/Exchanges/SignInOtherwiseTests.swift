import Accounts
import Campus
import Essentials
import Foundation
import HTTPTypes
import Outbound
import SQL
import TestSupport
import Testing

@testable import Web

@Suite("Signing in by a link or a card")
struct SignInOtherwiseTests {
    private func giveAddress(_ role: TestRole, _ site: TestSite) async throws -> String {
        let address = "\(site.campus[role].login)@example.org"
        _ = try await site.campus.campus.database.write { writing in
            try writing.run(
                Statement("test.address", "UPDATE person SET email = $2, email_key = $2 WHERE id = $1"),
                site.campus[role].id, address)
        }
        return address
    }

    private func links(_ site: TestSite) async throws -> [String] {
        try await site.campus.campus.letters(.waiting).filter { $0.draft.kind == "sign-in" }.compactMap { letter in
            letter.draft.body.split(whereSeparator: \.isWhitespace).first { $0.contains("/sign-in/link/") }.map { address in
                String(address.drop { $0 != "/" })
            }
        }
    }

    private func makeCard(_ site: TestSite, for role: TestRole, by helper: TestRole = .tutor) async throws -> Answer {
        try await site.post(
            "/cohorts/\(TestCampus.cohortKey)/cards", .json(#"{"people":["\#(site.campus[role].id.text)"]}"#), as: helper,
            accept: Answer.json)
    }

    private func card(_ answer: Answer) throws -> (path: String, pin: String) {
        let card = try #require((try answer.object()["cards"] as? [[String: Any]])?.first)
        let address = try #require(card["address"] as? String)
        let path = try #require(address.range(of: "/sign-in/card/")).lowerBound
        return (String(address[path...]), try #require(card["pin"] as? String))
    }

    @Test("a link opens once, for a quarter of an hour, and who asks learns nothing of who has an account")
    func link() async throws {
        try await withSite { site in
            let address = try await giveAddress(.learner, site)
            var answers: [Answer] = []
            for login in [address, site.campus[.learner].login, "personne@example.org", "personne"] {
                answers.append(try await site.post("/sign-in/link", .form("login=\(login)")))
            }
            #expect(Set(answers.map { "\($0.status) \($0.location ?? "")" }) == ["303 /sign-in/link?sent=1"])
            let sent = try await links(site)
            #expect(sent.count == 2)
            let link = try #require(sent.first)
            // Looking at it, as programs that look at mail do, uses nothing up.
            for _ in 1...2 { #expect(try await site.get(link).text.contains("<form")) }
            let opened = try await site.post(link, .form(""))
            #expect(opened.status == 303 && opened.location == "/" && !opened.headers[values: .setCookie].isEmpty)
            for one in sent { #expect(try await site.post(one, .form("")).status == 404, "every link of the person is spent") }
            #expect(try await site.get(link).text.contains("déjà servi"))

            _ = try await site.post("/sign-in/link", .form("login=\(address)"))
            let late = try #require(try await links(site).first { !sent.contains($0) })
            site.clock.advance(seconds: 15 * 60)
            #expect(try await site.post(late, .form("")).status == 404)
            let history = try await site.get("/profile/history", as: .learner, accept: Answer.json).object()
            let kinds = (history["events"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } ?? []
            #expect(kinds.contains("link-sent") && kinds.contains("signed-in"))
        }
    }

    @Test("asking for links again and again has to wait, and passwords do not")
    func flood() async throws {
        try await withSite { site in
            let address = try await giveAddress(.learner, site)
            var statuses: [Int] = []
            for _ in 1...12 { statuses.append(try await site.post("/sign-in/link", .form("login=\(address)")).status) }
            #expect(statuses.first == 303 && statuses.last == 429)
            #expect(
                try await site.post("/sign-in", .form("login=\(site.campus[.learner].login)&password=trois+pommes+vertes")).status
                    == 303)
        }
    }

    @Test("a card opens with its number, until it is cancelled or another one is made")
    func cards() async throws {
        try await withSite { site in
            let first = try card(try await makeCard(site, for: .learner))
            #expect(try await site.get(first.path).text.contains("Samira"))
            let wrong = try await site.post(first.path, .form("pin=\(first.pin == "000000" ? "111111" : "000000")"))
            #expect(wrong.status == 422 && wrong.headers[values: .setCookie].isEmpty)
            let spaced = first.pin.prefix(3) + "+" + first.pin.suffix(3)
            let opened = try await site.post(first.path, .form("pin=\(spaced)"))
            #expect(opened.status == 303 && !opened.headers[values: .setCookie].isEmpty)

            let second = try card(try await makeCard(site, for: .learner))
            #expect(try await site.post(first.path, .form("pin=\(first.pin)")).status == 404)
            #expect(try await site.post(second.path, .form("pin=\(second.pin)")).status == 303)
            let person = site.campus[.learner].id.text
            _ = try await site.post(
                "/cohorts/\(TestCampus.cohortKey)/people/\(person)/card/revocation", .form(""), as: .tutor)
            #expect(try await site.post(second.path, .form("pin=\(second.pin)")).status == 404)
        }
    }

    @Test("nobody tries all numbers of a card")
    func guessing() async throws {
        try await withSite { site in
            let made = try card(try await makeCard(site, for: .learner))
            let wrong = made.pin == "000000" ? "111111" : "000000"
            var status = 200
            for _ in 1...12 { status = try await site.post(made.path, .form("pin=\(wrong)")).status }
            #expect(status == 429)
            #expect(try await site.post(made.path, .form("pin=\(made.pin)")).status == 429)
        }
    }

    @Test("nobody gets the card or the password of somebody who works for the organisation, nor keeps a card when they begin to")
    func staff() async throws {
        try await withSite { site in
            let made = try card(try await makeCard(site, for: .learner))
            _ = try await site.campus.campus.enrol([site.campus[.learner].login], in: TestCampus.cohortKey, as: .tutor)
            #expect(try await site.post(made.path, .form("pin=\(made.pin)")).status == 404)
            #expect(try await makeCard(site, for: .learner, by: .coordinator).status == 403)
            let person = site.campus[.learner].id.text
            let reset = "/cohorts/\(TestCampus.cohortKey)/people/\(person)/password"
            #expect(try await site.post(reset, .form(""), as: .coordinator).status == 403)
            // A tutor is no learner of the cohort.
            #expect(try await makeCard(site, for: .coordinator).status == 404)
        }
    }

    @Test("another password opens, once it was given, and the one before does not")
    func password() async throws {
        try await withSite { site in
            let person = site.campus[.learner].id.text
            let answer = try await site.post(
                "/cohorts/\(TestCampus.cohortKey)/people/\(person)/password", .form(""), as: .tutor, accept: Answer.json)
            #expect(answer.status == 201 && answer.headers[.cacheControl] == "no-store")
            let password = try #require(try answer.object()["password"] as? String)
            let login = site.campus[.learner].login
            #expect(try await site.post("/sign-in", .form("login=\(login)&password=trois+pommes+vertes")).status == 422)
            let encoded = try #require(password.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            #expect(try await site.post("/sign-in", .form("login=\(login)&password=\(encoded)")).status == 303)
        }
    }
}

import Accounts
import Campus
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("What another site makes a browser send")
struct CrossSiteTests {
    struct Sent: Sendable, CustomTestStringConvertible {
        var fetchSite: String?
        var origin: String?
        let passes: Bool

        var headers: HTTPFields {
            var headers: HTTPFields = [:]
            headers[.fetchSite] = fetchSite
            headers[.origin] = origin
            return headers
        }

        var testDescription: String { "\(fetchSite ?? "–"), \(origin ?? "–")" }
    }

    private static let own = "https://apprendre.example.org"

    static let alike = [
        Sent(passes: true), Sent(fetchSite: "same-origin", passes: true), Sent(fetchSite: "none", passes: true),
        Sent(fetchSite: "same-site", passes: false), Sent(fetchSite: "cross-site", passes: false),
        Sent(fetchSite: "", passes: false), Sent(fetchSite: "Same-Origin ", passes: false),
        Sent(origin: "null", passes: false), Sent(origin: "", passes: false),
        Sent(origin: "https://evil.example", passes: false), Sent(fetchSite: "cross-site", origin: own, passes: false),
        // What the browser itself says of the request comes first.
        Sent(fetchSite: "same-origin", origin: "https://evil.example", passes: true),
    ]

    @Test(
        "on a laptop, the address that was asked is the site's own",
        arguments: alike + [
            Sent(origin: "http://localhost", passes: true), Sent(origin: "https://localhost", passes: true),
            Sent(origin: own, passes: false), Sent(origin: "http://localhost.evil.example", passes: false),
            Sent(origin: "http://localhost:81", passes: false),
        ])
    func laptop(_ sent: Sent) async throws {
        try await expect(sent, SiteSettings())
    }

    @Test(
        "in public, the address that the operator declared is",
        arguments: alike + [
            Sent(origin: own, passes: true), Sent(origin: "http://apprendre.example.org", passes: false),
            Sent(origin: own + ".evil.example", passes: false), Sent(origin: own + ":8443", passes: false),
            Sent(origin: "http://localhost", passes: false), Sent(origin: own + "/", passes: false),
        ])
    func published(_ sent: Sent) async throws {
        try await expect(sent, SiteSettings(publicAddress: Self.own))
    }

    private func expect(_ sent: Sent, _ settings: SiteSettings) async throws {
        try await withSite(settings: settings) { site in
            let saved = try await site.post("/profile", .form("theme=dark"), as: .learner, headers: sent.headers)
            #expect(saved.status == (sent.passes ? 303 : 403))
            let viewer = try await site.campus.viewer(.learner)
            #expect((viewer.person.preferences.theme == .dark) == sent.passes)
            // Signing somebody in as somebody else is an attack too.
            let entry = SentText.form("login=karim.haddad&password=trois+pommes+vertes")
            let signedIn = try await site.post("/sign-in", entry, headers: sent.headers)
            #expect(signedIn.status == (sent.passes ? 303 : 403))
            #expect((signedIn.cookie(site.cookieName) != nil) == sent.passes)
            // Reading is not changing.
            #expect(try await site.get("/profile", as: .learner, headers: sent.headers).status == 200)
        }
    }

    @Test("the refusal says what to do, in both languages")
    func words() async throws {
        try await withSite { site in
            for (language, words) in [("fr", "vient d’un autre site"), ("en", "comes from another site")] {
                let answer = try await site.post(
                    "/sign-in", .form("login=a&password=b"), accept: Answer.json,
                    headers: [.fetchSite: "cross-site", .acceptLanguage: language])
                #expect(answer.status == 403)
                #expect(try #require(try answer.object()["detail"] as? String).contains(words))
            }
        }
    }
}

import Accounts
import Essentials
import HTTPTypes
import TestSupport
import Testing
import Web

@Suite("Sessions over HTTP")
struct SessionTests {
    private static let form = SentText.form("login=samira.benali&password=trois+pommes+vertes")
    private static let wrong = SentText.form("login=samira.benali&password=wrong")

    private func cookie(_ token: String) -> HTTPFields { [.cookie: "rebond=\(token)"] }

    @Test("signing in gives a cookie that scripts cannot read and that opens one's pages")
    func signIn() async throws {
        try await withSite { site in
            let answer = try await site.post("/sign-in", Self.form)
            #expect(answer.status == 303)
            #expect(answer.location == "/")
            #expect(answer.headers[.cacheControl] == "no-store")
            let header = try #require(answer.headers[.setCookie])
            for part in ["Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Lax"] { #expect(header.contains("; \(part)")) }
            #expect(!header.contains("Secure"))
            #expect(!header.contains("Domain"))
            let token = try #require(answer.cookie("rebond"))
            let profile = try await site.get("/profile", accept: Answer.json, headers: cookie(token))
            #expect(try profile.object()["login"] as? String == "samira.benali")
        }
    }

    @Test("over HTTPS the cookie is tied to the host and never travels in clear")
    func secure() async throws {
        try await withSite(settings: SiteSettings(publicAddress: "https://apprendre.example.org")) { site in
            let answer = try await site.post("/sign-in", Self.form)
            let header = try #require(answer.headers[.setCookie])
            #expect(header.hasPrefix("__Host-rebond="))
            #expect(header.hasSuffix("; Secure"))
            let token = try #require(answer.cookie("__Host-rebond"))
            #expect(try await site.get("/profile", accept: Answer.json, headers: cookie(token)).status == 401)
            let kept: HTTPFields = [.cookie: "a=b; __Host-rebond=\(token)"]
            #expect(try await site.get("/profile", accept: Answer.json, headers: kept).status == 200)
        }
    }

    @Test("the login is found by e-mail too, whatever the case")
    func logins() async throws {
        try await withSite { site in
            for login in ["SAMIRA.BENALI", "samira.benali@exemple.fr", "  samira.benali "] {
                let body = SentText.json(#"{"login":"\#(login)","password":"trois pommes vertes"}"#)
                let answer = try await site.post("/sign-in", body, accept: Answer.json)
                #expect(answer.status == 200, "\(login)")
                #expect(answer.cookie("rebond")?.count == 43)
            }
        }
    }

    @Test("a wrong password, an unknown login and an empty field are told beside the form, with the login kept")
    func refusals() async throws {
        try await withSite { site in
            var details: Set<String> = []
            for login in ["samira.benali", "nobody", "x"] {
                let page = try await site.post("/sign-in", .form("login=\(login)&password=wrong&next=/courses"))
                #expect(page.status == 422)
                #expect(page.headers[.setCookie] == nil)
                #expect(page.headers[.cacheControl] == "no-store")
                #expect(page.text.contains("value=\"\(login)\""))
                #expect(page.text.contains("name=\"next\" value=\"/courses\""))
                let model = try await site.post(
                    "/sign-in", .json(#"{"login":"\#(login)","password":"wrong"}"#), accept: Answer.json)
                #expect(model.status == 422)
                details.insert(try #require(try model.object()["detail"] as? String))
            }
            // Whether a login exists is not said.
            #expect(details.count == 1)
            for body in ["login=&password=x", "login=x", "password=x", "", "login=+&password=x"] {
                #expect(try await site.post("/sign-in", .form(body)).status == 422, "\(body)")
            }
        }
    }

    @Test("too many wrong passwords make one wait, and say how long")
    func throttle() async throws {
        try await withSite { site in
            for _ in 1...5 { #expect(try await site.post("/sign-in", Self.wrong).status == 422) }
            let page = try await site.post("/sign-in", Self.form)
            #expect(page.status == 429)
            #expect(page.headers[.retryAfter] == "30")
            #expect(page.headers[.setCookie] == nil)
            #expect(page.text.contains("Trop d’essais. Réessayez dans 30 secondes."))
            let model = try await site.post(
                "/sign-in", .json(#"{"login":"samira.benali","password":"trois pommes vertes"}"#), accept: Answer.json)
            #expect(model.status == 429)
            #expect(model.headers[.retryAfter] == "30")
            // Another's account is not held up.
            #expect(try await site.post("/sign-in", .form("login=karim.haddad&password=trois+pommes+vertes")).status == 303)
            site.clock.advance(seconds: 31)
            #expect(try await site.post("/sign-in", Self.form).status == 303)
        }
    }

    @Test("an address is counted by the client's, which only a declared proxy may name")
    func addresses() async throws {
        for isBehindProxy in [true, false] {
            try await withSite(settings: SiteSettings(isBehindProxy: isBehindProxy)) { site in
                for number in 1...30 {
                    let form = SentText.form("login=nobody\(number)&password=x")
                    _ = try await site.post("/sign-in", form, headers: [.forwarded: "203.0.113.7"])
                }
                let same = try await site.post("/sign-in", Self.form, headers: [.forwarded: "198.51.100.1, 203.0.113.7"])
                #expect(same.status == 429)
                let other = try await site.post("/sign-in", Self.form, headers: [.forwarded: "203.0.113.7, 198.51.100.2"])
                #expect(other.status == (isBehindProxy ? 303 : 429))
            }
        }
    }

    @Test(
        "a proxy is believed on this machine when it is said so, elsewhere by its address",
        arguments: [
            (false, [], "127.0.0.1", false), (true, [], "127.0.0.1", true), (true, [], "::1", true),
            (true, [], "::ffff:127.0.0.1", true),
            (true, [], "10.0.0.5", false), (false, ["10.0.0.5"], "10.0.0.5", true),
            (false, ["10.0.0.5"], "::ffff:10.0.0.5", true),
            (false, ["10.0.0.5"], "10.0.0.50", false), (false, ["10.0.0.5"], "127.0.0.1", false),
            (true, ["2001:db8::5"], "2001:db8::5", true),
        ] as [(Bool, Set<String>, String, Bool)])
    func proxies(isBehindProxy: Bool, proxies: Set<String>, address: String, isBelieved: Bool) {
        #expect(SiteSettings(isBehindProxy: isBehindProxy, proxies: proxies).isProxy(address) == isBelieved)
    }

    @Test("a session ends after thirty days, or after two weeks without a visit")
    func expiry() async throws {
        try await withSite { site in
            site.clock.advance(seconds: 14 * 86_400 - 1)
            #expect(try await site.get("/", as: .learner).status == 200)
            site.clock.advance(seconds: 14 * 86_400 - 1)
            #expect(try await site.get("/", as: .learner).status == 200)
            #expect(try await site.get("/", as: .tutor).location == "/sign-in")
            site.clock.advance(seconds: 3 * 86_400)
            let answer = try await site.get("/courses", as: .learner)
            #expect(answer.location == "/sign-in?next=/courses")
            #expect(try await site.get("/courses", as: .learner, accept: Answer.json).status == 401)
        }
    }

    @Test("signing out ends this browser's session only; everywhere ends them all")
    func signOut() async throws {
        try await withSite { site in
            let token = try #require(try await site.post("/sign-in", Self.form).cookie("rebond"))
            let answer = try await site.post("/sign-out", headers: cookie(token))
            #expect(answer.status == 303)
            #expect(answer.location == "/sign-in")
            #expect(answer.headers[.setCookie] == "rebond=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
            #expect(try await site.get("/profile", accept: Answer.json, headers: cookie(token)).status == 401)
            #expect(try await site.get("/profile", as: .learner).status == 200)

            let second = try #require(try await site.post("/sign-in", Self.form).cookie("rebond"))
            #expect(try await site.post("/sign-out-everywhere", headers: cookie(second)).status == 303)
            for headers in [cookie(second), cookie(site.campus[.learner].session.text)] {
                #expect(try await site.get("/profile", accept: Answer.json, headers: headers).status == 401)
            }
            #expect(try await site.get("/profile", as: .secondLearner).status == 200)
        }
    }

    @Test("a new password signs out every other browser, and only the new one opens the door")
    func password() async throws {
        try await withSite { site in
            let other = try #require(try await site.post("/sign-in", Self.form).cookie("rebond"))
            let change = SentText.form("current=trois+pommes+vertes&new=quatre+poires+bleues+ici")
            let answer = try await site.post("/profile/password", change, as: .learner)
            #expect(answer.status == 303)
            #expect(answer.location == "/profile?notice=password")
            #expect(try await site.get("/profile?notice=password", as: .learner).status == 200)
            #expect(try await site.get("/profile", accept: Answer.json, headers: cookie(other)).status == 401)
            #expect(try await site.post("/sign-in", Self.form).status == 422)
            #expect(try await site.post("/sign-in", .form("login=samira.benali&password=quatre+poires+bleues+ici")).status == 303)
        }
    }

    @Test(
        "a cookie that is no session is nobody",
        arguments: ["", "x", "rebond", String(repeating: "A", count: 43), "a;b", "\u{7F}"])
    func junk(_ token: String) async throws {
        try await withSite { (site: TestSite) async throws in
            #expect(try await site.get("/courses", headers: cookie(token)).status == 303)
            #expect(try await site.get("/courses", accept: Answer.json, headers: [.cookie: token]).status == 401)
        }
    }
}

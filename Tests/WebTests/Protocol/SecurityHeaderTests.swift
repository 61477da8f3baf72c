import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Headers that every answer carries")
struct SecurityHeaderTests {
    static let requests: [(method: HTTPRequest.Method, path: String, role: TestRole?)] = [
        (.get, "/sign-in", nil), (.get, "/", nil), (.get, "/", .learner), (.get, Address.welcome, .learner),
        (.get, "/nothing", nil),
        (.put, "/", .learner), (.get, "/cohorts", .learner), (.post, "/profile", .learner), (.post, "/sign-in", nil),
        (.get, "/health", nil), (.get, "/metrics", nil), (.get, "/static/x/js/page.js", nil), (.get, "/static/x/js/none.js", nil),
        (.post, "/profile/password", .learner), (.head, "/courses", .learner),
    ]

    @Test("are there whatever is asked and answered", arguments: requests)
    func everywhere(_ method: HTTPRequest.Method, _ path: String, _ role: TestRole?) async throws {
        try await withSite { site in
            for accept in [Answer.html, Answer.json, "image/png"] {
                let answer = try await site.send(method, path, as: role, accept: accept)
                let headers = answer.headers
                let policy = try #require(headers[.contentSecurityPolicy])
                #expect(policy.contains("default-src 'none'"))
                for forbidden in ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"] { #expect(!policy.contains(forbidden)) }
                for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] { #expect(policy.contains(part)) }
                #expect(headers[.xContentTypeOptions] == "nosniff")
                #expect(headers[.named("Referrer-Policy")] == "same-origin")
                #expect(headers[.named("Cross-Origin-Opener-Policy")] == "same-origin")
                #expect(headers[.named("Cross-Origin-Resource-Policy")] == "same-origin")
                #expect(headers[.named("Permissions-Policy")] != nil)
                #expect(headers[.strictTransportSecurity] == nil)
                #expect(try #require(headers[.requestID]).count >= 16)
                #expect(headers[.server] == nil)
            }
        }
    }

    @Test("over HTTPS the browser is told to stay there")
    func https() async throws {
        try await withSite(settings: SiteSettings(publicAddress: "https://apprendre.example.org")) {
            (site: TestSite) async throws in
            for path in ["/sign-in", "/nothing", "/health"] {
                #expect(try await site.get(path).headers[.strictTransportSecurity] == "max-age=31536000")
            }
        }
    }

    @Test("each request has a number of its own, which its refusal names")
    func requestNumbers() async throws {
        try await withSite { site in
            let model = try await site.get("/nothing", accept: Answer.json)
            let number = try #require(model.headers[.requestID])
            #expect(try model.object()["instance"] as? String == "urn:rebond:request:\(number)")
            let page = try await site.get("/nothing")
            let other = try #require(page.headers[.requestID])
            #expect(page.text.contains(other))
            #expect(number != other)
        }
    }

    @Test("pages hold no inline script or style, and nothing of another site")
    func inline() async throws {
        try await withSite { site in
            let attempt = try await site.post(Address.attempts, as: .learner)
            let paths = ["/", "/courses", Address.course, Address.quiz, "/profile", "/help", attempt.location ?? "", "/nothing"]
            for path in paths {
                let text = try await site.get(path, as: .learner).text
                for forbidden in [
                    " style=\"", "<style", " onclick", " onload", "javascript:", "<script>", "src=\"http", "href=\"http",
                    "src=\"//",
                ] {
                    #expect(!text.contains(forbidden), "\(path) holds \(forbidden)")
                }
            }
        }
    }

    @Test("the server's figures count what was answered, by route and not by address")
    func figures() async throws {
        try await withSite { site in
            _ = try await site.get(Address.course, as: .learner)
            _ = try await site.get("/courses/none", as: .learner)
            _ = try await site.get("/wp-login.php")
            let text = try await site.get("/metrics").text
            func count(_ labels: String) -> String? {
                text.split(separator: "\n").first { $0.hasPrefix("rebond_http_request_duration_seconds_count{\(labels)}") }
                    .map { String($0.split(separator: " ").last ?? "") }
            }
            #expect(count(#"route="/courses/{course}",method="GET",status="200""#) == "1")
            #expect(count(#"route="/courses/{course}",method="GET",status="404""#) == "1")
            #expect(!text.contains("wp-login"))
            #expect(!text.contains(TestCourse.key))
            #expect(text.contains("rebond_sessions_cached 1"))
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                let value = try #require(line.split(separator: " ").last)
                #expect(Double(value) != nil, "\(line)")
            }
        }
    }
}

import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Where one goes once signed in")
struct RedirectTests {
    /// What `next` holds once decoded, and where it leads.
    static let table: [(next: String, place: String)] = [
        ("/courses", "/courses"), ("/courses/x?a=b&c=d", "/courses/x?a=b&c=d"),
        ("/attempts/1#question-a", "/attempts/1#question-a"),
        ("/%2F%2Fevil.example", "/%2F%2Fevil.example"), ("", "/"), ("/", "/"), ("courses", "/"),
        ("//evil.example", "/"), ("///evil.example", "/"), ("/\\evil.example", "/"), ("\\\\evil.example", "/"),
        ("/a\\b", "/"), ("https://evil.example", "/"), ("HTTPS://evil.example/", "/"), ("https:evil.example", "/"),
        ("javascript:alert(1)", "/"), ("data:text/html,x", "/"), (" /courses", "/"), ("/cour ses", "/"),
        ("/\t/evil.example", "/"),
        ("\t//evil.example", "/"), ("/\r\nSet-Cookie: rebond=x", "/"), ("/\u{0}", "/"), ("/é", "/"), ("/\u{2028}", "/"),
        ("/" + String(repeating: "a", count: 1999), "/" + String(repeating: "a", count: 1999)),
        ("/" + String(repeating: "a", count: 2000), "/"), ("@evil.example", "/"), (".evil.example", "/"),
        ("?next=//evil.example", "/"),
    ]

    @Test("stays on this site", arguments: table)
    func destinations(_ next: String, _ place: String) async throws {
        let encoded = try #require(next.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        try await withSite { site in
            let form = try await site.get("/sign-in?next=\(encoded)", accept: Answer.json)
            // An address in a query that is not text at all counts as none.
            #expect(try form.object()["next"] as? String == place)
            let already = try await site.get("/sign-in?next=\(encoded)", as: .learner)
            #expect(already.status == 303)
            #expect(already.location == place)
            guard !next.contains("\u{0}") else { return }
            let page = try await site.post("/sign-in", .form("login=samira.benali&password=trois+pommes+vertes&next=\(encoded)"))
            #expect(page.status == 303)
            #expect(page.location == place)
            #expect(page.headers[values: .setCookie].count == 1)
        }
    }

    @Test("the way to sign in and back keeps the address that was asked")
    func andBack() async throws {
        try await withSite { site in
            let asked = "/courses/x/activities/y?a=1&b=2"
            let away = try #require(try await site.get(asked).location)
            #expect(away.hasPrefix("/sign-in?next="))
            #expect(!away.dropFirst("/sign-in?next=".count).contains("&"))
            #expect(try await site.get(away, accept: Answer.json).object()["next"] as? String == asked)
            #expect(try await site.get("/").location == "/sign-in")
        }
    }

    @Test("an address that a browser reads as another host is not local", arguments: table)
    func local(_ next: String, _ place: String) {
        #expect(Links.isLocal(next) == (next == place && !next.isEmpty))
        #expect(Links.signIn(next: next).hasPrefix("/sign-in"))
    }
}

import Essentials
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("Two representations, two languages")
struct NegotiationTests {
    static let accepts: [(header: String?, representation: Representation?)] = [
        (nil, .html), ("", .html), ("*/*", .html), ("text/html", .html), ("application/json", .json),
        (Answer.html, .html), ("text/*", .html), ("application/*", .html), ("application/xhtml+xml", .html),
        ("application/problem+json", .json), ("application/json, text/html;q=0.9", .json),
        ("application/json;q=0.9, text/html", .html), ("application/json;q=0.5, */*;q=0.1", .json),
        ("text/html;q=0, */*", .json), ("text/html;q=0", nil), ("application/json;q=0, */*;q=0", nil),
        ("image/png", nil), ("text/plain", nil), ("TEXT/HTML", .html), ("Application/JSON", .json),
        ("application/json ; q=1.0 , text/html ; q=0.2", .json), ("application/json;charset=utf-8", .json),
        ("*/*;q=0", nil), ("nonsense", .html), ("application/json;q=oops", nil), (",,", .html), ("text/csv, */*;q=0.1", .csv),
        ("text/csv", .csv), ("text/csv;q=0.5, text/html", .html), ("text/csv;q=0", nil), ("text/csv, application/json", .json),
        (Representation.workbook, .xlsx), (Representation.workbook + ", text/html;q=0.9", .xlsx),
        (Representation.workbook + ";q=0.5, text/csv", .csv), ("text/html, " + Representation.workbook, .html),
    ]

    @Test("the Accept header chooses", arguments: accepts)
    func accept(_ header: String?, _ expected: Representation?) async throws {
        #expect(Representation.preferred(accept: header) == expected)
        guard let header else { return }
        try await withSite { site in
            let answer = try await site.get("/courses", as: .learner, accept: header)
            switch expected {
            case .html: #expect(answer.type == "text/html; charset=utf-8")
            case .json: #expect(answer.type == "application/json")
            // A page without any table: what is accepted besides.
            case .csv where header.contains("*/*"), .xlsx where header.contains("text/html"): #expect(answer.type == "text/html; charset=utf-8")
            case .csv, .xlsx, nil:
                #expect(answer.status == 406)
                #expect(answer.text.contains("application/json"))
            }
        }
    }

    static let languages: [(header: String?, language: Language)] = [
        (nil, .french), ("fr", .french), ("en", .english), ("en-GB,en;q=0.9,fr;q=0.8", .english), ("de", .french),
        ("fr-CA, en;q=0.9", .french), ("de, en;q=0.5", .english), ("*", .french), ("fr;q=0.1, *;q=0.5", .english), ("", .french),
    ]

    @Test("the browser's language holds until somebody is known", arguments: languages)
    func language(_ header: String?, _ language: Language) async throws {
        try await withSite { site in
            var headers: HTTPFields = [:]
            headers[.acceptLanguage] = header
            let door = try await site.get("/sign-in", headers: headers)
            #expect(door.headers[.contentLanguage] == language.rawValue)
            #expect(door.text.contains("<html lang=\"\(language.rawValue)\""))
            let problem = try await site.get("/courses", accept: Answer.json, headers: headers)
            let title = language == .french ? "Connectez-vous d’abord" : "Sign in first"
            #expect(try problem.object()["title"] as? String == title)
            // Whoever signed in chose a language in their profile.
            let home = try await site.get("/", as: .learner, headers: headers)
            #expect(home.headers[.contentLanguage] == "fr")
        }
    }

    @Test("the profile's language holds on every page, whatever the browser says")
    func preference() async throws {
        try await withSite { site in
            #expect(try await site.post("/profile", .form("language=en&theme=dark&spacing=wide"), as: .learner).status == 303)
            let home = try await site.get("/", as: .learner, headers: [.acceptLanguage: "fr"])
            #expect(home.headers[.contentLanguage] == "en")
            #expect(home.text.contains("<html lang=\"en\" data-theme=\"dark\" data-spacing=\"wide\""))
            #expect(home.text.contains("Hello Samira"))
            let missing = try await site.get("/courses/none", as: .learner, accept: Answer.json, headers: [.acceptLanguage: "fr"])
            #expect(try missing.object()["title"] as? String == "This page does not exist")
        }
    }

    @Test("what an answer varies with is said", arguments: ["/", "/courses", "/profile", Address.course, Address.welcome])
    func vary(_ path: String) async throws {
        try await withSite { site in
            for accept in [Answer.html, Answer.json] {
                let answer = try await site.get(path, as: .learner, accept: accept)
                #expect(answer.headers[.vary] == "Accept, Accept-Language, Accept-Encoding, Cookie")
                #expect(answer.headers[.cacheControl] == "private, no-cache")
            }
        }
    }

    @Test("the same model stands behind both: what JSON says, the page shows")
    func sameModel() async throws {
        try await withSite { site in
            let model = try await site.get(Address.course, as: .learner, accept: Answer.json).object()
            let page = try await site.get(Address.course, as: .learner).text
            let modules = try #require(model["modules"] as? [[String: Any]])
            for module in modules {
                #expect(page.contains(try #require(module["title"] as? String)))
                for step in module["steps"] as? [[String: Any]] ?? [] {
                    #expect(page.contains(try #require(step["title"] as? String)))
                }
            }
        }
    }
}

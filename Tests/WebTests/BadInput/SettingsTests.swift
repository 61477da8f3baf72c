import Accounts
import Campus
import Essentials
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("Settings and lists: what is refused")
struct SettingsTests {
    static let wrongSettings: [(body: SentText, status: Int, field: String?)] = [
        (.form("language=de"), 422, "language"), (.form("language="), 422, "language"), (.form("theme=blue"), 422, "theme"),
        (.form("spacing=huge"), 422, "spacing"), (.json(#"{"language":"FR"}"#), 422, "language"),
        (.json(#"{"theme":""}"#), 422, "theme"),
        (.json(#"{"language":5}"#), 400, nil), (.json(#"{"language":["fr"]}"#), 400, nil), (.json("null"), 400, nil),
        (.json("[]"), 400, nil),
    ]

    @Test("a setting that there is not changes nothing", arguments: wrongSettings)
    func settings(_ body: SentText, _ status: Int, _ field: String?) async throws {
        try await withSite { site in
            let answer = try await site.post("/profile", body, as: .learner, accept: Answer.json)
            #expect(answer.status == status)
            #expect((try answer.object()["errors"] as? [[String: String]])?.first?["field"] == field)
            #expect(try await site.post("/profile", body, as: .learner).status == status)
            #expect(try await site.campus.viewer(.learner).person.preferences == Preferences())
        }
    }

    @Test("what is not sent stays as it is")
    func partial() async throws {
        try await withSite { site in
            #expect(try await site.post("/profile", .form("theme=dark"), as: .learner).status == 303)
            #expect(
                try await site.post("/profile", .json(#"{"spacing":"wide","theme":null}"#), as: .learner, accept: Answer.json)
                    .status == 200)
            #expect(try await site.post("/profile", .form(""), as: .learner).location == "/profile?notice=saved")
            let preferences = try await site.campus.viewer(.learner).person.preferences
            #expect(preferences == Preferences(language: .french, theme: .dark, spacing: .wide))
        }
    }

    static let wrongPasswords: [(current: String, new: String, field: String)] = [
        ("wrong", "quatre poires bleues ici", "current"), ("", "quatre poires bleues ici", "current"),
        ("trois pommes vertes", "court", "password"), ("trois pommes vertes", "", "password"),
        ("trois pommes vertes", "samira.benali", "password"), ("trois pommes vertes", "aaaaaaaaaaaaaaaa", "password"),
    ]

    @Test("a password that will not do is told beside its field, and the old one stays", arguments: wrongPasswords)
    func password(_ current: String, _ new: String, _ field: String) async throws {
        try await withSite { site in
            let body = SentText.json(#"{"current":"\#(current)","new":"\#(new)"}"#)
            let answer = try await site.post("/profile/password", body, as: .learner, accept: Answer.json)
            #expect(answer.status == 422)
            let errors = try #require(try answer.object()["errors"] as? [[String: String]])
            #expect(errors.first?["field"] == field)
            let form = SentText.form("current=\(current)&new=\(new)".replacing(" ", with: "+"))
            let page = try await site.post("/profile/password", form, as: .learner)
            #expect(page.status == 422)
            #expect(page.text.contains("aria-invalid=\"true\""))
            #expect(!page.text.contains("value=\"\(TestPerson.password)\""))
            #expect(try await site.post("/sign-in", .form("login=samira.benali&password=trois+pommes+vertes")).status == 303)
        }
    }

    @Test("guessing the current password is throttled like signing in")
    func throttle() async throws {
        try await withSite { site in
            let guess = SentText.form("current=wrong&new=quatre+poires+bleues+ici")
            for _ in 1...5 { #expect(try await site.post("/profile/password", guess, as: .learner).status == 422) }
            let page = try await site.post("/profile/password", guess, as: .learner)
            #expect(page.status == 429)
            #expect(page.headers[.retryAfter] == "30")
            let model = try await site.post("/profile/password", guess, as: .learner, accept: Answer.json)
            #expect(model.headers[.retryAfter] == "30")
        }
    }

    @Test(
        "a place in a list that is none is refused",
        arguments: [
            "after=x", "after=", "after=0192f0aa-1111-7222-8333-444455556666", "after=x&name=y",
            "after=0192f0aa-1111-7222-8333-444455556666&name=%00",
        ])
    func position(_ query: String) async throws {
        try await withSite { site in
            let answer = try await site.get("\(Address.cohort)?\(query)", as: .tutor, accept: Answer.json)
            #expect(answer.status == 422)
            #expect((try answer.object()["errors"] as? [[String: String]])?.first?["field"] == "after")
        }
    }

    @Test(
        "a query that nobody asked for changes nothing",
        arguments: ["?", "?x=y", "?notice=<script>", "?notice=%00", "?%ff=%fe", "?next=//evil", "?a&b=&=c"])
    func queries(_ query: String) async throws {
        try await withSite { site in
            for path in ["/profile", "/courses", Address.course, "/sign-in", "/help"] {
                let answer = try await site.get(path + query, as: path == "/sign-in" ? nil : .learner)
                #expect(answer.status == 200)
                #expect(!answer.text.contains("<script>"))
            }
        }
    }

    @Test("a long list of learners comes in pages that lead to each other")
    func pages() async throws {
        try await withSite { site in
            let first = try await site.get(Address.cohort, as: .tutor, accept: Answer.json).object()
            #expect((first["learners"] as? [[String: Any]])?.compactMap { $0["familyName"] as? String } == ["Benali", "Haddad"])
            #expect(first["next"] == nil)
            let enrolment = try #require(try await site.campus.enrolment(.learner)).id
            let rest = try await site.get(
                "\(Address.cohort)?after=\(enrolment)&name=benali%20samira", as: .tutor, accept: Answer.json)
            #expect((try rest.object()["learners"] as? [[String: Any]])?.compactMap { $0["familyName"] as? String } == ["Haddad"])
        }
    }
}

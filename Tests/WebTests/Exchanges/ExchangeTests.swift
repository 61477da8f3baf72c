import HTTPTypes
import TestSupport
import Testing

@Suite("Whole exchanges")
struct ExchangeTests {
    private func exchange(_ name: String, _ body: @Sendable (TestSite, Transcript) async throws -> Void) async throws {
        try await withSite { site in
            let transcript = Transcript(site)
            try await body(site, transcript)
            try Golden.expect(transcript.text, is: "exchanges/\(name).txt")
        }
    }

    @Test("signing in and out, as a browser does")
    func signIn() async throws {
        try await exchange("sign-in") { site, talk in
            let html = Answer.html
            try await talk.ask(.get, "/courses", accept: html)
            try await talk.ask(.get, "/sign-in?next=/courses", accept: html, showsBody: false)
            try await talk.ask(
                .post, "/sign-in", .form("login=samira.benali&password=wrong&next=/courses"), accept: html, showsBody: false)
            let entry = SentText.form("login=samira.benali&password=trois+pommes+vertes&next=/courses")
            let signedIn = try await talk.ask(.post, "/sign-in", entry, accept: html)
            let token = try #require(signedIn.cookie("rebond"))
            try await talk.ask(.get, "/courses", accept: html, headers: [.cookie: "rebond=\(token)"], showsBody: false)
            try await talk.ask(.post, "/sign-out", accept: html, headers: [.cookie: "rebond=\(token)"])
        }
    }

    @Test("signing in as a program does, and being told why not")
    func signInJSON() async throws {
        try await exchange("sign-in-json") { site, talk in
            try await talk.ask(.get, "/courses")
            try await talk.ask(.post, "/sign-in", .json(#"{"login":"samira.benali","password":"wrong"}"#))
            try await talk.ask(.post, "/sign-in", .json(#"{"login":"samira.benali"}"#), headers: [.acceptLanguage: "en"])
            try await talk.ask(.post, "/sign-in", .json(#"{"login":"samira.benali","password":"trois pommes vertes"}"#))
            for _ in 1...5 { _ = try await site.post("/sign-in", .form("login=karim.haddad&password=x")) }
            try await talk.ask(.post, "/sign-in", .json(#"{"login":"karim.haddad","password":"trois pommes vertes"}"#))
        }
    }

    @Test("a lesson is read and finished, with its events and its tags")
    func lesson() async throws {
        try await exchange("lesson") { _, talk in
            let lesson = try await talk.ask(.get, Address.welcome, as: .learner)
            let tag = try #require(lesson.headers[.eTag])
            try await talk.ask(.get, Address.welcome, as: .learner, headers: [.ifNoneMatch: tag])
            let opened = #"{"events":[{"id":"0192f0aa-1111-7222-8333-444455550001","kind":"opened","occurredAt":1789459200000}]}"#
            try await talk.ask(.post, Address.events(TestCourse.welcome), .json(opened), as: .learner)
            try await talk.ask(.post, Address.events(TestCourse.welcome), .json(opened), as: .learner)
            let other = opened.replacing("opened", with: "reached-end")
            try await talk.ask(.post, Address.events(TestCourse.welcome), .json(other), as: .learner)
            try await talk.ask(
                .post, Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner, accept: Answer.html)
            try await talk.ask(.get, Address.welcome, as: .learner, headers: [.ifNoneMatch: tag])
            try await talk.ask(.get, Address.course, as: .learner)
        }
    }

    @Test("a quiz from its first page to its correction, by JSON")
    func quiz() async throws {
        try await exchange("quiz") { _, talk in
            try await talk.ask(.get, Address.quiz, as: .learner)
            let attempt = try #require(try await talk.ask(.post, Address.attempts, as: .learner).location)
            try await talk.ask(.get, attempt, as: .learner)
            let answers =
                #"{"sequence":1789459200001,"answers":{"role":"c1","outils":["c1","c2"],"fermer":"true","largeur":"160"}}"#
            try await talk.ask(.post, attempt + "/answers", .json(answers), as: .learner)
            try await talk.ask(.get, attempt + "/review", as: .learner)
            try await talk.ask(.post, attempt + "/submission", as: .learner)
            try await talk.ask(.get, attempt, as: .learner)
            try await talk.ask(.post, attempt + "/answers", .json(answers), as: .learner)
        }
    }

    @Test("a quiz by forms alone, as without JavaScript")
    func quizForms() async throws {
        try await exchange("quiz-forms") { _, talk in
            let html = Answer.html
            let attempt = try #require(try await talk.ask(.post, Address.attempts, as: .learner, accept: html).location)
            try await talk.ask(.get, attempt, as: .learner, accept: html, showsBody: false)
            let form = SentText.form("role=c1&outils=c1&outils=c2&fermer=false&largeur=640&attribut=Alt")
            let review = try await talk.ask(.post, attempt + "/answers", form, as: .learner, accept: html)
            try await talk.ask(.get, try #require(review.location), as: .learner, accept: html, showsBody: false)
            let sent = try await talk.ask(.post, attempt + "/submission", as: .learner, accept: html)
            let result = try await talk.ask(.get, try #require(sent.location), as: .learner, accept: html, showsBody: false)
            #expect(result.text.contains("6 sur 6 · 100 %"))
            try await talk.ask(.get, attempt + "/review", as: .learner, accept: html)
        }
    }

    @Test("problems, in both languages and both representations")
    func problems() async throws {
        try await exchange("problems") { _, talk in
            for language in ["fr", "en"] {
                let headers: HTTPFields = [.acceptLanguage: language]
                try await talk.ask(.get, "/nothing", headers: headers)
                try await talk.ask(.get, "/nothing", accept: Answer.html, headers: headers)
                try await talk.ask(.put, "/courses", headers: headers)
                try await talk.ask(.get, "/courses", headers: headers)
                try await talk.ask(.get, "/courses", accept: "image/png", headers: headers, showsBody: false)
                try await talk.ask(.post, "/sign-in", .json("{"), headers: headers)
                try await talk.ask(.post, "/sign-in", SentText(type: "text/csv", bytes: Array("a".utf8)), headers: headers)
                try await talk.ask(.post, "/sign-in", headers: [.acceptLanguage: language, .fetchSite: "cross-site"])
            }
            try await talk.ask(.get, "/cohorts", as: .learner)
            try await talk.ask(.get, "/cohorts", as: .learner, accept: Answer.html, showsBody: false)
        }
    }

    @Test("what those who follow learners and authors read")
    func staff() async throws {
        try await exchange("staff") { site, talk in
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            try await talk.ask(.get, "/", as: .tutor)
            try await talk.ask(.get, "/cohorts", as: .tutor)
            try await talk.ask(.get, Address.cohort, as: .tutor)
            try await talk.ask(.get, "\(Address.cohort)/learners/\(site.campus[.learner].id)", as: .coordinator)
            try await talk.ask(.get, "/authoring", as: .author)
            try await talk.ask(.get, "/authoring/courses/\(TestCourse.key)", as: .author)
            try await talk.ask(.get, "/help", as: .learner)
            try await talk.ask(.get, "/profile", as: .learner)
            try await talk.ask(.get, "/", as: .learner)
        }
    }
}

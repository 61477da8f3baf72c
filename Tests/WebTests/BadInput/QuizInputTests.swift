import Campus
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Attempts over HTTP")
struct QuizInputTests {
    /// Begins an attempt: its address.
    private func begin(_ site: TestSite, as role: TestRole = .learner) async throws -> String {
        let answer = try await site.post(Address.attempts, as: role, accept: Answer.json)
        #expect(answer.status == 201)
        let attempt = try #require(try answer.object()["attempt"] as? String)
        #expect(answer.location == "/attempts/\(attempt)")
        return "/attempts/\(attempt)"
    }

    private func save(_ json: String, to attempt: String, _ site: TestSite) async throws -> Answer {
        try await site.post(attempt + "/answers", .json(json), as: .learner, accept: Answer.json)
    }

    private func answered(_ attempt: String, _ site: TestSite) async throws -> [String: String] {
        let model = try await site.get(attempt, as: .learner, accept: Answer.json).object()
        var answers: [String: String] = [:]
        for question in model["questions"] as? [[String: Any]] ?? [] {
            guard let id = question["id"] as? String, let response = question["response"] as? [String: Any] else { continue }
            let choices = response["choices"] as? [String] ?? []
            answers[id] =
                response["text"] as? String ?? (response["truth"] as? Bool).map { "\($0)" } ?? choices.joined(separator: ",")
        }
        return answers
    }

    @Test("an attempt that is open is gone on with, not begun again")
    func resumed() async throws {
        try await withSite { site in
            let first = try await begin(site)
            let again = try await site.post(Address.attempts, as: .learner, accept: Answer.json)
            #expect(again.status == 200)
            #expect(again.headers[.location] == nil)
            #expect(first.hasSuffix(try #require(try again.object()["attempt"] as? String)))
            #expect(try await site.post(Address.attempts, as: .learner).location == first)
        }
    }

    @Test("answers of every type are kept, by JSON and by the form alike")
    func kept() async throws {
        let expected = ["role": "c1", "outils": "c1,c2", "fermer": "false", "largeur": "640 px", "attribut": "alt"]
        try await withSite { site in
            let first = try await begin(site)
            let saved = try await save(
                #"{"answers":{"role":"c1","outils":["c2","c1"],"fermer":"false","largeur":"640 px","attribut":"alt"}}"#,
                to: first, site)
            #expect(saved.status == 200)
            #expect(try await answered(first, site) == expected)
            let second = try await begin(site, as: .secondLearner)
            let form = "role=c1&outils=c1&outils=c2&fermer=false&largeur=640+px&attribut=alt"
            let review = try await site.post(second + "/answers", .form(form), as: .secondLearner)
            #expect(review.status == 303)
            #expect(review.location == second + "/review")
            #expect(try await site.get(second + "/review", as: .secondLearner).text.contains("640 px"))
        }
    }

    @Test("an answer is taken back by null, by an empty text, and by a form without it")
    func takenBack() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            _ = try await save(#"{"answers":{"role":"c1","attribut":"alt","outils":["c1"]}}"#, to: attempt, site)
            _ = try await save(#"{"answers":{"role":null,"attribut":""}}"#, to: attempt, site)
            #expect(try await answered(attempt, site) == ["outils": "c1"])
            _ = try await site.post(attempt + "/answers", .form("role=c2"), as: .learner)
            #expect(try await answered(attempt, site) == ["role": "c2"])
        }
    }

    @Test("of two answers the later one stays, whichever comes last")
    func sequences() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            _ = try await save(#"{"sequence":2000,"answers":{"role":"c2"}}"#, to: attempt, site)
            let late = try await save(#"{"sequence":1000,"answers":{"role":"c1","attribut":"alt"}}"#, to: attempt, site)
            #expect(try late.object()["superseded"] as? [String] == ["role"])
            #expect(try late.object()["saved"] as? [String] == ["attribut"])
            #expect(try await answered(attempt, site) == ["role": "c2", "attribut": "alt"])
        }
    }

    static let wrongAnswers: [(json: String, status: Int, field: String?)] = [
        (#"{"answers":{"nope":"c1"}}"#, 422, "nope"), (#"{"answers":{"":"c1"}}"#, 422, ""),
        (#"{"answers":{"role":"c9"}}"#, 422, "role"), (#"{"answers":{"role":["c1"]}}"#, 422, "role"),
        (#"{"answers":{"role":"c1\u0000"}}"#, 422, "role"), (#"{"answers":{"outils":["c1","c9"]}}"#, 422, "outils"),
        (#"{"answers":{"fermer":"peut-être"}}"#, 422, "fermer"), (#"{"answers":{"attribut":"a\u0000b"}}"#, 422, "attribut"),
        (#"{"answers":{"attribut":["alt","alt"]}}"#, 422, "attribut"),
        ("{\"answers\":{\"attribut\":\"" + String(repeating: "é", count: 501) + "\"}}", 422, "attribut"),
        (#"{"sequence":0,"answers":{"role":"c1"}}"#, 422, "role"), (#"{"sequence":-1,"answers":{"role":"c1"}}"#, 422, "role"),
        (#"{"sequence":9007199254740992,"answers":{"role":"c1"}}"#, 422, "role"),
        (#"{"sequence":"1","answers":{"role":"c1"}}"#, 400, nil), (#"{"sequence":1.5,"answers":{"role":"c1"}}"#, 400, nil),
        (#"{"sequence":1e300,"answers":{"role":"c1"}}"#, 400, nil), (#"{"answers":{"role":1}}"#, 400, nil),
        (#"{"answers":{"role":{"choice":"c1"}}}"#, 422, "role"), (#"{"answers":{"role":{"choice":1}}}"#, 400, nil),
        (#"{"answers":{"role":[1]}}"#, 400, nil),
        (#"{"answers":[]}"#, 400, nil),
        (#"{"answers":null}"#, 400, nil), (#"{}"#, 400, nil),
    ]

    @Test("what cannot be an answer is refused with its question, and nothing is kept", arguments: wrongAnswers)
    func refused(_ json: String, _ status: Int, _ field: String?) async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            for path in ["/answers", "/submission"] {
                let answer = try await site.post(attempt + path, .json(json), as: .learner, accept: Answer.json)
                #expect(answer.status == status)
                let errors = try answer.object()["errors"] as? [[String: String]]
                #expect(errors?.first?["field"] == field)
            }
            #expect(try await answered(attempt, site).isEmpty)
            #expect(try await site.get(attempt, as: .learner, accept: Answer.json).object()["submittedAt"] == nil)
        }
    }

    @Test("a form with a question that is not of the quiz is refused")
    func unknownField() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            for form in ["nope=c1", "role=c1&nope=x", "role=c9", "role=c1&role=c2", "outils=c1&outils=c9", "kind=x"] {
                for path in ["/answers", "/submission"] {
                    #expect(try await site.post(attempt + path, .form(form), as: .learner).status == 422, "\(form)")
                }
            }
        }
    }

    @Test("a thousand unknown questions are refused as one is")
    func manyUnknown() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            let answers = (0..<20_000).map { "\"q\($0)\":\"c1\"" }.joined(separator: ",")
            #expect(try await save("{\"answers\":{\(answers)}}", to: attempt, site).status == 422)
        }
    }

    @Test("sending marks once: again gives the same, answers no longer change, and a new attempt begins while any is left")
    func submission() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            let sent = try await site.post(
                attempt + "/submission", .json(#"{"answers":{"role":"c1","outils":["c1","c2"]}}"#), as: .learner,
                accept: Answer.json)
            #expect(sent.status == 200)
            #expect(try sent.object()["score"] as? Int == 50)
            #expect(try sent.object()["points"] as? Double == 3)
            let again = try await site.post(
                attempt + "/submission", .json(#"{"answers":{"fermer":"false"}}"#), as: .learner, accept: Answer.json)
            #expect(again.status == 200)
            #expect(try again.object()["score"] as? Int == 50)
            let late = try await save(#"{"answers":{"fermer":"false"}}"#, to: attempt, site)
            #expect(late.status == 409)
            #expect(try await site.post(attempt + "/answers", .form("fermer=false"), as: .learner).status == 409)
            #expect(try await site.get(attempt + "/review", as: .learner).location == attempt)

            let second = try await begin(site)
            #expect(second != attempt)
            _ = try await site.post(second + "/submission", as: .learner)
            let third = try await site.post(Address.attempts, as: .learner, accept: Answer.json)
            #expect(third.status == 409)
            #expect(try third.object()["detail"] as? String == "Vous avez utilisé vos 2 essais.")
            let page = try await site.get(Address.quiz, as: .learner)
            #expect(page.text.contains("0 essai restant sur 2"))
        }
    }

    @Test("an attempt begins only at a quiz that is there")
    func notAQuiz() async throws {
        try await withSite { site in
            for activity in [TestCourse.welcome, TestCourse.planned, "none"] {
                let answer = try await site.post("\(Address.activity(activity))/attempts", as: .learner, accept: Answer.json)
                #expect(answer.status == 404, "\(activity)")
            }
            #expect(try await site.post("/courses/none/activities/x/attempts", as: .learner).status == 404)
        }
    }

    @Test("until it is sent, nothing says what is right; afterwards everything does")
    func secrecy() async throws {
        let secrets = [
            "isCorrect", "rightAnswers", "correction", "Exactement", "Relisez la leçon", "C'est la moitié", "640 px", ">640<",
            "\"640\"", ":640,", "attribut alt",
            "explanation",
        ]
        try await withSite { site in
            let attempt = try await begin(site)
            let paths = [Address.quiz, attempt, attempt + "/review"]
            for (role, asked) in [(TestRole.learner, paths), (.tutor, [Address.quiz]), (.author, [Address.quiz])] {
                for path in asked {
                    for accept in [Answer.html, Answer.json] {
                        let text = try await site.get(path, as: role, accept: accept).text
                        for secret in secrets { #expect(!text.contains(secret), "\(path) to \(role) holds \(secret)") }
                    }
                }
            }
            let saved = try await save(#"{"answers":{"role":"c2"}}"#, to: attempt, site)
            for secret in secrets { #expect(!saved.text.contains(secret)) }
            _ = try await site.post(attempt + "/submission", as: .learner)
            let model = try await site.get(attempt, as: .learner, accept: Answer.json)
            for shown in ["rightAnswers", "640 px", "isRight", "Relisez la leçon"] { #expect(model.text.contains(shown)) }
            #expect(!model.text.contains("isCorrect"))
            #expect(try await site.get(attempt, as: .learner).text.contains("Le lien s'écrit <code>a</code>."))
        }
    }
}

import Accounts
import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Timed quizzes over HTTP")
struct TimedQuizTests {
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: 2,
        questions: [
            Question(id: "un", text: "?", body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")])))
        ], timeLimit: 20)

    private func with(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestCourse.authored(quiz: Self.quiz))
            try await body(site)
        }
    }

    private static func extraTime(_ site: TestSite) -> String {
        "/cohorts/\(TestCampus.cohortKey)/learners/\(site.campus[.learner].id.text)/extra-time"
    }

    @Test("one reads how long one has, whom to ask for more, and when it ends, before and during")
    func said() async throws {
        try await with { site in
            #expect(try await site.post(Self.extraTime(site), .form("percent=33"), as: .tutor).status == 303)
            let before = try await site.get(Address.quiz, as: .learner).text
            #expect(before.contains("Temps compté : 26 min, avec votre temps en plus (33 %)"))
            #expect(before.contains("Il vous faut plus de temps ?") && before.contains(#"href="/help""#))
            let attempt = try #require(try await site.post(Address.attempts, as: .learner).location)
            site.clock.advance(seconds: 60)
            // 10:00 and 1,596 seconds.
            for page in [attempt, attempt + "/review"] {
                let text = try await site.get(page, as: .learner).text
                #expect(text.contains("Vous avez jusqu’à 10 h 26."))
                #expect(text.contains(#"data-seconds="1536""#))
            }
            let model = try await site.get(attempt, as: .learner, accept: Answer.json).object()
            #expect(model["secondsLeft"] as? Int == 1536)
            let other = try await site.get(Address.quiz, as: .secondLearner, accept: Answer.json).object()
            #expect(other["secondsAllowed"] as? Int == 1200 && other["extraTime"] == nil)
        }
    }

    @Test("answers that come after the end are refused with a reason, by JSON and by the form; the result is there")
    func late() async throws {
        try await with { site in
            let attempt = try #require(try await site.post(Address.attempts, as: .learner).location)
            #expect(try await site.post(attempt + "/answers", .form("un=x"), as: .learner).status == 303)
            site.clock.advance(seconds: 1211)
            for path in ["/answers", "/submission"] {
                let json = try await site.post(
                    attempt + path, .json(#"{"answers":{"un":"y"}}"#), as: .learner, accept: Answer.json)
                #expect(json.status == 409)
                #expect(json.text.contains("Le temps de cet essai est écoulé"))
            }
            let form = try await site.post(attempt + "/answers", .form("un=y"), as: .learner)
            #expect(form.status == 409 && form.text.contains("Le temps de cet essai est écoulé"))
            // The button of the page that waited: no answers come with it.
            #expect(try await site.post(attempt + "/submission", as: .learner).location == attempt)
            let result = try await site.get(attempt, as: .learner, accept: Answer.json).object()
            #expect(result["score"] as? Int == 100 && result["deadline"] as? Int == result["submittedAt"] as? Int)
            #expect(result["secondsLeft"] == nil)
            #expect(try await site.get(attempt + "/review", as: .learner).location == attempt)
        }
    }

    @Test(
        "what cannot be extra time is refused beside its field, and what was typed stays",
        arguments: ["percent=", "percent=beaucoup", "percent=-1", "percent=301", "percent=%3Cscript%3E", "autre=3"])
    func refused(_ form: String) async throws {
        try await with { site in
            let answer = try await site.post(Self.extraTime(site), .form(form), as: .coordinator)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Le temps en plus va de 0 à 300 %."))
            #expect(!answer.text.contains("<script>"))
            let model = try await site.get(Self.extraTime(site), as: .coordinator, accept: Answer.json).object()
            #expect((model["facts"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("a percent sign and spaces are understood; who decided and when stays to be read")
    func decided() async throws {
        try await with { site in
            #expect(try await site.post(Self.extraTime(site), .form("percent=+50+%25+"), as: .tutor).status == 303)
            #expect(
                try await site.post(Self.extraTime(site), .json(#"{"percent":33}"#), as: .tutor, accept: Answer.json).status
                    == 200)
            let page = try await site.get(Self.extraTime(site), as: .tutor).text
            #expect(page.contains("33 % de plus") && page.contains("50 % de plus") && page.contains("Nadia Roux"))
            let learner = "/cohorts/\(TestCampus.cohortKey)/learners/\(site.campus[.learner].id.text)"
            #expect(try await site.get(learner, as: .tutor).text.contains("33 % de plus"))
            // A trainer follows the learner and does not decide on it.
            #expect(try await !site.get(learner, as: .trainer).text.contains("Temps en plus"))
            let other = learner.replacingOccurrences(of: site.campus[.learner].id.text, with: site.campus[.tutor].id.text)
            #expect(try await site.get(other + "/extra-time", as: .tutor).status == 404)
            #expect(try await site.get(Self.extraTime(site), as: .outsideTutor).status == 404)
        }
    }

    @Test("a disability officer finds the learners in the menu, decides, and sees nobody's progress")
    func officer() async throws {
        try await with { site in
            #expect(try await site.get("/extra-time", as: .mentor).status == 403)
            let login = site.campus[.mentor].login
            _ = try await site.campus.campus.enrol([login], in: TestCampus.cohortKey, as: .disabilityOfficer)
            let home = try await site.get("/", as: .mentor).text
            #expect(home.contains(#"href="/extra-time""#) && !home.contains(#"href="/cohorts""#))
            #expect(try await site.post(Self.extraTime(site), .form("percent=33"), as: .mentor).status == 303)
            #expect(try await site.post(Self.extraTime(site), .form("percent=50"), as: .mentor).status == 303)
            let list = try await site.get("/extra-time", as: .mentor).text
            #expect(list.contains(Self.extraTime(site)) && list.contains("50 % de plus") && !list.contains("33 % de plus"))
            #expect(try await site.get(Self.extraTime(site), as: .mentor).text.contains(#"class="back" href="/extra-time""#))
            #expect(try await site.get("/cohorts/\(TestCampus.cohortKey)", as: .mentor).status == 403)
        }
    }
}

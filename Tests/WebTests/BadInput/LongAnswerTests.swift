import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Long answers over HTTP")
struct LongAnswerTests {
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: 2,
        questions: [
            Question(
                id: "texte", text: "<p>Présentez-vous.</p>", points: 4,
                body: .longAnswer(
                    LongAnswerKey(
                        minimumWords: 3, maximumWords: 50, modelAnswer: "<p>Je m’appelle…</p>", criteria: ["Des phrases entières"]
                    )))
        ])
    private static let typed = "Bonjour <script>alert(1)</script> & merci\nà tous"

    private func with(_ body: @Sendable (TestSite, _ attempt: String, _ marking: String) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestCourse.authored(quiz: Self.quiz))
            let attempt = try #require(try await site.post(Address.attempts, as: .learner).location)
            let json = try JSONSerialization.data(withJSONObject: ["answers": ["texte": Self.typed]])
            let sent = SentText(type: "application/json", bytes: Array(json))
            #expect(try await site.post(attempt + "/answers", sent, as: .learner, accept: Answer.json).status == 200)
            try await body(site, attempt, Address.cohort + attempt)
        }
    }

    @Test("a text is kept as typed, waits for its tutor, and has its points, comment and model answer afterwards")
    func wholeWay() async throws {
        try await with { site, attempt, marking in
            let page = try await site.get(attempt, as: .learner).text
            #expect(page.contains("Bonjour &lt;script&gt;alert(1)") && page.contains("De 3 à 50 mots"))
            #expect(page.contains("Des phrases entières") && !page.contains("Je m’appelle"))
            let submitted = try await site.post(attempt + "/submission", as: .learner, accept: Answer.json).object()
            #expect(submitted["isWaiting"] as? Bool == true && submitted["score"] == nil)
            let waiting = try await site.get(attempt, as: .learner).text
            #expect(waiting.contains("lit votre texte") && waiting.contains("En lecture") && !waiting.contains("Je m’appelle"))
            #expect(try await site.get(Address.quiz, as: .learner).text.contains("lit votre texte"))
            #expect(try await site.post(Address.attempts, as: .learner).status == 409)

            // From the learner's page, the tutor reads and gives points.
            let learner = "\(Address.cohort)/learners/\(site.campus[.learner].id.text)"
            #expect(try await site.get(learner, as: .tutor).text.contains(#"class="row" href="\#(marking)""#))
            let reading = try await site.get(marking, as: .tutor).text
            #expect(reading.contains("Bonjour &lt;script&gt;alert(1)") && reading.contains("Je m’appelle"))
            let form = "points-texte=3%2C5&comment-texte=Bien+%3Cb%3Ev%C3%A9cu%3C%2Fb%3E."
            #expect(try await site.post(marking, .form(form), as: .tutor).location == marking)
            let result = try await site.get(attempt, as: .learner).text
            #expect(result.contains("3,5 sur 4") && result.contains("87 %") && result.contains("Lu par votre tutrice"))
            #expect(result.contains("Bien &lt;b&gt;vécu&lt;/b&gt;.") && result.contains("Je m’appelle"))
            for text in [page, waiting, reading, result] { #expect(!text.contains("<script>alert")) }
            // The same form again says nothing new.
            _ = try await site.post(marking, .form(form), as: .tutor)
            let model = try await site.get(marking, as: .tutor, accept: Answer.json).object()
            let texts = model["texts"] as? [[String: Any]]
            #expect((texts?.first?["marks"] as? [Any])?.count == 1)
            #expect(try await !site.get(learner, as: .tutor).text.contains(#"id="to-mark""#))
        }
    }

    @Test(
        "points that cannot be are refused beside their field, and what was typed stays",
        arguments: [
            "points-texte=5", "points-texte=-1", "points-texte=beaucoup", "points-texte=nan", "points-texte=&comment-texte=Oui",
        ])
    func refused(_ form: String) async throws {
        try await with { site, attempt, marking in
            _ = try await site.post(attempt + "/submission", as: .learner)
            let answer = try await site.post(marking, .form(form), as: .tutor)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Donnez des points de 0 à 4."))
            let json = #"{"marks":{"texte":{"points":4.01}}}"#
            #expect(try await site.post(marking, .json(json), as: .tutor, accept: Answer.json).status == 422)
            let model = try await site.get(marking, as: .tutor, accept: Answer.json).object()
            #expect(model["score"] == nil)
        }
    }

    @Test("only those who mark in the cohort see the text; before it is sent, nobody does")
    func access() async throws {
        try await with { site, attempt, marking in
            #expect(try await site.get(marking, as: .tutor).status == 404)
            _ = try await site.post(attempt + "/submission", as: .learner)
            for role in [TestRole.tutor, .trainer, .coordinator] { #expect(try await site.get(marking, as: role).status == 200) }
            for role in [TestRole.learner, .secondLearner, .mentor, .funder, .admin, .author] {
                #expect(try await site.get(marking, as: role).status == 403)
            }
            #expect(try await site.get(marking, as: .outsideTutor).status == 404)
            let elsewhere = "/cohorts/\(TestCampus.outsideCohortKey)" + attempt
            #expect(try await site.get(elsewhere, as: .outsideTutor).status == 404)
        }
    }

    @Test(
        "a text of another shape or too long is refused",
        arguments: [#"["a"]"#, #"{"g1":"a"}"#, "\"\(String(repeating: "a", count: 20_001))\""])
    func shape(_ value: String) async throws {
        try await with { site, attempt, _ in
            let json = #"{"answers":{"texte":\#(value)}}"#
            let answer = try await site.post(attempt + "/answers", .json(json), as: .learner, accept: Answer.json)
            #expect(answer.status == 422)
        }
    }
}

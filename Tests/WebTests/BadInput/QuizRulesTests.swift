import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("The rules of a quiz over HTTP")
struct QuizRulesTests {
    /// Two questions of six, shuffled.
    private static func quiz(
        attempts: Int? = 2, review: ReviewRule? = nil, bands: [ScoreBand]? = nil
    ) -> QuizContent {
        QuizContent(
            instructions: nil, attemptsAllowed: attempts,
            questions: (1...6).map {
                Question(
                    id: "q\($0)", text: "Question \($0)", explanation: "Parce que.",
                    feedback: QuestionFeedback(right: "Oui.", wrong: "Non : relisez."),
                    body: .single(choices: [
                        Choice(id: "a", text: "Ici", isCorrect: true), Choice(id: "b", text: "Ailleurs", isCorrect: false),
                    ]))
            }, draws: [QuestionDraw(count: 2, from: (1...6).map { "q\($0)" })], shuffle: .both, bands: bands, review: review)
    }

    private func begin(_ quiz: QuizContent, _ site: TestSite) async throws -> String {
        _ = try await site.campus.campus.apply(try TestCourse.authored(quiz: quiz))
        return try #require(try await site.post(Address.attempts, as: .learner).location)
    }

    private func questions(_ attempt: String, _ site: TestSite) async throws -> [[String: Any]] {
        try await site.get(attempt, as: .learner, accept: Answer.json).object()["questions"] as? [[String: Any]] ?? []
    }

    @Test("an attempt asks what was drawn for it, in one order on every page; the rest is refused in JSON and in a form")
    func drawn() async throws {
        try await withSite { site in
            let attempt = try await begin(Self.quiz(), site)
            let asked = try await questions(attempt, site).compactMap { $0["id"] as? String }
            #expect(asked.count == 2)
            #expect(try await questions(attempt, site).compactMap { $0["id"] as? String } == asked)
            let left = try #require((1...6).map { "q\($0)" }.first { !asked.contains($0) })
            for path in ["/answers", "/submission"] {
                let json = try await site.post(
                    attempt + path, .json(#"{"answers":{"\#(left)":"a"}}"#), as: .learner, accept: Answer.json)
                #expect(json.status == 422)
                #expect(try await site.post(attempt + path, .form("\(left)=a"), as: .learner).status == 422)
            }
            _ = try await site.post(attempt + "/submission", .form("\(asked[0])=a"), as: .learner)
            let model = try await site.get(attempt, as: .learner, accept: Answer.json).object()
            #expect(model["score"] as? Int == 50 && model["maximumPoints"] as? Double == 2)
            #expect(try await questions(attempt, site).compactMap { $0["id"] as? String } == asked)
            let page = try await site.get(attempt, as: .learner).text
            let places = asked.compactMap { page.range(of: "result-\($0)")?.lowerBound }
            #expect(places.count == 2 && places == places.sorted())
        }
    }

    @Test("a quiz that draws says how many of how many")
    func said() async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestCourse.authored(quiz: Self.quiz()))
            let model = try await site.get(Address.quiz, as: .learner, accept: Answer.json).object()
            #expect(model["questionCount"] as? Int == 2 && model["drawnFrom"] as? Int == 6)
            #expect(try await site.get(Address.quiz, as: .learner).text.contains("2 questions, tirées parmi 6 à chaque essai"))
        }
    }

    @Test(
        "what was right is kept back as long as the rule says, on the page and in JSON",
        arguments: [
            (ReviewRule.afterLastAttempt, [false, true]), (.afterPassing, [false, true]), (.never, [false, false]),
            (.afterSending, [true, true]),
        ])
    func review(_ rule: ReviewRule, _ open: [Bool]) async throws {
        try await withSite { site in
            var attempt = try await begin(Self.quiz(review: rule), site)
            for isOpen in open {
                _ = try await site.post(attempt + "/submission", as: .learner)
                let page = try await site.get(attempt, as: .learner).text
                #expect(page.contains("Parce que.") == isOpen)
                #expect(page.contains("Non : relisez.") == isOpen)
                #expect(page.contains("result-wrong") == isOpen)
                #expect(try await questions(attempt, site).allSatisfy { ($0["correction"] != nil) == isOpen })
                if isOpen != open.last { attempt = try #require(try await site.post(Address.attempts, as: .learner).location) }
            }
        }
    }

    @Test("a result says what its band says, and the quiz the mark by its rule")
    func bands() async throws {
        try await withSite { site in
            let quiz = Self.quiz(bands: [
                ScoreBand(from: 0, text: "<p>Reprenez.</p>"), ScoreBand(from: 50, text: "<p>En route.</p>"),
            ])
            var course = try TestCourse.authored(quiz: quiz)
            for module in course.outline.modules.indices {
                for activity in course.outline.modules[module].activities.indices
                where course.outline.modules[module].activities[activity].id == TestCourse.quiz {
                    course.outline.modules[module].activities[activity].grade = .average
                }
            }
            _ = try await site.campus.campus.apply(course)
            let first = try #require(try await site.post(Address.attempts, as: .learner).location)
            _ = try await site.post(first + "/submission", as: .learner)
            #expect(try await site.get(first, as: .learner).text.contains("Reprenez."))
            let second = try #require(try await site.post(Address.attempts, as: .learner).location)
            let asked = try await questions(second, site).compactMap { $0["id"] as? String }
            _ = try await site.post(second + "/submission", .form(asked.map { $0 + "=a" }.joined(separator: "&")), as: .learner)
            #expect(try await site.get(second, as: .learner).text.contains("En route."))
            let page = try await site.get(Address.quiz, as: .learner, accept: Answer.json).object()
            #expect(page["mark"] as? Int == 50 && page["grade"] as? String == "average")
            // The tutor and the outline say the same.
            let outline = try await site.get("/courses/\(TestCourse.key)", as: .learner, accept: Answer.json).text
            #expect(outline.contains(#""mark":50"#))
            let learner = "/cohorts/\(TestCampus.cohortKey)/learners/\(site.campus[.learner].id.text)"
            #expect(try await site.get(learner, as: .tutor, accept: Answer.json).text.contains(#""mark":50"#))
        }
    }
}

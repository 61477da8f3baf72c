import Campus
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Questions with several fields over HTTP")
struct QuizPartsTests {
    private func begin(_ site: TestSite, as role: TestRole = .learner) async throws -> String {
        _ = try await site.campus.campus.apply(try TestCourse.authored(quiz: TestTexts.partsQuiz))
        return try #require(try await site.post(Address.attempts, as: role).location)
    }

    private func kept(_ attempt: String, _ site: TestSite, as role: TestRole = .learner) async throws -> [String: [String:
        String]]
    {
        let model = try await site.get(attempt, as: role, accept: Answer.json).object()
        var answers: [String: [String: String]] = [:]
        for question in model["questions"] as? [[String: Any]] ?? [] {
            guard let id = question["id"] as? String, let response = question["response"] as? [String: Any] else { continue }
            answers[id] = response["parts"] as? [String: String]
        }
        return answers
    }

    private static let expected = [
        "trous": ["g1": "o2", "g2": "alt"], "paires": ["p1": "o1", "p3": "o4"], "ordre": ["i1": "3", "i2": "1", "i3": "2"],
    ]

    @Test("answers are kept by JSON and by the form alike, then marked field by field")
    func keptAndMarked() async throws {
        try await withSite { site in
            let first = try await begin(site)
            let json = """
                {"answers":{"trous":{"g1":"o2","g2":"alt"},"paires":{"p1":"o1","p2":"","p3":"o4"},
                "ordre":{"i1":"3","i2":"1","i3":"2"}}}
                """
            #expect(try await site.post(first + "/answers", .json(json), as: .learner, accept: Answer.json).status == 200)
            #expect(try await kept(first, site) == Self.expected)
            let second = try await begin(site, as: .secondLearner)
            let form =
                "trous.g1=o2&trous.g2=alt&paires.p1=o1&paires.p2=&paires.p3=o4&ordre.i1=3&ordre.i2=1&ordre.i3=2"
            #expect(try await site.post(second + "/answers", .form(form), as: .secondLearner).location == second + "/review")
            #expect(try await kept(second, site, as: .secondLearner) == Self.expected)
            let sent = try await site.post(first + "/submission", as: .learner, accept: Answer.json).object()
            // 2 for the gaps, one pair of three, 1 for the order: 4 of 6.
            #expect(sent["points"] as? Double == 4)
            #expect(sent["score"] as? Int == 66)
            let result = try await site.get(first, as: .learner).text
            #expect(result.contains("En partie juste"))
        }
    }

    @Test("what is right is said in no answer before the attempt is sent")
    func nothingGivenAway() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            for accept in [Answer.json, Answer.html] {
                let text = try await site.get(attempt, as: .learner, accept: accept).text
                #expect(!text.contains("attribut alt"))
                #expect(!text.contains("rightAnswer"))
            }
        }
    }

    @Test("an answer is taken back field by field, by null, and by a form without it")
    func takenBack() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            func save(_ json: String) async throws {
                #expect(try await site.post(attempt + "/answers", .json(json), as: .learner, accept: Answer.json).status == 200)
            }
            try await save(#"{"answers":{"trous":{"g1":"o2","g2":"alt"},"ordre":{"i1":"1"}}}"#)
            try await save(#"{"answers":{"trous":{"g1":"","g2":"alt"},"ordre":null}}"#)
            #expect(try await kept(attempt, site) == ["trous": ["g2": "alt"]])
            _ = try await site.post(attempt + "/answers", .form("paires.p1=o1"), as: .learner)
            #expect(try await kept(attempt, site) == ["paires": ["p1": "o1"]])
        }
    }

    @Test(
        "what no page of ours sends is refused and keeps nothing",
        arguments: [
            #"{"answers":{"trous":"alt"}}"#, #"{"answers":{"trous":["o2"]}}"#, #"{"answers":{"trous":{"g9":"alt"}}}"#,
            #"{"answers":{"trous":{"g1":"o9"}}}"#, #"{"answers":{"ordre":{"i1":"4"}}}"#, #"{"answers":{"ordre":{"i1":"-1"}}}"#,
            #"{"answers":{"paires":{"p1":"o1","p2":"o1","p3":"o1","p4":"o1"}}}"#, #"{"answers":{"autre":{"g1":"o1"}}}"#,
        ])
    func refusedJSON(_ json: String) async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            let answer = try await site.post(attempt + "/answers", .json(json), as: .learner, accept: Answer.json)
            #expect(answer.status == 422)
            #expect(try await kept(attempt, site).isEmpty)
        }
    }

    @Test(
        "a form with other fields, or with one twice, is refused",
        arguments: ["trous=alt", "trous.g9=alt", "trous.g1=o1&trous.g1=o2", "trous.g1=o9", "ordre.i1=premier", "paires.=o1"])
    func refusedForm(_ form: String) async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            let answer = try await site.post(attempt + "/answers", .form(form), as: .learner)
            #expect(answer.status == 422)
            #expect(try await kept(attempt, site).isEmpty)
        }
    }

    @Test("markup that was typed is text on the review and in the correction")
    func escaped() async throws {
        try await withSite { site in
            let attempt = try await begin(site)
            let form = "trous.g2=%3Cscript%3Ealert(1)%3C%2Fscript%3E&paires.p1=o4"
            _ = try await site.post(attempt + "/answers", .form(form), as: .learner)
            let review = try await site.get(attempt + "/review", as: .learner).text
            _ = try await site.post(attempt + "/submission", as: .learner)
            let result = try await site.get(attempt, as: .learner).text
            for text in [review, result] {
                #expect(text.contains("&lt;script"))
                #expect(!text.contains("<script>alert"))
                #expect(!text.contains("<b></"))
            }
        }
    }
}

import Campus
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Placement tests over HTTP")
struct PlacementTests {
    private static let page = Address.activity(TestPlacement.test)
    private static let begin = page + "/placement"
    private static let answers = begin + "/answers"
    private static let review = "/cohorts/\(TestCampus.cohortKey)/courses/\(TestCourse.key)/placements/\(TestPlacement.test)"

    private func with(isOnlyHeard: Bool = false, _ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestPlacement.authored(isOnlyHeard: isOnlyHeard))
            try await body(site)
        }
    }

    private func model(_ site: TestSite, as role: TestRole = .learner) async throws -> [String: Any] {
        try await site.get(Self.page, as: role, accept: Answer.json).object()
    }

    /// The number of the right choice among those that are shown, or of a wrong one.
    private func choice(_ question: [String: Any], isRight: Bool) throws -> String {
        let choices = try #require(question["choices"] as? [[String: Any]])
        let chosen = try #require(choices.first { ($0["text"] as? String == "right") == isRight })
        return "\(try #require(chosen["number"] as? Int))"
    }

    /// Answers to the end; right up to the middle of B1.
    private func finish(_ site: TestSite) async throws -> Int {
        _ = try await site.post(Self.begin, .form(""), as: .learner)
        var count = 0
        while let question = try await model(site)["question"] as? [String: Any] {
            let item = try #require(question["item"] as? String)
            let isRight = !item.hasPrefix("b2") && !(item.hasPrefix("b1") && item.hasSuffix("2"))
            let form = "item=\(item)&choice=\(isRight ? try choice(question, isRight: true) : "unknown")"
            #expect(try await site.post(Self.answers, .form(form), as: .learner).status == 303)
            count += 1
        }
        return count
    }

    @Test("begun, answered one item at a time, left and gone on with, to a level with what to begin with")
    func whole() async throws {
        try await with { site in
            let before = try await site.get(Self.page, as: .learner)
            #expect(before.text.contains("Comment ça se passe") && before.text.contains("name=\"silent\""))
            let begun = try await site.post(Self.begin, .form(""), as: .learner)
            #expect(begun.status == 303 && begun.location == Self.page + "#question")
            let first = try await site.get(Self.page, as: .learner)
            #expect(first.text.contains("Question 1 (25 au plus)") && first.text.contains("Je ne sais pas"))
            #expect(first.text.contains("wrong &lt;b&gt;"))
            let shown = try await model(site)
            // What is right is told to nobody.
            let asked = try #require(shown["question"] as? [String: Any])
            #expect(Set(asked.keys).isSubset(of: ["number", "item", "skill", "text", "audio", "choices"]))
            let item = try #require(asked["item"] as? String)
            let form = "item=\(item)&choice=\(try choice(asked, isRight: true))"
            #expect(try await site.post(Self.answers, .form(form), as: .learner).status == 303)
            // The same once more, as after « back », changes nothing; beginning again neither.
            #expect(try await site.post(Self.answers, .form(form), as: .learner).status == 303)
            #expect(try await site.post(Self.begin, .form("silent=yes"), as: .learner).status == 303)
            #expect(try await model(site)["answered"] as? Int == 1)
            let count = try await finish(site) + 1
            #expect((10...25).contains(count))
            let done = try await model(site)
            let result = try #require((done["results"] as? [[String: Any]])?.first)
            #expect(result["level"] as? String == "B1" && result["answers"] as? Int == count)
            #expect((done["path"] as? String)?.contains("B1") == true)
            let page = try await site.get(Self.page, as: .learner)
            #expect(page.text.contains("Votre niveau\u{A0}: B1") || page.text.contains("Votre niveau : B1"))
            let course = try await site.get(Self.page, as: .learner, accept: Answer.json)
            #expect(course.status == 200)
            #expect(try await site.campus.campus.verifyProgress().differences == 0)
        }
    }

    @Test("it is taken again two weeks later, not before, and earlier results stay")
    func again() async throws {
        try await with { site in
            _ = try await finish(site)
            #expect(try await site.post(Self.begin, .form(""), as: .learner).status == 409)
            #expect(try await site.post(Self.begin, .json("{}"), as: .learner, accept: Answer.json).status == 409)
            #expect(try await model(site)["mayBegin"] as? Bool == false)
            site.clock.advance(seconds: 14 * 86_400)
            // The browser's session is over by then; a program's token is not.
            let begun = try await site.send(
                .post, Self.begin, as: .learner, by: .bearer, accept: Answer.json, body: .json("{}"))
            #expect(begun.status == 200)
            let again = try await site.send(.get, Self.page, as: .learner, by: .bearer, accept: Answer.json).object()
            #expect(again["isOpen"] as? Bool == true && (again["results"] as? [Any])?.count == 1)
        }
    }

    @Test("without sound, nothing is asked that is heard")
    func silent() async throws {
        try await with { site in
            let begun = try await site.post(Self.begin, .json(#"{"silent":true}"#), as: .learner, accept: Answer.json).object()
            #expect(begun["hears"] as? Bool == false)
            while let question = try await model(site)["question"] as? [String: Any] {
                #expect(question["skill"] as? String != "listening" && question["audio"] == nil)
                let body = #"{"item":"\#(question["item"] as? String ?? "")","choice":"unknown"}"#
                #expect(try await site.post(Self.answers, .json(body), as: .learner, accept: Answer.json).status == 200)
            }
            let done = try await model(site)
            #expect((done["results"] as? [[String: Any]])?.first?["level"] as? String == "A1")
        }
        try await with(isOnlyHeard: true) { (site: TestSite) async throws in
            #expect(try await site.post(Self.begin, .form("silent=yes"), as: .learner).status == 422)
            #expect(try await site.post(Self.begin, .form(""), as: .learner).status == 303)
        }
    }

    static let wrong: [(String, Int)] = [
        ("choice=0", 422), ("choice=4", 422), ("choice=", 422), ("", 422), ("choice=right", 422), ("choice=-1", 422),
        ("choice=99999999999999999999", 422), ("choice=%00", 400),
    ]

    @Test("what is no choice is refused with the question as it was; nothing is kept", arguments: wrong)
    func refused(_ form: String, _ status: Int) async throws {
        try await with { site in
            let early = try await site.post(Self.answers, .form("item=a1-words-1&" + form), as: .learner)
            #expect(early.status == (status == 400 ? 400 : 409))
            _ = try await site.post(Self.begin, .form(""), as: .learner)
            let item = try #require((try await model(site)["question"] as? [String: Any])?["item"] as? String)
            let page = try await site.post(Self.answers, .form("item=\(item)&" + form), as: .learner)
            #expect(page.status == status)
            if status == 422 { #expect(page.text.contains("Choisissez une réponse") && page.text.contains("Question 1")) }
            #expect(try await model(site)["answered"] as? Int == 0)
        }
    }

    @Test("a tutor reads the levels of the cohort and decides otherwise with a reason, which the learner reads")
    func decided() async throws {
        try await with { site in
            let person = site.campus[.learner].id.text
            let ruling = Self.review + "/people/\(person)"
            #expect(try await site.post(ruling, .form("level=B2&reason=x"), as: .tutor).status == 409)
            #expect(try await site.get(Self.review, as: .tutor).text.contains("Test pas encore commencé."))
            _ = try await finish(site)
            let read = try await site.get(Self.review, as: .tutor)
            #expect(read.text.contains("Le test disait B1") && read.text.contains("Décider d’un autre niveau"))
            let trainers = try await site.get(Self.review, as: .trainer)
            #expect(!trainers.text.contains("Décider d’un autre niveau"))
            for (form, status) in [
                ("level=C1&reason=x", 422), ("level=B2&reason=+", 422),
                ("level=B2&reason=" + String(repeating: "a", count: 301), 422),
                ("", 422), ("level=B2&reason=%00", 400),
            ] {
                #expect(try await site.post(ruling, .form(form), as: .tutor).status == status)
            }
            #expect(try await site.post(ruling, .form("level=B2&reason=Une+heure+d%27oral"), as: .trainer).status == 404)
            #expect(try await site.post(ruling, .form("level=B2&reason=Une+heure+d%27oral"), as: .tutor).status == 303)
            let page = try await site.get(Self.page, as: .learner)
            #expect(
                page.text.contains("B2") && page.text.contains("Une heure d&#39;oral") || page.text.contains("Une heure d'oral"))
            let ruled = try await model(site)
            #expect((ruled["path"] as? String)?.contains("B2") == true)
            // The way to the levels is on the test's own page.
            #expect(try await site.get(Self.page, as: .tutor).text.contains(Self.review))
        }
    }

    @Test("what is no placement test takes no answers")
    func elsewhere() async throws {
        try await with { (site: TestSite) async throws in
            let other = Address.activity(TestCourse.quiz) + "/placement"
            #expect(try await site.post(other, .json("{}"), as: .learner, accept: Answer.json).status == 404)
            #expect(
                try await site.post(other + "/answers", .json(#"{"item":"a","choice":"1"}"#), as: .learner, accept: Answer.json)
                    .status == 404)
            #expect(try await site.post(Self.begin, .form(""), as: .tutor, accept: Answer.json).status == 403)
        }
    }
}

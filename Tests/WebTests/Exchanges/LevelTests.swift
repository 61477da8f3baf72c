import Accounts
import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Levels over HTTP")
struct LevelTests {
    private static let page = "/courses/\(TestCourse.key)/level"
    private static let statement = "sortes/nommer-une-balise"

    private func with(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestKinds.authored())
            try await body(site)
        }
    }

    private static func id(_ number: Int) -> String { "0192f0aa-1111-7222-8333-\(100_000_000_000 + number)" }

    private func answers(_ site: TestSite, as role: TestRole = .learner, _ page: String = page) async throws -> [String?] {
        let model = try await site.get(page, as: role, accept: Answer.json).object()
        let units = model["units"] as? [[String: Any]] ?? []
        return units.flatMap { $0["statements"] as? [[String: Any]] ?? [] }.map { $0["answer"] as? String }
    }

    @Test("from the outline; what one says is kept once, may be said anew, and is read by those who follow")
    func whole() async throws {
        try await with { site in
            #expect(try await site.get("/courses/\(TestCourse.key)", as: .learner).text.contains("href=\"\(Self.page)\""))
            let page = try await site.get(Self.page, as: .learner)
            #expect(page.text.contains("Ce que je sais faire") && page.text.contains("Nommer une balise &lt;p&gt;"))
            #expect(try await answers(site) == [nil, nil])
            let form = "id=\(Self.id(1))&can.\(Self.statement)=with-help"
            #expect(try await site.post(Self.page, .form(form), as: .learner).location == Self.page)
            let changed = "id=\(Self.id(2))&can.\(Self.statement)=alone"
            #expect(try await site.post(Self.page, .form(changed), as: .learner).status == 303)
            // An old request that comes once more changes nothing.
            #expect(try await site.post(Self.page, .form(form), as: .learner).status == 303)
            #expect(try await answers(site) == ["alone", nil])
            #expect(try await answers(site, as: .secondLearner) == [nil, nil])
            let learner = try await site.campus.viewer(.learner).person.id.text
            let theirs = "/cohorts/\(TestCampus.cohortKey)/learners/\(learner)/courses/\(TestCourse.key)/level"
            #expect(try await answers(site, as: .tutor, theirs) == ["alone", nil])
            let read = try await site.get(theirs, as: .tutor)
            #expect(read.text.contains("Sans aide") && !read.text.contains("type=\"radio\""))
            #expect(try await site.get("/cohorts/\(TestCampus.cohortKey)/learners/\(learner)", as: .tutor).text.contains(theirs))
        }
    }

    @Test("the deck of a unit shows what is known of it")
    func evidence() async throws {
        try await with { site in
            let form =
                "id=\(Self.id(1))&course=\(TestCourse.key)&activity=\(TestKinds.deck)&card=tag&direction=recognise&grade=easy"
            #expect(try await site.post("/reviews", .form(form), as: .learner).status == 303)
            let model = try await site.get(Self.page, as: .learner, accept: Answer.json).object()
            let unit = try #require((model["units"] as? [[String: Any]])?.first)
            #expect(unit["cardsKnown"] as? Int == 1 && unit["cards"] as? Int == 4)
            let reviews = (model["week"] as? [[String: Any]])?.first { $0["share"] as? String == "reviews" }
            #expect(reviews?["minutes"] as? Int == 1 && reviews?["planned"] as? Int == 25)
        }
    }

    private static let refusals: [(form: String, status: Int)] = [
        ("", 422), ("id=x", 422), ("id=0192f0aa-1111-7222-8333-100000000001&can.nothing=alone", 422),
        ("id=0192f0aa-1111-7222-8333-100000000001&can.sortes/nommer-une-balise=perhaps", 422),
    ]

    @Test("what cannot be is refused, on the page", arguments: refusals)
    func refused(_ form: String, _ status: Int) async throws {
        try await with { site in
            let answer = try await site.post(Self.page, .form(form), as: .learner)
            #expect(answer.status == status && answer.text.contains("Ce que je sais faire"))
            #expect(try await answers(site) == [nil, nil])
        }
    }

    @Test("a course without statements has no such page, and no link to it")
    func none() async throws {
        try await withSite { site in
            let page = try await site.get(Self.page, as: .learner)
            #expect(page.status == 404)
            #expect(try await !site.get("/courses/\(TestCourse.key)", as: .learner).text.contains(Self.page))
        }
    }
}

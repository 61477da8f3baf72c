import Campus
import Essentials
import TestSupport
import Testing

@Suite("The goal of the week")
struct GoalTests {
    private func goal(_ site: TestSite, _ which: String = "current") async throws -> [String: Any]? {
        let home = try await site.get("/", as: .learner, accept: Answer.json).object()
        return (home["goal"] as? [String: Any])?[which] as? [String: Any]
    }

    @Test("is one, can be changed, and is met or not on the Monday after")
    func story() async throws {
        try await withSite { site in
            #expect(try await goal(site) == nil)
            #expect(try await site.post("/goal", .form("hours=2,5"), as: .learner).location == "/")
            #expect(try await goal(site)?["minutes"] as? Int == 150)
            let activity = "\(TestCourse.key)/\(TestCourse.welcome)"
            #expect(
                try await site.post("/goal", .json("{\"activity\":\"\(activity)\"}"), as: .learner, accept: Answer.json).status
                    == 200)
            let chosen = try #require(try await goal(site))
            #expect(
                chosen["activity"] as? String == TestCourse.welcome && chosen["minutes"] == nil
                    && chosen["isMet"] as? Bool == false)
            #expect(
                try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner).status == 303)
            #expect(try await goal(site)?["isMet"] as? Bool == true)
            site.clock.advance(seconds: 7 * 86_400)
            #expect(try await goal(site) == nil)
            #expect(try await goal(site, "last")?["isMet"] as? Bool == true)
            site.clock.advance(seconds: 7 * 86_400)
            #expect(try await goal(site, "last") == nil)
        }
    }

    @Test(
        "is refused when it cannot be meant",
        arguments: [
            ("hours=", 422), ("hours=0", 422), ("hours=0.2", 422), ("hours=61", 422), ("hours=nan", 422), ("hours=-5", 422),
            ("hours=1e300", 422), ("hours=beaucoup", 422), ("", 422), ("activity=rien", 422), ("activity=a/b", 404),
            ("activity=\(TestCourse.key)/rien", 404), ("hours=60", 200), ("hours=0,25", 200),
        ])
    func refused(form: String, status: Int) async throws {
        try await withSite { site in
            #expect(try await site.post("/goal", .form(form), as: .learner, accept: Answer.json).status == status)
            if status == 422 {
                let page = try await site.post("/goal", .form(form), as: .learner)
                #expect(page.status == 422 && page.text.contains("hours-error"))
            }
        }
    }
}

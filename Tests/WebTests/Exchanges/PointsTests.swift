import Campus
import Essentials
import TestSupport
import Testing

@Suite("Points on the web")
struct PointsTests {
    private func finish(_ activity: String, _ site: TestSite) async throws {
        #expect(try await site.post(Address.events(activity), .form("kind=reached-end"), as: .learner).status == 303)
    }

    @Test("what is done is told where it was done, on home and with its reason; then there is no trace of it")
    func story() async throws {
        try await withSite { site in
            #expect(try await site.get("/", as: .learner, accept: Answer.json).object()["points"] == nil)
            try await finish(TestCourse.welcome, site)
            let lesson = "/courses/\(TestCourse.key)/activities/\(TestCourse.welcome)"
            let page = try await site.get(lesson, as: .learner)
            #expect(page.text.contains("class=\"earned\"") && page.text.contains("5 points"))
            let earned = try await site.get(lesson, as: .learner, accept: Answer.json).object()["earned"] as? [[String: Any]]
            #expect(earned?.first?["rule"] as? String == "activity-completed")
            // So does the page that comes next, for a minute.
            let next = "/courses/\(TestCourse.key)/activities/\(TestCourse.tags)"
            #expect(try await site.get(next, as: .learner).text.contains("class=\"earned\""))
            site.clock.advance(seconds: 60)
            #expect(try await !site.get(next, as: .learner).text.contains("class=\"earned\""))
            let points = try await site.get("/points", as: .learner, accept: Answer.json).object()
            #expect(points["balance"] as? Int == 5)
            let entry = try #require((points["entries"] as? [[String: Any]])?.first)
            #expect(entry["link"] as? String == lesson)
            let home = try await site.get("/", as: .learner)
            #expect(home.text.contains("/points"))
            // Somebody else's moment is not shown.
            #expect(try await !site.get(lesson, as: .secondLearner).text.contains("earned"))

            let hidden = try await site.post("/profile/points", .form("seesPoints=no"), as: .learner)
            #expect(hidden.location == "/profile?notice=saved")
            for address in ["/", lesson, "/courses/\(TestCourse.key)"] {
                let text = try await site.get(address, as: .learner).text
                #expect(!text.contains("earned") && !text.contains("/points"), "\(address)")
            }
            #expect(try await site.get("/points", as: .learner).status == 404)
            #expect(try await site.get("/profile", as: .learner).text.contains("/profile/points"))
        }
    }

    @Test("a cohort without points has no trace of them, not even the switch")
    func cohort() async throws {
        try await withSite { site in
            try await finish(TestCourse.welcome, site)
            let cohort = "/cohorts/\(TestCampus.cohortKey)"
            let off = try await site.post(
                cohort + "/points", .json("{\"hasPoints\":false}"), as: .coordinator, accept: Answer.json)
            #expect(off.status == 200)
            for address in ["/", "/profile", "/courses/\(TestCourse.key)/activities/\(TestCourse.welcome)"] {
                let text = try await site.get(address, as: .learner).text
                #expect(!text.contains("points\"") && !text.contains("earned"), "\(address)")
            }
            #expect(try await site.get("/points", as: .learner).status == 404)
            let back = try await site.post(cohort + "/points", .form("hasPoints=yes"), as: .coordinator)
            #expect(back.location == cohort + "/people")
            #expect(try await site.get("/points", as: .learner).status == 200)
        }
    }

    @Test(
        "what cannot be meant is refused",
        arguments: ["seesPoints=", "seesPoints=peut-%C3%AAtre", "autre=yes"])
    func refused(form: String) async throws {
        try await withSite { site in
            let choice = try await site.post("/profile/points", .form(form), as: .learner, accept: Answer.json)
            #expect(choice.status == 422)
            for place in ["0", "-1", "abc", "99999999999"] {
                let page = try await site.get("/points?before=\(place)", as: .learner, accept: Answer.json)
                #expect(page.status == 422)
            }
            #expect(try await site.get("/points?before=7", as: .learner).status == 200)
        }
    }
}

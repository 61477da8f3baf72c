import Campus
import Foundation
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("Playing a scenario over HTTP")
struct ScenarioTests {
    private static let page = "/courses/\(TestCourse.key)/activities/\(TestCourse.optional)"

    private func with(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestCourse.authored(isPlayed: true))
            try await body(site)
        }
    }

    private func begin(_ site: TestSite, as role: TestRole = .learner) async throws -> String {
        try #require(try await site.post(Self.page + "/runs", as: role, accept: Answer.html).location)
    }

    private func choose(
        _ step: Int, _ scene: String, _ choice: String, in run: String, _ site: TestSite, as role: TestRole = .learner
    ) async throws -> Answer {
        try await site.post(
            run + "/steps", .form("step=\(step)&scene=\(scene)&choice=\(choice)"), as: role, accept: Answer.html)
    }

    private func model(_ run: String, _ site: TestSite) async throws -> [String: Any] {
        try await site.get(run, as: .learner, accept: Answer.json).object()
    }

    @Test("from the first scene to an ending that passes, and again")
    func whole() async throws {
        try await with { site in
            let first = try await site.get(Self.page, as: .learner)
            #expect(first.text.contains("Commencer l’histoire"))
            let run = try await begin(site)
            #expect(try await begin(site) == run)
            #expect(try await site.get(Self.page, as: .learner).text.contains("Reprendre l’histoire"))
            let step = try await choose(1, "appel", "calme", in: run, site)
            #expect(step.status == 303 && step.location == run + "#scene")
            let scene = try await site.get(run, as: .learner)
            #expect(scene.text.contains("role=\"status\"") && scene.text.contains("Un silence."))
            // What is hidden stays so while one plays.
            #expect(!scene.text.contains("Message lu"))
            let ids = (try await model(run, site)["variables"] as? [[String: Any]])?.compactMap { $0["id"] as? String }
            #expect(ids == ["temps", "confiance"])
            _ = try await choose(2, "suite", "bien", in: run, site)
            let end = try await model(run, site)
            #expect((end["result"] as? [String: Any])?["score"] as? Int == 90)
            let states = try await site.campus.campus.outline(TestCourse.key, for: site.campus.viewer(.learner)).states
            #expect(states.values.contains { $0.isCompleted && $0.bestScore == 90 })
            let page = try await site.get(run, as: .learner)
            #expect(page.text.contains("Ce qui était possible aussi") && page.text.contains("Rejouer"))
            #expect(try await begin(site) != run)
            #expect(try await site.get(run, as: .learner).text == page.text)
        }
    }

    @Test("the same choice sent twice is taken once; another one from the same scene is refused, and changes nothing")
    func twice() async throws {
        try await with { site in
            let run = try await begin(site)
            for _ in 1...2 { #expect(try await choose(1, "appel", "c1", in: run, site).status == 303) }
            let before = try await model(run, site)
            #expect(before["step"] as? Int == 2)
            let other = try await choose(1, "appel", "c3", in: run, site)
            #expect(other.status == 409 && other.text.contains("Vous avez déjà avancé") && other.text.contains("role=\"alert\""))
            // The page shows where one really is.
            #expect(other.text.contains("La suite"))
            #expect(try await model(run, site)["step"] as? Int == 2)
        }
    }

    static let tampered: [(Int, String, String, Int)] = [
        (2, "suite", "bien", 409), (2, "appel", "c1", 409), (2, "fin-bien", "c1", 409), (3, "suite", "retour", 409),
        (0, "suite", "retour", 409), (-1, "suite", "retour", 409), (Int.min, "suite", "retour", 409),
        (Int.max, "suite", "retour", 409), (99, "suite", "retour", 409), (2, "suite", "c9", 422),
        (2, "nulle-part", "retour", 422),
        (2, "%3Cscript%3E", "%27%20OR%201=1", 422),
    ]

    @Test("a state that was tampered with is refused, as a page and as JSON, and changes nothing", arguments: tampered)
    func refusals(_ step: Int, _ scene: String, _ choice: String, _ status: Int) async throws {
        try await with { site in
            let run = try await begin(site)
            _ = try await choose(1, "appel", "c1", in: run, site)
            let page = try await choose(step, scene, choice, in: run, site)
            #expect(page.status == status && !page.text.contains("<script>"))
            let body = "{\"step\":\(step),\"scene\":\"\(scene)\",\"choice\":\"\(choice)\"}"
            let json = try await site.post(run + "/steps", .json(body), as: .learner, accept: Answer.json)
            #expect(json.status == status && json.isProblemDocument)
            let now = try await model(run, site)
            #expect(now["step"] as? Int == 2 && (now["scene"] as? [String: Any])?["id"] as? String == "suite")
        }
    }

    @Test("variables that are sent are not believed")
    func variables() async throws {
        try await with { site in
            let run = try await begin(site)
            let form = "step=1&scene=appel&choice=c1&temps=30&confiance=10&score=100"
            #expect(try await site.post(run + "/steps", .form(form), as: .learner, accept: Answer.html).status == 303)
            let numbers = (try await model(run, site)["variables"] as? [[String: Any]])?.compactMap { $0["value"] as? Int }
            #expect(numbers == [6, 4])
        }
    }

    static let broken = [
        "", "step=1", "step=1&scene=appel", "step=x&scene=appel&choice=c1", "scene=appel&choice=c1", "step=&scene=&choice=",
    ]

    @Test("a form that says too little is refused", arguments: broken)
    func incomplete(_ form: String) async throws {
        try await with { site in
            let run = try await begin(site)
            let answer = try await site.post(run + "/steps", .form(form), as: .learner, accept: Answer.html)
            #expect(answer.status == 422)
            #expect(try await model(run, site)["step"] as? Int == 1)
        }
    }

    @Test("another learner's story is not found, and a story that is over takes nothing more")
    func others() async throws {
        try await with { site in
            let run = try await begin(site)
            #expect(try await site.get(run, as: .secondLearner).status == 404)
            #expect(try await choose(1, "appel", "c1", in: run, site, as: .secondLearner).status == 404)
            _ = try await choose(1, "appel", "c3", in: run, site)
            #expect(try await choose(2, "fin", "c1", in: run, site).status == 409)
            #expect((try await model(run, site)["result"] as? [String: Any])?["score"] as? Int == 20)
            // An attempt at a quiz is no story, and a story is no attempt at a quiz.
            #expect(try await site.get(run.replacing("/runs/", with: "/attempts/"), as: .learner).status == 404)
            let attempt = try #require(try await site.post(Address.attempts, as: .learner).location)
            #expect(try await site.get(attempt.replacing("/attempts/", with: "/runs/"), as: .learner).status == 404)
            #expect(try await site.get("/runs/x", as: .learner).status == 404)
            #expect(
                try await site.post("/courses/\(TestCourse.key)/activities/\(TestCourse.welcome)/runs", as: .learner).status
                    == 404)
        }
    }
}

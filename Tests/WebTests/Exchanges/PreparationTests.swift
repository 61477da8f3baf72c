import Campus
import Essentials
import Foundation
import HTTPTypes
import Scheduling
import TestSupport
import Testing

@testable import Web

@Suite("What is to be done before a session")
struct PreparationTests {
    private static let lesson = TestCourse.key + "/" + TestCourse.welcome

    private func plan(_ site: TestSite) async throws -> String {
        let typed = Campus.TypedSession(
            title: "Classe", day: "2026-09-17", hour: "09:30", duration: "60", link: "https://visio.example.org/web")
        return try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, by: nil).id.text
    }

    private func line(_ site: TestSite, _ session: String, _ role: TestRole) async throws -> [String: Any] {
        let model = try await site.get("/sessions/\(session)", as: role, accept: Answer.json).object()
        return (model["preparation"] as? [[String: Any]])?.first ?? [:]
    }

    @Test("is shown to learners, and those who follow them see who has done it")
    func story() async throws {
        try await withSite { site in
            let session = try await plan(site)
            #expect(try await line(site, session, .learner).isEmpty)
            let form = SentText.form("before=\(Self.lesson)&before=\(Self.lesson)&for=")
            let kept = try await site.post("/sessions/\(session)/preparation", form, as: .trainer)
            #expect(kept.status == 303 && kept.location == "/sessions/\(session)/preparation")
            let own = try await line(site, session, .learner)
            #expect(own["activity"] as? String == "bienvenue" && own["isDone"] as? Bool == false && own["done"] == nil)
            let followed = try await line(site, session, .tutor)
            #expect(followed["isDone"] == nil && followed["done"] as? Int == 0 && followed["learners"] as? Int == 2)

            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(try await line(site, session, .learner)["isDone"] as? Bool == true)
            let page = try await site.get("/sessions/\(session)/preparation", as: .trainer, accept: Answer.json).object()
            let before = try #require((page["before"] as? [[String: Any]])?.first)
            #expect((before["done"] as? [[String: Any]])?.count == 1 && (before["missing"] as? [[String: Any]])?.count == 1)
            // A mentor sees nobody's results.
            #expect(try await site.get("/sessions/\(session)/preparation", as: .mentor).status == 404)
            #expect(try await line(site, session, .mentor)["done"] == nil)

            // Chosen again, it is another list; the plan and what people were told stay as they are.
            _ = try await site.post(
                "/sessions/\(session)/preparation", .json(#"{"before":[]}"#), as: .coordinator, accept: Answer.json)
            #expect(try await line(site, session, .learner).isEmpty)
            let json = try await site.get("/sessions/\(session)", as: .coordinator, accept: Answer.json).object()
            #expect((json["changes"] as? [Any])?.count == 1)
        }
    }

    @Test(
        "refuses what is in no course of the cohort",
        arguments: [
            ("before=nulle-part", "before"), ("before=a/b", "before"), ("before=\(lesson)&for=\(lesson)", "for"),
            ("for=x", "for"),
        ])
    func refused(form: String, field: String) async throws {
        try await withSite { site in
            let session = try await plan(site)
            let answer = try await site.post("/sessions/\(session)/preparation", .form(form), as: .trainer, accept: Answer.json)
            #expect(answer.status == 422 && answer.text.contains("\"\(field)\""))
            let page = try await site.post("/sessions/\(session)/preparation", .form(form), as: .trainer)
            #expect(page.status == 422 && page.text.contains("notice-danger"))
        }
    }
}

import Campus
import Essentials
import Foundation
import HTTPTypes
import Scheduling
import TestSupport
import Testing

@testable import Web

@Suite("Trying one's device")
struct DeviceTests {
    private func devices(_ site: TestSite, _ session: String, _ role: TestRole) async throws -> [[String: Any]] {
        let model = try await site.get("/sessions/\(session)", as: role, accept: Answer.json).object()
        return model["devices"] as? [[String: Any]] ?? []
    }

    @Test("keeps what worked, and shows it to those who hold the class, to nobody else")
    func story() async throws {
        try await withSite { site in
            let typed = Campus.TypedSession(
                title: "Classe", day: "2026-09-17", hour: "09:30", duration: "60", link: "https://visio.example.org/web")
            let session = try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, by: nil).id.text
            let page = try await site.get("/device-test", as: .learner)
            #expect(page.status == 200 && page.text.contains("data-device"))
            #expect(page.headers[.permissionsPolicy] == "camera=(self), microphone=(self), geolocation=()")
            let agenda = try await site.get("/agenda", as: .learner)
            #expect(agenda.headers[.permissionsPolicy] == "camera=(), microphone=(), geolocation=()")
            let form = SentText.form("working=sound&working=microphone&working=link")
            #expect(try await site.post("/device-test", form, as: .learner).location == "/device-test")
            let kept = try await site.get("/device-test", as: .learner, accept: Answer.json).object()
            #expect(kept["isReady"] as? Bool == true && kept["working"] as? [String] == ["sound", "microphone", "link"])
            // A later test that went worse holds.
            let lines = try await devices(site, session, .trainer)
            #expect(lines.compactMap { $0["name"] as? String } == ["Samira Benali", "Karim Haddad"])
            #expect(lines.compactMap { $0["isReady"] as? Bool } == [true, false])
            #expect(lines[1]["testedAt"] == nil)
            site.clock.advance(seconds: 120)
            #expect(
                try await site.post("/device-test", .json(#"{"working":["sound"]}"#), as: .learner, accept: Answer.json).status
                    == 200)
            let later = try await devices(site, session, .coordinator)
            #expect(later.first?["isReady"] as? Bool == false)
            let learners = try await devices(site, session, .learner)
            let tutors = try await devices(site, session, .tutor)
            #expect(learners.isEmpty && tutors.isEmpty)
        }
    }

    @Test("refuses what cannot be tried", arguments: ["working=smell", "working="])
    func refused(form: String) async throws {
        try await withSite { site in
            let answer = try await site.post("/device-test", .form(form), as: .learner, accept: Answer.json)
            #expect(answer.status == 422)
        }
    }
}

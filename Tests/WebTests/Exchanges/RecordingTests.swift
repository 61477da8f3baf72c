import Essentials
import Foundation
import HTTPTypes
import SQL
import Scheduling
import TestSupport
import Testing

@testable import Campus
@testable import Web

extension TestCampus {
    /// A recording of an hour, as the rooms' server would have it.
    func keepRecording(_ key: String, of session: Identifier<ClassSession>) async throws {
        let campus = campus
        let recording = SessionRecording(
            key: key, address: "https://visio.example.org/playback/\(key)?a=1", startedAt: campus.clock.now, minutes: 60)
        try await campus.database.write { try campus.recordings.keep([recording], of: session, in: $0) }
    }
}

@Suite("Recordings of classes")
struct RecordingTests {
    private static let second: Int64 = 1000
    /// By the browser's clock, which may be anything.
    private static let start: Int64 = 1_000_000_000_000

    private func plan(_ site: TestSite) async throws -> String {
        let typed = Campus.TypedSession(
            title: "Classe", day: "2026-09-17", hour: "09:30", duration: "60", link: "https://visio.example.org/web")
        let session = try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, by: nil)
        try await site.campus.keepRecording("r1", of: session.id)
        return "/sessions/\(session.id.text)/recordings/r1"
    }

    private func watch(
        _ site: TestSite, _ page: String, _ spans: [(from: Int64, to: Int64)], as role: TestRole = .learner
    ) async throws -> Answer {
        let events = spans.map {
            #"{"id":"0192f0aa-1111-7222-8333-444455556666","kind":"heartbeat","from":"#
                + "\(Self.start + $0.from * Self.second),\"to\":\(Self.start + $0.to * Self.second)}"
        }
        let body = #"{"events":["# + events.joined(separator: ",") + "]}"
        return try await site.post(page + "/watching", .json(body), as: role, accept: Answer.json)
    }

    @Test("count the time on the screen once, and no more than there was; learners see their own, who follows them all")
    func story() async throws {
        try await withSite { site in
            let page = try await plan(site)
            let html = try await site.get(page, as: .learner)
            #expect(html.status == 200 && html.text.contains("<iframe"))
            let policy = try #require(html.headers[.contentSecurityPolicy])
            #expect(policy.hasSuffix("frame-src https://visio.example.org"))

            // Two minutes are believed at once; what is told again, or twice, counts once.
            #expect(try await watch(site, page, [(0, 60), (60, 120), (120, 240)]).object()["seconds"] as? Int == 120)
            site.clock.advance(seconds: 300)
            #expect(try await watch(site, page, [(60, 120), (30, 90)]).object()["seconds"] as? Int == 240)
            #expect(try await watch(site, page, [(600, 700), (650, 720)]).object()["seconds"] as? Int == 360)
            let later = try await watch(site, page, [(900, 1000)])
            #expect(later.status == 200)
            #expect(try later.object()["percent"] as? Int == 11)

            let own = try await site.get(page, as: .learner, accept: Answer.json).object()
            #expect((own["watched"] as? [String: Any])?["percent"] as? Int == 11 && own["watchers"] == nil)
            let followed = try await site.get(page, as: .tutor, accept: Answer.json).object()
            #expect((followed["watchers"] as? [[String: Any]])?.map { $0["familyName"] as? String } == ["Benali"])
            #expect(followed["watched"] == nil)
            let table = try await site.get(page + "?format=csv", as: .tutor)
            #expect(table.text.contains("Benali;Samira;7;11;"))
            // A mentor sees the recording and nobody's time.
            let mentor = try await site.get(page, as: .mentor, accept: Answer.json).object()
            #expect(mentor["watchers"] == nil && mentor["watched"] == nil)

            let session = String(page.dropLast("/recordings/r1".count))
            let shown = try await site.get(session, as: .learner, accept: Answer.json).object()
            let recording = try #require((shown["recordings"] as? [[String: Any]])?.first)
            #expect(recording["watchedPercent"] as? Int == 11 && recording["watchers"] == nil)
            let trainer = try await site.get(session, as: .trainer, accept: Answer.json).object()
            #expect((trainer["recordings"] as? [[String: Any]])?.first?["watchers"] as? Int == 1)
        }
    }

    @Test(
        "refuse spans that cannot be, and keep nothing of them",
        arguments: [
            [], [(from: Int64(10), to: Int64(10))], [(10, 5)], [(0, 121)], [(0, 30), (40, 20)],
            [(-2_000_000_000, -1_999_999_990)], [(9_000_000_000, 9_000_000_010)],
        ] as [[(from: Int64, to: Int64)]])
    func refused(spans: [(from: Int64, to: Int64)]) async throws {
        try await withSite { site in
            let page = try await plan(site)
            #expect(try await watch(site, page, spans).status == 422)
            let own = try await site.get(page, as: .learner, accept: Answer.json).object()
            #expect((own["watched"] as? [String: Any])?["seconds"] as? Int == 0)
        }
    }

    @Test(
        "are no more there once their server deleted them, nor under a name that is none", arguments: ["r2", "%00", "r2%00"])
    func gone(name: String) async throws {
        try await withSite { site in
            let page = try await plan(site)
            let other = page.replacing("r1", with: name)
            #expect(try await site.get(other, as: .learner).status == 404)
            #expect(try await watch(site, other, [(0, 30)]).status == 404)
        }
    }

    @Test(
        "are framed from the web only",
        arguments: [
            ("https://visio.example.org/a?b", "https://visio.example.org"), ("http://127.0.0.1:8090/x", "http://127.0.0.1:8090"),
            ("javascript:alert(1)", nil), ("https://a;script-src *//x", nil), ("", nil),
        ] as [(String, String?)])
    func origin(address: String, expected: String?) {
        #expect(RecordingRoutes.origin(of: address) == expected)
    }
}

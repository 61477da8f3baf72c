import Campus
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Campus
@testable import Progress

@Suite("Documents, sessions, discussions and decks over HTTP")
struct StudyTests {
    private func with(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestKinds.authored())
            try await body(site)
        }
    }

    private func model(_ key: String, _ site: TestSite) async throws -> [String: Any] {
        try await site.get(Address.activity(key), as: .learner, accept: Answer.json).object()
    }

    @Test("what is read is finished by its learner", arguments: [TestKinds.document, TestKinds.wordList])
    func read(_ key: String) async throws {
        try await with { site in
            #expect(try await model(key, site)["isFinishedByLearner"] as? Bool == true)
            #expect(try await site.get(Address.activity(key), as: .learner).text.contains("value=\"reached-end\""))
            _ = try await site.post(Address.events(key), .form("kind=reached-end"), as: .learner)
            #expect(try await model(key, site)["completedAt"] != nil)
            #expect(try await site.get(Address.activity(key), as: .learner).text.contains("Vous avez terminé cette activité"))
        }
    }

    static let facts: [(key: String, kind: EventKind, times: Int, score: Int?)] = [
        (TestKinds.virtualClass, .attended, 1, nil), (TestKinds.workshop, .attended, 1, nil),
        (TestKinds.discussion, .contributed, 2, nil), (TestKinds.deck, .reviewed, 1, 80),
    ]

    @Test("nobody says of oneself that it is done: the server finds it", arguments: facts)
    func found(_ key: String, _ kind: EventKind, _ times: Int, _ score: Int?) async throws {
        try await with { site in
            #expect(try await model(key, site)["isFinishedByLearner"] as? Bool == false)
            #expect(try await !site.get(Address.activity(key), as: .learner).text.contains("value=\"reached-end\""))
            _ = try await site.post(Address.events(key), .form("kind=reached-end"), as: .learner)
            #expect(try await model(key, site)["completedAt"] == nil)
            #expect(
                try await site.post(Address.events(key), .form("kind=\(kind.rawValue)"), as: .learner, accept: Answer.json).status
                    == 422)
            let viewer = try await site.campus.viewer(.learner)
            for number in 1...times {
                #expect(try await model(key, site)["completedAt"] == nil, "before \(number)")
                _ = try await site.campus.campus.recordFound(
                    kind, id: .new(at: site.clock.clock.now), score: score, in: key, of: TestCourse.key, by: viewer)
            }
            #expect(try await model(key, site)["completedAt"] != nil)
            let summary = try await site.campus.campus.verifyProgress()
            #expect(summary.enrolments > 0 && summary.differences == 0)
        }
    }

    @Test("the outline tells the competencies, and what of them is done")
    func competencies() async throws {
        try await with { site in
            _ = try await site.post(Address.events(TestKinds.document), .form("kind=reached-end"), as: .learner)
            let outline = try await site.get(Address.course, as: .learner, accept: Answer.json).object()
            let block = try #require((outline["competencies"] as? [[String: Any]])?.first)
            let targets = try #require(block["objectives"] as? [[String: Any]])
            #expect(targets.map { $0["id"] as? String } == ["lire-une-page", "ecrire-un-plan"])
            let works = try #require(targets.first?["activities"] as? [[String: Any]])
            let done = works.filter { $0["state"] as? String == "done" }.compactMap { $0["id"] as? String }
            #expect(works.count == 14 && done == [TestKinds.document])
            #expect((targets.last?["activities"] as? [[String: Any]])?.isEmpty == true)
            #expect(try await site.get(Address.course, as: .learner).text.contains("1 activité faite sur 14"))
        }
    }

    @Test("a file is offered with its kind and its size, and can be had")
    func file() async throws {
        try await with { site in
            let document = try #require(try await model(TestKinds.document, site)["document"] as? [String: Any])
            let file = try #require((document["files"] as? [[String: Any]])?.first)
            #expect(file["size"] as? Int == 32)
            let html = try await site.get(Address.activity(TestKinds.document), as: .learner).text
            #expect(html.contains("(TXT, 32\u{A0}octets)"))
            #expect(!html.contains("<b>simple"))
        }
    }
}

import Campus
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Cards over HTTP")
struct CardTests {
    private static let deck = "\(TestCourse.key)%2F\(TestKinds.deck)"

    private func with(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestKinds.authored())
            try await body(site)
        }
    }

    private func event(_ id: String, _ card: String, _ grade: String, at moment: Int64, direction: String = "recognise") -> String
    {
        #"{"id":"\#(id)","course":"\#(TestCourse.key)","activity":"\#(TestKinds.deck)","card":"\#(card)","#
            + #""direction":"\#(direction)","grade":"\#(grade)","occurredAt":\#(moment)}"#
    }

    private static func id(_ number: Int) -> String { "0192f0aa-1111-7222-8333-\(100_000_000_000 + number)" }

    @Test("by forms, one after the other, to the end of the session")
    func forms() async throws {
        try await with { site in
            let page = try await site.get("/reviews?deck=\(Self.deck)", as: .learner)
            #expect(
                page.text.contains("Carte 1 sur 2") && page.text.contains("<h2 class=\"flashcard-prompt\" lang=\"en\">a tag</h2>")
            )
            #expect(page.text.contains("Voir la réponse") && page.text.contains("une balise"))
            let form =
                "id=\(Self.id(1))&course=\(TestCourse.key)&activity=\(TestKinds.deck)&card=tag&direction=recognise"
                + "&grade=good&done=1&deck=\(Self.deck)"
            let first = try await site.post("/reviews", .form(form), as: .learner)
            #expect(first.status == 303 && first.location == "/reviews?deck=\(Self.deck.replacing("%2F", with: "/"))&done=1")
            // The same once more changes nothing.
            #expect(try await site.post("/reviews", .form(form), as: .learner).status == 303)
            let second = try await site.get("/reviews?deck=\(Self.deck)&done=1", as: .learner)
            #expect(second.text.contains("Carte 2 sur 2") && !second.text.contains("a tag"))
            // Ten minutes later the first one is ready again, and home says so.
            site.clock.advance(seconds: 601)
            let home = try await site.get("/", as: .learner)
            #expect(home.text.contains("1 carte à revoir"))
            #expect(try await site.get("/", as: .secondLearner, accept: Answer.json).object()["cardsReady"] == nil)
        }
    }

    @Test("a batch from a device that was offline is taken once, in the order of its time")
    func batch() async throws {
        try await with { site in
            let now = site.clock.now.milliseconds
            let events = [
                event(Self.id(2), "tag", "good", at: now - 1000), event(Self.id(1), "tag", "again", at: now - 700_000),
                event(Self.id(3), "lt", "easy", at: now - 5000),
            ]
            let body = "{\"events\":[\(events.joined(separator: ","))]}"
            let first = try await site.post("/reviews", .json(body), as: .learner, accept: Answer.json).object()
            #expect((first["accepted"] as? [String])?.count == 3)
            let again = try await site.post("/reviews", .json(body), as: .learner, accept: Answer.json).object()
            #expect((again["replayed"] as? [String])?.count == 3)
            let figures = try await site.get("/reviews/statistics", as: .learner, accept: Answer.json).object()
            #expect(figures["known"] as? Int == 1 && figures["learning"] as? Int == 1)
            #expect(((figures["days"] as? [[String: Any]])?.last?["cards"] as? Int) == 3)
        }
    }

    static let refusals: [(field: String, with: String, status: Int)] = [
        ("\"good\"", "\"perfect\"", 422), ("\"recognise\"", "\"sideways\"", 400), ("\"tag\"", "\"nothing\"", 422),
        ("\"\(TestKinds.deck)\"", "\"\(TestCourse.welcome)\"", 404), ("\"\(TestCourse.key)\"", "\"nothing\"", 404),
        ("0192f0aa", "zzzz", 400), (":17", ":-17", 422),
    ]

    @Test("what cannot be is refused", arguments: refusals)
    func refused(_ field: String, _ replacement: String, _ status: Int) async throws {
        try await with { site in
            let sent = "{\"events\":[\(event(Self.id(1), "tag", "good", at: site.clock.now.milliseconds))]}"
            #expect(sent.contains(field))
            let answer = try await site.post(
                "/reviews", .json(sent.replacing(field, with: replacement)), as: .learner, accept: Answer.json)
            #expect(answer.status == status)
        }
    }

    @Test("a deck that is none, or nobody's, is not there", arguments: [("nothing", 422), ("a/b", 404)])
    func noDeck(_ deck: String, _ status: Int) async throws {
        try await with { site in
            let answer = try await site.get("/reviews?deck=\(deck)", as: .learner, accept: Answer.json)
            #expect(answer.status == status)
        }
    }

    @Test("limits are changed, and a wrong one is said beside its field")
    func limits() async throws {
        try await with { site in
            #expect(
                try await site.post("/reviews/limits", .form("new=1&reviews=20"), as: .learner).location == "/reviews/statistics")
            let session = try await site.get("/reviews?deck=\(Self.deck)", as: .learner, accept: Answer.json).object()
            #expect((session["cards"] as? [Any])?.count == 1 && session["reviewsADay"] as? Int == 20)
            let wrong = try await site.post("/reviews/limits", .form("new=many&reviews=20"), as: .learner)
            #expect(wrong.status == 422 && wrong.text.contains("new-error") && wrong.text.contains("many"))
        }
    }
}

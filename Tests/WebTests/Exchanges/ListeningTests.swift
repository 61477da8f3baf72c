import Campus
import Essentials
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite("Listening to a recording over HTTP")
struct ListeningTests {
    private static let events = Address.events(TestCourse.tags)
    private static let page = "/courses/\(TestCourse.key)/activities/\(TestCourse.tags)"

    private func with(_ body: @Sendable (TestSite) async throws -> Void) async throws {
        try await withSite { site in
            _ = try await site.campus.campus.apply(try TestCourse.authored(isListened: true))
            try await body(site)
        }
    }

    private func id(_ number: Int) -> String { "0192f0aa-1111-7222-8333-44445555000\(number)" }

    private func played(_ number: Int, _ parts: String, position: Int = 0, seconds: Int = 60, media: String = "dialogue")
        -> String
    {
        """
        {"id":"\(id(number))","kind":"played","occurredAt":\(TestClock.start.milliseconds),"seconds":\(seconds),"media":"\(media)",\
        "parts":\(parts),"position":\(position)}
        """
    }

    private func send(_ events: [String], to site: TestSite) async throws -> Answer {
        let body = "{\"events\":[\(events.joined(separator: ","))]}"
        return try await site.post(Self.events, .json(body), as: .learner, accept: Answer.json)
    }

    @Test("what was played counts once, the place is told on any device, and the share completes the lesson")
    func completed() async throws {
        try await with { site in
            let opened = "{\"id\":\"\(id(0))\",\"kind\":\"opened\",\"occurredAt\":\(TestClock.start.milliseconds)}"
            _ = try await send([opened], to: site)
            site.clock.advance(seconds: 31)
            let first = try await send([played(1, "[[0,30000]]", position: 30_000)], to: site).object()
            #expect(first["played"] as? Int == 50 && first["isCompleted"] as? Bool == false)
            let again = try await send(
                [played(1, "[[0,30000]]", position: 30_000), played(2, "[[5000,12000]]", position: 12_000)], to: site)
            #expect(try again.object()["played"] as? Int == 50)
            let model = try await site.get(Self.page, as: .learner, accept: Answer.json).object()
            let recording = try #require((model["media"] as? [[String: Any]])?.first)
            #expect(recording["name"] as? String == "dialogue" && recording["position"] as? Int == 12_000)
            #expect((model["listening"] as? [String: Any])?["played"] as? Int == 50)
            #expect(try await site.get(Self.page, as: .learner).text.contains("data-media=\"dialogue=12000\""))
            site.clock.advance(seconds: 31)
            let last = try await send([played(3, "[[30000,48000]]", position: 48_000)], to: site).object()
            #expect(last["played"] as? Int == 80 && last["isCompleted"] as? Bool == true)
            #expect(try await site.get(Self.page, as: .learner).text.contains("Vous avez terminé cette leçon"))
            // Another learner is at the beginning.
            let other = try await site.get(Self.page, as: .secondLearner, accept: Answer.json).object()
            #expect((other["listening"] as? [String: Any])?["hasBegun"] as? Bool == false)
        }
    }

    @Test("the page's tag follows the place")
    func tag() async throws {
        try await with { site in
            _ = try await send([played(1, "[[0,5000]]", position: 5000)], to: site)
            let tag = try #require(try await site.get(Self.page, as: .learner).headers[.eTag])
            #expect(try await site.get(Self.page, as: .learner, headers: [.ifNoneMatch: tag]).status == 304)
            site.clock.advance(seconds: 10)
            _ = try await send([played(2, "[[0,5000]]", position: 4000)], to: site)
            #expect(try await site.get(Self.page, as: .learner, headers: [.ifNoneMatch: tag]).status == 200)
        }
    }

    static let wrong = [
        #""parts":[],"position":0"#, #""parts":[[5000,1000]],"position":0"#, #""parts":[[0,1000,2000]],"position":0"#,
        #""parts":[[0]],"position":0"#, #""parts":[[-500,500]],"position":0"#, #""parts":[[0,100]],"position":0"#,
        #""parts":[[0,1000]],"position":-1"#, #""parts":[[0,1000]]"#, #""position":0"#, #""parts":[[0,9999999]],"position":0"#,
        #""parts":[[61000,63000]],"position":0"#, #""parts":[[0,60000]],"position":0,"seconds":10"#,
        #""parts":[[0,1000]],"position":9223372036854775807"#, #""parts":[[0,9223372036854775807]],"position":0"#,
        #""parts":[[-9223372036854775808,9223372036854775807]],"position":0"#,
        #""parts":[[0,1000]],"position":0,"media":"autre""#,
        #""parts":[[0,1000]],"position":0,"media":"a b""#, #""parts":[[0,1000]],"position":0,"media":"<script>""#,
    ]

    @Test("what cannot have been played is refused, and the whole batch with it", arguments: wrong)
    func refused(_ fields: String) async throws {
        try await with { site in
            let seconds = fields.contains("seconds") ? "" : ",\"seconds\":30"
            let media = fields.contains("\"media\"") ? "" : ",\"media\":\"dialogue\""
            let event = "{\"id\":\"\(id(1))\",\"kind\":\"played\",\"occurredAt\":1\(seconds)\(media),\(fields)}"
            let good = "{\"id\":\"\(id(0))\",\"kind\":\"opened\",\"occurredAt\":1}"
            let answer = try await send([good, event], to: site)
            #expect(answer.status == 422)
            let errors = try #require(try answer.object()["errors"] as? [[String: String]])
            #expect(errors.first?["field"] == "events.\(id(1)).played")
            #expect(try await site.campus.campus.outline(TestCourse.key, for: site.campus.viewer(.learner)).states.isEmpty)
        }
    }

    @Test("an event of another kind has no recording, and a lesson without recordings takes none")
    func elsewhere() async throws {
        try await with { site in
            let opened = "{\"id\":\"\(id(1))\",\"kind\":\"opened\",\"occurredAt\":1,\"media\":\"dialogue\"}"
            let misplaced = try await send([opened], to: site)
            #expect(misplaced.status == 422)
            let body = "{\"events\":[\(played(2, "[[0,1000]]"))]}"
            let other = Address.events(TestCourse.welcome)
            #expect(try await site.post(other, .json(body), as: .learner, accept: Answer.json).status == 422)
            let declared = "{\"id\":\"\(id(3))\",\"kind\":\"declared-played\",\"occurredAt\":1}"
            #expect(try await send([declared], to: site).status == 422)
        }
    }

    @Test("without scripts one says that one begins, and, when there was time for it, that it is done")
    func declared() async throws {
        try await with { site in
            let done = SentText.form("kind=declared-played")
            #expect(try await site.get(Self.page, as: .learner).text.contains("value=\"opened\""))
            #expect(try await site.post(Self.events, done, as: .learner, accept: Answer.html).status == 409)
            let begun = try await site.post(Self.events, .form("kind=opened"), as: .learner, accept: Answer.html)
            #expect(begun.status == 303 && begun.location == Self.page)
            #expect(try await site.get(Self.page, as: .learner).text.contains("value=\"declared-played\""))
            site.clock.advance(seconds: 47)
            let early = try await site.post(Self.events, done, as: .learner, accept: Answer.html)
            #expect(early.status == 409 && early.text.contains("C’est un peu tôt"))
            site.clock.advance(seconds: 1)
            let taken = try await site.post(Self.events, done, as: .learner, accept: Answer.html)
            #expect(taken.status == 303 && taken.location != Self.page)
            let model = try await site.get(Self.page, as: .learner, accept: Answer.json).object()
            #expect(model["completedAt"] != nil)
            #expect((model["listening"] as? [String: Any])?["isDeclared"] as? Bool == true)
            #expect((model["listening"] as? [String: Any])?["played"] as? Int == 0)
            #expect(try await site.post(Address.events(TestCourse.welcome), done, as: .learner).status == 422)
            #expect(try await site.post(Self.events, done, as: .tutor, accept: Answer.json).status == 403)
        }
    }
}

import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("Learning events over HTTP")
struct EventTests {
    private static let id = "0192f0aa-1111-7222-8333-444455556666"
    private static let now = TestClock.start.milliseconds

    private func event(_ id: String = Self.id, _ kind: String = "opened", at instant: Int64 = Self.now, seconds: Int? = nil)
        -> String
    {
        let seconds = seconds.map { ",\"seconds\":\($0)" } ?? ""
        return "{\"id\":\"\(id)\",\"kind\":\"\(kind)\",\"occurredAt\":\(instant)\(seconds)}"
    }

    private func send(
        _ events: [String], to site: TestSite, activity: String = TestCourse.welcome, as role: TestRole = .learner
    ) async throws -> Answer {
        try await site.post(
            Address.events(activity), .json("{\"events\":[\(events.joined(separator: ","))]}"), as: role, accept: Answer.json)
    }

    @Test("what was kept is said, with what follows from it")
    func kept() async throws {
        try await withSite { site in
            let opened = try await send([event()], to: site)
            #expect(opened.status == 200)
            let first = try opened.object()
            #expect(first["accepted"] as? [String] == [Self.id])
            #expect(first["replayed"] as? [String] == [])
            #expect(first["isCompleted"] as? Bool == false)
            #expect(first["percent"] as? Int == 0)
            #expect(first["next"] as? String == TestCourse.tags)
            let end = "0192f0aa-1111-7222-8333-444455556667"
            let second = try await send([event(end, "reached-end")], to: site).object()
            #expect(second["isCompleted"] as? Bool == true)
            // 10 of the 10 + 20 + 15 + 1 + 25 minutes that count.
            #expect(second["percent"] as? Int == 14)
        }
    }

    @Test("sent again, nothing changes, in the same batch as new ones too")
    func replayed() async throws {
        try await withSite { site in
            let beat = event(Self.id, "heartbeat", seconds: 30)
            _ = try await send([beat], to: site)
            let other = "0192f0aa-1111-7222-8333-444455556668"
            let again = try await send([beat, event(other, "heartbeat", at: Self.now - 60_000, seconds: 15), beat], to: site)
            #expect(again.status == 200)
            #expect(try again.object()["accepted"] as? [String] == [other])
            #expect(try #require(try again.object()["replayed"] as? [String]).allSatisfy { $0 == Self.id })
            let states = try await site.campus.states(of: .learner)
            #expect(states.values.map(\.seconds) == [45])
        }
    }

    @Test("where the activity stands is told, though nothing of the batch was new")
    func replayedEnd() async throws {
        try await withSite { site in
            let end = event(Self.id, "reached-end")
            for outcome in ["accepted", "replayed", "replayed"] {
                let answer = try await send([end], to: site).object()
                #expect(answer[outcome] as? [String] == [Self.id])
                #expect(answer["isCompleted"] as? Bool == true)
            }
            let opened = event("0192f0aa-1111-7222-8333-444455556669")
            for _ in 1...2 {
                let answer = try await send([opened], to: site, activity: TestCourse.reading).object()
                #expect(answer["isCompleted"] as? Bool == false)
            }
        }
    }

    @Test("the same id with another content is a conflict, and the first one stands")
    func conflict() async throws {
        try await withSite { site in
            _ = try await send([event(Self.id, "heartbeat", seconds: 30)], to: site)
            for other in [
                event(Self.id, "heartbeat", seconds: 31), event(Self.id, "opened"),
                event(Self.id, "heartbeat", at: 5, seconds: 30),
            ] {
                let answer = try await send([other], to: site)
                #expect(answer.status == 409)
                #expect(try answer.object()["type"] as? String == "urn:rebond:problem:conflict")
            }
            #expect(try await send([event(Self.id, "heartbeat", seconds: 30)], to: site, activity: TestCourse.tags).status == 409)
            let states = try await site.campus.states(of: .learner)
            #expect(states.values.map(\.seconds) == [30])
            // Another learner's event of the same id is another event.
            #expect(try await send([event()], to: site, as: .secondLearner).status == 200)
        }
    }

    static let wrongEvents: [(event: String, field: String)] = [
        (#"{"id":"\#(id)","kind":"heartbeat","occurredAt":1,"seconds":-5}"#, "seconds"),
        (#"{"id":"\#(id)","kind":"heartbeat","occurredAt":1,"seconds":0}"#, "seconds"),
        (#"{"id":"\#(id)","kind":"heartbeat","occurredAt":1,"seconds":121}"#, "seconds"),
        (#"{"id":"\#(id)","kind":"heartbeat","occurredAt":1}"#, "seconds"),
        (#"{"id":"\#(id)","kind":"opened","occurredAt":1,"seconds":5}"#, "seconds"),
        (#"{"id":"\#(id)","kind":"opened","occurredAt":-1}"#, "occurred-at"),
        (#"{"id":"\#(id)","kind":"opened","occurredAt":9223372036854775807}"#, "occurred-at"),
        (#"{"id":"\#(id)","kind":"completed","occurredAt":1}"#, "kind"),
        (#"{"id":"\#(id)","kind":"course-completed","occurredAt":1}"#, "kind"),
        (#"{"id":"\#(id)","kind":"attempt-submitted","occurredAt":1}"#, "kind"),
        (#"{"id":"\#(id)","kind":"attended","occurredAt":1}"#, "kind"),
        (#"{"id":"\#(id)","kind":"contributed","occurredAt":1}"#, "kind"),
        (#"{"id":"\#(id)","kind":"reviewed","occurredAt":1}"#, "kind"),
        (#"{"id":"\#(id)","kind":"submitted","occurredAt":1}"#, "kind"),
        (#"{"id":"0192f0aa-1111-8222-8333-444455556666","kind":"opened","occurredAt":1}"#, "id"),
    ]

    @Test("what cannot be is refused with its event and its field, and the whole batch with it", arguments: wrongEvents)
    func refused(_ wrong: String, _ field: String) async throws {
        try await withSite { site in
            let good = event("0192f0aa-1111-7222-8333-444455550000")
            let answer = try await send([good, wrong], to: site)
            #expect(answer.status == 422)
            let errors = try #require(try answer.object()["errors"] as? [[String: String]])
            #expect(try #require(errors.first?["field"]).hasSuffix(".\(field)"))
            #expect(try await site.campus.states(of: .learner).isEmpty)
        }
    }

    @Test("more events than a client keeps are refused; as many as that, and none, are taken")
    func many() async throws {
        try await withSite { site in
            func batch(_ count: Int) -> [String] {
                (0..<count).map { number in
                    event("0192f0aa-1111-7222-8333-" + String(repeating: "0", count: 8) + String(number + 1000, radix: 10))
                }
            }
            let answer = try await send(batch(501), to: site)
            #expect(answer.status == 422)
            #expect(try answer.object()["detail"] as? String == "Trop d’événements à la fois : envoyez-en au plus 500.")
            #expect(try await send(batch(500), to: site).status == 200)
            #expect(try await send([], to: site).status == 200)
        }
    }

    @Test("an activity that is not there, or not yet, keeps nothing")
    func activities() async throws {
        try await withSite { site in
            for activity in ["none", TestCourse.planned, "%00", "..", String(repeating: "x", count: 4000)] {
                #expect(try await send([event()], to: site, activity: activity).status == 404, "\(activity.prefix(20))")
                let form = try await site.post(Address.events(activity), .form("kind=reached-end"), as: .learner)
                #expect(form.status == 404)
            }
            let planned = try await site.get(Address.activity(TestCourse.planned), as: .learner)
            #expect(planned.status == 404)
            #expect(planned.text.contains("n’est pas encore prête"))
            let elsewhere = try await site.post(
                "/courses/none/activities/\(TestCourse.welcome)/events", .json("{\"events\":[]}"), as: .learner,
                accept: Answer.json)
            #expect(elsewhere.status == 404)
        }
    }

    @Test("the button of the page finishes the lesson and leads on, to the outline after the last one")
    func button() async throws {
        try await withSite { site in
            let first = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(first.status == 303)
            #expect(first.location == Address.activity(TestCourse.tags))
            let last = try await site.post(Address.events(TestCourse.optional), .form("kind=reached-end"), as: .learner)
            #expect(last.location == Address.course)
            for form in ["", "kind=", "kind=heartbeat", "kind=completed", "seconds=5"] {
                #expect(try await site.post(Address.events(TestCourse.tags), .form(form), as: .learner).status == 422, "\(form)")
            }
        }
    }

    @Test("staying long enough completes a lesson that says so")
    func staying() async throws {
        try await withSite { site in
            let ids = (1...3).map { "0192f0aa-1111-7222-8333-44445555000\($0)" }
            for id in ids {
                site.clock.advance(seconds: 30)
                let beat = event(id, "heartbeat", at: site.campus.campus.clock.now.milliseconds, seconds: 30)
                let answer = try await send([beat], to: site, activity: TestCourse.tags)
                #expect(try answer.object()["isCompleted"] as? Bool == (id == ids.last))
            }
        }
    }

    @Test("durations that are absurd, and ten thousand events at once, are refused; nothing of them is kept")
    func absurd() async throws {
        try await withSite { site in
            for seconds in ["-1", "86400", "9223372036854775807", "9223372036854775808", "1e300", "1.5", "\"60\""] {
                let beat = #"{"id":"\#(Self.id)","kind":"heartbeat","occurredAt":1,"seconds":\#(seconds)}"#
                let status = try await send([beat], to: site).status
                #expect(status == 422 || status == 400, "\(seconds)")
            }
            let many = (0..<10_000).map { event("0192f0aa-1111-7222-8333-" + String(100_000_000_000 + $0)) }
            #expect(try await send(many, to: site).status == 413)
            #expect(try await site.campus.states(of: .learner).isEmpty)
        }
    }

    @Test("a clock that is hours wrong, or says a day before the enrolment, is kept as it was sent; dates are the server's")
    func wrongClocks() async throws {
        try await withSite { site in
            let hour: Int64 = 3_600_000
            let beats = [-9000 * hour, -30 * hour, -5 * hour, 0, 5 * hour, 48 * hour].enumerated().map { number, wrong in
                event("0192f0aa-1111-7222-8333-44445556000\(number)", "heartbeat", at: Self.now + wrong, seconds: 60)
            }
            let answer = try await send(beats, to: site)
            #expect(answer.status == 200)
            let state = try #require(try await site.campus.states(of: .learner).values.first)
            // What is ahead of the server, or a year behind it, happened when it arrived: one minute for all of those.
            #expect(state.seconds == 180)
            #expect(state.firstOpenedAt == TestClock.start && state.lastEventAt == TestClock.start)
            let end = event("0192f0aa-1111-7222-8333-444455560010", "reached-end", at: Self.now - 9000 * hour)
            _ = try await send([end], to: site)
            #expect(try await site.campus.states(of: .learner).values.first?.completedAt == TestClock.start)
        }
    }

    @Test("events of an activity that left the course are refused; one that was kept before may be sent again")
    func removed() async throws {
        try await withSite { site in
            let kept = event()
            #expect(try await send([kept], to: site).status == 200)
            var course = try TestCourse.authored()
            course.outline.modules[0].activities.removeAll { $0.id == TestCourse.welcome }
            _ = try await site.campus.campus.apply(course)
            #expect(try await send([kept], to: site).status == 404)
            #expect(try await send([event("0192f0aa-1111-7222-8333-444455570000")], to: site).status == 404)
            #expect(try await site.campus.states(of: .learner).count == 1)
        }
    }
}

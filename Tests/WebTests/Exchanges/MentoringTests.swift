import Accounts
import Campus
import Essentials
import Foundation
import HTTPTypes
import Scheduling
import TestSupport
import Testing

@testable import Web

/// Tuesday 15 September 2026, 10:00 in Paris, is now.
@Suite("Meeting a mentor")
struct MentoringTests {
    static let meeting = "0192f0aa-1111-7222-8333-444455556666"
    static let other = "0192f0aa-1111-7222-8333-444455557777"

    /// The mentor offers Thursdays from 14 h to 16 h; the first two moments.
    static func offer(_ site: TestSite, by role: TestRole = .mentor) async throws -> [Instant] {
        _ = try await site.campus.campus.offerMeetings(
            Campus.TypedAvailability(weekday: 3, opens: "14:00", closes: "16:00", link: "https://visio.example.org/marc"),
            by: try await site.campus.viewer(role))
        let paris = WallZone.paris
        return try ["14:00", "14:30"].map { paris.instant(try #require(WallTime(day: "2026-09-17", hour: $0))) }
    }

    private func slot(_ site: TestSite, _ start: Instant, _ role: TestRole = .mentor) -> String {
        Links.slot(site.campus[role].id.text, start)
    }

    private func book(
        _ site: TestSite, _ start: Instant, _ id: String = MentoringTests.meeting, as role: TestRole = .learner
    ) async throws -> Answer {
        try await site.post(
            slot(site, start), .json("{\"meeting\":\"\(id)\",\"topic\":\"Mon CV\"}"), as: role, accept: Answer.json)
    }

    @Test("takes two presses, shows in both agendas and calendars, and opens ten minutes before")
    func story() async throws {
        try await withSite { site in
            let starts = try await Self.offer(site)
            let page = try await site.get("/mentoring", as: .learner)
            #expect(page.status == 200 && page.text.contains(slot(site, starts[0])))
            let form = try await site.get(slot(site, starts[0]), as: .learner)
            #expect(form.status == 200 && form.text.contains("name=\"meeting\""))
            let booked = try await site.post(
                slot(site, starts[0]), .form("meeting=\(Self.meeting)&topic=Mon+CV"), as: .learner)
            #expect(booked.status == 303 && booked.location == Links.meeting(Self.meeting))
            // Sent again after a lost answer.
            #expect(try await book(site, starts[0]).status == 201)

            for role in [TestRole.learner, .mentor] {
                let agenda = try await site.get("/agenda?from=2026-09-17&view=day", as: role)
                #expect(agenda.text.contains(Links.meeting(Self.meeting)), "\(role)")
                #expect(try await site.get("/", as: role).text.contains(Links.meeting(Self.meeting)), "\(role)")
                let file = try await site.get(Links.meetingCalendar(Self.meeting), as: role)
                #expect(file.text.contains("UID:\(Self.meeting)\r\n") && !file.text.contains("visio.example.org"))
            }
            let feed = try await site.campus.campus.makeCalendarFeed(for: try await site.campus.viewer(.mentor))
            #expect(try await site.get("/calendar/\(feed.text).ics").text.contains("Samira Benali"))
            let early = try await site.get(Links.meeting(Self.meeting), as: .learner, accept: Answer.json).object()
            #expect(early["join"] == nil && early["mayMove"] as? Bool == true)
            site.clock.advance(seconds: starts[0].seconds(since: site.clock.now) - 600)
            let open = try await site.get(Links.meeting(Self.meeting), as: .learner, accept: Answer.json).object()
            #expect(open["join"] as? String == "https://visio.example.org/marc" && open["mayMove"] as? Bool == false)
        }
    }

    @Test("is for one at a time, and within the rules")
    func refused() async throws {
        try await withSite { site in
            let starts = try await Self.offer(site)
            #expect(try await book(site, starts[0]).status == 201)
            #expect(try await book(site, starts[0], Self.other, as: .secondLearner).status == 409)
            #expect(try await book(site, starts[1], Self.meeting, as: .secondLearner).status == 409)
            #expect(try await book(site, starts[0].adding(seconds: 60), Self.other, as: .secondLearner).status == 409)
            #expect(try await book(site, starts[1], Self.other, as: .outsideLearner).status == 404)
            for role in [TestRole.tutor, .mentor, .coordinator] {
                #expect(try await book(site, starts[1], Self.other, as: role).status == 404, "\(role)")
            }
            // Too many, when the coordinator says one.
            let rules = #"{"noticeHours":12,"openBookings":1,"weeksAhead":4}"#
            #expect(
                try await site.post("\(Address.cohort)/mentoring", .json(rules), as: .coordinator, accept: Answer.json).status
                    == 200)
            #expect(try await book(site, starts[1], Self.other).status == 409)
            // Too late to move and to cancel for the learner, not for the mentor.
            site.clock.advance(seconds: starts[0].seconds(since: site.clock.now) - 3600)
            let reason = SentText.json(#"{"reason":"Malade"}"#)
            #expect(
                try await site.post(Links.cancelMeeting(Self.meeting), reason, as: .learner, accept: Answer.json).status == 409)
            #expect(try await site.get(Links.moveMeeting(Self.meeting), as: .learner).status == 409)
            #expect(try await site.post(Links.cancelMeeting(Self.meeting), reason, as: .tutor, accept: Answer.json).status == 404)
            #expect(
                try await site.post(Links.cancelMeeting(Self.meeting), reason, as: .mentor, accept: Answer.json).status == 200)
            #expect(
                try await site.post(Links.cancelMeeting(Self.meeting), reason, as: .mentor, accept: Answer.json).status == 200)
        }
    }

    @Test("moves to another time of the same person")
    func moved() async throws {
        try await withSite { site in
            let starts = try await Self.offer(site)
            #expect(try await book(site, starts[0]).status == 201)
            let choices = try await site.get(Links.moveMeeting(Self.meeting), as: .learner)
            #expect(choices.text.contains("value=\"\(starts[1].milliseconds)\""))
            let form = SentText.form("start=\(starts[1].milliseconds)")
            #expect(try await site.post(Links.moveMeeting(Self.meeting), form, as: .learner).status == 303)
            let meeting = try await site.get(Links.meeting(Self.meeting), as: .mentor, accept: Answer.json).object()
            #expect(meeting["startsAt"] as? Int64 == starts[1].milliseconds)
            #expect(try await book(site, starts[0], Self.other, as: .secondLearner).status == 201)
            #expect(
                try await site.post(
                    Links.moveMeeting(Self.meeting), .form("start=\(starts[0].milliseconds)"), as: .learner
                ).status == 409)
        }
    }

    @Test("shows a class at the same time before anything is kept")
    func classes() async throws {
        try await withSite { site in
            let starts = try await Self.offer(site)
            let typed = Campus.TypedSession(
                title: "Atelier", day: "2026-09-17", hour: "13:45", duration: "30", link: "https://visio.example.org/web")
            _ = try await site.campus.campus.planSession(typed, in: TestCampus.cohortKey, by: nil)
            let form = try await site.get(slot(site, starts[0]), as: .learner)
            #expect(form.text.contains("« Atelier »") && form.text.contains("name=\"force\""))
            #expect(try await book(site, starts[0]).status == 409)
            let again = try await site.post(slot(site, starts[0]), .form("meeting=\(Self.meeting)&topic=CV"), as: .learner)
            #expect(again.status == 409 && again.text.contains("value=\"CV\"") && again.text.contains(Self.meeting))
            let forced = SentText.form("meeting=\(Self.meeting)&topic=CV&force=1")
            #expect(try await site.post(slot(site, starts[0]), forced, as: .learner).status == 303)
        }
    }

    @Test("leaves notes: one for both, one that the learner never sees")
    func notes() async throws {
        try await withSite { site in
            let starts = try await Self.offer(site)
            #expect(try await book(site, starts[0]).status == 201)
            let notes =
                #"{"outcome":"held","shared":"CV relu","restricted":"Fragile","nextStep":"Envoyer","nextDay":"2026-09-24"}"#
            let address = Links.meetingNotes(Self.meeting)
            #expect(try await site.post(address, .json(notes), as: .mentor, accept: Answer.json).status == 409)
            site.clock.advance(seconds: 3 * 86_400)
            for role in [TestRole.learner, .coordinator, .tutor] {
                #expect(try await site.post(address, .json(notes), as: role, accept: Answer.json).status == 404, "\(role)")
            }
            #expect(try await site.post(address, .json(notes), as: .mentor, accept: Answer.json).status == 200)
            for (role, sees) in [(TestRole.learner, false), (.mentor, true), (.coordinator, true)] {
                for accept in [Answer.html, Answer.json] {
                    let answer = try await site.get(Links.meeting(Self.meeting), as: role, accept: accept)
                    #expect(answer.text.contains("CV relu") && answer.text.contains("Fragile") == sees, "\(role)")
                }
            }
            for accept in [Answer.html, Answer.json] {
                let list = try await site.get("/mentoring", as: .learner, accept: accept)
                #expect(list.text.contains("Envoyer") && !list.text.contains("Fragile"))
            }
        }
    }

    @Test(
        "is not offered when it cannot be meant",
        arguments: [
            ("opens=09:00&closes=09:15&length=30&weekday=1&link=https://a.example", "closes"),
            ("opens=09:05&closes=10:00&length=30&weekday=1&link=https://a.example", "opens"),
            ("opens=9&closes=10:00&length=30&weekday=1&link=https://a.example", "opens"),
            ("opens=09:00&closes=10:00&length=30&weekday=&link=https://a.example", "day"),
            ("opens=09:00&closes=10:00&length=30&weekday=1", "nowhere"),
            ("opens=09:00&closes=10:00&length=30&weekday=1&link=http://a.example", "link"),
        ])
    func invalid(form: String, field: String) async throws {
        try await withSite { site in
            let answer = try await site.post("/mentoring/availabilities", .form(form), as: .mentor, accept: Answer.json)
            #expect(answer.status == 422)
            #expect(answer.text.contains("\"\(field)\""), "\(answer.text)")
            let page = try await site.post("/mentoring/availabilities", .form(form), as: .mentor)
            #expect(page.status == 422 && page.text.contains("\(field)-error"))
        }
    }
}

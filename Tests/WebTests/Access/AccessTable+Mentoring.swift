import Accounts
import Campus
import Essentials
import HTTPTypes
import Scheduling
import TestSupport
import Testing

@testable import Web

extension AccessTable {
    private static let everybody = Set(TestRole.allCases)
    /// The mentor offers, the learner books: a meeting is theirs, and the coordinators see it.
    private static let meeting: Set<TestRole> = [.learner, .mentor, .coordinator]
    private static let hosts: Set<TestRole> = [.mentor, .tutor, .outsideTutor]
    private static let learners: Set<TestRole> = [.learner, .secondLearner]
    private static let staff: Set<TestRole> = [.tutor, .trainer, .coordinator, .outsideTutor]
    private static let report = (form: "outcome=held&shared=Bien", body: #"{"outcome":"held","shared":"Bien"}"#)
    private static let rules = (
        form: "noticeHours=12&openBookings=2&weeksAhead=4", body: #"{"noticeHours":12,"openBookings":2,"weeksAhead":4}"#
    )

    static let mentoring = [
        AccessExpectation(route: "GET /mentoring", html: 200, json: 200),
        AccessExpectation(route: "GET /mentoring/availabilities", html: 200, json: 200, refused: everybody.subtracting(hosts)),
        AccessExpectation(
            route: "POST /mentoring/availabilities", html: 303, json: 201, refused: everybody.subtracting(hosts),
            form: "weekday=1&opens=09:00&closes=10:00&length=30&place=Salle+2",
            body: #"{"weekday":1,"opens":"09:00","closes":"10:00","minutes":30,"place":"Salle 2"}"#),
        AccessExpectation(
            route: "POST /mentoring/availabilities/{availability}/exceptions", html: 303, json: 200,
            hidden: everybody.subtracting([.mentor]), form: "day=2026-10-01", body: #"{"day":"2026-10-01"}"#),
        // The second time it is gone already.
        AccessExpectation(
            route: "POST /mentoring/availabilities/{availability}/closing", html: 303, json: 404,
            hidden: everybody.subtracting([.mentor])),
        AccessExpectation(
            route: "GET /mentoring/slots/{host}/{start}", html: 200, json: 200, hidden: everybody.subtracting(learners)),
        // Offered at that hour to nobody: who may book is told that it is not free, everybody else that there is no such thing.
        AccessExpectation(
            route: "POST /mentoring/slots/{host}/{start}", html: 409, json: 409, hidden: everybody.subtracting(learners),
            form: "topic=CV", body: #"{"meeting":"0192f0aa-1111-7222-8333-444455558888"}"#),
        AccessExpectation(
            route: "GET /mentoring/meetings/{meeting}", html: 200, json: 200, hidden: everybody.subtracting(meeting)),
        AccessExpectation(
            route: "GET /mentoring/meetings/{meeting}.ics", html: 200, json: 200, hidden: everybody.subtracting(meeting)),
        AccessExpectation(
            route: "GET /mentoring/meetings/{meeting}/move", html: 200, json: 200, hidden: everybody.subtracting([.learner])),
        AccessExpectation(
            route: "POST /mentoring/meetings/{meeting}/move", html: 303, json: 200, hidden: everybody.subtracting([.learner]),
            form: "start=1789649100000", body: #"{"start":1789650000000}"#),
        AccessExpectation(
            route: "POST /mentoring/meetings/{meeting}/cancellation", html: 303, json: 200,
            hidden: everybody.subtracting([.learner, .mentor]), form: "reason=Malade", body: #"{"reason":"Malade"}"#),
        // Not before it has begun.
        AccessExpectation(
            route: "POST /mentoring/meetings/{meeting}/notes", html: 409, json: 409, hidden: everybody.subtracting([.mentor]),
            form: report.form, body: report.body),
        AccessExpectation(
            route: "GET /cohorts/{cohort}/mentoring", html: 200, json: 200, refused: everybody.subtracting(staff),
            hidden: [.outsideTutor]),
        AccessExpectation(
            route: "POST /cohorts/{cohort}/mentoring", html: 303, json: 200,
            refused: everybody.subtracting([.coordinator, .outsideTutor]), hidden: [.outsideTutor], form: rules.form,
            body: rules.body),
    ]
}

extension RefusalTests {
    /// The address with an availability of the mentor, a time of it and a meeting of the learner in the place of its parameters.
    func addressOfMentoring(_ path: String, _ line: AccessExpectation, _ site: TestSite) async throws -> String {
        guard path.contains("/mentoring/"), path.contains("{") else { return path }
        let campus = site.campus.campus
        let mentor = try await site.campus.viewer(.mentor)
        let availability = try await campus.offerMeetings(
            Campus.TypedAvailability(
                weekday: 3, opens: "14:00", closes: "16:00", length: 15, link: "https://visio.example.org/marc"), by: mentor)
        let start = WallZone.paris.instant(try #require(WallTime(day: "2026-09-17", hour: "14:00")))
        if path.contains("{meeting}") {
            _ = try await campus.bookMeeting(
                Identifier(trusted: MentoringTests.meeting), with: mentor.person.id, at: start,
                by: try await site.campus.viewer(.learner))
        }
        let wanted = line.method == .post ? start.adding(seconds: 60) : start
        return path.replacing("{availability}", with: availability.id.text).replacing("{meeting}", with: MentoringTests.meeting)
            .replacing("{host}", with: mentor.person.id.text).replacing("{start}", with: "\(wanted.milliseconds)")
    }
}

import CourseContent
import Essentials
import Progress
import Testing

@Suite("How a learner stands to the plan")
struct PaceTests {
    /// 25 + 25 minutes in the first week, 50 in the fourth, from Monday 23 November to Friday 18 December.
    private static func plan() throws -> CoursePlan {
        let outline = CoursePlanTests.outline([[25, 25], [50]], inPerson: [100, 0])
        return try #require(CoursePlan(outline, startsOn: day("2026-11-23"), endsOn: day("2026-12-18")))
    }

    private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private static func pace(
        _ today: String, done: Int, pauses: [(String, String)] = [], extensions: [String: String] = [:],
        isCompleted: Bool = false
    ) throws -> Pace {
        let state = CourseState(
            enrolment: Identifier(trusted: ProgressWorld.uuid(1)), version: ProgressWorld.firstVersion, doneWeight: done,
            totalWeight: 100, activitiesTotal: 3, completedAt: isCompleted ? ProgressWorld.start : nil)
        let calendar = LearnerCalendar(try pauses.map { (try day($0.0), try day($0.1)) })
        return try #require(
            try plan().pace(
                of: state, on: try day(today), calendar: calendar, extensions: try extensions.mapValues { try day($0) }))
    }

    @Test(
        "late, on time, ahead, on both sides of each boundary",
        arguments: [
            // The day, minutes done, status, minutes late, days late, minutes ahead.
            ("2026-11-22", 0, PaceStatus.notStarted, 0, 0, 0), ("2026-11-23", 0, .onTime, 0, 0, 0),
            // Due on Sunday 29: not late over the week-end, late from Monday on.
            ("2026-11-27", 0, .onTime, 0, 0, 0), ("2026-11-29", 0, .onTime, 0, 0, 0), ("2026-11-30", 0, .late, 50, 1, 0),
            ("2026-11-30", 49, .late, 1, 1, 0), ("2026-11-30", 50, .onTime, 0, 0, 0), ("2026-12-02", 25, .late, 25, 3, 0),
            // Nothing later over the next week-end.
            ("2026-12-04", 25, .late, 25, 5, 0), ("2026-12-06", 25, .late, 25, 5, 0), ("2026-12-07", 25, .late, 25, 6, 0),
            // All of this week's is done, and more.
            ("2026-11-24", 50, .onTime, 0, 0, 0), ("2026-11-24", 51, .ahead, 0, 0, 1), ("2026-12-09", 60, .ahead, 0, 0, 10),
            ("2026-12-16", 60, .onTime, 0, 0, 0), ("2026-12-21", 60, .late, 40, 1, 0), ("2026-12-16", 100, .done, 0, 0, 0),
        ])
    func boundaries(today: String, done: Int, status: PaceStatus, late: Int, days: Int, ahead: Int) throws {
        let pace = try Self.pace(today, done: done)
        #expect(pace.status == status)
        #expect([pace.minutesLate, pace.daysLate, pace.minutesAhead] == [late, days, ahead])
        #expect(pace.asOf.text == today && pace.endsOn?.text == "2026-12-18")
        #expect(pace.lateSince?.text == (days == 0 ? nil : done < 50 ? "2026-11-29" : "2026-12-18"))
    }

    @Test("what was completed once stays done, whatever came in since")
    func completed() throws {
        #expect(try Self.pace("2026-12-21", done: 60, isCompleted: true).status == .done)
    }

    @Test(
        "pauses move deadlines and do not count as lateness",
        arguments: [
            // A week of internship before the deadline: due a week later.
            ("2026-11-30", [("2026-11-23", "2026-11-27")], PaceStatus.onTime, 0, "2026-12-06"),
            ("2026-12-07", [("2026-11-23", "2026-11-27")], .late, 1, "2026-12-06"),
            // In the middle of it: nothing is expected, and what was late stays as late.
            ("2026-12-02", [("2026-12-01", "2026-12-03")], .paused, 1, "2026-11-29"),
            ("2026-12-04", [("2026-12-01", "2026-12-03")], .late, 2, "2026-11-29"),
            // Two that overlap count once; a week-end counts for nothing.
            ("2026-12-07", [("2026-11-23", "2026-11-25"), ("2026-11-24", "2026-11-27")], .late, 1, "2026-12-06"),
            ("2026-11-30", [("2026-11-28", "2026-11-29")], .late, 1, "2026-11-29"),
            // Before the first day it moves nothing.
            ("2026-11-30", [("2026-11-16", "2026-11-20")], .late, 1, "2026-11-29"),
        ])
    func pauses(today: String, pauses: [(String, String)], status: PaceStatus, days: Int, due: String) throws {
        let pace = try Self.pace(today, done: 0, pauses: pauses)
        #expect(pace.status == status && pace.daysLate == days)
        if days > 0 { #expect(pace.lateSince?.text == due) }
        let calendar = LearnerCalendar(try pauses.map { (try Self.day($0.0), try Self.day($0.1)) })
        #expect(try Self.plan().day(of: "m0-a0", calendar: calendar)?.text == due)
    }

    @Test(
        "a deadline moves by the days of work that a pause takes",
        arguments: [
            // From Monday 23 November. A Friday stays a day of work; the end of a week stays one.
            ("2026-12-04", ("2026-11-24", "2026-11-24"), "2026-12-07"),
            ("2026-12-06", ("2026-11-24", "2026-11-24"), "2026-12-07"),
            ("2026-12-04", ("2026-11-23", "2026-11-27"), "2026-12-11"),
            ("2026-12-06", ("2026-11-23", "2026-11-27"), "2026-12-13"),
            // It lies in the pause; it comes before; it comes after Christmas.
            ("2026-12-04", ("2026-12-04", "2026-12-04"), "2026-12-07"),
            ("2026-12-04", ("2026-12-05", "2026-12-31"), "2026-12-04"),
            ("2026-12-23", ("2026-12-21", "2026-12-23"), "2026-12-29"),
        ])
    func moved(deadline: String, pause: (String, String), expected: String) throws {
        let calendar = LearnerCalendar([(try Self.day(pause.0), try Self.day(pause.1))])
        #expect(calendar.moved(try Self.day(deadline), startingOn: try Self.day("2026-11-23")).text == expected)
    }

    @Test("days without any activity do not count in a pause, nor on week-ends and holidays")
    func inactivity() throws {
        let calendar = LearnerCalendar([(try Self.day("2026-12-01"), try Self.day("2026-12-03"))])
        #expect(calendar.workingDays(after: try Self.day("2026-11-27"), through: try Self.day("2026-12-07")) == 3)
        #expect(LearnerCalendar.plain.workingDays(after: try Self.day("2026-12-24"), through: try Self.day("2026-12-28")) == 1)
    }

    @Test("more time for one activity moves its minutes, never to an earlier day")
    func extensions() throws {
        let monday = try Self.pace("2026-11-30", done: 0, extensions: ["m0-a1": "2026-12-02"])
        #expect(monday.minutesLate == 25 && monday.lateSince?.text == "2026-11-29")
        #expect(try Self.pace("2026-11-30", done: 25, extensions: ["m0-a1": "2026-12-02"]).status == .onTime)
        let after = try Self.pace("2026-12-03", done: 25, extensions: ["m0-a1": "2026-12-02"])
        #expect(after.daysLate == 1 && after.minutesLate == 25 && after.lateSince?.text == "2026-12-02")
        #expect(try Self.pace("2026-11-27", done: 0, extensions: ["m0-a1": "2026-11-24"]).status == .onTime)
        #expect(
            try Self.plan().day(of: "m0-a1", calendar: .plain, extensions: ["m0-a1": try Self.day("2026-11-24")])?.text
                == "2026-11-29")
    }

    @Test("planned minutes by week: all of them, each in one week")
    func weeks() throws {
        let weeks = try Self.plan().minutesByWeek(calendar: .plain)
        #expect(weeks.map { "\($0.key) \($0.value)" }.sorted() == ["2026-11-23 50", "2026-12-14 50"])
    }

    @Test(
        "a day begins and ends at midnight in Paris",
        arguments: [
            (1_795_388_400_000, "2026-11-23"), (1_795_388_399_999, "2026-11-22"), (1_774_738_800_000, "2026-03-29"),
            (1_774_821_599_999, "2026-03-29"), (1_774_821_600_000, "2026-03-30"), (1_792_879_200_000, "2026-10-25"),
            (1_792_969_199_999, "2026-10-25"), (1_792_969_200_000, "2026-10-26"),
        ] as [(Int64, String)])
    func parisDays(milliseconds: Int64, expected: String) throws {
        let day = ParisDays.day(of: Instant(milliseconds: milliseconds))
        #expect(day.text == expected)
        #expect(ParisDays.start(day).milliseconds <= milliseconds && milliseconds < ParisDays.end(day).milliseconds)
        #expect(ParisDays.day(of: ParisDays.start(day)) == day && ParisDays.day(of: ParisDays.lastMoment(day)) == day)
    }
}

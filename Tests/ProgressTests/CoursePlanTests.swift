import Accounts
import CourseContent
import Essentials
import Foundation
import Progress
import Testing

@Suite("When activities are due")
struct CoursePlanTests {
    static func outline(_ minutes: [[Int]], inPerson: [Int], weeks: Int? = nil) -> CourseOutline {
        let modules = minutes.enumerated().map { index, minutes in
            ModuleOutline(
                id: "m\(index)", title: "M", inPersonMinutes: inPerson[index],
                activities: minutes.enumerated().map { position, minutes in
                    ActivityOutline(
                        id: "m\(index)-a\(position)", title: "A", kind: .lesson, minutes: minutes,
                        completion: .read(minimumSeconds: nil), language: .french, contentDigest: minutes == 7 ? nil : "d")
                })
        }
        return CourseOutline(
            key: "c", title: "C", language: .french, mode: .remote, summary: "S", hours: CourseHours(total: 1),
            weeks: weeks,
            objectives: [],
            contacts: CourseContacts(
                pedagogical: CourseContact(title: "P", hoursToAnswer: 24),
                technical: CourseContact(title: "T", hoursToAnswer: 24)), modules: modules)
    }

    private static func day(_ instant: Instant?) -> String? {
        instant.map { instant in
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: "en_US_POSIX")
            formatter.timeZone = TimeZone(identifier: "Europe/Paris")
            formatter.dateFormat = "yyyy-MM-dd HH:mm:ss.SSS"
            return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        }
    }

    @Test(
        "an activity is due on the Sunday of the week in which its last minute falls",
        arguments: [
            // From a Monday and from a Thursday: the same weeks.
            ("2026-11-23", "m0-a0", "2026-11-29 23:59:59.999"), ("2026-11-26", "m0-a0", "2026-11-29 23:59:59.999"),
            ("2026-11-23", "m0-a1", "2026-11-29 23:59:59.999"), ("2026-11-23", "m1-a0", "2026-12-20 23:59:59.999"),
            // Over the change to summer time, a day is a day.
            ("2026-03-16", "m0-a1", "2026-03-22 23:59:59.999"), ("2026-03-23", "m0-a1", "2026-03-29 23:59:59.999"),
        ])
    func dueOnSunday(start: String, activity: String, expected: String) throws {
        // 25 + 25, then 100 minutes in person, then 50: four weeks of 50 minutes.
        let outline = Self.outline([[25, 25], [50]], inPerson: [100, 0], weeks: 4)
        let firstDay = try #require(CalendarDay(start))
        let plan = try #require(CoursePlan(outline, startsOn: firstDay))
        #expect(Self.day(plan.due(activity)) == expected)
    }

    @Test("what is announced and not written is not due, but takes its time")
    func plannedTakesTime() throws {
        let firstDay = try #require(CalendarDay("2026-11-23"))
        #expect(CoursePlan(Self.outline([[7, 7]], inPerson: [0], weeks: 2), startsOn: firstDay) == nil)
        let later = Self.outline([[7, 8]], inPerson: [0], weeks: 2)
        let second = try #require(CoursePlan(later, startsOn: firstDay))
        #expect(Self.day(second.due("m0-a1")) == "2026-12-06 23:59:59.999")
    }

    @Test("a class is due on no day that the author did not name, but takes its time")
    func classes() throws {
        var outline = Self.outline([[25, 25], [50]], inPerson: [100, 0], weeks: 4)
        outline.modules[0].activities[1].completion = .present
        let plan = try #require(CoursePlan(outline, startsOn: CalendarDay("2026-11-23")))
        #expect(plan.day(of: "m0-a1") == nil && plan.day(of: "m0-a0")?.text == "2026-11-29")
        #expect(plan.day(of: "m1-a0")?.text == "2026-12-20")
        outline.modules[0].activities[1].due = CalendarDay("2026-12-04").map(OpeningDay.date)
        #expect(CoursePlan(outline, startsOn: CalendarDay("2026-11-23"))?.day(of: "m0-a1")?.text == "2026-12-04")
    }

    @Test("a course without weeks or minutes has no plan")
    func noPlan() throws {
        let day = try #require(CalendarDay("2026-11-23"))
        #expect(CoursePlan(Self.outline([[25]], inPerson: [0]), startsOn: day) == nil)
        #expect(CoursePlan(Self.outline([[0]], inPerson: [0], weeks: 3), startsOn: day) == nil)
        #expect(CoursePlan(Self.outline([[25]], inPerson: [0], weeks: 3), startsOn: nil) == nil)
    }

    @Test("the last day of the learner or of the cohort says how many weeks there are, and nothing is due after it")
    func untilTheLastDay() throws {
        let outline = Self.outline([[25, 25], [50]], inPerson: [100, 0], weeks: 40)
        let (first, last) = (try #require(CalendarDay("2026-11-23")), try #require(CalendarDay("2026-12-18")))
        let plan = try #require(CoursePlan(outline, startsOn: first, endsOn: last))
        #expect(plan.day(of: "m0-a0")?.text == "2026-11-29")
        #expect(plan.day(of: "m1-a0")?.text == "2026-12-18")
        #expect(plan.endsOn == last)
    }

    @Test("what the author dates is due on that day; a module's day is for its activities that have none")
    func dated() throws {
        var outline = Self.outline([[25, 25], [50, 10]], inPerson: [0, 0])
        outline.modules[0].activities[1].due = .week(2)
        outline.modules[1].due = .day(10)
        outline.modules[1].activities[1].due = CalendarDay("2026-12-24").map(OpeningDay.date)
        let plan = try #require(CoursePlan(outline, startsOn: CalendarDay("2026-11-25")))
        #expect(plan.day(of: "m0-a0") == nil)
        #expect(plan.day(of: "m0-a1")?.text == "2026-12-06")
        #expect(plan.day(of: "m1-a0")?.text == "2026-12-04")
        #expect(plan.day(of: "m1-a1")?.text == "2026-12-24")
        // Without a first day only dates are known.
        let dates = try #require(CoursePlan(outline, startsOn: nil))
        #expect(dates.deadlines.map(\.activity) == ["m1-a1"])
    }
}

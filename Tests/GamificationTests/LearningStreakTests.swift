import Essentials
import Testing

@testable import Gamification

@Suite("Days of learning that follow each other")
struct LearningStreakTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let learned: [String]
        let today: String
        var pauses: [(String, String)] = []
        let days: Int
        let longest: Int
        let left: Int
        var testDescription: String { name }
    }

    /// November 2026 begins on a Sunday; the 11th, a Wednesday, is a public holiday.
    static let cases: [Case] = [
        Case(name: "nothing yet", learned: [], today: "2026-11-24", days: 0, longest: 0, left: 2),
        Case(name: "today only", learned: ["2026-11-24"], today: "2026-11-24", days: 1, longest: 1, left: 2),
        Case(
            name: "today is not over", learned: ["2026-11-20", "2026-11-23"], today: "2026-11-24", days: 2, longest: 2, left: 2),
        Case(
            name: "a week-end asks for nothing", learned: ["2026-11-20", "2026-11-23", "2026-11-24"], today: "2026-11-24",
            days: 3, longest: 3, left: 2),
        Case(
            name: "learning on a Sunday counts", learned: ["2026-11-20", "2026-11-22", "2026-11-23"], today: "2026-11-23",
            days: 3, longest: 3, left: 2),
        Case(
            name: "a public holiday asks for nothing", learned: ["2026-11-10", "2026-11-12"], today: "2026-11-12", days: 2,
            longest: 2, left: 2),
        Case(
            name: "two days of a month are forgiven", learned: ["2026-11-16", "2026-11-18", "2026-11-20"], today: "2026-11-20",
            days: 3, longest: 3, left: 0),
        Case(
            name: "the third one ends it, and the next day begins another",
            learned: ["2026-11-16", "2026-11-18", "2026-11-20", "2026-11-24"], today: "2026-11-24", days: 1, longest: 3, left: 0),
        Case(
            name: "a new month forgives two more", learned: ["2026-11-26", "2026-12-01", "2026-12-04"], today: "2026-12-04",
            days: 3, longest: 3, left: 0),
        Case(
            name: "a planned pause costs nothing", learned: ["2026-11-13", "2026-11-23"], today: "2026-11-23",
            pauses: [("2026-11-16", "2026-11-20")], days: 2, longest: 2, left: 2),
        Case(
            name: "without it the same days had ended it", learned: ["2026-11-13", "2026-11-23"], today: "2026-11-23", days: 1,
            longest: 1, left: 0),
        Case(
            name: "an illness that is noted afterwards mends it", learned: ["2026-11-09", "2026-11-10", "2026-11-18"],
            today: "2026-11-18", pauses: [("2026-11-12", "2026-11-16")], days: 3, longest: 3, left: 1),
        Case(
            name: "a pause may begin before and end after", learned: ["2026-11-02"], today: "2026-11-24",
            pauses: [("2026-10-01", "2026-12-31")], days: 1, longest: 1, left: 2),
        Case(
            name: "the day on which clocks go back is one day", learned: ["2026-10-23", "2026-10-25", "2026-10-26"],
            today: "2026-10-26", days: 3, longest: 3, left: 2),
        Case(
            name: "the day on which clocks go forward is one day", learned: ["2027-03-26", "2027-03-28", "2027-03-30"],
            today: "2027-03-30", days: 3, longest: 3, left: 2),
        Case(
            name: "a turn of the year", learned: ["2026-12-31", "2027-01-04"], today: "2027-01-04", days: 2, longest: 2, left: 2),
        Case(
            name: "a long silence", learned: ["2026-09-01", "2026-09-02"], today: "2026-11-24", days: 0, longest: 2, left: 2),
        Case(
            name: "what is further back than a year is over", learned: ["2024-09-02"], today: "2026-11-24", days: 0, longest: 0,
            left: 2),
    ]

    private static func day(_ text: String) -> CalendarDay { CalendarDay(trusted: text) }

    @Test("follow the table", arguments: cases)
    func table(_ given: Case) {
        let streak = LearningStreak(
            learned: Set(given.learned.map(Self.day)), today: Self.day(given.today),
            isPaused: { day in given.pauses.contains { Self.day($0.0) <= day && day <= Self.day($0.1) } })
        #expect(streak.days == given.days && streak.longest == given.longest)
        #expect(streak.forgivenLeft == given.left)
        #expect(streak.hasLearnedToday == given.learned.contains(given.today))
        #expect((streak.since == nil) == (streak.days == 0))
    }
}

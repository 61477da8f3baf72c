import Essentials
import Foundation
import Testing

@Suite("Days that are counted")
struct WorkingDayTests {
    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    @Test("a day and its number are the same day, by another calendar too")
    func numbers() throws {
        for ordinal in stride(from: -25_567, through: 84_005, by: 37) {
            let day = CalendarDay(ordinal: ordinal)
            #expect(day.ordinal == ordinal && CalendarDay(day.text) == day)
            let parts = Self.calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(ordinal) * 86_400))
            #expect(parts.year == day.year && parts.month == day.month && parts.day == day.day)
            #expect(parts.weekday == (DayNumber.weekday(ordinal) + 1) % 7 + 1)
        }
        #expect(CalendarDay(ordinal: .min / 2).text == "1900-01-01" && CalendarDay(ordinal: .max / 2).text == "2199-12-31")
    }

    @Test(
        "Easter",
        arguments: [
            (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2008, "2008-03-23"),
            (2038, "2038-04-25"), (2019, "2019-04-21"),
        ])
    func easter(year: Int, expected: String) {
        #expect(WorkingDays.easter(of: year).text == expected)
    }

    @Test("the eleven public holidays of 2026")
    func holidays() {
        #expect(
            WorkingDays.holidays(of: 2026).map(\.text) == [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14", "2026-08-15",
                "2026-11-01", "2026-11-11", "2026-12-25",
            ])
        #expect(WorkingDays.holidays(of: 2028).map(\.text).contains("2028-05-25"))
    }

    @Test(
        "working days from one day through another",
        arguments: [
            ("2026-11-23", "2026-11-23", 1), ("2026-11-23", "2026-11-29", 5), ("2026-11-28", "2026-11-29", 0),
            ("2026-11-09", "2026-11-15", 4), ("2026-12-21", "2027-01-03", 8), ("2026-11-24", "2026-11-23", 0),
            // Easter Monday; May with 1, 8, 14 and 25; a holiday on a Saturday costs nothing.
            ("2026-04-06", "2026-04-12", 4), ("2026-05-01", "2026-05-31", 17), ("2026-08-10", "2026-08-16", 5),
            ("2026-01-01", "2026-12-31", 252),
        ])
    func count(first: String, last: String, expected: Int) throws {
        let (first, last) = (try #require(CalendarDay(first)), try #require(CalendarDay(last)))
        #expect(WorkingDays.count(from: first.ordinal, through: last.ordinal) == expected)
        if first <= last {
            let days = (first.ordinal...last.ordinal).map { CalendarDay(ordinal: $0) }
            #expect(days.count { $0.isWorkingDay } == expected)
        }
    }

    @Test(
        "the Monday of a week",
        arguments: [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("2027-01-03", "2026-12-28")])
    func monday(day: String, expected: String) throws {
        #expect(try #require(CalendarDay(day)).monday.text == expected)
    }
}

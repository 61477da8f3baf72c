import Essentials
import Foundation
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
    @Test(
        "a day is a real day",
        arguments: [
            ("2026-09-01", true), ("2028-02-29", true), ("2026-02-29", false), ("2100-02-29", false), ("2026-13-01", false),
            ("2026-04-31", false), ("2026-00-10", false), ("2026-1-01", false), ("01/09/2026", false), ("2026-09-0a", false),
            ("", false), ("1899-12-31", false), ("２０２６-09-01", false),
        ])
    func days(_ text: String, _ isDay: Bool) {
        #expect((CalendarDay(text) != nil) == isDay)
    }

    @Test("the parts of a day, and its JSON")
    func parts() throws {
        let day = try #require(CalendarDay("2026-09-01"))
        #expect(day.year == 2026 && day.month == 9 && day.day == 1)
        let json = "[\"2026-09-01\"]"
        #expect(String(decoding: try JSONEncoder().encode([day]), as: UTF8.self) == json)
        #expect(try JSONDecoder().decode([CalendarDay].self, from: Data(json.utf8)) == [day])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CalendarDay].self, from: Data("[\"demain\"]".utf8)) }
    }
}

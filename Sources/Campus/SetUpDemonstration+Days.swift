import Essentials
import Foundation

/// The days of a cohort of the demonstration, on the calendar of Paris.
struct DemonstrationDays: Sendable {
    let now: Instant
    /// Midnight of the first Monday.
    private let start: Date
    /// Midnight of each working day from the first Monday to today.
    private let working: [Date]
    /// How many of them are over.
    let completeDays: Int

    init(now: Instant, weeksAgo: Int) {
        self.now = now
        let calendar = Self.calendar
        let present = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
        let monday = calendar.dateInterval(of: .weekOfYear, for: present)?.start ?? present
        let start = calendar.date(byAdding: .day, value: -7 * weeksAgo, to: monday) ?? monday
        self.start = start
        let today = calendar.startOfDay(for: present)
        let days = (0..<(7 * (weeksAgo + 1))).compactMap { calendar.date(byAdding: .day, value: $0, to: start) }
        working = days.filter { $0 <= today && !calendar.isDateInWeekend($0) }
        completeDays = working.count { $0 < today }
    }

    /// How many working days there are, today among them if it is one.
    var count: Int { working.count }

    /// Whether today is a working day that has well begun.
    var hasToday: Bool { count > completeDays && now > instant(day: count - 1, minute: 10 * 60 + 30) }

    /// The last of the days that are over with `days` whole working days after it; the first day at the least.
    func lastDay(inactive days: Int) -> Int { max(0, completeDays - 1 - days) }

    /// A minute of a working day, counted from its midnight.
    func instant(day: Int, minute: Int) -> Instant {
        let midnight = working.indices.contains(day) ? working[day] : start
        let moment = Self.calendar.date(byAdding: .minute, value: minute, to: midnight) ?? midnight
        return Instant(milliseconds: Int64(moment.timeIntervalSince1970 * 1000))
    }

    /// Part of the working week that is behind on a day, from 0.2 on a Monday evening to 1 on a Friday evening.
    func weekBehind(on day: Int) -> Double { Double(day % 5 + 1) / 5 }

    var startsOn: CalendarDay { Self.day(of: start) }

    /// The last working day of a week, from 1.
    func friday(ofWeek week: Int) -> CalendarDay {
        Self.day(of: Self.calendar.date(byAdding: .day, value: 7 * week - 3, to: start) ?? start)
    }

    /// « novembre 2026 »
    var monthInFrench: String {
        let parts = Self.calendar.dateComponents([.year, .month], from: start)
        let months = [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
        return "\(months[((parts.month ?? 1) - 1) % 12]) \(parts.year ?? 0)"
    }

    private static func day(of date: Date) -> CalendarDay {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let text = [(parts.year ?? 0, 4), (parts.month ?? 0, 2), (parts.day ?? 0, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
        }
        return CalendarDay(trusted: text.joined(separator: "-"))
    }

    private static let calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        return calendar
    }()
}

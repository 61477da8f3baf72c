package import CourseContent
package import Essentials
import Foundation

/// When the activities of a course are due: they are spread over its weeks in their order, by their minutes.
///
/// An activity is due at the end of the week (Sunday, Europe/Paris) in which its last minute falls, counted from the Monday of the first
/// week. Time in person counts at the end of its module.
package struct CoursePlan: Sendable {
    /// The due moment of each written activity, by the author's id.
    package let due: [String: Instant]

    /// - Parameters:
    ///   - startsOn: first day of the learner or of the cohort.
    ///   - weeks: length of the course.
    /// - Returns: `nil` when there is nothing to spread.
    package init?(_ outline: CourseOutline, startsOn: CalendarDay, weeks: Int) {
        let total = outline.modules.reduce(0) { sum, module in
            sum + module.inPersonMinutes + module.activities.reduce(0) { $0 + $1.minutes }
        }
        guard weeks > 0, total > 0, let first = Self.monday(of: startsOn.text) else { return nil }
        let ends = (1...weeks).map { Self.endOfWeek($0, from: first) }
        var due: [String: Instant] = [:]
        var elapsed = 0
        for module in outline.modules {
            for activity in module.activities {
                elapsed += activity.minutes
                guard !activity.isPlanned else { continue }
                let week = max(1, (elapsed * weeks + total - 1) / total)
                due[activity.id] = ends[min(week, weeks) - 1]
            }
            elapsed += module.inPersonMinutes
        }
        self.due = due
    }

    private static let calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        return calendar
    }()

    private static func monday(of day: String) -> Date? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
        guard let date = calendar.date(from: components) else { return nil }
        return calendar.dateInterval(of: .weekOfYear, for: date)?.start
    }

    /// The last millisecond before the Monday after that week.
    private static func endOfWeek(_ week: Int, from monday: Date) -> Instant? {
        calendar.date(byAdding: .day, value: 7 * week, to: monday).map { next in
            Instant(milliseconds: Int64(next.timeIntervalSince1970 * 1000) - 1)
        }
    }
}

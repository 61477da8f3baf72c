package import CourseContent
package import Essentials

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
        guard weeks > 0, total > 0, let first = ParisDays.monday(startsOn) else { return nil }
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

    /// The last millisecond before the Monday after that week.
    private static func endOfWeek(_ week: Int, from monday: CalendarDay) -> Instant? {
        ParisDays.adding(7 * week, to: monday).flatMap(ParisDays.start).map { Instant(milliseconds: $0.milliseconds - 1) }
    }
}

package import Essentials
import Progress
import Scheduling

/// When those who follow learners are at work, as far as answers and calls are promised: Monday to Friday without public holidays
/// (``WorkingDays``), 9 h to 17 h in Paris.
package enum WorkingTime {
    /// Hours of a day.
    package static let day = 8
    private static let opens = 9 * 60
    private static let closes = opens + day * 60

    /// The moment at which so many working hours are over.
    package static func adding(hours: Int, to instant: Instant) -> Instant {
        var left = max(0, hours) * 60
        var day = ParisDays.day(of: instant)
        var minute = max(opens, ParisDays.minute(of: instant))
        while true {
            if day.isWorkingDay, minute < closes {
                if left <= closes - minute {
                    return WallTime(day, minute: minute + left).map { WallZone.paris.instant($0) } ?? instant
                }
                left -= closes - minute
            }
            day = day.adding(days: 1)
            minute = opens
        }
    }
}

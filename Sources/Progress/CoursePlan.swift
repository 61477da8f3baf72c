package import CourseContent
package import Essentials

/// When the activities of a course are due for those who begin and end on the same days, before anything that concerns one person (pauses,
/// extensions). Pure; made once for a version and its days.
///
/// What the author dates (`due`) is due on that day. The rest is spread evenly over the weeks from the first day to the last in the order of
/// the course, by minutes: an activity is due at the end of the week (Sunday, Europe/Paris) in which its last minute falls, counted from the
/// Monday of the first week, and at the latest on the last day. Time in person counts at the end of its module. A class is due when it is held:
/// no day is made for it here.
package struct CoursePlan: Sendable {
    /// A written activity with its last day.
    package struct Deadline: Sendable, Hashable {
        /// The author's id.
        package let activity: String
        /// Minutes that count; 0 for what is optional.
        package let minutes: Int
        package let day: CalendarDay
        /// Working days from the first day through that one; 0 where the first day is not known.
        let index: Int
    }

    /// First day; `nil` when only dates are known, and so no pace.
    package let startsOn: CalendarDay?
    /// Last day; `nil` when neither the dates nor the length of the course say it.
    package let endsOn: CalendarDay?
    /// By day, then in the order of the course.
    package let deadlines: [Deadline]
    /// The minutes due by each day, summed up, in the order of days.
    let sums: [DueSum]
    private let days: [String: CalendarDay]

    /// - Parameters:
    ///   - startsOn: first day of the learner or of the cohort. The same for `endsOn`; without it the course's length in weeks says the end.
    /// - Returns: `nil` when nothing is due.
    package init?(_ outline: CourseOutline, startsOn: CalendarDay?, endsOn: CalendarDay? = nil) {
        let spread = Spread(outline, startsOn: startsOn, endsOn: endsOn)
        var deadlines: [Deadline] = []
        var elapsed = 0
        for module in outline.modules {
            for activity in module.activities {
                elapsed += activity.minutes
                guard !activity.isPlanned else { continue }
                let dated = (activity.due ?? module.due)?.lastDay(startingOn: startsOn)
                let isSpread = activity.counts && !activity.completion.awaitsClass
                guard let day = dated ?? (isSpread ? spread?.day(afterMinutes: elapsed) : nil) else { continue }
                let index = startsOn.map { WorkingDays.count(from: $0.ordinal, through: day.ordinal) } ?? 0
                deadlines.append(Deadline(activity: activity.id, minutes: activity.weight, day: day, index: index))
            }
            elapsed += module.inPersonMinutes
        }
        guard !deadlines.isEmpty else { return nil }
        self.startsOn = startsOn
        self.endsOn = endsOn ?? spread?.last
        days = Dictionary(deadlines.map { ($0.activity, $0.day) }, uniquingKeysWith: { first, _ in first })
        self.deadlines = deadlines.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
            .map(\.element)
        sums = DueSum.adding(self.deadlines.map { ($0.index, $0.day, $0.minutes) })
    }

    /// The last day of an activity, before anything that concerns one person.
    package func day(of activity: String) -> CalendarDay? { days[activity] }

    /// The last moment of that day.
    package func due(_ activity: String) -> Instant? { days[activity].map(ParisDays.lastMoment) }
}

/// Minutes spread evenly over weeks.
private struct Spread {
    let first: Int
    let last: CalendarDay?
    let weeks: Int
    let total: Int

    init?(_ outline: CourseOutline, startsOn: CalendarDay?, endsOn: CalendarDay?) {
        let total = outline.modules.reduce(0) { sum, module in
            sum + module.inPersonMinutes + module.activities.reduce(0) { $0 + $1.minutes }
        }
        guard total > 0, let monday = startsOn?.monday.ordinal else { return nil }
        let weeks = endsOn.map { ($0.ordinal - monday) / 7 + 1 } ?? outline.weeks ?? 0
        guard weeks > 0 else { return nil }
        first = monday
        self.weeks = weeks
        self.total = total
        last = endsOn ?? CalendarDay(ordinal: monday + 7 * weeks - 1)
    }

    func day(afterMinutes elapsed: Int) -> CalendarDay {
        let week = min(max(1, (elapsed * weeks + total - 1) / total), weeks)
        let sunday = CalendarDay(ordinal: first + 7 * week - 1)
        return last.map { min($0, sunday) } ?? sunday
    }
}

/// Minutes that are due by a day, with all that was due before.
struct DueSum: Sendable, Hashable {
    /// Working days from the first day through ``day``.
    let index: Int
    let day: CalendarDay
    let minutes: Int

    static func adding(_ due: [(index: Int, day: CalendarDay, minutes: Int)]) -> [DueSum] {
        var sums: [DueSum] = []
        var minutes = 0
        for one in due where one.minutes > 0 {
            minutes += one.minutes
            let sum = DueSum(index: one.index, day: one.day, minutes: minutes)
            if sums.last?.day == one.day { sums[sums.count - 1] = sum } else { sums.append(sum) }
        }
        return sums
    }
}

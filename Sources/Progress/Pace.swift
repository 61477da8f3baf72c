import CourseContent
package import Essentials

/// How a learner stands to the plan of a course on a day. Worked out from a row of the course's state, without reading any activity.
package struct Pace: Sendable, Hashable, Codable {
    package let status: PaceStatus
    /// The day of these figures.
    package let asOf: CalendarDay
    /// The last day, moved by pauses; `nil` when it is not known.
    package let endsOn: CalendarDay?
    /// Minutes of all that should be done: their last day has passed.
    package let plannedMinutes: Int
    /// Minutes of what is done, and of all that counts.
    package let doneMinutes: Int
    package let totalMinutes: Int
    /// Planned minutes that are missing; 0 unless something should be done and is not.
    package let minutesLate: Int
    /// Working days since the oldest deadline that the work done does not cover, pauses not counted; at least 1 when minutes are late.
    package let daysLate: Int
    /// That deadline.
    package let lateSince: CalendarDay?
    /// Minutes done beyond what is due by the end of this week.
    package let minutesAhead: Int
}

/// How somebody stands to the plan.
package enum PaceStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The first day is still to come.
    case notStarted = "not-started"
    case ahead
    case onTime = "on-time"
    case late
    /// Today lies in a pause: nothing is expected.
    case paused
    /// Everything is done.
    case done

    package var phrase: Phrase {
        switch self {
        case .notStarted: Phrase(fr: "pas encore commencé", en: "not begun yet")
        case .ahead: Phrase(fr: "en avance", en: "ahead")
        case .onTime: Phrase(fr: "dans les temps", en: "on time")
        case .late: Phrase(fr: "en retard", en: "late")
        case .paused: Phrase(fr: "en pause", en: "paused")
        case .done: Phrase(fr: "terminé", en: "done")
        }
    }
}

/// What a plan asks for by a day.
package struct PlanDemand: Sendable, Hashable {
    /// Minutes of all that should be done.
    package let plannedMinutes: Int
    /// The same by the end of the week.
    let dueThisWeek: Int
    /// Working days since the first one.
    let elapsed: Int
    let hasBegun: Bool
    let isPaused: Bool

    /// How somebody stands to it who did so many minutes of all.
    package func status(done: Int, total: Int, isCompleted: Bool) -> PaceStatus {
        if isCompleted || (total > 0 && done >= total) { return .done }
        if !hasBegun { return .notStarted }
        if isPaused { return .paused }
        if plannedMinutes > done { return .late }
        return done > dueThisWeek ? .ahead : .onTime
    }

    /// Planned minutes that are missing; 0 unless something should be done and is not.
    package func minutesLate(done: Int, _ status: PaceStatus) -> Int {
        status == .late || status == .paused ? max(0, plannedMinutes - done) : 0
    }
}

extension CoursePlan {
    /// Where a learner stands on a day. A deadline has passed from the next working day of the learner on: nothing gets later over a
    /// week-end, a holiday or a pause.
    ///
    /// - Parameters:
    ///   - state: the learner's row; its weights are those of this plan's version.
    ///   - adjustments: what was decided for this person.
    ///   - extensions: more time by the author's id (``PaceAdjustments/extensions(named:)``).
    /// - Returns: `nil` without a first day: no figure without a date.
    package func pace(
        of state: CourseState, on today: CalendarDay, calendar: LearnerCalendar = .plain,
        extensions: [String: CalendarDay] = [:]
    ) -> Pace? {
        guard let startsOn, let demand = demand(on: today, calendar: calendar, extensions: extensions) else { return nil }
        let (done, total) = (state.doneWeight, state.totalWeight)
        let sums = extensions.isEmpty ? sums : sums(calendar, extensions)
        let missed = demand.plannedMinutes > done ? sums.first { $0.minutes > done } : nil
        let status = demand.status(done: done, total: total, isCompleted: state.completedAt != nil)
        let isBehind = status == .late || status == .paused
        return Pace(
            status: status, asOf: today, endsOn: endsOn.map { calendar.moved($0, startingOn: startsOn) },
            plannedMinutes: demand.plannedMinutes, doneMinutes: done, totalMinutes: total,
            minutesLate: demand.minutesLate(done: done, status),
            daysLate: isBehind ? missed.map { demand.elapsed - $0.index + 1 } ?? 0 : 0,
            lateSince: isBehind ? missed.map { extensions.isEmpty ? calendar.moved($0.day, startingOn: startsOn) : $0.day } : nil,
            minutesAhead: status == .ahead ? done - demand.dueThisWeek : 0)
    }

    /// What is asked for by a day: the same for all who follow this plan and for whom nothing else was decided.
    /// - Returns: `nil` without a first day.
    package func demand(
        on today: CalendarDay, calendar: LearnerCalendar = .plain, extensions: [String: CalendarDay] = [:]
    ) -> PlanDemand? {
        guard let startsOn else { return nil }
        let start = startsOn.ordinal
        let elapsed = max(0, calendar.workingDays(start, today.ordinal) - 1)
        let sums = extensions.isEmpty ? sums : sums(calendar, extensions)
        let thisWeek = calendar.workingDays(start, DayNumber.monday(today.ordinal) + 6)
        return PlanDemand(
            plannedMinutes: sums.last { $0.index <= elapsed }?.minutes ?? 0,
            dueThisWeek: sums.last { $0.index <= thisWeek }?.minutes ?? 0, elapsed: elapsed, hasBegun: today >= startsOn,
            isPaused: calendar.isPaused(on: today))
    }

    /// The last day of an activity for one learner: moved by pauses, and not before what was granted.
    package func day(
        of activity: String, calendar: LearnerCalendar, extensions: [String: CalendarDay] = [:]
    ) -> CalendarDay? {
        guard let day = day(of: activity) else { return nil }
        let moved = startsOn.map { calendar.moved(day, startingOn: $0) } ?? day
        return extensions[activity].map { max($0, moved) } ?? moved
    }

    /// Planned minutes by week for one learner: those of the activities whose last day lies in it, by the number of its Monday.
    package func minutesByWeek(calendar: LearnerCalendar, extensions: [String: CalendarDay] = [:]) -> [CalendarDay: Int] {
        var weeks: [CalendarDay: Int] = [:]
        for deadline in deadlines where deadline.minutes > 0 {
            let day = day(of: deadline.activity, calendar: calendar, extensions: extensions) ?? deadline.day
            weeks[day.monday, default: 0] += deadline.minutes
        }
        return weeks
    }

    /// The sums with the deadlines of one learner in the place of those of everybody.
    private func sums(_ calendar: LearnerCalendar, _ extensions: [String: CalendarDay]) -> [DueSum] {
        guard let startsOn else { return sums }
        let due = deadlines.map { deadline -> (index: Int, day: CalendarDay, minutes: Int) in
            let moved = calendar.moved(deadline.day, startingOn: startsOn)
            guard let granted = extensions[deadline.activity], granted > moved else {
                return (deadline.index, moved, deadline.minutes)
            }
            let index = calendar.workingDays(startsOn.ordinal, granted.ordinal)
            return (max(index, deadline.index), granted, deadline.minutes)
        }
        return DueSum.adding(due.sorted { ($0.index, $0.day) < ($1.index, $1.day) })
    }
}

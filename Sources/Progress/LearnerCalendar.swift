package import Essentials

/// The days on which a learner is expected to work: working days that lie in no pause. Pure.
package struct LearnerCalendar: Sendable, Hashable {
    /// Days of pauses as numbers, in order; what overlaps or touches is one.
    private let pauses: [ClosedRange<Int>]

    package static let plain = LearnerCalendar([])

    /// - Parameter pauses: first and last day of each, in any order; they may overlap.
    package init(_ pauses: [(first: CalendarDay, last: CalendarDay)]) {
        var merged: [ClosedRange<Int>] = []
        let ranges = pauses.map { (first: $0.first.ordinal, last: $0.last.ordinal) }.filter { $0.first <= $0.last }
        for (first, last) in ranges.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            if let end = merged.last, first <= end.upperBound + 1 {
                merged[merged.count - 1] = end.lowerBound...max(end.upperBound, last)
            } else {
                merged.append(first...last)
            }
        }
        self.pauses = merged
    }

    /// Whether a day lies in a pause.
    package func isPaused(on day: CalendarDay) -> Bool { isPaused(day.ordinal) }

    /// Working days from one day through another, both included, without those in a pause.
    package func workingDays(from first: CalendarDay, through last: CalendarDay) -> Int {
        workingDays(first.ordinal, last.ordinal)
    }

    /// Working days after one day and through another: how long nothing happened, or how late something is. Pauses do not count.
    package func workingDays(after day: CalendarDay, through last: CalendarDay) -> Int {
        workingDays(day.ordinal + 1, last.ordinal)
    }

    /// Where a deadline comes to stand: as many days of work lie between the first day and it as without any pause. A deadline that fell on a
    /// Sunday or a holiday stays at the end of such days. Nothing moves a deadline that lies before every pause.
    package func moved(_ deadline: CalendarDay, startingOn start: CalendarDay) -> CalendarDay {
        guard !pauses.isEmpty, deadline >= start else { return deadline }
        let needed = WorkingDays.count(from: start.ordinal, through: deadline.ordinal)
        var day = deadline.ordinal
        var done = workingDays(start.ordinal, day)
        guard done < needed else { return deadline }
        let last = day + 3660
        while day < last, done < needed {
            day += 1
            if isWorking(day) { done += 1 }
        }
        if !WorkingDays.isWorking(deadline.ordinal) {
            while !WorkingDays.isWorking(day + 1), !isPaused(day + 1) { day += 1 }
        }
        return CalendarDay(ordinal: day)
    }

    func workingDays(_ first: Int, _ last: Int) -> Int {
        var count = WorkingDays.count(from: first, through: last)
        for pause in pauses {
            count -= WorkingDays.count(from: max(first, pause.lowerBound), through: min(last, pause.upperBound))
        }
        return count
    }

    private func isPaused(_ day: Int) -> Bool { pauses.contains { $0.contains(day) } }

    private func isWorking(_ day: Int) -> Bool { WorkingDays.isWorking(day) && !isPaused(day) }
}

package import CourseContent
package import Essentials
import Foundation

/// Why an activity is closed for a learner, in terms of what opens it.
package enum ClosedReason: Sendable, Hashable {
    /// An activity is to be completed first.
    case unfinished(activity: String)
    /// A score is to be reached first; `best` is the learner's, `nil` before the first attempt.
    case scoreBelow(activity: String, atLeast: Int, best: Int?)
    case opensAt(Instant)
    case closedAt(Instant)
    /// It is for learners of other groups.
    case otherGroup([String])
}

/// What restrictions are held against: a learner, as far as they look at one.
package struct OpeningFacts: Sendable {
    /// The learner's first day, or the cohort's; days counted from it bind nobody who has none.
    package let startsOn: CalendarDay?
    /// Key of the learner's group in the cohort.
    package let group: String?
    /// By the author's id; nothing where nothing happened yet.
    package let state: @Sendable (String) -> ActivityStanding?

    package init(startsOn: CalendarDay?, group: String?, state: @escaping @Sendable (String) -> ActivityStanding?) {
        self.startsOn = startsOn
        self.group = group
        self.state = state
    }
}

extension Restriction {
    /// Why it keeps something closed now, in the order in which an author reads the conditions; empty when it does not.
    package func reasons(for facts: OpeningFacts, at now: Instant) -> [ClosedReason] {
        var reasons: [ClosedReason] = []
        for activity in after where !(facts.state(activity)?.isCompleted ?? false) {
            reasons.append(.unfinished(activity: activity))
        }
        for score in scores {
            let best = facts.state(score.activity)?.bestScore
            if best ?? -1 < score.atLeast {
                reasons.append(.scoreBelow(activity: score.activity, atLeast: score.atLeast, best: best))
            }
        }
        if let first = from.flatMap({ $0.firstDay(startingOn: facts.startsOn) }).flatMap(ParisDays.start), now < first {
            reasons.append(.opensAt(first))
        }
        if let end = until.flatMap({ $0.lastDay(startingOn: facts.startsOn) }).flatMap(ParisDays.end), now >= end {
            reasons.append(.closedAt(end))
        }
        if !groups.isEmpty, !groups.contains(where: { $0 == facts.group }) { reasons.append(.otherGroup(groups)) }
        return reasons
    }
}

extension OpeningDay {
    /// The day on which it opens; `nil` when it is counted from a first day that is not known.
    func firstDay(startingOn start: CalendarDay?) -> CalendarDay? {
        switch self {
        case .date(let day): day
        case .day(let number): start.flatMap { ParisDays.adding(number - 1, to: $0) }
        case .week(let number): start.flatMap(ParisDays.monday).flatMap { ParisDays.adding(7 * (number - 1), to: $0) }
        }
    }

    /// The day with which it closes.
    func lastDay(startingOn start: CalendarDay?) -> CalendarDay? {
        switch self {
        case .date, .day: firstDay(startingOn: start)
        case .week: firstDay(startingOn: start).flatMap { ParisDays.adding(6, to: $0) }
        }
    }
}

/// Days of the calendar in Europe/Paris, the clock changes included.
enum ParisDays {
    static let calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        return calendar
    }()

    /// The first moment of a day.
    static func start(_ day: CalendarDay) -> Instant? { date(day).map(instant) }

    /// The first moment after a day.
    static func end(_ day: CalendarDay) -> Instant? {
        date(day).flatMap { calendar.date(byAdding: .day, value: 1, to: $0) }.map(instant)
    }

    static func adding(_ days: Int, to day: CalendarDay) -> CalendarDay? {
        date(day).flatMap { calendar.date(byAdding: .day, value: days, to: $0) }.flatMap(self.day)
    }

    /// The Monday of the week of a day.
    static func monday(_ day: CalendarDay) -> CalendarDay? {
        date(day).flatMap { calendar.dateInterval(of: .weekOfYear, for: $0)?.start }.flatMap(self.day)
    }

    static func date(_ day: CalendarDay) -> Date? {
        calendar.date(from: DateComponents(year: day.year, month: day.month, day: day.day))
    }

    private static func day(_ date: Date) -> CalendarDay? {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return CalendarDay("\(year)-\(two(month))-\(two(day))")
    }

    private static func instant(_ date: Date) -> Instant {
        Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }
}

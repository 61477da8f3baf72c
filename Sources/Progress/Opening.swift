package import CourseContent
package import Essentials

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
        if let first = from.flatMap({ $0.firstDay(startingOn: facts.startsOn) }).map(ParisDays.start), now < first {
            reasons.append(.opensAt(first))
        }
        if let end = until.flatMap({ $0.lastDay(startingOn: facts.startsOn) }).map(ParisDays.end), now >= end {
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
        case .day(let number): start?.adding(days: number - 1)
        case .week(let number): start?.monday.adding(days: 7 * (number - 1))
        }
    }

    /// The day with which it closes.
    func lastDay(startingOn start: CalendarDay?) -> CalendarDay? {
        switch self {
        case .date, .day: firstDay(startingOn: start)
        case .week: firstDay(startingOn: start)?.adding(days: 6)
        }
    }
}

package import Essentials

/// What must be true before an activity, or all the activities of a module, opens for a learner. Every condition that is given must hold.
package struct Restriction: Codable, Sendable, Hashable {
    /// Ids of activities to have completed.
    package var after: [String]
    /// Scores to have reached.
    package var scores: [ScoreCondition]
    /// The first moment is the beginning of that day, Europe/Paris.
    package var from: OpeningDay?
    /// The last moment is the end of that day, Europe/Paris.
    package var until: OpeningDay?
    /// Keys of groups of the cohort, one of which the learner is in; empty for everybody.
    package var groups: [String]

    package init(
        after: [String] = [], scores: [ScoreCondition] = [], from: OpeningDay? = nil, until: OpeningDay? = nil,
        groups: [String] = []
    ) {
        self.after = after
        self.scores = scores
        self.from = from
        self.until = until
        self.groups = groups
    }

    /// The activities that it names.
    package var activities: [String] { after + scores.map(\.activity) }
}

/// A score to have reached at an activity.
package struct ScoreCondition: Codable, Sendable, Hashable {
    package var activity: String
    /// Percentage, 1 to 100.
    package var atLeast: Int

    package init(activity: String, atLeast: Int) {
        self.activity = activity
        self.atLeast = atLeast
    }
}

/// A day that opens or closes something.
package enum OpeningDay: Codable, Sendable, Hashable {
    case date(CalendarDay)
    /// Counted from 1 at the learner's first day, or the cohort's.
    case day(Int)
    /// Counted from 1 at the week of the first day. It opens on Monday and closes on Sunday.
    case week(Int)
}

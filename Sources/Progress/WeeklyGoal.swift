package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// The one thing that a learner means to do in a week: a fact; the last one of the week holds.
package struct WeeklyGoal: Sendable, Hashable {
    package enum Target: Sendable, Hashable {
        /// Time to be there, over all courses.
        case minutes(Int)
        /// An activity to finish.
        case activity(Identifier<Activity>)
    }

    /// A quarter of an hour to sixty hours.
    package static let minutes = 15...3600

    /// The Monday of the week.
    package let week: CalendarDay
    package let target: Target
    package let setAt: Instant

    package init(week: CalendarDay, target: Target, setAt: Instant) {
        self.week = week
        self.target = target
        self.setAt = setAt
    }
}

/// The statements of weekly goals.
package enum GoalStatements {
    /// Home: the goals of this week and of the one before, the last one of each last.
    package static let ofPerson = Statement(
        "progress.goals",
        """
        SELECT week, minutes, activity_id, set_at FROM weekly_goal
        WHERE person_id = $1 AND week >= $2 AND week <= $3 ORDER BY week, number
        """)

    /// Setting a goal: one more fact.
    package static let insert = Statement(
        "progress.insertGoal",
        """
        INSERT INTO weekly_goal (person_id, week, number, minutes, activity_id, set_at)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, CAST($3 AS BIGINT), $4, $5 FROM weekly_goal
        WHERE person_id = $1 AND week = $2
        """)
}

/// What is kept of weekly goals.
package struct GoalStore: Sendable {
    package init() {}

    /// The goals that hold in each week from one through another. One statement.
    package func goals(
        of person: Identifier<Person>, from first: CalendarDay, through last: CalendarDay, in reading: any ReadTransaction
    ) throws -> [CalendarDay: WeeklyGoal] {
        var goals: [CalendarDay: WeeklyGoal] = [:]
        try reading.forEach(GoalStatements.ofPerson, [person.sqlValue, first.text.sqlValue, last.text.sqlValue]) { row in
            let week = CalendarDay(trusted: row.text(0))
            let target: WeeklyGoal.Target? =
                row.intOrNil(1).map { .minutes($0) } ?? (row.idOrNil(2) as Identifier<Activity>?).map { .activity($0) }
            if let target { goals[week] = WeeklyGoal(week: week, target: target, setAt: row.instant(3)) }
        }
        return goals
    }

    /// Adds a goal.
    package func set(_ goal: WeeklyGoal, for person: Identifier<Person>, in writing: any WriteTransaction) throws {
        switch goal.target {
        case .minutes(let minutes):
            try writing.run(GoalStatements.insert, person, goal.week.text, minutes, String?.none, goal.setAt)
        case .activity(let activity):
            try writing.run(GoalStatements.insert, person, goal.week.text, Int?.none, activity, goal.setAt)
        }
    }
}

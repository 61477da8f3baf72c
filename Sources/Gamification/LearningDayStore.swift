package import Accounts
package import Essentials
package import SQL

/// The statements of days of learning.
package enum LearningDayStatements {
    /// The first thing that somebody does on a day.
    package static let insert = Statement(
        "gamification.insertDay",
        "INSERT INTO learning_day (person_id, day) VALUES ($1, $2) ON CONFLICT (person_id, day) DO NOTHING")

    /// One's own points: the days of a streak.
    package static let days = Statement(
        "gamification.days", "SELECT day FROM learning_day WHERE person_id = $1 AND day >= $2 AND day <= $3")
}

/// On which days somebody learned: facts, one for each day.
package struct LearningDayStore: Sendable {
    package init() {}

    /// Notes a day. Again changes nothing.
    package func note(_ day: CalendarDay, of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        try writing.run(LearningDayStatements.insert, person, day.text)
    }

    package func days(
        of person: Identifier<Person>, from first: CalendarDay, through last: CalendarDay, in reading: any ReadTransaction
    ) throws -> Set<CalendarDay> {
        Set(try reading.rows(LearningDayStatements.days, person, first.text, last.text) { CalendarDay(trusted: $0.text(0)) })
    }
}

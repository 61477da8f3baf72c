package import Essentials

/// Days of learning that follow each other, with what life does to them. Pure.
///
/// Week-ends, public holidays and pauses ask for nothing: learning on them counts, not learning does not break anything. Of the working days on which
/// nothing was done, two a month are forgiven; the third one ends the streak. A pause that is noted afterwards, as after an illness, mends
/// what those days had ended: nothing is kept, everything is worked out again from the days.
package struct LearningStreak: Sendable, Hashable {
    /// Days of learning in the streak that goes on; 0 when none does.
    package let days: Int
    /// Its first day.
    package let since: CalendarDay?
    /// Days of learning in the longest one that is known.
    package let longest: Int
    /// Days of this month that can still be missed.
    package let forgivenLeft: Int
    package let hasLearnedToday: Bool

    /// Working days of a month that may be missed.
    package static let forgiven = 2
    /// How far back one looks, in days.
    package static let window = 400

    package static let none = LearningStreak(learned: [], today: CalendarDay(ordinal: 0), isPaused: { _ in false })

    /// - Parameters:
    ///   - learned: days on which something was done, in the learner's zone.
    ///   - isPaused: whether nothing is expected on a day.
    package init(learned: Set<CalendarDay>, today: CalendarDay, isPaused: (CalendarDay) -> Bool) {
        hasLearnedToday = learned.contains(today)
        let first = learned.filter { $0 <= today && $0 > today.adding(days: -Self.window) }.min()
        var (days, longest) = (0, 0)
        var since: CalendarDay?
        var (month, missed) = ("", 0)
        if let first {
            for number in first.ordinal...today.ordinal {
                let day = CalendarDay(ordinal: number)
                if day.text.prefix(7) != month { (month, missed) = (String(day.text.prefix(7)), 0) }
                if learned.contains(day) {
                    days += 1
                    since = since ?? day
                    longest = max(longest, days)
                } else if day < today, days > 0, day.isWorkingDay, !isPaused(day) {
                    missed += 1
                    if missed > Self.forgiven { (days, since) = (0, nil) }
                }
            }
        }
        if today.text.prefix(7) != month { missed = 0 }
        (self.days, self.since, self.longest) = (days, since, longest)
        forgivenLeft = max(0, Self.forgiven - missed)
    }
}

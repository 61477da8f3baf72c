/// The days on which work is expected: Monday to Friday without the public holidays of France (Code du travail, L3133-1). The two days more
/// of Alsace-Moselle and those of the overseas territories are not among them.
package enum WorkingDays {
    /// The eleven public holidays of a year, in their order.
    package static func holidays(of year: Int) -> [CalendarDay] { ordinals(of: year).sorted().map { CalendarDay(ordinal: $0) } }

    /// Easter Sunday of a year of the Gregorian calendar (the method of Meeus, Jones and Butcher).
    package static func easter(of year: Int) -> CalendarDay { CalendarDay(ordinal: easterOrdinal(year)) }

    /// Whether work is expected on a day, given as its number.
    package static func isWorking(_ ordinal: Int) -> Bool {
        DayNumber.weekday(ordinal) < 5 && !ordinals(of: DayNumber.parts(ordinal).year).contains(ordinal)
    }

    /// How many working days there are from one day through another, both included; 0 when the last comes before the first.
    package static func count(from first: Int, through last: Int) -> Int {
        guard last >= first else { return 0 }
        var count = weekdays(before: last + 1) - weekdays(before: first)
        for year in DayNumber.parts(first).year...DayNumber.parts(last).year {
            for holiday in ordinals(of: year) where (first...last).contains(holiday) && DayNumber.weekday(holiday) < 5 {
                count -= 1
            }
        }
        return count
    }

    /// Mondays to Fridays from a Monday long ago to the day before this one.
    private static func weekdays(before ordinal: Int) -> Int {
        let shifted = ordinal + 3 + 7_000_000
        return shifted / 7 * 5 + min(shifted % 7, 5)
    }

    private static func ordinals(of year: Int) -> [Int] {
        let easter = easterOrdinal(year)
        let january = firstOfYear(year)
        let afterFebruary = firstOfYear(year + 1) - 366
        // Counted from 31 December of the year before, as if it were a leap year: exact from March on.
        return [
            january, easter + 1, afterFebruary + 121, afterFebruary + 128, easter + 39, easter + 50, afterFebruary + 195,
            afterFebruary + 227, afterFebruary + 305, afterFebruary + 315, afterFebruary + 359,
        ]
    }

    private static func firstOfYear(_ year: Int) -> Int {
        let before = year - 1
        return before * 365 + before / 4 - before / 100 + before / 400 - 719_162
    }

    private static func easterOrdinal(_ year: Int) -> Int {
        let golden = year % 19
        let century = year / 100
        let rest = year % 100
        let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let correction = (golden + 11 * epact + 22 * sunday) / 451
        let number = epact + sunday - 7 * correction + 114
        // March is 3, April is 4.
        let first = firstOfYear(year + 1) - (number / 31 == 3 ? 306 : 275)
        return first + number % 31
    }
}

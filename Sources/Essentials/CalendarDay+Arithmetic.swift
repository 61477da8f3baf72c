/// Counting with days: pure arithmetic of the Gregorian calendar.
extension CalendarDay {
    /// Days since 1 January 1970; the day after has the next number.
    package var ordinal: Int {
        let (year, month, day) = parts
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day with a number; the first or the last day that can be written (1900 to 2199) for one beyond.
    package init(ordinal: Int) {
        let parts = DayNumber.parts(min(max(ordinal, -25_567), 84_005))
        self.init(year: parts.year, month: parts.month, day: parts.day)
    }

    /// Trusts that there is such a day.
    private init(year: Int, month: Int, day: Int) {
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        self.init(trusted: "\(year)-\(two(month))-\(two(day))")
    }

    /// The day so many days later, or earlier.
    package func adding(days: Int) -> CalendarDay { CalendarDay(ordinal: ordinal + days) }

    /// The Monday of its week.
    package var monday: CalendarDay { CalendarDay(ordinal: DayNumber.monday(ordinal)) }

    /// Monday to Friday, and no public holiday.
    package var isWorkingDay: Bool { WorkingDays.isWorking(ordinal) }
}

/// Days as numbers, counted from 1 January 1970.
package enum DayNumber {
    /// 0 for Monday, 6 for Sunday.
    package static func weekday(_ ordinal: Int) -> Int { ((ordinal + 3) % 7 + 7) % 7 }

    /// The Monday of the week of a day.
    package static func monday(_ ordinal: Int) -> Int { ordinal - weekday(ordinal) }

    static func parts(_ ordinal: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = ordinal + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

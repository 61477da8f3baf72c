import Essentials
import Progress

/// Dates in words, in Europe/Paris.
extension Words {
    /// « mardi 24 novembre ».
    func day(_ instant: Instant) -> String {
        let parts = Self.parts(instant)
        let names = language == .french ? Self.french : Self.english
        return "\(names.days[parts.weekday]) \(dayOfMonth(parts.day)) \(names.months[parts.month])"
    }

    /// « vendredi 4 décembre ».
    func day(_ day: CalendarDay) -> String {
        let names = language == .french ? Self.french : Self.english
        let weekday = names.days[(DayNumber.weekday(day.ordinal) + 1) % 7]
        return "\(weekday) \(dayOfMonth(day.day)) \(names.months[min(max(day.month, 1), 12) - 1])"
    }

    /// « 24 novembre 2026 à 14:05 ».
    func moment(_ instant: Instant) -> String {
        let parts = Self.parts(instant)
        let names = language == .french ? Self.french : Self.english
        let time = "\(Self.padded(parts.hour)):\(Self.padded(parts.minute))"
        return "\(dayOfMonth(parts.day)) \(names.months[parts.month]) \(parts.year) \(language == .french ? "à" : "at") \(time)"
    }

    /// « 14 h 05 », to the minute: seconds are left out, so that one is told a little less than one has.
    func hour(_ instant: Instant) -> String {
        let (hour, minute) = ParisDays.minute(of: instant).quotientAndRemainder(dividingBy: 60)
        return language == .french ? "\(hour) h \(Self.padded(minute))" : "\(Self.padded(hour)):\(Self.padded(minute))"
    }

    /// « de 9 h 30 à 11 h 00 ».
    func hours(_ start: Instant, _ end: Instant) -> String {
        self(Phrase(fr: "de \(hour(start)) à \(hour(end))", en: "from \(hour(start)) to \(hour(end))"))
    }

    /// « mardi 24 novembre », with the year where it is not plain.
    func weekday(_ day: CalendarDay, withYear: Bool = false) -> String {
        let names = language == .french ? Self.french : Self.english
        let month = names.months[min(max(day.month, 1), 12) - 1]
        let year = withYear ? " \(day.year)" : ""
        return "\(names.days[(DayNumber.weekday(day.ordinal) + 1) % 7]) \(dayOfMonth(day.day)) \(month)\(year)"
    }

    /// `24/11`, for a place with little room.
    func dayAndMonth(_ day: CalendarDay) -> String { "\(day.day)/\(day.month)" }

    /// « 26 octobre 2026 ».
    func date(_ day: CalendarDay) -> String {
        let names = language == .french ? Self.french : Self.english
        return "\(dayOfMonth(day.day)) \(names.months[min(max(day.month, 1), 12) - 1]) \(day.year)"
    }

    /// « du 26 octobre 2026 au 12 mars 2027 »; `nil` without any date.
    func period(from start: CalendarDay?, to end: CalendarDay?) -> String? {
        switch (start.map(date), end.map(date)) {
        case (let start?, let end?): self(Phrase(fr: "du \(start) au \(end)", en: "from \(start) to \(end)"))
        case (let start?, nil): self(Phrase(fr: "à partir du \(start)", en: "from \(start)"))
        case (nil, let end?): self(Phrase(fr: "jusqu’au \(end)", en: "until \(end)"))
        case (nil, nil): nil
        }
    }

    /// « aujourd'hui », « hier », « il y a 3 jours »: days of the calendar between two moments.
    func daysAgo(_ instant: Instant, now: Instant) -> String {
        let days = ParisDays.number(of: now) - ParisDays.number(of: instant)
        switch days {
        case ..<1: return self(Phrase(fr: "aujourd’hui", en: "today"))
        case 1: return self(Phrase(fr: "hier", en: "yesterday"))
        default: return self(Phrase(fr: "il y a \(days) jours", en: "\(days) days ago"))
        }
    }

    private struct Parts {
        let year: Int
        /// From 0.
        let month: Int
        let day: Int
        /// From 0, Sunday.
        let weekday: Int
        let hour: Int
        let minute: Int
    }

    private func dayOfMonth(_ day: Int) -> String { day == 1 && language == .french ? "1er" : "\(day)" }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func parts(_ instant: Instant) -> Parts {
        let number = ParisDays.number(of: instant)
        let (day, minute) = (CalendarDay(ordinal: number), ParisDays.minute(of: instant))
        return Parts(
            year: day.year, month: day.month - 1, day: day.day, weekday: (DayNumber.weekday(number) + 1) % 7, hour: minute / 60,
            minute: minute % 60)
    }

    private static let french = (
        days: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ]
    )
    private static let english = (
        days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
            "December",
        ]
    )
}

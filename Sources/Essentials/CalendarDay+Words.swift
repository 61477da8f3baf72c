/// Days as people say them.
extension CalendarDay {
    /// « mardi 24 novembre 2026 », “Tuesday 24 November 2026”.
    package func words(in language: Language, withYear: Bool = true) -> String {
        let isFrench = language == .french
        let weekday = (isFrench ? Self.frenchDays : Self.englishDays)[DayNumber.weekday(ordinal)]
        let month = (isFrench ? Self.frenchMonths : Self.englishMonths)[min(max(self.month, 1), 12) - 1]
        let number = day == 1 && isFrench ? "1er" : "\(day)"
        return "\(weekday) \(number) \(month)" + (withYear ? " \(year)" : "")
    }

    /// From Monday.
    private static let frenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    private static let englishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}

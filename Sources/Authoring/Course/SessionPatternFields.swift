import CourseContent
import Essentials

/// `sessions` in `course.yml`: the classes that come back each week.
enum SessionPatternFields {
    private static let keys = ["title", "form", "minutes", "days", "times-a-week", "hour", "from-week", "until-week"]

    static func read(_ fields: Fields) -> [SessionPattern] {
        let scope = fields.scope
        return fields.list("sessions").compactMap { item in
            guard let pattern = Fields(item, keys: keys, scope: scope) else { return nil }
            let title = pattern.text("title", required: true, atMost: TextLimit.title)
            let form = pattern.word("form", as: SessionForm.self, required: true)
            let minutes = pattern.integer("minutes", in: 5...720, required: true)
            let times = pattern.integer("times-a-week", in: 1...5)
            var days: [Weekday] = []
            for node in pattern.list("days", required: times == nil) {
                guard let day = scope.word(node, as: Weekday.self) else { continue }
                if !days.contains(day) { days.append(day) }
            }
            let (first, last) = (pattern.integer("from-week", in: 1...260), pattern.integer("until-week", in: 1...260))
            if let first, let last, last < first { scope.report(.weeksReversed, at: pattern.position(of: "until-week")) }
            let hour = hour(pattern)
            guard let title, let form, let minutes, !days.isEmpty || times != nil else { return nil }
            return SessionPattern(
                title: title, form: form, minutes: minutes,
                days: days.isEmpty ? SessionPattern.spread(times ?? 1) : days.sorted { $0.number < $1.number }, hour: hour,
                fromWeek: first, untilWeek: last)
        }
    }

    /// `09:30`, which is also what holds without one.
    private static func hour(_ pattern: Fields) -> Int {
        let usual = 9 * 60 + 30
        guard let typed = pattern.text("hour", atMost: 5) else { return usual }
        let parts = typed.split(separator: ":").map { Int($0) }
        guard typed.count == 5, parts.count == 2, let hours = parts[0], let minutes = parts[1], (0..<24).contains(hours),
            (0..<60).contains(minutes)
        else {
            pattern.scope.report(.notAnHour(typed), at: pattern.position(of: "hour"))
            return usual
        }
        return hours * 60 + minutes
    }
}

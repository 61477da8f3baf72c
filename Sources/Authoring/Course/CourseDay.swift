import CourseContent
import Essentials

/// A day as authors write it.
enum CourseDay {
    /// `2026-11-02`, `{ day: 8 }` or `{ week: 3 }`; also `day 8` and `week 3`. What is wrong is reported.
    static func read(_ key: String, _ fields: Fields) -> OpeningDay? {
        guard let node = fields[key] else { return nil }
        let scope = fields.scope
        if case .mapping(let entries) = node.content {
            guard let relative = Fields(node, keys: ["day", "week"], scope: scope) else { return nil }
            if entries.count != 1 {
                scope.report(.badOpeningDay, at: node)
                return nil
            }
            return relative.integer("day", in: days).map(OpeningDay.day)
                ?? relative.integer("week", in: weeks).map(OpeningDay.week)
        }
        guard let text = scope.text(node, atMost: TextLimit.title) else { return nil }
        guard let day = CalendarDay(text).map(OpeningDay.date) ?? counted(text) else {
            scope.report(.badOpeningDay, at: node)
            return nil
        }
        return day
    }

    /// The last day of an activity or of the activities of a module; it must not come before what opens them.
    static func due(_ fields: Fields, opens: RestrictionFields?) -> OpeningDay? {
        guard let due = read("due", fields) else { return nil }
        if let from = opens?.restriction.from, due.comes(before: from) {
            fields.scope.report(.dueBeforeOpening, at: fields.position(of: "due"))
        }
        return due
    }

    private static let days = 1...1_500
    private static let weeks = 1...200

    /// `day 8`, `week 3`.
    private static func counted(_ text: String) -> OpeningDay? {
        let words = text.split(separator: " ")
        guard words.count == 2, let canonical = DecimalNumber.canonical(String(words[1])), let number = Int(canonical) else {
            return nil
        }
        switch words[0] {
        case "day": return days.contains(number) ? .day(number) : nil
        case "week": return weeks.contains(number) ? .week(number) : nil
        default: return nil
        }
    }
}

extension OpeningDay {
    /// Whether it certainly comes before another one, whatever the first day is.
    func comes(before other: OpeningDay) -> Bool {
        switch (self, other) {
        case (.date(let day), .date(let other)): day < other
        case (.day(let day), .day(let other)), (.week(let day), .week(let other)): day < other
        default: false
        }
    }
}

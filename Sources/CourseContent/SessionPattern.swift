/// Classes that come back each week of a course: « two virtual classes a week ». The calendar of a cohort is proposed from it.
package struct SessionPattern: Codable, Sendable, Hashable {
    package var title: String
    package var form: SessionForm
    /// Minutes of one.
    package var minutes: Int
    /// The days of the week, in order; at least one.
    package var days: [Weekday]
    /// Minutes since midnight.
    package var hour: Int
    /// Weeks of the course, counted from 1; `nil` for all of them.
    package var fromWeek: Int?
    package var untilWeek: Int?

    package init(
        title: String, form: SessionForm, minutes: Int, days: [Weekday], hour: Int, fromWeek: Int? = nil, untilWeek: Int? = nil
    ) {
        self.title = title
        self.form = form
        self.minutes = minutes
        self.days = days
        self.hour = hour
        self.fromWeek = fromWeek
        self.untilWeek = untilWeek
    }

    /// Whether it holds in a week of the course.
    package func holds(inWeek week: Int) -> Bool { week >= fromWeek ?? 1 && week <= untilWeek ?? .max }

    /// The days on which so many classes a week are, when the author names none.
    package static func spread(_ times: Int) -> [Weekday] {
        switch times {
        case 1: [.tue]
        case 2: [.tue, .thu]
        case 3: [.mon, .wed, .fri]
        case 4: [.mon, .tue, .thu, .fri]
        default: [.mon, .tue, .wed, .thu, .fri]
        }
    }
}

/// A day of the week, as an author writes it.
package enum Weekday: String, Codable, Sendable, Hashable, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun

    /// 0 for Monday.
    package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

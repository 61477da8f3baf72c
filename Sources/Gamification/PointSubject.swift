package import Accounts
package import Essentials

/// What was achieved: an activity, a module, a week. A rule pays for a subject once. Only its author's ids are in it: what a lesson is, nobody here
/// knows.
package struct PointSubject: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case activity, module, course, week, day
        /// An answer that helped, and whom.
        case help
    }

    package let kind: Kind
    /// The key of the course; empty for what concerns all of them.
    package let course: String
    /// The author's id, or the first day of a week, or a day; empty for a course.
    package let key: String
    /// A part of it that is achieved for itself: a mark of 90 %.
    package let step: Int?

    package init(_ kind: Kind, course: String = "", key: String = "", step: Int? = nil) {
        self.kind = kind
        self.course = course
        self.key = key
        self.step = step
    }

    package static func week(_ monday: CalendarDay) -> Self { Self(.week, key: monday.text) }
    package static func day(_ day: CalendarDay) -> Self { Self(.day, key: day.text) }

    /// An answer, and whoever it helped.
    package static func help(_ answer: String, to person: Identifier<Person>, course: String = "") -> Self {
        Self(.help, course: course, key: answer + "~" + person.text)
    }

    /// Whom an answer helped; `nil` for another subject.
    package var helped: Identifier<Person>? {
        guard kind == .help, let mark = key.lastIndex(of: "~") else { return nil }
        return Identifier(key[key.index(after: mark)...])
    }

    /// As it is kept: `activity/COURSE/KEY/80`.
    package var text: String {
        "\(kind.rawValue)/\(course)/\(key)" + (step.map { "/\($0)" } ?? "")
    }

    /// Reads ``text``.
    /// - Returns: `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (3...4).contains(parts.count), let kind = Kind(rawValue: parts[0]) else { return nil }
        var step: Int?
        if parts.count == 4 {
            guard let number = Int(parts[3]) else { return nil }
            step = number
        }
        self.init(kind, course: parts[1], key: parts[2], step: step)
    }
}

/// Where points are earned: what the balance of a cohort and a course is made of.
package struct PointPlace: Sendable, Hashable {
    package let cohort: Identifier<Cohort>
    /// The key of the course.
    package let course: String

    package init(cohort: Identifier<Cohort>, course: String) {
        self.cohort = cohort
        self.course = course
    }
}

/// What is so, or is no longer so: the ledger is brought to say it.
package struct PointClaim: Sendable, Hashable {
    /// The code of the rule, in the words of whoever has rules.
    package let rule: String
    package let ruleVersion: Int
    package let subject: PointSubject
    /// Whether it is so now.
    package let holds: Bool
    /// What it is worth, before caps; nothing is written for 0.
    package let amount: Int
    package let mostADay: Int?
    package let mostAWeek: Int?
    /// What the subject is called, so that the entry can be read when the course has changed.
    package let title: String

    package init(
        rule: String, ruleVersion: Int = 1, subject: PointSubject, holds: Bool, amount: Int, mostADay: Int? = nil,
        mostAWeek: Int? = nil, title: String = ""
    ) {
        self.rule = rule
        self.ruleVersion = ruleVersion
        self.subject = subject
        self.holds = holds
        self.amount = amount
        self.mostADay = mostADay
        self.mostAWeek = mostAWeek
        self.title = title
    }
}

package import Accounts
package import Essentials

/// A line of the ledger. It is written once and never changed; what is undone is another line.
package struct PointEntry: Sendable, Hashable {
    package let person: Identifier<Person>
    /// 1, 2, 3… among those of the person.
    package let number: Int
    /// The code of the rule that paid, and which edition of it.
    package let rule: String
    package let ruleVersion: Int
    package let subject: PointSubject
    /// How often something was written of this rule and subject, this time included: odd for what was earned, even for what was taken back.
    package let version: Int
    /// What was added to the balance: negative for what was taken back.
    package let amount: Int
    /// What the rule would have given without caps.
    package let due: Int
    package let place: PointPlace
    /// What the subject was called.
    package let title: String
    /// The day on which it happened, in the learner's zone: what caps count in.
    package let day: CalendarDay
    package let at: Instant

    /// Whether it takes back what was earned.
    package var isReversal: Bool { version.isMultiple(of: 2) }
    /// Whether a cap of the rule made it smaller.
    package var isCapped: Bool { !isReversal && amount < due }
}

/// What somebody has: a summary of the entries, written with each of them.
package struct PointPurse: Sendable, Hashable {
    package var balance: Int
    /// How many entries there are.
    package var entries: Int
    /// Whether the person wants no points, levels or badges to be seen.
    package var isOff: Bool

    package static let empty = PointPurse(balance: 0, entries: 0, isOff: false)
}

/// What somebody earned in one course of one cohort.
package struct PointBalance: Sendable, Hashable {
    package let place: PointPlace
    package let balance: Int
}

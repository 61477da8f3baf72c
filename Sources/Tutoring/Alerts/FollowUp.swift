package import Accounts
package import Essentials

/// Whether a learner needs somebody now: a summary of the facts about one enrolment.
package struct FollowUp: Sendable, Hashable {
    /// The id of the enrolment.
    package let context: String
    package let person: Identifier<Person>
    package let cohort: Identifier<Cohort>
    /// Of the alert that is open; `nil` when none is.
    package private(set) var level: AlertLevel?
    /// Of the alert that is open, or of the last one.
    package private(set) var reasons: [AlertReason]
    package private(set) var raisedAt: Instant?
    /// Reasons that somebody took care of and that have not ceased since: they raise no new alert.
    private(set) var quiet: Set<String>

    package init(context: String, person: Identifier<Person>, cohort: Identifier<Cohort>) {
        self.init(context: context, person: person, cohort: cohort, level: nil, reasons: [], raisedAt: nil, quiet: [])
    }

    init(
        context: String, person: Identifier<Person>, cohort: Identifier<Cohort>, level: AlertLevel?, reasons: [AlertReason],
        raisedAt: Instant?, quiet: Set<String>
    ) {
        self.context = context
        self.person = person
        self.cohort = cohort
        self.level = level
        self.reasons = reasons
        self.raisedAt = raisedAt
        self.quiet = quiet
    }

    package var isOpen: Bool { level != nil }

    /// Takes in what is so now.
    /// - Returns: the fact that follows from it; `nil` when nothing became true.
    mutating func take(_ now: [AlertReason], at instant: Instant) -> FollowUpFact.Kind? {
        let signs = Set(now.map(\.sign))
        quiet.formIntersection(signs)
        let highest = now.map(\.level).max()
        guard isOpen else {
            guard !signs.isSubset(of: quiet) else { return nil }
            level = highest
            reasons = now
            raisedAt = instant
            return .raised
        }
        guard let highest else {
            level = nil
            raisedAt = nil
            return .closed(.back)
        }
        let before = Set(reasons.map(\.sign))
        level = highest
        reasons = now
        return before == signs ? nil : .changed
    }

    /// Somebody took care of it.
    mutating func close() {
        level = nil
        raisedAt = nil
        quiet = Set(reasons.map(\.sign))
    }
}

/// What came of an alert.
package enum AlertOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The learner was reached.
    case contacted
    /// The learner works again: found by itself too, when no reason is left.
    case back
    /// Left for a job: something to celebrate, apart from dropping out.
    case leftForJob = "left-for-job"
    case dropped
    case noAnswer = "no-answer"
    /// There was no need.
    case notNeeded = "not-needed"
}

/// Something that became true of an alert: kept, never changed.
package struct FollowUpFact: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case raised, changed
        case closed(AlertOutcome)
    }

    package let kind: Kind
    package let at: Instant
    package let reasons: [AlertReason]
    package let note: String?
    /// Who closed it; `nil` when it was found by itself.
    package let by: Identifier<Person>?

    /// Characters of a note.
    package static let longestNote = 1000

    package init(kind: Kind, at: Instant, reasons: [AlertReason], note: String?, by: Identifier<Person>?) {
        self.kind = kind
        self.at = at
        self.reasons = reasons
        self.note = note
        self.by = by
    }
}

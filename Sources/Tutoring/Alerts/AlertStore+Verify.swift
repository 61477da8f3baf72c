import Essentials
package import SQL

/// Whether the summary of an alert is what its facts say. What somebody took care of and that has not ceased is no fact: it is not compared.
extension AlertStore {
    private static let allFacts = 10_000

    /// What is kept of an enrolment's alert and what its facts say, as text; `nil` when they agree. Two statements.
    package func difference(
        of context: String, in reading: any ReadTransaction
    ) throws -> (kept: String, recomputed: String)? {
        let kept = try followUp(of: context, in: reading)
        let expected = Self.standing(after: try facts(of: context, limit: Self.allFacts, in: reading))
        let (first, second) = (Self.text(kept), Self.text(expected))
        return first == second ? nil : (first, second)
    }

    /// Makes the summary again from the facts, where it differs. Without any fact there is no alert.
    package func mend(_ context: String, in writing: any WriteTransaction) throws {
        guard try difference(of: context, in: writing) != nil, let kept = try followUp(of: context, in: writing) else { return }
        let last = Self.standing(after: try facts(of: context, limit: Self.allFacts, in: writing))
        try save(
            FollowUp(
                context: context, person: kept.person, cohort: kept.cohort, level: last?.reasons.map(\.level).max(),
                reasons: last?.reasons ?? kept.reasons, raisedAt: last?.raisedAt, quiet: kept.quiet),
            in: writing)
    }

    /// The alert that is open after these facts, the newest first; `nil` when none is.
    private static func standing(after facts: [FollowUpFact]) -> (reasons: [AlertReason], raisedAt: Instant)? {
        guard let last = facts.first, last.isOpening, let raised = facts.first(where: { $0.kind == .raised }) else { return nil }
        return (last.reasons, raised.at)
    }

    private static func text(_ alert: FollowUp?) -> String {
        guard let alert, alert.isOpen, let raisedAt = alert.raisedAt else { return "-" }
        return text(alert.reasons, raisedAt)
    }

    private static func text(_ alert: (reasons: [AlertReason], raisedAt: Instant)?) -> String {
        alert.map { text($0.reasons, $0.raisedAt) } ?? "-"
    }

    /// Numbers grow without a new fact: reasons are compared by their level and kind.
    private static func text(_ reasons: [AlertReason], _ raisedAt: Instant) -> String {
        reasons.map(\.sign).sorted().joined(separator: ";") + " \(raisedAt.milliseconds)"
    }
}

extension FollowUpFact {
    /// Whether an alert is open after it.
    fileprivate var isOpening: Bool {
        if case .closed = kind { return false }
        return true
    }
}

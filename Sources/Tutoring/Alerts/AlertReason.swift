import Essentials

/// One reason for an alert, in a form that is kept and shown.
package struct AlertReason: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// So many working days without any activity.
        case inactive
        /// So many unjustified half-days.
        case absence
        /// So many percent of the planned work are done.
        case behind
        /// So many absences one after the other.
        case absencesInARow = "absences-in-a-row"
        case evaluationMissed = "evaluation-missed"
        /// With so many percent.
        case evaluationFailed = "evaluation-failed"
        /// So many hours after the start.
        case noSignIn = "no-sign-in"
    }

    package let kind: Kind
    package let level: AlertLevel
    /// What the kind says: days, half-days, percent, hours; 0 where there is nothing to count.
    package let amount: Int

    package init(kind: Kind, level: AlertLevel, amount: Int) {
        self.kind = kind
        self.level = level
        self.amount = amount
    }

    /// What tells it from others: a number that grows is the same reason, another level is another one.
    var sign: String { "\(level.rawValue) \(kind.rawValue)" }

    /// As it is kept: `red inactive 8`.
    var text: String { "\(sign) \(amount)" }

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, let level = AlertLevel(rawValue: String(parts[0])),
            let kind = Kind(rawValue: String(parts[1])), let amount = Int(parts[2])
        else { return nil }
        self.init(kind: kind, level: level, amount: amount)
    }

    /// Several, separated by semicolons. What another release wrote and this one does not know is left out.
    static func list(_ text: String) -> [AlertReason] { text.split(separator: ";").compactMap { AlertReason($0) } }

    static func text(of reasons: [AlertReason]) -> String { reasons.map(\.text).joined(separator: ";") }
}

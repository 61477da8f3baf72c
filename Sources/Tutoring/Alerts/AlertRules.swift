package import Accounts
package import Essentials

/// How urgent it is that somebody turns to a learner.
package enum AlertLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// A personal message with a goal.
    case amber
    /// A call within one working day.
    case red

    package static func < (left: Self, right: Self) -> Bool { left == .amber && right == .red }
}

/// When an alert is raised, for one cohort. 0 switches a rule off.
package struct AlertRules: Sendable, Hashable, Codable {
    /// Working days without any activity.
    package var amberInactiveDays: Int
    /// Unjustified half-days.
    package var amberAbsences: Int
    /// Done of what was planned until now, in percent: under it.
    package var amberWorkPercent: Int
    /// Working days without any activity.
    package var redInactiveDays: Int
    /// Absences one after the other.
    package var redAbsencesInARow: Int
    /// Hours after the start without having signed in.
    package var redHoursWithoutSignIn: Int
    /// Whether a first evaluation that was missed or failed counts.
    package var redFirstEvaluation: Bool

    package init(
        amberInactiveDays: Int = 4, amberAbsences: Int = 1, amberWorkPercent: Int = 70, redInactiveDays: Int = 7,
        redAbsencesInARow: Int = 2, redHoursWithoutSignIn: Int = 48, redFirstEvaluation: Bool = true
    ) {
        self.amberInactiveDays = amberInactiveDays
        self.amberAbsences = amberAbsences
        self.amberWorkPercent = amberWorkPercent
        self.redInactiveDays = redInactiveDays
        self.redAbsencesInARow = redAbsencesInARow
        self.redHoursWithoutSignIn = redHoursWithoutSignIn
        self.redFirstEvaluation = redFirstEvaluation
    }

    /// Those of a cohort for which nothing was decided.
    package static let usual = AlertRules()

    /// The first rule whose number cannot be, by its name; `nil` when all can.
    package var wrongField: String? {
        if !(0...60).contains(amberInactiveDays) { return "amberInactiveDays" }
        if !(0...60).contains(redInactiveDays) { return "redInactiveDays" }
        if amberInactiveDays > 0, redInactiveDays > 0, redInactiveDays < amberInactiveDays { return "redInactiveDays" }
        if !(0...60).contains(amberAbsences) { return "amberAbsences" }
        if !(0...60).contains(redAbsencesInARow) { return "redAbsencesInARow" }
        if !(0...100).contains(amberWorkPercent) { return "amberWorkPercent" }
        if !(0...2000).contains(redHoursWithoutSignIn) { return "redHoursWithoutSignIn" }
        return nil
    }
}

/// Rules as they were decided: a fact, the last one holds.
package struct AlertRulesFact: Sendable, Hashable {
    package let rules: AlertRules
    /// `nil` for the command line.
    package let setBy: Identifier<Person>?
    package let setAt: Instant
}

/// What is known of a learner in a course, as far as alerts look at it. Campus feeds it: Tutoring knows neither events nor plans.
package struct AlertFacts: Sendable, Hashable {
    /// Where the first evaluation of the course stands.
    package enum FirstEvaluation: Sendable, Hashable {
        /// There is none, it is not due yet, it waits for a mark, or it is passed.
        case nothingToSay
        /// It was due and nothing was sent.
        case missed
        /// The best result so far, in percent, is not enough.
        case failed(score: Int)
    }

    /// Whether anything is expected now: not before the start, not in a pause, not after the end.
    package var isExpected: Bool
    /// Working days that are over since the last activity, or since the start; days of a pause do not count.
    package var inactiveDays: Int
    /// Planned until now and done, in minutes.
    package var plannedMinutes: Int
    package var doneMinutes: Int
    package var firstEvaluation: FirstEvaluation
    /// Hours since the start, for somebody who never signed in; `nil` for everybody else.
    package var hoursWithoutSignIn: Int?
    /// Half-days of absence without a reason that justifies it, in the last week.
    package var unjustifiedHalfDays: Int
    /// Absences one after the other, up to the last session.
    package var absencesInARow: Int

    package init(
        isExpected: Bool = true, inactiveDays: Int = 0, plannedMinutes: Int = 0, doneMinutes: Int = 0,
        firstEvaluation: FirstEvaluation = .nothingToSay, hoursWithoutSignIn: Int? = nil, unjustifiedHalfDays: Int = 0,
        absencesInARow: Int = 0
    ) {
        self.isExpected = isExpected
        self.inactiveDays = inactiveDays
        self.plannedMinutes = plannedMinutes
        self.doneMinutes = doneMinutes
        self.firstEvaluation = firstEvaluation
        self.hoursWithoutSignIn = hoursWithoutSignIn
        self.unjustifiedHalfDays = unjustifiedHalfDays
        self.absencesInARow = absencesInARow
    }
}

extension AlertRules {
    /// Why a learner needs somebody, the most urgent first; empty when nothing says so. Pure.
    package func reasons(for facts: AlertFacts) -> [AlertReason] {
        guard facts.isExpected else { return [] }
        var reasons: [AlertReason] = []
        func add(_ kind: AlertReason.Kind, _ level: AlertLevel, _ amount: Int) {
            reasons.append(AlertReason(kind: kind, level: level, amount: amount))
        }
        func reached(_ amount: Int, _ limit: Int) -> Bool { limit > 0 && amount >= limit }
        if let hours = facts.hoursWithoutSignIn, reached(hours, redHoursWithoutSignIn) { add(.noSignIn, .red, hours) }
        if redFirstEvaluation {
            switch facts.firstEvaluation {
            case .nothingToSay: break
            case .missed: add(.evaluationMissed, .red, 0)
            case .failed(let score): add(.evaluationFailed, .red, score)
            }
        }
        if reached(facts.absencesInARow, redAbsencesInARow) { add(.absencesInARow, .red, facts.absencesInARow) }
        if reached(facts.inactiveDays, redInactiveDays) {
            add(.inactive, .red, facts.inactiveDays)
        } else if reached(facts.inactiveDays, amberInactiveDays) {
            add(.inactive, .amber, facts.inactiveDays)
        }
        if reached(facts.unjustifiedHalfDays, amberAbsences) { add(.absence, .amber, facts.unjustifiedHalfDays) }
        if facts.plannedMinutes > 0, facts.doneMinutes * 100 < facts.plannedMinutes * amberWorkPercent {
            add(.behind, .amber, facts.doneMinutes * 100 / facts.plannedMinutes)
        }
        return reasons
    }
}

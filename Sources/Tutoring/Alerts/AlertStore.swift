package import Accounts
package import Essentials
import Foundation
package import SQL

/// What is kept of alerts. Stateless: every function works inside the caller's transaction; who may see and close is checked above.
package struct AlertStore: Sendable {
    package init() {}

    // MARK: Alerts

    /// The alert of an enrolment; `nil` when there never was one. One statement.
    package func followUp(of context: String, in reading: any ReadTransaction) throws -> FollowUp? {
        try reading.first(AlertStatements.followUp, context) { try FollowUp($0) }
    }

    /// The open alerts of a cohort, by enrolment. One statement.
    package func open(in cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> [String: FollowUp] {
        var found: [String: FollowUp] = [:]
        for alert in try reading.rows(AlertStatements.open, cohort, map: { try FollowUp($0) }) { found[alert.context] = alert }
        return found
    }

    /// The open alerts of some cohorts, by enrolment. A statement for four.
    package func open(in cohorts: [Identifier<Cohort>], in reading: any ReadTransaction) throws -> [String: FollowUp] {
        var found: [String: FollowUp] = [:]
        try reading.forEach(AlertStatements.openInCohorts, keys: cohorts) { row in
            let alert = try FollowUp(row)
            found[alert.context] = alert
        }
        return found
    }

    /// Takes in what is so now of an enrolment. The same again changes nothing.
    /// - Returns: the alert as it stands, and the fact that became true just now.
    @discardableResult
    package func take(
        _ reasons: [AlertReason], of context: String, person: Identifier<Person>, cohort: Identifier<Cohort>, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> FollowUpFact.Kind? {
        let kept = try followUp(of: context, in: writing)
        if kept == nil, reasons.isEmpty { return nil }
        var followUp = kept ?? FollowUp(context: context, person: person, cohort: cohort)
        let became = followUp.take(reasons, at: now)
        if followUp != kept { try save(followUp, in: writing) }
        if let became { try add(became, to: followUp, at: now, in: writing) }
        return became
    }

    /// Closes the alert of an enrolment with what came of it.
    /// - throws: ``TutoringError/noOpenAlert``, ``TutoringError/noteTooLong``.
    package func close(
        _ context: String, _ outcome: AlertOutcome, note: String?, by person: Identifier<Person>, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        guard var followUp = try followUp(of: context, in: writing), followUp.isOpen else { throw TutoringError.noOpenAlert }
        let note = note?.trimmingWhitespace()
        if let note, note.unicodeScalars.count > FollowUpFact.longestNote || note.utf8.contains(0) {
            throw TutoringError.noteTooLong
        }
        followUp.close()
        try save(followUp, in: writing)
        try add(
            .closed(outcome), to: followUp, note: note.flatMap { $0.isEmpty ? nil : $0 }, by: person, at: now, in: writing)
    }

    /// The last facts about the alerts of an enrolment, the newest first. One statement.
    package func facts(of context: String, limit: Int = 50, in reading: any ReadTransaction) throws -> [FollowUpFact] {
        try reading.rows(AlertStatements.facts, context, limit) { row in
            let kind: FollowUpFact.Kind
            switch row.text(0) {
            case "raised": kind = .raised
            case "changed": kind = .changed
            default: kind = .closed(try row.value(3))
            }
            return FollowUpFact(
                kind: kind, at: row.instant(1), reasons: AlertReason.list(row.text(2)), note: row.textOrNil(4),
                by: row.idOrNil(5))
        }
    }

    func save(_ followUp: FollowUp, in writing: any WriteTransaction) throws {
        try writing.run(
            AlertStatements.save, followUp.context, followUp.person, followUp.cohort, followUp.level?.rawValue,
            AlertReason.text(of: followUp.reasons), followUp.raisedAt, followUp.quiet.sorted().joined(separator: ";"))
    }

    private func add(
        _ kind: FollowUpFact.Kind, to followUp: FollowUp, note: String? = nil, by person: Identifier<Person>? = nil,
        at now: Instant, in writing: any WriteTransaction
    ) throws {
        var outcome: AlertOutcome?
        if case .closed(let came) = kind { outcome = came }
        let name = outcome != nil ? "closed" : kind == .raised ? "raised" : "changed"
        try writing.run(
            AlertStatements.insertFact, followUp.context, name, now, AlertReason.text(of: followUp.reasons), outcome?.rawValue,
            note, person)
    }

    // MARK: Rules

    /// What was decided last for a cohort; `nil` when nothing was. One statement.
    package func rules(of cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> AlertRulesFact? {
        try reading.first(AlertStatements.rules, cohort) { row in
            AlertRulesFact(
                rules: try JSONDecoder().decode(AlertRules.self, from: Data(row.text(0).utf8)), setBy: row.idOrNil(1),
                setAt: row.instant(2))
        }
    }

    /// Decides on the rules of a cohort: one more fact.
    /// - throws: ``TutoringError/invalidRule(_:)``.
    package func set(
        _ rules: AlertRules, for cohort: Identifier<Cohort>, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        if let field = rules.wrongField { throw TutoringError.invalidRule(field) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(rules), as: UTF8.self)
        try writing.run(AlertStatements.insertRules, cohort, text, person, now)
    }

    // MARK: The daily sweep

    /// Whether the caller is the one who does the sweep of a day: nobody did, or whoever began gave up two hours ago.
    package func claimSweep(of day: CalendarDay, at now: Instant, in writing: any WriteTransaction) throws -> Bool {
        try writing.run(AlertStatements.claimSweep, day.text, now, now.adding(seconds: -7200)) > 0
    }

    package func finishSweep(of day: CalendarDay, at now: Instant, in writing: any WriteTransaction) throws {
        try writing.run(AlertStatements.finishSweep, day.text, now)
    }
}

extension FollowUp {
    fileprivate init(_ row: any Row) throws {
        self.init(
            context: row.text(0), person: row.id(1), cohort: row.id(2), level: row.isNull(3) ? nil : try row.value(3),
            reasons: AlertReason.list(row.text(4)), raisedAt: row.instantOrNil(5),
            quiet: Set(row.text(6).split(separator: ";").map(String.init)))
    }
}

package import Accounts
package import Essentials
package import Progress
import SQL
package import Tutoring

/// Who needs somebody, why, and what came of it.
extension Campus {
    /// Closes the alert of a learner with what came of it.
    /// - throws: ``CampusError/notFound(_:)`` for a learner that this person does not follow, ``CampusError/conflict(_:)`` when it is closed
    ///   already, ``CampusError/invalid(_:)``.
    package func closeAlert(
        _ enrolment: Identifier<Enrolment>, of person: Identifier<Person>, in cohortKey: String, outcome: AlertOutcome,
        note: String?, by viewer: Viewer
    ) async throws {
        let now = clock.now
        do {
            try await database.write { writing in
                let cohort = try followed(cohortKey, viewer, in: writing)
                guard let standing = try progress.course(of: enrolment, in: writing),
                    standing.enrolment.cohort == cohort.id, standing.enrolment.person == person
                else { throw CampusError.notFound(.noSuchLearner) }
                try alerts.close(enrolment.text, outcome, note: note, by: viewer.person.id, at: now, in: writing)
            }
        } catch TutoringError.noOpenAlert {
            throw CampusError.conflict(TutoringError.noOpenAlert.phrase)
        } catch let error as TutoringError {
            throw CampusError.invalid(error.field, error.phrase)
        }
    }

    /// Something that became true of an alert, with the name of who closed it.
    package struct AlertFactReading: Sendable {
        package let fact: FollowUpFact
        /// `nil` when it was found by itself.
        package let by: PersonName?
    }

    /// What became of the alerts of an enrolment, the newest first.
    func alertHistory(of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction) throws -> [AlertFactReading] {
        try alerts.facts(of: enrolment.text, in: reading).map { fact in
            AlertFactReading(fact: fact, by: try fact.by.flatMap { try people.person($0, in: reading)?.name })
        }
    }

    // MARK: Rules

    /// The rules of a cohort, and who decided on them.
    package struct AlertRulesReading: Sendable {
        package let cohort: Cohort
        package let rules: AlertRules
        package let setBy: PersonName?
        /// `nil` for the usual rules.
        package let setAt: Instant?
        /// Whether whoever looks may change them.
        package let mayChange: Bool
    }

    /// When alerts are raised in a cohort, for those who follow it.
    package func alertRules(of cohortKey: String, for viewer: Viewer) async throws -> AlertRulesReading {
        try await database.read { reading in
            let cohort = try followed(cohortKey, viewer, in: reading)
            let fact = try alerts.rules(of: cohort.id, in: reading)
            return AlertRulesReading(
                cohort: cohort, rules: fact?.rules ?? .usual,
                setBy: try fact?.setBy.flatMap { try people.person($0, in: reading)?.name }, setAt: fact?.setAt,
                mayChange: viewer.roles.has(.coordinator, in: cohort.id))
        }
    }

    /// Decides when alerts are raised in a cohort. Open alerts follow at the next sweep.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for somebody who does not coordinate it,
    ///   ``CampusError/invalid(_:)``.
    package func setAlertRules(_ rules: AlertRules, of cohortKey: String, by viewer: Viewer) async throws {
        let now = clock.now
        try await withTutoring {
            try await database.write { writing in
                let cohort = try followed(cohortKey, viewer, in: writing)
                guard viewer.roles.has(.coordinator, in: cohort.id) else { throw CampusError.notAllowed(.coordinatorsOnly) }
                try alerts.set(rules, for: cohort.id, by: viewer.person.id, at: now, in: writing)
            }
        }
    }

    /// The same, for whoever runs the installation.
    /// - Parameter change: what to change of the rules that hold.
    package func setAlertRules(
        of cohortKey: String, _ change: @escaping @Sendable (inout AlertRules) -> Void
    ) async throws -> AlertRules {
        let now = clock.now
        return try await withTutoring {
            try await database.write { writing in
                let cohort = try knownCohort(cohortKey, in: writing)
                var rules = try alerts.rules(of: cohort.id, in: writing)?.rules ?? .usual
                let before = rules
                change(&rules)
                if rules != before { try alerts.set(rules, for: cohort.id, by: nil, at: now, in: writing) }
                return rules
            }
        }
    }

    /// The open alerts of a cohort, for whoever runs the installation, the red ones first.
    package func openAlerts(in cohortKey: String) async throws -> [(alert: FollowUp, login: String)] {
        try await database.read { reading in
            let cohort = try knownCohort(cohortKey, in: reading)
            return try alerts.open(in: cohort.id, in: reading).values
                .sorted { ($0.level == .red ? 0 : 1, $0.context) < ($1.level == .red ? 0 : 1, $1.context) }
                .map { ($0, try people.person($0.person, in: reading)?.login.text ?? $0.person.text) }
        }
    }
}

extension Phrase {
    static let coordinatorsOnly = Phrase(
        fr: "La coordination de la promo décide de ces règles.", en: "The coordinator of the cohort decides on these rules.")
}

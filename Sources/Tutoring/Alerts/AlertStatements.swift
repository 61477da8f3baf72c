package import SQL

/// The statements of alerts.
package enum AlertStatements {
    /// An event after some days, the daily sweep, closing: the summary of one enrolment.
    package static let followUp = Statement(
        "tutoring.followUp",
        """
        SELECT context, person_id, cohort_id, level, reasons, raised_at, quiet FROM follow_up WHERE context = $1
        """)

    /// A tutor's day and the caseload: what is open in a cohort.
    package static let open = Statement(
        "tutoring.openAlerts",
        """
        SELECT context, person_id, cohort_id, level, reasons, raised_at, quiet FROM follow_up
        WHERE cohort_id = $1 AND level IS NOT NULL
        """)

    /// The caseload: the same in some cohorts.
    package static let openInCohorts = Statement(
        "tutoring.openAlertsOfCohorts",
        """
        SELECT context, person_id, cohort_id, level, reasons, raised_at, quiet FROM follow_up
        WHERE cohort_id IN ($1, $2, $3, $4)
            AND level IS NOT NULL
        """)

    /// After each of them: the summary.
    package static let save = Statement(
        "tutoring.saveFollowUp",
        """
        INSERT INTO follow_up (context, person_id, cohort_id, level, reasons, raised_at, quiet)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (context) DO UPDATE SET
            level = excluded.level, reasons = excluded.reasons, raised_at = excluded.raised_at, quiet = excluded.quiet
        """)

    /// Raising, changing, closing: one more fact.
    package static let insertFact = Statement(
        "tutoring.insertAlertFact",
        """
        INSERT INTO follow_up_fact (context, number, kind, happened_at, reasons, outcome, note, by_person)
        SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM follow_up_fact WHERE context = $1
        """)

    /// The page of a learner: the last facts of an enrolment.
    package static let facts = Statement(
        "tutoring.alertFacts",
        """
        SELECT kind, happened_at, reasons, outcome, note, by_person FROM follow_up_fact WHERE context = $1
        ORDER BY number DESC LIMIT $2
        """)

    /// Evaluating, and the page of a cohort's rules: what holds.
    package static let rules = Statement(
        "tutoring.alertRules",
        "SELECT rules, set_by, set_at FROM alert_rules WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1")

    /// Deciding on rules: one more fact.
    package static let insertRules = Statement(
        "tutoring.insertAlertRules",
        """
        INSERT INTO alert_rules (cohort_id, number, rules, set_by, set_at)
        SELECT $1, COALESCE(MAX(number), 0) + 1, $2, $3, $4 FROM alert_rules WHERE cohort_id = $1
        """)

    /// The daily sweep: the server that changes a row is the one that does it. One that never finished is taken over.
    package static let claimSweep = Statement(
        "tutoring.claimSweep",
        """
        INSERT INTO alert_sweep (day, started_at) VALUES ($1, $2)
        ON CONFLICT (day) DO UPDATE SET started_at = excluded.started_at
        WHERE alert_sweep.finished_at IS NULL AND alert_sweep.started_at < $3
        """)

    /// The daily sweep is done.
    package static let finishSweep = Statement(
        "tutoring.finishSweep", "UPDATE alert_sweep SET finished_at = $2 WHERE day = $1")
}

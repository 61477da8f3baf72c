package import SQL

/// The statements of what is decided about pace.
package enum PaceStatements {
    /// Home, a learner's own progress, the tutor's page of a learner: everything that was decided for one learner, one range of the key.
    package static let ofLearner = Statement(
        "progress.paceOfLearner",
        """
        SELECT person_id, number, subject, activity_id, motive, first_day, last_day, is_withdrawn, note, set_by, set_at
        FROM pace_fact WHERE cohort_id = $1 AND person_id = $2 ORDER BY number
        """)

    /// The tutor's table: the same for all the learners of a cohort, one range of the key.
    package static let ofCohort = Statement(
        "progress.paceOfCohort",
        """
        SELECT person_id, number, subject, activity_id, motive, first_day, last_day, is_withdrawn, note, set_by, set_at
        FROM pace_fact WHERE cohort_id = $1 ORDER BY person_id, number
        """)

    /// The caseload: the same for the learners of some cohorts.
    package static let ofCohorts = Statement(
        "progress.paceOfCohorts",
        """
        SELECT person_id, number, subject, activity_id, motive, first_day, last_day, is_withdrawn, note, set_by, set_at, cohort_id
        FROM pace_fact
        WHERE cohort_id IN ($1, $2, $3, $4)
        ORDER BY cohort_id, person_id, number
        """)

    /// Deciding something: one more fact.
    package static let insert = Statement(
        "progress.insertPace",
        """
        INSERT INTO pace_fact
            (cohort_id, person_id, number, subject, activity_id, motive, first_day, last_day, is_withdrawn, note, set_by, set_at)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, COALESCE(CAST($3 AS BIGINT), COALESCE(MAX(number), 0) + 1), $4, $5, $6, $7,
            CAST($8 AS SMALLINT), $9, $10, $11
        FROM pace_fact WHERE cohort_id = $1 AND person_id = $2
        """)
}

package import SQL

/// The statements of extra time.
package enum ExtraTimeStatements {
    /// The page of a learner's extra time.
    package static let history = Statement(
        "assessment.extraTimeHistory",
        "SELECT percent, set_by, set_at FROM extra_time WHERE person_id = $1 AND cohort_id = $2 ORDER BY number DESC")

    /// Starting an attempt; the quiz page.
    package static let last = Statement(
        "assessment.extraTime",
        "SELECT percent, set_by, set_at FROM extra_time WHERE person_id = $1 AND cohort_id = $2 ORDER BY number DESC LIMIT 1")

    /// The list of those who decide on it: what holds for each learner of a cohort.
    package static let ofCohort = Statement(
        "assessment.extraTimeOfCohort",
        """
        SELECT e.person_id, e.percent FROM extra_time e WHERE e.cohort_id = $1 AND e.number =
            (SELECT MAX(l.number) FROM extra_time l WHERE l.person_id = e.person_id AND l.cohort_id = e.cohort_id)
        """)

    /// Giving extra time: one more fact.
    package static let insert = Statement(
        "assessment.insertExtraTime",
        """
        INSERT INTO extra_time (person_id, cohort_id, number, percent, set_by, set_at)
        SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5 FROM extra_time WHERE person_id = $1 AND cohort_id = $2
        """)
}

package import SQL

/// The statements of placement tests.
package enum PlacementStatements {
    /// Beginning the test. One that goes on already is kept: two requests begin one run.
    package static let insertRun = Statement(
        "languageLearning.insertPlacementRun",
        """
        INSERT INTO placement_run (id, person_id, activity_id, hears, started_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING
        """)

    /// The test's page: how often somebody took it, the latest first.
    package static let runsOfPerson = Statement(
        "languageLearning.placementRunsOfPerson",
        """
        SELECT id, person_id, activity_id, hears, started_at, finished_at FROM placement_run
        WHERE person_id = $1 AND activity_id = $2 ORDER BY started_at DESC, id DESC
        """)

    package static let answers = Statement(
        "languageLearning.placementAnswers",
        """
        SELECT item, difficulty, discrimination, choice, is_right, answered_at FROM placement_answer
        WHERE run_id = $1 ORDER BY position
        """)

    /// An answer, once: the same place again changes nothing.
    package static let insertAnswer = Statement(
        "languageLearning.insertPlacementAnswer",
        """
        INSERT INTO placement_answer (run_id, position, item, difficulty, discrimination, choice, is_right, answered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
        """)

    package static let finish = Statement(
        "languageLearning.finishPlacementRun", "UPDATE placement_run SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL")

    package static let insertRuling = Statement(
        "languageLearning.insertPlacementRuling",
        """
        INSERT INTO placement_ruling (id, run_id, level, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)
        """)

    /// The decision that holds: the last one.
    package static let ruling = Statement(
        "languageLearning.placementRuling",
        """
        SELECT id, level, reason, decided_by, decided_at FROM placement_ruling WHERE run_id = $1
        ORDER BY decided_at DESC, id DESC LIMIT 1
        """)
}

package import SQL

/// The statements of scenarios, besides those of attempts.
package enum ScenarioStatements {
    /// The scene, a choice, the debrief: the path of one attempt, one range of the primary key.
    package static let steps = Statement(
        "assessment.steps", "SELECT scene_id, choice_id FROM attempt_step WHERE attempt_id = $1 ORDER BY number")

    /// A choice: kept once under its number.
    package static let addStep = Statement(
        "assessment.addStep",
        "INSERT INTO attempt_step (attempt_id, number, scene_id, choice_id, taken_at) VALUES ($1, $2, $3, $4, $5)")
}

package import SQL

/// The statements of surveys.
package enum SurveyStatements {
    /// Sending a survey.
    package static let insert = Statement(
        "assessment.insertSurveyResponse",
        "INSERT INTO survey_response (id, activity_id, cohort_id, person_id, answers) VALUES ($1, $2, $3, $4, $5)")

    /// The results of a cohort.
    package static let responses = Statement(
        "assessment.surveyResponses",
        "SELECT answers FROM survey_response WHERE activity_id = $1 AND cohort_id = $2 ORDER BY id")

    /// `rebond course diff`: how many answered, in whatever cohort.
    package static let countOfActivity = Statement(
        "assessment.surveyResponsesOfActivity", "SELECT COUNT(*) FROM survey_response WHERE activity_id = $1")
}

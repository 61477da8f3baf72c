import SQL

/// The statements of what people say that they can do.
enum CanDoStatements {
    /// The page of a learner's level.
    static let answers = Statement(
        "languageLearning.canDoAnswers",
        """
        SELECT can_do, answer, said_at FROM can_do_answer WHERE person_id = $1 AND course_id = $2 ORDER BY said_at, id
        """)

    static let owner = Statement(
        "languageLearning.canDoOwner", "SELECT person_id, course_id FROM can_do_answer WHERE id = $1 LIMIT 1")

    static let insert = Statement(
        "languageLearning.insertCanDoAnswer",
        """
        INSERT INTO can_do_answer (id, can_do, person_id, course_id, answer, said_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING
        """)
}

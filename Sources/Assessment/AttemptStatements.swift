package import SQL

/// Every statement of Assessment.
package enum AttemptStatements {
    /// The quiz page: every attempt of a learner at a quiz, in order.
    package static let attempts = Statement(
        "assessment.attempts",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points, submitted_at,
            points, score, seed, deadline, sent_at
        FROM attempt WHERE context = $1 AND activity_id = $2 ORDER BY number
        """)

    /// The outline and the page of a learner, where a quiz has another mark than its best result.
    package static let sent = Statement(
        "assessment.sent",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points, submitted_at,
            points, score, seed, deadline, sent_at
        FROM attempt WHERE context = $1 AND submitted_at IS NOT NULL ORDER BY activity_id, number
        """)

    /// Every page of a learner's course: attempts of an enrolment whose time was over at a moment.
    package static let overdue = Statement(
        "assessment.overdue",
        """
        SELECT id FROM attempt WHERE context = $1 AND submitted_at IS NULL AND sent_at IS NULL AND deadline < $2
        """)

    /// The pages of those who follow learners: attempts of anybody, those that ended first before.
    package static let allOverdue = Statement(
        "assessment.allOverdue",
        """
        SELECT id FROM attempt WHERE submitted_at IS NULL AND sent_at IS NULL AND deadline < $1 ORDER BY deadline LIMIT $2
        """)

    /// The review of an attempt; who may see it is decided with it.
    package static let attempt = Statement(
        "assessment.attempt",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points, submitted_at,
            points, score, seed, deadline, sent_at
        FROM attempt WHERE id = $1
        """)

    /// Saving and sending: takes the attempt's row, so that nothing is saved while it is being marked, and reads it.
    package static let lock = Statement(
        "assessment.lock",
        """
        UPDATE attempt SET number = number WHERE id = $1
        RETURNING id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points,
            submitted_at, points, score, seed, deadline, sent_at
        """)

    /// Starting: refused without an error when an attempt is open already.
    package static let insert = Statement(
        "assessment.insert",
        """
        INSERT INTO attempt
            (id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points, seed, deadline)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT DO NOTHING
        """)

    /// Sending: the result.
    package static let submit = Statement(
        "assessment.submit",
        "UPDATE attempt SET submitted_at = $2, points = $3, score = $4 WHERE id = $1 AND submitted_at IS NULL")

    /// Sending what a tutor has to mark.
    package static let send = Statement(
        "assessment.send", "UPDATE attempt SET sent_at = $2 WHERE id = $1 AND sent_at IS NULL AND submitted_at IS NULL")

    /// The page of a learner: attempts that wait for a tutor.
    package static let waiting = Statement(
        "assessment.waiting",
        """
        SELECT id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points, submitted_at,
            points, score, seed, deadline, sent_at
        FROM attempt WHERE context = $1 AND submitted_at IS NULL AND sent_at IS NOT NULL ORDER BY sent_at
        """)

    /// Marking, and every page of an attempt that was sent.
    package static let marks = Statement(
        "assessment.marks",
        """
        SELECT question_id, number, points, comment, marked_by, marked_at FROM tutor_mark
        WHERE attempt_id = $1 ORDER BY question_id, number DESC
        """)

    /// Marking: one more fact.
    package static let insertMark = Statement(
        "assessment.insertMark",
        """
        INSERT INTO tutor_mark (attempt_id, question_id, number, points, comment, marked_by, marked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """)

    /// Marking: what holds for the answer.
    package static let setPoints = Statement(
        "assessment.setPoints",
        "UPDATE attempt_answer SET points = $3, is_right = $4 WHERE attempt_id = $1 AND question_id = $2")

    /// Marking: the result, also when it was there.
    package static let result = Statement(
        "assessment.result", "UPDATE attempt SET submitted_at = $2, points = $3, score = $4 WHERE id = $1")

    /// `rebond course diff`: how many attempts at an activity are open, wait for a tutor, have a result.
    package static let countOfActivity = Statement(
        "assessment.countOfActivity",
        """
        SELECT COUNT(CASE WHEN submitted_at IS NULL AND sent_at IS NULL THEN 1 END),
            COUNT(CASE WHEN submitted_at IS NULL AND sent_at IS NOT NULL THEN 1 END), COUNT(submitted_at)
        FROM attempt WHERE activity_id = $1
        """)

    /// The quiz page, saving, sending, the review: the answers of one attempt, one range of the primary key.
    package static let answers = Statement(
        "assessment.answers",
        """
        SELECT question_id, response, sequence, saved_at, points, is_right FROM attempt_answer WHERE attempt_id = $1
        """)

    /// Saving and sending: one answer.
    package static let saveAnswer = Statement(
        "assessment.saveAnswer",
        """
        INSERT INTO attempt_answer (attempt_id, question_id, response, sequence, saved_at, points, is_right)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (attempt_id, question_id) DO UPDATE SET
            response = excluded.response, sequence = excluded.sequence, saved_at = excluded.saved_at,
            points = excluded.points, is_right = excluded.is_right
        """)
}

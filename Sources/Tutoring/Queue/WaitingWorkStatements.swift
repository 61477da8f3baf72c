package import SQL

/// The statements of the marking queue.
package enum WaitingWorkStatements {
    /// The marking queue: a page of what waits in a cohort, the oldest first.
    package static let queue = Statement(
        "tutoring.queue",
        """
        SELECT w.kind, w.work_id, w.context, w.activity_id, w.person_id, w.cohort_id, w.sent_at, p.given_name, p.family_name
        FROM waiting_work w JOIN person p ON p.id = w.person_id
        WHERE w.cohort_id = $1 AND (w.sent_at, w.work_id) > (CAST($2 AS BIGINT), $3)
        ORDER BY w.sent_at, w.work_id LIMIT $4
        """)

    /// The marking queue: how much waits in a cohort for somebody who does not mark their own work.
    package static let count = Statement(
        "tutoring.queueCount", "SELECT COUNT(*) FROM waiting_work WHERE cohort_id = $1 AND person_id <> $2")

    /// The caseload: how much waits of each learner of some cohorts.
    package static let counts = Statement(
        "tutoring.queueCounts",
        """
        SELECT context, COUNT(*) FROM waiting_work
        WHERE cohort_id IN ($1, $2, $3, $4)
        GROUP BY context
        """)

    /// Work sent or marked, a learner leaving: what waits of an enrolment is made again.
    package static let clear = Statement("tutoring.clearQueue", "DELETE FROM waiting_work WHERE context = $1")

    /// The same: one piece of work.
    package static let insert = Statement(
        "tutoring.queueWork",
        """
        INSERT INTO waiting_work (context, activity_id, kind, work_id, person_id, cohort_id, sent_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """)

    /// `rebond verify`: what waits of an enrolment.
    package static let ofContext = Statement(
        "tutoring.queueOfContext",
        """
        SELECT kind, work_id, context, activity_id, person_id, cohort_id, sent_at FROM waiting_work
        WHERE context = $1 ORDER BY activity_id
        """)

    /// The pages on which one marks: one's own sentences, the first one first.
    package static let sentences = Statement(
        "tutoring.sentences", "SELECT id, text FROM quick_sentence WHERE person_id = $1 ORDER BY id")

    /// Keeping a sentence.
    package static let addSentence = Statement(
        "tutoring.addSentence", "INSERT INTO quick_sentence (id, person_id, text) VALUES ($1, $2, $3)")

    /// Removing one's own sentence.
    package static let removeSentence = Statement(
        "tutoring.removeSentence", "DELETE FROM quick_sentence WHERE id = $1 AND person_id = $2")
}

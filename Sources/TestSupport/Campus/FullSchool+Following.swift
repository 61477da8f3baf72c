extension FullSchool {
    /// Who follows what, and what they did.
    static let following: [Rows] = [
        (
            8000,
            """
            INSERT INTO enrolment (id, person_id, cohort_id, course_id, status, created_at) SELECT \(id("enrolment", "i")),
                \(id("person", "i % 6000")), \(id("cohort", "i % 200")), \(id("course", "(i % 30 + i / 6000) % 30")), 'active', i
            """
        ),
        (
            8000,
            """
            INSERT INTO course_state (enrolment_id, version_id, done_weight, total_weight, percent, activities_done, activities_total,
                seconds, event_count)
            SELECT \(id("enrolment", "i")), \(id("version", "i % 90")), 1, 10, 10, 1, 10, 60, 5
            """
        ),
        (
            40_000,
            """
            INSERT INTO learning_event (enrolment_id, sequence, id, activity_id, kind, occurred_at, received_at)
            SELECT \(id("enrolment", "i % 8000")), 1 + i / 8000, '00000000-0000-7000-8000-' || (100000000000 + i),
                \(id("activity", "i % 1200")), 'opened', i, i
            """
        ),
        (
            24_000,
            """
            INSERT INTO activity_state (enrolment_id, activity_id, status, first_opened_at, last_event_at, seconds, attempts)
            SELECT \(id("enrolment", "i % 8000")), \(id("activity", "(i % 400) * 3 + i / 8000")), 'opened', i, i, 60, 0
            """
        ),
        (
            4000,
            """
            INSERT INTO attempt (id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points)
            SELECT \(id("attempt", "i")), \(id("person", "i")), \(id("activity", "i % 1200")), \(id("enrolment", "i")),
                \(id("version", "i % 90")), 'digest' || i, 1, i, 10
            """
        ),
        (
            20_000,
            """
            INSERT INTO attempt_answer (attempt_id, question_id, sequence, saved_at) SELECT \(id("attempt", "i % 4000")),
                'question-' || (i / 4000), 1, i
            """
        ),
        (
            20_000,
            """
            INSERT INTO attempt_step (attempt_id, number, scene_id, choice_id, taken_at) SELECT \(id("attempt", "i % 4000")),
                1 + i / 4000, 'scene', 'choice', i
            """
        ),
        (
            3000,
            """
            INSERT INTO waiting_work (context, activity_id, kind, work_id, person_id, cohort_id, sent_at)
            SELECT \(id("enrolment", "i")), \(id("activity", "i % 1200")), 'attempt', '00000000-0000-7000-8000-' || (100000000000 + i),
                \(id("person", "i % 6000")), \(id("cohort", "i % 200")), i
            """
        ),
    ]
}

package import SQL

/// A school of a realistic size, in every table: for query plans, which depend on how many rows there are. The rows follow the schema's
/// rules and mean nothing else.
package enum FullSchool {
    /// Tables that stay small in any school may be read whole.
    package static let large: Set = [
        "person", "membership", "sign_in_session", "access_token", "sign_in_throttle", "security_event", "activity",
        "activity_content",
        "enrolment", "course_state", "learning_event", "activity_state", "attempt", "attempt_answer",
        "attempt_step", "waiting_work", "quick_sentence", "follow_up", "follow_up_fact", "caseload_view", "staff_note",
        "conversation", "message", "message_edit", "conversation_reader", "point_purse", "point_entry", "point_balance",
        "learning_day",
        "card_review", "card_memory", "review_limits",
    ]

    /// Fills an empty database with the schema of Campus, and has the engine count its rows.
    package static func fill(_ database: any SQLDatabase) async throws {
        try await database.writeAlone { writing in
            for (rows, insertion) in insertions {
                let numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < \(rows))"
                guard let place = insertion.firstRange(of: "SELECT ") else { throw SQLError.engine(insertion) }
                try writing.runScript(
                    "\(insertion[..<place.lowerBound]) \(numbers) \(insertion[place.lowerBound...]) FROM n")
            }
            try writing.runScript("ANALYZE")
        }
    }

    private static func id(_ kind: String, _ number: String) -> String { "'\(kind)-' || (100000 + \(number))" }

    /// How many rows of what; `i` counts from 0.
    private static let insertions: [(Int, String)] = [
        (
            6000,
            """
            INSERT INTO person (id, login, login_key, given_name, family_name, sort_key, email, email_key, language,
                must_change_password, created_at)
            SELECT \(id("person", "i")), 'login' || i, 'login' || i, 'Prénom', 'Nom' || i, 'nom' || (i * 7919) % 6000,
                i || '@exemple.fr', i || '@exemple.fr', 'fr', 0, i
            """
        ),
        (20, "INSERT INTO installation_role (person_id, role) SELECT \(id("person", "i")), 'author'"),
        (
            200,
            "INSERT INTO cohort (id, key, title, created_at) SELECT \(id("cohort", "i")), 'cohort-' || i, 'Promo ' || i, i"
        ),
        (
            400,
            """
            INSERT INTO cohort_group (id, cohort_id, key, title) SELECT \(id("group", "i")), \(id("cohort", "i % 200")),
                'group-' || i, 'Groupe ' || i
            """
        ),
        (
            6000,
            """
            INSERT INTO membership (person_id, cohort_id, role, group_id, joined_at) SELECT \(id("person", "i")),
                \(id("cohort", "i % 200")), 'learner', \(id("group", "i % 200")), i
            """
        ),
        (
            6000,
            """
            INSERT INTO sign_in_session (token_hash, person_id, created_at, expires_at, last_seen_at, user_agent)
            SELECT \(id("session", "i")), \(id("person", "i % 3000")), i, i + 100000, i, 'Navigateur'
            """
        ),
        (
            3000,
            """
            INSERT INTO access_token (id, token_hash, person_id, label, created_at) SELECT \(id("token", "i")),
                'hash' || i, \(id("person", "i % 500")), 'programme', i
            """
        ),
        (
            3000,
            """
            INSERT INTO sign_in_throttle (key, failures, window_started_at, blocked_until) SELECT 'key' || i, 1, i,
                CASE WHEN i % 3 = 0 THEN i + 900 END
            """
        ),
        (
            12_000,
            """
            INSERT INTO security_event (id, person_id, kind, at, detail) SELECT \(id("security", "i")), \(id("person", "i % 6000")),
                'sign-in', i, ''
            """
        ),
        (30, "INSERT INTO course (id, key, created_at) SELECT \(id("course", "i")), 'course-' || i, i"),
        (
            90,
            """
            INSERT INTO course_version (id, course_id, number, digest, outline, applied_at, applied_by)
            SELECT \(id("version", "i")), \(id("course", "i % 30")), 1 + i / 30, 'digest' || i, '{}', i, \(id("person", "i % 5"))
            """
        ),
        (
            30,
            """
            INSERT INTO published_version (course_id, version_id, published_at) SELECT \(id("course", "i")),
                \(id("version", "i")), i
            """
        ),
        (
            1200,
            "INSERT INTO activity (id, course_id, key) SELECT \(id("activity", "i")), \(id("course", "i % 30")), 'activity-' || i"
        ),
        (2400, "INSERT INTO activity_content (digest, body) SELECT 'digest' || i, '{}'"),
        (
            300,
            """
            INSERT INTO course_asset (digest, course_id, name, media_type, size) SELECT 'asset' || i, \(id("course", "i % 30")),
                'image.png', 'image/png', i
            """
        ),
        (
            400,
            """
            INSERT INTO cohort_course (cohort_id, course_id) SELECT \(id("cohort", "i % 200")),
                \(id("course", "(i % 200 + i / 200 * 7) % 30"))
            """
        ),
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
        (
            2000,
            """
            INSERT INTO quick_sentence (id, person_id, text) SELECT '00000000-0000-7000-8000-' || (100000000000 + i),
                \(id("person", "i % 100")), 'Phrase ' || i
            """
        ),
        (
            3000,
            """
            INSERT INTO follow_up (context, person_id, cohort_id, level, reasons, raised_at, quiet)
            SELECT \(id("enrolment", "i")), \(id("person", "i")), \(id("cohort", "i % 200")),
                CASE WHEN i % 4 = 0 THEN 'red' END, '', CASE WHEN i % 4 = 0 THEN i END, ''
            """
        ),
        (
            6000,
            """
            INSERT INTO follow_up_fact (context, number, kind, happened_at, reasons)
            SELECT \(id("enrolment", "i % 3000")), 1 + i / 3000, 'raised', i, ''
            """
        ),
        (
            2000,
            """
            INSERT INTO caseload_view (person_id, name, query) SELECT \(id("person", "i % 200")), 'Vue ' || i, ''
            """
        ),
        (
            4000,
            """
            INSERT INTO staff_note (cohort_id, person_id, id, author_id, noted_at, text)
            SELECT \(id("cohort", "i % 200")), \(id("person", "i % 2000")), '00000000-0000-7000-8000-' || (100000000000 + i),
                \(id("person", "i % 50")), i, 'Note'
            """
        ),
        (
            4000,
            """
            INSERT INTO conversation (id, cohort_id, kind, subject, learner_id, last_sequence, last_at, version, waiting_since)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), \(id("cohort", "i % 200")), 'tutoring',
                \(id("person", "i % 4000")), \(id("person", "i % 4000")), 5, i, 5, CASE WHEN i % 10 = 0 THEN i END
            """
        ),
        (
            20_000,
            """
            INSERT INTO message (conversation_id, sequence, id, author_id, posted_at, text, html)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i % 4000), 1 + i / 4000,
                '00000000-0000-7000-8000-' || (200000000000 + i), \(id("person", "i % 4000")), i, 'Bonjour', '<p>Bonjour</p>'
            """
        ),
        (
            2000,
            """
            INSERT INTO message_edit (message_id, number, text, replaced_at)
            SELECT '00000000-0000-7000-8000-' || (200000000000 + i), 1, 'Bonsoir', i
            """
        ),
        (
            8000,
            """
            INSERT INTO conversation_reader (conversation_id, person_id, read_through, unread)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i % 4000), \(id("person", "i / 4000")), 4, i % 2
            """
        ),
        (
            6000,
            "INSERT INTO point_purse (person_id, balance, entries, is_off) SELECT \(id("person", "i")), 50, 10, 0"
        ),
        (
            60_000,
            """
            INSERT INTO point_entry (person_id, number, rule, rule_version, subject, version, amount, due, cohort_id, course,
                title, day, entered_at)
            SELECT \(id("person", "i % 6000")), 1 + i / 6000, 'activity-completed', 1, 'activity/c/a' || (i / 6000), 1, 5, 5,
                \(id("cohort", "i % 200")), 'c', 'Activité', '2026-11-' || (10 + i / 6000), i
            """
        ),
        (
            6000,
            """
            INSERT INTO point_balance (person_id, cohort_id, course, balance)
            SELECT \(id("person", "i")), \(id("cohort", "i % 200")), 'c', 50
            """
        ),
        (
            60_000,
            "INSERT INTO learning_day (person_id, day) SELECT \(id("person", "i % 6000")), '2026-11-' || (10 + i / 6000)"
        ),
        (20, "INSERT INTO game_cohort (cohort_id, is_off, set_at) SELECT \(id("cohort", "i")), i % 2, i"),
        (
            20_000,
            """
            INSERT INTO card_review (id, person_id, activity_id, card, direction, act, happened_at, received_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), \(id("person", "i % 2000")), \(id("activity", "i % 1200")),
                'card-' || (i / 2000), 'recognise', 'good', i, i
            """
        ),
        (
            10_000,
            """
            INSERT INTO card_memory (person_id, activity_id, card, direction, phase, stability, difficulty, due_at, reviewed_at,
                ready_at, reviews, lapses, started_at, last_at, last_review)
            SELECT \(id("person", "i % 2000")), \(id("activity", "i % 1200")), 'card-' || (i / 2000), 'recognise', 'review', 3, 5, i, i,
                i, 1, 0, i, i, '00000000-0000-7000-8000-' || (100000000000 + i)
            """
        ),
        (
            2000,
            "INSERT INTO review_limits (person_id, new_a_day, reviews_a_day) SELECT \(id("person", "i")), 5, 50"
        ),
        (
            400,
            """
            INSERT INTO alert_rules (cohort_id, number, rules, set_at) SELECT \(id("cohort", "i % 200")), 1 + i / 200, '{}', i
            """
        ),
        (
            400,
            "INSERT INTO alert_sweep (day, started_at) SELECT '20' || (10000000 + i), i"
        ),
    ]
}

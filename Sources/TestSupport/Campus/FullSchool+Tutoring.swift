extension FullSchool {
    /// Follow-ups and conversations.
    static let tutoring: [Rows] = [
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
            400,
            """
            INSERT INTO alert_rules (cohort_id, number, rules, set_at) SELECT \(id("cohort", "i % 200")), 1 + i / 200, '{}', i
            """
        ),
        (
            400,
            "INSERT INTO alert_sweep (day, started_at) SELECT '20' || (10000000 + i), i"
        ),
        (
            8000,
            """
            INSERT INTO message_mention (person_id, conversation_id, sequence)
            SELECT \(id("person", "i / 4000")), '00000000-0000-7000-8000-' || (100000000000 + i % 4000), 5
            """
        ),
        (
            2000,
            """
            INSERT INTO message_file (conversation_id, sequence, position, name, media_type, size, digest)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), 1, 1, 'cv.pdf', 'application/pdf', 1000, \(digest("i"))
            """
        ),
        (
            20_000,
            """
            INSERT INTO message_place (conversation_id, sequence)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i % 4000), 1 + i / 4000
            """
        ),
        (
            4000,
            """
            INSERT INTO message_report (id, cohort_id, message_id, reporter_id, reason, text, reported_at, outcome, settled_by,
                settled_at)
            SELECT '00000000-0000-7000-8000-' || (500000000000 + i), \(id("cohort", "i % 200")),
                '00000000-0000-7000-8000-' || (200000000000 + i), \(id("person", "i % 1000")), 'other', 'Bonjour', i,
                CASE WHEN i % 10 > 0 THEN 'left' END, CASE WHEN i % 10 > 0 THEN \(id("person", "i % 50")) END,
                CASE WHEN i % 10 > 0 THEN i + 1 END
            """
        ),
        (
            4000,
            """
            INSERT INTO conversation_answer (conversation_id, asked_at, answered_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), i, i + 60000
            """
        ),
        (
            4000,
            """
            INSERT INTO learner_contact (cohort_id, person_id, id, means, outcome, by_person, happened_at)
            SELECT \(id("cohort", "i % 200")), \(id("person", "i % 2000")), '00000000-0000-7000-8000-' || (300000000000 + i),
                'call', 'reached', \(id("person", "i % 50")), i
            """
        ),
        (
            4000,
            """
            INSERT INTO call_request (id, cohort_id, person_id, asked_at, settled_at, settled_by)
            SELECT '00000000-0000-7000-8000-' || (400000000000 + i), \(id("cohort", "i % 200")), \(id("person", "i")), i,
                CASE WHEN i % 10 > 0 THEN i + 1 END, CASE WHEN i % 10 > 0 THEN \(id("person", "i % 50")) END
            """
        ),
        (
            4000,
            """
            INSERT INTO handover (cohort_id, person_id, number, tutor_id, note, by_person, given_at)
            SELECT \(id("cohort", "i % 200")), \(id("person", "i % 2000")), 1 + i / 2000, \(id("person", "i % 50")), 'Suit bien.',
                \(id("person", "i % 50")), i
            """
        ),
    ]
}

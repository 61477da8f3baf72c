extension FullSchool {
    /// Points and cards.
    static let games: [Rows] = [
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
            6000,
            """
            INSERT INTO can_do_answer (id, can_do, person_id, course_id, answer, said_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), 'unit/can-' || (i % 5), \(id("person", "i % 2000")),
                \(id("course", "i % 30")), 'alone', i
            """
        ),
        (
            4000,
            """
            INSERT INTO own_card (id, person_id, course_id, activity_id, card, of_deck, one_way, front, back, found_in, added_at,
                added_by)
            SELECT '00000000-0000-8000-8000-' || (100000000000 + i), \(id("person", "i % 2000")), \(id("course", "i % 30")), \(id("activity", "i % 1200")),
                'card-' || (i / 2000), i % 2, 0, 'word ' || i, 'mot ' || i, \(id("activity", "i % 1200")), i,
                '00000000-0000-7000-8000-' || (100000000000 + i)
            """
        ),
        (
            2000,
            "INSERT INTO review_limits (person_id, new_a_day, reviews_a_day) SELECT \(id("person", "i")), 5, 50"
        ),
        (
            6000,
            """
            INSERT INTO badge_award (id, number, address, person_id, cohort_id, course, badge, title, criteria, colour,
                course_title, language, awarded_at)
            SELECT \(id("badge", "i")), i, '0123456789012345678901234567890123456' || (100000 + i), \(id("person", "i")),
                \(id("cohort", "i % 200")), 'c', 'b', 'Badge', 'faire', 'green', 'Cours', 'fr', i
            """
        ),
        (2000, "INSERT INTO badge_share (award_id, shared_at) SELECT \(id("badge", "i")), i"),
        (
            600,
            "INSERT INTO badge_revocation (award_id, reason, revoked_at) SELECT \(id("badge", "i * 10")), 'Erreur', i"
        ),
        (
            3000,
            """
            INSERT INTO ladder_member (cohort_id, person_id, name, name_key, joined_at)
            SELECT \(id("cohort", "i % 200")), \(id("person", "i")), 'Nom ' || i, 'nom ' || i, i
            """
        ),
        (200, "INSERT INTO game_ladder (cohort_id, is_open, set_at) SELECT \(id("cohort", "i")), 1, i"),
        (
            400,
            """
            INSERT INTO team_challenge (id, cohort_id, title, kind, target, starts_on, ends_on, made_at)
            SELECT \(id("challenge", "i")), \(id("cohort", "i % 200")), 'Ensemble', 'sum', 100, '2026-11-10', '2026-11-20', i
            """
        ),
        (
            3000,
            """
            INSERT INTO placement_run (id, person_id, activity_id, hears, started_at, finished_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), \(id("person", "i")), \(id("activity", "i % 12")), 1, i, i
            """
        ),
        (
            30_000,
            """
            INSERT INTO placement_answer (run_id, position, item, difficulty, discrimination, is_right, answered_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i % 3000), 1 + i / 3000, 'item-' || (i / 3000), 2.5, 1.7, i % 2, i
            """
        ),
        (
            2000,
            """
            INSERT INTO placement_ruling (id, run_id, level, reason, decided_by, decided_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), '00000000-0000-7000-8000-' || (100000000000 + i % 1000), 'B1',
                'Entendu', \(id("person", "i % 100")), i
            """
        ),
    ]
}

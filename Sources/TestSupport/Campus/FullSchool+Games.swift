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
            2000,
            "INSERT INTO review_limits (person_id, new_a_day, reviews_a_day) SELECT \(id("person", "i")), 5, 50"
        ),
    ]
}

extension FullSchool {
    /// People, cohorts and how they sign in.
    static let accounts: [Rows] = [
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
    ]
}

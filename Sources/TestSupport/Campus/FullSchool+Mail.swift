extension FullSchool {
    /// Letters.
    static let mail: [Rows] = [
        (
            20_000,
            """
            INSERT INTO outbox (id, cause, recipient, address, kind, language, subject, body, state, tries, due_at, created_at)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), 'session/' || (i / 30) || '/1', \(id("person", "i % 6000")),
                i || '@exemple.fr', 'session', 'fr', 'Séance', 'Bonjour', CASE WHEN i % 50 = 0 THEN 'waiting' ELSE 'sent' END, 1, i, i
            """
        ),
        (
            6000,
            "INSERT INTO outbox_cause (cause, made_at) SELECT 'reminder/' || i || '/day', i"
        ),
        (
            6000,
            """
            INSERT INTO mail_choice (recipient, token, digest_hour) SELECT \(id("person", "i")),
                '0000000000000000000000000000000' || (100000000000 + i), 18
            """
        ),
        (
            2000,
            "INSERT INTO mail_bounce (address, bounced_at, reason) SELECT i || '@exemple.fr', i, '550 5.1.1'"
        ),
    ]
}

import SQL

extension AccountsStatements {
    /// Sign-in.
    static let startSession = Statement(
        "accounts.startSession",
        """
        INSERT INTO sign_in_session (token_hash, person_id, created_at, expires_at, last_seen_at, user_agent)
        VALUES ($1, $2, $3, $4, $3, $5)
        """)

    /// Every request of a browser: who is it?
    static let resolveSession = Statement(
        "accounts.resolveSession",
        """
        SELECT p.id, p.login, p.login_key, p.given_name, p.family_name, p.email, p.language, p.theme, p.spacing,
            p.must_change_password, p.created_at, p.disabled_at,
            s.token_hash, s.person_id, s.created_at, s.expires_at, s.last_seen_at, s.user_agent
        FROM sign_in_session s JOIN person p ON p.id = s.person_id
        WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND p.disabled_at IS NULL
        """)

    /// At most once an hour, for a browser that visits.
    static let touchSession = Statement(
        "accounts.touchSession",
        "UPDATE sign_in_session SET last_seen_at = $2 WHERE token_hash = $1 AND last_seen_at < $2")

    /// Sign out.
    static let endSession = Statement("accounts.endSession", "DELETE FROM sign_in_session WHERE token_hash = $1")

    /// Security page: sign out one other browser of one's own.
    static let endOwnSession = Statement(
        "accounts.endOwnSession", "DELETE FROM sign_in_session WHERE token_hash = $1 AND person_id = $2")

    /// Sign out everywhere; a new password.
    static let endSessions = Statement("accounts.endSessions", "DELETE FROM sign_in_session WHERE person_id = $1")

    /// Sign out everywhere else; one's own new password.
    static let endOtherSessions = Statement(
        "accounts.endOtherSessions", "DELETE FROM sign_in_session WHERE person_id = $1 AND token_hash <> $2")

    /// Security page: where am I signed in?
    static let sessionsOfPerson = Statement(
        "accounts.sessionsOfPerson",
        """
        SELECT token_hash, person_id, created_at, expires_at, last_seen_at, user_agent FROM sign_in_session
        WHERE person_id = $1 AND expires_at > $2 AND last_seen_at > $3 ORDER BY last_seen_at DESC, token_hash LIMIT 100
        """)

    /// Hourly cleaning: sessions past their life.
    static let deleteExpiredSessions = Statement(
        "accounts.deleteExpiredSessions", "DELETE FROM sign_in_session WHERE expires_at <= $1")

    /// Hourly cleaning: sessions nobody came back to.
    static let deleteIdleSessions = Statement(
        "accounts.deleteIdleSessions", "DELETE FROM sign_in_session WHERE last_seen_at <= $1")

    /// `rebond person token`.
    static let addToken = Statement(
        "accounts.addToken",
        """
        INSERT INTO access_token (id, token_hash, person_id, label, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)
        """)

    /// Every request of a program: who is it?
    static let resolveToken = Statement(
        "accounts.resolveToken",
        """
        SELECT p.id, p.login, p.login_key, p.given_name, p.family_name, p.email, p.language, p.theme, p.spacing,
            p.must_change_password, p.created_at, p.disabled_at, t.id
        FROM access_token t JOIN person p ON p.id = t.person_id
        WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)
            AND p.disabled_at IS NULL
        """)

    /// Security page, `rebond person token --list`.
    static let tokensOfPerson = Statement(
        "accounts.tokensOfPerson",
        """
        SELECT id, person_id, label, created_at, expires_at, revoked_at FROM access_token
        WHERE person_id = $1 ORDER BY id DESC LIMIT 100
        """)

    /// Security page: revoke one's own token; a second time changes nothing.
    static let revokeToken = Statement(
        "accounts.revokeToken",
        "UPDATE access_token SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND person_id = $2")

    /// A reset password: no program keeps the door open.
    static let revokeTokens = Statement(
        "accounts.revokeTokens", "UPDATE access_token SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL")

    /// Every try to sign in.
    static let throttle = Statement(
        "accounts.throttle", "SELECT failures, window_started_at, blocked_until FROM sign_in_throttle WHERE key = $1")

    /// Every try to sign in, and every failure.
    static let setThrottle = Statement(
        "accounts.setThrottle",
        """
        INSERT INTO sign_in_throttle (key, failures, window_started_at, blocked_until) VALUES ($1, $2, $3, $4)
        ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, window_started_at = excluded.window_started_at,
            blocked_until = excluded.blocked_until
        """)

    /// A sign-in that succeeded; a password that was reset.
    static let clearThrottle = Statement("accounts.clearThrottle", "DELETE FROM sign_in_throttle WHERE key = $1")

    /// Hourly cleaning: counts that say nothing any more.
    static let deleteOldThrottles = Statement(
        "accounts.deleteOldThrottles",
        """
        DELETE FROM sign_in_throttle WHERE window_started_at <= $1 AND (blocked_until IS NULL OR blocked_until <= $1)
        """)

    /// Everything that touches an account.
    static let addSecurityEvent = Statement(
        "accounts.addSecurityEvent",
        "INSERT INTO security_event (id, person_id, kind, at, detail) VALUES ($1, $2, $3, $4, $5)")

    /// Security page: newest first.
    static let securityEvents = Statement(
        "accounts.securityEvents",
        """
        SELECT id, person_id, kind, at, detail FROM security_event
        WHERE person_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
        """)
}

package import Essentials
package import SQL

/// Signed-in browsers.
package struct SessionStore: Sendable {
    package let settings: SignInSessionSettings

    package init(settings: SignInSessionSettings = .standard) {
        self.settings = settings
    }

    /// Opens a session for whoever holds `token`.
    /// - Parameter userAgent: what the browser says it is; cut to 200 characters.
    /// - throws: ``AccountsError/unknownPerson``
    package func start(
        _ token: TokenHash, for person: Identifier<Person>, userAgent: String, at now: Instant, in tx: any WriteTransaction
    ) throws {
        let agent = String(userAgent.unicodeScalars.filter(\.isVisibleText).prefix(200).map(Character.init))
        do {
            try tx.run(AccountsStatements.startSession, token.text, person, now, settings.expiry(from: now), agent)
        } catch SQLError.foreignKeyViolation {
            throw AccountsError.unknownPerson
        }
    }

    /// Who holds an open session, with all their roles: two statements.
    /// - Returns: `nil` when the session ended, expired, was idle too long, or the account is closed.
    package func resolve(_ token: TokenHash, at now: Instant, in tx: any ReadTransaction) throws -> SignedIn? {
        let found = try tx.first(
            AccountsStatements.resolveSession, token.text, now, settings.idleLimit(at: now)
        ) { row in
            (try Person(row: row), SignInSession(row: row, from: 12))
        }
        guard let (person, session) = found else { return nil }
        return SignedIn(person: person, roles: try PersonStore().roles(of: person.id, in: tx), means: .session(session))
    }

    /// Writes down a visit. Call it when ``SignInSessionSettings/needsTouch(_:at:)`` says so.
    package func touch(_ token: TokenHash, at now: Instant, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.touchSession, token.text, now)
    }

    /// Signs out; nothing happens when the session is already gone.
    package func end(_ token: TokenHash, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.endSession, token.text)
    }

    /// Signs out one browser, if it is this person's.
    package func end(_ token: TokenHash, of person: Identifier<Person>, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.endOwnSession, token.text, person)
    }

    /// Signs out everywhere, but where `kept` is signed in.
    /// - Returns: how many sessions ended.
    @discardableResult
    package func endAll(
        of person: Identifier<Person>, except kept: TokenHash? = nil, in tx: any WriteTransaction
    ) throws -> Int {
        if let kept { return try tx.run(AccountsStatements.endOtherSessions, person, kept.text) }
        return try tx.run(AccountsStatements.endSessions, person)
    }

    /// Where a person is signed in, last seen first; at most 100.
    package func sessions(
        of person: Identifier<Person>, at now: Instant, in tx: any ReadTransaction
    ) throws -> [SignInSession] {
        try tx.rows(AccountsStatements.sessionsOfPerson, person, now, settings.idleLimit(at: now)) {
            SignInSession(row: $0, from: 0)
        }
    }

    /// Deletes the sessions that no longer open anything.
    /// - Returns: how many.
    @discardableResult
    package func deleteExpired(at now: Instant, in tx: any WriteTransaction) throws -> Int {
        try tx.run(AccountsStatements.deleteExpiredSessions, now)
            + tx.run(AccountsStatements.deleteIdleSessions, settings.idleLimit(at: now))
    }
}

extension SignInSession {
    init(row: any Row, from first: Int) {
        self.init(
            token: TokenHash(trusted: row.text(first)), person: row.id(first + 1), createdAt: row.instant(first + 2),
            expiresAt: row.instant(first + 3), lastSeenAt: row.instant(first + 4), userAgent: row.text(first + 5))
    }
}

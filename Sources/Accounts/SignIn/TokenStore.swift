package import Essentials
package import SQL

/// Access tokens of programs.
package struct TokenStore: Sendable {
    package init() {}

    /// Keeps a token's hash. The token itself is shown once, to whoever asked for it.
    /// - Parameter label: what it is for, 1 to 100 characters.
    /// - throws: ``AccountsError/badLabel``, ``AccountsError/unknownPerson``
    package func add(
        _ token: TokenHash, id: Identifier<AccessToken>, for person: Identifier<Person>, label: String,
        expiresAt: Instant? = nil, at now: Instant, in tx: any WriteTransaction
    ) throws {
        let label = label.tidied
        guard !label.isEmpty, label.isFitForAName else { throw AccountsError.badLabel }
        do {
            try tx.run(AccountsStatements.addToken, id, token.text, person, label, now, expiresAt)
        } catch SQLError.foreignKeyViolation {
            throw AccountsError.unknownPerson
        }
    }

    /// Whose token it is, with all their roles: two statements.
    /// - Returns: `nil` when it was revoked, has expired, or the account is closed.
    package func resolve(_ token: TokenHash, at now: Instant, in tx: any ReadTransaction) throws -> SignedIn? {
        let found = try tx.first(AccountsStatements.resolveToken, token.text, now) { row in
            (try Person(row: row), row.id(12) as Identifier<AccessToken>)
        }
        guard let (person, id) = found else { return nil }
        return SignedIn(person: person, roles: try PersonStore().roles(of: person.id, in: tx), means: .token(id))
    }

    /// A person's tokens, newest first, revoked ones too; at most 100.
    package func tokens(of person: Identifier<Person>, in tx: any ReadTransaction) throws -> [AccessToken] {
        try tx.rows(AccountsStatements.tokensOfPerson, person) { row in
            AccessToken(
                id: row.id(0), person: row.id(1), label: row.text(2), createdAt: row.instant(3),
                expiresAt: row.instantOrNil(4), revokedAt: row.instantOrNil(5))
        }
    }

    /// Revokes one token of a person.
    /// - Returns: whether the person has such a token.
    @discardableResult
    package func revoke(
        _ id: Identifier<AccessToken>, of person: Identifier<Person>, at now: Instant, in tx: any WriteTransaction
    ) throws -> Bool {
        try tx.run(AccountsStatements.revokeToken, id, person, now) > 0
    }

    /// Revokes every token of a person.
    /// - Returns: how many were open.
    @discardableResult
    package func revokeAll(of person: Identifier<Person>, at now: Instant, in tx: any WriteTransaction) throws -> Int {
        try tx.run(AccountsStatements.revokeTokens, person, now)
    }
}

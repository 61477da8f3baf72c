package import Essentials
package import SQL

/// A card that signs somebody in: an address as a QR code, and a number that only its holder knows. One a person.
package struct SignInCard: Sendable, Hashable {
    package let person: Identifier<Person>
    package let pin: PasswordHash

    package init(person: Identifier<Person>, pin: PasswordHash) {
        self.person = person
        self.pin = pin
    }
}

/// What is kept of cards: hashes, never what is printed.
package struct SignInCardStore: Sendable {
    package init() {}

    /// Keeps a card; the one before opens nothing any more.
    package func keep(
        _ card: SignInCard, _ token: TokenHash, by author: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        try writing.run(SignInCardStatements.keep, card.person, token.text, card.pin.text, now, author)
    }

    /// The card that an address is of.
    package func card(_ token: TokenHash, in reading: any ReadTransaction) throws -> SignInCard? {
        try reading.first(SignInCardStatements.card, token.text) { row in
            SignInCard(person: row.id(0), pin: PasswordHash(trusted: row.text(1)))
        }
    }

    /// Since when a person has a card; `nil` for none.
    package func madeAt(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> Instant? {
        try reading.first(SignInCardStatements.madeAt, person) { $0.instant(0) }
    }

    /// The card opens nothing any more.
    /// - Returns: whether there was one.
    package func revoke(of person: Identifier<Person>, in writing: any WriteTransaction) throws -> Bool {
        try writing.run(SignInCardStatements.revoke, person) == 1
    }
}

/// The statements of cards.
package enum SignInCardStatements {
    package static let keep = Statement(
        "accounts.keepSignInCard",
        """
        INSERT INTO sign_in_card (person_id, token_hash, pin_hash, made_at, made_by) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (person_id) DO UPDATE SET token_hash = EXCLUDED.token_hash, pin_hash = EXCLUDED.pin_hash,
            made_at = EXCLUDED.made_at, made_by = EXCLUDED.made_by
        """)

    /// Somebody scans a card.
    package static let card = Statement(
        "accounts.signInCard", "SELECT person_id, pin_hash FROM sign_in_card WHERE token_hash = $1")

    /// The page of a cohort's cards.
    package static let madeAt = Statement(
        "accounts.signInCardMadeAt", "SELECT made_at FROM sign_in_card WHERE person_id = $1")

    package static let revoke = Statement("accounts.revokeSignInCard", "DELETE FROM sign_in_card WHERE person_id = $1")
}

extension AccountsMigrations {
    static let linksAndCards = Migration("accounts/0004-links-cards") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            CREATE TABLE sign_in_link (
                token_hash TEXT NOT NULL PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                expires_at BIGINT NOT NULL
            ) \(clustered);
            CREATE INDEX sign_in_link_of_person ON sign_in_link (person_id);
            CREATE INDEX sign_in_link_expiry ON sign_in_link (expires_at);

            CREATE TABLE sign_in_card (
                person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
                token_hash TEXT NOT NULL,
                pin_hash TEXT NOT NULL,
                made_at BIGINT NOT NULL,
                made_by TEXT REFERENCES person (id)
            ) \(clustered);
            CREATE UNIQUE INDEX sign_in_card_token ON sign_in_card (token_hash);
            CREATE INDEX sign_in_card_by ON sign_in_card (made_by);
            """
    }
}

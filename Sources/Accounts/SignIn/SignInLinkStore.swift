package import Essentials
package import SQL

/// Addresses that sign somebody in, sent to them by mail: each opens once, and not for long.
package struct SignInLinkStore: Sendable {
    package init() {}

    /// How long one is good for, in seconds.
    package static let lifetime: Int64 = 15 * 60

    package func add(
        _ link: TokenHash, for person: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws {
        try writing.run(SignInLinkStatements.insert, link.text, person, now.adding(seconds: Self.lifetime))
    }

    /// Whether it opens something now.
    package func isGood(_ link: TokenHash, at now: Instant, in reading: any ReadTransaction) throws -> Bool {
        try reading.first(SignInLinkStatements.holder, link.text, now) { _ in true } ?? false
    }

    /// Uses it up, and every other one of that person with it.
    /// - Returns: whose it was; `nil` when it opens nothing.
    package func take(
        _ link: TokenHash, at now: Instant, in writing: any WriteTransaction
    ) throws -> Identifier<Person>? {
        guard let person: Identifier<Person> = try writing.first(SignInLinkStatements.holder, link.text, now, map: { $0.id(0) })
        else { return nil }
        try removeAll(of: person, in: writing)
        return person
    }

    package func removeAll(of person: Identifier<Person>, in writing: any WriteTransaction) throws {
        try writing.run(SignInLinkStatements.removeAll, person)
    }

    package func deleteExpired(at now: Instant, in writing: any WriteTransaction) throws {
        try writing.run(SignInLinkStatements.deleteExpired, now)
    }
}

/// The statements of links that sign in.
package enum SignInLinkStatements {
    package static let insert = Statement(
        "accounts.insertSignInLink", "INSERT INTO sign_in_link (token_hash, person_id, expires_at) VALUES ($1, $2, $3)")

    /// Somebody follows a link.
    package static let holder = Statement(
        "accounts.signInLink", "SELECT person_id FROM sign_in_link WHERE token_hash = $1 AND expires_at > $2")

    package static let removeAll = Statement("accounts.removeSignInLinks", "DELETE FROM sign_in_link WHERE person_id = $1")

    /// Once an hour.
    package static let deleteExpired = Statement(
        "accounts.deleteSignInLinks", "DELETE FROM sign_in_link WHERE expires_at <= $1")
}

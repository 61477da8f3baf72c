package import Accounts
package import Essentials
import SQL
import Scheduling

/// What opens an account, for whoever runs the installation: passwords and access tokens.
extension Campus {
    /// Gives somebody a new password: signed out everywhere, failed tries forgotten, written down among the security events.
    ///
    /// - Parameters:
    ///   - password: `nil` to make one up.
    ///   - mustChange: whether the next sign-in asks for another one.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` for a password that is too easy.
    package func resetPassword(
        of login: String, to password: String? = nil, mustChange: Bool = true, by author: Login? = nil
    ) async throws -> FreshAccount {
        let now = clock.now
        return try await withAccounts {
            let person = try await database.read { try known(login, in: $0) }
            let chosen = password ?? PasswordGenerator.password()
            if password != nil {
                try PasswordRule.check(
                    chosen, names: PasswordRule.names(login: person.login, name: person.name, email: person.email))
            }
            let hash = try await passwords.hash(chosen)
            try await database.write { writing in
                try people.setPassword(hash, mustChange: mustChange, of: person.id, in: writing)
                try signIns.endAll(of: person.id, in: writing)
                try links.removeAll(of: person.id, in: writing)
                try throttle.clear(login: person.login, in: writing)
                try security.add(managed(.passwordReset, person.id, at: now, by: author), in: writing)
                try writing.signal(.changed(person.id))
            }
            sessions.drop(person.id)
            return FreshAccount(
                person: person.id, login: person.login, name: person.name, madeUpPassword: password == nil ? chosen : nil)
        }
    }

    /// Closes an account: nobody signs in with it, every browser is signed out, programs' tokens are revoked. Nothing is erased, and
    /// cohorts keep the person. Again changes nothing.
    /// - throws: ``CampusError/notFound(_:)``.
    package func closeAccount(of login: String, by author: Login? = nil) async throws -> Person {
        let now = clock.now
        let person = try await database.write { writing in
            let person = try known(login, in: writing)
            guard person.disabledAt == nil else { return person }
            try people.disable(person.id, at: now, in: writing)
            try signIns.endAll(of: person.id, in: writing)
            _ = try tokens.revokeAll(of: person.id, at: now, in: writing)
            try links.removeAll(of: person.id, in: writing)
            _ = try signInCards.revoke(of: person.id, in: writing)
            try calendar.removeFeed(of: person.id, in: writing)
            try security.add(managed(.accountDisabled, person.id, at: now, by: author), in: writing)
            try writing.signal(.changed(person.id))
            return person
        }
        sessions.drop(person.id)
        return person
    }

    /// Opens a closed account again, with the password that it had. Again changes nothing.
    /// - throws: ``CampusError/notFound(_:)``.
    package func reopenAccount(of login: String, by author: Login? = nil) async throws -> Person {
        let now = clock.now
        return try await database.write { writing in
            let person = try known(login, in: writing)
            guard person.disabledAt != nil else { return person }
            try people.enable(person.id, in: writing)
            try security.add(managed(.accountEnabled, person.id, at: now, by: author), in: writing)
            return person
        }
    }

    /// Makes an access token for a program that acts as this person.
    ///
    /// - Parameters:
    ///   - label: what it is for, 1 to 100 characters.
    ///   - expiresAt: `nil` for a token that is good until it is revoked.
    /// - Returns: the token, to be shown once, and its id.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func makeToken(
        for login: String, label: String, expiresAt: Instant? = nil, by author: Login? = nil
    ) async throws -> (token: SecretToken, id: Identifier<AccessToken>) {
        let now = clock.now
        let token = SecretToken.bearer()
        let id = Identifier<AccessToken>.new(at: now)
        return try await withAccounts {
            try await database.write { writing in
                let person = try known(login, in: writing)
                try tokens.add(
                    token.hash, id: id, for: person.id, label: label, expiresAt: expiresAt, at: now, in: writing)
                try security.add(managed(.tokenMade, person.id, at: now, by: author, label), in: writing)
            }
            return (token, id)
        }
    }

    /// The access tokens of a person, newest first, revoked ones too.
    /// - throws: ``CampusError/notFound(_:)``.
    package func tokens(of login: String) async throws -> [AccessToken] {
        try await database.read { try tokens.tokens(of: known(login, in: $0).id, in: $0) }
    }

    /// Revokes one token of a person.
    /// - throws: ``CampusError/notFound(_:)`` when this person has no such token.
    package func revokeToken(_ id: Identifier<AccessToken>, of login: String, by author: Login? = nil) async throws {
        let now = clock.now
        try await database.write { writing in
            let person = try known(login, in: writing)
            guard try tokens.revoke(id, of: person.id, at: now, in: writing) else {
                throw CampusError.notFound(.noSuchToken)
            }
            try security.add(managed(.tokenRevoked, person.id, at: now, by: author), in: writing)
        }
    }

    /// Revokes every token of a person.
    /// - Returns: how many were open.
    /// - throws: ``CampusError/notFound(_:)``.
    package func revokeTokens(of login: String, by author: Login? = nil) async throws -> Int {
        let now = clock.now
        return try await database.write { writing in
            let person = try known(login, in: writing)
            let count = try tokens.revokeAll(of: person.id, at: now, in: writing)
            if count > 0 { try security.add(managed(.tokenRevoked, person.id, at: now, by: author), in: writing) }
            return count
        }
    }
}

extension Phrase {
    static let noSuchToken = Phrase(
        fr: "Cette personne n’a pas de jeton ouvert avec ce numéro.", en: "This person has no open token with this id.")
}

package import Accounts
import Essentials
import SQL

/// What a person changes about their own account.
extension Campus {
    /// Language, colours, spacing.
    package func setPreferences(_ preferences: Preferences, of viewer: Viewer) async throws {
        try await database.write { writing in
            try people.setPreferences(preferences, of: viewer.person.id, in: writing)
            try writing.signal(.changed(viewer.person.id))
        }
        sessions.drop(viewer.person.id)
    }

    /// Changes the password; every other browser is signed out.
    /// - throws: ``CampusError/invalid(_:)`` when the current password is wrong or the new one is too easy,
    ///   ``CampusError/tooMany(_:retryAfter:)``, ``CampusError/busy``.
    package func changePassword(
        current: String, new: String, of viewer: Viewer, wrongPassword: FieldProblem, address: String
    ) async throws {
        let person = viewer.person
        let attempt = SignInAttempt(login: person.login.text, address: address)
        let now = clock.now
        do {
            try PasswordRule.check(
                new, names: PasswordRule.names(login: person.login, name: person.name, email: person.email))
            let stored = try await database.write { writing in
                try throttle.begin(attempt, at: now, in: writing)
                return try people.credentials(of: person.id, in: writing)?.passwordHash
            }
            let hash: PasswordHash?
            do {
                if case .right = try await passwords.verify(current, against: stored) {
                    hash = try await passwords.hash(new)
                } else {
                    hash = nil
                }
            } catch {
                // The password was never looked at: the try is taken back.
                try await database.write { try throttle.withdraw(attempt, at: now, in: $0) }
                throw error
            }
            guard let hash else {
                try await database.write { try throttle.failed(attempt, at: now, in: $0) }
                throw CampusError.invalid([wrongPassword])
            }
            try await database.write { writing in
                try throttle.succeeded(attempt, in: writing)
                try people.setPassword(hash, mustChange: false, of: person.id, in: writing)
                try signIns.endAll(of: person.id, except: viewer.session, in: writing)
                try security.add(event(.passwordChanged, person.id, at: now), in: writing)
                try writing.signal(.changed(person.id))
            }
        } catch let error as AccountsError {
            throw CampusError(error)
        }
        sessions.drop(person.id)
    }

    /// Where the person is signed in, and what happened to the account lately.
    package func security(of viewer: Viewer) async throws -> [SignInSession] {
        let now = clock.now
        return try await database.read { try signIns.sessions(of: viewer.person.id, at: now, in: $0) }
    }
}

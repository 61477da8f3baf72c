package import Accounts
import Essentials
import Foundation
import Outbound
import SQL

/// Signing in and out, and knowing who asks.
extension Campus {
    /// Signs in with a login (or an e-mail address) and a password.
    ///
    /// - Parameters:
    ///   - address: where the attempt comes from, for the throttle.
    ///   - userAgent: what the browser says it is, for the person's security page.
    /// - Returns: the session's token, to be given to the browser, and how long it is good for, in seconds.
    /// - throws: ``CampusError/invalid(_:)`` for a wrong login or password, ``CampusError/tooMany(_:retryAfter:)`` when the account or the
    ///   address must wait, ``CampusError/busy`` when too many are signing in.
    package func signIn(
        login: String, password: String, address: String, userAgent: String
    ) async throws -> (token: SecretToken, seconds: Int) {
        let attempt = SignInAttempt(login: login, address: address)
        let now = clock.now
        do {
            let credentials = try await database.write { writing in
                try throttle.begin(attempt, at: now, in: writing)
                return try people.credentials(for: login, in: writing)
            }
            let verdict: PasswordHasher.Verdict
            do {
                verdict = try await passwords.verify(password, against: credentials?.passwordHash)
            } catch {
                try await database.write { try throttle.withdraw(attempt, at: now, in: $0) }
                throw error
            }
            guard case .right(let newHash) = verdict, let credentials, !credentials.isDisabled else {
                try await refuse(attempt, credentials?.person, at: now)
                throw AccountsError.wrongLoginOrPassword
            }
            let token = SecretToken.session()
            try await database.write { writing in
                // A reset or a closed account since the password was read: the old password opens nothing any more.
                guard let present = try people.credentials(of: credentials.person, in: writing), !present.isDisabled,
                    present.passwordHash == credentials.passwordHash
                else { throw AccountsError.wrongLoginOrPassword }
                try throttle.succeeded(attempt, in: writing)
                if let newHash, let old = credentials.passwordHash {
                    try people.rehash(from: old, to: newHash, of: credentials.person, in: writing)
                }
                try signIns.start(token.hash, for: credentials.person, userAgent: userAgent, at: now, in: writing)
                try security.add(event(.signedIn, credentials.person, at: now, userAgent), in: writing)
            }
            return (token, Int(signIns.settings.absoluteSeconds))
        } catch let error as AccountsError {
            throw CampusError(error)
        }
    }

    private func refuse(_ attempt: SignInAttempt, _ person: Identifier<Person>?, at now: Instant) async throws {
        try await database.write { writing in
            try throttle.failed(attempt, at: now, in: writing)
            try security.add(event(.signInFailed, person, at: now), in: writing)
        }
    }

    /// Who holds a session cookie; `nil` when it opens nothing any more.
    package func viewer(session text: String) async throws -> Viewer? {
        let now = clock.now
        if let known = sessions.viewer(text, at: now) { return known }
        let era = sessions.era
        guard let token = SecretToken(session: text) else { return nil }
        let hash = token.hash
        guard let signedIn = try await database.read({ try signIns.resolve(hash, at: now, in: $0) }) else { return nil }
        let viewer = Viewer(person: signedIn.person, roles: signedIn.roles, session: hash)
        if case .session(let session) = signedIn.means {
            if signIns.settings.needsTouch(session, at: now) {
                try await database.write { try signIns.touch(hash, at: now, in: $0) }
            }
            sessions.keep(viewer, for: text, validUntil: session.expiresAt, at: now, since: era)
        }
        return viewer
    }

    /// Whose token a program presents; `nil` when it opens nothing any more.
    package func viewer(bearer text: String) async throws -> Viewer? {
        let now = clock.now
        guard let token = SecretToken(bearer: text) else { return nil }
        let hash = token.hash
        guard let signedIn = try await database.read({ try tokens.resolve(hash, at: now, in: $0) }) else { return nil }
        return Viewer(person: signedIn.person, roles: signedIn.roles, session: nil)
    }

    /// Ends this browser's session.
    package func signOut(_ viewer: Viewer) async throws {
        guard let session = viewer.session else { return }
        let now = clock.now
        try await database.write { writing in
            try signIns.end(session, of: viewer.person.id, in: writing)
            try security.add(event(.signedOut, viewer.person.id, at: now), in: writing)
            try writing.signal(.changed(viewer.person.id))
        }
        sessions.drop(viewer.person.id)
    }

    /// Ends every session of the person, this one included.
    /// - Returns: how many ended.
    @discardableResult
    package func signOutEverywhere(_ viewer: Viewer) async throws -> Int {
        let now = clock.now
        let count = try await database.write { writing in
            try security.add(event(.signedOutEverywhere, viewer.person.id, at: now), in: writing)
            try writing.signal(.changed(viewer.person.id))
            return try signIns.endAll(of: viewer.person.id, in: writing)
        }
        sessions.drop(viewer.person.id)
        return count
    }

    func event(
        _ kind: SecurityEvent.Kind, _ person: Identifier<Person>?, at now: Instant, _ detail: String = ""
    ) -> SecurityEvent {
        SecurityEvent(id: .new(at: now), person: person, kind: kind, at: now, detail: detail)
    }
}

extension CampusError {
    /// What an account refuses, as the use cases say it.
    package init(_ error: AccountsError) {
        switch error {
        case .signInBlocked(_, let seconds): self = .tooMany(error.phrase, retryAfter: Int(seconds))
        case .tooBusy: self = .busy
        case .wrongLoginOrPassword: self = .invalid("login", error.phrase)
        case .badLogin, .loginTaken: self = .invalid("login", error.phrase)
        case .badEmail, .emailTaken: self = .invalid("email", error.phrase)
        case .weakPassword: self = .invalid("password", error.phrase)
        case .badKey: self = .invalid("key", error.phrase)
        case .badTitle: self = .invalid("title", error.phrase)
        case .badDates: self = .invalid("endsOn", error.phrase)
        case .unknownPerson, .unknownCohort, .unknownGroup, .notAMember: self = .notFound(error.phrase)
        case .cohortKeyTaken, .groupKeyTaken: self = .conflict(error.phrase)
        default: self = .invalid("", error.phrase)
        }
    }
}

extension Campus {
    /// Deletes sessions and counts of failures that no longer say anything. Safe to call at any time, and to forget.
    package func tidy() async throws {
        let now = clock.now
        try await database.write { writing in
            try signIns.deleteExpired(at: now, in: writing)
            try links.deleteExpired(at: now, in: writing)
            try throttle.deleteForgotten(at: now, in: writing)
            try outbox.tidy(at: now, in: writing)
        }
    }
}

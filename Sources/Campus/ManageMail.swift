package import Accounts
package import Essentials
package import Outbound
import SQL

/// Letters by mail: what became of them, for whoever runs the installation; and what people want.
extension Campus {
    /// Letters in a state, the newest first, 500 at most.
    package func letters(_ state: LetterState) async throws -> [Letter] {
        try await database.read { try outbox.letters(state, limit: 500, in: $0) }
    }

    /// Tries a letter that was not sent again, at once.
    /// - throws: ``CampusError/notFound(_:)``.
    package func retryLetter(_ id: Identifier<Letter>) async throws {
        let now = clock.now
        let isThere = try await database.write { try outbox.retry(id, at: now, in: $0) }
        if !isThere { throw CampusError.notFound(.noSuchLetter) }
    }

    /// Tries all letters that were given up again.
    /// - Returns: how many.
    package func retryDeadLetters() async throws -> Int {
        let now = clock.now
        return try await database.write { try outbox.retryDead(at: now, in: $0) }
    }

    /// Tries the letters to one address again that were given up.
    /// - Returns: how many.
    package func retryDeadLetters(to address: String) async throws -> Int {
        let now = clock.now
        return try await database.write { try outbox.retryDead(to: address, at: now, in: $0) }
    }

    // MARK: Addresses that refuse

    /// Addresses that a mail server refused for ever, the last first, 500 at most.
    package func bouncedAddresses() async throws -> [MailBounce] {
        try await database.read { try outbox.bounces(limit: 500, in: $0) }
    }

    /// Writes to an address again that was refused.
    /// - throws: ``CampusError/notFound(_:)``.
    package func forgetBounce(of address: String) async throws {
        let wasThere = try await database.write { try outbox.forgetBounce(of: address, in: $0) }
        if !wasThere { throw CampusError.notFound(.noSuchBounce) }
    }

    /// A learner's address is right after all, say those who follow them. Again changes nothing.
    /// - throws: ``CampusError/notFound(_:)``.
    package func confirmAddress(of person: Identifier<Person>, in cohortKey: String, by viewer: Viewer) async throws {
        try await database.write { writing in
            _ = try followedLearner(person, in: cohortKey, viewer, in: writing)
            guard let email = try people.person(person, in: writing)?.email else { return }
            try outbox.forgetBounce(of: email.text, in: writing)
        }
    }

    // MARK: What people want

    /// Whether a person gets letters about sessions.
    package func getsMail(_ viewer: Viewer) async throws -> Bool {
        try await database.read { try !outbox.refuses(viewer.person.id.text, in: $0) }
    }

    package func setGetsMail(_ getsMail: Bool, of viewer: Viewer) async throws {
        var change = MailChange()
        change.getsMail = getsMail
        try await chooseMail(change, of: viewer)
    }

    /// The hour at which a person gets what can wait; `nil` for never.
    package func digestHour(of viewer: Viewer) async throws -> Int? {
        try await database.read { try outbox.wishes(of: viewer.person.id.text, in: $0).digestHour }
    }

    /// - throws: ``CampusError/invalid(_:)`` for what is no hour.
    package func setDigestHour(_ hour: Int?, of viewer: Viewer) async throws {
        var change = MailChange()
        change.digestHour = hour ?? -1
        try await chooseMail(change, of: viewer)
    }

    /// The secret at the end of every letter to somebody: whoever has it can switch such letters off, and nothing else.
    package func mailSecret(of viewer: Viewer) async throws -> String {
        let token = SecretToken.address().text
        return try await database.write { writing in
            try outbox.secret(of: viewer.person.id.text, token: { token }, in: writing)
        }
    }

    /// Whether the reader of a letter refused more already; nobody signs in for it.
    /// - Parameter secret: what stands at the end of the letter.
    /// - throws: ``CampusError/notFound(_:)``.
    package func mailRefusal(_ secret: String) async throws -> Bool {
        try await database.read { reading in
            guard let token = SecretToken(address: secret), let found = try outbox.recipient(token: token.text, in: reading)
            else {
                throw CampusError.notFound(.noSuchRefusal)
            }
            return found.isRefused
        }
    }

    /// The reader of a letter wants no more. A second time changes nothing.
    /// - throws: ``CampusError/notFound(_:)``.
    package func refuseMail(_ secret: String) async throws {
        let now = clock.now
        try await database.write { writing in
            guard let token = SecretToken(address: secret), let found = try outbox.recipient(token: token.text, in: writing)
            else {
                throw CampusError.notFound(.noSuchRefusal)
            }
            if !found.isRefused {
                try outbox.setRefuses(true, of: found.recipient, token: { token.text }, at: now, in: writing)
            }
        }
    }
}

extension Phrase {
    package static let noSuchLetter = Phrase(
        fr: "Aucun message qui attend ou qui n’est pas parti n’a ce numéro.",
        en: "No letter that waits or was not sent has this number.")
    package static let noSuchBounce = Phrase(
        fr: "Cette adresse n’a pas été refusée.", en: "This address was not refused.")
    static let noSuchRefusal = Phrase(
        fr: "Cette adresse ne correspond à personne. Copiez celle du message tout entière.",
        en: "This address is nobody’s. Copy the one in the message whole.")
}

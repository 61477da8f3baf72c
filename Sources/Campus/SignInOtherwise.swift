package import Accounts
package import Essentials
import Foundation
import Outbound
import SQL

/// Signing in without a password: by a link that comes by mail, by a card that a tutor printed.
extension Campus {
    // MARK: A link by mail

    /// Sends a link to whoever has this login or address, if they have an address. What is answered is always the same: nobody learns who has
    /// an account.
    /// - throws: ``CampusError/tooMany(_:retryAfter:)``.
    package func requestSignInLink(login: String, address: String) async throws {
        let now = clock.now
        let attempt = SignInAttempt(login: "link " + login, address: address)
        let token = SecretToken.address()
        try await withAccounts {
            try await database.write { writing in
                try throttle.begin(attempt, at: now, in: writing)
                guard let found = try people.credentials(for: login, in: writing), !found.isDisabled,
                    let person = try people.person(found.person, in: writing), let email = person.email
                else {
                    try throttle.failed(attempt, at: now, in: writing)
                    return
                }
                try links.add(token.hash, for: person.id, at: now, in: writing)
                let words = SignInLetter(token: token, reader: person.name, language: person.language)
                try outbox.add(
                    LetterDraft(
                        cause: "sign-in/\(token.hash.text)", recipient: person.id.text, address: email.text, kind: "sign-in",
                        language: person.language, subject: words.subject, body: words.body,
                        expiresAt: now.adding(seconds: SignInLinkStore.lifetime)),
                    at: now, in: writing)
                try security.add(event(.linkSent, person.id, at: now), in: writing)
            }
        }
    }

    /// Whether a link opens something now. Looking at it does not use it up: programs that look at mail follow links too.
    package func isSignInLinkGood(_ secret: String) async throws -> Bool {
        let now = clock.now
        guard let token = SecretToken(address: secret) else { return false }
        return try await database.read { try links.isGood(token.hash, at: now, in: $0) }
    }

    /// Signs in with a link, once.
    /// - throws: ``CampusError/notFound(_:)`` for a link that opens nothing.
    package func signIn(link secret: String, userAgent: String) async throws -> (token: SecretToken, seconds: Int) {
        let now = clock.now
        let session = SecretToken.session()
        return try await database.write { writing in
            guard let token = SecretToken(address: secret), let person = try links.take(token.hash, at: now, in: writing),
                let credentials = try people.credentials(of: person, in: writing), !credentials.isDisabled
            else { throw CampusError.notFound(.linkIsOver) }
            try open(session, for: person, how: "link", userAgent, at: now, in: writing)
            return (session, Int(signIns.settings.absoluteSeconds))
        }
    }

    // MARK: A card

    /// Whose card it is, to greet them; `nil` for one that opens nothing.
    package func cardHolder(_ secret: String) async throws -> PersonName? {
        guard let token = SecretToken(address: secret) else { return nil }
        return try await database.read { reading in
            guard let card = try usableCard(token, in: reading) else { return nil }
            return try people.person(card.person, in: reading)?.name
        }
    }

    /// Signs in with a card and its number. Wrong numbers are counted as wrong passwords are.
    /// - throws: ``CampusError/notFound(_:)`` for a card that opens nothing, ``CampusError/invalid(_:)`` for a wrong number,
    ///   ``CampusError/tooMany(_:retryAfter:)``, ``CampusError/busy``.
    package func signIn(
        card secret: String, pin: String, address: String, userAgent: String
    ) async throws -> (token: SecretToken, seconds: Int) {
        let now = clock.now
        guard let token = SecretToken(address: secret) else { throw CampusError.notFound(.cardIsOver) }
        let attempt = SignInAttempt(login: "card " + token.hash.text, address: address)
        return try await withAccounts {
            let card = try await database.write { writing in
                guard let card = try usableCard(token, in: writing) else { throw CampusError.notFound(.cardIsOver) }
                try throttle.begin(attempt, at: now, in: writing)
                return card
            }
            let verdict: PasswordHasher.Verdict
            do {
                verdict = try await passwords.verify(pin.filter { !$0.isWhitespace }, against: card.pin)
            } catch {
                try await database.write { try throttle.withdraw(attempt, at: now, in: $0) }
                throw error
            }
            guard case .right = verdict else {
                try await database.write { writing in
                    try throttle.failed(attempt, at: now, in: writing)
                    try security.add(event(.signInFailed, card.person, at: now, "card"), in: writing)
                }
                throw CampusError.invalid("pin", .wrongPin)
            }
            let session = SecretToken.session()
            try await database.write { writing in
                // Revoked, or closed, since it was read.
                guard try usableCard(token, in: writing) == card else { throw CampusError.notFound(.cardIsOver) }
                try throttle.succeeded(attempt, in: writing)
                try open(session, for: card.person, how: "card", userAgent, at: now, in: writing)
            }
            return (session, Int(signIns.settings.absoluteSeconds))
        }
    }

    /// What happened to one's account, the last first; 50 at most.
    package func accountHistory(of viewer: Viewer) async throws -> [SecurityEvent] {
        try await database.read { try security.events(of: viewer.person.id, limit: 50, in: $0) }
    }

    /// Nobody's who was given more to do than to learn since it was made.
    private func usableCard(_ token: SecretToken, in reading: any ReadTransaction) throws -> SignInCard? {
        guard let card = try signInCards.card(token.hash, in: reading),
            let credentials = try people.credentials(of: card.person, in: reading), !credentials.isDisabled,
            try isOnlyLearner(card.person, in: reading)
        else { return nil }
        return card
    }

    private func open(
        _ session: SecretToken, for person: Identifier<Person>, how: String, _ userAgent: String, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        try signIns.start(session.hash, for: person, userAgent: userAgent, at: now, in: writing)
        try security.add(event(.signedIn, person, at: now, "\(how): \(userAgent)"), in: writing)
    }
}

/// The words of a letter with a link that signs in.
struct SignInLetter {
    let subject: String
    let body: String

    init(token: SecretToken, reader: PersonName, language: Language) {
        func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en).in(language) }
        let given = reader.given.replacing(LetterDraft.site, with: "")
        let address = LetterDraft.site + "/sign-in/link/" + token.text
        subject = say("Votre lien pour entrer", "Your link to get in")
        body =
            [
                say("Bonjour \(given),", "Hello \(given),"),
                say(
                    "Pour entrer, ouvrez ce lien. Il sert une seule fois, pendant 15 minutes :\n\(address)",
                    "To get in, open this link. It works once, for 15 minutes:\n\(address)"),
                say(
                    "Vous n’avez rien demandé ? Ne faites rien : personne n’entre sans ce lien.",
                    "You asked for nothing? Do nothing: nobody gets in without this link."),
            ].joined(separator: "\n\n") + "\n"
    }
}

extension Phrase {
    static let linkIsOver = Phrase(
        fr: "Ce lien a déjà servi, ou date de plus de 15 minutes. Demandez-en un autre.",
        en: "This link was used already, or is more than 15 minutes old. Ask for another one.")
    package static let cardIsOver = Phrase(
        fr: "Cette carte ne marche plus. Demandez-en une autre à votre tuteur ou votre tutrice.",
        en: "This card does not work any more. Ask your tutor for another one.")
    static let wrongPin = Phrase(fr: "Ce n’est pas le bon code.", en: "This is not the right code.")
}

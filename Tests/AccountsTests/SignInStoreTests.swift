import Essentials
import SQL
import TestSupport
import Testing

@testable import Accounts

@Suite("Sessions, tokens and security events, as they are kept")
struct SignInStoreTests {
    private static let sessions = SessionStore()
    private static let tokens = TokenStore()

    /// Awa (1) is a tutor of cohort 1; Binta (2) is nobody in particular.
    private func withPeople(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            let binta = try newPerson(2, "binta")
            try await database.write { tx in
                try PersonStore().add(awa, at: monday, in: tx)
                try PersonStore().add(binta, at: monday, in: tx)
                try CohortStore().add(cohort(1, "cyber"), in: tx)
                try MembershipStore().join(id(1), id(1), as: .tutor, at: monday, in: tx)
            }
            try await body(database)
        }
    }

    @Test("a session opens to its token only, with the person and their roles", arguments: Backend.available)
    func resolves(_ backend: Backend) async throws {
        try await withPeople(backend) { database in
            let token = SecretToken.session()
            try await database.write { tx in
                try Self.sessions.start(token.hash, for: id(1), userAgent: "Firefox\u{0}\n", at: monday, in: tx)
                let signedIn = try Self.sessions.resolve(token.hash, at: monday, in: tx)
                #expect(signedIn?.person.login.text == "awa")
                #expect(signedIn?.roles == Roles(cohorts: [id(1): [.tutor]]))
                #expect(
                    signedIn?.means
                        == .session(
                            SignInSession(
                                token: token.hash, person: id(1), createdAt: monday,
                                expiresAt: monday.adding(seconds: 30 * 86_400), lastSeenAt: monday, userAgent: "Firefox")))
                #expect(try Self.sessions.resolve(SecretToken.session().hash, at: monday, in: tx) == nil)
                // What is kept does not open the door.
                #expect(try Self.sessions.resolve(TokenHash(trusted: token.text), at: monday, in: tx) == nil)
            }
        }
    }

    struct Visit: Sendable, CustomTestStringConvertible {
        let name: String
        /// Days after the start on which the person came by.
        let visits: [Int64]
        let seconds: Int64
        let isOpen: Bool
        var testDescription: String { name }
    }

    @Test(
        "a session ends after 30 days, or 14 without a visit",
        arguments: [
            Visit(name: "a minute later", visits: [], seconds: 60, isOpen: true),
            Visit(name: "just before 14 days", visits: [], seconds: 14 * 86_400 - 1, isOpen: true),
            Visit(name: "at 14 days", visits: [], seconds: 14 * 86_400, isOpen: false),
            Visit(name: "at 14 days with a visit", visits: [7], seconds: 14 * 86_400, isOpen: true),
            Visit(name: "just before 30 days", visits: [10, 20], seconds: 30 * 86_400 - 1, isOpen: true),
            Visit(name: "at 30 days", visits: [10, 20, 29], seconds: 30 * 86_400, isOpen: false),
        ])
    func ends(_ visit: Visit) async throws {
        for backend in Backend.available {
            try await withPeople(backend) { database in
                let token = SecretToken.session()
                try await database.write { tx in
                    try Self.sessions.start(token.hash, for: id(1), userAgent: "", at: monday, in: tx)
                    for day in visit.visits {
                        try Self.sessions.touch(token.hash, at: monday.adding(seconds: day * 86_400), in: tx)
                    }
                    let then = monday.adding(seconds: visit.seconds)
                    #expect((try Self.sessions.resolve(token.hash, at: then, in: tx) != nil) == visit.isOpen)
                    #expect(try Self.sessions.sessions(of: id(1), at: then, in: tx).isEmpty != visit.isOpen)
                    #expect(try Self.sessions.deleteExpired(at: then, in: tx) == (visit.isOpen ? 0 : 1))
                }
            }
        }
    }

    @Test("a visit is written at most once an hour")
    func touching() {
        let session = SignInSession(
            token: TokenHash(trusted: ""), person: id(1), createdAt: monday, expiresAt: monday.adding(seconds: 30 * 86_400),
            lastSeenAt: monday, userAgent: "")
        let settings = SignInSessionSettings.standard
        #expect(!settings.needsTouch(session, at: monday.adding(seconds: 3599)))
        #expect(settings.needsTouch(session, at: monday.adding(seconds: 3600)))
        #expect(settings.isOpen(session, at: monday.adding(seconds: 14 * 86_400 - 1)))
        #expect(!settings.isOpen(session, at: monday.adding(seconds: 14 * 86_400)))
    }

    @Test("a visit never moves backwards", arguments: Backend.available)
    func monotone(_ backend: Backend) async throws {
        try await withPeople(backend) { database in
            let token = SecretToken.session()
            let later = monday.adding(seconds: 7200)
            try await database.write { tx in
                try Self.sessions.start(token.hash, for: id(1), userAgent: "", at: monday, in: tx)
                try Self.sessions.touch(token.hash, at: later, in: tx)
                try Self.sessions.touch(token.hash, at: monday, in: tx)
                #expect(try Self.sessions.sessions(of: id(1), at: later, in: tx).map(\.lastSeenAt) == [later])
            }
        }
    }

    @Test("signing out ends one session, everywhere ends all, and a closed account opens none", arguments: Backend.available)
    func signingOut(_ backend: Backend) async throws {
        try await withPeople(backend) { database in
            let made = (0..<4).map { _ in SecretToken.session().hash }
            let other = SecretToken.session().hash
            try await database.write { tx in
                func open() throws -> Int { try Self.sessions.sessions(of: id(1), at: monday, in: tx).count }
                for token in made { try Self.sessions.start(token, for: id(1), userAgent: "", at: monday, in: tx) }
                try Self.sessions.start(other, for: id(2), userAgent: "", at: monday, in: tx)
                try Self.sessions.end(made[0], in: tx)
                try Self.sessions.end(made[0], in: tx)
                #expect(try open() == 3)
                try Self.sessions.end(made[1], of: id(2), in: tx)
                #expect(try open() == 3)
                try Self.sessions.end(made[1], of: id(1), in: tx)
                #expect(try open() == 2)
                #expect(try Self.sessions.endAll(of: id(1), except: made[2], in: tx) == 1)
                #expect(try Self.sessions.resolve(made[2], at: monday, in: tx) != nil)
                #expect(try Self.sessions.endAll(of: id(1), in: tx) == 1)
                #expect(try Self.sessions.resolve(made[2], at: monday, in: tx) == nil)
                #expect(try Self.sessions.resolve(other, at: monday, in: tx) != nil)
                try PersonStore().disable(id(2), at: monday, in: tx)
                #expect(try Self.sessions.resolve(other, at: monday, in: tx) == nil)
            }
        }
    }

    @Test("an access token opens until it is revoked or expires", arguments: Backend.available)
    func tokens(_ backend: Backend) async throws {
        try await withPeople(backend) { database in
            let lasting = SecretToken.bearer()
            let short = SecretToken.bearer()
            let end = monday.adding(seconds: 60)
            try await database.write { tx in
                try Self.tokens.add(lasting.hash, id: id(1), for: id(1), label: " Export  des notes ", at: monday, in: tx)
                try Self.tokens.add(short.hash, id: id(2), for: id(1), label: "Essai", expiresAt: end, at: monday, in: tx)
                #expect(try Self.tokens.resolve(lasting.hash, at: end, in: tx)?.means == .token(id(1)))
                #expect(try Self.tokens.resolve(lasting.hash, at: end, in: tx)?.roles.isStaffAnywhere == true)
                #expect(try Self.tokens.resolve(short.hash, at: monday, in: tx)?.person.id == id(1))
                #expect(try Self.tokens.resolve(short.hash, at: end, in: tx) == nil)
                #expect(try Self.tokens.tokens(of: id(1), in: tx).map(\.label) == ["Essai", "Export des notes"])
                #expect(try Self.tokens.revoke(id(1), of: id(2), at: monday, in: tx) == false)
                #expect(try Self.tokens.resolve(lasting.hash, at: end, in: tx) != nil)
                #expect(try Self.tokens.revoke(id(1), of: id(1), at: monday, in: tx))
                #expect(try Self.tokens.revoke(id(1), of: id(1), at: end, in: tx))
                #expect(try Self.tokens.resolve(lasting.hash, at: end, in: tx) == nil)
                #expect(try Self.tokens.tokens(of: id(1), in: tx).last?.revokedAt == monday)
                #expect(try Self.tokens.revokeAll(of: id(1), at: end, in: tx) == 1)
            }
            for label in ["", "  ", "a\u{0}b", String(repeating: "a", count: 101)] {
                await #expect(throws: AccountsError.badLabel) {
                    try await database.write {
                        try Self.tokens.add(short.hash, id: id(3), for: id(1), label: label, at: monday, in: $0)
                    }
                }
            }
        }
    }

    @Test("tokens have 256 random bits and are read only in their own form")
    func forms() {
        let session = SecretToken.session()
        let bearer = SecretToken.bearer()
        #expect(session.text.utf8.count == 43)
        #expect(bearer.text.hasPrefix("rbd_") && bearer.text.utf8.count == 47)
        #expect(SecretToken(session: session.text) == session)
        #expect(SecretToken(bearer: bearer.text) == bearer)
        #expect(SecretToken(session: bearer.text) == nil)
        #expect(SecretToken(bearer: session.text) == nil)
        for text in [
            "", "rbd_", String(repeating: "a", count: 42), String(repeating: "é", count: 43), String(repeating: "a", count: 44),
        ] {
            #expect(SecretToken(session: text) == nil)
            #expect(SecretToken(bearer: text) == nil)
        }
        #expect(Set((0..<1000).map { _ in SecretToken.session() }).count == 1000)
        #expect(!"\(session)".contains(session.text))
        #expect(session.hash.text.utf8.count == 43)
        #expect(session.hash.text != session.text)
        #expect(TokenHash(session.hash.text) == session.hash)
        #expect(TokenHash("'; DROP") == nil)
    }

    @Test("the hash of a token is its SHA-256 in base64url")
    func tokenHash() {
        let token = SecretToken(session: String(repeating: "A", count: 43))
        #expect(token?.hash.text == "DwBzhbb51LfusnSGBa_hqYSgo7-j8BTQnip4TOnlzRo")
    }

    @Test("what happened to an account is listed newest first, in pages", arguments: Backend.available)
    func events(_ backend: Backend) async throws {
        try await withPeople(backend) { database in
            let store = SecurityEventStore()
            let kinds: [SecurityEvent.Kind] = [.accountAdded, .signedIn, .signInFailed, .passwordChanged]
            try await database.write { tx in
                for (number, kind) in kinds.enumerated() {
                    try store.add(
                        SecurityEvent(id: id(number), person: id(1), kind: kind, at: monday, detail: "a\u{0}b"), in: tx)
                }
                try store.add(SecurityEvent(id: id(8), person: nil, kind: .signInFailed, at: monday), in: tx)
                try store.add(SecurityEvent(id: id(9), person: id(2), kind: .signedOut, at: monday), in: tx)
                let first = try store.events(of: id(1), limit: 3, in: tx)
                #expect(first.map(\.kind) == [.passwordChanged, .signInFailed, .signedIn])
                #expect(first.first?.detail == "ab")
                let second = try store.events(of: id(1), before: first.last?.id, limit: 3, in: tx)
                #expect(second.map(\.kind) == [.accountAdded])
            }
        }
    }

    @Test("every kind of event fits the schema", arguments: SecurityEvent.Kind.allCases)
    func kinds(_ kind: SecurityEvent.Kind) async throws {
        for backend in Backend.available {
            try await withAccounts(backend) { database in
                let event = SecurityEvent(
                    id: id(1), person: nil, kind: kind, at: monday, detail: String(repeating: "é", count: 900))
                try await database.write { try SecurityEventStore().add(event, in: $0) }
            }
        }
    }
}

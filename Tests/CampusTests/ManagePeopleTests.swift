import Accounts
import Campus
import Essentials
import TestSupport
import Testing

@Suite("Managing people")
struct ManagePeopleTests {
    private static let good = "tisane-galet-volcan"

    private func signIn(_ world: CampusWorld, _ login: String, _ password: String) async throws -> Viewer? {
        let token = try await world.campus.signIn(
            login: login, password: password, address: "192.0.2.1", userAgent: "test"
        ).token
        return try await world.campus.viewer(session: token.text)
    }

    @Test("a person added without a password signs in with the one that was made up", arguments: Backend.available)
    func madeUp(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let account = try await world.campus.addPerson(
                Campus.PersonDraft(login: "awa", givenName: "Awa", familyName: "Diallo", roles: [.author]))
            let password = try #require(account.madeUpPassword)
            let viewer = try #require(try await signIn(world, "AWA", password))
            #expect(viewer.person.id == account.person)
            #expect(viewer.person.mustChangePassword)
            #expect(viewer.roles.isAuthor && !viewer.isAdmin)
            let by = "by the command line"
            #expect(
                try await world.securityEvents(of: "awa") == [
                    "account-added: \(by)", "roles-changed: + author, \(by)", "signed-in: test",
                ])
        }
    }

    @Test("a password that was given is kept, and may be left as it is", arguments: Backend.available)
    func given(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let account = try await world.campus.addPerson(
                Campus.PersonDraft(
                    login: "awa", givenName: "Awa", familyName: "Diallo", email: "awa@example.org", language: .english,
                    password: Self.good, mustChangePassword: false))
            #expect(account.madeUpPassword == nil)
            let viewer = try #require(try await signIn(world, "awa@example.org", Self.good))
            #expect(!viewer.person.mustChangePassword)
            #expect(viewer.person.language == .english)
        }
    }

    @Test(
        "everything that is wrong with a person is told at once",
        arguments: [
            (
                Campus.PersonDraft(login: "a b", givenName: "", familyName: "", email: "x", password: "azerty"),
                ["login", "name", "email", "password"]
            ),
            (
                Campus.PersonDraft(login: "awa", givenName: "Awa", familyName: "Diallo", password: "diallo-tisane-12"),
                ["password"]
            ),
            (Campus.PersonDraft(login: "taken", givenName: "Awa", familyName: ""), ["login"]),
            (Campus.PersonDraft(login: "awa", givenName: "Awa", familyName: "", email: "TAKEN@example.org"), ["email"]),
        ])
    func refused(_ draft: Campus.PersonDraft, _ fields: [String]) async throws {
        try await CampusWorld.with(.sqlite) { world in
            _ = try await world.campus.addPerson(
                Campus.PersonDraft(login: "taken", givenName: "Léo", familyName: "", email: "taken@example.org"))
            let refusal = try await refusal { _ = try await world.campus.addPerson(draft) }
            #expect(refusal.fields == fields)
            #expect(try await world.campus.people().people.count == 1)
        }
    }

    @Test("pages of the list hold everybody once, by name", arguments: Backend.available)
    func list(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            for (login, name) in [("a", "Zoé Arnaud"), ("b", "Élie Arnaud"), ("c", "Ana Bel"), ("d", "Léo Çelik")] {
                try await world.add(login + login, name)
            }
            try await world.campus.setRole(.admin, held: true, of: "cc")
            var found: [Campus.ListedPerson] = []
            var position: PersonListPosition?
            var pages = 0
            repeat {
                let page = try await world.campus.people(after: position, limit: 3)
                found += page.people
                position = page.next
                pages += 1
            } while position != nil
            #expect(found.map(\.listing.login) == ["bb", "aa", "cc", "dd"])
            #expect(found.map(\.roles.isAdmin) == [false, false, true, false])
            #expect(pages == 2)
        }
    }

    @Test("a reset ends sessions, forgives failed tries and writes itself down", arguments: Backend.available)
    func reset(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await world.add("awa", password: Self.good)
            let token = try await world.campus.signIn(
                login: "awa", password: Self.good, address: "192.0.2.1", userAgent: ""
            ).token
            #expect(try await world.campus.viewer(session: token.text) != nil)
            // Until the login is blocked.
            var isBlocked = false
            for _ in 0..<20 where !isBlocked {
                let refusal = try await refusal { _ = try await signIn(world, "awa", "wrong-password") }
                if case .tooMany = refusal { isBlocked = true }
            }
            #expect(isBlocked)

            let account = try await world.campus.resetPassword(of: "awa")
            let password = try #require(account.madeUpPassword)
            #expect(try await world.campus.viewer(session: token.text) == nil)
            try await expectInvalid(["login"]) { _ = try await signIn(world, "awa", Self.good) }
            let viewer = try #require(try await signIn(world, "awa", password))
            #expect(viewer.person.mustChangePassword)
            let events = try await world.securityEvents(of: "awa")
            #expect(events.contains("password-reset: by the command line"))
        }
    }

    @Test("a closed account opens nothing until it is opened again, and nothing of it is erased", arguments: Backend.available)
    func close(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await world.add("awa", password: Self.good)
            let session = try await world.campus.signIn(
                login: "awa", password: Self.good, address: "192.0.2.1", userAgent: ""
            ).token
            let token = try await world.campus.makeToken(for: "awa", label: "export").token
            #expect(try await world.campus.viewer(session: session.text) != nil)
            #expect(try await world.campus.viewer(bearer: token.text) != nil)

            #expect(try await world.campus.closeAccount(of: "awa").disabledAt == nil)
            #expect(try await world.campus.closeAccount(of: "AWA").disabledAt != nil)
            #expect(try await world.campus.viewer(session: session.text) == nil)
            #expect(try await world.campus.viewer(bearer: token.text) == nil)
            try await expectInvalid(["login"]) { _ = try await signIn(world, "awa", Self.good) }
            #expect(try await world.campus.people().people.map(\.listing.isDisabled) == [true])

            #expect(try await world.campus.reopenAccount(of: "awa").disabledAt != nil)
            #expect(try await world.campus.reopenAccount(of: "awa").disabledAt == nil)
            #expect(try await world.campus.viewer(session: session.text) == nil)
            #expect(try await world.campus.viewer(bearer: token.text) == nil)
            #expect(try await signIn(world, "awa", Self.good) != nil)
            let events = try await world.securityEvents(of: "awa")
            #expect(events.count { $0 == "account-disabled: by the command line" } == 1)
            #expect(events.count { $0 == "account-enabled: by the command line" } == 1)
        }
    }

    @Test("a reset to a password that is too easy changes nothing", arguments: ["azerty", "motdepasse123", "awa-diallo-2026"])
    func weakReset(_ password: String) async throws {
        try await CampusWorld.with(.sqlite) { world in
            try await world.add("awa", password: Self.good)
            let refusal = try await refusal { _ = try await world.campus.resetPassword(of: "awa", to: password) }
            #expect(refusal.fields == ["password"])
            #expect(try await signIn(world, "awa", Self.good) != nil)
        }
    }

    @Test("a role is given and taken back once, and both are written down", arguments: Backend.available)
    func roles(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await world.add("awa")
            for held in [true, true, false, false] {
                try await world.campus.setRole(.author, held: held, of: "awa")
                #expect(try await world.viewer("awa").isAuthor == held)
            }
            #expect(
                try await world.securityEvents(of: "awa") == [
                    "account-added: by the command line", "roles-changed: + author, by the command line",
                    "roles-changed: - author, by the command line",
                ])
        }
    }

    @Test("a token opens what its person may do until it is revoked or expires", arguments: Backend.available)
    func tokens(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let id = try await world.add("awa")
            let made = try await world.campus.makeToken(
                for: "awa", label: "export", expiresAt: world.time.now.adding(seconds: 3600))
            let other = try await world.campus.makeToken(for: "awa", label: "other")
            #expect(try await world.campus.viewer(bearer: made.token.text)?.person.id == id)
            try await world.add("leo")
            try await expectNotFound { try await world.campus.revokeToken(made.id, of: "leo") }
            #expect(try await world.campus.viewer(bearer: made.token.text) != nil)

            try await world.campus.revokeToken(other.id, of: "awa")
            #expect(try await world.campus.viewer(bearer: other.token.text) == nil)
            world.time.now = world.time.now.adding(seconds: 3601)
            #expect(try await world.campus.viewer(bearer: made.token.text) == nil)
            #expect(try await world.campus.tokens(of: "awa").map(\.label).sorted() == ["export", "other"])
        }
    }

    @Test("nobody has this login: every use case says so", arguments: Backend.available)
    func unknown(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let campus = world.campus
            try await expectNotFound { _ = try await campus.resetPassword(of: "nobody") }
            try await expectNotFound { try await campus.setRole(.admin, held: true, of: "nobody") }
            try await expectNotFound { _ = try await campus.makeToken(for: "nobody", label: "x") }
            try await expectNotFound { _ = try await campus.tokens(of: "a login with spaces") }
        }
    }
}

import Essentials
import SQL
import TestSupport
import Testing

@testable import Accounts

@Suite("People, as they are kept")
struct PersonStoreTests {
    private static let people = PersonStore()

    @Test("a person comes back as added", arguments: Backend.available)
    func comesBack(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            var new = try newPerson(1, "Zoé", "Zoé", "Œuvrard", email: "Zoe@Exemple.fr", hash: PasswordHash(trusted: "h"))
            new.language = .english
            new.mustChangePassword = true
            let added = new
            let person = try await database.write { tx in
                try Self.people.add(added, at: monday, in: tx)
                return try Self.people.person(id(1), in: tx)
            }
            #expect(
                person
                    == Person(
                        id: id(1), login: try Login("Zoé"), name: try PersonName(given: "Zoé", family: "Œuvrard"),
                        email: try EmailAddress("Zoe@Exemple.fr"), preferences: Preferences(language: .english),
                        mustChangePassword: true, createdAt: monday, disabledAt: nil))
            #expect(try await database.read { try Self.people.person(id(2), in: $0) } == nil)
        }
    }

    @Test("a login and an e-mail address are one person's, whatever their case and accents", arguments: Backend.available)
    func unique(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let first = try newPerson(1, "zoe", email: "zoe@exemple.fr")
            try await database.write { try Self.people.add(first, at: monday, in: $0) }
            let sameLogin = try newPerson(2, "Zoé")
            await #expect(throws: AccountsError.loginTaken("Zoé")) {
                try await database.write { try Self.people.add(sameLogin, at: monday, in: $0) }
            }
            let sameEmail = try newPerson(3, "binta", email: "ZOE@exemple.fr")
            await #expect(throws: AccountsError.emailTaken) {
                try await database.write { try Self.people.add(sameEmail, at: monday, in: $0) }
            }
            let noEmail = try newPerson(4, "carla")
            let noEmailEither = try newPerson(5, "dina")
            try await database.write { tx in
                try Self.people.add(noEmail, at: monday, in: tx)
                try Self.people.add(noEmailEither, at: monday, in: tx)
            }
            await #expect(throws: AccountsError.emailTaken) {
                let email = try EmailAddress("zoe@exemple.fr")
                try await database.write { try Self.people.setEmail(email, of: id(4), in: $0) }
            }
        }
    }

    @Test("credentials are found by login, then by e-mail address; a login wins", arguments: Backend.available)
    func credentials(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let owner = try newPerson(1, "awa@exemple.fr", hash: PasswordHash(trusted: "one"))
            let pretender = try newPerson(2, "binta", email: "awa@exemple.fr", hash: PasswordHash(trusted: "two"))
            try await database.write { tx in
                try Self.people.add(owner, at: monday, in: tx)
                try Self.people.add(pretender, at: monday, in: tx)
                try Self.people.setEmail(try EmailAddress("binta@exemple.fr"), of: id(2), in: tx)
                try Self.people.disable(id(2), at: monday, in: tx)
                #expect(try Self.people.credentials(for: " AWA@exemple.fr", in: tx)?.person == id(1))
                #expect(
                    try Self.people.credentials(for: "BINTA@exemple.fr", in: tx)
                        == Credentials(person: id(2), passwordHash: PasswordHash(trusted: "two"), isDisabled: true))
                for nobody in ["", "x", "awa", "a\u{0}b", "' OR 1=1 --", String(repeating: "a", count: 100_000)] {
                    #expect(try Self.people.credentials(for: nobody, in: tx) == nil)
                }
            }
        }
    }

    @Test("what a profile changes is kept, and nobody else's", arguments: Backend.available)
    func changes(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            let binta = try newPerson(2, "binta", "Binta", "Ba")
            try await database.write { tx in
                try Self.people.add(awa, at: monday, in: tx)
                try Self.people.add(binta, at: monday, in: tx)
                let before = try Self.people.person(id(2), in: tx)
                try Self.people.setPreferences(
                    Preferences(language: .english, theme: .dark, spacing: .wide), of: id(1), in: tx)
                try Self.people.setName(try PersonName(given: "Awa", family: "Sow"), of: id(1), in: tx)
                try Self.people.setEmail(try EmailAddress("awa@exemple.fr"), of: id(1), in: tx)
                try Self.people.setPassword(PasswordHash(trusted: "new"), mustChange: true, of: id(1), in: tx)
                let after = try Self.people.person(id(1), in: tx)
                #expect(after?.preferences == Preferences(language: .english, theme: .dark, spacing: .wide))
                #expect(after?.name.full == "Awa Sow")
                #expect(after?.email?.text == "awa@exemple.fr")
                #expect(after?.mustChangePassword == true)
                #expect(try Self.people.credentials(of: id(1), in: tx)?.passwordHash?.text == "new")
                #expect(try Self.people.people(limit: 10, in: tx).map(\.name.full) == ["Binta Ba", "Awa Sow"])
                try Self.people.setEmail(nil, of: id(1), in: tx)
                #expect(try Self.people.person(id(1), in: tx)?.email == nil)
                #expect(try Self.people.person(id(2), in: tx) == before)
            }
        }
    }

    @Test("a rehash does not undo a password changed meanwhile", arguments: Backend.available)
    func rehash(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa", hash: PasswordHash(trusted: "old"))
            try await database.write { tx in
                try Self.people.add(awa, at: monday, in: tx)
                try Self.people.rehash(
                    from: PasswordHash(trusted: "other"), to: PasswordHash(trusted: "x"), of: id(1), in: tx)
                #expect(try Self.people.credentials(of: id(1), in: tx)?.passwordHash?.text == "old")
                try Self.people.rehash(
                    from: PasswordHash(trusted: "old"), to: PasswordHash(trusted: "new"), of: id(1), in: tx)
                #expect(try Self.people.credentials(of: id(1), in: tx)?.passwordHash?.text == "new")
            }
        }
    }

    @Test("changing someone who does not exist is refused", arguments: Backend.available)
    func unknown(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let changes: [@Sendable (any WriteTransaction) throws -> Void] = [
                { try Self.people.setPreferences(Preferences(), of: id(9), in: $0) },
                { try Self.people.setPassword(PasswordHash(trusted: "x"), mustChange: false, of: id(9), in: $0) },
                { try Self.people.setEmail(nil, of: id(9), in: $0) },
                { try Self.people.disable(id(9), at: monday, in: $0) },
                { try Self.people.enable(id(9), in: $0) },
                { try Self.people.grant(.admin, to: id(9), in: $0) },
            ]
            for change in changes {
                await #expect(throws: AccountsError.unknownPerson) { try await database.write(change) }
            }
        }
    }

    @Test("the list of people is paged by name, with nobody twice or missing", arguments: Backend.available)
    func paging(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let names = ["Zola", "Émile", "abel", "Emile", "Œuvrard", "Nord", "Emile"]
            let people = try names.enumerated().map { try newPerson($0.offset, "login\($0.offset)", "A", $0.element) }
            let pages = try await database.write { tx in
                for person in people { try Self.people.add(person, at: monday, in: tx) }
                var pages: [[String]] = []
                var position = PersonListPosition.start
                while true {
                    let page = try Self.people.people(after: position, limit: 3, in: tx)
                    guard let last = page.last else { return pages }
                    pages.append(page.map { "\($0.name.family) \($0.login)" })
                    guard let next = PersonListPosition(text: last.position.text) else { return pages }
                    position = next
                }
            }
            #expect(
                pages == [
                    ["abel login2", "Émile login1", "Emile login3"], ["Emile login6", "Nord login5", "Œuvrard login4"],
                    ["Zola login0"],
                ])
        }
    }

    @Test("roles of the installation and of cohorts come back together", arguments: Backend.available)
    func roles(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            try await database.write { tx in
                try Self.people.add(awa, at: monday, in: tx)
                #expect(try Self.people.roles(of: id(1), in: tx) == .none)
                try CohortStore().add(cohort(1, "cyber"), in: tx)
                try CohortStore().add(cohort(2, "anglais"), in: tx)
                try Self.people.grant(.author, to: id(1), in: tx)
                try Self.people.grant(.author, to: id(1), in: tx)
                try Self.people.grant(.admin, to: id(1), in: tx)
                try Self.people.revoke(.admin, from: id(1), in: tx)
                let members = MembershipStore()
                try members.join(id(1), id(1), as: .tutor, at: monday, in: tx)
                try members.join(id(1), id(1), as: .trainer, at: monday, in: tx)
                try members.join(id(1), id(2), as: .learner, at: monday, in: tx)
                try members.join(id(1), id(2), as: .mentor, at: monday, in: tx)
                try members.leave(id(1), id(2), as: .mentor, at: monday, in: tx)
                #expect(
                    try Self.people.roles(of: id(1), in: tx)
                        == Roles(installation: [.author], cohorts: [id(1): [.tutor, .trainer], id(2): [.learner]]))
            }
        }
    }

    @Test("a place in a list is read only from a form it gave", arguments: ["", "abc", "00000000-0000-7000-8000-00000000000"])
    func position(_ text: String) {
        #expect(PersonListPosition(text: text) == nil)
    }
}

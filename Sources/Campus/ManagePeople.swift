package import Accounts
package import Essentials
import SQL

/// Accounts, for whoever runs the installation: the command line now, an administrator's pages later. Who may call is decided there.
extension Campus {
    /// Somebody to be added, as it was typed.
    package struct PersonDraft: Sendable {
        package var login: String
        package var givenName: String
        package var familyName: String
        package var email: String?
        package var language: Language
        /// `nil`: one is made up.
        package var password: String?
        /// Whether the first sign-in asks for another password.
        package var mustChangePassword: Bool
        package var roles: Set<InstallationRole>

        package init(
            login: String, givenName: String, familyName: String, email: String? = nil, language: Language = .french,
            password: String? = nil, mustChangePassword: Bool = true, roles: Set<InstallationRole> = []
        ) {
            self.login = login
            self.givenName = givenName
            self.familyName = familyName
            self.email = email
            self.language = language
            self.password = password
            self.mustChangePassword = mustChangePassword
            self.roles = roles
        }
    }

    /// An account that was made, or whose password was.
    package struct FreshAccount: Sendable, Hashable {
        package let person: Identifier<Person>
        package let login: Login
        package let name: PersonName
        /// Shown once, to whoever asked; `nil` when the password was given.
        package let madeUpPassword: String?
    }

    /// Adds an account.
    /// - Parameter author: who does it; `nil` for the command line.
    /// - throws: ``CampusError/invalid(_:)`` with everything that is wrong; nothing was added then.
    package func addPerson(
        _ draft: PersonDraft, joining: (cohort: String, role: CohortRole)? = nil, by author: Login? = nil
    ) async throws -> FreshAccount {
        let checked = try CheckedDraft(draft)
        let now = clock.now
        return try await withAccounts {
            try await database.read { try checked.requireFree(in: $0) }
            let password = draft.password ?? PasswordGenerator.password()
            let hash = try await passwords.hash(password)
            let id = Identifier<Person>.new(at: now)
            try await database.write { writing in
                try people.add(
                    NewPerson(
                        id: id, login: checked.login, name: checked.name, email: checked.email, language: draft.language,
                        passwordHash: hash, mustChangePassword: draft.mustChangePassword),
                    at: now, in: writing)
                try security.add(managed(.accountAdded, id, at: now, by: author), in: writing)
                for role in draft.roles.sorted(by: { $0.rawValue < $1.rawValue }) {
                    try people.grant(role, to: id, in: writing)
                    try security.add(managed(.rolesChanged, id, at: now, by: author, "+ \(role.rawValue)"), in: writing)
                }
                if let joining {
                    let cohort = try knownCohort(joining.cohort, in: writing)
                    _ = try enrol(
                        try known(checked.login.text, in: writing), in: cohort, as: joining.role, by: author, at: now, in: writing
                    )
                }
            }
            return FreshAccount(
                person: id, login: checked.login, name: checked.name,
                madeUpPassword: draft.password == nil ? password : nil)
        }
    }

    /// A line of the list of people, with the roles that hold everywhere.
    package struct ListedPerson: Sendable, Hashable {
        package let listing: PersonListing
        package let roles: Roles
    }

    /// One page of all accounts, in the order of names.
    /// - Returns: the lines, and where the next page begins; `nil` for the last.
    package func people(
        after position: PersonListPosition? = nil, limit: Int = 200
    ) async throws -> (people: [ListedPerson], next: PersonListPosition?) {
        try await database.read { reading in
            let found = try people.people(after: position ?? .start, limit: limit, in: reading)
            let lines = try found.map { ListedPerson(listing: $0, roles: try people.roles(of: $0.id, in: reading)) }
            return (lines, found.count < limit ? nil : found.last?.position)
        }
    }

    /// Gives or takes back a role that holds for the whole installation.
    /// - throws: ``CampusError/notFound(_:)``.
    package func setRole(
        _ role: InstallationRole, held: Bool, by author: Login? = nil, of login: String
    ) async throws {
        let now = clock.now
        let person = try await database.write { writing in
            let person = try known(login, in: writing)
            let holds = try people.roles(of: person.id, in: writing).installation.contains(role)
            guard holds != held else { return person }
            if held {
                try people.grant(role, to: person.id, in: writing)
            } else {
                try people.revoke(role, from: person.id, in: writing)
            }
            let detail = (held ? "+ " : "- ") + role.rawValue
            try security.add(managed(.rolesChanged, person.id, at: now, by: author, detail), in: writing)
            try writing.signal(.changed(person.id))
            return person
        }
        sessions.drop(person.id)
    }

    // MARK: What the files of this use case share

    /// The person with a login that someone typed.
    /// - throws: ``CampusError/notFound(_:)``.
    func known(_ login: String, in reading: any ReadTransaction) throws -> Person {
        guard let typed = try? Login(login), let person = try people.person(login: typed, in: reading) else {
            throw CampusError.notFound(.noSuchLogin(login))
        }
        return person
    }

    func managed(
        _ kind: SecurityEvent.Kind, _ person: Identifier<Person>, at now: Instant, by author: Login?, _ detail: String = ""
    ) -> SecurityEvent {
        let by = author.map { "by \($0.text)" } ?? "by the command line"
        return event(kind, person, at: now, detail.isEmpty ? by : "\(detail), \(by)")
    }

    /// Runs `body`; what Accounts refuses is said as the use cases say it.
    func withAccounts<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as AccountsError {
            throw CampusError(error)
        }
    }
}

/// A draft whose parts are well formed.
private struct CheckedDraft: Sendable {
    let login: Login
    let name: PersonName
    let email: EmailAddress?

    /// - throws: ``CampusError/invalid(_:)`` with everything that is wrong.
    init(_ draft: Campus.PersonDraft) throws {
        var problems: [FieldProblem] = []
        func read<Value>(_ field: String, _ make: () throws(AccountsError) -> Value) -> Value? {
            do {
                return try make()
            } catch {
                problems.append(FieldProblem(field: field, message: error.phrase))
                return nil
            }
        }
        let login = read("login") { () throws(AccountsError) in try Login(draft.login) }
        let name = read("name") { () throws(AccountsError) in
            try PersonName(given: draft.givenName, family: draft.familyName)
        }
        let typedEmail = draft.email ?? ""
        let email: EmailAddress? =
            typedEmail.isEmpty ? nil : read("email") { () throws(AccountsError) in try EmailAddress(typedEmail) }
        if let password = draft.password {
            let names = [draft.login, draft.givenName, draft.familyName].filter { !$0.isEmpty }
            _ = read("password") { () throws(AccountsError) in try PasswordRule.check(password, names: names) }
        }
        guard problems.isEmpty, let login, let name else { throw CampusError.invalid(problems) }
        self.login = login
        self.name = name
        self.email = email
    }

    /// - throws: `AccountsError` when the login or the address is somebody's already.
    func requireFree(in reading: any ReadTransaction) throws {
        let people = PersonStore()
        if try people.person(login: login, in: reading) != nil { throw AccountsError.loginTaken(login.text) }
        if let email, try people.owner(of: email, in: reading) != nil { throw AccountsError.emailTaken }
    }
}

extension Phrase {
    static func noSuchLogin(_ login: String) -> Phrase {
        let shown = String(login.prefix(64))
        return Phrase(
            fr: "Aucun compte n’a l’identifiant « \(shown) ».", en: "No account has the login “\(shown)”.")
    }
}

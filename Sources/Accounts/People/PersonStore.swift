package import Essentials
package import SQL

/// People and the roles they hold for the installation: what is kept of an account.
package struct PersonStore: Sendable {
    package init() {}

    /// Adds an account.
    /// - throws: ``AccountsError/loginTaken(_:)`` or ``AccountsError/emailTaken``; the transaction must then be given up.
    package func add(_ new: NewPerson, at now: Instant, in tx: any WriteTransaction) throws {
        do {
            try tx.run(
                AccountsStatements.addPerson, new.id, new.login.text, new.login.key, new.name.given, new.name.family,
                new.name.sortKey, new.email?.text, new.email?.key, new.language, new.passwordHash?.text,
                new.mustChangePassword, now)
        } catch SQLError.uniqueViolation(let detail) where detail.contains("login_key") {
            throw AccountsError.loginTaken(new.login.text)
        } catch SQLError.uniqueViolation(let detail) where detail.contains("email_key") {
            throw AccountsError.emailTaken
        }
    }

    package func person(_ id: Identifier<Person>, in tx: any ReadTransaction) throws -> Person? {
        try tx.first(AccountsStatements.person, id) { try Person(row: $0) }
    }

    /// The person with this login, whatever its case and accents.
    package func person(login: Login, in tx: any ReadTransaction) throws -> Person? {
        try tx.first(AccountsStatements.personByLogin, login.key) { try Person(row: $0) }
    }

    /// Who uses this e-mail address.
    package func owner(of email: EmailAddress, in tx: any ReadTransaction) throws -> Identifier<Person>? {
        try tx.first(AccountsStatements.personByEmail, email.key) { $0.id(0) }
    }

    /// What a sign-in needs. `typed` is a login, or an e-mail address when no login is that text.
    /// - Returns: `nil` when nobody is known by it. Verify a password all the same, against no hash.
    package func credentials(for typed: String, in tx: any ReadTransaction) throws -> Credentials? {
        if let login = try? Login(typed),
            let found = try tx.first(
                AccountsStatements.credentialsByLogin, login.key, map: Credentials.init(row:))
        {
            return found
        }
        guard let email = try? EmailAddress(typed) else { return nil }
        return try tx.first(AccountsStatements.credentialsByEmail, email.key, map: Credentials.init(row:))
    }

    package func credentials(of id: Identifier<Person>, in tx: any ReadTransaction) throws -> Credentials? {
        try tx.first(AccountsStatements.credentialsByID, id, map: Credentials.init(row:))
    }

    /// One page of all accounts by name. The next page begins after the last line's `position`.
    package func people(
        after position: PersonListPosition = .start, limit: Int, in tx: any ReadTransaction
    ) throws -> [PersonListing] {
        try tx.rows(AccountsStatements.people, position.sortKey, position.id, limit) { PersonListing(row: $0) }
    }

    /// Every present role of a person: one statement.
    package func roles(of id: Identifier<Person>, in tx: any ReadTransaction) throws -> Roles {
        var roles = Roles()
        try tx.forEach(AccountsStatements.roles, [id.sqlValue]) { row in
            if let cohort: Identifier<Cohort> = row.idOrNil(1) {
                roles.cohorts[cohort, default: []].insert(try row.value(0))
            } else {
                roles.installation.insert(try row.value(0))
            }
        }
        return roles
    }
}

extension PersonStore {
    /// - throws: ``AccountsError/unknownPerson``
    package func setPassword(
        _ hash: PasswordHash, mustChange: Bool, of id: Identifier<Person>, in tx: any WriteTransaction
    ) throws {
        try expectOne(tx.run(AccountsStatements.setPassword, id, hash.text, mustChange))
    }

    /// Replaces a hash by one with newer parameters, unless the password changed since `old` was read.
    package func rehash(
        from old: PasswordHash, to new: PasswordHash, of id: Identifier<Person>, in tx: any WriteTransaction
    ) throws {
        try tx.run(AccountsStatements.rehashPassword, id, old.text, new.text)
    }

    /// - throws: ``AccountsError/unknownPerson``
    package func setPreferences(
        _ preferences: Preferences, of id: Identifier<Person>, in tx: any WriteTransaction
    ) throws {
        try expectOne(
            tx.run(
                AccountsStatements.setPreferences, id, preferences.language, preferences.theme.rawValue,
                preferences.spacing.rawValue))
    }

    /// - throws: ``AccountsError/unknownPerson``
    package func setName(_ name: PersonName, of id: Identifier<Person>, in tx: any WriteTransaction) throws {
        try expectOne(tx.run(AccountsStatements.setName, id, name.given, name.family, name.sortKey))
    }

    /// - throws: ``AccountsError/unknownPerson``, ``AccountsError/emailTaken``
    package func setEmail(_ email: EmailAddress?, of id: Identifier<Person>, in tx: any WriteTransaction) throws {
        do {
            try expectOne(tx.run(AccountsStatements.setEmail, id, email?.text, email?.key))
        } catch SQLError.uniqueViolation {
            throw AccountsError.emailTaken
        }
    }

    /// Closes an account. Its sessions stop opening anything at once; end them too, so that they do not come back with it.
    /// - throws: ``AccountsError/unknownPerson``
    package func disable(_ id: Identifier<Person>, at now: Instant, in tx: any WriteTransaction) throws {
        try expectOne(tx.run(AccountsStatements.disable, id, now))
    }

    /// - throws: ``AccountsError/unknownPerson``
    package func enable(_ id: Identifier<Person>, in tx: any WriteTransaction) throws {
        try expectOne(tx.run(AccountsStatements.enable, id))
    }

    /// Gives a role of the installation; again changes nothing.
    /// - throws: ``AccountsError/unknownPerson``
    package func grant(_ role: InstallationRole, to id: Identifier<Person>, in tx: any WriteTransaction) throws {
        do {
            try tx.run(AccountsStatements.grant, id, role.rawValue)
        } catch SQLError.foreignKeyViolation {
            throw AccountsError.unknownPerson
        }
    }

    /// Takes a role of the installation back; nothing happens when it was not held.
    package func revoke(_ role: InstallationRole, from id: Identifier<Person>, in tx: any WriteTransaction) throws {
        try tx.run(AccountsStatements.revokeRole, id, role.rawValue)
    }

    private func expectOne(_ changed: Int) throws {
        if changed == 0 { throw AccountsError.unknownPerson }
    }
}

extension Person {
    /// The twelve columns of `accounts.person`, from `first`.
    init(row: any Row, from first: Int = 0) throws {
        self.init(
            id: row.id(first), login: Login(trusted: row.text(first + 1), key: row.text(first + 2)),
            name: PersonName(trustedGiven: row.text(first + 3), family: row.text(first + 4)),
            email: row.textOrNil(first + 5).map(EmailAddress.init(trusted:)),
            preferences: Preferences(
                language: try row.value(first + 6), theme: try row.value(first + 7), spacing: try row.value(first + 8)),
            mustChangePassword: row.bool(first + 9), createdAt: row.instant(first + 10),
            disabledAt: row.instantOrNil(first + 11))
    }
}

extension PersonListing {
    /// The seven columns `id, login, given_name, family_name, email, disabled_at, sort_key`.
    init(row: any Row) {
        self.init(
            id: row.id(0), login: row.text(1), name: PersonName(trustedGiven: row.text(2), family: row.text(3)),
            email: row.textOrNil(4), isDisabled: !row.isNull(5),
            position: PersonListPosition(sortKey: row.text(6), id: row.text(0)))
    }
}

extension Credentials {
    init(row: any Row) {
        self.init(
            person: row.id(0), passwordHash: row.textOrNil(1).map(PasswordHash.init(trusted:)),
            isDisabled: !row.isNull(2))
    }
}

package import Essentials
package import SQL

/// Brings the people of a file into the installation: everyone, or no one.
///
/// ```swift
/// let rows = try PeopleCSV.parse(bytes).get()
/// let plan = try await database.read { try PeopleImport.plan(rows, in: $0) }
/// let prepared = try await PeopleImport.prepare(plan, hasher: hasher)
/// let report = try await database.writeAlone { try PeopleImport.apply(prepared, at: now, in: $0) }
/// ```
///
/// Hashing passwords takes long and needs no database, so it stands between the reading and the writing; `apply` looks at
/// everything again. A login that is already there, under the same names, keeps its account as it is and gets the
/// roles of the file: the same file twice changes nothing.
package enum PeopleImport {
    /// The rows, and which accounts must be made for them.
    package struct Plan: Sendable, Hashable {
        package let rows: [PersonRow]
        /// The keys of the logins that nobody has yet.
        let newLogins: Set<String>

        /// How many accounts will be made.
        package var newAccounts: Int { newLogins.count }
    }

    /// The rows, with a hashed password for each account to be made.
    package struct Prepared: Sendable {
        package let rows: [PersonRow]
        let passwords: [String: FirstPassword]
    }

    struct FirstPassword: Sendable {
        let hash: PasswordHash
        /// Set when it was made up, so that somebody tells the person.
        let madeUp: String?
    }

    /// Looks at what only the database knows.
    /// - throws: ``AccountsError/peopleRefused(_:)`` with every problem: login of another name, e-mail taken, cohort or group
    ///   unknown, account closed.
    package static func plan(_ rows: [PersonRow], in tx: any ReadTransaction) throws -> Plan {
        var lookup = PeopleLookup()
        var problems: [PeopleProblem] = []
        var newLogins: Set<String> = []
        for row in rows {
            problems += try lookup.problems(of: row, in: tx)
            if try lookup.person(row.login, in: tx) == nil { newLogins.insert(row.login.key) }
        }
        if !problems.isEmpty { throw AccountsError.peopleRefused(problems) }
        return Plan(rows: rows, newLogins: newLogins)
    }

    /// Hashes the first passwords, making up those that the file does not give. Takes its turn among those who sign in.
    /// - Parameters:
    ///   - width: how many hashes at once.
    ///   - progress: called after each, with how many are done.
    /// - throws: `CancellationError`
    package static func prepare(
        _ plan: Plan, hasher: PasswordHasher, width: Int = 2, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> Prepared {
        var given: [String: String] = [:]
        for row in plan.rows where given[row.login.key] == nil { given[row.login.key] = row.password }
        let chosen = given
        var passwords: [String: FirstPassword] = [:]
        try await withThrowingTaskGroup(of: (String, FirstPassword).self) { group in
            for (count, login) in plan.newLogins.enumerated() {
                if count >= width, let (login, password) = try await group.next() {
                    passwords[login] = password
                    progress(passwords.count)
                }
                group.addTask {
                    let password = chosen[login] ?? PasswordGenerator.password()
                    let hash = try await hasher.hash(password, patiently: true)
                    return (login, FirstPassword(hash: hash, madeUp: chosen[login] == nil ? password : nil))
                }
            }
            for try await (login, password) in group {
                passwords[login] = password
                progress(passwords.count)
            }
        }
        return Prepared(rows: plan.rows, passwords: passwords)
    }

    /// Writes everyone, in the order of the file. Long: run it in a transaction of its own.
    /// - throws: ``AccountsError/peopleRefused(_:)`` as ``plan(_:in:)`` does, since things may have changed; nothing is written then.
    package static func apply(_ prepared: Prepared, at now: Instant, in tx: any WriteTransaction) throws -> Report {
        let plan = try plan(prepared.rows, in: tx)
        let unprepared = prepared.rows.filter {
            plan.newLogins.contains($0.login.key) && prepared.passwords[$0.login.key] == nil
        }
        if !unprepared.isEmpty {
            throw AccountsError.peopleRefused(
                unprepared.map { PeopleProblem(line: $0.line, message: .changedMeanwhile) })
        }
        var lookup = PeopleLookup()
        return Report(
            lines: try prepared.rows.map { row in
                try apply(row, prepared.passwords[row.login.key], &lookup, at: now, in: tx)
            })
    }

    private static func apply(
        _ row: PersonRow, _ password: FirstPassword?, _ lookup: inout PeopleLookup, at now: Instant,
        in tx: any WriteTransaction
    ) throws -> Report.Line {
        if let person = try lookup.person(row.login, in: tx) {
            let changed = try enrol(person.id, row, &lookup, at: now, in: tx)
            return Report.Line(
                line: row.line, person: person.id, login: row.login, name: row.name,
                outcome: changed ? .rolesChanged : .alreadyThere, madeUpPassword: nil)
        }
        let id = Identifier<Person>.new(at: now)
        try PersonStore().add(
            NewPerson(
                id: id, login: row.login, name: row.name, email: row.email, language: row.language ?? .french,
                passwordHash: password?.hash, mustChangePassword: true),
            at: now, in: tx)
        lookup.forget(row.login)
        _ = try enrol(id, row, &lookup, at: now, in: tx)
        return Report.Line(
            line: row.line, person: id, login: row.login, name: row.name, outcome: .added, madeUpPassword: password?.madeUp)
    }

    /// - Returns: whether anything changed.
    private static func enrol(
        _ person: Identifier<Person>, _ row: PersonRow, _ lookup: inout PeopleLookup, at now: Instant,
        in tx: any WriteTransaction
    ) throws -> Bool {
        guard let enrolment = row.enrolment, let cohort = try lookup.cohort(enrolment.cohort, in: tx) else { return false }
        let store = MembershipStore()
        let present = try store.membership(person, cohort.id, as: enrolment.role, in: tx)
        var group = present?.group
        if let key = enrolment.group { group = try lookup.group(key, of: cohort, in: tx)?.id }
        if let present, present.leftAt == nil, present.group == group { return false }
        try store.join(person, cohort.id, as: enrolment.role, group: group, at: now, in: tx)
        return true
    }
}

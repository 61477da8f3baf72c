import Essentials

/// Reads the cells of one row and gathers everything that is wrong with it.
struct PersonRowReader {
    let header: PeopleHeader
    let cells: [String]
    let line: Int
    private(set) var problems: [PeopleProblem] = []

    init(header: PeopleHeader, cells: [String], line: Int) {
        self.header = header
        self.cells = cells
        self.line = line
    }

    /// The row, or `nil` when ``problems`` says why not.
    mutating func row() -> PersonRow? {
        if cells.dropFirst(header.count).contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
            problems.append(PeopleProblem(line: line, message: .tooManyCells(cells.count, header.count)))
            return nil
        }
        let login = read(.login) { text throws(AccountsError) in try Login(text) }
        let name = readName()
        let email = readOptional(.email) { text throws(AccountsError) in try EmailAddress(text) }
        let language = readLanguage()
        let enrolment = readEnrolment()
        let password = readPassword(login: login, name: name, email: email)
        guard let login, let name, problems.isEmpty else { return nil }
        return PersonRow(
            line: line, login: login, name: name, email: email, language: language, enrolment: enrolment, password: password)
    }

    private func cell(_ column: PeopleColumn) -> String {
        guard let place = header.place(of: column), place < cells.count else { return "" }
        return cells[place].trimmingSpaces()
    }

    private mutating func report(_ column: PeopleColumn, _ message: Phrase) {
        problems.append(PeopleProblem(line: line, column: header.name(of: column), message: message))
    }

    private mutating func read<Value>(
        _ column: PeopleColumn, _ make: (String) throws(AccountsError) -> Value
    ) -> Value? {
        do {
            return try make(cell(column))
        } catch {
            report(column, cell(column).isEmpty ? .emptyCell : error.phrase)
            return nil
        }
    }

    private mutating func readOptional<Value>(
        _ column: PeopleColumn, _ make: (String) throws(AccountsError) -> Value
    ) -> Value? {
        cell(column).isEmpty ? nil : read(column, make)
    }

    private mutating func readName() -> PersonName? {
        do {
            return try PersonName(given: cell(.givenName), family: cell(.familyName))
        } catch {
            report(cell(.familyName).isEmpty || cell(.familyName).isFitForAName ? .givenName : .familyName, error.phrase)
            return nil
        }
    }

    private mutating func readLanguage() -> Language? {
        let text = cell(.language)
        if text.isEmpty { return nil }
        guard let language = Language(typed: text) else {
            report(.language, .badLanguage)
            return nil
        }
        return language
    }

    private mutating func readEnrolment() -> PersonRow.Enrolment? {
        let cohort = cell(.cohort)
        let group = cell(.group)
        let typedRole = cell(.role)
        var role = CohortRole.learner
        if !typedRole.isEmpty {
            if let known = CohortRole(typed: typedRole) {
                role = known
            } else {
                report(.role, InstallationRole(rawValue: typedRole.folded) == nil ? .badRole : .roleNotByFile)
            }
        }
        if cohort.isEmpty {
            if !typedRole.isEmpty || !group.isEmpty { report(.cohort, .cohortMissing) }
            return nil
        }
        for (column, key) in [(PeopleColumn.cohort, cohort), (.group, group)] where !key.isEmpty {
            do {
                _ = try HumanKey.checked(key)
            } catch {
                report(column, error.phrase)
            }
        }
        return PersonRow.Enrolment(cohort: cohort, group: group.isEmpty ? nil : group, role: role)
    }

    private mutating func readPassword(login: Login?, name: PersonName?, email: EmailAddress?) -> String? {
        guard let place = header.place(of: .password), place < cells.count else { return nil }
        let password = cells[place]
        if password.allSatisfy(\.isWhitespace) { return nil }
        guard let login, let name else { return password }
        let names = PasswordRule.names(login: login, name: name, email: email)
        let faults = PasswordRule.faults(in: password, names: names)
        if !faults.isEmpty { report(.password, .passwordFaults(faults)) }
        return password
    }
}

/// What rows of one file say of each other. A login may stand on several lines, to hold several roles.
struct PeopleRepeats {
    private var byLogin: [String: PersonRow] = [:]
    private var byEmail: [String: PersonRow] = [:]
    private var enrolments: [String: Int] = [:]

    mutating func problems(of row: PersonRow, header: PeopleHeader) -> [PeopleProblem] {
        var problems: [PeopleProblem] = []
        func report(_ column: PeopleColumn, _ message: Phrase) {
            problems.append(PeopleProblem(line: row.line, column: header.name(of: column), message: message))
        }
        let place = "\(row.login.key)\n\(row.enrolment?.cohort ?? "")\n\(row.enrolment?.role.rawValue ?? "")"
        if let earlier = byLogin[row.login.key] {
            if earlier.name.sortKey != row.name.sortKey {
                report(.login, .loginOnLine(earlier.line))
            } else if let line = enrolments[place] {
                report(.login, .sameAsLine(line))
            } else if row.password.map({ $0 != earlier.password }) ?? false {
                report(.password, .differsFromLine(earlier.line))
            }
        }
        if let email = row.email {
            let earlier = byEmail[email.key]
            if let earlier, earlier.login.key != row.login.key { report(.email, .emailOnLine(earlier.line)) }
            if earlier == nil { byEmail[email.key] = row }
        }
        if byLogin[row.login.key] == nil { byLogin[row.login.key] = row }
        if enrolments[place] == nil { enrolments[place] = row.line }
        return problems
    }
}

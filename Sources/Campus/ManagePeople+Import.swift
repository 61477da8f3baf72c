package import Accounts
import Essentials
import Progress
import SQL

/// Bringing in the people of a file, for whoever runs the installation.
extension Campus {
    /// What came of a file of people.
    package enum PeopleImportOutcome: Sendable, Hashable {
        /// Nobody was added, for all these reasons, in the order of the file.
        case refused([PeopleProblem])
        case done(PeopleImport.Report)
    }

    /// Adds everybody in a CSV file, or nobody: accounts, roles in cohorts and, for learners, the courses of the cohort. The same file
    /// again changes nothing.
    ///
    /// Passwords are hashed between the reading and the writing, so that nobody waits for them.
    ///
    /// - Parameters:
    ///   - bytes: the file; see `PeopleCSV` for its columns.
    ///   - progress: called after each password, with how many are made and how many there are.
    /// - throws: `SQLError`, `CancellationError`; what is wrong with the file is not an error but an outcome.
    package func importPeople(
        _ bytes: [UInt8], by author: Login? = nil, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> PeopleImportOutcome {
        do {
            let parsed = PeopleCSV.parse(bytes)
            let rows = parsed.rows
            let plan = try await database.read { try planImport(parsed, in: $0) }
            let count = plan.newAccounts
            let prepared = try await PeopleImport.prepare(plan, hasher: passwords) { progress($0, count) }
            let now = clock.now
            let report = try await database.writeAlone { writing in
                let returning = try returning(rows, in: writing)
                let report = try PeopleImport.apply(prepared, at: now, in: writing)
                for line in report.lines where line.outcome == .added {
                    try security.add(managed(.accountAdded, line.person, at: now, by: author), in: writing)
                }
                try followCourses(rows, report, returning, at: now, by: author, in: writing)
                if report.lines.contains(where: { $0.outcome == .rolesChanged }) { try writing.signal(.manyChanged) }
                return report
            }
            for line in report.lines where line.outcome == .rolesChanged { sessions.drop(line.person) }
            return .done(report)
        } catch AccountsError.peopleRefused(let problems) {
            return .refused(problems)
        }
    }

    /// - throws: `AccountsError.peopleRefused` with what the file and the database have against it, together, by line.
    private func planImport(_ parsed: PeopleCSV.Result, in reading: any ReadTransaction) throws -> PeopleImport.Plan {
        do {
            let plan = try PeopleImport.plan(parsed.rows, in: reading)
            if parsed.problems.isEmpty { return plan }
        } catch AccountsError.peopleRefused(let more) {
            throw AccountsError.peopleRefused((parsed.problems + more).sorted { $0.line < $1.line })
        }
        throw AccountsError.peopleRefused(parsed.problems)
    }

    /// The lines of those who are not in their cohort as things stand: new there, or back after leaving.
    private func returning(_ rows: [PersonRow], in reading: any ReadTransaction) throws -> Set<Int> {
        var lines: Set<Int> = []
        for row in rows {
            guard let enrolment = row.enrolment, let cohort = try cohorts.cohort(key: enrolment.cohort, in: reading) else {
                continue
            }
            let held = try people.person(login: row.login, in: reading).flatMap {
                try memberships.membership($0.id, cohort.id, as: enrolment.role, in: reading)
            }
            if held.map({ $0.leftAt != nil }) ?? true { lines.insert(row.line) }
        }
        return lines
    }

    /// Enrols the learners of the file in the courses of their cohorts, and writes roles down among the security events.
    private func followCourses(
        _ rows: [PersonRow], _ report: PeopleImport.Report, _ returning: Set<Int>, at now: Instant, by author: Login?,
        in writing: any WriteTransaction
    ) throws {
        let persons = Dictionary(
            report.lines.map { ($0.line, $0.person) }, uniquingKeysWith: { first, _ in first })
        var known: [String: (cohort: Cohort, rules: [CourseRules])] = [:]
        for row in rows {
            guard let enrolment = row.enrolment, let person = persons[row.line] else { continue }
            if known[enrolment.cohort] == nil {
                let cohort = try knownCohort(enrolment.cohort, in: writing)
                known[enrolment.cohort] = (cohort, try rules(of: cohort.id, in: writing))
            }
            guard let (cohort, rules) = known[enrolment.cohort] else { continue }
            let isReturning = returning.contains(row.line)
            if enrolment.role == .learner {
                _ = try follow(rules, person, in: cohort.id, returning: isReturning, at: now, in: writing)
            }
            if isReturning {
                let detail = "+ \(enrolment.role.rawValue) \(cohort.key)"
                try security.add(managed(.rolesChanged, person, at: now, by: author, detail), in: writing)
            }
        }
    }
}

import Essentials
import SQL

/// What an import asks the database, each question once.
struct PeopleLookup {
    private var people: [String: Person?] = [:]
    private var cohorts: [String: Cohort?] = [:]
    private var groups: [String: Group?] = [:]

    mutating func person(_ login: Login, in tx: any ReadTransaction) throws -> Person? {
        if let known = people[login.key] { return known }
        let person = try PersonStore().person(login: login, in: tx)
        people[login.key] = .some(person)
        return person
    }

    /// The account was just made: ask again.
    mutating func forget(_ login: Login) {
        people[login.key] = nil
    }

    mutating func cohort(_ key: String, in tx: any ReadTransaction) throws -> Cohort? {
        if let known = cohorts[key] { return known }
        let cohort = try CohortStore().cohort(key: key, in: tx)
        cohorts[key] = .some(cohort)
        return cohort
    }

    mutating func group(_ key: String, of cohort: Cohort, in tx: any ReadTransaction) throws -> Group? {
        let name = "\(cohort.key)\n\(key)"
        if let known = groups[name] { return known }
        let group = try CohortStore().group(key: key, of: cohort.id, in: tx)
        groups[name] = .some(group)
        return group
    }

    /// Everything that is wrong with a row as the database stands.
    mutating func problems(of row: PersonRow, in tx: any ReadTransaction) throws -> [PeopleProblem] {
        var problems: [PeopleProblem] = []
        func report(_ column: PeopleColumn, _ message: Phrase) {
            problems.append(PeopleProblem(line: row.line, column: column.rawValue, message: message))
        }
        if let person = try person(row.login, in: tx) {
            if person.name.sortKey != row.name.sortKey {
                report(.login, .loginOfAnother)
            } else if person.disabledAt != nil {
                report(.login, .accountClosed)
            }
        } else if let email = row.email, try PersonStore().owner(of: email, in: tx) != nil {
            report(.email, AccountsError.emailTaken.phrase)
        }
        guard let enrolment = row.enrolment else { return problems }
        guard let cohort = try cohort(enrolment.cohort, in: tx) else {
            report(.cohort, .cohortUnknown)
            return problems
        }
        if let key = enrolment.group, try group(key, of: cohort, in: tx) == nil { report(.group, .groupUnknown) }
        return problems
    }
}

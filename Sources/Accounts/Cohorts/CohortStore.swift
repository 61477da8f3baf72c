package import Essentials
package import SQL

/// Cohorts and their groups.
package struct CohortStore: Sendable {
    package init() {}

    /// - throws: ``AccountsError/cohortKeyTaken(_:)``; the transaction must then be given up.
    package func add(_ cohort: Cohort, in tx: any WriteTransaction) throws {
        do {
            try tx.run(
                AccountsStatements.addCohort, cohort.id, cohort.key, cohort.title, cohort.startsOn?.text,
                cohort.endsOn?.text, cohort.createdAt)
        } catch SQLError.uniqueViolation {
            throw AccountsError.cohortKeyTaken(cohort.key)
        }
    }

    package func cohort(_ id: Identifier<Cohort>, in tx: any ReadTransaction) throws -> Cohort? {
        try tx.first(AccountsStatements.cohort, id, map: Cohort.init(row:))
    }

    /// Several cohorts in the order in which they are named; without those that are not there. A statement for four.
    package func cohorts(_ ids: [Identifier<Cohort>], in tx: any ReadTransaction) throws -> [Cohort] {
        var found: [Identifier<Cohort>: Cohort] = [:]
        try tx.forEach(AccountsStatements.cohortsByID, keys: ids) { row in
            let cohort = Cohort(row: row)
            found[cohort.id] = cohort
        }
        return ids.compactMap { found[$0] }
    }

    /// The cohort with a key that someone typed.
    package func cohort(key: String, in tx: any ReadTransaction) throws -> Cohort? {
        guard let key = try? HumanKey.checked(key) else { return nil }
        return try tx.first(AccountsStatements.cohortByKey, key, map: Cohort.init(row:))
    }

    /// One page of all cohorts by key; the next begins after the last one's key.
    package func cohorts(after key: String = "", limit: Int, in tx: any ReadTransaction) throws -> [Cohort] {
        try tx.rows(AccountsStatements.cohorts, key, limit, map: Cohort.init(row:))
    }

    /// The cohorts in which a person holds a role now, by key.
    package func cohorts(of person: Identifier<Person>, in tx: any ReadTransaction) throws -> [Cohort] {
        try tx.rows(AccountsStatements.cohortsOfPerson, person, map: Cohort.init(row:))
    }

    /// Changes title and dates; the key and the id stay.
    /// - throws: ``AccountsError/unknownCohort``
    package func change(_ cohort: Cohort, in tx: any WriteTransaction) throws {
        let changed = try tx.run(
            AccountsStatements.changeCohort, cohort.id, cohort.title, cohort.startsOn?.text, cohort.endsOn?.text)
        if changed == 0 { throw AccountsError.unknownCohort }
    }

    /// - throws: ``AccountsError/groupKeyTaken(_:)`` or ``AccountsError/unknownCohort``; the transaction must then be given up.
    package func add(_ group: Group, in tx: any WriteTransaction) throws {
        do {
            try tx.run(AccountsStatements.addGroup, group.id, group.cohort, group.key, group.title)
        } catch SQLError.uniqueViolation {
            throw AccountsError.groupKeyTaken(group.key)
        } catch SQLError.foreignKeyViolation {
            throw AccountsError.unknownCohort
        }
    }

    /// The groups of a cohort, by key.
    package func groups(of cohort: Identifier<Cohort>, in tx: any ReadTransaction) throws -> [Group] {
        try tx.rows(AccountsStatements.groups, cohort, map: Group.init(row:))
    }

    /// The group with a key that someone typed.
    package func group(key: String, of cohort: Identifier<Cohort>, in tx: any ReadTransaction) throws -> Group? {
        guard let key = try? HumanKey.checked(key) else { return nil }
        return try tx.first(AccountsStatements.groupByKey, cohort, key, map: Group.init(row:))
    }
}

extension Cohort {
    init(row: any Row) {
        self.init(
            id: row.id(0), key: row.text(1), title: row.text(2), startsOn: row.textOrNil(3).map(CalendarDay.init(trusted:)),
            endsOn: row.textOrNil(4).map(CalendarDay.init(trusted:)), createdAt: row.instant(5))
    }
}

extension Group {
    init(row: any Row) {
        self.init(id: row.id(0), cohort: row.id(1), key: row.text(2), title: row.text(3))
    }
}

package import Essentials
package import SQL

/// Who holds which role in which cohort and group.
package struct MembershipStore: Sendable {
    package init() {}

    /// Joins a cohort in a role; comes back after leaving; or moves to `group` (`nil`: to no group).
    /// - throws: ``AccountsError/unknownCohort`` when the person, the cohort or the group does not exist, or the group is of
    ///   another cohort; the transaction must then be given up.
    package func join(
        _ person: Identifier<Person>, _ cohort: Identifier<Cohort>, as role: CohortRole, group: Identifier<Group>? = nil,
        at now: Instant, in tx: any WriteTransaction
    ) throws {
        do {
            try tx.run(AccountsStatements.join, person, cohort, role.rawValue, group, now)
        } catch SQLError.foreignKeyViolation {
            throw AccountsError.unknownCohort
        }
    }

    /// Leaves a cohort in one role. The membership stays, with the moment of leaving.
    /// - throws: ``AccountsError/notAMember``
    package func leave(
        _ person: Identifier<Person>, _ cohort: Identifier<Cohort>, as role: CohortRole, at now: Instant,
        in tx: any WriteTransaction
    ) throws {
        let changed = try tx.run(AccountsStatements.leave, person, cohort, role.rawValue, now)
        if changed == 0 { throw AccountsError.notAMember }
    }

    package func membership(
        _ person: Identifier<Person>, _ cohort: Identifier<Cohort>, as role: CohortRole, in tx: any ReadTransaction
    ) throws -> Membership? {
        try tx.first(AccountsStatements.membership, person, cohort, role.rawValue, map: Membership.init(row:))
    }

    /// Every membership of a person, past ones too.
    package func memberships(of person: Identifier<Person>, in tx: any ReadTransaction) throws -> [Membership] {
        try tx.rows(AccountsStatements.membershipsOfPerson, person, map: Membership.init(row:))
    }

    /// One page of those who hold `role` in a cohort now, by name. The next page begins after the last line's position.
    package func people(
        of cohort: Identifier<Cohort>, as role: CohortRole, after position: PersonListPosition = .start, limit: Int,
        in tx: any ReadTransaction
    ) throws -> [CohortListing] {
        try tx.rows(
            AccountsStatements.cohortPeople, cohort, role.rawValue, position.sortKey, position.id, limit,
            map: CohortListing.init(row:))
    }

    /// One page of those who hold `role` in a group now, by name.
    package func people(
        of group: Identifier<Group>, as role: CohortRole, after position: PersonListPosition = .start, limit: Int,
        in tx: any ReadTransaction
    ) throws -> [CohortListing] {
        try tx.rows(
            AccountsStatements.groupPeople, group, role.rawValue, position.sortKey, position.id, limit,
            map: CohortListing.init(row:))
    }

    /// How many people hold each role in a cohort now.
    package func headcount(of cohort: Identifier<Cohort>, in tx: any ReadTransaction) throws -> [CohortRole: Int] {
        var counts: [CohortRole: Int] = [:]
        try tx.forEach(AccountsStatements.headcount, [cohort.sqlValue]) { row in
            counts[try row.value(0)] = row.int(1)
        }
        return counts
    }
}

extension Membership {
    init(row: any Row) throws {
        self.init(
            person: row.id(0), cohort: row.id(1), role: try row.value(2), group: row.idOrNil(3), joinedAt: row.instant(4),
            leftAt: row.instantOrNil(5))
    }
}

extension CohortListing {
    init(row: any Row) throws {
        self.init(
            person: PersonListing(row: row), role: try row.value(7), group: row.idOrNil(8), joinedAt: row.instant(9))
    }
}

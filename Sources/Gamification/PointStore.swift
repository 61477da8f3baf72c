package import Accounts
package import Essentials
package import SQL

/// What is kept of points. Stateless.
package struct PointStore: Sendable {
    package init() {}

    /// Brings the ledger to say what is so: writes what was earned and is not written yet, and takes back what is written and is no longer so. The
    /// same claims again write nothing.
    ///
    /// The row of the purse is taken first: writers of one person follow each other, and each sees what the one before wrote. What was earned in
    /// another cohort or course stays, and is not paid again here.
    /// - Parameters:
    ///   - day: on which it happens, in the learner's zone.
    /// - Returns: the new entries.
    package func settle(
        _ claims: [PointClaim], for person: Identifier<Person>, in place: PointPlace, on day: CalendarDay, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> [PointEntry] {
        guard !claims.isEmpty else { return [] }
        let kept = try taken(person, in: writing)
        var purse = kept
        var written: [PointEntry] = []
        for claim in claims {
            let last = try writing.first(PointStatements.last, person, claim.rule, claim.subject.text, map: PointEntry.init(row:))
            let stands = last.map { !$0.isReversal } ?? false
            let (amount, due): (Int, Int)
            if claim.holds, !stands, claim.amount > 0 {
                (amount, due) = (try allowed(claim, for: person, on: day, in: writing), claim.amount)
            } else if !claim.holds, stands, let last, last.place == place {
                (amount, due) = (-last.amount, -last.due)
            } else {
                continue
            }
            purse.entries += 1
            purse.balance += amount
            let entry = PointEntry(
                person: person, number: purse.entries, rule: claim.rule, ruleVersion: claim.ruleVersion, subject: claim.subject,
                version: (last?.version ?? 0) + 1, amount: amount, due: due, place: place, title: claim.title, day: day, at: now)
            try insert(entry, in: writing)
            written.append(entry)
        }
        if purse != kept { try writing.run(PointStatements.savePurse, person, purse.balance, purse.entries) }
        let sum = written.reduce(0) { $0 + $1.amount }
        if !written.isEmpty { try writing.run(PointStatements.addToBalance, person, place.cohort, place.course, sum) }
        return written
    }

    /// What the caps of the rule leave of an amount.
    private func allowed(
        _ claim: PointClaim, for person: Identifier<Person>, on day: CalendarDay, in reading: any ReadTransaction
    ) throws -> Int {
        var amount = claim.amount
        let monday = day.monday
        for (cap, first, last) in [(claim.mostADay, day, day), (claim.mostAWeek, monday, monday.adding(days: 6))] {
            guard let cap else { continue }
            let given = try reading.first(PointStatements.given, person, claim.rule, first.text, last.text) { $0.int(0) } ?? 0
            amount = min(amount, max(0, cap - given))
        }
        return amount
    }

    private func taken(_ person: Identifier<Person>, in writing: any WriteTransaction) throws -> PointPurse {
        let take = PointStatements.purse.taking(rowsOf: "p")
        if let purse = try writing.first(take, person, map: PointPurse.init(row:)) { return purse }
        try writing.run(PointStatements.insertPurse, person)
        return try writing.first(take, person, map: PointPurse.init(row:)) ?? .empty
    }

    private func insert(_ entry: PointEntry, in writing: any WriteTransaction) throws {
        try writing.run(
            PointStatements.insertEntry, entry.person, entry.number, entry.rule, entry.ruleVersion, entry.subject.text,
            entry.version, entry.amount, entry.due, entry.place.cohort, entry.place.course, entry.title, entry.day.text, entry.at)
    }

    // MARK: Reading

    /// What somebody has; ``PointPurse/empty`` for who never earned anything.
    package func purse(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> PointPurse {
        try reading.first(PointStatements.purse, person, map: PointPurse.init(row:)) ?? .empty
    }

    /// The last entries before a place, the newest first, but those of cohorts without points.
    package func entries(
        of person: Identifier<Person>, before number: Int? = nil, limit: Int, in reading: any ReadTransaction
    ) throws -> [PointEntry] {
        try reading.rows(PointStatements.entries, person, number ?? Int(Int32.max), limit, map: PointEntry.init(row:))
    }

    /// What the ledger says last of a rule and a subject.
    package func last(
        _ rule: String, _ subject: PointSubject, of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> PointEntry? {
        try reading.first(PointStatements.last, person, rule, subject.text, map: PointEntry.init(row:))
    }

    /// What a rule gave for since a day, and that still stands.
    package func subjects(
        of rule: String, since day: CalendarDay, by person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [PointSubject] {
        try reading.rows(PointStatements.since, person, rule, day.text) { (text: $0.text(0), version: $0.int(1)) }
            .filter { !$0.version.isMultiple(of: 2) }.compactMap { PointSubject($0.text) }
    }

    /// What was earned in each course, but of cohorts without points.
    package func balances(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> [PointBalance] {
        try reading.rows(PointStatements.balances, person, map: PointBalance.init(row:))
    }

    /// What was earned in a cohort since a day, in the order in which each person's came; nothing of those who want no points.
    package func entries(
        in cohort: Identifier<Cohort>, since day: CalendarDay, in reading: any ReadTransaction
    ) throws -> [PointEntry] {
        try reading.rows(PointStatements.ofCohort, cohort, day.text, map: PointEntry.init(row:))
    }

    // MARK: Switches

    /// Whether somebody wants none of it to be seen. What is earned meanwhile is kept.
    package func set(off isOff: Bool, for person: Identifier<Person>, in writing: any WriteTransaction) throws {
        try writing.run(PointStatements.setOff, person, isOff)
    }

    /// Whether a cohort has points.
    package func set(
        off isOff: Bool, for cohort: Identifier<Cohort>, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        try writing.run(PointStatements.setCohort, cohort, isOff, person, now)
    }

    /// Those of some cohorts that have no points. A statement for four of them.
    package func offCohorts(
        among cohorts: [Identifier<Cohort>], in reading: any ReadTransaction
    ) throws -> Set<Identifier<Cohort>> {
        var off: Set<Identifier<Cohort>> = []
        try reading.forEach(PointStatements.offCohorts, keys: cohorts) { off.insert($0.id(0)) }
        return off
    }
}

extension PointPurse {
    init(row: any Row) { self.init(balance: row.int(0), entries: row.int(1), isOff: row.bool(2)) }
}

extension PointBalance {
    init(row: any Row) { self.init(place: PointPlace(cohort: row.id(0), course: row.text(1)), balance: row.int(2)) }
}

extension PointEntry {
    init(row: any Row) throws {
        guard let subject = PointSubject(row.text(4)) else { throw SQLError.corrupt("no subject of points: \(row.text(4))") }
        self.init(
            person: row.id(0), number: row.int(1), rule: row.text(2), ruleVersion: row.int(3), subject: subject,
            version: row.int(5), amount: row.int(6), due: row.int(7),
            place: PointPlace(cohort: row.id(8), course: row.text(9)), title: row.text(10),
            day: CalendarDay(trusted: row.text(11)), at: row.instant(12))
    }
}

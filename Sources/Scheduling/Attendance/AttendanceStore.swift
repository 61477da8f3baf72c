package import Accounts
package import Essentials
package import SQL

/// The attendance log: what is kept of signatures and absences. Who may say what, and when, is checked above, in Campus.
package struct AttendanceStore: Sendable {
    package init() {}

    // MARK: Adding

    /// Adds a fact to the log of its cohort. The same id with the same fact changes nothing.
    ///
    /// Takes the chain of the cohort: whoever else adds to it waits until this transaction ends.
    /// - Returns: the entry as it is kept, and whether it is new.
    /// - throws: ``AttendanceError``.
    package func append(
        _ fact: AttendanceFact, id: Identifier<AttendanceEntry>, context: AttendanceEntry.Context, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> (entry: AttendanceEntry, isNew: Bool) {
        if let kept = try replay(of: fact, id: id, in: writing) { return (kept, false) }
        let (length, head) = try takeChain(of: context.cohort, in: writing)
        // Whoever had the chain before may have kept the same.
        if let kept = try replay(of: fact, id: id, in: writing) { return (kept, false) }
        let standing = AttendanceStanding(
            try writing.rows(
                AttendanceStatements.ofPersonInSession, fact.session, fact.day.text, fact.part.rawValue, fact.person
            ) { try AttendanceEntry($0) })
        let minutes = Int(context.endsAt.seconds(since: context.startsAt) / 60)
        let admitted = try standing.admitting(fact, minutes: minutes)
        if let drawing = admitted.drawing,
            try writing.first(AttendanceStatements.drawing, drawing.digest, map: { $0.text(0) }) != nil
        {
            throw AttendanceError.drawingReused
        }
        let text = AttendanceEntry.canonical(
            id: id, fact: admitted, context: context, at: now, sequence: length + 1, previous: head)
        let entry = AttendanceEntry(
            id: id, fact: admitted, context: context, at: now, sequence: length + 1, previous: head,
            hash: AttendanceEntry.hash(of: text))
        try writing.run(AttendanceStatements.insert, entry.columns)
        try writing.run(AttendanceStatements.extendChain, context.cohort, entry.sequence, entry.hash)
        return (entry, true)
    }

    private func takeChain(
        of cohort: Identifier<Cohort>, in writing: any WriteTransaction
    ) throws -> (length: Int, head: String) {
        let read = { try writing.first(AttendanceStatements.takeChain, cohort) { (length: $0.int(0), head: $0.text(1)) } }
        if let chain = try read() { return chain }
        try writing.run(AttendanceStatements.beginChain, cohort)
        guard let chain = try read() else { throw SQLError.corrupt("the attendance chain of \(cohort) cannot be begun") }
        return chain
    }

    private func replay(
        of fact: AttendanceFact, id: Identifier<AttendanceEntry>, in reading: any ReadTransaction
    ) throws -> AttendanceEntry? {
        guard let kept = try entry(id, in: reading) else { return nil }
        guard fact.isReplay(of: kept.fact) else { throw AttendanceError.otherContent }
        return kept
    }

    // MARK: Reading

    package func entry(_ id: Identifier<AttendanceEntry>, in reading: any ReadTransaction) throws -> AttendanceEntry? {
        try reading.first(AttendanceStatements.entry, id) { try AttendanceEntry($0) }
    }

    /// Everything that was said of a session, in order.
    package func entries(
        of session: Identifier<ClassSession>, in reading: any ReadTransaction
    ) throws -> [AttendanceEntry] {
        try reading.rows(AttendanceStatements.ofSession, session) { try AttendanceEntry($0) }
    }

    /// What is known of a learner in the last half-days of a cohort; nothing is known of those that nobody can sign yet.
    package func absences(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, at now: Instant, in reading: any ReadTransaction
    ) throws -> AbsenceFigures {
        AbsenceFigures(
            try reading.rows(AttendanceStatements.recentOfPerson, person, cohort) { try AttendanceEntry($0) }, at: now)
    }

    /// Somebody who learns, or learned, in a cohort.
    package struct Learner: Sendable, Hashable {
        package let id: Identifier<Person>
        package let name: PersonName
        package let group: Identifier<Group>?
        package let joinedAt: Instant
        package let leftAt: Instant?

        /// Whether the person was in the cohort during a half-day of one of its sessions.
        package func isExpected(in half: HalfDay, group wanted: Identifier<Group>?) -> Bool {
            joinedAt < half.endsAt && leftAt.map { $0 > half.startsAt } ?? true && (wanted == nil || wanted == group)
        }
    }

    /// The learners of a cohort, those who left too, by name.
    package func learners(of cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> [Learner] {
        try reading.rows(AttendanceStatements.learners, cohort) { row in
            Learner(
                id: row.id(0), name: PersonName(trustedGiven: row.text(1), family: row.text(2)), group: row.idOrNil(3),
                joinedAt: row.instant(4), leftAt: row.instantOrNil(5))
        }
    }

    /// What the codes that rooms show are made with.
    package func secret(in reading: any ReadTransaction) throws -> String {
        guard let secret = try reading.first(AttendanceStatements.secret, map: { $0.text(0) }) else {
            throw SQLError.corrupt("the secret of the room codes is missing")
        }
        return secret
    }

    // MARK: The log

    /// A page of the log of a cohort, after a place in it.
    package func log(
        of cohort: Identifier<Cohort>, after sequence: Int, limit: Int, in reading: any ReadTransaction
    ) throws -> [AttendanceEntry] {
        try reading.rows(AttendanceStatements.log, cohort, sequence, limit) { try AttendanceEntry($0) }
    }

    /// Follows the chain of a cohort to its end.
    /// - Returns: how many entries it has, and the first thing that is not as it was kept.
    package func verify(
        _ cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> (length: Int, fault: AttendanceFault?) {
        var (count, previous) = (0, AttendanceEntry.firstPrevious)
        while true {
            let page = try log(of: cohort, after: count, limit: 500, in: reading)
            for entry in page {
                func fault(_ problem: AttendanceFault.Problem) -> AttendanceFault {
                    AttendanceFault(problem: problem, sequence: entry.sequence, entry: entry.id)
                }
                if entry.sequence != count + 1 { return (count, fault(.missing)) }
                if entry.previous != previous { return (count, fault(.unlinked)) }
                if AttendanceEntry.hash(of: entry.canonical) != entry.hash { return (count, fault(.altered)) }
                (count, previous) = (entry.sequence, entry.hash)
            }
            if page.count < 500 { break }
        }
        let end = try reading.first(AttendanceStatements.chain, cohort) { (length: $0.int(0), head: $0.text(1)) }
        if let end, end.length != count || end.head != previous {
            return (count, AttendanceFault(problem: .missing, sequence: count + 1, entry: nil))
        }
        if end == nil, count > 0 { return (count, AttendanceFault(problem: .missing, sequence: count + 1, entry: nil)) }
        return (count, nil)
    }
}

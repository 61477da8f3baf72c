package import Accounts
package import Essentials
package import SQL

/// What is kept of extra time. Who may give it is checked above.
package struct ExtraTimeStore: Sendable {
    package init() {}

    /// What was said of a learner, the last one first. One statement.
    package func history(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [ExtraTime] {
        try reading.rows(ExtraTimeStatements.history, person, cohort) { ExtraTime($0) }
    }

    /// What holds now, in percent; 0 when nothing was said. One statement.
    package func percent(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> Int {
        try reading.first(ExtraTimeStatements.last, person, cohort) { ExtraTime($0) }?.percent ?? 0
    }

    /// What holds now for the learners of a cohort, in percent; nobody of whom nothing was said. One statement.
    package func percents(
        in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: Int] {
        var percents: [Identifier<Person>: Int] = [:]
        try reading.forEach(ExtraTimeStatements.ofCohort, [cohort.sqlValue]) { percents[$0.id(0)] = $0.int(1) }
        return percents
    }

    /// Adds a fact.
    /// - throws: ``AssessmentError/invalidExtraTime``.
    package func set(
        _ fact: ExtraTime, for person: Identifier<Person>, in cohort: Identifier<Cohort>, in writing: any WriteTransaction
    ) throws {
        guard ExtraTime.percents.contains(fact.percent) else { throw AssessmentError.invalidExtraTime }
        try writing.run(ExtraTimeStatements.insert, person, cohort, fact.percent, fact.setBy, fact.setAt)
    }
}

extension ExtraTime {
    fileprivate init(_ row: any Row) {
        self.init(percent: row.int(0), setBy: row.isNull(1) ? nil : row.id(1), setAt: row.instant(2))
    }
}

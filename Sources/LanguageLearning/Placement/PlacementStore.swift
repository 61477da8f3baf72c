package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// What is kept of placement tests. Stateless; whose they are is checked above.
package struct PlacementStore: Sendable {
    package init() {}

    /// The runs of somebody, the latest first, with their answers and decisions.
    package func runs(
        of person: Identifier<Person>, in activity: Identifier<Activity>, in reading: any ReadTransaction
    ) throws -> [PlacementRun] {
        try reading.rows(PlacementStatements.runsOfPerson, person, activity, map: PlacementRun.init(_:))
            .map { try filled($0, in: reading) }
    }

    private func filled(_ run: PlacementRun, in reading: any ReadTransaction) throws -> PlacementRun {
        var run = run
        run.answers = try reading.rows(PlacementStatements.answers, run.id, map: PlacementAnswer.init(_:))
        run.ruling = try reading.first(PlacementStatements.ruling, run.id, map: PlacementRuling.init(_:))
        return run
    }

    /// Begins a run, unless one goes on.
    package func begin(_ run: PlacementRun, in writing: any WriteTransaction) throws {
        try writing.run(PlacementStatements.insertRun, run.id, run.person, run.activity, run.hears, run.startedAt)
    }

    /// Keeps the next answer of a run.
    /// - Parameter position: from 1.
    /// - Returns: whether it is new: a place that has an answer keeps it.
    package func keep(
        _ answer: PlacementAnswer, at position: Int, of run: Identifier<PlacementRun>, in writing: any WriteTransaction
    ) throws -> Bool {
        try writing.run(
            PlacementStatements.insertAnswer, run, position, answer.item, answer.measure.difficulty,
            answer.measure.discrimination, answer.choice, answer.isRight, answer.answeredAt) > 0
    }

    package func finish(_ run: Identifier<PlacementRun>, at now: Instant, in writing: any WriteTransaction) throws {
        try writing.run(PlacementStatements.finish, run, now)
    }

    /// Keeps what a tutor decides.
    /// - throws: ``LanguageLearningError/invalidReason``.
    package func keep(
        _ ruling: PlacementRuling, of run: Identifier<PlacementRun>, in writing: any WriteTransaction
    ) throws {
        let reason = ruling.reason
        guard !reason.isEmpty, reason.count <= PlacementRuling.longestReason, reason.utf8.count <= 900, !reason.utf8.contains(0)
        else { throw LanguageLearningError.invalidReason }
        try writing.run(
            PlacementStatements.insertRuling, ruling.id, run, ruling.level.rawValue, reason, ruling.decidedBy, ruling.decidedAt)
    }
}

extension PlacementRun {
    init(_ row: any Row) throws {
        self.init(
            id: row.id(0), person: row.id(1), activity: row.id(2), hears: row.bool(3), startedAt: row.instant(4),
            finishedAt: row.instantOrNil(5))
    }
}

extension PlacementAnswer {
    init(_ row: any Row) throws {
        self.init(
            item: row.text(0), measure: AbilityItem(difficulty: row.real(1), discrimination: row.real(2)),
            choice: row.textOrNil(3), isRight: row.bool(4), answeredAt: row.instant(5))
    }
}

extension PlacementRuling {
    init(_ row: any Row) throws {
        self.init(
            id: row.id(0), level: try row.value(1), reason: row.text(2), decidedBy: row.id(3), decidedAt: row.instant(4))
    }
}

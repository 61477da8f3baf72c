package import Accounts
import CourseContent
package import Essentials
package import SQL

/// What is kept of pauses and of more time. Who may decide is checked above.
package struct PaceStore: Sendable {
    /// Characters of a note.
    package static let longestNote = 500
    /// Days of a pause.
    package static let longestPause = 366

    package init() {}

    /// Every fact about a learner, in the order in which they were said. One statement.
    package func facts(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [PaceFact] {
        try reading.rows(PaceStatements.ofLearner, cohort, person) { try PaceFact($0) }
    }

    /// What holds for a learner. One statement.
    package func adjustments(
        of person: Identifier<Person>, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> PaceAdjustments {
        let facts = try facts(of: person, in: cohort, in: reading)
        return facts.isEmpty ? .none : PaceAdjustments(facts)
    }

    /// What holds for the learners of a cohort; nobody for whom nothing was decided. One statement.
    package func adjustments(
        in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [Identifier<Person>: PaceAdjustments] {
        var facts: [Identifier<Person>: [PaceFact]] = [:]
        for (person, fact) in try reading.rows(
            PaceStatements.ofCohort, cohort, map: { ($0.id(0) as Identifier<Person>, try PaceFact($0)) })
        {
            facts[person, default: []].append(fact)
        }
        return facts.mapValues { PaceAdjustments($0) }
    }

    /// What holds for the learners of some cohorts, by cohort; nobody for whom nothing was decided. A statement for four cohorts.
    package func adjustments(
        in cohorts: [Identifier<Cohort>], in reading: any ReadTransaction
    ) throws -> [Identifier<Cohort>: [Identifier<Person>: PaceAdjustments]] {
        var facts: [Identifier<Cohort>: [Identifier<Person>: [PaceFact]]] = [:]
        try reading.forEach(PaceStatements.ofCohorts, keys: cohorts) { row in
            facts[row.id(11), default: [:]][row.id(0), default: []].append(try PaceFact(row))
        }
        return facts.mapValues { $0.mapValues { PaceAdjustments($0) } }
    }

    /// Adds a fact.
    /// - Parameter subject: the decision that it corrects; `nil` for a new one.
    /// - throws: ``PaceProblem``.
    package func decide(
        _ decision: PaceFact.Decision, correcting subject: Int? = nil, note: String?, for person: Identifier<Person>,
        in cohort: Identifier<Cohort>, by author: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws {
        let note = note.flatMap { $0.isEmpty ? nil : $0 }
        if let note, note.count > Self.longestNote || note.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        {
            throw PaceProblem.badNote
        }
        switch decision {
        case .pause(_, let first, let last):
            guard (0..<Self.longestPause).contains(last.ordinal - first.ordinal) else { throw PaceProblem.badPause }
        case .moreTime: if note == nil { throw PaceProblem.missingReason }
        }
        if let subject {
            let known = try facts(of: person, in: cohort, in: writing).last { $0.subject == subject }
            guard let known, !known.isWithdrawn, known.decision.isLike(decision) else { throw PaceProblem.unknownSubject }
        }
        try insert(decision, subject, isWithdrawn: false, note, person, cohort, author, now, in: writing)
    }

    /// Takes a decision back: one more fact.
    /// - throws: ``PaceProblem/unknownSubject``.
    package func withdraw(
        _ subject: Int, note: String? = nil, for person: Identifier<Person>, in cohort: Identifier<Cohort>,
        by author: Identifier<Person>?, at now: Instant, in writing: any WriteTransaction
    ) throws {
        let known = try facts(of: person, in: cohort, in: writing).last { $0.subject == subject }
        guard let known, !known.isWithdrawn else { throw PaceProblem.unknownSubject }
        try insert(known.decision, subject, isWithdrawn: true, note, person, cohort, author, now, in: writing)
    }

    private func insert(
        _ decision: PaceFact.Decision, _ subject: Int?, isWithdrawn: Bool, _ note: String?, _ person: Identifier<Person>,
        _ cohort: Identifier<Cohort>, _ author: Identifier<Person>?, _ now: Instant, in writing: any WriteTransaction
    ) throws {
        switch decision {
        case .pause(let motive, let first, let last):
            try writing.run(
                PaceStatements.insert, cohort, person, subject, String?.none, motive.rawValue, first.text, last.text,
                isWithdrawn ? 1 : 0, note, author, now)
        case .moreTime(let activity, let day):
            try writing.run(
                PaceStatements.insert, cohort, person, subject, activity, String?.none, String?.none, day.text,
                isWithdrawn ? 1 : 0, note, author, now)
        }
    }
}

extension PaceFact.Decision {
    /// Whether the other one can correct this one: a pause a pause, more time for the same activity.
    fileprivate func isLike(_ other: Self) -> Bool {
        switch (self, other) {
        case (.pause, .pause): true
        case (.moreTime(let activity, _), .moreTime(let other, _)): activity == other
        default: false
        }
    }
}

extension PaceFact {
    /// Reads the eleven columns of a fact.
    fileprivate init(_ row: any Row) throws {
        let last = CalendarDay(trusted: row.text(6))
        let decision: Decision
        if let activity = row.idOrNil(3) as Identifier<Activity>? {
            decision = .moreTime(activity, until: last)
        } else {
            let first = row.textOrNil(5).map { CalendarDay(trusted: $0) } ?? last
            decision = .pause(try row.value(4), first: first, last: last)
        }
        self.init(
            number: row.int(1), subject: row.int(2), decision: decision, isWithdrawn: row.int(7) != 0, note: row.textOrNil(8),
            setBy: row.idOrNil(9), setAt: row.instant(10))
    }
}

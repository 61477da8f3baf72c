package import Accounts
package import Essentials
package import SQL

/// What is offered, under which rules, and what came of it.
extension MentoringStore {
    // MARK: Availabilities

    /// Keeps a new availability.
    /// - throws: ``MentoringError/invalid(_:)``, ``MentoringError/tooManyAvailabilities``.
    package func add(_ availability: MentoringAvailability, in writing: any WriteTransaction) throws {
        let kept = try availability.checked()
        guard try availabilities(of: kept.host, in: writing).count < MentoringAvailability.most else {
            throw MentoringError.tooManyAvailabilities
        }
        var weekday: Int?
        let (first, last): (CalendarDay, CalendarDay?)
        switch kept.days {
        case .weekly(let day, let from, let through): (weekday, first, last) = (day, from, through)
        case .once(let day): (first, last) = (day, day)
        }
        try writing.run(
            MentoringStatements.insertAvailability, kept.id, kept.host, weekday, first.text, last?.text, kept.opens, kept.closes,
            kept.zone.name, kept.length, kept.place, kept.link)
        for day in kept.exceptions.sorted() { try writing.run(MentoringStatements.insertException, kept.id, day.text) }
    }

    /// Ends an availability; what is booked stays.
    /// - Returns: whether there was one.
    package func close(
        _ id: Identifier<MentoringAvailability>, of host: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws -> Bool {
        try writing.run(MentoringStatements.closeAvailability, id, host, now) == 1
    }

    /// Leaves a day out, or takes it in again.
    package func set(
        _ day: CalendarDay, leftOut: Bool, of id: Identifier<MentoringAvailability>, in writing: any WriteTransaction
    ) throws {
        try writing.run(leftOut ? MentoringStatements.insertException : MentoringStatements.deleteException, id, day.text)
    }

    /// What somebody offers, with the days that are left out.
    package func availabilities(
        of host: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [MentoringAvailability] {
        var found = try reading.rows(MentoringStatements.availabilities, host) { row in
            let first = CalendarDay(trusted: row.text(3))
            let last = row.textOrNil(4).map { CalendarDay(trusted: $0) }
            let days: MentoringAvailability.Days =
                if let weekday = row.intOrNil(2) { .weekly(weekday, from: first, through: last) } else { .once(first) }
            return MentoringAvailability(
                id: row.id(0), host: row.id(1), days: days,
                opens: row.int(5), closes: row.int(6), zone: WallZone(trusted: row.text(7)), length: row.int(8),
                place: row.textOrNil(9), link: row.textOrNil(10))
        }
        guard !found.isEmpty else { return [] }
        var exceptions: [Identifier<MentoringAvailability>: Set<CalendarDay>] = [:]
        try reading.forEach(MentoringStatements.exceptions, [host.sqlValue]) { row in
            exceptions[row.id(0), default: []].insert(CalendarDay(trusted: row.text(1)))
        }
        for index in found.indices { found[index].exceptions = exceptions[found[index].id] ?? [] }
        return found
    }

    // MARK: Reports

    /// Keeps what came of a meeting; a second one corrects the first.
    /// - throws: ``MentoringError/invalid(_:)``.
    package func keep(
        _ report: MeetingReport, of id: Identifier<MentoringMeeting>, by person: Identifier<Person>, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> MeetingReport {
        let report = try report.checked()
        let kept = try numbered(id, in: writing)
        if kept?.report == report { return report }
        try writing.run(
            MentoringStatements.insertReport, id, (kept?.number ?? 0) + 1, report.outcome.rawValue, report.shared,
            report.restricted, report.nextStep, report.nextDay?.text, person, now)
        return report
    }

    /// What was noted last; the part that is not for the learner too.
    package func report(of id: Identifier<MentoringMeeting>, in reading: any ReadTransaction) throws -> MeetingReport? {
        try numbered(id, in: reading)?.report
    }

    private func numbered(
        _ id: Identifier<MentoringMeeting>, in reading: any ReadTransaction
    ) throws -> (number: Int, report: MeetingReport)? {
        try reading.first(MentoringStatements.report, id) { row in
            (
                row.int(0),
                MeetingReport(
                    outcome: try row.value(1), shared: row.textOrNil(2), restricted: row.textOrNil(3), nextStep: row.textOrNil(4),
                    nextDay: row.textOrNil(5).map { CalendarDay(trusted: $0) })
            )
        }
    }

    // MARK: Rules

    /// The rules of a cohort; the usual ones when nobody set any.
    package func rules(of cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> MentoringRules {
        try numberedRules(cohort, in: reading)?.rules ?? .usual
    }

    /// - throws: ``MentoringError/invalid(_:)``.
    package func set(
        _ rules: MentoringRules, of cohort: Identifier<Cohort>, by person: Identifier<Person>?, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        let rules = try rules.checked()
        let kept = try numberedRules(cohort, in: writing)
        if kept?.rules ?? .usual == rules { return }
        try writing.run(
            MentoringStatements.insertRules, cohort, (kept?.number ?? 0) + 1, rules.noticeHours, rules.openBookings,
            rules.weeksAhead, person, now)
    }

    private func numberedRules(
        _ cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> (number: Int, rules: MentoringRules)? {
        try reading.first(MentoringStatements.rules, cohort) { row in
            (
                row.int(0),
                MentoringRules(noticeHours: row.int(1), openBookings: row.int(2), weeksAhead: row.int(3))
            )
        }
    }
}

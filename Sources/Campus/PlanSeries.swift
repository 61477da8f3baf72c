import Accounts
import CourseContent
package import Essentials
import SQL
package import Scheduling

/// Sessions that come back: planned together, moved and cancelled together.
extension Campus {
    /// The most sessions of one series.
    package static let longestSeries = 120

    /// The days of a weekly series, public holidays left out.
    /// - Parameter weekdays: 0 for Monday.
    /// - throws: ``CampusError/invalid(_:)`` when there is no such day, or the series is longer than a year.
    package static func seriesDays(from first: String, until last: String, on weekdays: Set<Int>) throws -> [CalendarDay] {
        guard let first = CalendarDay(first.trimmingSpaces()) else { throw CampusError.invalid("day", .noSuchDay) }
        guard let last = CalendarDay(last.trimmingSpaces()) else { throw CampusError.invalid("until", .noSuchDay) }
        let wanted = weekdays.isEmpty ? [DayNumber.weekday(first.ordinal)] : weekdays
        guard last >= first, last.ordinal - first.ordinal <= 400 else { throw CampusError.invalid("until", .seriesTooLong) }
        let days = (first.ordinal...last.ordinal).filter { wanted.contains(DayNumber.weekday($0)) }
            .map { CalendarDay(ordinal: $0) }.filter { !WorkingDays.holidays(of: $0.year).contains($0) }
        guard !days.isEmpty, days.count <= longestSeries else { throw CampusError.invalid("until", .seriesTooLong) }
        return days
    }

    /// Plans a series: all of it or nothing.
    /// - Parameters:
    ///   - days: `2026-11-24`; the day of `typed` is not looked at.
    ///   - viewer: `nil` for the command line.
    /// - throws: as ``planSession(_:in:force:by:)``.
    package func planSeries(
        _ typed: TypedSession, on days: [String], in cohortKey: String, force: Bool = false, by viewer: Viewer?
    ) async throws -> [ClassSession] {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                let cohort = try plannable(cohortKey, by: viewer, in: writing)
                let series: Identifier<SessionSeries>? = days.count > 1 ? .new(at: now) : nil
                let kept = try days.map { day in
                    var one = typed
                    one.day = day
                    let session = try calendar.add(
                        ClassSession(
                            id: .new(at: now), cohort: cohort.id, plan: try plan(one, in: cohort, in: writing),
                            status: typed.isPublished ? .published : .draft), force: force, by: viewer?.person.id, at: now,
                        in: writing)
                    if let series { try calendar.join(session.id, series, in: writing) }
                    return session
                }
                try announce(kept.map { SessionTurn(before: nil, after: $0) }, at: now, in: writing)
                return kept
            }
        }
    }

    /// Changes a session and others of its series: they get the same plan, each on its own day moved by as many days. One that would fall
    /// on a public holiday keeps its day.
    /// - Returns: those that were meant, the first one first.
    /// - throws: as ``changeSession(_:to:force:by:)``; all of it or nothing.
    package func changeSeries(
        _ id: Identifier<ClassSession>, to typed: TypedSession, _ scope: SeriesScope, force: Bool = false, by viewer: Viewer?
    ) async throws -> [ClassSession] {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                let (session, cohort) = try plannable(id, by: viewer, in: writing)
                let wanted = try plan(typed, in: cohort, in: writing)
                return try change(
                    session, to: wanted, publish: typed.isPublished, scope, force: force, by: viewer, at: now, in: writing)
            }
        }
    }

    /// Moves a session and others of its series by as many days, to the same hour.
    /// - throws: as ``moveSession(_:day:hour:force:by:)``.
    package func moveSeries(
        _ id: Identifier<ClassSession>, day: String, hour: String, _ scope: SeriesScope, force: Bool = false, by viewer: Viewer?
    ) async throws -> [ClassSession] {
        let now = clock.now
        return try await withScheduling {
            try await database.write { writing in
                let (session, _) = try plannable(id, by: viewer, in: writing)
                guard let start = WallTime(day: day, hour: hour) else { throw CampusError.invalid("hour", .noSuchHour) }
                var wanted = session.plan
                wanted.start = start
                return try change(
                    session, to: wanted, publish: false, scope, force: force, by: viewer, at: now, in: writing, isMove: true)
            }
        }
    }

    /// Cancels a session and others of its series, with one reason.
    /// - throws: as ``cancelSession(_:reason:by:)``.
    package func cancelSeries(
        _ id: Identifier<ClassSession>, reason: String, _ scope: SeriesScope, by viewer: Viewer?
    ) async throws -> [ClassSession] {
        let now = clock.now
        let reason = reason.trimmingSpaces()
        guard !reason.isEmpty, reason.unicodeScalars.count <= 500, !reason.utf8.contains(0) else {
            throw CampusError.invalid("reason", .reasonForCancelling)
        }
        return try await withScheduling {
            try await database.write { writing in
                let (session, _) = try plannable(id, by: viewer, in: writing)
                let turns = try calendar.sessions(of: session, scope, at: now, in: writing).map { one in
                    if one.status == .cancelled { return SessionTurn(before: one, after: one) }
                    var next = one
                    (next.status, next.reason) = (.cancelled, reason)
                    let kept = try calendar.change(next, force: true, by: viewer?.person.id, at: now, in: writing)
                    return SessionTurn(before: one, after: kept)
                }
                try announce(turns.filter { $0.before != $0.after }, at: now, in: writing)
                return turns.map(\.after)
            }
        }
    }

    private func change(
        _ session: ClassSession, to wanted: SessionPlan, publish: Bool, _ scope: SeriesScope, force: Bool, by viewer: Viewer?,
        at now: Instant, in writing: any WriteTransaction, isMove: Bool = false
    ) throws -> [ClassSession] {
        let shift = wanted.start.day.ordinal - session.plan.start.day.ordinal
        let meant = try calendar.sessions(of: session, scope, at: now, in: writing)
        // Those that go later go first, so that none stands where the next one goes.
        let order = shift > 0 ? meant.reversed() : meant
        let turns = try order.map { one in
            var next = one
            next.plan = isMove ? one.plan : wanted
            next.plan.activity = one.plan.activity
            let day = one.plan.start.day.adding(days: shift)
            let falls = one.id != session.id && WorkingDays.holidays(of: day.year).contains(day)
            guard let start = WallTime(falls ? one.plan.start.day : day, minute: wanted.start.minute) else {
                return SessionTurn(before: one, after: one)
            }
            next.plan.start = start
            if publish, next.status == .draft { next.status = .published }
            return SessionTurn(
                before: one, after: try calendar.change(next, force: force, by: viewer?.person.id, at: now, in: writing))
        }
        let inOrder = shift > 0 ? turns.reversed() : turns
        try announce(inOrder.filter { $0.before != $0.after }, at: now, in: writing)
        return inOrder.map(\.after)
    }
}

extension Phrase {
    static let seriesTooLong = Phrase(
        fr:
            "Une série va d’un premier à un dernier jour, d’un an et de 120 séances au plus, dont une au moins ne tombe pas un jour férié.",
        en:
            "A series goes from a first to a last day, at most a year and 120 sessions, of which one at least is on no public holiday."
    )
}

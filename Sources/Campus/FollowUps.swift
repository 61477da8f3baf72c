import Accounts
import CourseContent
import Essentials
import Logging
import Progress
import SQL
import Scheduling
import Tutoring

/// Alerts: Campus feeds Tutoring the facts, in the transaction in which they become true, and once a day.
extension Campus {
    // MARK: Facts

    /// What is known of a learner now, as far as alerts look at it.
    /// - Parameter pace: what was decided about the learner's pace.
    func alertFacts(
        of standing: LearnerCourse, in cohort: Cohort, course: LibraryCourse, pace adjustments: PaceAdjustments,
        at now: Instant, in reading: any ReadTransaction
    ) throws -> AlertFacts {
        let (enrolment, state) = (standing.enrolment, standing.state)
        let plan = course.plan(of: enrolment, in: cohort)
        let today = ParisDays.day(of: now)
        let startsOn = enrolment.startsOn ?? cohort.startsOn ?? ParisDays.day(of: enrolment.createdAt)
        let endsOn = enrolment.endsOn ?? cohort.endsOn
        let calendar = adjustments.calendar
        var facts = AlertFacts()
        facts.isExpected =
            enrolment.status == .active && state.completedAt == nil && today >= startsOn && !calendar.isPaused(on: today)
            && endsOn.map { today <= $0 } ?? true
        guard facts.isExpected else { return facts }
        // The day before the start, for somebody who did nothing yet; today is not over.
        let last = state.lastEventAt.map { ParisDays.day(of: $0) } ?? startsOn.adding(days: -1)
        facts.inactiveDays = calendar.workingDays(after: max(last, startsOn.adding(days: -1)), through: today.adding(days: -1))
        let named = adjustments.extensions(in: course.rules)
        if let pace = plan?.pace(of: state, on: today, calendar: calendar, extensions: named) {
            facts.plannedMinutes = pace.plannedMinutes
            facts.doneMinutes = pace.doneMinutes
        }
        if state.lastEventAt == nil {
            let hours = now.seconds(since: ParisDays.start(startsOn)) / 3600
            if hours > 0, try !hasSignedIn(enrolment.person, in: reading) { facts.hoursWithoutSignIn = Int(hours) }
        }
        let absences = try attendance.absences(of: enrolment.person, in: cohort.id, at: now, in: reading)
        (facts.unjustifiedHalfDays, facts.absencesInARow) = (absences.unjustifiedHalfDays, absences.absencesInARow)
        if let first = course.outline.activities.first(where: { $0.isEvaluation && $0.counts && $0.kind.hasScore }),
            let id = course.version.activityIDs[first.id]
        {
            let due = plan?.day(of: first.id, calendar: calendar, extensions: named)
            let kept = try progress.activityState(of: id, enrolment: enrolment.id, in: reading)
            facts.firstEvaluation = Self.standing(of: first, kept, isDue: due.map { $0 < today } ?? false)
        }
        return facts
    }

    private static func standing(
        of evaluation: ActivityOutline, _ state: ActivityState?, isDue: Bool
    ) -> AlertFacts.FirstEvaluation {
        if state?.isCompleted ?? false { return .nothingToSay }
        if let best = state?.bestScore, let passScore = evaluation.completion.passScore {
            return best < passScore ? .failed(score: best) : .nothingToSay
        }
        return isDue && (state?.attempts ?? 0) == 0 ? .missed : .nothingToSay
    }

    private func hasSignedIn(_ person: Identifier<Person>, in reading: any ReadTransaction) throws -> Bool {
        try security.events(of: person, limit: 100, in: reading).contains { $0.kind == .signedIn }
    }

    // MARK: Evaluating

    /// Something happened to a learner: raises, changes or closes the alert of the enrolment, in the same transaction.
    @discardableResult
    func followUp(_ enrolment: Identifier<Enrolment>, at now: Instant, in writing: any WriteTransaction) throws -> Bool {
        guard let standing = try progress.course(of: enrolment, in: writing),
            let cohort = try cohorts.cohort(standing.enrolment.cohort, in: writing)
        else { return false }
        let adjustments = try pace.adjustments(of: standing.enrolment.person, in: cohort.id, in: writing)
        let rules = try alerts.rules(of: cohort.id, in: writing)?.rules ?? .usual
        return try followUp(standing, in: cohort, pace: adjustments, rules: rules, at: now, in: writing)
    }

    private func followUp(
        _ standing: LearnerCourse, in cohort: Cohort, pace adjustments: PaceAdjustments, rules: AlertRules, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> Bool {
        guard let course = try library.course(standing.enrolment.course, in: writing) else { return false }
        let facts = try alertFacts(of: standing, in: cohort, course: course, pace: adjustments, at: now, in: writing)
        return try alerts.take(
            rules.reasons(for: facts), of: standing.enrolment.id.text, person: standing.enrolment.person, cohort: cohort.id,
            at: now, in: writing) != nil
    }

    /// Whether what was just recorded can raise an alert or end one: somebody comes back after a day, or something was completed. All other
    /// events cost nothing more.
    func followUpIfNeeded(
        _ before: LearnerCourse, _ outcome: RecordOutcome, at now: Instant, in writing: any WriteTransaction
    ) throws {
        guard !outcome.accepted.isEmpty else { return }
        let isBack = before.state.lastEventAt.map { now.seconds(since: $0) >= 86_400 } ?? true
        if isBack || !outcome.facts.isEmpty { try followUp(before.enrolment.id, at: now, in: writing) }
    }

    // MARK: The daily sweep

    /// What a sweep did.
    package struct AlertSweep: Sendable, Hashable {
        /// `false` when another server does it, or did.
        package var isDone = false
        package var cohorts = 0
        package var enrolments = 0
        /// Alerts that were raised, changed or closed.
        package var changes = 0

        package init() {}
    }

    private static let sweptAtOnce = 100

    /// Evaluates every enrolment of the cohorts that run. Once a day, by one server; again changes nothing, and after days without any it
    /// finds what one each day would have found.
    /// - Parameter always: also when it was done today.
    package func sweepAlerts(always: Bool = false) async throws -> AlertSweep {
        let now = clock.now
        let today = ParisDays.day(of: now)
        let isMine = try await database.write { try alerts.claimSweep(of: today, at: now, in: $0) }
        var sweep = AlertSweep()
        guard isMine || always else { return sweep }
        sweep.isDone = true
        for cohort in try await cohortsToSweep(on: today) {
            sweep.cohorts += 1
            var last: Identifier<Enrolment>?
            repeat {
                let after = last
                let (found, changes, end) = try await database.write { writing -> (Int, Int, Identifier<Enrolment>?) in
                    let page = try progress.enrolments(of: cohort.id, after: after, limit: Self.sweptAtOnce, in: writing)
                    let adjustments = try pace.adjustments(in: cohort.id, in: writing)
                    let rules = try alerts.rules(of: cohort.id, in: writing)?.rules ?? .usual
                    var changes = 0
                    for standing in page {
                        let own = adjustments[standing.enrolment.person] ?? .none
                        if try followUp(standing, in: cohort, pace: own, rules: rules, at: now, in: writing) { changes += 1 }
                    }
                    return (page.count, changes, page.count < Self.sweptAtOnce ? nil : page.last?.enrolment.id)
                }
                sweep.enrolments += found
                sweep.changes += changes
                last = end
            } while last != nil
        }
        try await database.write { try alerts.finishSweep(of: today, at: now, in: $0) }
        return sweep
    }

    /// Cohorts that began, and those that ended in the last month: their alerts close by themselves.
    private func cohortsToSweep(on today: CalendarDay) async throws -> [Cohort] {
        try await database.read { reading in
            var all: [Cohort] = []
            while true {
                let page = try cohorts.cohorts(after: all.last?.key ?? "", limit: 500, in: reading)
                all += page
                if page.count < 500 { break }
            }
            return all.filter { cohort in
                cohort.startsOn.map { $0 <= today } ?? true && cohort.endsOn.map { $0.adding(days: 31) >= today } ?? true
            }
        }
    }
}

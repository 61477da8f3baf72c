import Accounts
import CourseContent
import Essentials
import Gamification
import Progress
import SQL

/// Points: what was just recorded earns them, in its own transaction. A fact that is refused takes its points back with it.
extension Campus {
    /// Keeps what happened to a learner whose course this transaction has taken, and what it earns.
    /// - throws: as ``ProgressRecorder/record(_:for:from:rules:at:in:)-(_,LearnerCourse,_,_,_,_)``.
    func record(
        _ events: [LearningEvent], for learner: LearnerCourse, from source: EventSource = .client, in course: LibraryCourse,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> RecordOutcome {
        let outcome = try recorder.record(events, for: learner, from: source, rules: course.rules, at: now, in: writing)
        if !outcome.accepted.isEmpty { try noteDays(events, of: learner, at: now, in: writing) }
        let facts = EarningFacts(events, outcome, secondsBefore: learner.state.seconds)
        try award(facts, to: learner.enrolment, in: course, at: now, in: writing)
        return outcome
    }

    /// The same for what the server found, by the enrolment.
    @discardableResult
    func record(
        _ events: [LearningEvent], for enrolment: Identifier<Enrolment>, in course: LibraryCourse, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> RecordOutcome {
        let outcome = try recorder.record(events, for: enrolment, from: .server, rules: course.rules, at: now, in: writing)
        let facts = EarningFacts(events, outcome, secondsBefore: outcome.course.seconds)
        let isOwnDoing = events.contains { [.attemptSubmitted, .submitted, .attended, .contributed].contains($0.kind) }
        if !facts.isEmpty || isOwnDoing, let standing = try progress.course(of: enrolment, in: writing) {
            if isOwnDoing {
                try learningDays.note(
                    ParisDays.day(of: events.first?.occurredAt ?? now), of: standing.enrolment.person, in: writing)
            }
            try award(facts, to: standing.enrolment, in: course, at: now, in: writing)
        }
        return outcome
    }

    /// How late a day may be told: what was done without a network waits in the browser.
    private static let latestDay: Int64 = 7 * 86_400

    /// Notes the days on which something was done. Nothing is written when the last thing was done on the same day, which is nearly always so.
    private func noteDays(
        _ events: [LearningEvent], of learner: LearnerCourse, at now: Instant, in writing: any WriteTransaction
    ) throws {
        let last = learner.state.lastActivityAt.map { ParisDays.day(of: $0) }
        var days: Set<CalendarDay> = []
        for event in events where event.occurredAt > now.adding(seconds: -Self.latestDay) {
            days.insert(ParisDays.day(of: min(event.occurredAt, now)))
        }
        for day in days.sorted() where day != last { try learningDays.note(day, of: learner.enrolment.person, in: writing) }
    }

    /// What became true for learners with a new version of their course.
    func award(_ reweighed: ReweighOutcome, in course: LibraryCourse, at now: Instant, in writing: any WriteTransaction) throws {
        for (enrolment, facts) in reweighed.facts.sorted(by: { $0.key < $1.key }) {
            guard let standing = try progress.course(of: enrolment, in: writing) else { continue }
            var earning = EarningFacts()
            for case .activityCompleted(let activity) in facts {
                earning.completed.insert(activity)
                earning.states[activity] = try progress.activityState(of: activity, enrolment: enrolment, in: writing)
            }
            earning.isCourseCompleted = facts.contains(.courseCompleted)
            earning.hasCompletedCourse = standing.state.completedAt != nil
            try award(earning, to: standing.enrolment, in: course, at: now, in: writing)
        }
    }

    /// Brings the ledger to say what is so. Nothing is read for what can earn nothing, which is most of what happens.
    private func award(
        _ facts: EarningFacts, to enrolment: Enrolment, in course: LibraryCourse, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        guard !facts.isEmpty else { return }
        let today = ParisDays.day(of: now)
        let rules = EarningRules(course.outline, on: today)
        var claims: [PointClaim] = []
        for activity in course.outline.activities {
            guard let id = course.version.activityIDs[activity.id], facts.touched.contains(id), let state = facts.states[id]
            else { continue }
            claims += rules.claims(of: activity, state)
        }
        claims += try modules(facts, of: enrolment, in: course, by: rules, in: writing)
        if facts.isCourseCompleted { claims.append(rules.courseCompleted) }
        if facts.hasReviews { claims.append(rules.reviewed(on: today)) }
        if facts.mayMeetGoal { claims += try goalsMet(of: enrolment, in: course, by: rules, on: today, in: writing) }
        _ = try points.settle(
            claims, for: enrolment.person, in: PointPlace(cohort: enrolment.cohort, course: course.outline.key), on: today,
            at: now, in: writing)
        try giveBadges(facts, to: enrolment, in: course, at: now, in: writing)
    }

    // MARK: Modules

    /// Modules whose last activity was just done, in time or not, and those of which something was taken back.
    private func modules(
        _ facts: EarningFacts, of enrolment: Enrolment, in course: LibraryCourse, by rules: EarningRules,
        in reading: any ReadTransaction
    ) throws -> [PointClaim] {
        let ids = course.version.activityIDs
        let concerned = course.outline.modules.filter { module in
            module.activities.contains { activity in
                ids[activity.id].map { facts.completed.contains($0) || facts.ruled.contains($0) } ?? false
            }
        }
        guard !concerned.isEmpty, rules[.moduleOnTime] != nil else { return [] }
        let states = try progress.activityStates(of: enrolment.id, in: reading)
        var claims: [PointClaim] = []
        for module in concerned {
            let counted = module.activities.filter { $0.counts && !$0.isPlanned }
            let done = counted.compactMap { ids[$0.id].flatMap { states[$0]?.doneAt } }
            if !counted.isEmpty, done.count == counted.count, let last = done.max() {
                guard let due = try dueDay(of: counted, enrolment, in: course, in: reading) else { continue }
                claims.append(rules.module(module, isOnTime: ParisDays.day(of: last) <= due))
            } else if module.activities.contains(where: { ids[$0.id].map(facts.ruled.contains) ?? false }) {
                claims.append(rules.module(module, isOnTime: false))
            }
        }
        return claims
    }

    /// The last day on which any of some activities is due for this learner; `nil` where nothing says it.
    private func dueDay(
        of activities: [ActivityOutline], _ enrolment: Enrolment, in course: LibraryCourse, in reading: any ReadTransaction
    ) throws -> CalendarDay? {
        guard let cohort = try cohorts.cohort(enrolment.cohort, in: reading), let plan = course.plan(of: enrolment, in: cohort)
        else { return nil }
        let adjustments = try pace.adjustments(of: enrolment.person, in: cohort.id, in: reading)
        let extensions = adjustments.extensions(in: course.rules)
        return activities.compactMap { plan.day(of: $0.id, calendar: adjustments.calendar, extensions: extensions) }.max()
    }

    // MARK: Goals

    /// The goals of this week and of the one before that are met. One that was met stays met, whatever is chosen afterwards.
    private func goalsMet(
        of enrolment: Enrolment, in course: LibraryCourse, by rules: EarningRules, on today: CalendarDay,
        in reading: any ReadTransaction
    ) throws -> [PointClaim] {
        guard rules[.goalMet] != nil else { return [] }
        let week = today.monday
        let set = try goals.goals(of: enrolment.person, from: week.adding(days: -7), through: week, in: reading)
        return try set.values.sorted { $0.week < $1.week }.compactMap { goal in
            try isMet(goal, of: enrolment, in: course, in: reading) ? rules.goalMet(in: goal.week) : nil
        }
    }

    private func isMet(
        _ goal: WeeklyGoal, of enrolment: Enrolment, in course: LibraryCourse, in reading: any ReadTransaction
    ) throws -> Bool {
        switch goal.target {
        case .minutes(let minutes):
            var seconds = 0
            for standing in try progress.courses(of: enrolment.person, in: reading) where standing.enrolment.status != .left {
                let days = try progress.connectedSeconds(
                    of: standing.enrolment.id, from: goal.week, through: goal.week.adding(days: 6), in: reading)
                seconds += days.values.reduce(0, +)
            }
            return seconds >= minutes * 60
        case .activity(let id):
            guard course.rules[id] != nil,
                let doneAt = try progress.activityState(of: id, enrolment: enrolment.id, in: reading)?.doneAt
            else { return false }
            return ParisDays.day(of: doneAt).monday == goal.week
        }
    }
}

extension ActivityState {
    /// Since when it is done by the learner: an exemption is no achievement.
    var doneAt: Instant? {
        if let completedAt { return completedAt }
        return ruling.flatMap { $0.ruling.action == .completed ? $0.at : nil }
    }
}

package import Accounts
package import CourseContent
package import Essentials
package import Gamification
import Progress
import SQL

/// One's own points, and the switches that hide them.
extension Campus {
    /// What can be earned next.
    package enum NextEarning: Sendable, Hashable {
        /// Finishing an activity.
        case activity(ActivityOutline)
        /// Passing an evaluation.
        case evaluation(ActivityOutline)
        /// Finishing a module by a day.
        case module(ModuleOutline, until: CalendarDay)
        /// The goal of the week; whether one was chosen.
        case goal(isSet: Bool)
    }

    /// What can be earned next, and what it is worth now.
    package struct Earning: Sendable, Hashable {
        package let earning: NextEarning
        package let amount: Int
    }

    /// A course that one follows, as far as points go.
    package struct CoursePoints: Sendable {
        package let course: LibraryCourse
        package let balance: Int
        package let next: [Earning]
        /// What every fact is worth, as rules.
        package let rules: [PointsRule]
    }

    /// Everything that the page of one's points shows.
    package struct PointsReading: Sendable {
        package let balance: Int
        package let level: PointLevel
        /// The newest first.
        package let entries: [PointEntry]
        /// Before which number the next page begins; `nil` for the last one.
        package let next: Int?
        package let courses: [CoursePoints]
        package var streak = LearningStreak.none
        /// `nil` for a week in which nothing is due.
        package var quest: WeeklyQuest?
        /// What one's cohorts try together.
        package var challenges: [ChallengeReading] = []
        /// Cohorts that have a ladder.
        package var ladders: [Cohort] = []
    }

    /// What the plan asks for in a week: a quest of one's own.
    package struct WeeklyQuest: Sendable {
        /// The last day of the week.
        package let until: CalendarDay
        package let steps: [(course: String, activity: ActivityOutline, isDone: Bool)]
    }

    private static let entriesAPage = 30
    private static let evaluationsShown = 1

    /// One's own points, with their reasons and what can be earned next. One read.
    /// - Parameter number: the entry before which the page begins.
    /// - throws: ``CampusError/notFound(_:)`` where there are no points: they were switched off, or one follows no course.
    package func myPoints(_ viewer: Viewer, before number: Int? = nil) async throws -> PointsReading {
        try await readClosing { reading, overdue in
            let following = try following(viewer, withStates: true, &overdue, in: reading)
            let shown = try withPoints(following, of: viewer, in: reading)
            guard let shown, !shown.isEmpty else { throw CampusError.notFound(.noPointsHere) }
            let balances = try points.balances(of: viewer.person.id, in: reading)
            var entries = try points.entries(
                of: viewer.person.id, before: number, limit: Self.entriesAPage + 1, in: reading)
            let hasMore = entries.count > Self.entriesAPage
            if hasMore { entries.removeLast() }
            let goal = try goal(of: viewer, following: following, in: reading)
            let balance = balances.reduce(0) { $0 + $1.balance }
            var seen: Set<Identifier<Cohort>> = []
            let own = shown.map(\.cohort).filter { seen.insert($0.id).inserted }
            let today = ParisDays.day(of: clock.now)
            return PointsReading(
                balance: balance, level: PointLevel(balance: balance), entries: entries,
                next: hasMore ? entries.last?.number : nil,
                courses: shown.map { followed in
                    let own = balances.first { $0.place == followed.pointPlace }?.balance ?? 0
                    return coursePoints(followed, balance: own, goal: goal.current, on: today)
                }, streak: try streak(of: viewer, following, on: today, in: reading), quest: quest(shown, on: today),
                challenges: try own.flatMap { try challenges(of: $0, on: today, in: reading) },
                ladders: try own.filter { try ladders.isOpen(in: $0.id, in: reading) })
        }
    }

    private func coursePoints(
        _ followed: Following, balance: Int, goal: GoalStanding?, on today: CalendarDay
    ) -> CoursePoints {
        let rules = PointsRule.inForce(followed.course.outline.points)
        var next = earning(
            in: followed.course, followed.standing, followed.states, closed: followed.closed, on: today,
            due: { followed.dueDay(of: $0.id) })
        if followed.isEarning, !(goal?.isMet ?? false), let rule = rules[.goalMet], rule.holds(on: today) {
            next.append(Earning(earning: .goal(isSet: goal != nil), amount: rule.amount))
        }
        return CoursePoints(
            course: followed.course, balance: balance, next: next,
            rules: PointsRule.Fact.allCases.compactMap { rules[$0] }.filter { $0.amount > 0 })
    }

    /// What of a course itself can be earned next: what comes, an evaluation, a module in time.
    private func earning(
        in course: LibraryCourse, _ standing: LearnerCourse, _ states: [Identifier<Activity>: ActivityStanding],
        closed: [String: [ClosedReason]], on today: CalendarDay, due: (ActivityOutline) -> CalendarDay?
    ) -> [Earning] {
        guard standing.isEarning else { return [] }
        let rules = PointsRule.inForce(course.outline.points)
        var next: [Earning] = []
        func add(_ earning: NextEarning, _ fact: PointsRule.Fact) {
            if let rule = rules[fact], rule.holds(on: today) { next.append(Earning(earning: earning, amount: rule.amount)) }
        }
        func state(_ activity: ActivityOutline) -> ActivityStanding? {
            course.version.activityIDs[activity.id].flatMap { states[$0] }
        }
        if let activity = course.next(standing, states, closed: closed) { add(.activity(activity), .activityCompleted) }
        let evaluations = course.outline.activities.filter { activity in
            guard !activity.isPlanned, closed[activity.id] == nil, let score = activity.completion.passScore,
                activity.kind.hasScore
            else { return false }
            return state(activity)?.bestScore ?? -1 < score
        }
        for evaluation in evaluations.prefix(Self.evaluationsShown) { add(.evaluation(evaluation), .evaluationPassed) }
        let begun = course.outline.modules.first { module in
            module.activities.contains { $0.counts && !$0.isPlanned && !(state($0)?.isCompleted ?? false) }
        }
        if let module = begun, let last = module.activities.compactMap(due).max(), last >= today {
            add(.module(module, until: last), .moduleOnTime)
        }
        return next
    }

    /// The same for the page of the course; `nil` where there are no points to be seen. Two statements.
    func earning(
        in course: LibraryCourse, _ standing: LearnerCourse, _ states: [Identifier<Activity>: ActivityStanding],
        closed: [String: [ClosedReason]], plan: OwnPlan?, in reading: any ReadTransaction
    ) throws -> [Earning]? {
        guard try !points.purse(of: standing.enrolment.person, in: reading).isOff,
            try points.offCohorts(among: [standing.enrolment.cohort], in: reading).isEmpty
        else { return nil }
        return earning(
            in: course, standing, states, closed: closed, on: ParisDays.day(of: clock.now), due: { plan?.due($0)?.dueOn })
    }

    // MARK: Regularity

    private func streak(
        of viewer: Viewer, _ following: [Following], on today: CalendarDay, in reading: any ReadTransaction
    ) throws -> LearningStreak {
        let days = try learningDays.days(
            of: viewer.person.id, from: today.adding(days: -LearningStreak.window), through: today, in: reading)
        let calendars = following.map(\.adjustments.calendar)
        return LearningStreak(learned: days, today: today) { day in calendars.contains { $0.isPaused(on: day) } }
    }

    private static let questSteps = 4

    /// What is due this week, done or not: the same from Monday to Sunday.
    private func quest(_ following: [Following], on today: CalendarDay) -> WeeklyQuest? {
        let (monday, sunday) = (today.monday, today.monday.adding(days: 6))
        let steps = following.filter { $0.standing.enrolment.status.isOpen }.flatMap { followed in
            followed.course.outline.activities.compactMap { activity -> (CalendarDay, String, ActivityOutline, Bool)? in
                guard activity.counts, !activity.isPlanned, let due = followed.dueDay(of: activity.id),
                    (monday...sunday).contains(due), let id = followed.course.version.activityIDs[activity.id]
                else { return nil }
                return (due, followed.course.outline.key, activity, followed.states[id]?.isCompleted ?? false)
            }
        }
        guard !steps.isEmpty else { return nil }
        return WeeklyQuest(
            until: sunday, steps: steps.prefix(Self.questSteps).map { (course: $0.1, activity: $0.2, isDone: $0.3) })
    }

    // MARK: In other pages

    /// A balance in a few words.
    package struct PointsMention: Sendable, Hashable {
        package let balance: Int
        package let level: PointLevel
    }

    /// What home says of points: nothing for who has none, for who follows nothing, and where they were switched off.
    func pointsMention(
        of viewer: Viewer, following: [Following], in reading: any ReadTransaction
    ) throws -> PointsMention? {
        guard let shown = try withPoints(following, of: viewer, in: reading), !shown.isEmpty else { return nil }
        let balance = try points.balances(of: viewer.person.id, in: reading).reduce(0) { $0 + $1.balance }
        return balance > 0 ? PointsMention(balance: balance, level: PointLevel(balance: balance)) : nil
    }

    /// How long a page says what was just earned, in seconds.
    private static let celebrated: Int64 = 600

    /// What was earned in the moment in which something happened, for the page that says that it happened.
    /// - Returns: nothing when that was longer ago than ten minutes, and where points were switched off.
    func earned(
        at instant: Instant?, by viewer: Viewer, in cohort: Identifier<Cohort>, in reading: any ReadTransaction
    ) throws -> [PointEntry] {
        guard let instant, clock.now < instant.adding(seconds: Self.celebrated),
            try !points.purse(of: viewer.person.id, in: reading).isOff
        else { return [] }
        return try points.entries(of: viewer.person.id, limit: 10, in: reading).filter {
            $0.at == instant && $0.amount > 0 && $0.place.cohort == cohort
        }
    }

    /// What one follows in cohorts that have points; `nil` for who wants none. Two statements.
    private func withPoints(
        _ following: [Following], of viewer: Viewer, in reading: any ReadTransaction
    ) throws -> [Following]? {
        guard !following.isEmpty else { return [] }
        if try points.purse(of: viewer.person.id, in: reading).isOff { return nil }
        let off = try points.offCohorts(among: Array(Set(following.map(\.cohort.id))).sorted(), in: reading)
        return following.filter { !off.contains($0.cohort.id) }
    }

    // MARK: Switches

    /// Whether one wants points to be seen; `nil` for who has nothing to decide: one follows no course, or only in cohorts without points.
    package func seesPoints(_ viewer: Viewer) async throws -> Bool? {
        try await database.read { reading in
            let enrolled = try progress.courses(of: viewer.person.id, in: reading).filter { $0.enrolment.status != .left }
            let cohorts = Set(enrolled.map(\.enrolment.cohort))
            guard !cohorts.isEmpty else { return nil }
            let off = try points.offCohorts(among: cohorts.sorted(), in: reading)
            if off == cohorts { return nil }
            return try !points.purse(of: viewer.person.id, in: reading).isOff
        }
    }

    /// Shows one's points, or leaves no trace of them. What is earned meanwhile is kept.
    package func setSeesPoints(_ sees: Bool, of viewer: Viewer) async throws {
        try await database.write { try points.set(off: !sees, for: viewer.person.id, in: $0) }
    }

    /// Whether a cohort has points.
    /// - throws: ``CampusError/notFound(_:)`` for everybody who does not decide on it.
    package func setPoints(_ hasPoints: Bool, ofCohort key: String, by viewer: Viewer) async throws {
        let now = clock.now
        try await database.write { writing in
            guard let cohort = try cohorts.cohort(key: key, in: writing), viewer.roles.mayManage(cohort.id) else {
                throw CampusError.notFound(.noSuchCohort)
            }
            try points.set(off: !hasPoints, for: cohort.id, by: viewer.person.id, at: now, in: writing)
        }
    }

    /// The same, for whoever runs the installation.
    package func setPoints(_ hasPoints: Bool, ofCohort key: String) async throws -> Cohort {
        let now = clock.now
        return try await database.write { writing in
            let cohort = try knownCohort(key, in: writing)
            try points.set(off: !hasPoints, for: cohort.id, by: nil, at: now, in: writing)
            return cohort
        }
    }
}

extension LearnerCourse {
    /// Whether there is anything left to be earned in it.
    fileprivate var isEarning: Bool { enrolment.status.isOpen && state.completedAt == nil }
}

extension Campus.Following {
    fileprivate var isEarning: Bool { standing.isEarning }
    var pointPlace: PointPlace { PointPlace(cohort: cohort.id, course: course.outline.key) }
}

extension Phrase {
    static let noPointsHere = Phrase(
        fr: "Il n’y a pas de points ici. Si vous les avez masqués, vous pouvez les revoir depuis « Moi ».",
        en: "There are no points here. If you hid them, you can bring them back from “Me”.")
}

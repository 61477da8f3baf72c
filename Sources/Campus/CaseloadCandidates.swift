import Accounts
import Algorithms
import CourseContent
import Essentials
import Progress
import Tutoring

/// The learners who fit a query, in no order, each with what it takes to put it in its place. Pure.
struct CaseloadCandidates {
    /// One learner in a course.
    struct Candidate {
        let learner: CaseloadLearner
        /// Positions in `cohorts` and in `groups`.
        let cohort: Int
        let group: Int
        let pace: PaceStatus?
        let minutesLate: Int
        let waiting: Int
        let unanswered: Instant?
        /// By the order of the query: what comes first has the smallest.
        let key: Int64

        /// Those that are alike by name.
        func comesBefore(_ other: Candidate) -> Bool {
            if key != other.key { return key < other.key }
            if learner.sortKey != other.learner.sortKey { return learner.sortKey < other.learner.sortKey }
            return learner.enrolment < other.learner.enrolment
        }
    }

    /// Those who follow the same course on the same days in the same cohort: the plan is worked out once for them.
    private struct Group {
        let course: LibraryCourse
        let plan: CoursePlan?
        let demand: PlanDemand?
    }

    private struct GroupKey: Hashable {
        let cohort: Identifier<Cohort>
        let course: Identifier<Course>
        let startsOn: CalendarDay?
        let endsOn: CalendarDay?
    }

    private let query: CaseloadQuery
    private let terms: [String]
    private let today: CalendarDay
    private let cohorts: [Cohort]
    private let positions: [Identifier<Cohort>: Int]
    private let alerts: [String: FollowUp]
    private let waiting: [String: Int]
    private let unanswered: [Identifier<Cohort>: [Identifier<Person>: Instant]]
    private let adjustments: [Identifier<Cohort>: [Identifier<Person>: PaceAdjustments]]
    private(set) var all: [Candidate] = []
    private var known: [Identifier<Course>: LibraryCourse] = [:]
    private var groups: [Group] = []
    private var groupKeys: [GroupKey: Int] = [:]
    private var sums: [CaseloadSum]
    /// The group of the learner before: those of a cohort come together.
    private var last: (key: GroupKey, group: Int)?

    init(
        query: CaseloadQuery, today: CalendarDay, cohorts: [Cohort], alerts: [String: FollowUp], waiting: [String: Int],
        unanswered: [Identifier<Cohort>: [Identifier<Person>: Instant]] = [:],
        adjustments: [Identifier<Cohort>: [Identifier<Person>: PaceAdjustments]]
    ) {
        self.query = query
        self.today = today
        self.cohorts = cohorts
        self.alerts = alerts
        self.waiting = waiting
        self.unanswered = unanswered
        self.adjustments = adjustments
        terms = query.search?.folded.split(separator: " ").map(String.init) ?? []
        positions = Dictionary(
            cohorts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        sums = Array(repeating: CaseloadSum(), count: cohorts.count)
    }

    /// The courses of those who were looked at, by key.
    var courses: [LibraryCourse] { known.values.sorted { $0.outline.key < $1.outline.key } }

    // MARK: Taking

    /// Takes a learner who fits the query.
    /// - Parameter course: the published version by its identity; a learner of a course that has none is passed over.
    mutating func take(
        _ learner: CaseloadLearner, course find: (Identifier<Course>) throws -> LibraryCourse?
    ) rethrows {
        guard let cohort = positions[learner.cohort], let group = try group(of: learner, cohorts[cohort], find),
            query.fits(learner, groups[group].course, terms)
        else { return }
        let alert = learner.status == .left ? nil : alerts[learner.enrolment.text]
        if let filter = query.alert, !filter.fits(alert) { return }
        let demand = learner.status == .left ? nil : demand(of: learner, groups[group])
        let pace = demand?.status(
            done: learner.doneWeight, total: learner.totalWeight, isCompleted: learner.completedAt != nil)
        let late = pace.flatMap { demand?.minutesLate(done: learner.doneWeight, $0) } ?? 0
        if query.isLate, late == 0 { return }
        if let demand { sums[cohort].add(learner, demand) }
        let waiting = waiting.isEmpty ? 0 : waiting[learner.enrolment.text] ?? 0
        let unanswered = unanswered.isEmpty || learner.status == .left ? nil : unanswered[learner.cohort]?[learner.person]
        all.append(
            Candidate(
                learner: learner, cohort: cohort, group: group, pace: pace, minutesLate: late, waiting: waiting,
                unanswered: unanswered,
                key: query.order.key(
                    learner, alert: alert?.level, minutesLate: late, waiting: waiting, unanswered: unanswered)))
    }

    private mutating func group(
        of learner: CaseloadLearner, _ cohort: Cohort, _ find: (Identifier<Course>) throws -> LibraryCourse?
    ) rethrows -> Int? {
        let key = GroupKey(
            cohort: learner.cohort, course: learner.course, startsOn: learner.startsOn, endsOn: learner.endsOn)
        if let last, last.key == key { return last.group }
        var group = groupKeys[key]
        if group == nil {
            if known[learner.course] == nil { known[learner.course] = try find(learner.course) }
            guard let course = known[learner.course] else { return nil }
            let plan = course.plan(startsOn: learner.startsOn, endsOn: learner.endsOn, in: cohort)
            groups.append(Group(course: course, plan: plan, demand: plan?.demand(on: today)))
            group = groups.count - 1
            groupKeys[key] = group
        }
        if let group { last = (key, group) }
        return group
    }

    /// What is asked of a learner: what is asked of all, unless something was decided for this one.
    private func demand(of learner: CaseloadLearner, _ group: Group) -> PlanDemand? {
        guard !adjustments.isEmpty, let own = adjustments[learner.cohort]?[learner.person] else { return group.demand }
        return group.plan?.demand(on: today, calendar: own.calendar, extensions: own.extensions(in: group.course.rules))
    }

    // MARK: Giving

    /// All of them in the order of the query.
    var sorted: [Candidate] { all.sorted { $0.comesBefore($1) } }

    /// So many after the place where the page before ended; from the start when that row is there no more.
    func page(of count: Int) -> [Candidate] {
        guard let after = query.after, let end = all.first(where: { $0.learner.enrolment == after }) else {
            return all.min(count: count) { $0.comesBefore($1) }
        }
        return all.lazy.filter { end.comesBefore($0) }.min(count: count) { $0.comesBefore($1) }
    }

    /// The query of the page after one; `nil` for the last.
    func next(after page: [Candidate]) -> CaseloadQuery? {
        guard let end = page.last, all.contains(where: { end.comesBefore($0) }) else { return nil }
        var next = query
        next.after = end.learner.enrolment
        return next
    }

    func row(_ candidate: Candidate) -> CaseloadRow {
        let learner = candidate.learner
        return CaseloadRow(
            learner: learner, cohort: cohorts[candidate.cohort], course: groups[candidate.group].course, pace: candidate.pace,
            minutesLate: candidate.minutesLate, waiting: candidate.waiting,
            unanswered: candidate.unanswered, alert: learner.status == .left ? nil : alerts[learner.enrolment.text])
    }

    /// In the order of cohorts; none of those in which nothing is planned.
    var summaries: [Campus.CaseloadReading.Summary] {
        zip(cohorts, sums).compactMap { $1.summary(of: $0) }
    }
}

/// What the learners of a cohort did, and what was planned, in minutes.
private struct CaseloadSum {
    private var learners = 0
    private var done = 0
    private var planned = 0
    private var total = 0

    mutating func add(_ learner: CaseloadLearner, _ demand: PlanDemand) {
        guard learner.totalWeight > 0 else { return }
        learners += 1
        done += learner.doneWeight
        planned += min(demand.plannedMinutes, learner.totalWeight)
        total += learner.totalWeight
    }

    func summary(of cohort: Cohort) -> Campus.CaseloadReading.Summary? {
        guard total > 0 else { return nil }
        return .init(cohort: cohort, learners: learners, done: done * 100 / total, planned: planned * 100 / total)
    }
}

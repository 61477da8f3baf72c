package import Accounts
import CourseContent
package import Essentials
package import Progress
import SQL
package import Tutoring

/// How somebody wants to see their learners.
package struct CaseloadQuery: Sendable, Hashable {
    package enum Order: String, Sendable, Hashable, Codable, CaseIterable {
        /// Those who need somebody first: alerts, then the most minutes late.
        case need
        case name, progress, late
        /// The longest without any activity first.
        case idle
        /// The most work to mark first.
        case waiting
    }

    package enum AlertFilter: String, Sendable, Hashable, Codable, CaseIterable {
        case any, amber, red
    }

    /// Keys.
    package var cohort: String?
    package var course: String?
    package var status: EnrolmentStatus?
    package var isLate = false
    package var alert: AlertFilter?
    /// Parts of a name, as typed.
    package var search: String?
    package var order = Order.need
    /// The enrolment with which the page before ended.
    package var after: Identifier<Enrolment>?

    package init() {}
}

/// A learner in a course, as who follows them sees it in a list.
package struct CaseloadRow: Sendable {
    package let learner: CohortLearner
    package let cohort: Cohort
    package let course: LibraryCourse
    /// `nil` without a first day.
    package let pace: Pace?
    /// How much waits for a mark.
    package let waiting: Int
    /// The alert, while one is open.
    package let alert: FollowUp?

    package var minutesLate: Int { pace?.minutesLate ?? 0 }
    package var status: EnrolmentStatus { learner.course.enrolment.status }
}

/// The learners of everybody whom a person follows, over all their cohorts.
extension Campus {
    package struct CaseloadReading: Sendable {
        package let query: CaseloadQuery
        /// One page; all of them where no page was asked for.
        package let rows: [CaseloadRow]
        /// How many fit the query.
        package let total: Int
        /// The query of the next page; `nil` for the last.
        package let next: CaseloadQuery?
        /// What one can choose among.
        package let cohorts: [Cohort]
        package let courses: [LibraryCourse]
        package let views: [KeptView]
        /// What is done and what is planned until now, in each cohort, over all who fit the query.
        package let summaries: [Summary]

        package struct Summary: Sendable {
            package let cohort: Cohort
            package let learners: Int
            /// Percent of all the minutes of those for whom something is planned.
            package let done: Int
            package let planned: Int
        }
    }

    private static let rowsAPage = 100

    /// Who fits a query, from summary rows only: three statements a cohort, whatever was done in it.
    /// - Parameter isWhole: all rows rather than a page.
    package func caseload(
        _ query: CaseloadQuery, isWhole: Bool = false, for viewer: Viewer
    ) async throws -> CaseloadReading {
        let now = clock.now
        let today = ParisDays.day(of: now)
        return try await database.read { reading in
            var followed: [Cohort] = []
            var known: [Identifier<Course>: LibraryCourse] = [:]
            var rows: [CaseloadRow] = []
            let terms = query.search?.folded.split(separator: " ").map(String.init) ?? []
            for id in viewer.roles.cohortsToReview {
                guard let cohort = try cohorts.cohort(id, in: reading) else { continue }
                followed.append(cohort)
                if let wanted = query.cohort, wanted != cohort.key { continue }
                let open = try alerts.open(in: id, in: reading)
                let waiting = try waitingWork.counts(in: id, in: reading)
                let adjustments = try pace.adjustments(in: id, in: reading)
                for learner in try progress.caseload(of: id, in: reading) {
                    let enrolment = learner.course.enrolment
                    if known[enrolment.course] == nil {
                        known[enrolment.course] = try library.course(enrolment.course, in: reading)
                    }
                    guard let course = known[enrolment.course], query.fits(learner, course, terms) else { continue }
                    let alert = enrolment.status == .left ? nil : open[enrolment.id.text]
                    if let filter = query.alert, !filter.fits(alert) { continue }
                    let own = adjustments[enrolment.person]
                    let pace =
                        enrolment.status == .left
                        ? nil
                        : course.plan(of: enrolment, in: cohort)?.pace(
                            of: learner.course.state, on: today, calendar: own?.calendar ?? .plain,
                            extensions: own.map { $0.extensions(in: course.rules) } ?? [:])
                    let row = CaseloadRow(
                        learner: learner, cohort: cohort, course: course, pace: pace, waiting: waiting[enrolment.id.text] ?? 0,
                        alert: alert)
                    if query.isLate, row.minutesLate == 0 { continue }
                    rows.append(row)
                }
            }
            query.order.sort(&rows)
            let (page, next) = isWhole ? (rows[...], nil) : query.page(of: rows, limit: Self.rowsAPage)
            return CaseloadReading(
                query: query, rows: Array(page), total: rows.count, next: next, cohorts: followed,
                courses: known.values.sorted { $0.outline.key < $1.outline.key },
                views: isWhole ? [] : try keptViews.views(of: viewer.person.id, in: reading),
                summaries: isWhole ? [] : Self.summaries(of: rows, followed))
        }
    }

    private static func summaries(of rows: [CaseloadRow], _ cohorts: [Cohort]) -> [CaseloadReading.Summary] {
        var sums: [Identifier<Cohort>: (learners: Int, done: Int, planned: Int, total: Int)] = [:]
        for row in rows {
            guard let pace = row.pace, pace.totalMinutes > 0 else { continue }
            var sum = sums[row.cohort.id] ?? (0, 0, 0, 0)
            sum = (
                sum.learners + 1, sum.done + pace.doneMinutes, sum.planned + min(pace.plannedMinutes, pace.totalMinutes),
                sum.total + pace.totalMinutes
            )
            sums[row.cohort.id] = sum
        }
        return cohorts.compactMap { cohort in
            sums[cohort.id].map { sum in
                .init(
                    cohort: cohort, learners: sum.learners, done: sum.done * 100 / sum.total,
                    planned: sum.planned * 100 / sum.total)
            }
        }
    }

    /// Keeps a way of looking at one's learners under a name, in the place of the one that had it.
    /// - throws: ``CampusError/invalid(_:)``, ``CampusError/notAllowed(_:)``.
    package func keepView(_ view: KeptView, by viewer: Viewer) async throws {
        guard viewer.followsLearners else { throw CampusError.notAllowed(.staffOnly) }
        try await withTutoring { try await database.write { try keptViews.keep(view, of: viewer.person.id, in: $0) } }
    }

    /// Forgets a view; one that is not there is forgotten already.
    package func forgetView(_ name: String, by viewer: Viewer) async throws {
        guard viewer.followsLearners else { throw CampusError.notAllowed(.staffOnly) }
        try await database.write { try keptViews.remove(name, of: viewer.person.id, in: $0) }
    }
}

extension CaseloadQuery {
    /// Whether a learner is asked for, before pace and alerts. Those who left are shown only when asked for.
    fileprivate func fits(_ learner: CohortLearner, _ course: LibraryCourse, _ terms: [String]) -> Bool {
        let found = learner.course.enrolment.status
        if let status { if status != found { return false } } else if found == .left { return false }
        if let wanted = self.course, wanted != course.outline.key { return false }
        return terms.allSatisfy { learner.position.sortKey.contains($0) }
    }

    /// The rows after the place where the page before ended; from the start when that row is there no more.
    fileprivate func page(of rows: [CaseloadRow], limit: Int) -> (ArraySlice<CaseloadRow>, next: CaseloadQuery?) {
        let start = after.flatMap { last in rows.firstIndex { $0.learner.position.enrolment == last } }.map { $0 + 1 } ?? 0
        let page = rows[start...].prefix(limit)
        guard page.endIndex < rows.endIndex, let last = page.last else { return (page, nil) }
        var next = self
        next.after = last.learner.position.enrolment
        return (page, next)
    }
}

extension CaseloadQuery.AlertFilter {
    fileprivate func fits(_ alert: FollowUp?) -> Bool {
        switch self {
        case .any: alert != nil
        case .amber: alert?.level == .amber
        case .red: alert?.level == .red
        }
    }
}

extension CaseloadQuery.Order {
    /// The rows in this order; those that are alike by name.
    fileprivate func sort(_ rows: inout [CaseloadRow]) {
        let keys = rows.map(key)
        let places = rows.indices.sorted { left, right in
            if keys[left] != keys[right] { return keys[left] < keys[right] }
            return rows[left].learner.position.comesBefore(rows[right].learner.position)
        }
        rows = places.map { rows[$0] }
    }

    /// What comes first has the smallest.
    private func key(_ row: CaseloadRow) -> Int64 {
        switch self {
        case .need:
            let urgency: Int64 = row.alert?.level == .red ? 2 : row.alert == nil ? 0 : 1
            return -(urgency << 40) - Int64(row.minutesLate)
        case .name: return 0
        case .progress: return Int64(row.learner.course.state.percent)
        case .late: return -Int64(row.minutesLate)
        case .idle: return row.learner.course.state.lastEventAt?.milliseconds ?? 0
        case .waiting: return -Int64(row.waiting)
        }
    }
}

extension CohortPosition {
    fileprivate func comesBefore(_ other: CohortPosition) -> Bool {
        sortKey == other.sortKey ? enrolment < other.enrolment : sortKey < other.sortKey
    }
}

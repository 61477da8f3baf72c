package import Accounts
import Algorithms
import CourseContent
package import Essentials
package import Progress
import SQL
package import Tutoring

/// A learner in a course, as who follows them sees it in a list.
package struct CaseloadRow: Sendable {
    package let learner: CaseloadLearner
    package let cohort: Cohort
    package let course: LibraryCourse
    /// `nil` without a first day.
    package let pace: PaceStatus?
    /// Planned minutes that are missing.
    package let minutesLate: Int
    /// How much waits for a mark.
    package let waiting: Int
    /// Since when a message waits for an answer.
    package let unanswered: Instant?
    /// The alert, while one is open.
    package let alert: FollowUp?
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

    /// Who fits a query, from summary rows only: six statements for four cohorts, whatever was done in them. Rows are made of those that
    /// are shown; of the others no more is worked out than their order.
    /// - Parameter isWhole: all rows rather than a page.
    package func caseload(
        _ query: CaseloadQuery, isWhole: Bool = false, for viewer: Viewer
    ) async throws -> CaseloadReading {
        let today = ParisDays.day(of: clock.now)
        return try await database.read { reading in
            let followed = try cohorts.cohorts(viewer.roles.cohortsToReview, in: reading)
            let chosen = query.cohort.map { key in followed.filter { $0.key == key } } ?? followed
            let ids = chosen.map(\.id)
            var candidates = CaseloadCandidates(
                query: query, today: today, cohorts: chosen, alerts: try alerts.open(in: ids, in: reading),
                waiting: try waitingWork.counts(in: ids, in: reading),
                unanswered: try conversations.unanswered(in: ids, in: reading),
                adjustments: try pace.adjustments(in: ids, in: reading))
            try progress.forEachLearner(of: ids, in: reading) { learner in
                try candidates.take(learner) { try library.course($0, in: reading) }
            }
            let page = isWhole ? candidates.sorted : candidates.page(of: Self.rowsAPage)
            return CaseloadReading(
                query: query, rows: page.map { candidates.row($0) }, total: candidates.all.count,
                next: isWhole ? nil : candidates.next(after: page), cohorts: followed, courses: candidates.courses,
                views: isWhole ? [] : try keptViews.views(of: viewer.person.id, in: reading),
                summaries: isWhole ? [] : candidates.summaries)
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

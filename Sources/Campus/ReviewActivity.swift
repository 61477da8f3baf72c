package import Accounts
package import Assessment
package import CourseContent
import Essentials
package import Progress
import SQL
import Tutoring

/// One activity of a cohort in depth, and a cohort as a matrix of learners and activities.
extension Campus {
    /// Why somebody seems to be stuck in an activity.
    package enum StuckReason: Sendable, Hashable {
        /// Opened so many days ago, and not completed.
        case openedLongAgo(days: Int)
        /// So many attempts, none of which passed.
        case failed(attempts: Int)
    }

    package struct StuckLearner: Sendable {
        package let learner: ActivityLearner
        package let reasons: [StuckReason]
    }

    package struct ActivityReview: Sendable {
        package let cohort: Cohort
        package let course: LibraryCourse
        package let activity: ActivityOutline
        /// By name.
        package let learners: [ActivityLearner]
        /// Those who were longest at it first.
        package let stuck: [StuckLearner]
        /// The first attempts of learners at a quiz, question by question, the hardest first; empty for other kinds.
        package let questions: [ItemStatistics]
        /// What the questions ask, as safe HTML by their ids, of the version that is published.
        package let texts: [String: String]
    }

    /// Days after which an activity that was opened and not completed is worth a word.
    package static let longOpenDays = 7
    /// Attempts without passing after which one is too.
    package static let manyAttempts = 2

    /// One activity of a course in a cohort: who is stuck, how marks are spread, which questions are hard.
    /// - throws: ``CampusError/notFound(_:)`` for a cohort that this person does not follow, a course that it does not, an activity that is
    ///   not in it.
    package func activityReview(
        _ activityKey: String, of courseKey: String, in cohortKey: String, for viewer: Viewer
    ) async throws -> ActivityReview {
        let today = ParisDays.day(of: clock.now)
        return try await readClosing { reading, overdue in
            let (cohort, course) = try followedCourse(courseKey, in: cohortKey, viewer, in: reading)
            guard let activity = course.activity(activityKey), let id = course.version.activityIDs[activityKey] else {
                throw CampusError.notFound(.noSuchActivity)
            }
            try overdue.lookEverywhere(in: reading)
            let learners = try progress.learners(of: cohort.id, course: course.version.course, in: id, in: reading)
            let stuck = learners.compactMap { learner -> StuckLearner? in
                guard let state = learner.state, !state.isCompleted else { return nil }
                var reasons: [StuckReason] = []
                let days = today.ordinal - ParisDays.day(of: state.firstOpenedAt).ordinal
                if days >= Self.longOpenDays { reasons.append(.openedLongAgo(days: days)) }
                if state.attempts >= Self.manyAttempts, activity.completion.passScore != nil {
                    reasons.append(.failed(attempts: state.attempts))
                }
                return reasons.isEmpty ? nil : StuckLearner(learner: learner, reasons: reasons)
            }
            let (questions, texts) = try hardest(activity, id, learners, in: reading)
            return ActivityReview(
                cohort: cohort, course: course, activity: activity, learners: learners,
                stuck: stuck.sorted { left, right in
                    let (one, other) = (left.learner.state?.firstOpenedAt, right.learner.state?.firstOpenedAt)
                    return (one?.milliseconds ?? 0, left.learner.sortKey) < (other?.milliseconds ?? 0, right.learner.sortKey)
                },
                questions: questions, texts: texts)
        }
    }

    /// The questions of a quiz by the first attempts of learners, the hardest first, and what they ask; nothing for other kinds.
    func hardest(
        _ activity: ActivityOutline, _ id: Identifier<Activity>, _ learners: [ActivityLearner], in reading: any ReadTransaction
    ) throws -> ([ItemStatistics], [String: String]) {
        guard activity.kind == .quiz, let digest = activity.contentDigest,
            case .quiz(let quiz) = try library.content(digest, in: reading)
        else { return ([], [:]) }
        let tried = learners.filter { ($0.state?.attempts ?? 0) > 0 }
        let shares = try tried.compactMap { try firstShares(of: $0.enrolment, id, in: reading) }
        let texts = Dictionary(quiz.questions.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        return (ItemAnalysis.statistics(of: shares), texts)
    }

    /// The share of the points of each question in a learner's first attempt that has a result.
    private func firstShares(
        of enrolment: Identifier<Enrolment>, _ activity: Identifier<Activity>, in reading: any ReadTransaction
    ) throws -> [String: Double]? {
        let standing = try attempts.standing(in: enrolment.text, activity: activity, allowed: nil, in: reading)
        guard let first = standing.attempts.first(where: { $0.result != nil }),
            let marked = try attempts.marked(first, content: { try quiz($0, in: reading) }, in: reading)
        else { return nil }
        let paper = try quiz(first.contentDigest, in: reading).paper(seed: first.seed)
        let points = Dictionary(paper.questions.map { ($0.id, $0.points) }, uniquingKeysWith: { first, _ in first })
        var shares: [String: Double] = [:]
        for answer in marked.answers {
            if let most = points[answer.question], most > 0 { shares[answer.question] = answer.mark.points / most }
        }
        return shares
    }

    // MARK: Matrix

    /// One module of a course with the learners of a cohort.
    package struct MatrixReading: Sendable {
        package let cohort: Cohort
        package let course: LibraryCourse
        package let module: ModuleOutline
        /// Written activities of the module.
        package let activities: [ActivityOutline]
        package let rows: [Row]
        package let next: CohortPosition?

        package struct Row: Sendable {
            package let learner: CohortLearner
            /// By the author's id; nothing where nothing happened yet.
            package let states: [String: ActivityState]
            /// The activities whose work waits for a mark, by the author's id.
            package let waiting: Set<String>
        }
    }

    private static let matrixRows = 50

    /// The learners of a cohort and the activities of one module, a page of learners at a time.
    /// - Parameters:
    ///   - moduleKey: the author's id; `nil` for the first module that has something written.
    ///   - isWhole: all learners rather than a page.
    /// - throws: ``CampusError/notFound(_:)``.
    package func matrix(
        of courseKey: String, module moduleKey: String?, in cohortKey: String, after position: CohortPosition? = nil,
        isWhole: Bool = false, for viewer: Viewer
    ) async throws -> MatrixReading {
        try await readClosing { reading, overdue in
            let (cohort, course) = try followedCourse(courseKey, in: cohortKey, viewer, in: reading)
            try overdue.lookEverywhere(in: reading)
            let written = course.outline.modules.filter { $0.activities.contains { !$0.isPlanned } }
            guard let module = moduleKey.map({ key in written.first { $0.id == key } }) ?? written.first else {
                throw CampusError.notFound(.noSuchActivity)
            }
            let activities = module.activities.filter { !$0.isPlanned }
            let limit = isWhole ? Int(Int32.max) : Self.matrixRows
            var learners = try progress.learners(
                of: cohort.id, course: course.version.course, after: position, limit: limit + 1, in: reading)
            let hasMore = learners.count > limit
            if hasMore { learners.removeLast() }
            let rows = try learners.filter { $0.course.enrolment.status != .left }.map { learner in
                let states = try progress.activityStates(of: learner.course.enrolment.id, in: reading)
                let waiting = Set(try waitingWork.work(in: learner.course.enrolment.id.text, in: reading).map(\.activity))
                var named: [String: ActivityState] = [:]
                var toMark: Set<String> = []
                for activity in activities {
                    guard let id = course.version.activityIDs[activity.id] else { continue }
                    named[activity.id] = states[id]
                    if waiting.contains(id) { toMark.insert(activity.id) }
                }
                return MatrixReading.Row(learner: learner, states: named, waiting: toMark)
            }
            return MatrixReading(
                cohort: cohort, course: course, module: module, activities: activities, rows: rows,
                next: hasMore ? learners.last?.position : nil)
        }
    }

    private func followedCourse(
        _ courseKey: String, in cohortKey: String, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (Cohort, LibraryCourse) {
        let cohort = try followed(cohortKey, viewer, in: reading)
        guard let course = try library.course(courseKey, in: reading),
            try enrolments.courses(of: cohort.id, in: reading).contains(course.version.course)
        else { throw CampusError.notFound(.noSuchCourse) }
        return (cohort, course)
    }
}

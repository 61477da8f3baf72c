package import Accounts
package import Assessment
package import CourseContent
package import Essentials
package import Progress
import SQL
package import Scheduling

/// What is to be done before a class, and who has done it: the flipped classroom.
extension Campus {
    /// An activity to do before a session.
    package struct PreparedActivity: Sendable {
        /// Key of its course.
        package let course: String
        package let activity: ActivityOutline
        /// Whether the learner who looks has done it; `nil` for others.
        package let isDone: Bool?
        /// How many of the session's learners have, for those who follow the cohort; `nil` for others.
        package let done: Int?
        package let learners: Int?
    }

    /// What is to be done before a session, learner by learner.
    package struct PreparationReading: Sendable {
        package let session: ClassSession
        package let cohort: Cohort
        package let mayPlan: Bool
        package let lines: [Line]
        /// The courses of the cohort, to choose from.
        package let courses: [LibraryCourse]
        /// The activity that the session is for.
        package let activity: ActivityAddress?

        package struct Line: Sendable {
            package let course: String
            package let activity: ActivityOutline
            /// By name.
            package let done: [ActivityLearner]
            package let missing: [ActivityLearner]
            /// Of a quiz, the questions that were missed most in first attempts; at most ``Campus/missedShown``.
            package let questions: [ItemStatistics]
            /// What they ask, as safe HTML.
            package let texts: [String: String]
        }
    }

    /// Questions shown of a quiz that is done before a session.
    package static let missedShown = 3

    /// What is to be done before a session, with who has done it. One read.
    /// - throws: ``CampusError/notFound(_:)`` for somebody who does not follow the cohort.
    package func preparation(
        _ id: Identifier<ClassSession>, for viewer: Viewer
    ) async throws -> PreparationReading {
        try await readClosing { reading, overdue in
            guard let session = try calendar.session(id, in: reading), viewer.mayReview(session.cohort),
                let cohort = try cohorts.cohort(session.cohort, in: reading), try concerns(session, viewer, in: reading)
            else { throw CampusError.notFound(.noSuchSession) }
            try overdue.lookEverywhere(in: reading)
            let courses = try publishedCourses(of: cohort.id, in: reading)
            let people = try learners(of: session, in: reading)
            let lines = try preparations.activities(before: id, in: reading).compactMap(courses.published).map { before in
                let learners = try progress.learners(
                    of: cohort.id, course: before.course.version.course, in: before.id, in: reading
                ).filter { people.contains($0.person) }
                let (questions, texts) = try hardest(before.outline, before.id, learners, in: reading)
                return PreparationReading.Line(
                    course: before.course.outline.key, activity: before.outline,
                    done: learners.filter { $0.state?.isCompleted ?? false },
                    missing: learners.filter { !($0.state?.isCompleted ?? false) },
                    questions: Array(questions.filter { $0.facility < 1 }.prefix(Self.missedShown)), texts: texts)
            }
            let held = session.plan.activity.flatMap(courses.published)
            return PreparationReading(
                session: session, cohort: cohort, mayPlan: viewer.roles.mayPlanSessions(in: cohort.id), lines: lines,
                courses: courses,
                activity: held?.address)
        }
    }

    /// Keeps what is to be done before a session, and the activity of a course that it is for. Nobody is told by mail: it stands on the page.
    /// - Parameter viewer: `nil` for the command line.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)`` for an activity that is in no course of the cohort, and for more than
    ///   ``PreparationStore/most``.
    package func prepare(
        _ id: Identifier<ClassSession>, before: [ActivityAddress], for activity: ActivityAddress?, by viewer: Viewer?
    ) async throws -> ClassSession {
        try await database.write { writing in
            let (session, cohort) = try plannable(id, by: viewer, in: writing)
            let courses = try publishedCourses(of: cohort.id, in: writing)
            func known(_ address: ActivityAddress, _ field: String) throws -> Identifier<Activity> {
                guard let found = courses.published(address) else {
                    throw CampusError.invalid(field, .activityOfNoCourse(address.text))
                }
                guard field == "before" || found.outline.kind == .session else {
                    throw CampusError.invalid(field, .activityIsNoSession)
                }
                return found.id
            }
            var chosen: [Identifier<Activity>] = []
            for address in before {
                let id = try known(address, "before")
                if !chosen.contains(id) { chosen.append(id) }
            }
            guard chosen.count <= PreparationStore.most else {
                throw CampusError.invalid("before", .tooMuchBefore(PreparationStore.most))
            }
            try preparations.keep(chosen, for: try activity.map { try known($0, "for") }, of: session.id, in: writing)
            return try calendar.session(id, in: writing) ?? session
        }
    }

    /// What the page of a session says of it: to a learner what they have done, to those who follow the cohort how many have.
    func preparation(
        of session: ClassSession, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> [PreparedActivity] {
        let chosen = try preparations.activities(before: session.id, in: reading)
        if chosen.isEmpty { return [] }
        let courses = try publishedCourses(of: session.cohort, in: reading)
        let reviews = viewer.mayReview(session.cohort)
        let people = reviews ? try learners(of: session, in: reading) : []
        return try chosen.compactMap(courses.published).map { before in
            if reviews {
                let learners = try progress.learners(
                    of: session.cohort, course: before.course.version.course, in: before.id, in: reading
                ).filter { people.contains($0.person) }
                return PreparedActivity(
                    course: before.course.outline.key, activity: before.outline, isDone: nil,
                    done: learners.count { $0.state?.isCompleted ?? false }, learners: learners.count)
            }
            let enrolment = try enrolments.enrolment(
                of: viewer.person.id, in: session.cohort, course: before.course.version.course, in: reading)
            let isDone = try enrolment.map { enrolment in
                try progress.activityState(of: before.id, enrolment: enrolment.id, in: reading)?.isCompleted ?? false
            }
            return PreparedActivity(
                course: before.course.outline.key, activity: before.outline, isDone: isDone, done: nil, learners: nil)
        }
    }

    // MARK: Parts

    func publishedCourses(of cohort: Identifier<Cohort>, in reading: any ReadTransaction) throws -> [LibraryCourse] {
        try enrolments.courses(of: cohort, in: reading).compactMap { try library.course($0, in: reading) }
            .sorted { $0.outline.key < $1.outline.key }
    }

    /// Those whom the session is for.
    private func learners(of session: ClassSession, in reading: any ReadTransaction) throws -> Set<Identifier<Person>> {
        Set(
            try everybody { position, limit in
                if let group = session.plan.group {
                    return try memberships.people(of: group, as: .learner, after: position, limit: limit, in: reading)
                }
                return try memberships.people(of: session.cohort, as: .learner, after: position, limit: limit, in: reading)
            })
    }
}

extension Phrase {
    package static func activityOfNoCourse(_ address: String) -> Phrase {
        Phrase(
            fr: "« \(address) » n’est une activité d’aucune formation de cette promo : elle s’écrit formation/activité.",
            en: "\"\(address)\" is an activity of no course of this cohort: one is written course/activity.")
    }
    static let activityIsNoSession = Phrase(
        fr: "Une séance est prévue pour une activité « séance » de la formation.",
        en: "A session is planned for a session of the course.")
    static func tooMuchBefore(_ most: Int) -> Phrase {
        Phrase(fr: "Pas plus de \(most) activités avant une séance.", en: "At most \(most) activities before a session.")
    }
}

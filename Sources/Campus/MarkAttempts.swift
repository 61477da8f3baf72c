package import Accounts
package import Assessment
package import CourseContent
package import Essentials
import Progress
import SQL
package import Tutoring

/// Marking what a computer cannot: the texts of a quiz.
extension Campus {
    /// An attempt as who marks it sees it.
    package struct MarkingReading: Sendable {
        package let cohort: Cohort
        package let learner: Person
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let attempt: Attempt
        /// As the attempt asks it.
        package let quiz: QuizContent
        package let marked: MarkedAttempt
        /// Every mark given, by question, the last one first.
        package let marks: [String: [TutorMark]]
        /// Names of those who marked, by id.
        package let names: [Identifier<Person>: PersonName]
        /// What whoever marks keeps to write again.
        package let sentences: [QuickSentence]
    }

    /// An attempt of a learner of a cohort that was sent, for those who mark there: every answer, and the texts to mark.
    /// - throws: ``CampusError/notFound(_:)`` for everybody else, and for an attempt that is not over.
    package func marking(
        of id: Identifier<Attempt>, in cohortKey: String, for viewer: Viewer
    ) async throws -> MarkingReading {
        try await readClosing { reading, overdue in
            let (cohort, attempt, course) = try markable(id, in: cohortKey, for: viewer, in: reading)
            overdue.note(attempt)
            let written = try quiz(attempt.contentDigest, in: reading)
            guard !attempt.isOpen, let marked = try attempts.marked(attempt, content: { _ in written }, in: reading),
                let learner = try people.person(attempt.person, in: reading),
                let activity = course.rules[attempt.activity].flatMap({ course.activity($0.key) })
            else { throw CampusError.notFound(.noAttemptToMark) }
            let marks = try attempts.marks(of: id, in: reading)
            var names: [Identifier<Person>: PersonName] = [:]
            for tutor in Set(marks.values.flatMap { $0.map(\.markedBy) }) {
                names[tutor] = try people.person(tutor, in: reading)?.name
            }
            return MarkingReading(
                cohort: cohort, learner: learner, course: course, activity: activity, attempt: attempt,
                quiz: written.paper(seed: attempt.seed), marked: marked, marks: marks, names: names,
                sentences: try waitingWork.sentences(of: viewer.person.id, in: reading))
        }
    }

    /// Gives points. When every text has its points, the attempt has its result and the learner's progress follows, in one transaction.
    /// Points given before stay as facts.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/invalid(_:)``.
    package func mark(
        _ id: Identifier<Attempt>, in cohortKey: String, with drafts: [DraftMark], by viewer: Viewer
    ) async throws -> Attempt {
        let now = clock.now
        return try await withAssessment {
            try await withCurrentCourse {
                try await database.write { writing in
                    let (_, attempt, course) = try markable(id, in: cohortKey, for: viewer, in: writing)
                    guard attempt.sentAt != nil else { throw CampusError.notFound(.noAttemptToMark) }
                    let marking = try attempts.mark(
                        id, drafts, by: viewer.person.id, content: { try quiz($0, in: writing) }, at: now, in: writing)
                    try recordResult(marking, in: course, at: now, in: writing)
                    try requeue(context: attempt.context, in: writing)
                    return marking.attempt
                }
            }
        }
    }

    private func recordResult(
        _ marking: TutorMarking, in course: LibraryCourse, at now: Instant, in writing: any WriteTransaction
    ) throws {
        let attempt = marking.attempt
        guard let result = attempt.result, let rules = course.rules[attempt.activity], !rules.isPlanned else { return }
        let event: LearningEvent =
            marking.isFirstResult
            ? .attemptSubmitted(attempt: attempt.id.text, activity: attempt.activity, score: result.score, at: result.submittedAt)
            : .attemptRemarked(
                attempt: attempt.id.text, times: marking.times, activity: attempt.activity, score: result.score, at: now)
        try record([event], for: Identifier(trusted: attempt.context), in: course, at: now, in: writing)
        try followUp(Identifier(trusted: attempt.context), at: now, in: writing)
    }

    private func markable(
        _ id: Identifier<Attempt>, in cohortKey: String, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (Cohort, Attempt, LibraryCourse) {
        guard let cohort = try cohorts.cohort(key: cohortKey, in: reading), viewer.roles.mayMark(in: cohort.id) else {
            throw CampusError.notFound(.noSuchCohort)
        }
        guard let attempt = try attempts.attempt(id, in: reading),
            let standing = try progress.course(of: Identifier(trusted: attempt.context), in: reading),
            standing.enrolment.cohort == cohort.id, standing.enrolment.status != .left,
            let course = try library.course(standing.enrolment.course, in: reading)
        else { throw CampusError.notFound(.noAttemptToMark) }
        return (cohort, attempt, course)
    }
}

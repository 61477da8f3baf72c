package import Accounts
import CourseContent
package import Essentials
package import Progress
import SQL

/// Exemptions, completions and marks that a tutor decides, with a reason: facts among the learner's events.
extension Campus {
    /// What somebody decides about one activity of one learner.
    package struct ActivityRuling: Sendable, Hashable {
        package let course: String
        package let activity: String
        package let action: Ruling.Action
        package let reason: String
        /// Percentage, for ``Ruling/Action/mark``.
        package let score: Int?
        /// What is validated, for ``Ruling/Action/completed``; without it the minutes of the activity.
        package let minutes: Int?

        package init(
            course: String, activity: String, action: Ruling.Action, reason: String, score: Int? = nil, minutes: Int? = nil
        ) {
            self.course = course
            self.activity = activity
            self.action = action
            self.reason = reason
            self.score = score
            self.minutes = minutes
        }
    }

    /// Decides something about an activity of a learner, or takes it back: one more fact.
    /// - throws: ``CampusError/notFound(_:)`` also for who does not decide there, ``CampusError/invalid(_:)``.
    package func rule(
        _ ruling: ActivityRuling, of person: Identifier<Person>, in cohortKey: String, by viewer: Viewer
    ) async throws -> RecordOutcome {
        let now = clock.now
        let checked = try Self.checked(ruling)
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                let cohort = try pacedCohort(cohortKey, for: viewer, in: writing)
                return try decide(checked, of: person, in: cohort, by: viewer.person.id, at: now, in: writing)
            }
        }
    }

    /// The same, for whoever runs the installation.
    package func rule(_ ruling: ActivityRuling, ofLogin login: String, in cohortKey: String) async throws -> Person {
        let now = clock.now
        let checked = try Self.checked(ruling)
        return try await withCurrentCourse {
            try await withAccounts {
                let login = try Login(login)
                return try await database.write(.takenRows) { writing in
                    let cohort = try knownCohort(cohortKey, in: writing)
                    guard let person = try people.person(login: login, in: writing) else {
                        throw CampusError.notFound(.noSuchLearner)
                    }
                    _ = try decide(checked, of: person.id, in: cohort, by: nil, at: now, in: writing)
                    return person
                }
            }
        }
    }

    /// The ruling with its reason on one line.
    /// - throws: ``CampusError/invalid(_:)``.
    private static func checked(_ ruling: ActivityRuling) throws -> ActivityRuling {
        let reason = ruling.reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var problems: [FieldProblem] = []
        if reason.isEmpty { problems.append(FieldProblem(field: "note", message: PaceProblem.missingReason.phrase)) }
        if reason.count > Ruling.longestReason || reason.utf8.count > 900 || reason.utf8.contains(0) {
            problems.append(FieldProblem(field: "note", message: PaceProblem.badNote.phrase))
        }
        if ruling.action == .mark, !(0...100).contains(ruling.score ?? -1) {
            problems.append(FieldProblem(field: "score", message: .badPercentage))
        }
        if let minutes = ruling.minutes, !(0...Ruling.longestMinutes).contains(minutes) {
            problems.append(FieldProblem(field: "minutes", message: .badMinutes(Ruling.longestMinutes)))
        }
        guard problems.isEmpty else { throw CampusError.invalid(problems) }
        return ActivityRuling(
            course: ruling.course, activity: ruling.activity, action: ruling.action, reason: reason, score: ruling.score,
            minutes: ruling.minutes)
    }

    private func decide(
        _ ruling: ActivityRuling, of person: Identifier<Person>, in cohort: Cohort, by author: Identifier<Person>?,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> RecordOutcome {
        let (course, activity, id) = try find(ruling.activity, of: ruling.course, in: writing)
        guard !activity.isPlanned else { throw CampusError.notFound(.activityIsComing) }
        let enrolment = try enrolments.enrolment(of: person, in: cohort.id, course: course.version.course, in: writing)
        guard let enrolment, enrolment.status != .left else { throw CampusError.notFound(.noSuchLearner) }
        if ruling.action == .mark, !activity.kind.hasScore { throw CampusError.invalid("action", .noMarkHere) }
        let event = LearningEvent.ruled(
            Ruling(ruling.action, reason: ruling.reason, by: author), activity: id,
            score: ruling.action == .mark ? ruling.score : nil,
            minutes: ruling.action == .completed ? ruling.minutes ?? activity.minutes : nil, at: now)
        let outcome = try record([event], for: enrolment.id, in: course, at: now, in: writing)
        try followUp(enrolment.id, at: now, in: writing)
        return outcome
    }
}

package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// The statements of a tutor's caseload.
package enum CaseloadStatements {
    /// The caseload: every learner of some cohorts with the figures of their courses, in no order: the caller sorts.
    package static let learners = Statement(
        "progress.caseload",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, s.done_weight, s.total_weight,
            s.percent, s.activities_done, s.activities_total, s.last_event_at, s.completed_at,
            p.given_name, p.family_name, p.sort_key
        FROM enrolment e
        JOIN course_state s ON s.enrolment_id = e.id
        JOIN person p ON p.id = e.person_id
        WHERE e.cohort_id IN ($1, $2, $3, $4)
        """)

    /// A tutor's day: one learner with an alert, with the name.
    package static let learner = Statement(
        "progress.caseloadLearner",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at,
            p.given_name, p.family_name, p.sort_key
        FROM enrolment e
        JOIN course_state s ON s.enrolment_id = e.id
        JOIN person p ON p.id = e.person_id
        WHERE e.id = $1
        """)

    /// One activity in depth: where each learner of a cohort is in it. Those who left count no more.
    package static let activity = Statement(
        "progress.activityOfCohort",
        """
        SELECT e.id, e.person_id, p.given_name, p.family_name, p.sort_key, a.enrolment_id, a.activity_id, a.first_opened_at,
            a.last_event_at, a.seconds, a.reached_end_at, a.best_score, a.attempts, a.completed_at, a.completed_by_version,
            a.played, a.declared_at, a.attended_at, a.contributions, a.reviewed_share, a.submitted_at, a.connected, a.scores, a.validated_seconds,
            a.ruling, a.reported_at
        FROM enrolment e
        JOIN person p ON p.id = e.person_id
        LEFT JOIN activity_state a ON a.enrolment_id = e.id AND a.activity_id = $3
        WHERE e.cohort_id = $1 AND e.course_id = $2 AND e.status <> 'left'
        """)

    /// A learner's timeline: the events of an enrolment before a sequence, the last first.
    package static let eventsBefore = Statement(
        "progress.eventsBefore",
        """
        SELECT id, activity_id, kind, occurred_at, seconds, score, detail, received_at, sequence
        FROM learning_event WHERE enrolment_id = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3
        """)

    /// The daily sweep of alerts: a page of the enrolments of a cohort.
    package static let enrolmentsOfCohort = Statement(
        "progress.enrolmentsOfCohort",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id
        WHERE e.cohort_id = $1 AND e.id > $2 ORDER BY e.id LIMIT $3
        """)
}

extension ProgressStore {
    /// Every learner of some cohorts with the figures of their courses, in no order, those of a cohort together. A statement for four
    /// cohorts, from summary rows only.
    package func forEachLearner(
        of cohorts: [Identifier<Cohort>], in reading: any ReadTransaction, _ body: (CaseloadLearner) throws -> Void
    ) throws {
        try reading.forEach(CaseloadStatements.learners, keys: cohorts) { try body(try CaseloadLearner($0)) }
    }

    /// One learner with the figures of a course. One statement.
    package func learner(
        of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> CohortLearner? {
        try reading.first(CaseloadStatements.learner, enrolment) { try CohortLearner($0) }
    }

    /// Where each learner of a cohort is in one activity, by name; a state is `nil` where nothing happened yet. One statement.
    package func learners(
        of cohort: Identifier<Cohort>, course: Identifier<Course>, in activity: Identifier<Activity>,
        in reading: any ReadTransaction
    ) throws -> [ActivityLearner] {
        try reading.rows(CaseloadStatements.activity, cohort, course, activity) { row in
            ActivityLearner(
                enrolment: row.id(0), person: row.id(1), givenName: row.text(2), familyName: row.text(3), sortKey: row.text(4),
                state: row.isNull(5) ? nil : ActivityState(row, from: 5))
        }.sorted { ($0.sortKey, $0.enrolment) < ($1.sortKey, $1.enrolment) }
    }

    /// The events of an enrolment before a sequence, the last first. One statement, one range of the key.
    package func events(
        of enrolment: Identifier<Enrolment>, before sequence: Int?, limit: Int, in reading: any ReadTransaction
    ) throws -> [RecordedEvent] {
        try reading.rows(CaseloadStatements.eventsBefore, enrolment, sequence ?? Int(Int32.max), limit) { try RecordedEvent($0) }
    }

    /// A page of the enrolments of a cohort, whatever their status, in the order of their ids. One statement.
    package func enrolments(
        of cohort: Identifier<Cohort>, after last: Identifier<Enrolment>?, limit: Int, in reading: any ReadTransaction
    ) throws -> [LearnerCourse] {
        try reading.rows(CaseloadStatements.enrolmentsOfCohort, cohort, last?.text ?? "", limit) { try LearnerCourse($0) }
    }
}

/// A learner of a cohort in one activity.
package struct ActivityLearner: Sendable, Hashable {
    package let enrolment: Identifier<Enrolment>
    package let person: Identifier<Person>
    package let givenName: String
    package let familyName: String
    package let sortKey: String
    package let state: ActivityState?
}

package import SQL

/// The statements of enrolments, with the states that pages read beside them.
package enum EnrolmentStatements {
    // MARK: Writing

    /// A cohort follows a course.
    package static let assign = Statement(
        "progress.assign",
        "INSERT INTO cohort_course (cohort_id, course_id) VALUES ($1, $2) ON CONFLICT (cohort_id, course_id) DO NOTHING")

    /// A cohort no longer follows a course; enrolments stay.
    package static let unassign = Statement(
        "progress.unassign", "DELETE FROM cohort_course WHERE cohort_id = $1 AND course_id = $2")

    /// Enrolling: once for a person, a course and a cohort.
    package static let enrol = Statement(
        "progress.enrol",
        """
        INSERT INTO enrolment (id, person_id, cohort_id, course_id, starts_on, ends_on, status, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'active', $7)
        ON CONFLICT (person_id, course_id, cohort_id) DO NOTHING
        """)

    /// Leaving, pausing, coming back.
    package static let setStatus = Statement("progress.setStatus", "UPDATE enrolment SET status = $2 WHERE id = $1")

    /// First and last day.
    package static let setDays = Statement(
        "progress.setDays", "UPDATE enrolment SET starts_on = $2, ends_on = $3 WHERE id = $1")

    // MARK: Reading

    /// Enrolling a second time: the enrolment there is.
    package static let find = Statement(
        "progress.findEnrolment",
        """
        SELECT id, person_id, cohort_id, course_id, starts_on, ends_on, status, created_at
        FROM enrolment WHERE person_id = $1 AND course_id = $2 AND cohort_id = $3
        """)

    /// An enrolment by its id.
    package static let enrolment = Statement(
        "progress.enrolment",
        """
        SELECT id, person_id, cohort_id, course_id, starts_on, ends_on, status, created_at FROM enrolment WHERE id = $1
        """)

    /// The coordinator's cohort page: what a cohort follows.
    package static let coursesOfCohort = Statement(
        "progress.coursesOfCohort", "SELECT course_id FROM cohort_course WHERE cohort_id = $1 ORDER BY course_id")

    /// The author's course page: who follows it.
    package static let cohortsOfCourse = Statement(
        "progress.cohortsOfCourse", "SELECT cohort_id FROM cohort_course WHERE course_id = $1 ORDER BY cohort_id")

    /// Home and my courses: everything that a learner follows, the open ones first.
    package static let coursesOfPerson = Statement(
        "progress.coursesOfPerson",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id
        WHERE e.person_id = $1
        ORDER BY CASE e.status WHEN 'active' THEN 0 WHEN 'paused' THEN 1 WHEN 'completed' THEN 2 ELSE 3 END,
            e.created_at DESC, e.id DESC
        """)

    /// A learner's own progress, what is handed in: the enrolments of a learner in a course, one for each cohort. They are a few at most:
    /// ``Enrolment/comesBefore(_:)`` chooses, cheaper than a sort in the database.
    package static let courseOfPerson = Statement(
        "progress.courseOfPerson",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id
        WHERE e.person_id = $1 AND e.course_id = $2
        """)

    /// The outline: the same with what the learner's plan hangs on.
    package static let plannedCourseOfPerson = Statement(
        "progress.plannedCourseOfPerson",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at,
            c.starts_on, c.ends_on,
            CASE WHEN EXISTS (SELECT 1 FROM pace_fact f WHERE f.cohort_id = e.cohort_id AND f.person_id = e.person_id)
                THEN 1 ELSE 0 END
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id JOIN cohort c ON c.id = e.cohort_id
        WHERE e.person_id = $1 AND e.course_id = $2
        """)

    /// A tutor looking at one learner: an enrolment with its state.
    package static let courseOfEnrolment = Statement(
        "progress.courseOfEnrolment",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id
        WHERE e.id = $1
        """)

    /// Every batch of events: the same, for a write to the state of the course. What hangs on that row (states of activities, the
    /// next sequence) is read after it.
    package static let takeCourseOfPerson = courseOfPerson.taking(rowsOf: "s")

    /// The lesson and the quiz page: the enrolments of a learner in a course, with one activity and what the learner's plan hangs on, all by
    /// keys.
    package static let activityOfPerson = Statement(
        "progress.activityOfPerson",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at,
            a.enrolment_id, a.activity_id, a.first_opened_at, a.last_event_at, a.seconds, a.reached_end_at, a.best_score,
            a.attempts, a.completed_at, a.completed_by_version, a.played, a.declared_at,
            a.attended_at, a.contributions, a.reviewed_share, a.submitted_at, a.connected, a.scores, a.validated_seconds, a.ruling,
            a.reported_at, c.starts_on, c.ends_on,
            CASE WHEN EXISTS (SELECT 1 FROM pace_fact f WHERE f.cohort_id = e.cohort_id AND f.person_id = e.person_id)
                THEN 1 ELSE 0 END
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id JOIN cohort c ON c.id = e.cohort_id
        LEFT JOIN activity_state a ON a.enrolment_id = e.id AND a.activity_id = $3
        WHERE e.person_id = $1 AND e.course_id = $2
        """)

    /// The tutor's table, all courses of a cohort: a page in the order of names, those who left last.
    package static let learnersOfCohort = Statement(
        "progress.learnersOfCohort",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at,
            p.given_name, p.family_name, p.sort_key
        FROM enrolment e
        JOIN course_state s ON s.enrolment_id = e.id
        JOIN person p ON p.id = e.person_id
        WHERE e.cohort_id = $1
            AND (CASE e.status WHEN 'left' THEN 1 ELSE 0 END, p.sort_key, e.id) > (CAST($2 AS BIGINT), $3, $4)
        ORDER BY CASE e.status WHEN 'left' THEN 1 ELSE 0 END, p.sort_key, e.id LIMIT $5
        """)

    /// The tutor's table, one course of a cohort: a page in the order of names, those who left last.
    package static let learnersOfCohortCourse = Statement(
        "progress.learnersOfCohortCourse",
        """
        SELECT e.id, e.person_id, e.cohort_id, e.course_id, e.starts_on, e.ends_on, e.status, e.created_at,
            s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total,
            s.seconds, s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at,
            p.given_name, p.family_name, p.sort_key
        FROM enrolment e
        JOIN course_state s ON s.enrolment_id = e.id
        JOIN person p ON p.id = e.person_id
        WHERE e.cohort_id = $1 AND e.course_id = $2
            AND (CASE e.status WHEN 'left' THEN 1 ELSE 0 END, p.sort_key, e.id) > (CAST($3 AS BIGINT), $4, $5)
        ORDER BY CASE e.status WHEN 'left' THEN 1 ELSE 0 END, p.sort_key, e.id LIMIT $6
        """)
}

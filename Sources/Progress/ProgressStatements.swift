package import SQL

/// The statements of events and states. Those of enrolments are in ``EnrolmentStatements``.
package enum ProgressStatements {
    /// The report of points of a cohort: how long what was completed since an instant took, and how often it was sent.
    package static let completedInCohort = Statement(
        "progress.completedInCohort",
        """
        SELECT e.person_id, s.activity_id, s.seconds, s.attempts FROM enrolment e JOIN activity_state s ON s.enrolment_id = e.id
        WHERE e.cohort_id = $1 AND s.completed_at >= $2
        """)

    // MARK: Recording

    /// `rebond verify`: the course's row as kept.
    package static let courseState = Statement(
        "progress.courseState",
        """
        SELECT enrolment_id, version_id, done_weight, total_weight, percent, activities_done, activities_total, seconds,
            last_activity_id, last_activity_at, last_event_at, event_count, completed_at
        FROM course_state WHERE enrolment_id = $1
        """)

    /// An attempt that was marked, a new version: the same, for a write to it.
    package static let takeCourseState = courseState.taking(rowsOf: "course_state")

    /// Every event: kept once under its id.
    package static let insertEvent = Statement(
        "progress.insertEvent",
        """
        INSERT INTO learning_event
            (enrolment_id, sequence, id, activity_id, kind, occurred_at, received_at, seconds, score, detail)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (enrolment_id, id) DO NOTHING
        """)

    /// A replay: what was kept under the id.
    package static let event = Statement(
        "progress.event",
        """
        SELECT id, activity_id, kind, occurred_at, seconds, score, detail, received_at, sequence
        FROM learning_event WHERE enrolment_id = $1 AND id = $2
        """)

    /// Every event: the state of its activity.
    package static let activityState = Statement(
        "progress.activityState",
        """
        SELECT enrolment_id, activity_id, first_opened_at, last_event_at, seconds, reached_end_at, best_score, attempts,
            completed_at, completed_by_version, played, declared_at, attended_at, contributions, reviewed_share, submitted_at,
            connected, scores, validated_seconds, ruling, reported_at
        FROM activity_state WHERE enrolment_id = $1 AND activity_id = $2
        """)

    /// Every event: the state of its activity after it.
    package static let saveActivityState = Statement(
        "progress.saveActivityState",
        """
        INSERT INTO activity_state
            (enrolment_id, activity_id, status, first_opened_at, last_event_at, seconds, reached_end_at, best_score, attempts,
            completed_at, completed_by_version, played, declared_at, attended_at, contributions, reviewed_share, submitted_at,
            connected, scores, validated_seconds, ruling, reported_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        ON CONFLICT (enrolment_id, activity_id) DO UPDATE SET
            status = excluded.status, first_opened_at = excluded.first_opened_at, last_event_at = excluded.last_event_at,
            seconds = excluded.seconds, reached_end_at = excluded.reached_end_at, best_score = excluded.best_score,
            attempts = excluded.attempts, completed_at = excluded.completed_at,
            completed_by_version = excluded.completed_by_version, played = excluded.played,
            declared_at = excluded.declared_at, attended_at = excluded.attended_at,
            contributions = excluded.contributions, reviewed_share = excluded.reviewed_share,
            submitted_at = excluded.submitted_at, connected = excluded.connected, scores = excluded.scores,
            validated_seconds = excluded.validated_seconds, ruling = excluded.ruling, reported_at = excluded.reported_at
        """)

    /// Enrolling, and every event: the state of the course after it.
    package static let saveCourseState = Statement(
        "progress.saveCourseState",
        """
        INSERT INTO course_state
            (enrolment_id, version_id, done_weight, total_weight, percent, activities_done, activities_total, seconds,
            last_activity_id, last_activity_at, last_event_at, event_count, completed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (enrolment_id) DO UPDATE SET
            version_id = excluded.version_id, done_weight = excluded.done_weight, total_weight = excluded.total_weight,
            percent = excluded.percent, activities_done = excluded.activities_done,
            activities_total = excluded.activities_total, seconds = excluded.seconds,
            last_activity_id = excluded.last_activity_id, last_activity_at = excluded.last_activity_at,
            last_event_at = excluded.last_event_at, event_count = excluded.event_count, completed_at = excluded.completed_at
        """)

    /// A heartbeat: the seconds of its day that are known.
    package static let connectedDay = Statement(
        "progress.connectedDay", "SELECT spans FROM connected_day WHERE enrolment_id = $1 AND day = $2")

    /// A heartbeat: the seconds of its day.
    package static let saveConnectedDay = Statement(
        "progress.saveConnectedDay",
        """
        INSERT INTO connected_day (enrolment_id, day, seconds, spans) VALUES ($1, $2, $3, $4)
        ON CONFLICT (enrolment_id, day) DO UPDATE SET seconds = excluded.seconds, spans = excluded.spans
        """)

    /// A part of a course that was completed: once.
    package static let insertPart = Statement(
        "progress.insertPart",
        """
        INSERT INTO part_state (enrolment_id, part, completed_at) VALUES ($1, $2, $3)
        ON CONFLICT (enrolment_id, part) DO UPDATE SET completed_at = excluded.completed_at
        """)

    // MARK: Reading

    /// The outline and one's own progress of a course whose parts have rules: since when they are complete.
    package static let parts = Statement(
        "progress.parts", "SELECT part, completed_at FROM part_state WHERE enrolment_id = $1")

    /// `rebond verify`: the seconds of every day of an enrolment.
    package static let connectedDays = Statement(
        "progress.connectedDays", "SELECT day, spans FROM connected_day WHERE enrolment_id = $1 ORDER BY day")

    /// A learner's own progress: how long one was there, day by day.
    package static let secondsByDay = Statement(
        "progress.secondsByDay",
        "SELECT day, seconds FROM connected_day WHERE enrolment_id = $1 AND day >= $2 AND day <= $3 ORDER BY day")

    /// The tutor's curves: how long the learners of a cohort were there, each from a day on.
    package static let secondsOfCohort = Statement(
        "progress.secondsOfCohort",
        """
        SELECT e.id, e.person_id, d.day, d.seconds FROM enrolment e JOIN connected_day d ON d.enrolment_id = e.id
        WHERE e.cohort_id = $1 AND d.day >= $2 AND d.day <= $3
        """)

    /// The outline: every state of one enrolment, one range of the primary key.
    package static let activityStates = Statement(
        "progress.activityStates",
        """
        SELECT enrolment_id, activity_id, first_opened_at, last_event_at, seconds, reached_end_at, best_score, attempts,
            completed_at, completed_by_version, played, declared_at, attended_at, contributions, reviewed_share, submitted_at,
            connected, scores, validated_seconds, ruling, reported_at
        FROM activity_state WHERE enrolment_id = $1
        """)

    /// The outline and home: what a list of activities shows of each.
    package static let activityStandings = Statement(
        "progress.activityStandings",
        "SELECT activity_id, completed_at, best_score, ruling FROM activity_state WHERE enrolment_id = $1")

    /// `rebond verify` and a learner's timeline: the events of one enrolment in order.
    package static let events = Statement(
        "progress.events",
        """
        SELECT id, activity_id, kind, occurred_at, seconds, score, detail, received_at, sequence
        FROM learning_event WHERE enrolment_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
        """)

    // MARK: Maintenance

    /// A new version of a course, and `rebond verify`: a page of the enrolments of one course.
    package static let enrolmentsOfCourse = Statement(
        "progress.enrolmentsOfCourse",
        "SELECT id, status FROM enrolment WHERE course_id = $1 AND id > $2 ORDER BY id LIMIT $3")

    /// Apply and rollback: whether figures are made by a version.
    package static let isWeighed = Statement(
        "progress.isWeighed", "SELECT 1 FROM course_state WHERE version_id = $1 LIMIT 1")

    /// Apply and rollback of a version whose rules are those of the one before.
    package static let moveVersion = Statement(
        "progress.moveVersion", "UPDATE course_state SET version_id = $2 WHERE version_id = $1")

    /// `rebond course diff`: where a page of the learners of one course stand.
    package static let standingsOfCourse = Statement(
        "progress.standingsOfCourse",
        """
        SELECT s.enrolment_id, s.version_id, s.done_weight, s.total_weight, s.percent, s.activities_done, s.activities_total, s.seconds,
            s.last_activity_id, s.last_activity_at, s.last_event_at, s.event_count, s.completed_at, e.status
        FROM enrolment e JOIN course_state s ON s.enrolment_id = e.id
        WHERE e.course_id = $1 AND e.id > $2 ORDER BY e.id LIMIT $3
        """)

    /// `rebond verify --repair`: a state that no event explains.
    package static let deleteActivityState = Statement(
        "progress.deleteActivityState", "DELETE FROM activity_state WHERE enrolment_id = $1 AND activity_id = $2")

    /// `rebond verify --repair`: a part that no event completed.
    package static let deletePart = Statement(
        "progress.deletePart", "DELETE FROM part_state WHERE enrolment_id = $1 AND part = $2")

    /// `rebond verify --repair`: a day that no event explains.
    package static let deleteConnectedDay = Statement(
        "progress.deleteConnectedDay", "DELETE FROM connected_day WHERE enrolment_id = $1 AND day = $2")
}

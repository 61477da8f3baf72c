package import SQL

/// The statements of mentoring.
package enum MentoringStatements {
    // MARK: Availabilities

    /// The page on which a mentor says when.
    package static let insertAvailability = Statement(
        "mentoring.insertAvailability",
        """
        INSERT INTO mentoring_availability
            (id, person_id, weekday, first_day, last_day, opens, closes, zone, length, place, link, closed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL)
        """)

    package static let closeAvailability = Statement(
        "mentoring.closeAvailability",
        "UPDATE mentoring_availability SET closed_at = $3 WHERE id = $1 AND person_id = $2 AND closed_at IS NULL")

    /// What somebody offers: the page of slots, and every booking.
    package static let availabilities = Statement(
        "mentoring.availabilities",
        """
        SELECT id, person_id, weekday, first_day, last_day, opens, closes, zone, length, place, link
        FROM mentoring_availability WHERE person_id = $1 AND closed_at IS NULL ORDER BY weekday NULLS LAST, first_day, opens, id
        """)

    package static let exceptions = Statement(
        "mentoring.exceptions",
        """
        SELECT e.availability_id, e.day FROM mentoring_availability a
        JOIN mentoring_exception e ON e.availability_id = a.id WHERE a.person_id = $1 AND a.closed_at IS NULL
        """)

    package static let insertException = Statement(
        "mentoring.insertException",
        "INSERT INTO mentoring_exception (availability_id, day) VALUES ($1, $2) ON CONFLICT (availability_id, day) DO NOTHING")

    package static let deleteException = Statement(
        "mentoring.deleteException", "DELETE FROM mentoring_exception WHERE availability_id = $1 AND day = $2")

    // MARK: Meetings

    package static let insertMeeting = Statement(
        "mentoring.insertMeeting",
        """
        INSERT INTO mentoring_meeting (id, host_id, learner_id, cohort_id, day, minute, zone, length, starts_at, ends_at, place, link,
            topic, status, reason, revision, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """)

    /// Moving and cancelling: only from the revision that was read.
    package static let updateMeeting = Statement(
        "mentoring.updateMeeting",
        """
        UPDATE mentoring_meeting SET day = $3, minute = $4, zone = $5, length = $6, starts_at = $7, ends_at = $8, place = $9,
            link = $10, topic = $11, status = $12, reason = $13, revision = $14, changed_at = $15
        WHERE id = $1 AND revision = $2
        """)

    package static let insertChange = Statement(
        "mentoring.insertChange",
        """
        INSERT INTO mentoring_change (meeting_id, revision, status, starts_at, length, reason, changed_by, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        """)

    /// Takes a quarter of an hour of somebody; changes nothing when it is taken.
    package static let takeQuarter = Statement(
        "mentoring.takeQuarter",
        "INSERT INTO meeting_quarter (person_id, quarter, meeting_id) VALUES ($1, $2, $3) ON CONFLICT (person_id, quarter) DO NOTHING"
    )

    package static let freeQuarters = Statement(
        "mentoring.freeQuarters", "DELETE FROM meeting_quarter WHERE meeting_id = $1")

    /// What of somebody's time is taken between two quarters of an hour.
    package static let takenQuarters = Statement(
        "mentoring.takenQuarters",
        "SELECT quarter FROM meeting_quarter WHERE person_id = $1 AND quarter >= $2 AND quarter < $3")

    /// The page of a meeting.
    package static let meeting = Statement(
        "mentoring.meeting",
        """
        SELECT id, host_id, learner_id, cohort_id, day, minute, zone, length, place, link, topic, status, reason, revision, changed_at
        FROM mentoring_meeting WHERE id = $1
        """)

    /// The tick of reminders.
    package static let beginning = Statement(
        "mentoring.meetingsBeginning",
        """
        SELECT id, host_id, learner_id, cohort_id, day, minute, zone, length, place, link, topic, status, reason, revision, changed_at
        FROM mentoring_meeting WHERE starts_at > $1 AND starts_at <= $2 AND status = 'booked' ORDER BY starts_at, id
        """)

    /// The agenda, the subscription and the page of mentoring: a person's meetings on either side, with names.
    package static let ofPerson = Statement(
        "mentoring.meetingsOfPerson",
        """
        SELECT m.id AS id, m.host_id, m.learner_id, m.cohort_id, m.day, m.minute, m.zone, m.length, m.place, m.link, m.topic, m.status,
            m.reason, m.revision, m.changed_at, c.key, c.title, p.given_name, p.family_name, m.starts_at AS begins
        FROM mentoring_meeting m JOIN cohort c ON c.id = m.cohort_id JOIN person p ON p.id = m.learner_id
        WHERE m.host_id = $1 AND m.starts_at >= $2 AND m.starts_at < $3
        UNION ALL
        SELECT m.id AS id, m.host_id, m.learner_id, m.cohort_id, m.day, m.minute, m.zone, m.length, m.place, m.link, m.topic, m.status,
            m.reason, m.revision, m.changed_at, c.key, c.title, p.given_name, p.family_name, m.starts_at AS begins
        FROM mentoring_meeting m JOIN cohort c ON c.id = m.cohort_id JOIN person p ON p.id = m.host_id
        WHERE m.learner_id = $1 AND m.starts_at >= $2 AND m.starts_at < $3
        ORDER BY begins, id
        """)

    /// How many meetings a learner has that are still to come: before another one is booked.
    package static let open = Statement(
        "mentoring.openMeetings",
        "SELECT COUNT(*) FROM mentoring_meeting WHERE learner_id = $1 AND starts_at > $2 AND status = 'booked' AND id <> $3")

    /// The classes that somebody holds between two moments: shown beside the slots. No class is longer than twelve hours.
    package static let heldClasses = Statement(
        "mentoring.heldClasses",
        """
        SELECT s.starts_at, s.ends_at, s.title FROM class_session_trainer t JOIN class_session s ON s.id = t.session_id
        WHERE t.person_id = $1 AND s.starts_at >= $2 AND s.starts_at < $3 AND s.status = 'published' ORDER BY s.starts_at, s.id
        """)

    // MARK: Reports

    package static let insertReport = Statement(
        "mentoring.insertReport",
        """
        INSERT INTO mentoring_report
            (meeting_id, number, outcome, shared, restricted, next_step, next_day, written_by, written_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """)

    /// The last one holds.
    package static let report = Statement(
        "mentoring.report",
        """
        SELECT number, outcome, shared, restricted, next_step, next_day FROM mentoring_report
        WHERE meeting_id = $1 ORDER BY number DESC LIMIT 1
        """)

    // MARK: Rules

    package static let rules = Statement(
        "mentoring.rules",
        """
        SELECT number, notice_hours, open_bookings, weeks_ahead FROM mentoring_rules
        WHERE cohort_id = $1 ORDER BY number DESC LIMIT 1
        """)

    package static let insertRules = Statement(
        "mentoring.insertRules",
        """
        INSERT INTO mentoring_rules (cohort_id, number, notice_hours, open_bookings, weeks_ahead, set_by, set_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """)
}

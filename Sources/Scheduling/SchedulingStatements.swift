package import SQL

/// The statements of sessions.
package enum SchedulingStatements {
    // MARK: Writing

    /// Planning a session.
    package static let insert = Statement(
        "scheduling.insertSession",
        """
        INSERT INTO class_session (id, cohort_id, group_id, activity_id, kind, title, day, minute, zone, duration, starts_at, ends_at,
            place, link, notes, status, reason, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
        """)

    /// Moving, changing, publishing and cancelling it: only from the revision that was read.
    package static let update = Statement(
        "scheduling.updateSession",
        """
        UPDATE class_session SET group_id = $3, activity_id = $4, kind = $5, title = $6, day = $7, minute = $8, zone = $9,
            duration = $10, starts_at = $11, ends_at = $12, place = $13, link = $14, notes = $15, status = $16, reason = $17,
            revision = $18
        WHERE id = $1 AND revision = $2
        """)

    package static let insertChange = Statement(
        "scheduling.insertSessionChange",
        """
        INSERT INTO class_session_change
            (session_id, revision, status, day, minute, zone, duration, place, link, reason, changed_by, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """)

    package static let insertTrainer = Statement(
        "scheduling.insertTrainer", "INSERT INTO class_session_trainer (session_id, person_id) VALUES ($1, $2)")

    package static let deleteTrainers = Statement(
        "scheduling.deleteTrainers", "DELETE FROM class_session_trainer WHERE session_id = $1")

    // MARK: Reading

    /// The page of a session.
    package static let session = Statement(
        "scheduling.session",
        """
        SELECT id, cohort_id, group_id, activity_id, kind, title, day, minute, zone, duration, place, link, notes, status, reason, revision
        FROM class_session WHERE id = $1
        """)

    package static let trainers = Statement(
        "scheduling.trainers", "SELECT person_id FROM class_session_trainer WHERE session_id = $1 ORDER BY person_id")

    /// What was planned of a session before: its history.
    package static let changes = Statement(
        "scheduling.sessionChanges",
        """
        SELECT revision, status, day, minute, zone, duration, place, link, reason, changed_by, changed_at
        FROM class_session_change WHERE session_id = $1 ORDER BY revision
        """)

    /// The agenda: sessions of a person's cohorts (a learner's: for everybody or for the learner's group) between two moments. Drafts are
    /// for those who plan.
    package static let agenda = Statement(
        "scheduling.agenda",
        """
        SELECT DISTINCT s.id, s.cohort_id, s.group_id, s.activity_id, s.kind, s.title, s.day, s.minute, s.zone, s.duration, s.place, s.link,
            s.notes, s.status, s.reason, s.revision, c.key, c.title, s.starts_at
        FROM membership m
        JOIN class_session s ON s.cohort_id = m.cohort_id AND s.starts_at >= $2 AND s.starts_at < $3
        JOIN cohort c ON c.id = s.cohort_id
        WHERE m.person_id = $1 AND m.left_at IS NULL AND m.role IN ('learner', 'tutor', 'mentor', 'trainer', 'coordinator')
            AND (m.role <> 'learner' OR s.group_id IS NULL OR s.group_id = m.group_id)
            AND (s.status <> 'draft' OR m.role IN ('trainer', 'coordinator'))
        ORDER BY s.starts_at, s.id
        """)

    /// What a calendar program subscribes to: the agenda, each session with when it was changed last.
    package static let calendar = Statement(
        "scheduling.calendar",
        """
        SELECT DISTINCT s.id, s.cohort_id, s.group_id, s.activity_id, s.kind, s.title, s.day, s.minute, s.zone, s.duration, s.place, s.link,
            s.notes, s.status, s.reason, s.revision, c.title, k.changed_at, s.starts_at
        FROM membership m
        JOIN class_session s ON s.cohort_id = m.cohort_id AND s.starts_at >= $2 AND s.starts_at < $3
        JOIN cohort c ON c.id = s.cohort_id
        JOIN class_session_change k ON k.session_id = s.id AND k.revision = s.revision
        WHERE m.person_id = $1 AND m.left_at IS NULL AND m.role IN ('learner', 'tutor', 'mentor', 'trainer', 'coordinator')
            AND (m.role <> 'learner' OR s.group_id IS NULL OR s.group_id = m.group_id)
            AND (s.status <> 'draft' OR m.role IN ('trainer', 'coordinator'))
        ORDER BY s.starts_at, s.id
        """)

    /// When a session was planned or changed last, for its calendar file.
    package static let changedAt = Statement(
        "scheduling.sessionChangedAt", "SELECT changed_at FROM class_session_change WHERE session_id = $1 AND revision = $2")

    /// A calendar program asks: whose address is it?
    package static let feedOwner = Statement(
        "scheduling.feedOwner", "SELECT person_id FROM calendar_feed WHERE token_hash = $1")

    /// The page of one's secret address.
    package static let feed = Statement("scheduling.feed", "SELECT made_at FROM calendar_feed WHERE person_id = $1")

    /// A new secret address, in the place of the one before.
    package static let keepFeed = Statement(
        "scheduling.keepFeed",
        """
        INSERT INTO calendar_feed (person_id, token_hash, made_at) VALUES ($1, $2, $3)
        ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at
        """)

    /// The secret address is taken back, or the account closed.
    package static let deleteFeed = Statement("scheduling.deleteFeed", "DELETE FROM calendar_feed WHERE person_id = $1")

    /// The plan of a cohort between two moments.
    package static let ofCohort = Statement(
        "scheduling.sessionsOfCohort",
        """
        SELECT id, cohort_id, group_id, activity_id, kind, title, day, minute, zone, duration, place, link, notes, status, reason, revision
        FROM class_session WHERE cohort_id = $1 AND starts_at >= $2 AND starts_at < $3 ORDER BY starts_at, id
        """)

    /// Before a session is kept: whatever else takes place then. No session is longer than twelve hours, so that only those that began
    /// since can go on.
    package static let overlapping = Statement(
        "scheduling.overlappingSessions",
        """
        SELECT id, cohort_id, group_id, activity_id, kind, title, day, minute, zone, duration, place, link, notes, status, reason, revision
        FROM class_session
        WHERE starts_at > CAST($1 AS BIGINT) - 43200000 AND starts_at < $2 AND ends_at > $1 AND status <> 'cancelled' AND id <> $3
        ORDER BY starts_at, id
        """)

    /// How many learners two cohorts share.
    package static let sharedLearners = Statement(
        "scheduling.sharedLearners",
        """
        SELECT COUNT(*) FROM membership a
        JOIN membership b ON b.person_id = a.person_id AND b.cohort_id = $2 AND b.role = 'learner' AND b.left_at IS NULL
        WHERE a.cohort_id = $1 AND a.role = 'learner' AND a.left_at IS NULL
        """)
}

package import SQL

/// The statements of series: sessions that were planned together.
package enum SeriesStatements {
    package static let insert = Statement(
        "scheduling.insertSeries",
        "INSERT INTO class_session_series (session_id, series_id) VALUES ($1, $2) ON CONFLICT (session_id) DO NOTHING")

    /// The page of a session: whether there are others, and how many come after it.
    package static let count = Statement(
        "scheduling.seriesCount",
        """
        SELECT COUNT(*), COALESCE(CAST(SUM(CASE WHEN s.starts_at > $2 THEN 1 ELSE 0 END) AS BIGINT), 0)
        FROM class_session_series own
        JOIN class_session_series x ON x.series_id = own.series_id
        JOIN class_session s ON s.id = x.session_id
        WHERE own.session_id = $1 AND s.status <> 'cancelled'
        """)

    /// The agenda of one who holds sessions.
    package static let held = Statement(
        "scheduling.heldSessions",
        """
        SELECT t.session_id FROM class_session_trainer t JOIN class_session s ON s.id = t.session_id
        WHERE t.person_id = $1 AND s.starts_at >= $2 AND s.starts_at < $3
        """)

    /// Changing and cancelling a series: the sessions of it that are not cancelled and begin since a moment.
    package static let sessions = Statement(
        "scheduling.sessionsOfSeries",
        """
        SELECT s.id, s.cohort_id, s.group_id, s.activity_id, s.kind, s.title, s.day, s.minute, s.zone, s.duration, s.place, s.link,
            s.notes, s.status, s.reason, s.revision
        FROM class_session_series own
        JOIN class_session_series x ON x.series_id = own.series_id
        JOIN class_session s ON s.id = x.session_id
        WHERE own.session_id = $1 AND s.starts_at >= $2 AND s.status <> 'cancelled' ORDER BY s.starts_at, s.id
        """)
}

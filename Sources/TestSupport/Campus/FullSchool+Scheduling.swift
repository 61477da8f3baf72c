extension FullSchool {
    /// Classes, attendance and meetings.
    static let scheduling: [Rows] = [
        (
            12_000,
            """
            INSERT INTO class_session (id, cohort_id, activity_id, kind, title, day, minute, zone, duration, starts_at, ends_at, status,
                revision)
            SELECT \(id("class", "i")), \(id("cohort", "i % 200")), CASE WHEN i % 4 = 0 THEN \(id("activity", "i % 1200")) END,
                'virtual', 'Classe', '2026-11-' || (10 + i % 20), 570, 'Europe/Paris', 90, CAST(i AS BIGINT) * 900000, CAST(i AS BIGINT) * 900000 + 5400000,
                'published', 1
            """
        ),
        (
            12_000,
            """
            INSERT INTO class_session_trainer (session_id, person_id) SELECT \(id("class", "i")), \(id("person", "i % 100"))
            """
        ),
        (
            12_000,
            """
            INSERT INTO class_session_change (session_id, revision, status, day, minute, zone, duration, changed_by, changed_at)
            SELECT \(id("class", "i")), 0, 'published', '2026-11-' || (10 + i % 20), 570, 'Europe/Paris', 90,
                \(id("person", "i % 100")), i
            """
        ),
        (
            6000,
            """
            INSERT INTO class_session_series (session_id, series_id) SELECT \(id("class", "i")),
                '00000000-0000-7000-8000-' || (100000000000 + i % 600)
            """
        ),
        (
            4000,
            """
            INSERT INTO session_preparation (session_id, position, activity_id) SELECT \(id("class", "i")), 0,
                \(id("activity", "i % 1200"))
            """
        ),
        (
            2000,
            """
            INSERT INTO session_recording (session_id, key, address, started_at, minutes) SELECT \(id("class", "i")), 'r' || i,
                'https://visio.exemple.fr/r/' || i, i, 90
            """
        ),
        (
            12_000,
            """
            INSERT INTO recording_watch (session_id, recording, person_id, first_at, last_at, spans, seconds)
            SELECT \(id("class", "i % 2000")), 'r' || (i % 2000), \(id("person", "i / 2000")), i, i, '1000-31000', 30
            """
        ),
        (
            40_000,
            """
            INSERT INTO attendance_entry (id, cohort_id, sequence, previous, hash, kind, at, session_id, day, half, starts_at, ends_at,
                subject, person_id, person_name, role, author_id, method, means)
            SELECT \(id("entry", "i")), \(id("cohort", "i % 200")), 1 + i / 200, \(digest("i")), \(digest("i + 1")), 'signed', i,
                \(id("class", "i % 12000")), '2026-11-10', 'morning', CAST(i AS BIGINT) * 900000, CAST(i AS BIGINT) * 900000 + 5400000, 'Classe',
                \(id("person", "i / 12000 * 200 + i % 200")), 'Nom', 'learner', \(id("person", "i / 12000 * 200 + i % 200")),
                'confirmed', 'room-code'
            """
        ),
        (
            200,
            """
            INSERT INTO attendance_chain (cohort_id, length, head) SELECT \(id("cohort", "i")), 200, \(digest("i"))
            """
        ),
        (
            12_000,
            """
            INSERT INTO connection_span (session_id, person_id, source, started_at, ended_at) SELECT \(id("class", "i")),
                \(id("person", "i % 6000")), 'bigbluebutton', i, i + 1
            """
        ),
        (
            400,
            """
            INSERT INTO mentoring_availability (id, person_id, weekday, first_day, opens, closes, zone, length, place)
            SELECT '00000000-0000-7000-8000-' || (100000000000 + i), \(id("person", "i % 200")), i % 5, '2026-11-10', 840, 960,
                'Europe/Paris', 30, 'Salle 2'
            """
        ),
        (
            6000,
            """
            INSERT INTO mentoring_meeting (id, host_id, learner_id, cohort_id, day, minute, zone, length, starts_at, ends_at, place,
                status, reason, revision, changed_at)
            SELECT '00000000-0000-7000-8000-' || (300000000000 + i), \(id("person", "i % 200")), \(id("person", "200 + i % 5000")),
                \(id("cohort", "i % 200")), '2026-11-10', 840, 'Europe/Paris', 30, CAST(i AS BIGINT) * 900000, CAST(i AS BIGINT) * 900000 + 1800000, 'Salle 2',
                CASE WHEN i % 9 = 0 THEN 'cancelled' ELSE 'booked' END, CASE WHEN i % 9 = 0 THEN 'Malade' END, 0, i
            """
        ),
        (
            12_000,
            """
            INSERT INTO meeting_quarter (person_id, quarter, meeting_id) SELECT \(id("person", "i % 200")), i,
                '00000000-0000-7000-8000-' || (300000000000 + i / 2)
            """
        ),
        (
            6000,
            """
            INSERT INTO mentoring_change (meeting_id, revision, status, starts_at, length, changed_by, changed_at)
            SELECT '00000000-0000-7000-8000-' || (300000000000 + i), 0, 'booked', CAST(i AS BIGINT) * 900000, 30, \(id("person", "i % 200")), i
            """
        ),
        (
            4000,
            """
            INSERT INTO mentoring_report (meeting_id, number, outcome, written_by, written_at)
            SELECT '00000000-0000-7000-8000-' || (300000000000 + i), 1, 'held', \(id("person", "i % 200")), i
            """
        ),
        (
            6000,
            """
            INSERT INTO device_test (person_id, number, sound, microphone, camera, link, tested_at) SELECT \(id("person", "i")), 1, 1, 1,
                i % 2, 1, i
            """
        ),
        (
            3000,
            """
            INSERT INTO calendar_feed (person_id, token_hash, made_at) SELECT \(id("person", "i")),
                '0000000000000000000000000000000' || (100000000000 + i), i
            """
        ),
    ]
}

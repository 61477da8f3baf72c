package import SQL

/// The schema of Scheduling. Comes after those of Accounts and CourseContent.
package enum SchedulingMigrations {
    package static let all: [Migration] = [
        Migration("scheduling/0001-sessions") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- A wall time in a zone, and the instants that follow from it.
                CREATE TABLE class_session (
                    id TEXT NOT NULL PRIMARY KEY,
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    group_id TEXT,
                    activity_id TEXT REFERENCES activity(id),
                    kind TEXT NOT NULL CHECK (kind IN ('virtual', 'in-person', 'both', 'assessment', 'office-hour')),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    minute SMALLINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
                    zone TEXT NOT NULL,
                    duration SMALLINT NOT NULL CHECK (duration BETWEEN 5 AND 720),
                    starts_at BIGINT NOT NULL,
                    ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
                    place TEXT,
                    link TEXT,
                    notes TEXT,
                    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'cancelled')),
                    reason TEXT,
                    revision BIGINT NOT NULL CHECK (revision >= 0),
                    FOREIGN KEY (group_id, cohort_id) REFERENCES cohort_group(id, cohort_id)
                );
                CREATE INDEX class_session_cohort ON class_session(cohort_id, starts_at);
                CREATE INDEX class_session_start ON class_session(starts_at);
                CREATE INDEX class_session_group ON class_session(group_id, cohort_id);
                CREATE INDEX class_session_activity ON class_session(activity_id);

                CREATE TABLE class_session_trainer (
                    session_id TEXT NOT NULL REFERENCES class_session(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    PRIMARY KEY (session_id, person_id)
                ) \(clustered);
                CREATE INDEX class_session_trainer_person ON class_session_trainer(person_id);

                -- Facts: what was planned, by whom and when. The last one is what `class_session` says.
                CREATE TABLE class_session_change (
                    session_id TEXT NOT NULL REFERENCES class_session(id),
                    revision BIGINT NOT NULL CHECK (revision >= 0),
                    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'cancelled')),
                    day TEXT NOT NULL,
                    minute SMALLINT NOT NULL,
                    zone TEXT NOT NULL,
                    duration SMALLINT NOT NULL,
                    place TEXT,
                    link TEXT,
                    reason TEXT,
                    changed_by TEXT REFERENCES person(id),
                    changed_at BIGINT NOT NULL,
                    PRIMARY KEY (session_id, revision)
                ) \(clustered);
                CREATE INDEX class_session_change_by ON class_session_change(changed_by);
                """
        },
        Migration("scheduling/0002-calendar-feeds") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- The secret address of a person's calendar: only its hash is kept, and there is one at most.
                CREATE TABLE calendar_feed (
                    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
                    token_hash TEXT NOT NULL CHECK (length(token_hash) = 43),
                    made_at BIGINT NOT NULL
                ) \(clustered);
                CREATE UNIQUE INDEX calendar_feed_token ON calendar_feed(token_hash);
                """
        },
        attendance,
        MentoringMigrations.first,
        Migration("scheduling/0005-series") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Sessions that were planned together have the same series.
                CREATE TABLE class_session_series (
                    session_id TEXT NOT NULL PRIMARY KEY REFERENCES class_session(id),
                    series_id TEXT NOT NULL CHECK (length(series_id) = 36)
                ) \(clustered);
                CREATE INDEX class_session_series_members ON class_session_series(series_id, session_id);
                """
        },
        devices,
        preparation, recordings,
        MentoringMigrations.coming, watching,
    ]
}

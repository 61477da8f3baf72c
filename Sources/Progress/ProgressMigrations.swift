package import SQL

/// The schema of Progress. Comes after those of Accounts and CourseContent.
package enum ProgressMigrations {
    /// Migrations after which the states of a database that is in use are made again from its events.
    package static let rebuilding: Set = ["progress/0005-durations-marks", "progress/0009-classes-count"]

    package static let all: [Migration] = [
        Migration("progress/0001-enrolments-events-states") { dialect in
            // On SQLite these four tables are kept in the order of their key alone: an event is written to two places instead
            // of three, and the states of one enrolment lie side by side.
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                CREATE TABLE cohort_course (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    course_id TEXT NOT NULL REFERENCES course(id),
                    PRIMARY KEY (cohort_id, course_id)
                ) \(clustered);
                CREATE INDEX cohort_course_course ON cohort_course(course_id);

                CREATE TABLE enrolment (
                    id TEXT NOT NULL PRIMARY KEY,
                    person_id TEXT NOT NULL REFERENCES person(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    course_id TEXT NOT NULL REFERENCES course(id),
                    starts_on TEXT CHECK (length(starts_on) = 10),
                    ends_on TEXT CHECK (length(ends_on) = 10),
                    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'completed', 'left')),
                    created_at BIGINT NOT NULL,
                    UNIQUE (person_id, course_id, cohort_id),
                    CHECK (ends_on >= starts_on)
                );
                CREATE INDEX enrolment_cohort ON enrolment(cohort_id, course_id);
                CREATE INDEX enrolment_course ON enrolment(course_id, id);

                -- Append-only. No list of kinds: each later activity brings its own. That the activity exists is checked by the
                -- activity's state, which is written with it: no third index on the largest table.
                CREATE TABLE learning_event (
                    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
                    sequence BIGINT NOT NULL CHECK (sequence > 0),
                    id TEXT NOT NULL CHECK (length(id) = 36),
                    activity_id TEXT,
                    kind TEXT NOT NULL CHECK (length(kind) > 0),
                    occurred_at BIGINT NOT NULL,
                    received_at BIGINT NOT NULL,
                    seconds BIGINT CHECK (seconds > 0),
                    score SMALLINT CHECK (score BETWEEN 0 AND 100),
                    detail TEXT,
                    PRIMARY KEY (enrolment_id, sequence),
                    UNIQUE (enrolment_id, id)
                ) \(clustered);

                CREATE TABLE activity_state (
                    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    status TEXT NOT NULL CHECK (status IN ('opened', 'completed')),
                    first_opened_at BIGINT NOT NULL,
                    last_event_at BIGINT NOT NULL,
                    seconds BIGINT NOT NULL CHECK (seconds >= 0),
                    reached_end_at BIGINT,
                    best_score SMALLINT CHECK (best_score BETWEEN 0 AND 100),
                    attempts BIGINT NOT NULL CHECK (attempts >= 0),
                    completed_at BIGINT,
                    completed_by_version TEXT REFERENCES course_version(id),
                    PRIMARY KEY (enrolment_id, activity_id),
                    CHECK ((status = 'completed') = (completed_at IS NOT NULL))
                ) \(clustered);
                CREATE INDEX activity_state_activity ON activity_state(activity_id);
                CREATE INDEX activity_state_version ON activity_state(completed_by_version);

                CREATE TABLE course_state (
                    enrolment_id TEXT NOT NULL PRIMARY KEY REFERENCES enrolment(id),
                    version_id TEXT NOT NULL REFERENCES course_version(id),
                    done_weight BIGINT NOT NULL CHECK (done_weight >= 0),
                    total_weight BIGINT NOT NULL CHECK (total_weight >= done_weight),
                    percent SMALLINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
                    activities_done BIGINT NOT NULL CHECK (activities_done >= 0),
                    activities_total BIGINT NOT NULL CHECK (activities_total >= activities_done),
                    seconds BIGINT NOT NULL CHECK (seconds >= 0),
                    last_activity_id TEXT,
                    last_activity_at BIGINT,
                    last_event_at BIGINT,
                    event_count BIGINT NOT NULL CHECK (event_count >= 0),
                    completed_at BIGINT
                ) \(clustered);
                CREATE INDEX course_state_version ON course_state(version_id);
                """
        },
        // What was played of a lesson's recordings, and when a learner said that they were listened to elsewhere.
        Migration("progress/0002-played") { _ in
            """
            ALTER TABLE activity_state ADD COLUMN played TEXT;
            ALTER TABLE activity_state ADD COLUMN declared_at BIGINT;
            """
        },
        // Being at a session, writing in a discussion, reviewing the cards of a deck, sending what an activity asks for.
        Migration("progress/0003-kinds") { _ in
            """
            ALTER TABLE activity_state ADD COLUMN attended_at BIGINT;
            ALTER TABLE activity_state ADD COLUMN contributions BIGINT NOT NULL DEFAULT 0 CHECK (contributions >= 0);
            ALTER TABLE activity_state ADD COLUMN reviewed_share SMALLINT CHECK (reviewed_share BETWEEN 0 AND 100);
            ALTER TABLE activity_state ADD COLUMN submitted_at BIGINT;
            """
        },
        // Pauses, and more time for an activity.
        Migration("progress/0004-pace") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: of those with one subject, the one with the highest number holds.
                CREATE TABLE pace_fact (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    subject BIGINT NOT NULL CHECK (subject BETWEEN 1 AND number),
                    activity_id TEXT REFERENCES activity(id),
                    motive TEXT CHECK (motive IN ('illness', 'interview', 'internship', 'other')),
                    first_day TEXT CHECK (length(first_day) = 10),
                    last_day TEXT NOT NULL CHECK (length(last_day) = 10),
                    is_withdrawn SMALLINT NOT NULL CHECK (is_withdrawn IN (0, 1)),
                    note TEXT CHECK (length(note) <= 500),
                    set_by TEXT REFERENCES person(id),
                    set_at BIGINT NOT NULL,
                    PRIMARY KEY (cohort_id, person_id, number),
                    CHECK ((motive IS NULL) = (activity_id IS NOT NULL) AND (motive IS NULL) = (first_day IS NULL)),
                    CHECK (first_day <= last_day)
                ) \(clustered);
                CREATE INDEX pace_fact_person ON pace_fact(person_id);
                CREATE INDEX pace_fact_activity ON pace_fact(activity_id);
                CREATE INDEX pace_fact_by ON pace_fact(set_by);
                """
        },
        // When learners were there, each second once; the last mark of each attempt; validated time; what was decided.
        Migration("progress/0005-durations-marks") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                CREATE TABLE connected_day (
                    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    seconds BIGINT NOT NULL CHECK (seconds BETWEEN 0 AND 90000),
                    spans TEXT NOT NULL,
                    PRIMARY KEY (enrolment_id, day)
                ) \(clustered);
                ALTER TABLE activity_state ADD COLUMN connected TEXT;
                ALTER TABLE activity_state ADD COLUMN scores TEXT;
                ALTER TABLE activity_state ADD COLUMN validated_seconds BIGINT CHECK (validated_seconds >= 0);
                ALTER TABLE activity_state ADD COLUMN ruling TEXT;
                """
        },
        // The one goal that a learner sets for a week.
        Migration("progress/0006-goals") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: of those of one week, the one with the highest number holds.
                CREATE TABLE weekly_goal (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    week TEXT NOT NULL CHECK (length(week) = 10),
                    number BIGINT NOT NULL CHECK (number > 0),
                    minutes BIGINT CHECK (minutes BETWEEN 15 AND 3600),
                    activity_id TEXT REFERENCES activity(id),
                    set_at BIGINT NOT NULL,
                    PRIMARY KEY (person_id, week, number),
                    CHECK ((minutes IS NULL) = (activity_id IS NOT NULL))
                ) \(clustered);
                CREATE INDEX weekly_goal_activity ON weekly_goal(activity_id);
                """
        },
        // When the package of an activity said that it was completed.
        Migration("progress/0007-reported") { _ in "ALTER TABLE activity_state ADD COLUMN reported_at BIGINT;" },
        // Since when modules and blocks of competencies that have a rule of their own are complete.
        Migration("progress/0008-parts") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                CREATE TABLE part_state (
                    enrolment_id TEXT NOT NULL REFERENCES enrolment(id),
                    part TEXT NOT NULL CHECK (length(part) BETWEEN 3 AND 100),
                    completed_at BIGINT NOT NULL,
                    PRIMARY KEY (enrolment_id, part)
                ) \(clustered);
                """
        },
        // Nothing of the schema: classes, discussions and reviews count from here on, so that the figures are made again.
        Migration("progress/0009-classes-count") { _ in "UPDATE course_state SET percent = percent WHERE 1 = 0;" },
    ]
}

package import SQL

/// The schema of Assessment. Comes after those of Accounts and CourseContent.
package enum AssessmentMigrations {
    package static let all: [Migration] = [
        Migration("assessment/0001-attempts") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- `context` is the id of the enrolment, without a foreign key: Assessment and Progress do not know each other.
                CREATE TABLE attempt (
                    id TEXT NOT NULL PRIMARY KEY,
                    person_id TEXT NOT NULL REFERENCES person(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
                    version_id TEXT NOT NULL REFERENCES course_version(id),
                    content_digest TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number > 0),
                    started_at BIGINT NOT NULL,
                    max_points DOUBLE PRECISION NOT NULL CHECK (max_points >= 0),
                    submitted_at BIGINT,
                    points DOUBLE PRECISION CHECK (points BETWEEN 0 AND max_points),
                    score SMALLINT CHECK (score BETWEEN 0 AND 100),
                    UNIQUE (context, activity_id, number),
                    CHECK ((submitted_at IS NULL) = (points IS NULL) AND (submitted_at IS NULL) = (score IS NULL))
                );
                CREATE UNIQUE INDEX attempt_open ON attempt(context, activity_id) WHERE submitted_at IS NULL;
                CREATE INDEX attempt_person ON attempt(person_id);
                CREATE INDEX attempt_activity ON attempt(activity_id);
                CREATE INDEX attempt_version ON attempt(version_id);

                CREATE TABLE attempt_answer (
                    attempt_id TEXT NOT NULL REFERENCES attempt(id),
                    question_id TEXT NOT NULL,
                    response TEXT,
                    sequence BIGINT NOT NULL CHECK (sequence > 0),
                    saved_at BIGINT NOT NULL,
                    points DOUBLE PRECISION CHECK (points >= 0),
                    is_right SMALLINT CHECK (is_right IN (0, 1)),
                    PRIMARY KEY (attempt_id, question_id),
                    CHECK ((points IS NULL) = (is_right IS NULL))
                ) \(clustered);
                """
        },
        Migration("assessment/0002-attempt-seed") { _ in
            """
            -- What questions were drawn and in which order; none for a quiz that is the same each time.
            ALTER TABLE attempt ADD COLUMN seed BIGINT;
            """
        },
        Migration("assessment/0003-time-limit") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- When the time is over, on the server's clock: worked out once, when the attempt begins.
                ALTER TABLE attempt ADD COLUMN deadline BIGINT CHECK (deadline > started_at);
                CREATE INDEX attempt_due ON attempt(deadline) WHERE submitted_at IS NULL AND deadline IS NOT NULL;

                -- Facts: the one with the highest number holds.
                CREATE TABLE extra_time (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    percent BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 300),
                    set_by TEXT REFERENCES person(id),
                    set_at BIGINT NOT NULL,
                    PRIMARY KEY (person_id, cohort_id, number)
                ) \(clustered);
                CREATE INDEX extra_time_in_cohort ON extra_time(cohort_id);
                CREATE INDEX extra_time_by ON extra_time(set_by);
                """
        },
        Migration("assessment/0004-tutor-marks") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Sent, with answers that a tutor marks; the result comes when all of them are marked.
                ALTER TABLE attempt ADD COLUMN sent_at BIGINT;

                -- Facts: for each answer, the one with the highest number holds.
                CREATE TABLE tutor_mark (
                    attempt_id TEXT NOT NULL REFERENCES attempt(id),
                    question_id TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number > 0),
                    points DOUBLE PRECISION NOT NULL CHECK (points >= 0),
                    comment TEXT CHECK (length(comment) <= 5000),
                    marked_by TEXT NOT NULL REFERENCES person(id),
                    marked_at BIGINT NOT NULL,
                    PRIMARY KEY (attempt_id, question_id, number)
                ) \(clustered);
                CREATE INDEX tutor_mark_by ON tutor_mark(marked_by);
                """
        },
        Migration("assessment/0005-submissions") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- `context` is the id of the enrolment, as in attempt.
                CREATE TABLE submission (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
                    version_id TEXT NOT NULL REFERENCES course_version(id),
                    content_digest TEXT NOT NULL,
                    number BIGINT NOT NULL CHECK (number > 0),
                    text TEXT,
                    submitted_at BIGINT NOT NULL,
                    UNIQUE (context, activity_id, number)
                );
                CREATE INDEX submission_person ON submission(person_id);
                CREATE INDEX submission_activity ON submission(activity_id);
                CREATE INDEX submission_version ON submission(version_id);

                CREATE TABLE submission_file (
                    submission_id TEXT NOT NULL REFERENCES submission(id),
                    position BIGINT NOT NULL CHECK (position > 0),
                    name TEXT NOT NULL CHECK (length(name) > 0),
                    media_type TEXT NOT NULL,
                    size BIGINT NOT NULL CHECK (size > 0),
                    digest TEXT NOT NULL CHECK (length(digest) = 64),
                    PRIMARY KEY (submission_id, position)
                ) \(clustered);

                -- Facts: the one with the highest number holds.
                CREATE TABLE submission_mark (
                    submission_id TEXT NOT NULL REFERENCES submission(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    marker_id TEXT NOT NULL REFERENCES person(id),
                    marked_at BIGINT NOT NULL,
                    points DOUBLE PRECISION NOT NULL CHECK (points >= 0),
                    score SMALLINT NOT NULL CHECK (score BETWEEN 0 AND 100),
                    comment TEXT,
                    levels TEXT NOT NULL,
                    PRIMARY KEY (submission_id, number)
                ) \(clustered);
                CREATE INDEX submission_mark_by ON submission_mark(marker_id);

                CREATE TABLE submission_draft (
                    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    text TEXT NOT NULL,
                    sequence BIGINT NOT NULL CHECK (sequence > 0),
                    saved_at BIGINT NOT NULL,
                    PRIMARY KEY (context, activity_id)
                ) \(clustered);
                CREATE INDEX submission_draft_activity ON submission_draft(activity_id);
                """
        },
        Migration("assessment/0006-steps") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- The path through a scenario. Append-only.
                CREATE TABLE attempt_step (
                    attempt_id TEXT NOT NULL REFERENCES attempt(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    scene_id TEXT NOT NULL,
                    choice_id TEXT NOT NULL,
                    taken_at BIGINT NOT NULL,
                    PRIMARY KEY (attempt_id, number)
                ) \(clustered);
                """
        },
        Migration("assessment/0007-surveys") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Answers to an anonymous survey have no person, no enrolment and no time; that somebody answered is kept with the
                -- learner only (learning_event). The id is all random, and on SQLite the rows lie in its order, so that nothing here says
                -- who answered first. What cannot be promised: PostgreSQL keeps rows in the order in which they came (ctid, xmin) until
                -- the table is written anew, and the write-ahead log of either engine, and backups taken between two answers, know it too.
                -- Who reads the files of the database and the events of the learners could compare the two.
                CREATE TABLE survey_response (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT REFERENCES person(id),
                    answers TEXT NOT NULL,
                    UNIQUE (activity_id, cohort_id, person_id)
                ) \(clustered);
                CREATE INDEX survey_response_cohort ON survey_response(cohort_id);
                CREATE INDEX survey_response_person ON survey_response(person_id);
                """
        },
    ]
}

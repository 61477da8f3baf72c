package import SQL

/// The schema of Tutoring. Comes after those of Accounts and CourseContent.
package enum TutoringMigrations {
    package static let all: [Migration] = [
        Migration("tutoring/0001-queue") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- A summary of attempts and submissions: what waits for a person to mark it. `context` is the id of the enrolment and
                -- `work_id` that of the attempt or the submission, without foreign keys: Tutoring knows neither Progress nor Assessment.
                CREATE TABLE waiting_work (
                    context TEXT NOT NULL CHECK (length(context) BETWEEN 1 AND 64),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    kind TEXT NOT NULL CHECK (kind IN ('attempt', 'submission')),
                    work_id TEXT NOT NULL CHECK (length(work_id) = 36),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    sent_at BIGINT NOT NULL,
                    PRIMARY KEY (context, activity_id)
                ) \(clustered);
                CREATE INDEX waiting_work_queue ON waiting_work(cohort_id, sent_at, work_id);
                CREATE INDEX waiting_work_activity ON waiting_work(activity_id);
                CREATE INDEX waiting_work_person ON waiting_work(person_id);

                CREATE TABLE quick_sentence (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500)
                );
                CREATE INDEX quick_sentence_of_person ON quick_sentence(person_id, id);
                """
        },
        Migration("tutoring/0002-alerts-views") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- A summary of the facts below, one row for an enrolment that ever had an alert; `level` while one is open.
                CREATE TABLE follow_up (
                    context TEXT NOT NULL PRIMARY KEY CHECK (length(context) BETWEEN 1 AND 64),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    level TEXT CHECK (level IN ('amber', 'red')),
                    reasons TEXT NOT NULL,
                    raised_at BIGINT,
                    quiet TEXT NOT NULL,
                    CHECK ((level IS NULL) = (raised_at IS NULL))
                ) \(clustered);
                CREATE INDEX follow_up_open ON follow_up(cohort_id, level);
                CREATE INDEX follow_up_person ON follow_up(person_id);

                -- Facts: append-only.
                CREATE TABLE follow_up_fact (
                    context TEXT NOT NULL REFERENCES follow_up(context),
                    number BIGINT NOT NULL CHECK (number > 0),
                    kind TEXT NOT NULL CHECK (kind IN ('raised', 'changed', 'closed')),
                    happened_at BIGINT NOT NULL,
                    reasons TEXT NOT NULL,
                    outcome TEXT CHECK (outcome IN ('contacted', 'back', 'left-for-job', 'dropped', 'no-answer', 'not-needed')),
                    note TEXT CHECK (length(note) <= 1000),
                    by_person TEXT REFERENCES person(id),
                    PRIMARY KEY (context, number),
                    CHECK ((kind = 'closed') = (outcome IS NOT NULL))
                ) \(clustered);
                CREATE INDEX follow_up_fact_by ON follow_up_fact(by_person);

                -- Facts: the one with the highest number holds.
                CREATE TABLE alert_rules (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    rules TEXT NOT NULL,
                    set_by TEXT REFERENCES person(id),
                    set_at BIGINT NOT NULL,
                    PRIMARY KEY (cohort_id, number)
                ) \(clustered);
                CREATE INDEX alert_rules_by ON alert_rules(set_by);

                -- Which server did the sweep of a day.
                CREATE TABLE alert_sweep (
                    day TEXT NOT NULL PRIMARY KEY CHECK (length(day) = 10),
                    started_at BIGINT NOT NULL,
                    finished_at BIGINT
                ) \(clustered);

                CREATE TABLE caseload_view (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
                    query TEXT NOT NULL CHECK (length(query) <= 1000),
                    PRIMARY KEY (person_id, name)
                ) \(clustered);
                """
        },
        Migration("tutoring/0003-notes") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: append-only, for the staff.
                CREATE TABLE staff_note (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    id TEXT NOT NULL CHECK (length(id) = 36),
                    author_id TEXT NOT NULL REFERENCES person(id),
                    noted_at BIGINT NOT NULL,
                    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
                    PRIMARY KEY (cohort_id, person_id, id)
                ) \(clustered);
                CREATE INDEX staff_note_person ON staff_note(person_id);
                CREATE INDEX staff_note_author ON staff_note(author_id);
                """
        },
    ]
}

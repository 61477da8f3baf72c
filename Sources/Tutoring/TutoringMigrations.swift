package import SQL

/// The schema of Tutoring. Comes after those of Accounts and CourseContent.
package enum TutoringMigrations {
    package static let all: [Migration] = first + following + community

    private static let first: [Migration] = [
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
        Migration("tutoring/0004-conversations") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Where people of a cohort write to each other: one for each kind and subject.
                CREATE TABLE conversation (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    kind TEXT NOT NULL CHECK (kind IN (
                        'tutoring', 'mentoring', 'cohort', 'group', 'announcements', 'activity', 'session')),
                    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
                    learner_id TEXT REFERENCES person(id),
                    last_sequence BIGINT NOT NULL CHECK (last_sequence >= 0),
                    last_at BIGINT,
                    version BIGINT NOT NULL CHECK (version >= last_sequence),
                    waiting_since BIGINT,
                    UNIQUE (cohort_id, kind, subject),
                    CHECK ((learner_id IS NULL) = (kind NOT IN ('tutoring', 'mentoring')))
                );
                CREATE INDEX conversation_recent ON conversation(cohort_id, kind, last_at, id);
                CREATE INDEX conversation_waiting ON conversation(cohort_id, kind, waiting_since, id) WHERE waiting_since IS NOT NULL;
                CREATE INDEX conversation_learner ON conversation(learner_id);

                CREATE TABLE message (
                    conversation_id TEXT NOT NULL REFERENCES conversation(id),
                    sequence BIGINT NOT NULL CHECK (sequence > 0),
                    id TEXT NOT NULL CHECK (length(id) = 36),
                    author_id TEXT NOT NULL REFERENCES person(id),
                    posted_at BIGINT NOT NULL,
                    text TEXT NOT NULL CHECK (length(text) <= 4000),
                    html TEXT NOT NULL,
                    about TEXT CHECK (length(about) <= 201),
                    -- The sequence of the message that it answers.
                    reply_to BIGINT CHECK (reply_to > 0 AND reply_to < sequence),
                    -- An answer that helped, as whoever asked or who moderates says.
                    accepted_at BIGINT,
                    accepted_by TEXT REFERENCES person(id),
                    edited_at BIGINT,
                    removed_at BIGINT,
                    removed_by TEXT REFERENCES person(id),
                    PRIMARY KEY (conversation_id, sequence),
                    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
                    CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
                    CHECK ((text = '') = (removed_at IS NOT NULL))
                ) \(clustered);
                CREATE UNIQUE INDEX message_id ON message(id);
                CREATE INDEX message_author ON message(author_id);
                CREATE INDEX message_removed_by ON message(removed_by);
                CREATE INDEX message_accepted_by ON message(accepted_by);

                -- Files that were sent with messages.
                CREATE TABLE message_file (
                    conversation_id TEXT NOT NULL,
                    sequence BIGINT NOT NULL,
                    position BIGINT NOT NULL CHECK (position > 0),
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
                    media_type TEXT NOT NULL CHECK (length(media_type) <= 100),
                    size BIGINT NOT NULL CHECK (size > 0),
                    digest TEXT NOT NULL CHECK (length(digest) = 64),
                    PRIMARY KEY (conversation_id, sequence, position),
                    FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
                ) \(clustered);

                -- What stood in a message before it was changed.
                CREATE TABLE message_edit (
                    message_id TEXT NOT NULL REFERENCES message(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
                    replaced_at BIGINT NOT NULL,
                    PRIMARY KEY (message_id, number)
                ) \(clustered);

                -- A summary of the messages: who has read how far. A row comes with the first message that somebody is told.
                CREATE TABLE conversation_reader (
                    conversation_id TEXT NOT NULL REFERENCES conversation(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    read_through BIGINT NOT NULL CHECK (read_through >= 0),
                    unread BIGINT NOT NULL CHECK (unread >= 0),
                    PRIMARY KEY (conversation_id, person_id)
                ) \(clustered);
                CREATE INDEX conversation_unread ON conversation_reader(person_id, unread) WHERE unread > 0;
                CREATE INDEX conversation_reader_person ON conversation_reader(person_id);
                """
        },
    ]
}

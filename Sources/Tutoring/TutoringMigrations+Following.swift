import SQL

extension TutoringMigrations {
    /// Contacts with learners, the search in messages, reports.
    static let following: [Migration] = [
        Migration("tutoring/0005-contacts") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: append-only. That somebody tried to reach a learner.
                CREATE TABLE learner_contact (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    id TEXT NOT NULL CHECK (length(id) = 36),
                    means TEXT NOT NULL CHECK (means IN ('call', 'message', 'meeting')),
                    outcome TEXT NOT NULL CHECK (outcome IN ('reached', 'no-answer', 'left-message', 'appointment')),
                    -- When it is somebody's turn again.
                    again_at BIGINT,
                    note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
                    by_person TEXT NOT NULL REFERENCES person(id),
                    happened_at BIGINT NOT NULL,
                    PRIMARY KEY (cohort_id, person_id, id),
                    CHECK ((again_at IS NULL) = (outcome = 'reached'))
                ) \(clustered);
                CREATE INDEX learner_contact_recent ON learner_contact(cohort_id, happened_at);
                CREATE INDEX learner_contact_person ON learner_contact(person_id);
                CREATE INDEX learner_contact_by ON learner_contact(by_person);

                -- A learner asks to be called: one waits at most.
                CREATE TABLE call_request (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    asked_at BIGINT NOT NULL,
                    phone TEXT CHECK (length(phone) BETWEEN 1 AND 30),
                    hours TEXT CHECK (length(hours) BETWEEN 1 AND 200),
                    settled_at BIGINT,
                    settled_by TEXT REFERENCES person(id),
                    CHECK ((settled_at IS NULL) = (settled_by IS NULL))
                );
                CREATE UNIQUE INDEX call_request_open ON call_request(cohort_id, person_id) WHERE settled_at IS NULL;
                CREATE INDEX call_request_asked ON call_request(cohort_id, person_id, asked_at);
                CREATE INDEX call_request_person ON call_request(person_id);
                CREATE INDEX call_request_settled_by ON call_request(settled_by);

                -- Facts: the one with the highest number says who follows the learner.
                CREATE TABLE handover (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    tutor_id TEXT NOT NULL REFERENCES person(id),
                    note TEXT NOT NULL CHECK (length(note) BETWEEN 1 AND 4000),
                    by_person TEXT NOT NULL REFERENCES person(id),
                    given_at BIGINT NOT NULL,
                    PRIMARY KEY (cohort_id, person_id, number)
                ) \(clustered);
                CREATE INDEX handover_person ON handover(person_id);
                CREATE INDEX handover_tutor ON handover(tutor_id);
                CREATE INDEX handover_by ON handover(by_person);

                -- Facts: a question of a learner was answered.
                CREATE TABLE conversation_answer (
                    conversation_id TEXT NOT NULL REFERENCES conversation(id),
                    asked_at BIGINT NOT NULL,
                    answered_at BIGINT NOT NULL CHECK (answered_at >= asked_at),
                    PRIMARY KEY (conversation_id, asked_at)
                ) \(clustered);
                """
        },
        Migration("tutoring/0006-search-reports") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            let number = dialect == .sqlite ? "INTEGER PRIMARY KEY" : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
            let words =
                dialect == .sqlite
                ? "CREATE VIRTUAL TABLE message_search USING fts5(words);"
                : """
                CREATE TABLE message_search (
                    number BIGINT NOT NULL PRIMARY KEY REFERENCES message_place(number),
                    words TSVECTOR NOT NULL
                );
                CREATE INDEX message_search_words ON message_search USING GIN (words);
                """
            return """
                -- The number of each message in the index of words.
                CREATE TABLE message_place (
                    number \(number),
                    conversation_id TEXT NOT NULL,
                    sequence BIGINT NOT NULL,
                    UNIQUE (conversation_id, sequence),
                    FOREIGN KEY (conversation_id, sequence) REFERENCES message(conversation_id, sequence)
                );
                \(words)
                -- What was written before there was an index.
                CREATE TABLE message_unindexed (
                    message_id TEXT NOT NULL PRIMARY KEY REFERENCES message(id)
                ) \(clustered);
                INSERT INTO message_unindexed (message_id) SELECT id FROM message WHERE removed_at IS NULL;

                -- Facts: append-only but for the decision. The words are those that were reported.
                CREATE TABLE message_report (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    message_id TEXT NOT NULL REFERENCES message(id),
                    reporter_id TEXT NOT NULL REFERENCES person(id),
                    reason TEXT NOT NULL CHECK (reason IN ('insult', 'harassment', 'personal-data', 'off-topic', 'other')),
                    note TEXT CHECK (length(note) BETWEEN 1 AND 1000),
                    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
                    reported_at BIGINT NOT NULL,
                    outcome TEXT CHECK (outcome IN ('hidden', 'left')),
                    settled_by TEXT REFERENCES person(id),
                    settled_at BIGINT,
                    UNIQUE (message_id, reporter_id),
                    CHECK ((outcome IS NULL) = (settled_by IS NULL)),
                    CHECK ((outcome IS NULL) = (settled_at IS NULL))
                );
                CREATE INDEX message_report_open ON message_report(cohort_id, reported_at, id) WHERE outcome IS NULL;
                CREATE INDEX message_report_settled ON message_report(cohort_id, settled_at, id);
                CREATE INDEX message_report_reporter ON message_report(reporter_id, reported_at);
                CREATE INDEX message_report_settled_by ON message_report(settled_by);
                """
        },
    ]
}

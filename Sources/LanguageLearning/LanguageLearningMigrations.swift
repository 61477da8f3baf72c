package import SQL

/// The schema of LanguageLearning. Comes after those of Accounts and CourseContent.
package enum LanguageLearningMigrations {
    package static let all: [Migration] = [
        Migration("language-learning/0001-cards") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: append-only. The id is the client's, so that a replay changes nothing. `happened_at` is the learner's clock, never later than
                -- `received_at`; the cards follow from the reviews in the order of (happened_at, id).
                CREATE TABLE card_review (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 64),
                    direction TEXT NOT NULL CHECK (direction IN ('recognise', 'recall')),
                    act TEXT NOT NULL CHECK (act IN ('again', 'hard', 'good', 'easy', 'resumed')),
                    happened_at BIGINT NOT NULL,
                    received_at BIGINT NOT NULL,
                    CHECK (happened_at <= received_at)
                );
                -- A card made again from its reviews; when it was reviewed before.
                CREATE INDEX card_review_card ON card_review(person_id, activity_id, card, direction, happened_at, id);
                -- Reviews of today, and of the past weeks.
                CREATE INDEX card_review_day ON card_review(person_id, happened_at);
                CREATE INDEX card_review_activity ON card_review(activity_id);

                -- A summary of the facts above, one row for each side of a card that was ever graded. `ready_at` is empty for one that was put aside.
                CREATE TABLE card_memory (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 64),
                    direction TEXT NOT NULL CHECK (direction IN ('recognise', 'recall')),
                    phase TEXT NOT NULL CHECK (phase IN ('learning', 'review', 'relearning')),
                    step SMALLINT CHECK (step >= 0),
                    stability DOUBLE PRECISION NOT NULL CHECK (stability > 0),
                    difficulty DOUBLE PRECISION NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
                    due_at BIGINT NOT NULL,
                    reviewed_at BIGINT NOT NULL,
                    ready_at BIGINT,
                    reviews BIGINT NOT NULL CHECK (reviews > 0),
                    lapses BIGINT NOT NULL CHECK (lapses >= 0),
                    started_at BIGINT NOT NULL,
                    last_at BIGINT NOT NULL,
                    last_review TEXT NOT NULL CHECK (length(last_review) = 36),
                    PRIMARY KEY (person_id, activity_id, card, direction),
                    CHECK ((phase = 'review') = (step IS NULL))
                ) \(clustered);
                -- The queue: what is ready, the longest first.
                CREATE INDEX card_memory_ready ON card_memory(person_id, ready_at);
                -- New cards of today.
                CREATE INDEX card_memory_started ON card_memory(person_id, started_at);
                CREATE INDEX card_memory_activity ON card_memory(activity_id);

                CREATE TABLE review_limits (
                    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
                    new_a_day SMALLINT NOT NULL CHECK (new_a_day BETWEEN 0 AND 50),
                    reviews_a_day SMALLINT NOT NULL CHECK (reviews_a_day BETWEEN 10 AND 500)
                ) \(clustered);
                """
        },
        Migration("language-learning/0002-placement") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Somebody takes a placement test. What its answers say is worked out from them.
                CREATE TABLE placement_run (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    hears SMALLINT NOT NULL CHECK (hears IN (0, 1)),
                    started_at BIGINT NOT NULL,
                    finished_at BIGINT CHECK (finished_at >= started_at)
                );
                -- The test's page, and the list of a cohort.
                CREATE INDEX placement_run_person ON placement_run(person_id, activity_id, started_at);
                -- One goes on at a time.
                CREATE UNIQUE INDEX placement_run_open ON placement_run(person_id, activity_id) WHERE finished_at IS NULL;
                CREATE INDEX placement_run_activity ON placement_run(activity_id);

                -- Facts: append-only. The measure of the item is kept as it was when it was asked. `choice` is empty for « I do not know ».
                CREATE TABLE placement_answer (
                    run_id TEXT NOT NULL REFERENCES placement_run(id),
                    position SMALLINT NOT NULL CHECK (position BETWEEN 1 AND 100),
                    item TEXT NOT NULL CHECK (length(item) BETWEEN 1 AND 64),
                    difficulty DOUBLE PRECISION NOT NULL,
                    discrimination DOUBLE PRECISION NOT NULL CHECK (discrimination > 0),
                    choice TEXT,
                    is_right SMALLINT NOT NULL CHECK (is_right IN (0, 1)),
                    answered_at BIGINT NOT NULL,
                    PRIMARY KEY (run_id, position),
                    UNIQUE (run_id, item)
                ) \(clustered);

                -- What tutors decide against what the answers say: append-only, the last one holds.
                CREATE TABLE placement_ruling (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    run_id TEXT NOT NULL REFERENCES placement_run(id),
                    level TEXT NOT NULL CHECK (level IN ('A1', 'A2', 'B1', 'B2')),
                    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
                    decided_by TEXT NOT NULL REFERENCES person(id),
                    decided_at BIGINT NOT NULL
                );
                CREATE INDEX placement_ruling_run ON placement_ruling(run_id, decided_at);
                CREATE INDEX placement_ruling_by ON placement_ruling(decided_by);
                """
        },
    ]
}

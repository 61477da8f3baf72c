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
        Migration("language-learning/0003-own-cards") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Cards that people took among their own. The id follows from the person, the course and the words: nothing is there twice. Their reviews are kept
                -- under (activity_id, card), as those of a deck; of_deck says that the card is one of a deck.
                CREATE TABLE own_card (
                    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    course_id TEXT NOT NULL REFERENCES course(id),
                    activity_id TEXT NOT NULL REFERENCES activity(id),
                    card TEXT NOT NULL CHECK (length(card) BETWEEN 1 AND 64),
                    of_deck SMALLINT NOT NULL CHECK (of_deck IN (0, 1)),
                    one_way SMALLINT NOT NULL CHECK (one_way IN (0, 1)),
                    front TEXT NOT NULL CHECK (length(front) BETWEEN 1 AND 300),
                    back TEXT NOT NULL CHECK (length(back) BETWEEN 1 AND 500),
                    example TEXT CHECK (length(example) <= 500),
                    language TEXT CHECK (length(language) <= 40),
                    found_in TEXT NOT NULL REFERENCES activity(id),
                    added_at BIGINT NOT NULL,
                    added_by TEXT NOT NULL CHECK (length(added_by) = 36),
                    removed_at BIGINT,
                    -- The queue: the words of a card that no deck has.
                    UNIQUE (person_id, activity_id, card)
                ) \(clustered);
                -- The list of somebody's own.
                CREATE INDEX own_card_person ON own_card(person_id, added_at, id);
                CREATE INDEX own_card_course ON own_card(course_id);
                CREATE INDEX own_card_activity ON own_card(activity_id);
                CREATE INDEX own_card_found ON own_card(found_in);
                """
        },
        Migration("language-learning/0004-can-do") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- What people say that they can do. Facts: append-only, the last one of a statement holds. The id is the request's, so that a replay changes nothing;
                -- a statement is MODULE/ID, as the author wrote them.
                CREATE TABLE can_do_answer (
                    id TEXT NOT NULL CHECK (length(id) = 36),
                    can_do TEXT NOT NULL CHECK (length(can_do) BETWEEN 3 AND 129),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    course_id TEXT NOT NULL REFERENCES course(id),
                    answer TEXT NOT NULL CHECK (answer IN ('not-yet', 'with-help', 'alone')),
                    said_at BIGINT NOT NULL,
                    PRIMARY KEY (id, can_do)
                ) \(clustered);
                -- The page of a learner's level.
                CREATE INDEX can_do_answer_person ON can_do_answer(person_id, course_id, said_at, id);
                CREATE INDEX can_do_answer_course ON can_do_answer(course_id);
                """
        },
    ]
}

package import SQL

/// The schema of Gamification. Comes after that of Accounts.
package enum GamificationMigrations {
    package static let all: [Migration] = [
        Migration("gamification/0001-points") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- A summary of the entries of a person, and the row that who writes one takes first.
                CREATE TABLE point_purse (
                    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person(id),
                    balance BIGINT NOT NULL,
                    entries BIGINT NOT NULL CHECK (entries >= 0),
                    is_off SMALLINT NOT NULL CHECK (is_off IN (0, 1))
                ) \(clustered);

                -- Facts: append-only. The same achievement is written once: a second line of it takes it back, a third gives it again.
                CREATE TABLE point_entry (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    number BIGINT NOT NULL CHECK (number > 0),
                    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 40),
                    rule_version BIGINT NOT NULL CHECK (rule_version > 0),
                    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 3 AND 200),
                    version BIGINT NOT NULL CHECK (version > 0),
                    amount BIGINT NOT NULL,
                    due BIGINT NOT NULL,
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    course TEXT NOT NULL CHECK (length(course) <= 64),
                    title TEXT NOT NULL,
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    entered_at BIGINT NOT NULL,
                    PRIMARY KEY (person_id, number),
                    UNIQUE (person_id, rule, subject, version),
                    CHECK ((version % 2 = 1 AND amount BETWEEN 0 AND due) OR (version % 2 = 0 AND amount <= 0))
                ) \(clustered);
                CREATE INDEX point_entry_caps ON point_entry(person_id, rule, day);
                CREATE INDEX point_entry_cohort ON point_entry(cohort_id, day);

                -- A summary of the entries of a person in a course of a cohort.
                CREATE TABLE point_balance (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    course TEXT NOT NULL CHECK (length(course) <= 64),
                    balance BIGINT NOT NULL,
                    PRIMARY KEY (person_id, cohort_id, course)
                ) \(clustered);
                CREATE INDEX point_balance_cohort ON point_balance(cohort_id, course);

                -- Cohorts for which somebody decided; the others have points.
                CREATE TABLE game_cohort (
                    cohort_id TEXT NOT NULL PRIMARY KEY REFERENCES cohort(id),
                    is_off SMALLINT NOT NULL CHECK (is_off IN (0, 1)),
                    set_by TEXT REFERENCES person(id),
                    set_at BIGINT NOT NULL
                ) \(clustered);
                CREATE INDEX game_cohort_by ON game_cohort(set_by);

                -- Facts: the days on which somebody learned.
                CREATE TABLE learning_day (
                    person_id TEXT NOT NULL REFERENCES person(id),
                    day TEXT NOT NULL CHECK (length(day) = 10),
                    PRIMARY KEY (person_id, day)
                ) \(clustered);
                """
        }
    ]
}

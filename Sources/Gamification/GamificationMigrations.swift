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
        },
        Migration("gamification/0002-badges") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Facts: badges that were given, once each. What they said then is kept with them, whatever becomes of the course.
                CREATE TABLE badge_award (
                    id TEXT NOT NULL PRIMARY KEY,
                    number BIGINT NOT NULL UNIQUE CHECK (number >= 0),
                    address TEXT NOT NULL UNIQUE CHECK (length(address) = 43),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    course TEXT NOT NULL CHECK (length(course) BETWEEN 1 AND 64),
                    badge TEXT NOT NULL CHECK (length(badge) BETWEEN 1 AND 64),
                    title TEXT NOT NULL,
                    summary TEXT,
                    criteria TEXT NOT NULL,
                    colour TEXT NOT NULL CHECK (length(colour) BETWEEN 1 AND 20),
                    course_title TEXT NOT NULL,
                    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
                    awarded_at BIGINT NOT NULL,
                    UNIQUE (person_id, course, badge)
                ) \(clustered);
                CREATE INDEX badge_award_cohort ON badge_award(cohort_id, awarded_at);

                -- Badges that their holders show to whoever has the address.
                CREATE TABLE badge_share (
                    award_id TEXT NOT NULL PRIMARY KEY REFERENCES badge_award(id),
                    shared_at BIGINT NOT NULL
                ) \(clustered);

                -- Facts: badges that are good no longer, and why.
                CREATE TABLE badge_revocation (
                    award_id TEXT NOT NULL PRIMARY KEY REFERENCES badge_award(id),
                    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
                    revoked_by TEXT REFERENCES person(id),
                    revoked_at BIGINT NOT NULL
                ) \(clustered);
                CREATE INDEX badge_revocation_by ON badge_revocation(revoked_by);

                -- What badges are signed with, on every server: made when the first one is shown.
                CREATE TABLE badge_key (
                    number SMALLINT NOT NULL PRIMARY KEY CHECK (number = 1),
                    secret TEXT NOT NULL CHECK (length(secret) = 43),
                    made_at BIGINT NOT NULL
                ) \(clustered);
                """
        },
        Migration("gamification/0003-ladders") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Cohorts that have a ladder: who opened it says that all in it are of age, or may. The others have none.
                CREATE TABLE game_ladder (
                    cohort_id TEXT NOT NULL PRIMARY KEY REFERENCES cohort(id),
                    is_open SMALLINT NOT NULL CHECK (is_open IN (0, 1)),
                    set_by TEXT REFERENCES person(id),
                    set_at BIGINT NOT NULL
                ) \(clustered);
                CREATE INDEX game_ladder_by ON game_ladder(set_by);

                -- Those who chose to stand on it, under a name of their own.
                CREATE TABLE ladder_member (
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    person_id TEXT NOT NULL REFERENCES person(id),
                    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
                    name_key TEXT NOT NULL,
                    joined_at BIGINT NOT NULL,
                    PRIMARY KEY (cohort_id, person_id),
                    UNIQUE (cohort_id, name_key)
                ) \(clustered);
                CREATE INDEX ladder_member_person ON ladder_member(person_id);

                -- What a cohort tries together.
                CREATE TABLE team_challenge (
                    id TEXT NOT NULL PRIMARY KEY,
                    cohort_id TEXT NOT NULL REFERENCES cohort(id),
                    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
                    kind TEXT NOT NULL CHECK (kind IN ('sum', 'share')),
                    target BIGINT NOT NULL CHECK (target > 0),
                    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
                    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10 AND ends_on >= starts_on),
                    made_by TEXT REFERENCES person(id),
                    made_at BIGINT NOT NULL,
                    CHECK (kind = 'sum' OR target <= 100)
                ) \(clustered);
                CREATE INDEX team_challenge_cohort ON team_challenge(cohort_id, ends_on);
                CREATE INDEX team_challenge_by ON team_challenge(made_by);
                """
        },
        Migration("gamification/0004-week") { _ in
            """
            -- What each of a cohort earned in a week is read from the index alone, however long the ledger is.
            DROP INDEX point_entry_cohort;
            CREATE INDEX point_entry_cohort ON point_entry(cohort_id, day, person_id, amount);
            """
        },
    ]
}

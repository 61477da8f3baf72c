package import SQL

/// The schema of accounts, in order. Campus puts it first in the one list of the installation.
package enum AccountsMigrations {
    package static let all: [Migration] = [people, cohorts, signIn, linksAndCards]

    /// On SQLite a table that is looked up by its key alone is kept in the order of that key: one step instead of two.
    private static func byKey(_ dialect: SQLDialect) -> String { dialect == .sqlite ? " WITHOUT ROWID" : "" }

    private static let people = Migration("accounts/0001-people") { dialect in
        """
        CREATE TABLE person (
            id TEXT NOT NULL PRIMARY KEY,
            login TEXT NOT NULL CHECK (length(login) BETWEEN 2 AND 64),
            login_key TEXT NOT NULL CHECK (login_key <> ''),
            given_name TEXT NOT NULL CHECK (length(given_name) <= 100),
            family_name TEXT NOT NULL CHECK (length(family_name) <= 100),
            sort_key TEXT NOT NULL CHECK (sort_key <> ''),
            email TEXT CHECK (length(email) <= 254),
            email_key TEXT,
            language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
            theme TEXT NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
            spacing TEXT NOT NULL DEFAULT 'normal' CHECK (spacing IN ('normal', 'wide')),
            password_hash TEXT,
            must_change_password SMALLINT NOT NULL CHECK (must_change_password IN (0, 1)),
            created_at BIGINT NOT NULL,
            disabled_at BIGINT,
            CHECK ((email IS NULL) = (email_key IS NULL))
        );
        CREATE UNIQUE INDEX person_login_key ON person (login_key);
        CREATE UNIQUE INDEX person_email_key ON person (email_key);
        CREATE INDEX person_sorted ON person (sort_key, id);

        CREATE TABLE installation_role (
            person_id TEXT NOT NULL REFERENCES person (id),
            role TEXT NOT NULL CHECK (role IN ('author', 'admin')),
            PRIMARY KEY (person_id, role)
        )\(byKey(dialect));
        """
    }

    private static let cohorts = Migration("accounts/0002-cohorts") { dialect in
        """
        CREATE TABLE cohort (
            id TEXT NOT NULL PRIMARY KEY,
            key TEXT NOT NULL,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
            starts_on TEXT CHECK (length(starts_on) = 10),
            ends_on TEXT CHECK (length(ends_on) = 10),
            created_at BIGINT NOT NULL,
            CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
        );
        CREATE UNIQUE INDEX cohort_key ON cohort (key);

        CREATE TABLE cohort_group (
            id TEXT NOT NULL PRIMARY KEY,
            cohort_id TEXT NOT NULL REFERENCES cohort (id),
            key TEXT NOT NULL,
            title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200)
        );
        CREATE UNIQUE INDEX cohort_group_key ON cohort_group (cohort_id, key);
        CREATE UNIQUE INDEX cohort_group_in_cohort ON cohort_group (id, cohort_id);

        CREATE TABLE membership (
            person_id TEXT NOT NULL REFERENCES person (id),
            cohort_id TEXT NOT NULL REFERENCES cohort (id),
            role TEXT NOT NULL CHECK (role IN (
                'learner', 'tutor', 'mentor', 'trainer', 'coordinator', 'disability-officer', 'job-adviser', 'funder')),
            group_id TEXT,
            joined_at BIGINT NOT NULL,
            left_at BIGINT,
            PRIMARY KEY (person_id, cohort_id, role),
            FOREIGN KEY (group_id, cohort_id) REFERENCES cohort_group (id, cohort_id)
        )\(byKey(dialect));
        CREATE INDEX membership_in_cohort ON membership (cohort_id, role, person_id);
        CREATE INDEX membership_in_group ON membership (group_id, cohort_id);
        """
    }

    /// `security_event.kind` has no list in its CHECK: kinds are added with features, and the table is never rewritten.
    private static let signIn = Migration("accounts/0003-sign-in") { dialect in
        """
        CREATE TABLE sign_in_session (
            token_hash TEXT NOT NULL PRIMARY KEY,
            person_id TEXT NOT NULL REFERENCES person (id),
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL,
            user_agent TEXT NOT NULL CHECK (length(user_agent) <= 200)
        )\(byKey(dialect));
        CREATE INDEX sign_in_session_of_person ON sign_in_session (person_id, last_seen_at);
        CREATE INDEX sign_in_session_expiry ON sign_in_session (expires_at);
        CREATE INDEX sign_in_session_idle ON sign_in_session (last_seen_at);

        CREATE TABLE access_token (
            id TEXT NOT NULL PRIMARY KEY,
            token_hash TEXT NOT NULL,
            person_id TEXT NOT NULL REFERENCES person (id),
            label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
            created_at BIGINT NOT NULL,
            expires_at BIGINT,
            revoked_at BIGINT
        );
        CREATE UNIQUE INDEX access_token_hash ON access_token (token_hash);
        CREATE INDEX access_token_of_person ON access_token (person_id, id);

        CREATE TABLE sign_in_throttle (
            key TEXT NOT NULL PRIMARY KEY,
            failures BIGINT NOT NULL CHECK (failures >= 0),
            window_started_at BIGINT NOT NULL,
            blocked_until BIGINT
        )\(byKey(dialect));
        CREATE INDEX sign_in_throttle_age ON sign_in_throttle (window_started_at);

        CREATE TABLE security_event (
            id TEXT NOT NULL PRIMARY KEY,
            person_id TEXT REFERENCES person (id),
            kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
            at BIGINT NOT NULL,
            detail TEXT NOT NULL CHECK (length(detail) <= 500)
        );
        CREATE INDEX security_event_of_person ON security_event (person_id, id);
        """
    }
}

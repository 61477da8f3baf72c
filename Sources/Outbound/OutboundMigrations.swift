package import SQL

/// The schema of Outbound. It names nobody else's tables: a recipient is a key that the caller knows.
package enum OutboundMigrations {
    package static let all: [Migration] = [
        Migration("outbound/0001-outbox") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Letters by mail: one for each recipient and cause, written in the transaction of the cause.
                CREATE TABLE outbox (
                    id TEXT NOT NULL PRIMARY KEY,
                    cause TEXT NOT NULL CHECK (length(cause) BETWEEN 1 AND 200),
                    recipient TEXT NOT NULL CHECK (length(recipient) BETWEEN 1 AND 100),
                    address TEXT NOT NULL CHECK (length(address) BETWEEN 3 AND 254),
                    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
                    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
                    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
                    body TEXT NOT NULL,
                    calendar TEXT,
                    calendar_method TEXT CHECK (calendar_method IN ('REQUEST', 'CANCEL', 'PUBLISH')),
                    refusal TEXT,
                    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
                    tries BIGINT NOT NULL CHECK (tries >= 0),
                    -- Waiting: when it is tried next; a server that takes it puts this off until its claim ends.
                    due_at BIGINT NOT NULL,
                    claim TEXT,
                    expires_at BIGINT,
                    error TEXT,
                    created_at BIGINT NOT NULL,
                    CHECK ((calendar IS NULL) = (calendar_method IS NULL))
                );
                -- Once per cause and recipient; those of one cause are taken back together.
                CREATE UNIQUE INDEX outbox_once ON outbox(cause, recipient);
                -- The sender, the lists, what is deleted.
                CREATE INDEX outbox_due ON outbox(state, due_at, id);
                CREATE INDEX outbox_claim ON outbox(claim);
                CREATE INDEX outbox_recipient ON outbox(recipient, state);

                -- Causes that were dealt with, whoever was told: a reminder is made once.
                CREATE TABLE outbox_cause (
                    cause TEXT NOT NULL PRIMARY KEY,
                    made_at BIGINT NOT NULL
                ) \(clustered);
                CREATE INDEX outbox_cause_made ON outbox_cause(made_at);

                -- What a recipient wants, and the secret by which a letter lets them refuse more.
                CREATE TABLE mail_choice (
                    recipient TEXT NOT NULL PRIMARY KEY,
                    token TEXT NOT NULL CHECK (length(token) = 43),
                    refused_at BIGINT
                ) \(clustered);
                CREATE UNIQUE INDEX mail_choice_token ON mail_choice(token);
                """
        },
        Migration("outbound/0002-digest") { _ in
            """
            -- The hour of the day, in Paris, at which what can wait comes; -1 for never.
            ALTER TABLE mail_choice ADD COLUMN digest_hour BIGINT NOT NULL DEFAULT 18 CHECK (digest_hour BETWEEN -1 AND 23);
            """
        },
        Migration("outbound/0003-quiet-hours-bounces") { dialect in
            let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
            return """
                -- Hours of the day between which what can wait does; the same twice for none.
                ALTER TABLE mail_choice ADD COLUMN quiet_from BIGINT NOT NULL DEFAULT 21 CHECK (quiet_from BETWEEN 0 AND 23);
                ALTER TABLE mail_choice ADD COLUMN quiet_until BIGINT NOT NULL DEFAULT 8 CHECK (quiet_until BETWEEN 0 AND 23);
                -- Where the recipient's clock is.
                ALTER TABLE mail_choice ADD COLUMN zone TEXT NOT NULL DEFAULT 'Europe/Paris' CHECK (length(zone) BETWEEN 1 AND 64);

                -- Addresses that a mail server refused for ever, in lower case: nothing is written there.
                CREATE TABLE mail_bounce (
                    address TEXT NOT NULL PRIMARY KEY CHECK (length(address) BETWEEN 3 AND 254),
                    bounced_at BIGINT NOT NULL,
                    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
                ) \(clustered);
                CREATE INDEX mail_bounce_recent ON mail_bounce(bounced_at, address);
                """
        },
    ]
}

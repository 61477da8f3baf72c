import SQL

extension SchedulingMigrations {
    static let attendance = Migration("scheduling/0003-attendance") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            -- One chain for each cohort: where it ends. Its row is taken by whoever adds an entry.
            CREATE TABLE attendance_chain (
                cohort_id TEXT NOT NULL PRIMARY KEY REFERENCES cohort(id),
                length BIGINT NOT NULL CHECK (length >= 0),
                head TEXT NOT NULL CHECK (length(head) = 64)
            ) \(clustered);

            -- Facts: never changed, never removed. `docs/attendance-log.md` says how an entry is hashed.
            CREATE TABLE attendance_entry (
                id TEXT NOT NULL PRIMARY KEY,
                cohort_id TEXT NOT NULL REFERENCES cohort(id),
                sequence BIGINT NOT NULL CHECK (sequence > 0),
                previous TEXT NOT NULL CHECK (length(previous) = 64),
                hash TEXT NOT NULL CHECK (length(hash) = 64),
                kind TEXT NOT NULL CHECK (kind IN ('signed', 'absent', 'late', 'withdrawn')),
                at BIGINT NOT NULL,
                session_id TEXT NOT NULL REFERENCES class_session(id),
                day TEXT NOT NULL CHECK (length(day) = 10),
                half TEXT NOT NULL CHECK (half IN ('morning', 'afternoon')),
                starts_at BIGINT NOT NULL,
                ends_at BIGINT NOT NULL CHECK (ends_at > starts_at),
                subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
                place TEXT,
                person_id TEXT NOT NULL REFERENCES person(id),
                person_name TEXT NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('learner', 'trainer')),
                author_id TEXT NOT NULL REFERENCES person(id),
                method TEXT CHECK (method IN ('confirmed', 'drawn')),
                means TEXT CHECK (means IN ('room-code', 'session-page', 'staff')),
                drawing TEXT CHECK (length(drawing) <= 8000),
                drawing_digest TEXT CHECK (length(drawing_digest) = 64),
                minutes SMALLINT CHECK (minutes BETWEEN 1 AND 720),
                motive TEXT CHECK (motive IN (
                    'illness', 'accident', 'family', 'job', 'summons', 'transport', 'technical', 'other', 'unknown')),
                justified SMALLINT CHECK (justified IN (0, 1)),
                note TEXT CHECK (length(note) BETWEEN 1 AND 500),
                proof_digest TEXT CHECK (length(proof_digest) = 64),
                proof_name TEXT,
                proof_type TEXT,
                proof_size BIGINT,
                corrects TEXT REFERENCES attendance_entry(id),
                reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
                CHECK (kind <> 'signed' OR (person_id = author_id AND method IS NOT NULL AND means IS NOT NULL)),
                CHECK ((method IS NULL) = (kind <> 'signed')),
                CHECK (COALESCE(method, '') = 'drawn' OR drawing IS NULL),
                CHECK (COALESCE(method, '') <> 'drawn' OR drawing IS NOT NULL),
                CHECK ((drawing IS NULL) = (drawing_digest IS NULL)),
                CHECK ((motive IS NULL) = (kind <> 'absent') AND (justified IS NULL) = (kind <> 'absent')),
                CHECK ((minutes IS NULL) = (kind NOT IN ('absent', 'late'))),
                CHECK (kind <> 'withdrawn' OR (corrects IS NOT NULL AND reason IS NOT NULL)),
                CHECK ((proof_digest IS NULL) = (proof_name IS NULL) AND (proof_digest IS NULL) = (proof_type IS NULL)
                    AND (proof_digest IS NULL) = (proof_size IS NULL))
            );
            CREATE UNIQUE INDEX attendance_entry_chain ON attendance_entry(cohort_id, sequence);
            -- One of a kind for a person in a half-day, but for those that follow a correction; and an entry is corrected once.
            CREATE UNIQUE INDEX attendance_entry_once
                ON attendance_entry(session_id, day, half, person_id, kind, COALESCE(corrects, ''));
            CREATE UNIQUE INDEX attendance_entry_corrects ON attendance_entry(corrects);
            -- A signature is drawn each time.
            CREATE UNIQUE INDEX attendance_entry_drawing ON attendance_entry(drawing_digest);
            -- A learner's absences, for those who follow.
            CREATE INDEX attendance_entry_person ON attendance_entry(person_id, cohort_id, starts_at);
            CREATE INDEX attendance_entry_author ON attendance_entry(author_id);

            -- When people were connected to a virtual class, as far as it is known. It signs for nobody.
            CREATE TABLE connection_span (
                session_id TEXT NOT NULL REFERENCES class_session(id),
                person_id TEXT NOT NULL REFERENCES person(id),
                source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 40),
                started_at BIGINT NOT NULL,
                ended_at BIGINT CHECK (ended_at >= started_at),
                PRIMARY KEY (session_id, person_id, source, started_at)
            ) \(clustered);
            CREATE INDEX connection_span_person ON connection_span(person_id);

            -- What the codes that a room shows are made with: one row.
            CREATE TABLE attendance_secret (
                number SMALLINT NOT NULL PRIMARY KEY CHECK (number = 1),
                secret TEXT NOT NULL CHECK (length(secret) = 64)
            ) \(clustered);
            INSERT INTO attendance_secret (number, secret) VALUES (1, \(randomText(dialect)));

            \(appendOnly(dialect))
            """
    }

    /// 64 hexadecimal digits that nobody can guess.
    private static func randomText(_ dialect: SQLDialect) -> String {
        switch dialect {
        case .sqlite: "lower(hex(randomblob(32)))"
        case .postgres: "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')"
        }
    }

    /// The database itself refuses what would change the log: the one thing here that is written for each engine.
    private static func appendOnly(_ dialect: SQLDialect) -> String {
        switch dialect {
        case .sqlite:
            """
            CREATE TRIGGER attendance_entry_stays BEFORE DELETE ON attendance_entry
            BEGIN SELECT RAISE(ABORT, 'the attendance log is append-only'); END;
            CREATE TRIGGER attendance_entry_same BEFORE UPDATE ON attendance_entry
            BEGIN SELECT RAISE(ABORT, 'the attendance log is append-only'); END;
            """
        case .postgres:
            """
            CREATE FUNCTION attendance_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'the attendance log is append-only' USING ERRCODE = 'check_violation'; END $$;
            CREATE TRIGGER attendance_entry_same BEFORE UPDATE OR DELETE ON attendance_entry
                FOR EACH ROW EXECUTE FUNCTION attendance_is_append_only();
            CREATE TRIGGER attendance_entry_stays BEFORE TRUNCATE ON attendance_entry
                FOR EACH STATEMENT EXECUTE FUNCTION attendance_is_append_only();
            """
        }
    }
}

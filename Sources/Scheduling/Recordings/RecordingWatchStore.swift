package import Accounts
package import Essentials
package import SQL

/// How long somebody had the recording of a session before them.
package struct RecordingWatch: Sendable, Hashable {
    package let person: Identifier<Person>
    /// By the server's clock: no more is believed than there was time for since then.
    package let firstAt: Instant
    package var lastAt: Instant
    /// When it was on the screen, by the browser's clock, in milliseconds since 1970: apart from each other, in order.
    package var spans: [Range<Int>]
    /// What of it is believed.
    package var seconds: Int

    package init(person: Identifier<Person>, firstAt: Instant, lastAt: Instant, spans: [Range<Int>], seconds: Int) {
        self.person = person
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.spans = spans
        self.seconds = seconds
    }
}

/// What is kept of the time for which recordings were watched.
package struct RecordingWatchStore: Sendable {
    package init() {}

    /// - Returns: `nil` for who never watched it.
    package func watch(
        of recording: String, of session: Identifier<ClassSession>, by person: Identifier<Person>,
        in reading: any ReadTransaction
    ) throws -> RecordingWatch? {
        try reading.first(RecordingWatchStatements.ofPerson, session, recording, person, map: Self.watch)
    }

    /// Of all who watched one of a session's recordings, by the recording's key.
    package func watches(
        of session: Identifier<ClassSession>, in reading: any ReadTransaction
    ) throws -> [String: [RecordingWatch]] {
        try reading.rows(RecordingWatchStatements.ofSession, session) { row in (row.text(5), Self.watch(row)) }
            .reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }

    package func keep(
        _ watch: RecordingWatch, of recording: String, of session: Identifier<ClassSession>,
        in writing: any WriteTransaction
    ) throws {
        let spans = watch.spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        try writing.run(
            RecordingWatchStatements.keep, session, recording, watch.person, watch.firstAt, watch.lastAt, spans,
            watch.seconds)
    }

    private static func watch(_ row: any Row) -> RecordingWatch {
        let spans = row.text(3).split(separator: ",").compactMap { span -> Range<Int>? in
            let ends = span.split(separator: "-").compactMap { Int($0) }
            return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
        }
        return RecordingWatch(
            person: row.id(0), firstAt: row.instant(1), lastAt: row.instant(2), spans: spans,
            seconds: row.int(4))
    }
}

/// The statements of what was watched.
package enum RecordingWatchStatements {
    /// The page of a recording, and each report of time.
    package static let ofPerson = Statement(
        "recordingWatch.ofPerson",
        """
        SELECT person_id, first_at, last_at, spans, seconds, recording FROM recording_watch
        WHERE session_id = $1 AND recording = $2 AND person_id = $3
        """)

    /// The page of a session.
    package static let ofSession = Statement(
        "recordingWatch.ofSession",
        "SELECT person_id, first_at, last_at, spans, seconds, recording FROM recording_watch WHERE session_id = $1")

    package static let keep = Statement(
        "recordingWatch.keep",
        """
        INSERT INTO recording_watch (session_id, recording, person_id, first_at, last_at, spans, seconds)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (session_id, recording, person_id)
        DO UPDATE SET last_at = excluded.last_at, spans = excluded.spans, seconds = excluded.seconds
        """)
}

extension SchedulingMigrations {
    static let watching = Migration("scheduling/0010-recordings-watched") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            -- A recording that its server deleted takes nothing of this with it.
            CREATE TABLE recording_watch (
                session_id TEXT NOT NULL REFERENCES class_session(id),
                recording TEXT NOT NULL,
                person_id TEXT NOT NULL REFERENCES person(id),
                first_at BIGINT NOT NULL,
                last_at BIGINT NOT NULL,
                spans TEXT NOT NULL,
                seconds BIGINT NOT NULL CHECK (seconds >= 0),
                PRIMARY KEY (session_id, recording, person_id)
            ) \(clustered);
            """
    }
}

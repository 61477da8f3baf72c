package import Essentials
package import SQL

/// What was recorded of a virtual class, where its server shows it.
package struct SessionRecording: Sendable, Hashable {
    /// The server's name for it.
    package let key: String
    package let address: String
    package let startedAt: Instant
    package let minutes: Int

    package init(key: String, address: String, startedAt: Instant, minutes: Int) {
        self.key = key
        self.address = address
        self.startedAt = startedAt
        self.minutes = minutes
    }
}

/// What is kept of recordings.
package struct SessionRecordingStore: Sendable {
    package init() {}

    /// The first first.
    package func recordings(
        of session: Identifier<ClassSession>, in reading: any ReadTransaction
    ) throws -> [SessionRecording] {
        try reading.rows(SessionRecordingStatements.recordings, session) { row in
            SessionRecording(key: row.text(0), address: row.text(1), startedAt: row.instant(2), minutes: row.int(3))
        }
    }

    /// Keeps what the server has now, instead of what it had: one that it deleted is no more shown.
    package func keep(
        _ recordings: [SessionRecording], of session: Identifier<ClassSession>, in writing: any WriteTransaction
    ) throws {
        try writing.run(SessionRecordingStatements.clear, session)
        for recording in recordings {
            try writing.run(
                SessionRecordingStatements.insert, session, recording.key, recording.address, recording.startedAt,
                recording.minutes)
        }
    }
}

/// The statements of recordings.
package enum SessionRecordingStatements {
    /// The page of a session.
    package static let recordings = Statement(
        "recordings.ofSession",
        "SELECT key, address, started_at, minutes FROM session_recording WHERE session_id = $1 ORDER BY started_at, key")

    package static let insert = Statement(
        "recordings.insert",
        """
        INSERT INTO session_recording (session_id, key, address, started_at, minutes) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (session_id, key) DO NOTHING
        """)

    package static let clear = Statement("recordings.clear", "DELETE FROM session_recording WHERE session_id = $1")
}

extension SchedulingMigrations {
    static let recordings = Migration("scheduling/0008-recordings") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            CREATE TABLE session_recording (
                session_id TEXT NOT NULL REFERENCES class_session(id),
                key TEXT NOT NULL,
                address TEXT NOT NULL,
                started_at BIGINT NOT NULL,
                minutes BIGINT NOT NULL CHECK (minutes >= 0),
                PRIMARY KEY (session_id, key)
            ) \(clustered);
            """
    }
}

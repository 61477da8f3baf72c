package import CourseContent
package import Essentials
package import SQL

/// What is to be done before a session, and what it is for: the flipped classroom. Neither is part of what is announced of a session.
package struct PreparationStore: Sendable {
    package init() {}

    /// Activities to do before one session.
    package static let most = 20

    /// In the order in which they were chosen.
    package func activities(
        before session: Identifier<ClassSession>, in reading: any ReadTransaction
    ) throws -> [Identifier<Activity>] {
        try reading.rows(PreparationStatements.activities, session) { $0.id(0) }
    }

    /// Keeps what is to be done before, instead of what was, and the activity of the course that the session is for.
    package func keep(
        _ activities: [Identifier<Activity>], for activity: Identifier<Activity>?, of session: Identifier<ClassSession>,
        in writing: any WriteTransaction
    ) throws {
        try writing.run(PreparationStatements.tie, session, activity)
        try writing.run(PreparationStatements.clear, session)
        for (position, before) in activities.enumerated() {
            try writing.run(PreparationStatements.insert, session, position, before)
        }
    }
}

/// The statements of what is to be done before sessions.
package enum PreparationStatements {
    /// The page of a session.
    package static let activities = Statement(
        "preparation.activities", "SELECT activity_id FROM session_preparation WHERE session_id = $1 ORDER BY position")

    package static let insert = Statement(
        "preparation.insert", "INSERT INTO session_preparation (session_id, position, activity_id) VALUES ($1, $2, $3)")

    package static let clear = Statement("preparation.clear", "DELETE FROM session_preparation WHERE session_id = $1")

    /// What a session is for changes nothing that anybody was told: no revision.
    package static let tie = Statement("preparation.tie", "UPDATE class_session SET activity_id = $2 WHERE id = $1")
}

extension SchedulingMigrations {
    static let preparation = Migration("scheduling/0007-preparation") { dialect in
        let clustered = dialect == .sqlite ? "WITHOUT ROWID" : ""
        return """
            CREATE TABLE session_preparation (
                session_id TEXT NOT NULL REFERENCES class_session(id),
                position BIGINT NOT NULL CHECK (position >= 0),
                activity_id TEXT NOT NULL REFERENCES activity(id),
                PRIMARY KEY (session_id, position),
                UNIQUE (session_id, activity_id)
            ) \(clustered);
            """
    }
}

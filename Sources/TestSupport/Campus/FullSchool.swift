package import SQL

/// A school of a realistic size, in every table: for query plans, which depend on how many rows there are. The rows follow the schema's
/// rules and mean nothing else.
package enum FullSchool {
    /// Tables that stay small in any school may be read whole.
    package static let large: Set = [
        "person", "membership", "sign_in_session", "access_token", "sign_in_throttle", "security_event", "activity",
        "activity_content",
        "enrolment", "course_state", "learning_event", "activity_state", "attempt", "attempt_answer",
        "attempt_step", "waiting_work", "quick_sentence", "follow_up", "follow_up_fact", "caseload_view", "staff_note",
        "conversation", "message", "message_edit", "conversation_reader", "point_purse", "point_entry", "point_balance",
        "learning_day",
        "card_review", "card_memory", "review_limits", "message_file",
        "class_session", "class_session_trainer", "class_session_change", "class_session_series", "session_preparation",
        "session_recording", "attendance_entry", "connection_span", "mentoring_meeting", "meeting_quarter", "mentoring_change",
        "mentoring_report", "device_test", "calendar_feed", "outbox", "outbox_cause", "mail_choice",
        "badge_award", "badge_share", "ladder_member",
        "placement_run", "placement_answer", "placement_ruling", "own_card", "can_do_answer",
        "call_request", "conversation_answer", "handover", "learner_contact", "message_place", "message_report", "message_search",
    ]

    /// Fills an empty database with the schema of Campus, and has the engine count its rows.
    package static func fill(_ database: any SQLDatabase) async throws {
        try await database.writeAlone { writing in
            for (rows, insertion) in insertions {
                let numbers = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < \(rows))"
                guard let place = insertion.firstRange(of: "SELECT ") else { throw SQLError.engine(insertion) }
                try writing.runScript(
                    "\(insertion[..<place.lowerBound]) \(numbers) \(insertion[place.lowerBound...]) FROM n")
            }
            try writing.runScript(words(writing.dialect))
            try writing.runScript("ANALYZE")
        }
    }

    /// The words of messages, which each engine keeps in its own way.
    private static func words(_ dialect: SQLDialect) -> String {
        switch dialect {
        case .sqlite:
            "INSERT INTO message_search (rowid, words) SELECT number, 'bonjour s' || number % 4000 FROM message_place"
        case .postgres:
            """
            INSERT INTO message_search (number, words)
            SELECT number, array_to_tsvector(ARRAY['bonjour', 's' || number % 4000]) FROM message_place
            """
        }
    }

    static func id(_ kind: String, _ number: String) -> String { "'\(kind)-' || (100000 + \(number))" }

    /// 64 signs.
    static func digest(_ number: String) -> String { "'\(String(repeating: "0", count: 52))' || (100000000000 + \(number))" }

    /// How many rows of what; `i` counts from 0.
    typealias Rows = (Int, String)

    /// In the order in which rows may stand.
    private static let insertions: [Rows] = accounts + courses + following + tutoring + games + scheduling + mail
}

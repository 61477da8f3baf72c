package import Accounts
package import Essentials
package import SQL

/// That somebody finds that a message should not stand there. The words of the message are kept with it, as they were: what was reported can be looked
/// at by who decides, though they may not read the conversation.
package struct MessageReport: Sendable, Hashable {
    package let id: Identifier<MessageReport>
    package let cohort: Identifier<Cohort>
    package let message: Identifier<Message>
    package let reporter: Identifier<Person>
    package let reason: ReportReason
    package let note: String?
    /// What the message said then.
    package let text: String
    package let at: Instant
    package let decision: Decision?

    package struct Decision: Sendable, Hashable {
        package let outcome: ReportOutcome
        package let by: Identifier<Person>
        package let at: Instant

        package init(outcome: ReportOutcome, by: Identifier<Person>, at: Instant) {
            self.outcome = outcome
            self.by = by
            self.at = at
        }
    }

    /// Characters of a note.
    package static let longestNote = 1000

    package init(
        id: Identifier<MessageReport>, cohort: Identifier<Cohort>, message: Identifier<Message>, reporter: Identifier<Person>,
        reason: ReportReason, note: String?, text: String, at: Instant, decision: Decision? = nil
    ) {
        self.id = id
        self.cohort = cohort
        self.message = message
        self.reporter = reporter
        self.reason = reason
        self.note = note
        self.text = text
        self.at = at
        self.decision = decision
    }
}

package enum ReportReason: String, Sendable, Hashable, Codable, CaseIterable {
    case insult, harassment
    case personalData = "personal-data"
    case offTopic = "off-topic"
    case other
}

package enum ReportOutcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// The words were taken away.
    case hidden
    /// It stays as it is.
    case left
}

/// The statements of reports.
package enum ReportStatements {
    /// Reported again by the same person, nothing changes.
    package static let insert = Statement(
        "tutoring.insertReport",
        """
        INSERT INTO message_report (id, cohort_id, message_id, reporter_id, reason, note, text, reported_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (message_id, reporter_id) DO NOTHING
        """)

    /// The page of reports: what waits in a cohort, the oldest first.
    package static let open = Statement(
        "tutoring.openReports",
        """
        SELECT id, cohort_id, message_id, reporter_id, reason, note, text, reported_at, outcome, settled_by, settled_at
        FROM message_report WHERE cohort_id = $1 AND outcome IS NULL ORDER BY reported_at, id LIMIT $2
        """)

    /// The page of reports: what was decided lately.
    package static let settled = Statement(
        "tutoring.settledReports",
        """
        SELECT id, cohort_id, message_id, reporter_id, reason, note, text, reported_at, outcome, settled_by, settled_at
        FROM message_report WHERE cohort_id = $1 AND settled_at >= $2 ORDER BY settled_at DESC, id DESC LIMIT $3
        """)

    /// A decision: what was said of a message.
    package static let ofMessage = Statement(
        "tutoring.reportsOfMessage",
        """
        SELECT id, cohort_id, message_id, reporter_id, reason, note, text, reported_at, outcome, settled_by, settled_at
        FROM message_report WHERE message_id = $1 ORDER BY reported_at, id
        """)

    package static let settle = Statement(
        "tutoring.settleReports",
        """
        UPDATE message_report SET outcome = $2, settled_by = $3, settled_at = $4 WHERE message_id = $1 AND outcome IS NULL
        """)

    /// The page of a conversation: what its reader reported.
    package static let reported = Statement(
        "tutoring.reportedBy", "SELECT message_id FROM message_report WHERE reporter_id = $1 ORDER BY reported_at DESC LIMIT $2")
}

/// What is kept of reports. Stateless; who may report and decide is checked above.
package struct ReportStore: Sendable {
    package init() {}

    /// Keeps a report. The same message reported again by the same person changes nothing.
    /// - Returns: whether it is new.
    /// - throws: ``TutoringError/reportNoteTooLong``.
    package func add(_ report: MessageReport, in writing: any WriteTransaction) throws -> Bool {
        let note = report.note?.trimmingWhitespace() ?? ""
        guard note.unicodeScalars.count <= MessageReport.longestNote, !note.utf8.contains(0) else {
            throw TutoringError.reportNoteTooLong
        }
        return try writing.run(
            ReportStatements.insert, report.id, report.cohort, report.message, report.reporter, report.reason.rawValue,
            note.isEmpty ? nil : note, report.text, report.at) == 1
    }

    /// What waits for a decision in a cohort, the oldest first.
    package func open(
        in cohort: Identifier<Cohort>, limit: Int = 200, in reading: any ReadTransaction
    ) throws -> [MessageReport] {
        try reading.rows(ReportStatements.open, cohort, limit) { try MessageReport($0) }
    }

    /// What was decided since a moment, the last first.
    package func settled(
        in cohort: Identifier<Cohort>, since: Instant, limit: Int = 100, in reading: any ReadTransaction
    ) throws -> [MessageReport] {
        try reading.rows(ReportStatements.settled, cohort, since, limit) { try MessageReport($0) }
    }

    package func reports(of message: Identifier<Message>, in reading: any ReadTransaction) throws -> [MessageReport] {
        try reading.rows(ReportStatements.ofMessage, message) { try MessageReport($0) }
    }

    /// Decides on everything that waits about a message.
    /// - Returns: how many reports were settled.
    package func settle(
        _ message: Identifier<Message>, _ decision: MessageReport.Decision, in writing: any WriteTransaction
    ) throws -> Int {
        try writing.run(ReportStatements.settle, message, decision.outcome.rawValue, decision.by, decision.at)
    }

    /// The messages that somebody reported, the last ones.
    package func reported(by person: Identifier<Person>, in reading: any ReadTransaction) throws -> Set<Identifier<Message>> {
        Set(try reading.rows(ReportStatements.reported, person, 500) { $0.id(0) })
    }
}

extension MessageReport {
    fileprivate init(_ row: any Row) throws {
        var decision: Decision?
        if !row.isNull(8) { decision = Decision(outcome: try row.value(8), by: row.id(9), at: row.instant(10)) }
        self.init(
            id: row.id(0), cohort: row.id(1), message: row.id(2), reporter: row.id(3), reason: try row.value(4),
            note: row.textOrNil(5), text: row.text(6), at: row.instant(7), decision: decision)
    }
}

package import Accounts
package import Essentials
import SQL
package import Tutoring

/// Messages that somebody finds out of place: reported with a reason, hidden or left by those who moderate there. What a private conversation is
/// about is decided by the coordinators of the cohort, from the words that were reported; whoever runs the installation decides nothing.
extension Campus {
    /// A report as who decides sees it.
    package struct ReportReading: Sendable {
        package let report: MessageReport
        package let cohort: Cohort
        package let kind: ConversationKind
        package let author: PersonName?
        package let reporter: PersonName?
        package let decidedBy: PersonName?
        /// Where the message stands, for who may read there.
        package let address: ConversationAddress?
        package let sequence: Int
    }

    package struct ReportsReading: Sendable {
        /// The oldest first.
        package let open: [ReportReading]
        /// Of the last month, the last decided first.
        package let settled: [ReportReading]
    }

    /// A message that one is about to report.
    package struct ReportableReading: Sendable {
        package let message: Message
        package let author: PersonName?
        package let address: ConversationAddress
        package let isReported: Bool
    }

    /// - throws: ``CampusError/notFound(_:)`` for a message that this person cannot report.
    package func reportable(_ id: Identifier<Message>, for viewer: Viewer) async throws -> ReportableReading {
        try await database.read { reading in
            let (conversation, message) = try reportable(id, for: viewer, in: reading)
            return ReportableReading(
                message: message, author: try people.person(message.author, in: reading)?.name,
                address: try address(of: conversation.place, in: reading),
                isReported: try reports.reports(of: id, in: reading).contains { $0.reporter == viewer.person.id })
        }
    }

    private func reportable(
        _ id: Identifier<Message>, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (Conversation, Message) {
        let (conversation, message, _) = try message(id, for: viewer, in: reading)
        guard message.author != viewer.person.id, message.removedAt == nil else {
            throw CampusError.notFound(.noSuchMessage)
        }
        return (conversation, message)
    }

    /// Reports a message that one may read. Reported again, nothing changes.
    /// - throws: ``CampusError/notFound(_:)`` also for one's own message and for one that was removed, ``CampusError/invalid(_:)``.
    package func report(
        _ id: Identifier<Message>, for reason: ReportReason, note: String?, by viewer: Viewer
    ) async throws {
        let now = clock.now
        try await withTutoring {
            try await database.write { writing in
                let (conversation, message) = try reportable(id, for: viewer, in: writing)
                _ = try reports.add(
                    MessageReport(
                        id: .new(at: now), cohort: conversation.place.cohort, message: id, reporter: viewer.person.id,
                        reason: reason, note: note, text: message.text, at: now), in: writing)
            }
        }
    }

    private static let settledShown: Int64 = 31 * 86_400

    /// What was reported in the cohorts that somebody follows, as far as they decide on it. One read.
    package func reports(for viewer: Viewer) async throws -> ReportsReading {
        let since = clock.now.adding(seconds: -Self.settledShown)
        return try await database.read { reading in
            var (open, settled): ([ReportReading], [ReportReading]) = ([], [])
            for id in viewer.roles.cohortsToReview {
                guard let cohort = try cohorts.cohort(id, in: reading) else { continue }
                open += try reports.open(in: id, in: reading).compactMap { try read($0, in: cohort, for: viewer, in: reading) }
                settled += try reports.settled(in: id, since: since, in: reading).compactMap {
                    try read($0, in: cohort, for: viewer, in: reading)
                }
            }
            return ReportsReading(
                open: open.sorted { ($0.report.at, $0.report.id) < ($1.report.at, $1.report.id) },
                settled: settled.sorted { ($0.report.decision?.at ?? since) > ($1.report.decision?.at ?? since) })
        }
    }

    /// How many reports wait for somebody's decision.
    func openReports(in cohort: Identifier<Cohort>, for viewer: Viewer, in reading: any ReadTransaction) throws -> Int {
        try reports.open(in: cohort, in: reading).count { report in
            try conversations.message(report.message, in: reading).map { decides(viewer, in: $0.conversation.place) } ?? false
        }
    }

    /// Hides a message that was reported, or leaves it.
    /// - throws: ``CampusError/notFound(_:)`` for who does not decide there and for a message that nobody reported,
    ///   ``CampusError/conflict(_:)`` when somebody decided already.
    package func decide(_ outcome: ReportOutcome, on id: Identifier<Message>, by viewer: Viewer) async throws {
        let now = clock.now
        try await database.write { writing in
            guard let (conversation, message) = try conversations.message(id, in: writing),
                decides(viewer, in: conversation.place), try !reports.reports(of: id, in: writing).isEmpty
            else { throw CampusError.notFound(.noSuchMessage) }
            let decision = MessageReport.Decision(outcome: outcome, by: viewer.person.id, at: now)
            guard try reports.settle(id, decision, in: writing) > 0 else { throw CampusError.conflict(.decidedAlready) }
            guard outcome == .hidden else { return }
            _ = try conversations.remove(message, of: conversation, by: viewer.person.id, at: now, in: writing)
            try writing.signal(.conversation(conversation.place))
        }
    }

    /// Who moderates a room decides there; on what is private, the coordinators of the cohort.
    private func decides(_ viewer: Viewer, in place: ConversationPlace) -> Bool {
        let roles = viewer.roles.roles(in: place.cohort)
        if place.kind.isPrivate { return roles.contains(.coordinator) && place.learner != viewer.person.id }
        return ConversationRights.of(roles, in: place.kind, isSubject: false).contains(.moderate)
    }

    private func read(
        _ report: MessageReport, in cohort: Cohort, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> ReportReading? {
        guard let (conversation, message) = try conversations.message(report.message, in: reading),
            decides(viewer, in: conversation.place)
        else { return nil }
        let mayRead = try rights(of: viewer, in: conversation.place, in: reading).contains(.read)
        return ReportReading(
            report: report, cohort: cohort, kind: conversation.place.kind,
            author: try people.person(message.author, in: reading)?.name,
            reporter: try people.person(report.reporter, in: reading)?.name,
            decidedBy: try report.decision.flatMap { try people.person($0.by, in: reading)?.name },
            address: mayRead ? try address(of: conversation.place, in: reading) : nil, sequence: message.sequence)
    }
}

extension Phrase {
    static let decidedAlready = Phrase(
        fr: "Quelqu’un a déjà décidé pour ce message.", en: "Somebody has decided on this message already.")
}

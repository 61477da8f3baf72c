import Essentials
import TestSupport

@testable import Accounts
@testable import Authoring
@testable import Campus
@testable import Tutoring
@testable import Web

/// Searching in messages, reporting them, deciding.
extension PageWorld {
    private var said: Message {
        Message(
            id: Self.id(650), sequence: 40, author: Self.tutor.person.id, postedAt: Self.yesterday,
            text: "Un <b>mot</b> d’été parmi beaucoup d’autres.", html: "<p>Un mot</p>")
    }

    private var place: Campus.ConversationAddress {
        Campus.ConversationAddress(cohort: Self.cohort.key, kind: .tutoring, subject: Self.learner.person.id.text)
    }

    private func report(_ outcome: ReportOutcome?) -> Campus.ReportReading {
        Campus.ReportReading(
            report: MessageReport(
                id: Self.id(660), cohort: Self.cohort.id, message: said.id, reporter: Self.learner.person.id, reason: .insult,
                note: outcome == nil ? "Pas <ici>." : nil, text: said.text, at: Self.yesterday,
                decision: outcome.map { .init(outcome: $0, by: Self.author.person.id, at: Self.now) }),
            cohort: Self.cohort, kind: .tutoring, author: Self.tutor.person.name, reporter: Self.learner.person.name,
            decidedBy: outcome == nil ? nil : Self.author.person.name, address: outcome == .left ? nil : place, sequence: 40)
    }

    func reporting(_ page: GoldenPage, _ language: Language) throws -> String {
        switch page {
        case .messageSearch:
            let listed = Campus.ListedConversation(
                address: place, cohort: Self.cohort, learner: Self.learner.person.name, group: nil, line: nil, lastAuthor: nil,
                isOwn: true)
            let hit = Campus.SearchHit(listed: listed, message: said, author: Self.tutor.person.name)
            let reading = Campus.SearchReading(query: "\"><b>été", terms: ["ete"], hits: [hit], next: 7)
            return render(MessageSearchPage(model: .init(reading)), language, for: Self.learner)
        case .messageSearchEmpty:
            let reading = Campus.SearchReading(query: "rien", terms: ["rien"], hits: [], next: nil)
            return render(MessageSearchPage(model: .init(reading)), language, for: Self.learner)
        case .reportMessage:
            let reading = Campus.ReportableReading(
                message: said, author: Self.tutor.person.name, address: place, isReported: false)
            let problem = Problem(CampusError.invalid("note", TutoringError.reportNoteTooLong.phrase))
            return render(
                ReportPage(model: .init(reading), typed: ["reason": "harassment", "note": "</textarea><b>"], problem: problem),
                language, for: Self.learner)
        case .reportedMessage:
            let reading = Campus.ReportableReading(
                message: said, author: Self.tutor.person.name, address: place, isReported: true)
            return render(ReportPage(model: .init(reading)), language, for: Self.learner)
        case .reportsEmpty:
            return render(ReportsPage(model: .init(.init(open: [], settled: []))), language, for: Self.tutor)
        default:
            let reading = Campus.ReportsReading(open: [report(nil)], settled: [report(.hidden), report(.left)])
            return render(ReportsPage(model: .init(reading)), language, for: Self.tutor)
        }
    }
}

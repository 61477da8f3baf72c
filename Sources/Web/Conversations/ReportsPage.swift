import Accounts
import Campus
import Essentials
import HTML
import Tutoring

/// Messages that were reported, for those who decide on them.
struct ReportsPage: Page {
    struct Model: Encodable, Sendable {
        /// The oldest first.
        let open: [Report]
        /// Of the last month.
        let settled: [Report]

        struct Report: Encodable, Sendable {
            let message: Identifier<Message>
            let cohort: String
            let cohortTitle: String
            let kind: ConversationKind
            let author: String
            let reporter: String
            let reason: ReportReason
            let note: String?
            /// What the message said then.
            let text: String
            let at: Instant
            /// Left out for who may not read there.
            let address: String?
            let outcome: ReportOutcome?
            let decidedBy: String?
            let decidedAt: Instant?
        }

        init(_ reading: Campus.ReportsReading) {
            open = reading.open.map(Report.init)
            settled = reading.settled.map(Report.init)
        }
    }

    let model: Model
    var menu: MenuEntry? { .today }

    func heading(_ words: Words) -> String { words(.reports) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.today)) {
                    words.icon("back")
                    " "
                    words(.todayTitle)
                }
                h1 { words(.reports) }
                p(.class("lead")) { words(.reportsLead) }
            }
            if model.open.isEmpty {
                div(.class("empty")) {
                    words.icon("done")
                    p(.class("empty-title")) { words(.noReport) }
                }
            }
            if !model.open.isEmpty {
                section(.aria(.labelledby, "open")) {
                    h2(.id("open")) { words(.openReports) }
                    ForEach(model.open) { ReportCard(report: $0, words: words) }
                }
            }
            if !model.settled.isEmpty {
                section(.aria(.labelledby, "settled")) {
                    h2(.id("settled")) { words(.settledReports) }
                    ForEach(model.settled) { ReportCard(report: $0, words: words) }
                }
            }
        }
    }
}

private struct ReportCard: View {
    let report: ReportsPage.Model.Report
    let words: Words

    var body: some Markup {
        section(.class("card")) {
            h3 { words(report.reason.phrase) }
            p(.class("quiet")) {
                report.cohortTitle + " · "
                words(.reportedBy(report.reporter, words.moment(report.at)))
            }
            p { words(.messageOf(report.author)) }
            div(.class("typed-text")) { report.text }
            if let note = report.note {
                p {
                    words.label(.reportNote)
                    note
                }
            }
            if let address = report.address { p { a(.href(address)) { words(.seeInPlace) } } }
            if let outcome = report.outcome, let at = report.decidedAt {
                p { strong { words(.decided(outcome, report.decidedBy ?? "", words.moment(at))) } }
            } else {
                form(.class("actions"), .method(.post), .action(Links.reportDecision(report.message.text))) {
                    button(.class("button button-danger"), .name("outcome"), .value("hidden")) { words(.hideMessage) }
                    button(.class("button"), .name("outcome"), .value("left")) { words(.leaveMessage) }
                }
            }
        }
    }
}

extension ReportsPage.Model.Report {
    init(_ reading: Campus.ReportReading) {
        let report = reading.report
        self.init(
            message: report.message, cohort: reading.cohort.key, cohortTitle: reading.cohort.title, kind: reading.kind,
            author: reading.author?.full ?? "", reporter: reading.reporter?.full ?? "", reason: report.reason,
            note: report.note, text: report.text, at: report.at,
            address: reading.address.map {
                Links.conversation($0) + "?before=\(reading.sequence + 25)#message-\(reading.sequence)"
            },
            outcome: report.decision?.outcome, decidedBy: reading.decidedBy?.full, decidedAt: report.decision?.at)
    }
}

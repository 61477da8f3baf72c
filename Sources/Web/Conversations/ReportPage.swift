import Accounts
import Campus
import Essentials
import HTML
import Tutoring

/// Saying that a message should not stand there.
struct ReportPage: Page {
    struct Model: Encodable, Sendable {
        let message: Identifier<Message>
        let author: String
        let text: String
        let postedAt: Instant
        /// Whether it stands in a private conversation: the coordinators decide, from these words.
        let isPrivate: Bool
        /// Whether who looks has reported it.
        let isReported: Bool
        /// Where it stands.
        let address: String

        init(_ reading: Campus.ReportableReading) {
            message = reading.message.id
            author = reading.author?.full ?? ""
            text = reading.message.text
            postedAt = reading.message.postedAt
            isPrivate = reading.address.kind.isPrivate
            isReported = reading.isReported
            address = Links.conversation(reading.address)
        }
    }

    let model: Model
    /// What was typed and refused.
    var typed: [String: String] = [:]
    var problem: Problem?
    var menu: MenuEntry? { .messages }

    func heading(_ words: Words) -> String { words(.reportMessage) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(model.address)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.messages.words)
                }
                h1 { words(.reportMessage) }
                p(.class("lead")) { words(model.isPrivate ? .reportPrivateLead : .reportLead) }
            }
            section(.class("card")) {
                p(.class("quiet")) { model.author + ", " + words.moment(model.postedAt) }
                div(.class("typed-text")) { model.text }
            }
            if model.isReported { p(.role(.status)) { words(.reportedAlready) } } else { asking(words) }
        }
    }

    private func asking(_ words: Words) -> some Markup {
        form(.class("form"), .method(.post), .action(Links.messageReports(model.message.text)), .novalidate()) {
            div(.class("field")) {
                label(.for("reason")) { words(.reportReason) }
                select(.class("input"), .id("reason"), .name("reason")) {
                    ForEach(ReportReason.allCases) { reason in
                        option(.value(reason.rawValue), .selected(typed["reason"] == reason.rawValue)) { words(reason.phrase) }
                    }
                }
            }
            NoteArea(
                id: "note", text: .reportNote, longest: MessageReport.longestNote, typed: typed["note"] ?? "",
                problem: problem, words: words)
            button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.reportMessage) }
        }
    }
}

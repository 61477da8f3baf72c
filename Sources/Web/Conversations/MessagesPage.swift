import Accounts
import Campus
import Essentials
import HTML
import Tutoring

/// Somebody's conversations: who waits for an answer, what is new.
struct MessagesPage: Page {
    struct Model: Encodable, Sendable {
        /// Learners who wait for an answer, the longest first.
        let waiting: [Row]
        let conversations: [Row]

        struct Row: Encodable, Sendable {
            let cohort: String
            let cohortTitle: String
            let kind: ConversationKind
            let subject: String
            /// Left out for one's own.
            let learner: String?
            let group: String?
            /// Of the activity or the class that it is about.
            let title: String?
            let lastAt: Instant?
            let lastAuthor: String?
            let lastText: String?
            let unread: Int
            /// How many of those that are not read mention one.
            let mentions: Int
            let waitingSince: Instant?
            /// Until when an answer was promised.
            let answerDueAt: Instant?
        }

        init(_ reading: Campus.ConversationsReading) {
            waiting = reading.waiting.map(Row.init)
            conversations = reading.others.map(Row.init)
        }
    }

    let model: Model
    let now: Instant
    var menu: MenuEntry? { .messages }

    func heading(_ words: Words) -> String { words(MenuEntry.messages.words) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) { h1 { words(MenuEntry.messages.words) } }
            MessageSearchForm(words: words)
            if !model.waiting.isEmpty {
                section(.aria(.labelledby, "waiting")) {
                    h2(.id("waiting")) { words(.waitForYou) }
                    ul(.class("rows")) { ForEach(model.waiting) { row($0, words) } }
                }
            }
            section(.aria(.labelledby, "all")) {
                h2(.id("all")) { words(.conversations) }
                if model.conversations.isEmpty { p(.class("quiet")) { words(.noConversation) } }
                ul(.class("rows")) { ForEach(model.conversations) { row($0, words) } }
            }
        }
    }

    private func row(_ row: Model.Row, _ words: Words) -> some Markup {
        li {
            a(.class("row"), .href(Links.conversation(row.cohort, row.kind, row.subject))) {
                span(.class("row-main")) {
                    strong {
                        ConversationTitle(
                            kind: row.kind, learner: row.learner, group: row.group, title: row.title, cohort: row.cohortTitle
                        ).text(words)
                    }
                    " "
                    span(.class("quiet small")) { detail(row, words) }
                    if let text = row.lastText {
                        " "
                        span(.class("message-preview")) {
                            if let author = row.lastAuthor { words.label(author) }
                            text.isEmpty ? words(.messageRemoved) : text
                        }
                    }
                }
                if let due = row.answerDueAt, due < now { span(.class("badge badge-danger")) { words(.answerIsLate) } }
                if row.mentions > 0 { span(.class("badge badge-here")) { words(.mentionsYou) } }
                if row.unread > 0 { span(.class("badge badge-here")) { words(.newMessages(row.unread)) } }
            }
        }
    }

    private func detail(_ row: Model.Row, _ words: Words) -> String {
        var parts: [String] = []
        if row.kind.isPrivate || row.kind == .group || row.kind.isByChoice { parts.append(row.cohortTitle) }
        if row.kind == .mentoring, row.learner != nil { parts.append(words(.asMentor)) }
        if let since = row.waitingSince, row.learner != nil {
            parts.append(words(.waitsSince(words.moment(since))))
        } else if let last = row.lastAt {
            parts.append(words.moment(last))
        }
        return parts.joined(separator: " · ")
    }
}

extension MessagesPage.Model.Row {
    init(_ listed: Campus.ListedConversation) {
        let text = listed.line?.lastText.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.init(
            cohort: listed.address.cohort, cohortTitle: listed.cohort.title, kind: listed.address.kind,
            subject: listed.address.subject, learner: listed.isOwn ? nil : listed.learner?.full, group: listed.group?.title,
            title: listed.title, lastAt: listed.line?.conversation.lastAt, lastAuthor: listed.lastAuthor?.full,
            lastText: text.map { $0.count > 120 ? String($0.prefix(119)) + "…" : $0 }, unread: listed.line?.unread ?? 0,
            mentions: listed.mentions,
            waitingSince: listed.line?.conversation.waitingSince, answerDueAt: listed.answerDue)
    }
}

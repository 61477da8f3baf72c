import Accounts
import Campus
import Essentials
import HTML
import Tutoring

/// Messages with certain words, among those that one may read.
struct MessageSearchPage: Page {
    struct Model: Encodable, Sendable {
        let query: String
        let results: [Result]
        /// The address of the next page.
        let next: String?

        struct Result: Encodable, Sendable {
            let cohort: String
            let cohortTitle: String
            let kind: ConversationKind
            let subject: String
            /// Left out for one's own.
            let learner: String?
            let group: String?
            let title: String?
            let message: Identifier<Message>
            let sequence: Int
            let author: String
            let postedAt: Instant
            /// Some words around the first one that was looked for.
            let excerpt: String
            /// Where it stands.
            let address: String
        }

        init(_ reading: Campus.SearchReading) {
            query = reading.query
            results = reading.hits.map { Result($0, reading.terms) }
            next = reading.next.map { Links.messageSearch(reading.query, before: $0) }
        }
    }

    let model: Model
    var menu: MenuEntry? { .messages }

    func heading(_ words: Words) -> String { words(.searchMessages) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.messages)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.messages.words)
                }
                h1 { words(.searchMessages) }
            }
            MessageSearchForm(query: model.query, words: words)
            if !model.query.isEmpty {
                p(.role(.status)) { words(model.results.isEmpty ? .nothingFound : .newestFirst) }
            }
            ul(.class("rows")) {
                ForEach(model.results) { result in
                    li {
                        a(.class("row"), .href(result.address)) {
                            span(.class("row-main")) {
                                strong {
                                    ConversationTitle(
                                        kind: result.kind, learner: result.learner, group: result.group, title: result.title,
                                        cohort: result.cohortTitle
                                    ).text(words)
                                }
                                " "
                                span(.class("quiet small")) { words.moment(result.postedAt) }
                                " "
                                span(.class("search-excerpt")) {
                                    words.label(result.author)
                                    result.excerpt
                                }
                            }
                        }
                    }
                }
            }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
        }
    }
}

/// A field to look for messages.
struct MessageSearchForm: View {
    var query = ""
    let words: Words

    var body: some Markup {
        form(.class("form search"), .method(.get), .action(Links.messageSearch), .role(.search)) {
            div(.class("field")) {
                label(.for("q")) { words(.searchMessages) }
                input(
                    .class("input"), .id("q"), .name("q"), .type(.search), .value(query), .maxlength(200), .autocomplete("off"))
            }
            button(.class("button")) { words(.searchButton) }
        }
    }
}

extension MessageSearchPage.Model.Result {
    init(_ hit: Campus.SearchHit, _ terms: [String]) {
        let (listed, message) = (hit.listed, hit.message)
        self.init(
            cohort: listed.address.cohort, cohortTitle: listed.cohort.title, kind: listed.address.kind,
            subject: listed.address.subject, learner: listed.isOwn ? nil : listed.learner?.full, group: listed.group?.title,
            title: listed.title, message: message.id, sequence: message.sequence, author: hit.author?.full ?? "",
            postedAt: message.postedAt, excerpt: Self.excerpt(of: message.text, around: terms),
            // With what came after it, so that one sees what it led to.
            address: Links.conversation(listed.address) + "?before=\(message.sequence + 25)#message-\(message.sequence)")
    }

    /// Some words around the first one that was looked for.
    static func excerpt(of text: String, around terms: [String]) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        let place = words.firstIndex { word in
            let folded = String(word).folded
            return terms.contains { folded.contains($0) }
        }
        let first = max(0, (place ?? 0) - 10)
        let last = min(words.count, first + 30)
        return (first > 0 ? "… " : "") + words[first..<last].joined(separator: " ") + (last < words.count ? " …" : "")
    }
}

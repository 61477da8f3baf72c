import Accounts
import Campus
import CourseContent
import Essentials
import HTML
import Tutoring

/// Everything that waits for a mark over the cohorts that a person follows, the oldest first.
struct ToMarkPage: Page {
    struct Model: Encodable, Sendable {
        /// How much waits in all.
        let total: Int
        let items: [Item]
        /// The address of the next page of the list.
        let next: String?

        struct Item: Encodable, Sendable {
            let kind: WaitingWork.Kind
            /// The id of the attempt or of the submission.
            let work: String
            /// Where it is marked.
            let address: String
            let person: String
            let givenName: String
            let familyName: String
            let cohort: String
            let cohortTitle: String
            let course: String
            let courseTitle: String
            let courseLanguage: Language
            let activity: String
            let title: String
            let language: Language
            let sentAt: Instant
        }

        init(_ reading: Campus.QueueReading) {
            total = reading.total
            items = reading.items.map(Item.init)
            next = reading.next.map { Links.toMark(after: $0) }
        }
    }

    let model: Model
    let now: Instant
    var menu: MenuEntry? { .toMark }

    func heading(_ words: Words) -> String { words(.toMark) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page page-wide"), .tabindex(-1)) {
            header(.class("page-head")) {
                h1 { words(.toMark) }
                if model.total > 0 { p(.class("lead")) { words(.waitingCount(model.total)) } }
            }
            if model.items.isEmpty {
                div(.class("empty")) {
                    words.icon("done")
                    p(.class("empty-title")) { words(.nothingToMark) }
                    p { words(.nothingToMarkAdvice) }
                }
            } else {
                if let first = model.items.first {
                    p(.class("actions")) {
                        a(.class("button button-main"), .href(first.address)) { words(.beginMarking) }
                    }
                }
                list(words)
            }
            if let next = model.next {
                nav(.class("pager"), .aria(.label, words(.pages))) {
                    a(.class("button"), .rel("next"), .href(next)) { words(.followingPage) }
                }
            }
            if !model.items.isEmpty { TableDownload(page: Links.toMark, words: words) }
            p { a(.href(Links.sentences)) { words(.mySentences) } }
        }
    }

    private func list(_ words: Words) -> some Markup {
        div(.class("data-scroll"), .role(.region), .tabindex(0), .aria(.labelledby, "queue")) {
            table(.class("data")) {
                caption(.id("queue")) { words(.oldestFirst) }
                thead {
                    tr {
                        th(.scope(.column)) { words(.workToRead) }
                        th(.scope(.column)) { words(.name) }
                        th(.scope(.column)) { words(.cohort) }
                        th(.scope(.column)) { words(.course) }
                        th(.scope(.column)) { words(.waitsSince) }
                    }
                }
                tbody {
                    ForEach(model.items) { item in
                        tr {
                            th(.scope(.row)) {
                                a(.href(item.address), .lang(words.lang(of: item.language))) { item.title }
                            }
                            td(.data("label", words(.name))) {
                                a(.href(Links.learner(item.cohort, item.person))) { "\(item.familyName) \(item.givenName)" }
                            }
                            td(.data("label", words(.cohort))) { item.cohortTitle }
                            td(.data("label", words(.course))) {
                                span(.lang(words.lang(of: item.courseLanguage))) { item.courseTitle }
                            }
                            td(.data("label", words(.waitsSince))) { words.daysAgo(item.sentAt, now: now) }
                        }
                    }
                }
            }
        }
    }
}

extension ToMarkPage.Model.Item {
    init(_ queued: Campus.QueuedWork) {
        kind = queued.work.kind
        work = queued.work.work
        address = queued.address
        person = queued.work.person.text
        givenName = queued.givenName
        familyName = queued.familyName
        cohort = queued.cohort.key
        cohortTitle = queued.cohort.title
        course = queued.course.outline.key
        courseTitle = queued.course.outline.title
        courseLanguage = queued.course.outline.language
        activity = queued.activity.id
        title = queued.activity.title
        language = queued.activity.language
        sentAt = queued.work.sentAt
    }
}

extension Campus.QueuedWork {
    /// Where it is marked.
    var address: String {
        switch work.kind {
        case .attempt: Links.marking(cohort.key, work.work)
        case .submission: Links.handedIn(work.work)
        }
    }
}

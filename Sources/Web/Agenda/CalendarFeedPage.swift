import Campus
import Essentials
import HTML

/// The secret address at which a calendar program reads one's sessions: made, shown once, taken back.
struct CalendarFeedPage: Page {
    struct Model: Encodable, Sendable {
        /// `nil` when there is no address.
        let madeAt: Instant?
        /// Only just after it was made.
        let address: String?
    }

    let model: Model
    var menu: MenuEntry? { .agenda }

    func heading(_ words: Words) -> String { words(.calendarFeed) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.agenda)) {
                    words.icon("back")
                    " "
                    words(MenuEntry.agenda.words)
                }
                h1 { words(.calendarFeed) }
                p(.class("lead")) { words(.calendarFeedLead) }
            }
            if let address = model.address { made(address, words) }
            section(.class("card"), .aria(.labelledby, "address")) {
                h2(.id("address")) { words(.calendarAddress) }
                if let madeAt = model.madeAt {
                    p { words(.calendarMade(words.moment(madeAt))) }
                    if model.address == nil { p(.class("quiet")) { words(.calendarReplaceHint) } }
                } else {
                    p { words(.noCalendarAddress) }
                }
                form(.class("actions"), .method(.post), .action(Links.calendarFeed)) {
                    button(.class("button button-main")) {
                        words(model.madeAt == nil ? .makeCalendarAddress : .replaceCalendarAddress)
                    }
                }
                if model.madeAt != nil {
                    form(.class("actions"), .method(.post), .action(Links.revokeCalendarFeed)) {
                        button(.class("button button-danger")) { words(.revokeCalendarAddress) }
                    }
                }
            }
        }
    }

    private func made(_ address: String, _ words: Words) -> some Markup {
        div(.class("notice notice-right"), .role(.status)) {
            words.icon("done")
            div {
                p { strong { words(.calendarAddressOnce) } }
                p { code { address } }
                p { words(.calendarAddressUse) }
            }
        }
    }
}

import Accounts
import Campus
import Essentials
import HTML

/// An account that was just made, or a password that was just given: shown once.
struct FreshAccountPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let person: String
        let login: String
        let name: String
        let password: String
    }

    let model: Model
    var title = Phrase.accountMade
    /// `nil` for the people of the cohort.
    var back: String?
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(title) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(back ?? Links.cohortPeople(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { words(title) }
                p(.class("lead")) { model.name }
            }
            div(.class("notice notice-info"), .role(.status)) {
                words.icon("info")
                div { p { words(.shownOnce) } }
            }
            dl(.class("terms")) {
                dt { words(.loginLabel) }
                dd { strong { model.login } }
                dt { words(.passwordOnce) }
                dd { strong { model.password } }
            }
        }
    }
}

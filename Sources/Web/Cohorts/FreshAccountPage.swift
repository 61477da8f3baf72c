import Accounts
import Campus
import Essentials
import HTML

/// An account that was just made, with its password: shown once.
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
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.accountMade) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohortPeople(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { words(.accountMade) }
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

import Essentials
import HTML

/// The door.
struct SignInPage: Page {
    struct Model: Encodable, Sendable {
        /// Where one goes once signed in.
        let next: String
        /// Whether a link by mail can be asked for.
        var sendsLinks = false
    }

    let model: Model
    var login = ""
    var problem: Problem?

    func heading(_ words: Words) -> String { words(.signIn) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("door-main"), .tabindex(-1)) {
            h1 { words(.signIn) }
            p(.class("lead")) { words(.signInLead) }
            form(.class("form"), .method(.post), .action("/sign-in"), .novalidate()) {
                if let problem {
                    div(.class("notice notice-danger"), .role(.alert)) {
                        words.icon("warning")
                        div { p { words(problem.detail) } }
                    }
                }
                input(.type(.hidden), .name("next"), .value(model.next))
                div(.class("field")) {
                    label(.for("login")) { words(.login) }
                    p(.class("field-hint"), .id("login-hint")) { words(.loginHint) }
                    input(
                        .class("input"), .id("login"), .name("login"), .type(.text), .value(login), .autocomplete("username"),
                        .attribute("autocapitalize", "none"), .spellcheck(false), .required(),
                        .aria(.describedby, "login-hint"))
                }
                div(.class("field")) {
                    label(.for("password")) { words(.password) }
                    input(
                        .class("input"), .id("password"), .name("password"), .type(.password),
                        .autocomplete("current-password"), .required())
                }
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.signIn) }
                }
            }
            if model.sendsLinks { p { a(.href(Links.signInLink)) { words(.signInByLink) } } }
            p(.class("quiet")) { words(.signInHelp) }
        }
    }
}

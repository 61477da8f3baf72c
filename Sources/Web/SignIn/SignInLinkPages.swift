import Campus
import Essentials
import HTML

/// Asking for a link by mail. The answer is the same whoever asks.
struct LinkRequestPage: Page {
    struct Model: Encodable, Sendable {
        let isSent: Bool
    }

    let model: Model
    var login = ""
    var problem: Problem?

    func heading(_ words: Words) -> String { words(.signInByLink) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("door-main"), .tabindex(-1)) {
            h1 { words(.signInByLink) }
            if model.isSent {
                div(.class("notice notice-right"), .role(.status)) {
                    words.icon("done")
                    div { p { words(.linkIsOnItsWay) } }
                }
                p(.class("quiet")) { words(.noLinkCame) }
            } else {
                p(.class("lead")) { words(.signInByLinkLead) }
                form(.class("form"), .method(.post), .action(Links.signInLink), .novalidate()) {
                    if let problem {
                        div(.class("notice notice-danger"), .role(.alert)) {
                            words.icon("warning")
                            div { p { words(problem.fields.first?.message ?? problem.detail) } }
                        }
                    }
                    div(.class("field")) {
                        label(.for("login")) { words(.login) }
                        input(
                            .class("input"), .id("login"), .name("login"), .type(.text), .value(login),
                            .autocomplete("username"), .attribute("autocapitalize", "none"), .spellcheck(false), .required())
                    }
                    div(.class("actions")) {
                        button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.sendMeALink) }
                    }
                }
            }
            p { a(.href(Links.signIn())) { words(.signInByPassword) } }
        }
    }
}

/// Where the link leads: a button, because programs that look at mail follow links too.
struct LinkPage: Page {
    struct Model: Encodable, Sendable {
        let isGood: Bool
    }

    let model: Model
    let secret: String

    func heading(_ words: Words) -> String { words(.signIn) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("door-main"), .tabindex(-1)) {
            h1 { words(.signIn) }
            if model.isGood {
                form(.class("form"), .method(.post), .action(Links.signInLink(secret))) {
                    div(.class("actions")) {
                        button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.getIn) }
                    }
                }
            } else {
                p(.class("lead")) { words(.linkIsSpent) }
                p { a(.class("button"), .href(Links.signInLink)) { words(.sendMeALink) } }
            }
        }
    }
}

/// Where a card leads: its number is asked for.
struct SignInCardPage: Page {
    struct Model: Encodable, Sendable {
        let givenName: String
    }

    let model: Model
    let secret: String
    var problem: Problem?

    func heading(_ words: Words) -> String { words(.signIn) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("door-main"), .tabindex(-1)) {
            h1 { words(.hello(model.givenName)) }
            form(.class("form"), .method(.post), .action(Links.signInCard(secret)), .novalidate()) {
                div(.class("field"), .class("field-wrong", when: problem != nil)) {
                    label(.for("pin")) { words(.cardPin) }
                    p(.class("field-hint"), .id("pin-hint")) { words(.cardPinHint) }
                    input(
                        .class("input"), .id("pin"), .name("pin"), .type(.password), .autocomplete("one-time-code"),
                        .attribute("inputmode", "numeric"), .required(),
                        .aria(.describedby, problem == nil ? "pin-hint" : "pin-hint pin-error"),
                        .attribute("aria-invalid", problem == nil ? nil : "true"))
                    if let problem {
                        p(.class("field-error"), .id("pin-error"), .role(.alert)) {
                            words.icon("warning")
                            " "
                            words(problem.fields.first?.message ?? problem.detail)
                        }
                    }
                }
                div(.class("actions")) {
                    button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.getIn) }
                }
            }
            p { a(.href(Links.signIn())) { words(.signInByPassword) } }
        }
    }
}

import Accounts
import Campus
import Essentials
import HTML

/// The learners of a cohort, to help them in.
struct SignInCardsPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let learners: [Learner]

        struct Learner: Encodable, Sendable {
            let person: String
            let name: String
            let login: String
            /// Missing for no card.
            let cardMadeAt: Instant?
            let mayHelp: Bool
        }

        init(_ cohort: Cohort, _ learners: [Campus.SignInHelp]) {
            self.cohort = cohort.key
            cohortTitle = cohort.title
            self.learners = learners.map { line in
                Learner(
                    person: line.person.id.text, name: line.person.name.full, login: line.person.login,
                    cardMadeAt: line.cardMadeAt, mayHelp: line.mayHelp)
            }
        }
    }

    let model: Model
    var problem: Problem?
    var menu: MenuEntry? { .cohorts }

    private var helped: [Model.Learner] { model.learners.filter(\.mayHelp) }

    func heading(_ words: Words) -> String { words(.helpSignIn) + " · " + model.cohortTitle }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohort(model.cohort))) {
                    words.icon("back")
                    " "
                    model.cohortTitle
                }
                h1 { words(.helpSignIn) }
                p(.class("lead")) { words(.helpSignInLead) }
            }
            if helped.isEmpty { p(.class("quiet")) { words(.noLearner) } } else { cards(words) }
            others(words)
        }
    }

    private func cards(_ words: Words) -> some Markup {
        form(.class("form card"), .method(.post), .action(Links.cards(model.cohort)), .novalidate()) {
            h2 { words(.makeCards) }
            p { words(.makeCardsLead) }
            if let problem {
                div(.class("notice notice-danger"), .role(.alert)) {
                    words.icon("warning")
                    div { p { words(problem.fields.first?.message ?? problem.detail) } }
                }
            }
            fieldset(.class("field")) {
                legend { words(.forWhom) }
                ForEach(helped) { learner in
                    label(.class("choice")) {
                        // Whoever has one keeps it, unless it is asked for.
                        input(
                            .type(.checkbox), .name("people"), .value(learner.person), .checked(learner.cardMadeAt == nil))
                        span {
                            learner.name
                            if let madeAt = learner.cardMadeAt {
                                " "
                                span(.class("quiet")) { words(.hasCardSince(words.moment(madeAt))) }
                            }
                        }
                    }
                }
            }
            div(.class("actions")) {
                button(.class("button button-main"), .data("busy", words(.oneMoment))) { words(.makeCards) }
            }
        }
    }

    private func others(_ words: Words) -> some Markup {
        section(.aria(.labelledby, "one-by-one")) {
            h2(.id("one-by-one")) { words(.oneByOne) }
            ForEach(helped) { learner in
                details(.class("more")) {
                    summary { learner.name + ", " + learner.login }
                    div(.class("actions")) {
                        form(.method(.post), .action(Links.newPassword(model.cohort, learner.person))) {
                            button(.class("button")) {
                                words(.newPasswordMade)
                                span(.class("visually-hidden")) { " · " + learner.name }
                            }
                        }
                        if learner.cardMadeAt != nil {
                            form(.method(.post), .action(Links.cardRevocation(model.cohort, learner.person))) {
                                button(.class("button")) {
                                    words(.revokeCard)
                                    span(.class("visually-hidden")) { " · " + learner.name }
                                }
                            }
                        }
                    }
                    p(.class("quiet small")) { words(.newPasswordHelp) }
                }
            }
        }
    }
}

/// Cards that were just made, to print and cut: shown once.
struct SignInCardSheetPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let organisation: String
        let cards: [Card]
    }

    struct Card: Encodable, Sendable {
        let person: String
        let name: String
        let login: String
        /// What the QR code holds.
        let address: String
        let pin: String
    }

    let model: Model
    var menu: MenuEntry? { .cohorts }

    func heading(_ words: Words) -> String { words(.cardsToPrint) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cards(model.cohort))) {
                    words.icon("back")
                    " "
                    words(.helpSignIn)
                }
                h1 { words(.cardsToPrint) }
                div(.class("notice notice-info"), .role(.status)) {
                    words.icon("info")
                    div { p { words(.cardsShownOnce) } }
                }
            }
            ul(.class("sign-in-cards")) {
                ForEach(model.cards) { card in
                    li(.class("sign-in-card")) {
                        if let code = QRCode(card.address) {
                            svg(
                                .class("qr"), .viewBox("0 0 \(code.side) \(code.side)"), .role(.image),
                                .aria(.label, words(.qrCode)), .focusable(false)
                            ) { HTML.path(.attribute("d", code.path)) }
                        }
                        div {
                            p { strong { card.name } }
                            p(.class("small")) { model.organisation }
                            p(.class("small")) { words(.cardHow) }
                        }
                        p(.class("sign-in-pin")) {
                            span { words(.cardCut(card.name)) }
                            " "
                            strong { card.pin.prefix(3) + " " + card.pin.suffix(3) }
                        }
                    }
                }
            }
        }
    }
}

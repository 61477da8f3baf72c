import Accounts
import Campus
import Essentials
import Gamification
import HTML

/// What a cohort tries together, and whether it has a ladder: for who decides on it.
struct GamesPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let hasLadder: Bool
        let challenges: [ChallengeModel]

        init(_ games: Campus.CohortGames) {
            cohort = games.cohort.key
            cohortTitle = games.cohort.title
            hasLadder = games.hasLadder
            challenges = games.challenges.map(ChallengeModel.init)
        }
    }

    let model: Model
    var problem: Problem?
    /// What was typed, by the name of the field.
    var typed: [String: String] = [:]
    var menu: MenuEntry? { .cohorts }

    private var isLadderRefused: Bool { problem?.fields.contains { $0.field == "areAdults" } ?? false }

    func heading(_ words: Words) -> String { words(.gamesOfCohort) + " · " + model.cohortTitle }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.cohortPeople(model.cohort))) {
                    words.icon("back")
                    " "
                    words(.peopleAndCourses)
                }
                h1 { words(.gamesOfCohort) }
                p(.class("quiet")) { model.cohortTitle }
            }
            section(.class("stack"), .aria(.labelledby, "challenges")) {
                h2(.id("challenges")) { words(.together) }
                p { words(.challengesLead) }
                if model.challenges.isEmpty { p(.class("quiet")) { words(.noChallenge) } }
                ForEach(model.challenges) { challenge in
                    div(.class("stack")) {
                        ChallengeView(challenge: challenge, words: words)
                        form(
                            .class("actions"), .method(.post), .action(Links.challengeRemoval(model.cohort, challenge.id))
                        ) {
                            button(.class("button button-quiet")) {
                                words(.removeChallenge)
                                span(.class("visually-hidden")) { " : \(challenge.title)" }
                            }
                        }
                    }
                }
                details(.class("more"), .open(problem != nil && !isLadderRefused)) {
                    summary { words(.newChallenge) }
                    challengeForm(words)
                }
            }
            ladder(words)
        }
    }

    private func challengeForm(_ words: Words) -> some Markup {
        let problem = isLadderRefused ? nil : problem
        return form(.class("form"), .method(.post), .action(Links.challenges(model.cohort)), .novalidate()) {
            FormProblem(problem: problem, words: words)
            TextField(
                name: "title", text: .challengeTitle, value: typed["title"] ?? "", problem: problem, words: words)
            fieldset(.class("field")) {
                legend { words(.challengeKind) }
                ForEach(TeamChallenge.Kind.allCases) { kind in
                    label(.class("choice")) {
                        input(
                            .type(.radio), .name("kind"), .value(kind.rawValue),
                            .checked((typed["kind"] ?? TeamChallenge.Kind.sum.rawValue) == kind.rawValue))
                        span { words(kind.phrase) }
                    }
                }
                if let wrong = problem?.fields.first(where: { $0.field == "kind" })?.message {
                    FieldError(id: "kind-error", message: wrong, words: words)
                }
            }
            TextField(
                name: "target", text: .challengeTarget, value: typed["target"] ?? "", problem: problem, words: words)
            TextField(
                name: "from", text: .challengeFrom, value: typed["from"] ?? "", type: .date, problem: problem, words: words)
            TextField(
                name: "until", text: .challengeUntil, value: typed["until"] ?? "", type: .date, problem: problem, words: words)
            div(.class("actions")) { button(.class("button")) { words(.addChallenge) } }
        }
    }

    private func ladder(_ words: Words) -> some Markup {
        section(.class("stack"), .aria(.labelledby, "ladder")) {
            h2(.id("ladder")) { words(.ladderTitle) }
            p { words(model.hasLadder ? .cohortHasLadder : .cohortHasNoLadder) }
            form(.class("form"), .method(.post), .action(Links.ladderChoice(model.cohort)), .novalidate()) {
                if isLadderRefused { FormProblem(problem: problem, words: words) }
                input(.type(.hidden), .name("isOpen"), .value(model.hasLadder ? "no" : "yes"))
                if !model.hasLadder {
                    label(.class("choice")) {
                        input(.type(.checkbox), .name("areAdults"), .value("yes"))
                        span { words(.areAdults) }
                    }
                }
                div(.class("actions")) { button(.class("button")) { words(model.hasLadder ? .closeLadder : .openLadder) } }
            }
        }
    }
}

extension TeamChallenge.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .sum: Phrase(fr: "Des points gagnés tous ensemble", en: "Points that all earn together")
        case .share:
            Phrase(
                fr: "La part de la promo qui gagne au moins un point, en %",
                en: "The share of the cohort that earns a point, in %")
        }
    }
}

extension Phrase {
    static let challengesLead = Phrase(
        fr: "Un défi se gagne ensemble, contre personne. Seul le total se voit, jamais qui a fait combien.",
        en: "A challenge is won together, against nobody. Only the total is seen, never who did how much.")
    static let noChallenge = Phrase(fr: "Aucun défi en ce moment.", en: "No challenge at the moment.")
    static let newChallenge = Phrase(fr: "Proposer un défi", en: "Propose a challenge")
    static let challengeTitle = Phrase(fr: "Titre", en: "Title")
    static let challengeKind = Phrase(fr: "Ce qui compte", en: "What counts")
    static let challengeTarget = Phrase(fr: "But", en: "Aim")
    static let challengeFrom = Phrase(fr: "Premier jour", en: "First day")
    static let challengeUntil = Phrase(fr: "Dernier jour", en: "Last day")
    static let addChallenge = Phrase(fr: "Proposer", en: "Propose")
    static let removeChallenge = Phrase(fr: "Retirer ce défi", en: "Remove this challenge")
    static let cohortHasLadder = Phrase(
        fr: "Cette promo a une échelle : y est qui le veut, sous un nom choisi, et chacun ne voit que ses voisins.",
        en: "This cohort has a ladder: whoever wants stands on it, under a chosen name, and everybody sees their neighbours only."
    )
    static let cohortHasNoLadder = Phrase(
        fr: "Cette promo n’a pas d’échelle. Elle n’est pas faite pour des mineurs.",
        en: "This cohort has no ladder. It is not made for minors.")
    static let areAdults = Phrase(
        fr: "Tout le monde dans cette promo est majeur, ou ses responsables légaux sont d’accord.",
        en: "Everybody in this cohort is of age, or their legal guardians agree.")
    static let openLadder = Phrase(fr: "Ouvrir l’échelle", en: "Open the ladder")
    static let closeLadder = Phrase(fr: "Fermer l’échelle", en: "Close the ladder")
}

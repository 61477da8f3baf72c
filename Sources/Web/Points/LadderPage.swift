import Accounts
import Campus
import Essentials
import Gamification
import HTML

/// The ladder of a week, as one of those on it sees it: the nearest rungs and no others.
struct LadderPage: Page {
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let week: CalendarDay
        /// The name that one chose; left out for who does not stand on it.
        let name: String?
        let rungs: [Rung]

        struct Rung: Encodable, Sendable {
            let rank: Int
            let name: String
            let points: Int
            let isOwn: Bool
        }

        init(_ reading: Campus.LadderReading) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            week = reading.week
            name = reading.name
            rungs = reading.rungs.map { Rung(rank: $0.rank, name: $0.name, points: $0.points, isOwn: $0.isOwn) }
        }
    }

    let model: Model
    var problem: Problem?
    var typed: String?
    var menu: MenuEntry? { .profile }

    func heading(_ words: Words) -> String { words(.ladderTitle) }

    func content(_ words: Words) -> some Markup {
        HTML.main(.id("main"), .class("page"), .tabindex(-1)) {
            header(.class("page-head")) {
                a(.class("back"), .href(Links.points)) {
                    words.icon("back")
                    " "
                    words(.myPoints)
                }
                h1 { words(.ladderTitle) }
                p(.class("lead")) { model.cohortTitle }
            }
            p { words(.ladderLead) }
            if !model.rungs.isEmpty {
                ol(.class("rows")) {
                    ForEach(model.rungs) { rung in
                        li(.class("row")) {
                            span(.class("row-main")) {
                                words(.rung(rung.rank)) + " "
                                if rung.isOwn { strong { rung.name + " " + words(.ownRung) } } else { rung.name }
                            }
                            span(.class("badge")) { words(.pointCount(rung.points)) }
                        }
                    }
                }
            }
            form(.class("form card"), .method(.post), .action(Links.ladder(model.cohort)), .novalidate()) {
                FormProblem(problem: problem, words: words)
                TextField(
                    name: "name", text: .ladderName, value: typed ?? model.name ?? "", hint: .ladderNameHint, problem: problem,
                    words: words)
                div(.class("actions")) {
                    button(.class("button button-main")) { words(model.name == nil ? .joinLadder : .changeLadderName) }
                }
            }
            if model.name != nil {
                form(.class("actions"), .method(.post), .action(Links.leaveLadder(model.cohort))) {
                    button(.class("button button-quiet")) { words(.leaveLadder) }
                }
            }
        }
    }
}

extension Phrase {
    static let ladderTitle = Phrase(fr: "L’échelle de la semaine", en: "The ladder of the week")
    static let ladderLead = Phrase(
        fr:
            "Vous choisissez d’y être, sous le nom que vous voulez. Chacun ne voit que ses voisins, et tout recommence chaque lundi.",
        en:
            "You choose to be on it, under a name that you like. Everybody sees their neighbours only, and each Monday it begins anew."
    )
    static func rung(_ rank: Int) -> Phrase {
        Phrase(fr: "Place \(rank) :", en: "Place \(rank):")
    }
    static let ownRung = Phrase(fr: "(vous)", en: "(you)")
    static let ladderName = Phrase(fr: "Le nom que les autres verront", en: "The name that others will see")
    static let ladderNameHint = Phrase(
        fr: "2 à 30 signes. Ce n’est pas forcément le vôtre.", en: "2 to 30 characters. It need not be yours.")
    static let joinLadder = Phrase(fr: "Monter sur l’échelle", en: "Join the ladder")
    static let changeLadderName = Phrase(fr: "Changer de nom", en: "Change the name")
    static let leaveLadder = Phrase(fr: "Quitter l’échelle", en: "Leave the ladder")
}

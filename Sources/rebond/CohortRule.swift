import Accounts
import ArgumentParser
import Campus
import Essentials
import Progress

/// `rebond cohort rule KEY LOGIN COURSE ACTIVITY ACTION --reason TEXT`
struct CohortRule: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule",
        abstract:
            "Dispense, validation ou note décidées pour une personne. / An exemption, a completion or a mark decided for a learner.",
        discussion: """
            rebond cohort rule web-2026-09 awa.diallo dev-web-hybride forms-quiz exempted --reason "déjà certifiée"
            rebond cohort rule web-2026-09 awa.diallo dev-web-hybride forms-quiz mark --score 70 --reason "oral"
            rebond cohort rule web-2026-09 awa.diallo dev-web-hybride forms-quiz withdrawn --reason "erreur"
            """)

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Identifiant de la personne. / The learner's login.")
    var login: String

    @Argument(help: "Clé du cours. / Key of the course.")
    var course: String

    @Argument(help: "Identifiant de l’activité. / Id of the activity.")
    var activity: String

    @Argument(
        help: ArgumentHelp(
            "Décision : \(Ruling.Action.allCases.map(\.rawValue).joined(separator: ", ")). / What is decided."))
    var action: Ruling.Action

    @Option(help: "Note en pour cent, pour « mark ». / The mark in percent, for “mark”.")
    var score: Int?

    @Option(
        help: "Minutes validées, pour « completed » ; sans elles, celles de l’activité. / Validated minutes, for “completed”.")
    var minutes: Int?

    @Option(help: "Pourquoi, en quelques mots. / Why, in a few words.")
    var reason: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let person = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().rule(
                .init(
                    course: course, activity: activity, action: action, reason: reason, score: score, minutes: minutes),
                ofLogin: login, in: cohort)
        }
        console.print("\(person.login.text) \(activity) \(action.rawValue)")
        console.note(
            Phrase(
                fr: "C’est noté pour \(person.name.given) : les progrès suivent.",
                en: "It is noted for \(person.name.given): the progress follows."))
    }
}

extension Ruling.Action: ExpressibleByArgument {}

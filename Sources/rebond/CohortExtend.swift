import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort extend KEY LOGIN COURSE ACTIVITY DAY --reason TEXT`
struct CohortExtend: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "extend",
        abstract: "Repousse la date limite d’une activité. / Gives a learner more time for an activity.",
        discussion: #"rebond cohort extend web-2026-09 awa.diallo dev-web-hybride forms-quiz 2026-12-04 --reason "déménagement""#)

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Identifiant de la personne. / The learner's login.")
    var login: String

    @Argument(help: "Clé du cours. / Key of the course.")
    var course: String

    @Argument(help: "Identifiant de l’activité. / Id of the activity.")
    var activity: String

    @Argument(help: "Dernier jour. / Last day.")
    var day: String

    @Option(help: "Pourquoi, en quelques mots. / Why, in a few words.")
    var reason: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        guard let last = CalendarDay(day) else {
            throw ValidationError("Une date comme 2026-11-23. / A date such as 2026-11-23.")
        }
        let person = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().adaptPace(
                .moreTime(course: course, activity: activity, until: last, note: reason), ofLogin: login, in: cohort)
        }
        console.print("\(person.login.text) \(activity) \(last.text)")
        console.note(
            Phrase(
                fr: "\(person.name.given) a jusqu’au \(last.text) pour « \(activity) ».",
                en: "\(person.name.given) has until \(last.text) for “\(activity)”."))
    }
}

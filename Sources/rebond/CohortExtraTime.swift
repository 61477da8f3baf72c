import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort extra-time KEY LOGIN PERCENT`
struct CohortExtraTime: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "extra-time",
        abstract: "Donne plus de temps à une personne dans les quiz minutés. / Gives a learner more time in timed quizzes.",
        discussion: "rebond cohort extra-time web-2026-09 awa.diallo 33")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Identifiant de la personne. / The learner's login.")
    var login: String

    @Argument(help: "Pour cent en plus, de 0 à 300 : 33 pour un tiers de plus. / Percent more, 0 to 300: 33 for a third more.")
    var percent: Int

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let person = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().setExtraTime(percent, ofLogin: login, in: cohort)
        }
        console.print("\(person.login.text) \(percent)")
        console.note(
            Phrase(
                fr: "\(person.name.given) a \(percent) % de temps en plus, à partir du prochain essai.",
                en: "\(person.name.given) has \(percent)% more time, from the next attempt on."))
    }
}

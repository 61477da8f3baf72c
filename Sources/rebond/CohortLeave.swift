import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort leave KEY LOGIN…`
struct CohortLeave: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract:
            "Note qu’une personne quitte une promo ; ce qu’elle a fait reste. / Notes that somebody leaves a cohort; what was done stays.",
        discussion: "rebond cohort leave web-2026-09 awa.diallo")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Identifiants. / Logins.")
    var logins: [String]

    @Option(help: ArgumentHelp("Rôle qui prend fin. / Role that ends.", valueName: "role"))
    var role: CohortRole = .learner

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        try await DataDirectory.with(data, .existing) { data in
            try await data.campus().withdraw(logins, from: cohort, as: role)
        }
        console.note(
            Phrase.counted(
                logins.count, fr: ("\(logins.count) départ noté.", "\(logins.count) départs notés."),
                en: ("\(logins.count) departure noted.", "\(logins.count) departures noted.")))
    }
}

import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort new KEY TITLE`
struct CohortNew: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Crée une promo. / Makes a cohort.",
        discussion: "rebond cohort new web-2026-09 \"Développeur web, septembre 2026\" --from 2026-09-07 --to 2026-12-11")

    @Argument(help: "Clé : minuscules sans accent, chiffres, tirets. / Key.")
    var key: String

    @Argument(help: "Titre. / Title.")
    var title: String

    @Option(name: .customLong("from"), help: ArgumentHelp("Premier jour. / First day.", valueName: "AAAA-MM-JJ"))
    var startsOn: String?

    @Option(name: .customLong("to"), help: ArgumentHelp("Dernier jour. / Last day.", valueName: "AAAA-MM-JJ"))
    var endsOn: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let cohort = try await DataDirectory.with(data) { data in
            try await data.campus().addCohort(key: key, title: title, startsOn: startsOn, endsOn: endsOn)
        }
        console.print(cohort.key)
        console.note(Phrase(fr: "Promo créée : \(cohort.title).", en: "Cohort made: \(cohort.title)."))
    }
}

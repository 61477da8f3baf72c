import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond cohort group KEY GROUP TITLE`
struct CohortGroup: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "group", abstract: "Crée un groupe dans une promo. / Makes a group in a cohort.",
        discussion: "rebond cohort group web-2026-09 mardi \"Groupe du mardi\"")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @Argument(help: "Clé du groupe. / Key of the group.")
    var key: String

    @Argument(help: "Titre. / Title.")
    var title: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let group = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().addGroup(key: key, title: title, to: cohort)
        }
        console.print(group.key)
        console.note(Phrase(fr: "Groupe créé : \(group.title).", en: "Group made: \(group.title)."))
    }
}

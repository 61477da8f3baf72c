import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person role LOGIN`
struct PersonRole: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "Donne ou retire un rôle dans toute l’installation. / Gives or takes back a role in the whole installation.",
        discussion: "rebond person role awa.diallo --give author")

    @Argument(help: "Identifiant. / Login.")
    var login: String

    @Option(help: ArgumentHelp("Rôle donné. / Role given.", valueName: "author|admin"))
    var give: [InstallationRole] = []

    @Option(help: ArgumentHelp("Rôle retiré. / Role taken back.", valueName: "author|admin"))
    var take: [InstallationRole] = []

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func validate() throws {
        if give.isEmpty && take.isEmpty { throw ValidationError("--give, --take") }
    }

    func perform(_ console: Console) async throws {
        try await DataDirectory.with(data, .existing) { data in
            let campus = data.campus()
            for role in give { try await campus.setRole(role, held: true, of: login) }
            for role in take { try await campus.setRole(role, held: false, of: login) }
        }
        console.note(Phrase(fr: "Rôles enregistrés.", en: "Roles saved."))
    }
}

import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person reopen LOGIN`
struct PersonReopen: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Rouvre un compte fermé, avec son mot de passe. / Opens a closed account again, with its password.",
        discussion: "rebond person reopen awa.diallo")

    @Argument(help: "Identifiant. / Login.")
    var login: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let person = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().reopenAccount(of: login)
        }
        let name = person.name.full
        console.note(
            person.disabledAt == nil
                ? Phrase(fr: "Ce compte était ouvert : \(name).", en: "This account was open: \(name).")
                : Phrase(fr: "Compte rouvert : \(name).", en: "Account open again: \(name)."))
    }
}

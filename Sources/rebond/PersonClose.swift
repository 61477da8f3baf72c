import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person close LOGIN`
struct PersonClose: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Ferme un compte ; rien n’est effacé. / Closes an account; nothing is erased.",
        discussion: """
            rebond person close awa.diallo
            La personne est déconnectée partout et ses jetons ne servent plus. « rebond person reopen » rouvre le compte.
            The person is signed out everywhere and tokens open nothing any more. “rebond person reopen” opens the account again.
            """)

    @Argument(help: "Identifiant. / Login.")
    var login: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let person = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().closeAccount(of: login)
        }
        let name = person.name.full
        console.note(
            person.disabledAt == nil
                ? Phrase(
                    fr: "Compte fermé : \(name). Ce qui a été fait est gardé.",
                    en: "Account closed: \(name). What was done is kept.")
                : Phrase(fr: "Ce compte était déjà fermé : \(name).", en: "This account was closed already: \(name)."))
    }
}

import ArgumentParser
import Campus
import Essentials

/// `rebond person reset LOGIN`
struct PersonReset: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Donne un nouveau mot de passe et ferme les sessions. / Gives a new password and ends the sessions.",
        discussion: "rebond person reset awa.diallo")

    @Argument(help: "Identifiant. / Login.")
    var login: String

    @OptionGroup var password: PasswordInput
    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let chosen = try password.read()
        let account = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().resetPassword(of: login, to: chosen, mustChange: !password.mayBeKept)
        }
        try console.give(GivenAccount(account), as: format) { console.print(account) }
        console.note(
            Phrase(
                fr: "Mot de passe changé. Cette personne est déconnectée partout.",
                en: "Password changed. This person is signed out everywhere."))
    }
}

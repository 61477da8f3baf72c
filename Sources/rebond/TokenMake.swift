import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person token LOGIN`
struct TokenMake: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Fabrique un jeton, montré une seule fois. / Makes a token, shown once.")

    @Argument(help: "Identifiant de la personne au nom de qui le programme agit. / Login.")
    var login: String

    @Option(help: "À quoi il sert. / What it is for.")
    var label: String

    @Option(help: ArgumentHelp("Jours de validité ; sans cela, jusqu’à ce qu’il soit retiré. / Days.", valueName: "1-3650"))
    var days: Int?

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func validate() throws {
        if let days, !(1...3650).contains(days) { throw ValidationError("--days: 1-3650") }
    }

    func perform(_ console: Console) async throws {
        let expiry = days.map { Clock.system.now.adding(seconds: Int64($0) * 86_400) }
        let made = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().makeToken(for: login, label: label, expiresAt: expiry)
        }
        let given = Given(id: made.id.text, token: made.token.text, expiresAt: expiry?.iso8601)
        try console.give(given, as: format) { console.print(given.token) }
        console.note(
            Phrase(
                fr: "Ce jeton ne sera plus montré. Il agit au nom de « \(login) » : gardez-le secret.",
                en: "This token will not be shown again. It acts as “\(login)”: keep it secret."))
    }

    private struct Given: Encodable {
        let id: String
        let token: String
        let expiresAt: String?
    }
}

import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person token revoke LOGIN ID`
struct TokenRevoke: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Retire un jeton, ou tous. / Revokes a token, or all of them.")

    @Argument(help: "Identifiant. / Login.")
    var login: String

    @Argument(help: "Numéro du jeton ; sans cela, tous. / The token’s id; without it, all.")
    var token: String?

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let count = try await DataDirectory.with(data, .existing) { data in
            guard let token else { return try await data.campus().revokeTokens(of: login) }
            guard let id = Identifier<AccessToken>(token) else {
                throw CommandFailure(
                    .refused,
                    Phrase(
                        fr: "« \(token) » n’est pas un numéro de jeton. « rebond person token list » les donne.",
                        en: "“\(token)” is not the id of a token. “rebond person token list” gives them."))
            }
            try await data.campus().revokeToken(id, of: login)
            return 1
        }
        console.note(
            Phrase.counted(
                count, fr: ("\(count) jeton retiré.", "\(count) jetons retirés."),
                en: ("\(count) token revoked.", "\(count) tokens revoked.")))
    }
}

import Accounts
import ArgumentParser
import Campus
import Essentials

/// `rebond person token list LOGIN`
struct TokenList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Montre les jetons d’une personne. / Lists a person’s tokens.")

    @Argument(help: "Identifiant. / Login.")
    var login: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let tokens = try await DataDirectory.with(data, .existing) { try await $0.campus().tokens(of: login) }
        let now = Clock.system.now
        try console.give(tokens.map { Line($0, at: now) }, as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "NUMÉRO", en: "ID"), Phrase(fr: "USAGE", en: "LABEL"), .since,
                    Phrase(fr: "JUSQU’AU", en: "UNTIL"), Phrase(fr: "ÉTAT", en: "STATE"),
                ], in: console.language)
            for token in tokens {
                let state = token.isOpen(at: now) ? Phrase(fr: "ouvert", en: "open") : Phrase(fr: "fermé", en: "closed")
                table.add(
                    [
                        token.id.text, token.label, token.createdAt.day, token.expiresAt?.day ?? "-",
                        state.in(console.language),
                    ])
            }
            console.print(table)
        }
    }

    private struct Line: Encodable {
        let id: String
        let label: String
        let createdAt: String
        let expiresAt: String?
        let revokedAt: String?
        let isOpen: Bool

        init(_ token: AccessToken, at now: Instant) {
            id = token.id.text
            label = token.label
            createdAt = token.createdAt.iso8601
            expiresAt = token.expiresAt?.iso8601
            revokedAt = token.revokedAt?.iso8601
            isOpen = token.isOpen(at: now)
        }
    }
}

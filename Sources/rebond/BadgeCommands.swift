import Accounts
import ArgumentParser
import Campus
import Essentials
import Gamification

/// `rebond badges`
struct BadgeCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "badges",
        abstract: "Les badges donnés, et la clé qui les signe. / Badges given, and the key that signs them.",
        subcommands: [BadgeList.self, BadgeRevoke.self, BadgeKeyCommand.self])
}

/// `rebond badges list COHORT`
struct BadgeList: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Montre les derniers badges donnés dans une promo. / Lists the last badges given in a cohort.")

    @Argument(help: "Clé de la promo. / Key of the cohort.")
    var cohort: String

    @OptionGroup var format: FormatOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let given = try await DataDirectory.with(data, .existing) { try await $0.campus().badges(inCohort: cohort) }
        try console.give(given.map(Line.init), as: format) {
            var table = TextTable(
                [
                    Phrase(fr: "NUMÉRO", en: "ID"), .login, Phrase(fr: "BADGE", en: "BADGE"), .since,
                    Phrase(fr: "ÉTAT", en: "STATE"),
                ], in: console.language)
            for one in given {
                let state =
                    one.badge.revocation == nil ? Phrase(fr: "valable", en: "good") : Phrase(fr: "retiré", en: "revoked")
                table.add(
                    [
                        one.badge.id.text, one.holder.login.text, one.badge.sketch.title, one.badge.awardedAt.day,
                        state.in(console.language),
                    ])
            }
            console.print(table)
        }
    }

    private struct Line: Encodable {
        let id: String
        let login: String
        let course: String
        let badge: String
        let title: String
        let awardedAt: String
        let isShared: Bool
        let revokedAt: String?
        let reason: String?

        init(_ given: Campus.GivenBadge) {
            let badge = given.badge
            id = badge.id.text
            login = given.holder.login.text
            course = badge.place.course
            self.badge = badge.badge
            title = badge.sketch.title
            awardedAt = badge.awardedAt.iso8601
            isShared = badge.sharedAt != nil
            revokedAt = badge.revocation?.at.iso8601
            reason = badge.revocation?.reason
        }
    }
}

/// `rebond badges revoke ID --reason TEXT`
struct BadgeRevoke: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Retire un badge donné par erreur. / Revokes a badge given by mistake.")

    @Argument(help: "Numéro du badge : « rebond badges list » les donne. / The badge’s id: “rebond badges list” gives them.")
    var badge: String

    @Option(help: "Pourquoi ; la personne le lira. / Why; the person will read it.")
    var reason: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        guard let id = Identifier<BadgeAward>(badge) else { throw CommandFailure(.refused, .noSuchBadge) }
        let revoked = try await DataDirectory.with(data, .existing) { data in
            try await data.campus().revokeBadge(id, reason: reason)
        }
        console.note(
            Phrase(
                fr: "Badge retiré : « \(revoked.sketch.title) ».", en: "Badge revoked: “\(revoked.sketch.title)”."))
    }
}

/// `rebond badges key`
struct BadgeKeyCommand: RebondCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract:
            "Donne la clé publique des badges (JWK), et la crée au besoin. / Gives the public key of badges (JWK), made if there is none."
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        let key = try await DataDirectory.with(data, .existing) { try await $0.campus().badgeKey() }
        console.print("{\"alg\":\"EdDSA\",\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"use\":\"sig\",\"x\":\"\(key.jwk.x)\"}")
    }
}

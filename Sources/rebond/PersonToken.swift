import ArgumentParser

/// `rebond person token`
struct PersonToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Les jetons d’accès des programmes. / Access tokens of programs.",
        discussion: "rebond person token awa.diallo --label \"Export de nuit\" --days 90",
        subcommands: [TokenMake.self, TokenList.self, TokenRevoke.self], defaultSubcommand: TokenMake.self)
}

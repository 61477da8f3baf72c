import ArgumentParser

/// `rebond person`
struct PersonCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Les comptes des personnes. / People’s accounts.",
        subcommands: [
            PersonAdd.self, PersonList.self, PersonReset.self, PersonRole.self, PersonClose.self, PersonReopen.self,
            PersonImport.self, PersonToken.self,
        ])
}

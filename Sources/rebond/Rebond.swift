import ArgumentParser

/// The program: a learning server and its authoring commands. See docs/cli.md.
@main
struct Rebond: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebond",
        abstract: "Serveur de formation et atelier de cours. / Learning server and course workshop.",
        discussion: """
            Les résultats vont sur la sortie standard, les messages sur la sortie d’erreur.
            Results go to standard output, messages to standard error.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, CourseCommand.self, PersonCommands.self, CohortCommands.self, SessionCommands.self, SlotCommands.self,
            AttendanceCommands.self, AlertCommands.self, MailCommands.self, BadgeCommands.self,
            ProgressCommands.self, Verify.self, Backup.self, Migrate.self,
            Demo.self,
        ])
}

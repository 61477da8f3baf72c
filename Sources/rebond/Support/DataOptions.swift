import ArgumentParser

/// Where the data is.
struct DataOptions: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "Dossier des données (sinon REBOND_DATA, sinon ./data). / Data directory.", valueName: "DIR"))
    var directory: String?

    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "Base PostgreSQL (sinon REBOND_DATABASE, sinon SQLite dans DIR). / PostgreSQL database.",
            valueName: "postgresql://…"))
    var database: String?

    @Option(
        name: .customLong("config"),
        help: ArgumentHelp("Fichier JSON de réglages (sinon REBOND_CONFIG). / JSON file of settings.", valueName: "FILE"))
    var settings: String?

    /// What the options say, else the variables, else the file of settings, else what holds without any.
    /// - throws: ``CommandFailure``: 66 when the file of settings is missing, 65 when it is not JSON.
    func place() async throws -> DataPlace { place(try await SettingsSources(settings)) }

    func place(_ sources: SettingsSources) -> DataPlace {
        DataPlace(
            directory: directory ?? sources.string("data") ?? "./data", database: database ?? sources.string("database"))
    }
}

/// Where the data of one installation is: a directory for files, and for the database too unless it is on a PostgreSQL server.
struct DataPlace: Sendable {
    let directory: String
    /// A `postgresql://` address. A password may stand in it: it is never shown.
    let database: String?
}

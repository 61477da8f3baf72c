import ArgumentParser
import Essentials

/// `rebond migrate`
struct Migrate: RebondCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prépare le dossier des données et met la base à jour. / Prepares the data directory and updates the database.")

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        try await DataDirectory.with(data) { data in
            for name in data.migrated { console.print(name) }
            let count = data.migrated.count
            console.note(
                count == 0
                    ? Phrase(fr: "La base est à jour.", en: "The database is up to date.")
                    : Phrase.counted(
                        count, fr: ("La base a avancé d’une étape.", "La base a avancé de \(count) étapes."),
                        en: ("The database moved on by one step.", "The database moved on by \(count) steps.")))
        }
    }
}

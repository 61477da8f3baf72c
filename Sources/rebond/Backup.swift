import ArgumentParser
import Essentials
import Foundation
import SQL
import SQLiteDriver

/// `rebond backup FILE`
struct Backup: RebondCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Copie la base dans un nouveau fichier, serveur en marche. / Copies the database into a new file, while the server runs.",
        discussion: """
            rebond backup /sauvegardes/rebond-2026-11-23.sqlite
            Les fichiers des cours sont dans DIR/files : copiez aussi ce dossier, après la base.
            The files of courses are in DIR/files: copy that folder too, after the database.
            """)

    @Argument(help: "Fichier à créer. / File to be made.")
    var file: String

    @OptionGroup var data: DataOptions
    @OptionGroup var speech: LanguageOptions

    func perform(_ console: Console) async throws {
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(
                .cannotCreate,
                Phrase(
                    fr: "« \(file) » existe déjà. Donnez le nom d’un nouveau fichier.",
                    en: "“\(file)” exists already. Give the name of a new file."))
        }
        try await DataDirectory.with(data, .asItIs) { data in
            guard let database = data.database as? SQLiteDatabase else {
                throw CommandFailure(.refused, .backupElsewhere)
            }
            do {
                try await database.backUp(to: file)
            } catch SQLError.cannotWrite {
                throw CommandFailure(
                    .cannotCreate,
                    Phrase(
                        fr:
                            "La copie « \(file) » n’a pas pu être faite. Vérifiez que son dossier existe, les droits et la place.",
                        en: "The copy “\(file)” could not be made. Check that its folder exists, its permissions and its space."))
            }
        }
        console.print(file)
        console.note(Phrase(fr: "Base copiée.", en: "Database copied."))
    }
}

extension Phrase {
    fileprivate static let backupElsewhere = Phrase(
        fr:
            "Cette base est sur un serveur PostgreSQL : sauvegardez-la avec ses outils, par exemple « pg_dump --format=custom », puis copiez le dossier files.",
        en:
            "This database is on a PostgreSQL server: back it up with its own tools, for example “pg_dump --format=custom”, then copy the files folder."
    )
}

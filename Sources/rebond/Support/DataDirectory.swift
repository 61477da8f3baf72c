import Campus
import Essentials
import Files
import Foundation
import Logging
import SQL
import SQLiteDriver

/// The data of one installation: `rebond.sqlite`, and `files/` for what courses and people bring.
///
/// ```swift
/// let data = try await DataDirectory.open(options.path)
/// let campus = data.campus(logger: logger)
/// ```
struct DataDirectory: Sendable {
    /// As it was given.
    let path: String
    let database: SQLiteDatabase
    let files: BlobStore
    /// The migrations that opening applied, in order.
    let migrated: [String]

    /// What opening may do to a directory.
    enum Opening: Sendable {
        /// Makes what is missing and brings the schema up to date.
        case creating
        /// Refuses a directory without a database; brings the schema up to date.
        case existing
        /// Refuses a directory without a database; leaves the schema as it is.
        case asItIs
    }

    /// Opens the data in `path`.
    /// - throws: ``CommandFailure``: 66 when there is nothing to open, 73 when it cannot be made or written, 65 when the file is not
    ///   Rebond's or is a newer version's.
    static func open(_ path: String, _ opening: Opening = .creating, clock: Clock = .system) async throws -> DataDirectory {
        let file = (path as NSString).appendingPathComponent("rebond.sqlite")
        if opening != .creating, !FileManager.default.fileExists(atPath: file) {
            throw CommandFailure(.noInput, .noData(path))
        }
        let database: SQLiteDatabase
        do {
            database = try SQLiteDatabase.open(at: file, largestBatch: largestBatch)
        } catch SQLError.notUsable {
            throw CommandFailure(.badData, .notADatabase(file))
        } catch SQLError.cannotWrite {
            throw CommandFailure(.cannotCreate, .cannotWriteData(path))
        }
        do {
            let migrated =
                opening == .asItIs
                ? [] : try await MigrationRunner.migrate(database, CampusMigrations.all, clock: clock)
            let files = BlobStore(directory: URL(filePath: path, directoryHint: .isDirectory).appending(path: "files"))
            return DataDirectory(path: path, database: database, files: files, migrated: migrated)
        } catch {
            try? await database.close()
            if case SQLError.notUsable = error { throw CommandFailure(.badData, .madeByAnotherVersion(file)) }
            throw error
        }
    }

    /// How many writers may share a commit. `REBOND_GROUP_COMMIT=off` gives each its own: only benchmarks want that, to compare.
    private static var largestBatch: Int {
        ProcessInfo.processInfo.environment["REBOND_GROUP_COMMIT"] == "off" ? 1 : 128
    }

    /// Opens the data, gives it to `body` and closes it, whatever happens.
    static func with<Value>(
        _ path: String, _ opening: Opening = .creating, clock: Clock = .system,
        _ body: (DataDirectory) async throws -> Value
    ) async throws -> Value {
        let data = try await open(path, opening, clock: clock)
        do {
            let value = try await body(data)
            try await data.close()
            return value
        } catch {
            try? await data.close()
            throw error
        }
    }

    /// The use cases on this data.
    func campus(clock: Clock = .system, logger: Logger = .quiet) -> Campus {
        Campus(database: database, clock: clock, files: files, logger: logger)
    }

    /// Finishes what was accepted and closes the database.
    func close() async throws {
        try await database.close()
    }
}

extension Logger {
    /// For commands that end at once: errors only, on standard error.
    static let quiet: Logger = {
        var logger = Logger(label: "rebond") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        return logger
    }()
}

extension Phrase {
    fileprivate static func noData(_ path: String) -> Phrase {
        Phrase(
            fr:
                "Il n’y a pas de données de Rebond dans « \(path) ». Donnez le bon dossier avec --data, ou préparez celui-ci avec « rebond migrate ».",
            en:
                "There is no Rebond data in “\(path)”. Give the right directory with --data, or prepare this one with “rebond migrate”."
        )
    }

    fileprivate static func notADatabase(_ file: String) -> Phrase {
        Phrase(
            fr: "« \(file) » n’est pas une base de Rebond. Rien n’y a été changé. Donnez un autre dossier avec --data.",
            en: "“\(file)” is not a database of Rebond. Nothing in it was changed. Give another directory with --data.")
    }

    fileprivate static func madeByAnotherVersion(_ file: String) -> Phrase {
        Phrase(
            fr:
                "« \(file) » vient d’une autre version de Rebond, sans doute plus récente. Rien n’y a été changé. Mettez ce programme à jour.",
            en:
                "“\(file)” comes from another version of Rebond, most likely a newer one. Nothing in it was changed. Update this program."
        )
    }

    fileprivate static func cannotWriteData(_ path: String) -> Phrase {
        Phrase(
            fr:
                "Rebond ne peut pas écrire dans « \(path) ». Vérifiez les droits et la place, ou donnez un autre dossier avec --data.",
            en: "Rebond cannot write in “\(path)”. Check its permissions and space, or give another directory with --data.")
    }
}

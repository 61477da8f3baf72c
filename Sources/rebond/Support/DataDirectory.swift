import Campus
import Essentials
import Files
import Foundation
import Logging
import Outbound
import PostgresDriver
import Progress
import SQL
import SQLiteDriver
import Scheduling

/// The data of one installation: the database (`rebond.sqlite`, or on a PostgreSQL server), and `files/` for what courses and people bring.
///
/// ```swift
/// let data = try await DataDirectory.open(options.place())
/// let campus = data.campus(logger: logger)
/// ```
struct DataDirectory: Sendable {
    /// The directory, as it was given.
    let path: String
    let database: any SQLDatabase
    let files: BlobStore
    /// The migrations that opening applied, in order.
    let migrated: [String]
    /// Held as long as this is used; for a server on SQLite.
    private let lock: ServerLock?

    /// What opening may do to the data.
    enum Opening: Sendable {
        /// Makes what is missing and brings the schema up to date.
        case creating
        /// The same, as the only server on an SQLite file.
        case serving
        /// Refuses a place without a database; brings the schema up to date.
        case existing
        /// Refuses a place without a database; leaves the schema as it is.
        case asItIs

        var mayCreate: Bool { self == .creating || self == .serving }
    }

    /// Opens the data in `place`.
    /// - throws: ``CommandFailure``: 66 when there is nothing to open, 73 when it cannot be made or written, or another server holds it,
    ///   65 when it is not Rebond's or is a newer version's; for PostgreSQL see ``CommandFailure/init(_:)``.
    static func open(_ place: DataPlace, _ opening: Opening = .creating, clock: Clock = .system) async throws -> DataDirectory {
        guard let address = place.database else {
            return try await openSQLite(place.directory, opening, clock)
        }
        let database = try await openPostgres(address)
        let name = "\(database.address)"
        return try await prepared(database, place.directory, opening, clock, lock: nil, named: name, empty: .emptyDatabase(name))
    }

    private static func openSQLite(_ path: String, _ opening: Opening, _ clock: Clock) async throws -> DataDirectory {
        let file = (path as NSString).appendingPathComponent("rebond.sqlite")
        if !opening.mayCreate, !FileManager.default.fileExists(atPath: file) {
            let isClosed = FileManager.default.fileExists(atPath: path) && access(path, R_OK | X_OK) != 0
            throw isClosed
                ? CommandFailure(.cannotCreate, .cannotWriteData(path)) : CommandFailure(.noInput, .noData(path))
        }
        let lock = opening == .serving ? try ServerLock(directory: path) : nil
        let database: SQLiteDatabase
        do {
            database = try SQLiteDatabase.open(at: file, largestBatch: largestBatch)
        } catch SQLError.notUsable {
            throw CommandFailure(.badData, .notADatabase(file))
        } catch SQLError.cannotWrite {
            throw CommandFailure(.cannotCreate, .cannotWriteData(path))
        }
        // An empty file is Rebond's: a first opening may have been cut short.
        return try await prepared(database, path, opening, clock, lock: lock, named: file, empty: nil)
    }

    /// Checks whose schema it is and brings it up to date, as far as `opening` says.
    /// - Parameter empty: why a database with nothing in it is refused where none may be made.
    private static func prepared(
        _ database: any SQLDatabase, _ path: String, _ opening: Opening, _ clock: Clock, lock: ServerLock?, named name: String,
        empty: Phrase?
    ) async throws -> DataDirectory {
        do {
            switch try await MigrationRunner.standing(of: database, CampusMigrations.all) {
            case .foreign: throw CommandFailure(.badData, .notADatabase(name))
            case .newer, .reordered: throw CommandFailure(.badData, .madeByAnotherVersion(name))
            case .empty where !opening.mayCreate: if let empty { throw CommandFailure(.noInput, empty) }
            case .empty, .behind, .current: break
            }
            let migrated =
                opening == .asItIs
                ? [] : try await MigrationRunner.migrate(database, CampusMigrations.all, clock: clock)
            let files = BlobStore(directory: URL(filePath: path, directoryHint: .isDirectory).appending(path: "files"))
            let data = DataDirectory(path: path, database: database, files: files, migrated: migrated, lock: lock)
            // What an older version kept of states says less than the events do, or counts otherwise.
            if migrated.contains(where: ProgressMigrations.rebuilding.contains), migrated.count < CampusMigrations.all.count {
                _ = try await data.campus(clock: clock).verifyProgress(repairing: true)
            }
            return data
        } catch {
            try? await database.close()
            throw error
        }
    }

    /// How many writers may share a commit. `REBOND_GROUP_COMMIT=off` gives each its own: only benchmarks want that, to compare.
    private static var largestBatch: Int {
        ProcessInfo.processInfo.environment["REBOND_GROUP_COMMIT"] == "off" ? 1 : 128
    }

    /// Opens the data, gives it to `body` and closes it, whatever happens.
    static func with<Value>(
        _ options: DataOptions, _ opening: Opening = .creating, clock: Clock = .system,
        _ body: (DataDirectory) async throws -> Value
    ) async throws -> Value {
        try await with(try await options.place(), opening, clock: clock, body)
    }

    /// Opens the data, gives it to `body` and closes it, whatever happens.
    static func with<Value>(
        _ place: DataPlace, _ opening: Opening = .creating, clock: Clock = .system,
        _ body: (DataDirectory) async throws -> Value
    ) async throws -> Value {
        let data = try await open(place, opening, clock: clock)
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
    func campus(
        clock: Clock = .system, logger: Logger = .quiet, attendance: AttendanceRules = .usual,
        rooms: VirtualRooms = VirtualRooms()
    ) -> Campus {
        Campus(
            database: database, clock: clock, files: files, rooms: rooms, logger: logger, attendanceRules: attendance)
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

    fileprivate static func emptyDatabase(_ name: String) -> Phrase {
        Phrase(
            fr:
                "Il n’y a pas de données de Rebond dans « \(name) ». Donnez la bonne base avec --database, ou préparez celle-ci avec « rebond migrate ».",
            en:
                "There is no Rebond data in “\(name)”. Give the right database with --database, or prepare this one with “rebond migrate”."
        )
    }

    fileprivate static func notADatabase(_ name: String) -> Phrase {
        Phrase(
            fr:
                "« \(name) » n’est pas une base de Rebond. Rien n’y a été changé. Donnez un autre dossier avec --data, ou une autre base avec --database.",
            en:
                "“\(name)” is not a database of Rebond. Nothing in it was changed. Give another directory with --data, or another database with --database."
        )
    }

    fileprivate static func madeByAnotherVersion(_ name: String) -> Phrase {
        Phrase(
            fr:
                "« \(name) » vient d’une autre version de Rebond, sans doute plus récente. Rien n’y a été changé. Mettez ce programme à jour.",
            en:
                "“\(name)” comes from another version of Rebond, most likely a newer one. Nothing in it was changed. Update this program."
        )
    }

    static func cannotWriteData(_ path: String) -> Phrase {
        Phrase(
            fr:
                "Rebond ne peut pas écrire dans « \(path) ». Vérifiez les droits et la place, ou donnez un autre dossier avec --data.",
            en: "Rebond cannot write in “\(path)”. Check its permissions and space, or give another directory with --data.")
    }
}

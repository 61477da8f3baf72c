import Foundation
import GRDB
import SQL

extension SQLiteDatabase {
    /// "RBND", what SQLite's `application_id` holds in a file of Rebond.
    package static let applicationID: Int32 = 0x5242_4E44

    /// Opens the database in the file at `path`; makes the file (mode 0600) and its directory (0700) when they are missing.
    /// - Parameters:
    ///   - path: the file. SQLite keeps two more beside it while the database is open (`-wal`, `-shm`).
    ///   - readers: the most reads at a time.
    ///   - busyTimeout: how long a write waits for another process's, in seconds.
    ///   - largestBatch: the most writes that share a commit.
    /// - throws: ``SQLError/notUsable(_:)`` when the file is not SQLite's or is another program's (nothing in it was
    ///   changed), ``SQLError/cannotWrite(_:)`` for a directory that is read-only or a disk that is full.
    package static func open(
        at path: String, readers: Int = 6, busyTimeout: Double = 5, largestBatch: Int = 128
    ) throws -> SQLiteDatabase {
        try makeFile(at: path)
        do {
            var configuration = Configuration()
            configuration.label = "rebond.sqlite"
            configuration.busyMode = .timeout(busyTimeout)
            configuration.journalMode = .wal
            configuration.prepareDatabase { try claim($0, path) }
            let writer = try SQLiteConnection(ConnectionQueue(path: path, configuration: configuration))
            // GRDB lowers `synchronous` to NORMAL when it sets up WAL, after `prepareDatabase`.
            try writer.perform { try $0.script("PRAGMA synchronous = FULL; \(Self.writerMemory)") }

            var reading = Configuration()
            reading.label = "rebond.sqlite.reader"
            reading.busyMode = .timeout(busyTimeout)
            reading.readonly = true
            let readerConfiguration = reading
            let pool = try ReaderPool(limit: readers) {
                try SQLiteConnection(ConnectionQueue(path: path, configuration: readerConfiguration))
            }
            return SQLiteDatabase(path: path, writer: writer, readers: pool, largestBatch: largestBatch)
        } catch let error as DatabaseError {
            throw openingError(error, path)
        }
    }

    /// What the writer may keep of the file, in KiB (negative: not in pages), and after how many pages of the log they are copied into it.
    /// Many who send at once touch other pages each: with SQLite's own 2 MB they are read again and again, and copied after every hundred.
    private static let writerMemory = "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000"

    /// Checks that the database is Rebond's, or makes an empty one Rebond's, before anything else touches it.
    private static func claim(_ database: Database, _ path: String) throws {
        let found = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard found != applicationID else { return }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard found == 0, tables == 0 else {
            throw SQLError.notUsable("\(path) is another program's SQLite database: \(anotherFile)")
        }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }

    private static func openingError(_ error: DatabaseError, _ path: String) -> SQLError {
        switch SQLError(error) {
        case .notUsable: .notUsable("\(path) is not an SQLite database: \(anotherFile)")
        case .cannotWrite(let detail): .cannotWrite("\(path): \(detail); \(whatToCheck)")
        case let other: other
        }
    }

    private static func makeFile(at path: String) throws {
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty {
            do {
                try FileManager.default.createDirectory(
                    atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw SQLError.cannotWrite("the directory \(directory) cannot be made; \(whatToCheck)")
            }
        }
        let descriptor = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = errno
            if reason == EISDIR { throw SQLError.notUsable("\(path) is a directory: \(anotherFile)") }
            throw SQLError.cannotWrite("\(path): \(String(cString: strerror(reason))); \(whatToCheck)")
        }
        Foundation.close(descriptor)
    }

    private static let anotherFile = "give Rebond a file of its own, or a path where there is none yet"
    private static let whatToCheck =
        "check that the disk is not full, and that Rebond's account may write the file and its directory"
}

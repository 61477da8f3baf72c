import Foundation
import GRDBSQLite
import SQL

extension SQLiteDatabase {
    /// A number that changes when another process has written to the database, and only then: SQLite's `data_version` as
    /// the writer's connection sees it.
    package func dataVersion() async throws -> Int64 {
        try await onWriter { try $0.values("PRAGMA data_version").first.flatMap { Int64($0) } ?? 0 }
    }

    /// How SQLite would run a statement: the lines of `EXPLAIN QUERY PLAN`, `SCAN person` or
    /// `SEARCH person USING INDEX …`. For tests.
    package func queryPlan(of text: String) async throws -> [String] {
        try await readers.use { try $0.values("EXPLAIN QUERY PLAN " + text, column: 3) }
    }

    /// A setting, as the writer's connection has it. For tests.
    package func pragma(_ name: String) async throws -> String {
        try await onWriter { try $0.values("PRAGMA \(name)").first ?? "" }
    }

    /// Writes a consistent copy into a new file, while reads and writes go on. The copy appears under its name when it is
    /// complete and on disk.
    /// - throws: ``SQLError/cannotWrite(_:)`` when there is already something at `destination`, or it cannot be written.
    package func backUp(to destination: String) async throws {
        guard !FileManager.default.fileExists(atPath: destination) else {
            throw SQLError.cannotWrite("\(destination) exists already: give the path of a new file")
        }
        let partial = destination + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            // Empty and private: VACUUM INTO accepts an empty file, and keeps its mode.
            try Self.synchronize(partial, creating: true)
            try await readers.useApart { connection in
                try connection.script("VACUUM INTO '\(partial.replacing("'", with: "''"))'")
            }
            try Self.synchronize(partial, creating: false)
            try FileManager.default.moveItem(atPath: partial, toPath: destination)
            let directory = (destination as NSString).deletingLastPathComponent
            try Self.synchronize(directory.isEmpty ? "." : directory, creating: false)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error is SQLError ? error : SQLError.cannotWrite("\(destination): \(error)")
        }
    }

    /// Brings a file or a directory to the disk.
    private static func synchronize(_ path: String, creating: Bool) throws {
        let descriptor = Foundation.open(path, creating ? O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC : O_RDONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            let reason = String(cString: strerror(errno))
            if descriptor >= 0 { Foundation.close(descriptor) }
            throw SQLError.cannotWrite("\(path): \(reason)")
        }
        Foundation.close(descriptor)
    }
}

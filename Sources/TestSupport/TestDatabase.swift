import Essentials
import Foundation
package import SQL
package import SQLiteDriver

/// Databases for tests: migrated once into a template for each list of migrations, then copied.
package enum TestDatabase {
    /// A database of its own for one test, with the schema of `migrations` and nothing in it. What is left of it goes away
    /// with the process; ``withTestDatabase(_:_:_:)`` removes it at once.
    package static func make(_ backend: Backend, _ migrations: [Migration]) async throws -> any SQLDatabase {
        switch backend {
        case .sqlite: try await makeSQLite(migrations)
        }
    }

    /// The same, as the driver's own type, for tests that ask for query plans or statistics.
    package static func makeSQLite(_ migrations: [Migration] = []) async throws -> SQLiteDatabase {
        if migrations.isEmpty { return try SQLiteDatabase.open(at: TemporaryFolder.newPath("sqlite")) }
        return try copySQLite(at: try await SQLiteTemplates.shared.path(for: migrations))
    }

    /// A database of its own that begins as the closed one at `path`.
    package static func copySQLite(at path: String) throws -> SQLiteDatabase {
        let copy = TemporaryFolder.newPath("sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return try SQLiteDatabase.open(at: copy)
    }
}

/// Gives `body` a database of its own with the schema of `migrations`, and removes it afterwards.
@discardableResult
package func withTestDatabase<Value>(
    _ backend: Backend, _ migrations: [Migration], _ body: (any SQLDatabase) async throws -> Value
) async throws -> Value {
    try await withDatabase(try await TestDatabase.make(backend, migrations), body)
}

/// Gives `body` a database, and removes it afterwards.
func withDatabase<Value>(
    _ database: any SQLDatabase, _ body: (any SQLDatabase) async throws -> Value
) async throws -> Value {
    do {
        let value = try await body(database)
        try await remove(database)
        return value
    } catch {
        try? await remove(database)
        throw error
    }
}

private func remove(_ database: any SQLDatabase) async throws {
    try await database.close()
    if let database = database as? SQLiteDatabase {
        try FileManager.default.removeItem(atPath: database.path)
    }
}

/// The migrated files that tests' databases are copies of.
private actor SQLiteTemplates {
    static let shared = SQLiteTemplates()
    private var paths: [[String]: Task<String, any Error>] = [:]

    func path(for migrations: [Migration]) async throws -> String {
        // The scripts, not only the names: two suites may call different schemas alike.
        let key = migrations.flatMap { [$0.name, $0.script(.sqlite)] }
        if let known = paths[key] { return try await known.value }
        let making = Task {
            let path = TemporaryFolder.newPath("template")
            let database = try SQLiteDatabase.open(at: path)
            _ = try await MigrationRunner.migrate(database, migrations, clock: .fixed(Instant(milliseconds: 0)))
            // Closing brings the write-ahead log into the file, which is then complete by itself.
            try await database.close()
            return path
        }
        paths[key] = making
        return try await making.value
    }
}

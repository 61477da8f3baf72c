import Essentials
import Foundation
package import PostgresDriver
package import SQL
package import SQLiteDriver

/// Databases for tests: migrated once into a template for each list of migrations, then copied.
package enum TestDatabase {
    /// A database of its own for one test, with the schema of `migrations` and nothing in it. What is left of it goes away
    /// with the process; ``withTestDatabase(_:_:_:)`` removes it at once.
    package static func make(_ backend: Backend, _ migrations: [Migration]) async throws -> any SQLDatabase {
        switch backend {
        case .sqlite: try await makeSQLite(migrations)
        case .postgresql: try await makePostgres(migrations)
        }
    }

    /// The same, as the driver's own type, for tests that ask for query plans or statistics.
    package static func makeSQLite(_ migrations: [Migration] = []) async throws -> SQLiteDatabase {
        if migrations.isEmpty { return try SQLiteDatabase.open(at: TemporaryFolder.newPath("sqlite")) }
        return try copySQLite(at: try await Templates.shared.sqlite(for: migrations))
    }

    /// A database of its own that begins as the closed one at `path`.
    package static func copySQLite(at path: String) throws -> SQLiteDatabase {
        let copy = TemporaryFolder.newPath("sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: copy)
        return try SQLiteDatabase.open(at: copy)
    }

    /// The same on the PostgreSQL server that tests share.
    package static func makePostgres(_ migrations: [Migration] = [], connections: Int = 4) async throws -> PostgresDatabase {
        let template = migrations.isEmpty ? "template0" : try await Templates.shared.postgres(for: migrations)
        return try await copyPostgres(template, connections: connections)
    }

    /// The same data as a server that starts now finds it. To be closed by whoever asks.
    package static func openedAgain(_ database: any SQLDatabase) async throws -> any SQLDatabase {
        switch database {
        case let database as SQLiteDatabase: return try SQLiteDatabase.open(at: database.path)
        case let database as PostgresDatabase:
            return try await PostgresDatabase.open(
                PostgresSettings(
                    address: try PostgresCluster.shared().address(database.address.database), connections: 2))
        default: throw SQLError.corrupt("no such engine")
        }
    }

    /// A new database with the schema of `migrations`, to be filled, closed and copied.
    static func makePostgresTemplate(_ migrations: [Migration]) async throws -> PostgresDatabase {
        let cluster = try PostgresCluster.shared()
        let name = cluster.newName("template")
        try await cluster.administer("CREATE DATABASE \(name) TEMPLATE template0")
        let database = try await PostgresDatabase.open(PostgresSettings(address: cluster.address(name)))
        _ = try await MigrationRunner.migrate(database, migrations, clock: .fixed(Instant(milliseconds: 0)))
        return database
    }

    /// A database of its own that begins as `template`, to which nobody is connected.
    package static func copyPostgres(_ template: String, connections: Int = 4) async throws -> PostgresDatabase {
        let address = try PostgresCluster.shared().address(try await PostgresCopies.shared.take(template))
        return try await PostgresDatabase.open(PostgresSettings(address: address, connections: connections))
    }
}

/// Gives `body` a database of its own with the schema of `migrations`, and removes it afterwards.
@discardableResult
package func withTestDatabase<Value>(
    _ backend: Backend, _ migrations: [Migration], _ body: (any SQLDatabase) async throws -> Value
) async throws -> Value {
    try await withDatabase(on: backend, { try await TestDatabase.make(backend, migrations) }, body)
}

/// Gives `body` the database that `make` makes, and removes it afterwards.
func withDatabase<Value>(
    on backend: Backend, _ make: () async throws -> any SQLDatabase, _ body: (any SQLDatabase) async throws -> Value
) async throws -> Value {
    guard backend == .postgresql else { return try await withDatabase(try await make(), body) }
    await PlacesOnServer.shared.take()
    do {
        let value = try await withDatabase(try await make(), body)
        await PlacesOnServer.shared.giveBack()
        return value
    } catch {
        await PlacesOnServer.shared.giveBack()
        throw error
    }
}

/// The tests that use the PostgreSQL server at the same time: all of them begin at once, and each needs several connections.
private actor PlacesOnServer {
    static let shared = PlacesOnServer()
    private var free = 12
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func giveBack() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}

/// Gives `body` a database, and removes it afterwards.
private func withDatabase<Value>(
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
    switch database {
    case let database as SQLiteDatabase: try FileManager.default.removeItem(atPath: database.path)
    case let database as PostgresDatabase:
        try await PostgresCopies.shared.giveBack(database.address.database)
    default: break
    }
}

/// The migrated databases that tests' databases are copies of.
private actor Templates {
    static let shared = Templates()
    private var made: [[String]: Task<String, any Error>] = [:]

    func sqlite(for migrations: [Migration]) async throws -> String {
        try await template(.sqlite, migrations) {
            let path = TemporaryFolder.newPath("template")
            let database = try SQLiteDatabase.open(at: path)
            _ = try await MigrationRunner.migrate(database, migrations, clock: .fixed(Instant(milliseconds: 0)))
            // Closing brings the write-ahead log into the file, which is then complete by itself.
            try await database.close()
            return path
        }
    }

    func postgres(for migrations: [Migration]) async throws -> String {
        try await template(.postgres, migrations) {
            let database = try await TestDatabase.makePostgresTemplate(migrations)
            try await database.close()
            try await PostgresCopies.shared.prepare(database.address.database)
            return database.address.database
        }
    }

    private func template(
        _ dialect: SQLDialect, _ migrations: [Migration], _ make: @escaping @Sendable () async throws -> String
    ) async throws -> String {
        // The scripts, not only the names: two suites may call different schemas alike.
        let key = [dialect.rawValue] + migrations.flatMap { [$0.name, $0.script(dialect)] }
        if let known = made[key] { return try await known.value }
        let making = Task { try await make() }
        made[key] = making
        return try await making.value
    }
}

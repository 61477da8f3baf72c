package import Essentials

/// Brings a database to the schema of this program: one ordered list, forward only.
///
/// Each migration runs in a transaction of its own, together with the row of `schema_migration` that records it, so a
/// run that is cut short goes on where it stopped. What was applied must be the beginning of the list; anything else is
/// refused before the database is touched.
package enum MigrationRunner {
    /// Applies the migrations that are missing.
    /// - Returns: the names applied, in order; empty when the schema was current.
    /// - throws: ``SQLError/notUsable(_:)``, with what to do, for a database that a newer version made, a list in another
    ///   order than the database's, or a database that is not Rebond's; ``SQLError`` when a script fails, and then the
    ///   migrations before it are kept.
    package static func migrate(
        _ database: any SQLDatabase, _ migrations: [Migration], clock: Clock
    ) async throws -> [String] {
        guard try await !pending(database, migrations).isEmpty else { return [] }
        return try await database.whileMigrating {
            var names: [String] = []
            // What is missing is worked out again in each transaction: another process may be migrating too.
            while let name = try await applyNext(database, migrations, clock) { names.append(name) }
            return names
        }
    }

    /// The names of the migrations that ``migrate(_:_:clock:)`` would apply. Changes nothing.
    /// - throws: as ``migrate(_:_:clock:)``.
    package static func pending(_ database: any SQLDatabase, _ migrations: [Migration]) async throws -> [String] {
        try checkNames(migrations)
        let dialect = database.dialect
        let count = try await database.read { try appliedCount($0, dialect, migrations) }
        return migrations.dropFirst(count).map(\.name)
    }

    private static func applyNext(
        _ database: any SQLDatabase, _ migrations: [Migration], _ clock: Clock
    ) async throws -> String? {
        let dialect = database.dialect
        return try await database.writeAlone { writing -> String? in
            let count = try appliedCount(writing, dialect, migrations)
            guard count < migrations.count else { return nil }
            if count == 0, try !hasRecords(writing, dialect).runnersTable {
                try writing.runScript(MigrationStatements.table)
            }
            let next = migrations[count]
            try writing.runScript(next.script(dialect))
            try writing.run(MigrationStatements.record, count + 1, next.name, clock.now)
            return next.name
        }
    }

    /// How many of the list the database has, checked to be its beginning.
    private static func appliedCount(
        _ reading: any ReadTransaction, _ dialect: SQLDialect, _ migrations: [Migration]
    ) throws -> Int {
        switch try standing(reading, dialect, migrations) {
        case .empty: return 0
        case .current: return migrations.count
        case .behind(let missing): return migrations.count - missing.count
        case .newer(let name): throw newer(name)
        case .reordered(let name, let expected): throw reordered(name, expected: expected)
        case .foreign: throw notRebond
        }
    }

    static func hasRecords(
        _ reading: any ReadTransaction, _ dialect: SQLDialect
    ) throws -> (anyTable: Bool, runnersTable: Bool) {
        try reading.first(MigrationStatements.tables(dialect)) { ($0.int(0) > 0, $0.int(1) > 0) } ?? (false, false)
    }

    private static func checkNames(_ migrations: [Migration]) throws {
        var seen: Set<String> = []
        for migration in migrations where !seen.insert(migration.name).inserted {
            throw SQLError.notUsable("two migrations are named \(migration.name): rename the newer one")
        }
    }

    private static let notRebond = SQLError.notUsable(
        "the database has tables that Rebond did not make: give the address of an empty database, or of Rebond's own")

    private static func newer(_ name: String) -> SQLError {
        .notUsable(
            """
            the database was made by a newer version of Rebond (it has the migration \(name), which this version does not \
            know): run that version or a later one, or restore the backup taken before the upgrade
            """)
    }

    private static func reordered(_ name: String, expected: String) -> SQLError {
        .notUsable(
            """
            the database's migrations are not the beginning of this program's list (\(name) stands where \(expected) \
            should): put the list back in the order in which it was released, and add new migrations at its end
            """)
    }
}

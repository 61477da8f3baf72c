/// How a database's schema stands to the migrations of this program.
package enum SchemaStanding: Sendable, Hashable {
    /// Nothing is there at all.
    case empty
    case current
    /// Migrations are missing; their names, in order.
    case behind([String])
    /// A newer version made it: the name of a migration that this program does not know.
    case newer(String)
    /// The migrations are not the beginning of the list: one stands where another should.
    case reordered(String, expected: String)
    /// There are tables, and none of them is Rebond's.
    case foreign
}

extension MigrationRunner {
    /// How the database stands to `migrations`. Changes nothing: for the health check, and for refusals that say what to do.
    /// - throws: ``SQLError`` when the database does not answer.
    package static func standing(
        of database: any SQLDatabase, _ migrations: [Migration]
    ) async throws -> SchemaStanding {
        let dialect = database.dialect
        return try await database.read { try standing($0, dialect, migrations) }
    }

    static func standing(
        _ reading: any ReadTransaction, _ dialect: SQLDialect, _ migrations: [Migration]
    ) throws -> SchemaStanding {
        let (anyTable, runnersTable) = try hasRecords(reading, dialect)
        guard runnersTable else { return anyTable ? .foreign : .empty }
        let applied = try reading.rows(MigrationStatements.applied) { (position: $0.int(0), name: $0.text(1)) }
        let known = Set(migrations.map(\.name))
        if let unknown = applied.first(where: { !known.contains($0.name) }) { return .newer(unknown.name) }
        for (index, row) in applied.enumerated() where row.position != index + 1 || row.name != migrations[index].name {
            return .reordered(row.name, expected: migrations[index].name)
        }
        return applied.count == migrations.count ? .current : .behind(migrations.dropFirst(applied.count).map(\.name))
    }
}

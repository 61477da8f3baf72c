package import SQL
import SQLiteDriver
package import Testing

/// Expects that no statement runs through a whole table, except those in `small`.
///
/// SQLite's planner knows how full a table is only after `ANALYZE`, so the plan on an empty database is the plan on a full
/// one.
/// - Parameter small: tables (or their aliases in the statement) that stay small enough to be read whole.
package func expectNoFullScan(
    _ statement: Statement, _ database: any SQLDatabase, allowing small: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let scans = try await fullScans(statement, database).filter { !small.contains($0.table) }
    #expect(
        scans.isEmpty, "\(statement.name) reads whole tables: \(scans.map(\.line).joined(separator: "; "))",
        sourceLocation: sourceLocation)
}

/// The tables (or their aliases) that a statement reads whole, each with the line of the plan that says so.
package func fullScans(
    _ statement: Statement, _ database: any SQLDatabase
) async throws -> [(table: String, line: String)] {
    guard let database = database as? SQLiteDatabase else { return [] }
    return try await database.queryPlan(of: statement).compactMap { line in
        // `SCAN person`, `SCAN p USING COVERING INDEX …`; not `SCAN CONSTANT ROW`, `SCAN 2-ROW VALUES CLAUSE` or
        // `SCAN (subquery-1)`, which read no table.
        let words = line.split(separator: " ")
        guard words.count > 1, words[0] == "SCAN", !words[1].hasPrefix("(") else { return nil }
        guard !line.contains("CONSTANT ROW"), !line.contains("VALUES CLAUSE") else { return nil }
        return (String(words[1]), line)
    }
}

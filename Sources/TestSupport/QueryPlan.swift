package import SQL
import SQLiteDriver
package import Testing

/// Expects that no statement runs through a whole table, except those in `small`.
///
/// SQLite's planner reads `sqlite_stat1` only after `ANALYZE`, so the plan on an empty database is the plan on a full one.
/// - Parameter small: tables (or their aliases in the statement) that stay small enough to be read whole.
package func expectNoFullScan(
    _ statement: Statement, _ database: any SQLDatabase, allowing small: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    guard let database = database as? SQLiteDatabase else { return }
    let plan = try await database.queryPlan(of: statement)
    let scans = plan.filter { line in
        let words = line.split(separator: " ")
        // `SCAN person`, `SCAN p USING COVERING INDEX …`; not `SCAN CONSTANT ROW`, `SCAN 2-ROW VALUES CLAUSE` or
        // `SCAN (subquery-1)`, which read no table.
        guard words.count > 1, words[0] == "SCAN", !words[1].hasPrefix("(") else { return false }
        return !small.contains(String(words[1])) && !line.contains("CONSTANT ROW") && !line.contains("VALUES CLAUSE")
    }
    #expect(scans.isEmpty, "\(statement.name) reads whole tables: \(plan.joined(separator: "; "))", sourceLocation: sourceLocation)
}

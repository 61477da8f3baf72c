import Foundation
import PostgresDriver
package import SQL
import SQLiteDriver
package import Testing

/// Expects that no statement runs through a whole table, except those in `small`. On SQLite only.
///
/// SQLite's planner knows how full a table is only after `ANALYZE`, so the plan on an empty database is the plan on a full
/// one. PostgreSQL's knows at once, and reads what is small whole: its plans are looked at in a school full of people, with
/// all statements together.
/// - Parameter small: tables (or their aliases in the statement) that stay small enough to be read whole.
package func expectNoFullScan(
    _ statement: Statement, _ database: any SQLDatabase, allowing small: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    guard database.dialect == .sqlite else { return }
    let scans = try await fullScans(statement.text, database).filter { !small.contains($0.table) }
    #expect(
        scans.isEmpty, "\(statement.name) reads whole tables: \(scans.map(\.line).joined(separator: "; "))",
        sourceLocation: sourceLocation)
}

/// The tables that a statement reads whole (on SQLite their aliases), each with what the plan says about it.
/// - throws: ``SQLError`` when the engine does not accept the statement.
package func fullScans(_ text: String, _ database: any SQLDatabase) async throws -> [(table: String, line: String)] {
    switch database {
    case let database as SQLiteDatabase: try await database.queryPlan(of: text).compactMap(sqliteScan)
    case let database as PostgresDatabase: postgresScans(try await database.queryPlan(of: text))
    default: []
    }
}

private func sqliteScan(_ line: String) -> (table: String, line: String)? {
    // `SCAN person`, `SCAN p USING COVERING INDEX …`; not `SCAN CONSTANT ROW`, `SCAN 2-ROW VALUES CLAUSE` or
    // `SCAN (subquery-1)`, which read no table.
    let words = line.split(separator: " ")
    guard words.count > 1, words[0] == "SCAN", !words[1].hasPrefix("(") else { return nil }
    guard !line.contains("CONSTANT ROW"), !line.contains("VALUES CLAUSE") else { return nil }
    // A full-text index that is asked for words or for a row; asked for nothing, nothing stands after the colon.
    if line.contains("VIRTUAL TABLE INDEX"), !line.hasSuffix(":") { return nil }
    return (String(words[1]), line)
}

private func postgresScans(_ plan: String) -> [(table: String, line: String)] {
    guard let explained = try? JSONSerialization.jsonObject(with: Data(plan.utf8)) else { return [] }
    var scans: [(table: String, line: String)] = []
    func look(at value: Any) {
        if let node = value as? [String: Any] {
            if let kind = node["Node Type"] as? String, kind.hasSuffix("Seq Scan"), let table = node["Relation Name"] as? String {
                scans.append((table, "\(kind) on \(table), rows \(node["Plan Rows"] ?? "?")"))
            }
            node.values.forEach(look)
        } else if let nodes = value as? [Any] {
            nodes.forEach(look)
        }
    }
    look(at: explained)
    return scans
}

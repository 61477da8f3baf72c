import Foundation
import SQL

extension PostgresDatabase {
    /// Runs statements outside of a transaction on a connection made for them: CREATE DATABASE, ANALYZE. For tests and benchmarks.
    package static func runAlone(_ sql: String, _ settings: PostgresSettings) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue(label: "rebond.postgres.maintenance").async {
                continuation.resume(
                    with: Result {
                        let connection = try PostgresConnection(settings)
                        try connection.simple("SET statement_timeout = 0; SET lock_timeout = 0", "maintenance")
                        try connection.simple(sql, "maintenance")
                    })
            }
        }
    }

    /// How the server would run a statement whatever its values: `EXPLAIN (FORMAT JSON)` of its generic plan. For tests.
    /// - throws: ``SQLError`` when the server does not accept the statement.
    package func queryPlan(of text: String) async throws -> String {
        try await run { try $0.read { try $0.genericPlan(of: text) } }
    }

    /// What the server takes the parameters of a statement for, by their numbers: `bigint`, `text`. For tests.
    /// - throws: ``SQLError`` when the server does not accept the statement.
    package func parameterTypes(of text: String) async throws -> [String] {
        try await run { try $0.read { try $0.parameterTypes(of: text) } }
    }
}

extension PostgresConnection {
    /// The plan, as JSON.
    func genericPlan(of text: String) throws -> String {
        try runScript("SET LOCAL plan_cache_mode = force_generic_plan; PREPARE explained AS \(text)")
        defer { try? simple("DEALLOCATE explained", "explain") }
        let nulls = try explainedTypes().map { _ in "NULL" }.joined(separator: ", ")
        return try values("EXPLAIN (FORMAT JSON) EXECUTE explained\(nulls.isEmpty ? "" : "(\(nulls))")").joined(separator: "\n")
    }

    /// The types of the parameters, in order.
    func parameterTypes(of text: String) throws -> [String] {
        try runScript("PREPARE explained AS \(text)")
        defer { try? simple("DEALLOCATE explained", "explain") }
        return try explainedTypes()
    }

    private func explainedTypes() throws -> [String] {
        try values("SELECT unnest(parameter_types)::text FROM pg_prepared_statements WHERE name = 'explained'")
    }
}

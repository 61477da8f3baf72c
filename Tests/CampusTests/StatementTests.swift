import Campus
import PostgresDriver
import SQL
import TestSupport
import Testing

@Suite("Every statement")
struct StatementTests {
    /// What may read a large table whole, and why.
    static let allowed = [
        "courseContent.publishedPointers": "all courses: a school has dozens",
        "tutoring.unindexedMessages": "messages from before the search, taken from the front of the key until none is left",
    ]

    @Test("is accepted by the engine, and reads no large table whole in a school of 6,000 people", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        let statements = try SourceStatement.all()
        #expect(statements.count > 100)
        #expect(Set(statements.map(\.name)).count == statements.count)
        #expect(Set(Self.allowed.keys).isSubset(of: statements.map(\.name)))
        try await withTestDatabase(backend, CampusMigrations.all) { database in
            try await FullSchool.fill(database)
            for statement in statements where statement.isAsked(of: database.dialect) {
                do {
                    let scans = try await fullScans(statement.text, database)
                        .filter { backend == .sqlite || FullSchool.large.contains($0.table) }
                    guard Self.allowed[statement.name] == nil else { continue }
                    #expect(scans.isEmpty, "\(statement.name): \(scans.map(\.line).joined(separator: "; "))")
                } catch {
                    Issue.record("\(statement.name) is refused: \(error)")
                }
            }
        }
    }

    @Test("takes whole numbers of 64 bits: `$1 - 60` alone would make PostgreSQL expect 32", arguments: Backend.available)
    func parameters(_ backend: Backend) async throws {
        try await withTestDatabase(backend, CampusMigrations.all) { database in
            guard let postgres = database as? PostgresDatabase else { return }
            #expect(try await postgres.parameterTypes(of: "SELECT $1 - 60") == ["integer"])
            for statement in try SourceStatement.all() where statement.isAsked(of: .postgres) {
                let types = try await postgres.parameterTypes(of: statement.text)
                #expect(!types.contains("integer"), "\(statement.name): \(types.joined(separator: ", "))")
            }
        }
    }

    @Test("that reads a large table whole is found", arguments: Backend.available)
    func found(_ backend: Backend) async throws {
        try await withTestDatabase(backend, CampusMigrations.all) { database in
            try await FullSchool.fill(database)
            let scans = try await fullScans("SELECT id FROM person WHERE given_name = $1", database)
            #expect(scans.map(\.table) == ["person"])
            await #expect(throws: SQLError.self) { try await fullScans("SELECT nothing FROM person", database) }
        }
    }
}

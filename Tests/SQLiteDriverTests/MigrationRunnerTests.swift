import Essentials
import SQL
import SQLiteDriver
import TestSupport
import Testing

@Suite("The migration runner")
struct MigrationRunnerTests {
    private static let clock = Clock.fixed(Instant(milliseconds: 1_700_000_000_000))
    private static let tableCount = Statement(
        "test.tableCount", "SELECT count(*) FROM sqlite_master WHERE type = 'table'")

    private static func migration(_ name: String) -> Migration {
        Migration(name) { _ in "CREATE TABLE t\(name.filter(\.isNumber)) (id BIGINT PRIMARY KEY)" }
    }

    @Test("what is missing is applied in order, once", arguments: Backend.available)
    func appliesOnce(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            let first = [Self.migration("a/0001"), Self.migration("a/0002")]
            #expect(try await MigrationRunner.pending(database, first) == ["a/0001", "a/0002"])
            #expect(try await MigrationRunner.migrate(database, first, clock: Self.clock) == ["a/0001", "a/0002"])
            #expect(try await MigrationRunner.migrate(database, first, clock: Self.clock) == [])

            let longer = first + [Self.migration("b/0003")]
            #expect(try await MigrationRunner.pending(database, longer) == ["b/0003"])
            #expect(try await MigrationRunner.migrate(database, longer, clock: Self.clock) == ["b/0003"])
            #expect(try await MigrationRunner.pending(database, longer) == [])
            let applied = Statement("test.applied", "SELECT position, name, applied_at FROM schema_migration ORDER BY position")
            let rows = try await database.read { reading in
                try reading.rows(applied) { "\($0.int(0)) \($0.text(1)) \($0.instant(2).milliseconds)" }
            }
            #expect(rows == ["1 a/0001 1700000000000", "2 a/0002 1700000000000", "3 b/0003 1700000000000"])
        }
    }
}

import Essentials
import SQL
import TestSupport
import Testing

@Suite("The migration runner")
struct MigrationRunnerTests {
    private static let clock = Clock.fixed(Instant(milliseconds: 1_700_000_000_000))

    private static func tableCount(_ database: any SQLDatabase) async throws -> Int? {
        let statement: Statement
        switch database.dialect {
        case .sqlite: statement = Statement("test.tableCount", "SELECT count(*) FROM sqlite_master WHERE type = 'table'")
        case .postgres:
            statement = Statement("test.tableCount", "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
        }
        return try await database.read { try $0.first(statement) { $0.int(0) } }
    }

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

    static let refusals: [(applied: [String], list: [String], reason: String)] = [
        (["a/0001", "a/0002"], ["a/0001"], "newer version of Rebond (it has the migration a/0002"),
        (["a/0001", "z/0009"], ["a/0001", "a/0002"], "newer version of Rebond (it has the migration z/0009"),
        (["a/0001", "a/0002"], ["a/0002", "a/0001"], "a/0001 stands where a/0002 should"),
        (["a/0001", "a/0002"], ["a/0001", "b/0003", "a/0002"], "a/0002 stands where b/0003 should"),
        ([], ["a/0001", "a/0001"], "two migrations are named a/0001"),
    ]

    @Test(
        "a list that does not continue what was applied is refused before anything changes", arguments: Backend.available,
        refusals)
    func refuses(_ backend: Backend, _ refusal: (applied: [String], list: [String], reason: String)) async throws {
        try await withTestDatabase(backend, []) { database in
            _ = try await MigrationRunner.migrate(database, refusal.applied.map(Self.migration), clock: Self.clock)
            let before = try await Self.tableCount(database)
            let list = refusal.list.map(Self.migration)
            for attempt in [MigrationRunner.pending, { try await MigrationRunner.migrate($0, $1, clock: Self.clock) }] {
                let error = await #expect(throws: SQLError.self) { try await attempt(database, list) }
                guard case .notUsable(let message) = error else { throw SQLError.engine("\(String(describing: error))") }
                #expect(message.contains(refusal.reason))
            }
            #expect(try await Self.tableCount(database) == before)
        }
    }

    @Test("a database with tables that are not Rebond's is refused", arguments: Backend.available)
    func foreignTables(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            try await database.writeAlone { try $0.runScript("CREATE TABLE note (id BIGINT)") }
            let error = await #expect(throws: SQLError.self) {
                try await MigrationRunner.migrate(database, [Self.migration("a/0001")], clock: Self.clock)
            }
            guard case .notUsable(let message) = error else { throw SQLError.engine("\(String(describing: error))") }
            #expect(message.contains("give the address of an empty database"))
            #expect(try await Self.tableCount(database) == 1)
        }
    }

    @Test("a script that fails leaves nothing of itself, keeps those before it, and can be mended", arguments: Backend.available)
    func failing(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            let broken = Migration("a/0002") { _ in "CREATE TABLE half (id BIGINT); CREATE TABLE t1 (id BIGINT)" }
            await #expect(throws: SQLError.self) {
                try await MigrationRunner.migrate(
                    database, [Self.migration("a/1"), broken, Self.migration("a/3")], clock: Self.clock)
            }
            let mended = [Self.migration("a/1"), Migration("a/0002") { _ in "CREATE TABLE half (id BIGINT)" }]
            let applied = try await MigrationRunner.migrate(database, mended, clock: Self.clock)
            #expect(applied == ["a/0002"])
        }
    }

    @Test("two that migrate at once apply each migration once", arguments: Backend.available)
    func twoAtOnce(_ backend: Backend) async throws {
        try await withTestDatabase(backend, []) { database in
            let list = (1...20).map { Self.migration("a/\($0)") }
            async let one = MigrationRunner.migrate(database, list, clock: Self.clock)
            async let other = MigrationRunner.migrate(database, list, clock: Self.clock)
            let applied = try await one + other
            #expect(applied.count == 20)
            #expect(Set(applied).count == 20)
        }
    }
}

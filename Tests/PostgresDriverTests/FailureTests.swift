import SQL
import TestSupport
import Testing

@testable import PostgresDriver

@Suite("What goes wrong on PostgreSQL")
struct FailureTests {
    static let states: [(String, SQLError)] = [
        ("23505", .uniqueViolation("d")), ("23503", .foreignKeyViolation("d")), ("23514", .checkViolation("d")),
        ("23502", .checkViolation("d")), ("22003", .checkViolation("d")), ("40001", .busy("d")), ("40P01", .busy("d")),
        ("55P03", .busy("d")), ("57014", .busy("d")), ("53300", .busy("d")), ("53100", .cannotWrite("d")),
        ("25006", .cannotWrite("d")), ("57P01", .unavailable("d")), ("08006", .unavailable("d")), ("XX001", .corrupt("d")),
        ("42601", .engine("d (SQLSTATE 42601)")),
    ]

    @Test("an SQLSTATE means the same as on the other engine", arguments: states)
    func meaning(_ state: String, _ error: SQLError) {
        #expect(SQLError(sqlState: state, detail: "d") == error)
    }

    @Test(
        "the code of a refusal is found in whatever language it is said",
        arguments: [
            ("connection to server at \"::1\" failed: FATAL:  28P01: password authentication failed for user \"x\"", "28P01"),
            ("FATAL :  3D000: la base de données « x » n'existe pas", "3D000"), ("could not connect", nil),
        ])
    func codes(_ message: String, _ state: String?) {
        #expect(PostgresConnection.sqlState(in: message) == state)
    }

    @Test(
        "several statements are told from one",
        arguments: [
            ("SELECT 1", false), ("SELECT 1;\n -- done", false), ("SELECT ';' /* ; */, \"a;b\";", false),
            ("SELECT 1; SELECT 2", true),
            ("SELECT 'it''s'; x", true), ("SELECT 1 -- ;\n; 'x'", true),
        ])
    func several(_ text: String, _ isSeveral: Bool) {
        #expect(StatementText.isSeveral(text) == isSeveral)
    }

    @Test("the details of a refusal name the constraint and quote no value", .enabled(if: PostgresCluster.isInstalled))
    func noValues() async throws {
        try await withTestDatabase(.postgresql, Sample.migrations) { database in
            try await database.write { _ = try $0.run(Sample.insertNamed, 1, "Samira") }
            let error = try await #require(throws: SQLError.self) {
                try await database.write { _ = try $0.run(Sample.insertNamed, 2, "Samira") }
            }
            #expect("\(error)".contains("thing.thing_name_key"))
            #expect(!"\(error)".contains("Samira"))
        }
    }

    static let numbers: [(Statement, Double)] = [
        (Statement("test.0", "SELECT CAST(0 AS NUMERIC)"), 0),
        (Statement("test.1", "SELECT CAST(12345678901 AS NUMERIC)"), 12_345_678_901),
        (Statement("test.2", "SELECT CAST(-0.00012 AS NUMERIC)"), -0.00012),
        (Statement("test.3", "SELECT CAST(10000 AS NUMERIC)"), 10_000),
        (Statement("test.4", "SELECT CAST(70000.5 AS NUMERIC)"), 70_000.5),
        (Statement("test.5", "SELECT CAST(1e20 AS NUMERIC)"), 1e20),
    ]

    @Test("numbers that sums and averages give", .enabled(if: PostgresCluster.isInstalled))
    func numeric() async throws {
        try await withTestDatabase(.postgresql, []) { database in
            for (statement, expected) in Self.numbers {
                let value = try #require(try await database.read { try $0.first(statement) { $0.real(0) } })
                #expect(abs(value - expected) <= abs(expected) * 1e-12)
            }
        }
    }

    @Test("more statements than a connection keeps: the one that was not used for longest is prepared again")
    func eviction() {
        var cache = StatementCache(capacity: 3)
        for key: UInt in 1...3 { #expect(cache.keep(PreparedStatement(name: "s\(key)", parameterTypes: []), for: key) == nil) }
        #expect(cache[1]?.name == "s1")
        #expect(cache.keep(PreparedStatement(name: "s4", parameterTypes: []), for: 4)?.name == "s2")
        #expect(cache[2] == nil)
        #expect(cache[1]?.name == "s1" && cache[3]?.name == "s3" && cache[4]?.name == "s4")
    }
}

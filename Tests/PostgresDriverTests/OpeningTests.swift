import PostgresDriver
import SQL
import TestSupport
import Testing

@Suite("Opening a PostgreSQL database", .enabled(if: PostgresCluster.isInstalled))
struct OpeningTests {
    private func refusal(_ address: String) async throws -> PostgresOpeningError {
        try await #require(throws: PostgresOpeningError.self) {
            try await PostgresDatabase.open(PostgresSettings(address: address, connectTimeout: 2)).close()
        }
    }

    @Test(
        "an address that is none is refused, and is not repeated: a password may stand in it",
        arguments: [
            "rebond.sqlite", "", "mysql://root:secret@localhost/x", "postgresql://u:secret@localhost:notaport:1/x",
            "postgresql://u:secret@localhost/x?colour=blue", "postgresql://u:secret@[::1/x",
        ])
    func address(_ address: String) async throws {
        let error = try await refusal(address)
        #expect(error.reason == .invalidAddress)
        #expect(!"\(error)".contains("secret"))
    }

    @Test("nobody there", arguments: ["127.0.0.1:1", "no-such-host.invalid", "%2Ftmp%2Fnowhere"])
    func nobody(_ host: String) async throws {
        let error = try await refusal("postgresql://rebond:secret@\(host)/rebond")
        #expect(error.reason == .cannotConnect)
        #expect(!error.detail.isEmpty)
        #expect(!"\(error)".contains("secret"))
    }

    @Test("a database that does not exist")
    func unknownDatabase() async throws {
        let error = try await refusal(try PostgresCluster.shared().address("nowhere"))
        #expect(error.reason == .unknownDatabase)
        #expect(error.address?.database == "nowhere")
    }

    @Test("an account that does not exist, and one that may not connect")
    func accounts() async throws {
        let cluster = try PostgresCluster.shared()
        #expect(try await refusal(cluster.address("postgres", user: "nobody_here")).reason == .authenticationRefused)
        let (name, user) = (cluster.newName("closed"), cluster.newName("guest"))
        try await cluster.administer("CREATE DATABASE \(name)")
        try await cluster.administer("CREATE ROLE \(user) LOGIN; REVOKE CONNECT ON DATABASE \(name) FROM PUBLIC")
        #expect(try await refusal(cluster.address(name, user: user)).reason == .notAllowed)
        try await cluster.administer("DROP DATABASE \(name)")
    }

    @Test("a database that does not keep Unicode")
    func encoding() async throws {
        let cluster = try PostgresCluster.shared()
        let name = cluster.newName("latin")
        try await cluster.administer("CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'LATIN1'")
        #expect(try await refusal(cluster.address(name)).reason == .notUnicode)
        try await cluster.administer("DROP DATABASE \(name)")
    }

    @Test(
        "an address is shown without its password",
        arguments: [
            (
                "postgresql://rebond:secret@db.example.org:5433/school?sslmode=require",
                "postgresql://rebond@db.example.org:5433/school"
            ),
            ("postgres://db.example.org/school", "postgresql://db.example.org/school"),
            (
                "postgresql://rebond@/school?host=/run/postgresql&password=secret",
                "postgresql://rebond@/school?host=/run/postgresql"
            ),
        ])
    func shown(_ address: String, _ shown: String) throws {
        let read = try PostgresAddress(address)
        #expect(read.description == shown)
    }

    @Test("a session is what Rebond needs")
    func session() async throws {
        try await withTestDatabase(.postgresql, []) { database in
            let setting = Statement("test.setting", "SELECT current_setting($1)")
            for (name, expected) in [
                ("statement_timeout", "30s"), ("lock_timeout", "10s"), ("client_encoding", "UTF8"),
                ("application_name", "rebond"),
                ("transaction_isolation", "repeatable read"), ("transaction_read_only", "on"), ("jit", "off"),
            ] {
                let value = try await database.read { try $0.first(setting, name) { $0.text(0) } }
                #expect(value == expected, "\(name)")
            }
            let isolation = try await database.write { try $0.first(setting, "transaction_isolation") { $0.text(0) } }
            #expect(isolation == "serializable")
            let whenAlone = try await database.writeAlone { try $0.first(setting, "statement_timeout") { $0.text(0) } }
            #expect(whenAlone == "0")
            let afterwards = try await database.write { try $0.first(setting, "statement_timeout") { $0.text(0) } }
            #expect(afterwards == "30s")
        }
    }
}

import Campus
import Essentials
import Foundation
import PostgresDriver
import SQL
import TestSupport
import Testing

@Suite("A PostgreSQL database that cannot be used", .enabled(if: PostgresCluster.isInstalled))
struct DatabaseRefusalTests {
    private static let foreign = Migration("other/0001-bicycles") { _ in "CREATE TABLE bicycle (id BIGINT NOT NULL PRIMARY KEY)" }
    private static let future = Statement("test.future", "UPDATE schema_migration SET name = 'future/0001-x' WHERE position = 1")
    private static let tables = Statement(
        "test.tables", "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY 1")

    /// Runs a command on a database; whatever happens, no password is told.
    private func run(_ arguments: [String], _ address: String, environment: [String: String] = [:]) async throws
        -> Program.Outcome
    {
        let outcome = try await Program.run(
            arguments + ["--data", Program().data, "--database", address, "--language", "fr"], environment: environment)
        #expect(!(outcome.output + outcome.errors).contains("secret"))
        return outcome
    }

    @Test(
        "an address that is none, or where nobody is, is told with what to do",
        arguments: [
            ("mysql://root:secret@localhost/x", 64, "ne se lit pas"), ("rebond.sqlite", 64, "ne se lit pas"),
            ("postgresql://u:sec%zzret:secret@localhost/x", 64, "ne se lit pas"),
            ("postgresql://u:secret@localhost/x?colour=blue", 64, "ne se lit pas"),
            ("postgresql://u:secret@127.0.0.1:1/x", 69, "postgresql://u@127.0.0.1:1/x"),
        ])
    func address(_ address: String, _ code: Int, _ words: String) async throws {
        for command in [["person", "list"], ["migrate"], ["serve", "--port", "0"]] {
            let outcome = try await run(command, address)
            #expect(outcome.code == code, "\(command)")
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
    }

    @Test("a database or an account that is not there")
    func unknown() async throws {
        let cluster = try PostgresCluster.shared()
        let nowhere = try await run(["migrate"], cluster.address("nowhere"))
        #expect(nowhere.code == 66 && nowhere.errors.contains("createdb"))
        let nobody = try await run(["migrate"], cluster.address("postgres", user: "nobody_here"))
        #expect(nobody.code == 77 && nobody.errors.contains("le compte ou le mot de passe"))
    }

    @Test("a wrong password is refused, a right one is not")
    func password() async throws {
        let cluster = try PostgresCluster()
        defer { cluster.remove() }
        try await cluster.administer("CREATE ROLE guest LOGIN PASSWORD 'secret-right'")
        try await cluster.administer("CREATE DATABASE school OWNER guest TEMPLATE template0")
        let rules = "\(cluster.folder)/data/pg_hba.conf"
        let kept = try String(contentsOfFile: rules, encoding: .utf8)
        try Data(("local all guest scram-sha-256\n" + kept).utf8).write(to: URL(filePath: rules))
        try cluster.order("restart")
        func address(_ password: String) -> String { "postgresql://guest:\(password)@/school?host=\(cluster.folder)" }
        let wrong = try await run(["migrate"], address("secret-wrong"))
        #expect(wrong.code == 77 && wrong.errors.contains("le compte ou le mot de passe"))
        #expect(try await run(["migrate"], address("secret-right")).code == 0)
        // The password may stand elsewhere than in the address.
        let apart = try await run(
            ["person", "list"], cluster.address("school", user: "guest"), environment: ["PGPASSWORD": "secret-right"])
        #expect(apart.code == 0)
    }

    @Test("a database with nothing in it is no installation until somebody makes it one")
    func empty() async throws {
        try await withTestDatabase(.postgresql, []) { (database: any SQLDatabase) async throws in
            let address = try PostgresCluster.shared().address(name(of: database))
            let listed = try await run(["person", "list"], address)
            #expect(listed.code == 66 && listed.errors.contains("rebond migrate"))
            #expect(try await tables(database).isEmpty)
            #expect(try await run(["migrate"], address).lines.first == "accounts/0001-people")
            #expect(try await run(["person", "list"], address).code == 0)
            let backup = try await run(["backup", "/tmp/never-written"], address)
            #expect(backup.code == 1 && backup.errors.contains("pg_dump"))
        }
    }

    @Test("another program's database, and a newer version's, are left as they are", arguments: [false, true])
    func others(_ isNewer: Bool) async throws {
        try await withTestDatabase(.postgresql, isNewer ? CampusMigrations.all : []) { (database: any SQLDatabase) async throws in
            if isNewer {
                try await database.write { _ = try $0.run(Self.future) }
            } else {
                try await database.writeAlone { try $0.runScript(Self.foreign.script(.postgres)) }
            }
            let before = try await tables(database)
            let address = try PostgresCluster.shared().address(name(of: database))
            for command in [["person", "list"], ["migrate"], ["serve", "--port", "0"], ["verify"]] {
                let outcome = try await run(command, address)
                #expect(outcome.code == 65, "\(command)")
                #expect(outcome.errors.contains(isNewer ? "une autre version" : "n’est pas une base de Rebond"))
            }
            #expect(try await tables(database) == before)
        }
    }

    @Test("the address comes from --database, else from REBOND_DATABASE, else from the file of settings")
    func sources() async throws {
        try await withTestDatabase(.postgresql, CampusMigrations.all) { (database: any SQLDatabase) async throws in
            let address = try PostgresCluster.shared().address(name(of: database))
            let nowhere = try PostgresCluster.shared().address("nowhere")
            let settings = try Program.file("{\"database\": \"\(address)\"}", named: "settings")
            let wrong = try Program.file("{\"database\": \"\(nowhere)\"}", named: "settings")
            let list = ["person", "list", "--data", Program().data]
            for (arguments, environment, code) in [
                (list + ["--database", address], ["REBOND_DATABASE": nowhere], 0), (list, ["REBOND_DATABASE": address], 0),
                (list + ["--config", wrong], ["REBOND_DATABASE": address], 0), (list + ["--config", settings], [:], 0),
                (list, ["REBOND_CONFIG": settings], 0), (list, ["REBOND_DATABASE": nowhere], 66),
                (list, ["REBOND_DATABASE": ""], 66), (list + ["--config", "/nowhere"], [:], 66),
            ] as [([String], [String: String], Int32)] {
                let outcome = try await Program.run(arguments, environment: environment)
                #expect(outcome.code == code, "\(arguments) \(environment) \(outcome.errors)")
            }
        }
    }

    private func name(of database: any SQLDatabase) -> String {
        (database as? PostgresDatabase)?.address.database ?? ""
    }

    private func tables(_ database: any SQLDatabase) async throws -> [String] {
        try await database.read { try $0.rows(Self.tables) { $0.text(0) } }
    }
}

import Campus
import Foundation
import Glibc
import PostgresDriver
import TestSupport
import Testing

@Suite("rebond serve")
struct ServeTests {
    /// Servers on one installation, ended whatever happens.
    private func withServers<Value>(
        _ count: Int, _ arguments: [String], _ body: ([ServedProgram]) async throws -> Value
    ) async throws -> Value {
        var servers: [ServedProgram] = []
        do {
            for _ in 0..<count { servers.append(try await ServedProgram.start(arguments)) }
            let value = try await body(servers)
            for server in servers { #expect(await server.stop() == 0) }
            return value
        } catch {
            for server in servers { _ = await server.stop() }
            throw error
        }
    }

    private func get(_ path: String, of server: ServedProgram, cookie: String = "") async throws -> LocalAnswer {
        try await LocalAnswer.of("GET", path, port: server.port, headers: ["Cookie": cookie])
    }

    /// Asks until the answer is as wanted. Commands are seen within two seconds; a machine that is busy with other tests gets more.
    private func eventually(_ isSo: () async throws -> Bool) async throws -> Bool {
        for _ in 0..<200 {
            if try await isSo() { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    @Test(
        "a second server on one SQLite file is refused and told why; commands run beside the first, and a killed one leaves no lock"
    )
    func second() async throws {
        let program = Program()
        let arguments = ["--data", program.data]
        let first = try await ServedProgram.start(arguments)
        let second = try await program.run("serve", "--port", "0")
        #expect(second.code == 73)
        #expect(second.errors.contains("(processus \(first.spawned.number))"), "\(second.errors)")
        #expect(second.errors.contains("--database"))
        #expect(try await program.run("person", "add", "awa", "--given", "Awa").code == 0)
        #expect(try await program.run("person", "list").errors == "1 personne.\n")
        first.spawned.signal(SIGKILL)
        #expect(await first.spawned.end() == 128 + SIGKILL)
        try await withServers(1, arguments) { (servers: [ServedProgram]) async throws in
            #expect(try await get("/health/ready", of: servers[0]).status == 200)
        }
    }

    @Test("what a command changes is seen by a running server, on SQLite")
    func changesOnSQLite() async throws {
        let program = Program()
        #expect(try await program.run("migrate").code == 0)
        try await expectChangesSeen(["--data", program.data], servers: 1)
    }

    @Test("what a command changes is seen by every running server, on PostgreSQL", .enabled(if: PostgresCluster.isInstalled))
    func changesOnPostgres() async throws {
        let cluster = try PostgresCluster()
        defer { cluster.remove() }
        try await cluster.administer("CREATE DATABASE school TEMPLATE template0")
        let data = Program().data
        try await expectChangesSeen(["--data", data, "--database", cluster.address("school")], servers: 2) {
            try cluster.order("restart")
        }
    }

    /// Publishes a course, has it read, publishes another version, takes a role back; then once more after `interruption`.
    private func expectChangesSeen(
        _ place: [String], servers: Int, after interruption: (() async throws -> Void)? = nil
    ) async throws {
        let folder = TemporaryFolder.newPath("course")
        try FileManager.default.copyItem(atPath: Program.root.appending(path: Program.smallCourse).path, toPath: folder)
        let outline = URL(filePath: folder + "/course.yml")
        let original = try String(contentsOf: outline, encoding: .utf8)
        func publish(_ title: String) async throws {
            let lines = original.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.hasPrefix("title:") ? "title: \(title)" : String($0) }
            try Data(lines.joined(separator: "\n").utf8).write(to: outline)
            #expect(try await Program.run(["course", "apply", folder] + place).code == 0)
        }
        try await publish("Premier titre")
        let password = "tisane-galet-volcan"
        let added = try await Program.run(
            ["person", "add", "awa", "--given", "Awa", "--role", "author", "--password-stdin", "--keep-password"] + place,
            typed: password + "\n")
        #expect(added.code == 0)
        try await withServers(servers, place) { (running: [ServedProgram]) async throws in
            let body = "{\"login\":\"awa\",\"password\":\"\(password)\"}"
            let signedIn = try await LocalAnswer.of(
                "POST", "/sign-in", port: running[0].port, headers: ["Content-Type": "application/json"], body: body)
            #expect(signedIn.status == 200)
            let cookie = String(try #require(signedIn.headers["set-cookie"]).prefix { $0 != ";" })
            func sees(_ title: String) async throws -> Bool {
                for server in running {
                    let answer = try await get("/courses/essai", of: server, cookie: cookie)
                    guard answer.status == 200 else { return false }
                    let model = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
                    if model?["title"] as? String != title { return false }
                }
                return true
            }
            #expect(try await sees("Premier titre"))
            try await publish("Deuxième titre")
            #expect(try await eventually { try await sees("Deuxième titre") })

            if let interruption {
                try await interruption()
                // Those who were signed in still are.
                #expect(try await eventually { try await sees("Deuxième titre") })
                try await publish("Troisième titre")
                #expect(try await eventually { try await sees("Troisième titre") })
            }
            #expect(try await Program.run(["person", "role", "awa", "--take", "author"] + place).code == 0)
            #expect(
                try await eventually {
                    for server in running where try await get("/authoring", of: server, cookie: cookie).status != 403 {
                        return false
                    }
                    return true
                })
            #expect(try await Program.run(["person", "close", "awa"] + place).code == 0)
            #expect(
                try await eventually {
                    for server in running where try await get("/profile", of: server, cookie: cookie).status != 401 {
                        return false
                    }
                    return true
                })
            for server in running {
                #expect(!server.said.contains(password))
            }
        }
    }
}

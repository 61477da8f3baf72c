import Foundation
import TestSupport
import Testing

@Suite("A PostgreSQL server that asks for TLS", .enabled(if: PostgresCluster.isInstalled))
struct DatabaseTLSTests {
    @Test("the way of the address is taken: encrypted and checked, or refused with what to do")
    func encrypted() async throws {
        let cluster = try PostgresCluster()
        defer { cluster.remove() }
        try await cluster.administer("CREATE ROLE guest LOGIN PASSWORD 'secret-right'")
        try await cluster.administer("CREATE DATABASE school OWNER guest TEMPLATE template0")
        let port = try await ServerCertificate.freePort()
        let certificate = try await ServerCertificate.make(in: "\(cluster.folder)/data", named: "server")
        let stranger = try await ServerCertificate.make(in: TemporaryFolder.newPath("stranger"), named: "other")
        try prepend(
            "hostssl all guest 127.0.0.1/32 scram-sha-256\nhostnossl all guest 127.0.0.1/32 reject\n",
            to: "\(cluster.folder)/data/pg_hba.conf")
        // The last line that sets something holds.
        try append(
            "listen_addresses = '127.0.0.1'\nport = \(port)\nssl = on\nssl_cert_file = 'server.crt'\nssl_key_file = 'server.key'\n",
            to: "\(cluster.folder)/data/postgresql.conf")
        try cluster.order("restart")

        func migrate(_ query: String) async throws -> Program.Outcome {
            let outcome = try await Program.run([
                "migrate", "--data", Program().data, "--language", "fr", "--database",
                "postgresql://guest:secret-right@127.0.0.1:\(port)/school?\(query)",
            ])
            #expect(!(outcome.output + outcome.errors).contains("secret"))
            return outcome
        }
        let checked = try await migrate("sslmode=verify-full&sslrootcert=\(certificate)")
        #expect(checked.code == 0, "\(checked.errors)")
        let encrypted = try await migrate("sslmode=require")
        #expect(encrypted.code == 0, "\(encrypted.errors)")
        let open = try await migrate("sslmode=disable")
        #expect(open.code == 77 && open.errors.contains("TLS"), "\(open.code) \(open.errors)")
        let untrusted = try await migrate("sslmode=verify-full&sslrootcert=\(stranger)")
        #expect(
            untrusted.code == 69 && untrusted.errors.contains("TLS") && untrusted.errors.contains("certificate"),
            "\(untrusted.code) \(untrusted.errors)")
    }

    private func prepend(_ text: String, to path: String) throws {
        try Data((text + String(contentsOfFile: path, encoding: .utf8)).utf8).write(to: URL(filePath: path))
    }

    private func append(_ text: String, to path: String) throws {
        try Data((String(contentsOfFile: path, encoding: .utf8) + text).utf8).write(to: URL(filePath: path))
    }
}

/// A certificate of a server on this machine, signed by itself.
enum ServerCertificate {
    /// Makes `name.crt` and `name.key` in a folder, for whoever the folder belongs to.
    /// - Returns: the path of the certificate.
    static func make(in folder: String, named name: String) async throws -> String {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (certificate, key) = ("\(folder)/\(name).crt", "\(folder)/\(name).key")
        try await run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj",
            "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key)
        try await run("chmod", "600", key)
        try await run("chown", "--reference=\(folder)", certificate, key)
        return certificate
    }

    /// A port of this machine that nobody listens on at the moment.
    static func freePort() async throws -> Int {
        let program = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"
        return try #require(Int(try await run("python3", "-c", program).trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @discardableResult private static func run(_ arguments: String...) async throws -> String {
        let output = TemporaryFolder.newPath("output")
        let spawned = try Spawned(
            ["/usr/bin/env"] + arguments, environment: ["PATH": "/usr/bin:/bin"], folder: "/", input: "/dev/null", output: output,
            errors: "/dev/null")
        let code = await spawned.end()
        try #require(code == 0, "\(arguments)")
        return try String(contentsOfFile: output, encoding: .utf8)
    }
}

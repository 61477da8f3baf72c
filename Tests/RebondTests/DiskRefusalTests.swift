import Foundation
import Glibc
import TestSupport
import Testing

@Suite("A disk that cannot be written")
struct DiskRefusalTests {
    /// Root writes wherever it wants, unless it gives that right up.
    private static let bound = geteuid() == 0 ? ["/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"] : []

    private func run(_ arguments: String..., on data: String) async throws -> Program.Outcome {
        try await Program.run(arguments + ["--data", data, "--language", "fr"], wrapper: Self.bound)
    }

    private func content(_ folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            found[name] = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
        }
        return found
    }

    @Test("a directory that may not be written is refused, and nothing in it changes", arguments: [0o500, 0o000])
    func readOnly(_ mode: Int) async throws {
        let program = Program()
        #expect(try await program.run("migrate").code == 0)
        #expect(try await program.run("person", "add", "awa", "--given", "Awa").code == 0)
        let before = try content(program.data)
        let manager = FileManager.default
        let files = before.keys.map { "\(program.data)/\($0)" }
        for file in files { try manager.setAttributes([.posixPermissions: 0o400], ofItemAtPath: file) }
        try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: program.data)
        defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.data) }
        for outcome in [
            try await run("migrate", on: program.data), try await run("serve", "--port", "0", on: program.data),
            try await run("person", "add", "leo", "--given", "Léo", on: program.data),
            try await run("course", "apply", Program.smallCourse, on: program.data),
        ] {
            #expect(outcome.code == 73, "\(outcome.errors)")
            #expect(outcome.errors.contains("ne peut pas écrire dans « \(program.data) »"), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.data)
        #expect(try content(program.data) == before)
    }

    @Test("a directory that cannot be made is refused")
    func cannotBeMade() async throws {
        let parent = TemporaryFolder.newPath("closed")
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
        for outcome in [
            try await run("migrate", on: "\(parent)/data"), try await run("serve", "--port", "0", on: "\(parent)/data"),
        ] {
            #expect(outcome.code == 73)
            #expect(outcome.errors.contains("ne peut pas écrire dans"))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
    }

    @Test(
        "a disk that is full refuses what is written, keeps what was, and is fine once there is room",
        .enabled(if: geteuid() == 0))
    func full() async throws {
        let disk = TemporaryFolder.newPath("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
        try #require(mount("tmpfs", disk, "tmpfs", 0, "size=8m,mode=700") == 0)
        defer { umount2(disk, Int32(MNT_DETACH)) }
        let program = Program(data: disk)
        #expect(try await program.run("migrate").code == 0)
        #expect(try await program.run("person", "add", "awa", "--given", "Awa").code == 0)

        let filler = "\(disk)/filler"
        #expect(FileManager.default.createFile(atPath: filler, contents: nil))
        let handle = try FileHandle(forWritingTo: URL(filePath: filler))
        for size in [65_536, 4096, 512, 1] {
            while (try? handle.write(contentsOf: Data(repeating: 0, count: size))) != nil {}
        }
        try handle.close()
        for arguments in [["person", "add", "leo", "--given", "Léo"], ["course", "apply", Program.smallCourse]] {
            let outcome = try await Program.run(arguments + ["--data", disk, "--language", "fr"])
            #expect(outcome.code == 73 || outcome.code == 74, "\(outcome.code)")
            #expect(outcome.errors.contains("place") || outcome.errors.contains("plein"), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        let served = try await Program.run(["serve", "--port", "0", "--data", disk, "--language", "fr"])
        #expect(served.code == 73 || served.code == 74)

        try FileManager.default.removeItem(atPath: filler)
        let listed = try await program.run("person", "list")
        #expect(listed.errors == "1 personne.\n")
        #expect(try await program.run("person", "add", "leo", "--given", "Léo").code == 0)
        #expect(try await program.run("verify").code == 0)
    }
}

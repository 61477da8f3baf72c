import Foundation
import SQL
import SQLiteDriver
import TestSupport
import Testing

@Suite("The data directory")
struct DataDirectoryTests {
    @Test("it is made once, private, and then is up to date")
    func made() async throws {
        let program = Program()
        let first = try await program.run("migrate")
        #expect(first.code == 0)
        #expect(first.lines.first == "accounts/0001-people")
        let attributes = try FileManager.default.attributesOfItem(atPath: program.data)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        let second = try await program.run("migrate")
        #expect(second.code == 0 && second.output.isEmpty)
        #expect(second.errors == "La base est à jour.\n")
    }

    @Test("it comes from --data, else from REBOND_DATA")
    func environment() async throws {
        let program = Program()
        let made = try await Program.run(["migrate"], environment: ["REBOND_DATA": program.data])
        #expect(made.code == 0)
        #expect(FileManager.default.fileExists(atPath: program.data + "/rebond.sqlite"))
        let other = Program()
        let listed = try await Program.run(
            ["person", "list", "--data", other.data], environment: ["REBOND_DATA": program.data])
        #expect(listed.code == 66)
    }

    @Test(
        "a command that needs data refuses a directory without any, and makes nothing",
        arguments: [
            ["person", "list"], ["person", "reset", "awa"], ["person", "token", "awa", "--label", "x"], ["cohort", "list"],
            ["cohort", "enrol", "web", "awa"], ["course", "list"], ["verify"], ["backup", "/tmp/never-written"],
        ])
    func nothingThere(_ arguments: [String]) async throws {
        let program = Program()
        let outcome = try await Program.run(arguments + ["--data", program.data])
        #expect(outcome.code == 66)
        #expect(outcome.errors.contains(program.data))
        #expect(!FileManager.default.fileExists(atPath: program.data))
    }

    @Test("a file that is no database is refused and left as it is", arguments: ["person list", "migrate", "demo", "verify"])
    func notADatabase(_ command: String) async throws {
        let program = Program()
        try FileManager.default.createDirectory(atPath: program.data, withIntermediateDirectories: true)
        let file = URL(filePath: program.data + "/rebond.sqlite")
        let text = String(repeating: "ceci n’est pas une base\n", count: 100)
        try Data(text.utf8).write(to: file)
        let outcome = try await Program.run(command.split(separator: " ").map(String.init) + ["--data", program.data])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("n’est pas une base de Rebond"))
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    @Test("a database of a newer version is refused and left as it is")
    func newer() async throws {
        let program = Program()
        _ = try await program.run("migrate")
        let database = try SQLiteDatabase.open(at: program.data + "/rebond.sqlite")
        try await database.write {
            try $0.runScript("INSERT INTO schema_migration SELECT 1 + max(position), 'later/0001-more', 0 FROM schema_migration")
        }
        try await database.close()
        let outcome = try await program.run("person", "list")
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("plus récente"))
    }

    @Test("a directory that cannot be made or written is refused with its name")
    func readOnly() async throws {
        // Nobody, not even root, makes a directory in /proc.
        var places = ["/proc/rebond"]
        let folder = TemporaryFolder.newPath("read-only")
        if getuid() != 0 {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
            places.append(folder)
        }
        for place in places {
            let outcome = try await Program(data: place).run("migrate")
            #expect(outcome.code == 73)
            #expect(outcome.errors.contains(place))
        }
    }

    @Test("a copy of the base opens by itself, and nothing is written over")
    func backup() async throws {
        let program = Program()
        _ = try await program.run("person", "add", "awa", "--given", "Awa")
        let copy = Program()
        try FileManager.default.createDirectory(atPath: copy.data, withIntermediateDirectories: true)
        let file = copy.data + "/rebond.sqlite"
        let made = try await program.run("backup", file)
        #expect(made.code == 0 && made.lines == [file])
        #expect(try await copy.run("person", "list").output.contains("awa"))
        #expect(try await program.run("backup", file).code == 73)
        #expect(try await program.run("backup", copy.data + "/no/such/folder.sqlite").code == 73)
    }
}

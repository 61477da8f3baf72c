import Dispatch
import Foundation
import SQL
import TestSupport
import Testing

@testable import SQLiteDriver

@Suite("Opening an SQLite file")
struct OpeningTests {
    @Test(
        "the settings that keep data safe are those of the writer's connection",
        arguments: [
            ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"), ("busy_timeout", "5000"),
            ("application_id", "1380077124"),
        ])
    func settings(_ name: String, _ value: String) async throws {
        let database = try await TestDatabase.makeSQLite()
        #expect(try await database.pragma(name) == value)
        try await database.close()
    }

    @Test("the file and its directory are for one account alone")
    func modes() async throws {
        let directory = TemporaryFolder.newPath("data") + "/inner"
        let database = try SQLiteDatabase.open(at: directory + "/rebond.sqlite")
        try await database.writeAlone { try $0.runScript("CREATE TABLE t (id BIGINT)") }
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(directory) == 0o700)
        for suffix in ["", "-wal", "-shm"] { #expect(try mode(directory + "/rebond.sqlite" + suffix) == 0o600) }
        try await database.close()
    }

    @Test(
        "a file that is not SQLite's is refused and left as it is",
        arguments: [
            "hello", String(repeating: "name;email\n", count: 2000), "SQLite format 3\0" + String(repeating: "x", count: 5000),
        ])
    func notSQLite(_ content: String) throws {
        let path = try file(Data(content.utf8))
        let error = try #require(throws: SQLError.self) { try SQLiteDatabase.open(at: path) }
        guard case .notUsable(let message) = error else { throw error }
        #expect(message.contains(path) && message.contains("give Rebond a file of its own"))
        #expect(FileManager.default.contents(atPath: path) == Data(content.utf8))
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test(
        "another program's database is refused and left as it is",
        arguments: ["PRAGMA application_id = 77; CREATE TABLE note (id INTEGER);", "CREATE TABLE note (id INTEGER);"])
    func anotherProgram(_ script: String) async throws {
        // A file that Rebond made, with another program's marks; a backup is not in WAL mode, as theirs are not.
        let made = try await TestDatabase.makeSQLite()
        try await made.onWriter { try $0.script("PRAGMA application_id = 0; \(script)") }
        let path = TemporaryFolder.newPath("other")
        try await made.backUp(to: path)
        try await made.close()
        let before = FileManager.default.contents(atPath: path)
        let error = try #require(throws: SQLError.self) { try SQLiteDatabase.open(at: path) }
        guard case .notUsable(let message) = error else { throw error }
        #expect(message.contains("another program's SQLite database"))
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("a directory in the file's place is refused")
    func directory() throws {
        let path = TemporaryFolder.newPath("directory")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let error = try #require(throws: SQLError.self) { try SQLiteDatabase.open(at: path) }
        guard case .notUsable(let message) = error else { throw error }
        #expect(message.contains("is a directory"))
    }

    @Test("a place where nothing can be written is told apart from a bad file")
    func cannotWrite() throws {
        // Tests often run as root, for whom no directory is read-only; a file is nobody's directory.
        let path = try file(Data()) + "/inner/rebond.sqlite"
        let error = try #require(throws: SQLError.self) { try SQLiteDatabase.open(at: path) }
        guard case .cannotWrite(let message) = error else { throw error }
        #expect(message.contains("Rebond's account may write"))
    }

    @Test("an empty file becomes Rebond's, and opens again")
    func emptyFile() async throws {
        let path = try file(Data())
        for _ in 0..<2 {
            let database = try SQLiteDatabase.open(at: path)
            try await database.close()
        }
    }

    @Test("another process's write is seen in the data version, and one's own is not")
    func dataVersion() async throws {
        let server = try await TestDatabase.makeSQLite(Sample.migrations)
        let before = try await server.dataVersion()
        try await server.write { _ = try $0.run(Sample.insertNamed, 1, "one") }
        _ = try await server.read { try $0.first(Sample.count) { $0.int(0) } }
        #expect(try await server.dataVersion() == before)

        let command = try SQLiteDatabase.open(at: server.path)
        try await command.write { _ = try $0.run(Sample.insertNamed, 2, "two") }
        let after = try await server.dataVersion()
        #expect(after != before)
        #expect(try await server.dataVersion() == after)
        try await command.close()
        try await server.close()
    }

    @Test("a write that waits too long for another process is told so")
    func busy() async throws {
        let server = try await TestDatabase.makeSQLite(Sample.migrations)
        let command = try SQLiteDatabase.open(at: server.path, busyTimeout: 0.01)
        let (started, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let holding = Task {
            try await server.write { _ in
                started.signal()
                mayEnd.wait()
            }
        }
        // From the command's own writer thread: the server's transaction is under way before the command's begins.
        try await command.onWriter { _ in started.wait() }
        let error = await #expect(throws: SQLError.self) { try await command.write { _ in } }
        guard case .busy = error else { throw SQLError.engine("\(String(describing: error))") }
        mayEnd.signal()
        try await holding.value
        try await command.write { _ = try $0.run(Sample.insertNamed, 2, "two") }
        try await command.close()
        try await server.close()
    }

    @Test("a backup is a complete database of one moment, for one account alone")
    func backUp() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        try await database.write { _ = try $0.run(Sample.insertNamed, 1, "one") }
        let path = TemporaryFolder.newPath("it's a backup")
        try await database.backUp(to: path)
        try await database.write { _ = try $0.run(Sample.insertNamed, 2, "two") }
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(!FileManager.default.fileExists(atPath: path + ".partial"))

        let error = await #expect(throws: SQLError.self) { try await database.backUp(to: path) }
        guard case .cannotWrite = error else { throw SQLError.engine("\(String(describing: error))") }

        let copy = try SQLiteDatabase.open(at: path)
        #expect(try await copy.read { try $0.rows(Sample.all) { $0.int(0) } } == [1])
        try await copy.close()
        try await database.close()
    }

    @Test("more reads at a time than connections: each has its turn")
    func manyReads() async throws {
        let template = try await TestDatabase.makeSQLite(Sample.migrations)
        try await template.close()
        let database = try SQLiteDatabase.open(at: template.path, readers: 2)
        let gates = (0..<2).map { _ in DispatchSemaphore(value: 0) }
        try await withThrowingTaskGroup(of: Int?.self) { group in
            // Both connections are lent for long work, on threads of their own.
            let started = DispatchSemaphore(value: 0)
            for gate in gates {
                group.addTask {
                    try await database.readers.useApart { _ in
                        started.signal()
                        gate.wait()
                        return nil
                    }
                }
            }
            try await database.onWriter { _ in
                started.wait()
                started.wait()
            }
            for _ in 0..<30 {
                group.addTask { try await database.read { try $0.first(Sample.count) { $0.int(0) } } }
            }
            while database.readers.waitingCount < 30 { await Task.yield() }
            for gate in gates { gate.signal() }
            var counts: [Int] = []
            for try await count in group { if let count { counts.append(count) } }
            #expect(counts == [Int](repeating: 0, count: 30))
        }
        try await database.close()
    }

    @Test("a statement that reads a whole table is told from one that does not")
    func queryPlans() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        for statement in [Sample.byID, Sample.byPlace, Sample.insert, Sample.upsert, Sample.rename] {
            try await expectNoFullScan(statement, database)
        }
        try await expectNoFullScan(Sample.bySize, database, allowing: ["thing"])
        #expect(try await fullScans(Sample.bySize.text, database).map(\.table) == ["thing"])
        #expect(try await fullScans(Sample.all.text, database).map(\.table) == ["thing"])
        try await database.close()
    }

    private func file(_ content: Data) throws -> String {
        let path = TemporaryFolder.newPath("file")
        try content.write(to: URL(fileURLWithPath: path))
        return path
    }
}

import Dispatch
import SQL
import TestSupport
import Testing

@testable import SQLiteDriver

/// Holds the writer in a body until the test opens it, so that what queues meanwhile is known.
private struct Gate: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    private let held: Task<Void, any Error>

    /// Returns once the writer is held.
    init(holding database: SQLiteDatabase) async {
        let opened = opened
        held = Task { try await database.write { _ in opened.wait() } }
        // Its own thread waits there, never one of the cooperative pool.
        while !database.statistics.isWorking || database.statistics.waiting > 0 { await Task.yield() }
    }

    func open() async throws {
        opened.signal()
        try await held.value
    }
}

@Suite("Writers that arrive together")
struct GroupCommitTests {
    /// Queues each of `writes` in order behind a writer that is held, lets go, and gives what each was told.
    private func together<Value: Sendable>(
        _ database: SQLiteDatabase, _ writes: [@Sendable () async throws -> Value]
    ) async throws -> [Result<Value, any Error>] {
        let gate = await Gate(holding: database)
        return try await withThrowingTaskGroup(of: (Int, Result<Value, any Error>).self) { group in
            for (index, write) in writes.enumerated() {
                group.addTask {
                    do { return (index, .success(try await write())) } catch { return (index, .failure(error)) }
                }
                while database.statistics.waiting < index + 1 { await Task.yield() }
            }
            try await gate.open()
            var results: [Int: Result<Value, any Error>] = [:]
            for try await (index, result) in group { results[index] = result }
            return results.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    private func insertion(
        _ database: SQLiteDatabase, _ id: Int, name: String? = nil, content: [UInt8]? = nil, alone: Bool = false
    ) -> @Sendable () async throws -> Int {
        let values: [SQLValue] = [id.sqlValue, (name ?? "thing \(id)").sqlValue, .null, content.sqlValue, .null]
        return {
            if alone { return try await database.writeAlone { try $0.run(Sample.insert, values) } }
            return try await database.write { try $0.run(Sample.insert, values) }
        }
    }

    private func ids(_ database: SQLiteDatabase) async throws -> [Int] {
        try await database.read { try $0.rows(Sample.all) { $0.int(0) } }
    }

    @Test("fifty share one commit, and only those that fail are lost")
    func sharing() async throws {
        struct Refused: Error {}
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        try await database.write { _ = try $0.run(Sample.insertNamed, 1000, "taken") }
        let before = database.statistics
        let results = try await together(
            database,
            (1...50).map { id -> @Sendable () async throws -> Int in
                switch id % 10 {
                case 3:  // Writes, then throws.
                    {
                        try await database.write { writing in
                            try writing.run(Sample.insertNamed, id, "thing \(id)")
                            throw Refused()
                        }
                    }
                case 7: insertion(database, id, name: "taken")
                default: insertion(database, id)
                }
            })
        for (index, result) in results.enumerated() {
            switch ((index + 1) % 10, result) {
            case (3, .failure(let error)): #expect(error is Refused)
            case (7, .failure(let error)):
                guard case SQLError.uniqueViolation = error else { throw error }
            case (_, .success(let changes)): #expect(changes == 1)
            default: Issue.record("write \(index + 1) was told \(result)")
            }
        }
        #expect(try await ids(database) == (1...50).filter { $0 % 10 != 3 && $0 % 10 != 7 } + [1000])
        let after = database.statistics
        // The held writer's commit, and one for all the others.
        #expect(after.commits - before.commits == 2)
        #expect(after.writes - before.writes == 41)
        #expect(after.failures - before.failures == 10)
        #expect(after.largestBatch == 40)
        #expect(after.repeated == 0)
        try await database.close()
    }

    @Test("a batch has a limit")
    func limit() async throws {
        let template = try await TestDatabase.makeSQLite(Sample.migrations)
        try await template.close()
        let database = try SQLiteDatabase.open(at: template.path, largestBatch: 8)
        _ = try await together(database, (1...20).map { insertion(database, $0) })
        #expect(database.statistics.largestBatch == 8)
        #expect(database.statistics.commits == 1 + 3)
        try await database.close()
    }

    @Test("the order is that of arrival, and a write of its own has a commit of its own")
    func order() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        let count = Sample.count
        let results = try await together(
            database,
            (0..<7).map { position in
                let body: @Sendable (any WriteTransaction) throws -> Int = { writing in
                    defer { _ = try? writing.run(Sample.insertNamed, position, "thing \(position)") }
                    return try writing.first(count) { $0.int(0) } ?? -1
                }
                return { position == 3 ? try await database.writeAlone(body) : try await database.write(body) }
            })
        #expect(try results.map { try $0.get() } == Array(0..<7))
        #expect(database.statistics.commits == 1 + 3)
        try await database.close()
    }

    @Test("when the disk is full, each runs again by itself: what fits is kept once, the others are told")
    func diskFull() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        let pages = try await Int(database.pragma("page_count")) ?? 0
        _ = try await database.pragma("max_page_count = \(pages + 50)")
        let results = try await together(
            database,
            (1...8).map { insertion(database, $0, content: [UInt8](repeating: 7, count: 80_000)) })
        let kept = results.indices.filter { (try? results[$0].get()) != nil }.map { $0 + 1 }
        #expect(!kept.isEmpty && kept.count < 8)
        for case .failure(let error) in results {
            guard case SQLError.cannotWrite = error else { throw error }
        }
        #expect(try await ids(database) == kept)
        #expect(database.statistics.repeated == 8)

        // And the writer is none the worse for it.
        _ = try await database.pragma("max_page_count = 1000000")
        try await database.write { _ = try $0.run(Sample.insertNamed, 99, "afterwards") }
        #expect(try await ids(database) == kept + [99])
        try await database.close()
    }

    @Test("a body that hides a full disk is not committed by halves")
    func hiddenRollback() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        let pages = try await Int(database.pragma("page_count")) ?? 0
        _ = try await database.pragma("max_page_count = \(pages + 20)")
        await #expect(throws: SQLError.self) {
            try await database.write { writing in
                try writing.run(Sample.insertNamed, 1, "before")
                let large = [UInt8](repeating: 7, count: 500_000)
                do { try writing.run(Sample.insert, 2, "large", Int?.none, large, String?.none) } catch {}
                _ = try? writing.run(Sample.insertNamed, 3, "after")
            }
        }
        #expect(try await ids(database) == [])
        try await database.close()
    }

    @Test("when COMMIT itself fails, only the one that made it fail is lost, and the others are kept once")
    func commitFails() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        let writes: [@Sendable () async throws -> Int] = (1...5).map { id in
            guard id == 3 else { return insertion(database, id) }
            return {
                try await database.write { writing in
                    try writing.runScript("PRAGMA defer_foreign_keys = ON")
                    return try writing.run(Sample.insert, 3, "thing 3", Int?.none, [UInt8]?.none, "nowhere")
                }
            }
        }
        let results = try await together(database, writes)
        guard case .failure(SQLError.foreignKeyViolation) = results[2] else {
            Issue.record("write 3 was told \(results[2])")
            return
        }
        #expect(try await ids(database) == [1, 2, 4, 5])
        #expect(database.statistics.repeated == 5)
        try await database.close()
    }

    @Test("a writer that is cancelled is still told what became of its write")
    func cancellation() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        let gate = await Gate(holding: database)
        let write = Task { try await insertion(database, 1)() }
        while database.statistics.waiting < 1 { await Task.yield() }
        write.cancel()
        try await gate.open()
        #expect(try await write.value == 1)
        #expect(try await ids(database) == [1])
        try await database.close()
    }

    @Test("closing finishes what was accepted")
    func closing() async throws {
        let database = try await TestDatabase.makeSQLite(Sample.migrations)
        let gate = await Gate(holding: database)
        let writes = (1...5).map { id in Task { try await insertion(database, id)() } }
        while database.statistics.waiting < 5 { await Task.yield() }
        let closing = Task { try await database.close() }
        try await gate.open()
        for write in writes { #expect(try await write.value == 1) }
        try await closing.value

        let again = try SQLiteDatabase.open(at: database.path)
        #expect(try await ids(again) == [1, 2, 3, 4, 5])
        try await again.close()
    }
}

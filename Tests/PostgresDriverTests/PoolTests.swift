import Dispatch
import Essentials
import PostgresDriver
import SQL
import TestSupport
import Testing

@Suite("The pool of connections", .enabled(if: PostgresCluster.isInstalled))
struct PoolTests {
    /// A database whose pool has `connections`, and waits `patience` seconds.
    private func with(
        connections: Int, patience: Double, _ body: (PostgresDatabase) async throws -> Void
    ) async throws {
        let made = try await TestDatabase.makePostgres(Sample.migrations)
        try await made.close()
        let database = try await PostgresDatabase.open(
            PostgresSettings(address: made.settings.address, connections: connections, patience: patience))
        try await body(database)
        try await database.close()
        try await PostgresCluster.shared().administer("DROP DATABASE \(made.address.database)")
    }

    @Test("never has more connections than it may, and everybody has their turn")
    func bounded() async throws {
        try await with(connections: 3, patience: 30) { database in
            let backends = Statement("test.backends", "SELECT pg_backend_pid()")
            let seen = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<60 {
                    group.addTask { try await database.read { try $0.first(backends) { $0.int(0) } ?? 0 } }
                }
                var seen: Set<Int> = []
                for try await backend in group { seen.insert(backend) }
                return seen
            }
            #expect(seen.count <= 3)
            #expect(database.statistics.connections <= 3)
            #expect(database.statistics.connectionsMade <= 3)
        }
    }

    @Test("that is exhausted says so, and is none the worse for it")
    func exhausted() async throws {
        try await with(connections: 1, patience: 0.05) { database in
            let (started, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            let holding = Task {
                try await database.write { writing in
                    try writing.run(Sample.insertNamed, 1, "one")
                    started.signal()
                    mayEnd.wait()
                }
            }
            await withCheckedContinuation { continuation in
                DispatchQueue(label: "test.waiting").async {
                    started.wait()
                    continuation.resume()
                }
            }
            for _ in 0..<2 {
                let error = await #expect(throws: SQLError.self) {
                    try await database.read { try $0.first(Sample.count) { $0.int(0) } }
                }
                guard case .busy(let detail) = error else { throw SQLError.engine("\(String(describing: error))") }
                #expect(detail.contains("all 1 connections"))
            }
            mayEnd.signal()
            try await holding.value
            #expect(try await database.read { try $0.first(Sample.count) { $0.int(0) } } == 1)
            #expect(database.statistics.exhausted == 2)
        }
    }

    @Test("finishes what was accepted before it closes")
    func closing() async throws {
        try await with(connections: 2, patience: 30) { database in
            // Both connections are held, so that what waits stays there until the pool is closing.
            let mayEnd = DispatchSemaphore(value: 0)
            let holding = (0..<2).map { _ in Task { try await database.read { _ in mayEnd.wait() } } }
            let writes = (1...20).map { id in
                Task { try await database.write { try $0.run(Sample.insertNamed, id, "thing \(id)") } }
            }
            while database.statistics.waiting < 20 { await Task.yield() }
            let closing = Task { try await database.close() }
            await Task.yield()
            for _ in holding { mayEnd.signal() }
            for reader in holding { try await reader.value }
            for write in writes { #expect(try await write.value == 1) }
            try await closing.value
            let again = try await PostgresDatabase.open(database.settings)
            #expect(try await again.read { try $0.first(Sample.count) { $0.int(0) } } == 20)
            try await again.close()
        }
    }

    @Test("transactions that get in each other's way run again, and the sum is right")
    func serialization() async throws {
        try await with(connections: 6, patience: 30) { database in
            let total = Statement("test.total", "SELECT SUM(size) FROM thing")
            let set = Statement("test.set", "UPDATE thing SET size = $2 WHERE id = $1")
            try await database.write { writing in
                for id in 0..<3 { try writing.run(Sample.insert, id, "thing \(id)", 0.0, [UInt8]?.none, String?.none) }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        try await database.write { writing in
                            // Reads all of them, writes one: what serial transactions would make of it is a count.
                            let sum = try writing.first(total) { $0.real(0) } ?? 0
                            let others = try writing.rows(Sample.sizes) { ($0.int(0), $0.real(1)) }
                                .filter { $0.0 != number % 3 }.reduce(0) { $0 + $1.1 }
                            try writing.run(set, number % 3, sum + 1 - others)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.first(total) { $0.real(0) } } == 60)
            #expect(database.statistics.retries > 0)
        }
    }

    @Test("a deadlock is one transaction's to repeat")
    func deadlock() async throws {
        try await with(connections: 4, patience: 30) { database in
            try await database.write { writing in
                for id in 1...2 { try writing.run(Sample.insert, id, "thing \(id)", 0.0, [UInt8]?.none, String?.none) }
            }
            let add = Statement("test.add", "UPDATE thing SET size = size + 1 WHERE id = $1")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        try await database.write { writing in
                            try writing.run(add, 1 + number % 2)
                            try writing.run(add, 2 - number % 2)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.rows(Sample.sizes) { $0.real(1) } } == [20, 20])
        }
    }

    @Test("writers that choose the next key by looking at those there are never told that it is taken; a real duplicate is")
    func nextKey() async throws {
        try await with(connections: 6, patience: 30) { database in
            let last = Statement("test.last", "SELECT COALESCE(MAX(id), 0) FROM thing")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<60 {
                    group.addTask {
                        try await database.write { writing in
                            let next = (try writing.first(last) { $0.int(0) } ?? 0) + 1
                            try writing.run(Sample.insertNamed, next, "thing \(next)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let ids = try await database.read { try $0.rows(Sample.all) { $0.int(0) } }
            #expect(ids == Array(1...60))
            await #expect(throws: SQLError.self) { try await database.write { _ = try $0.run(Sample.insertNamed, 60, "again") } }
        }
    }

    @Test("a long write succeeds while others write the same rows all the time")
    func longWrite() async throws {
        try await with(connections: 6, patience: 30) { database in
            try await database.write { writing in
                for id in 1...20 { try writing.run(Sample.insert, id, "thing \(id)", 0.0, [UInt8]?.none, String?.none) }
            }
            let add = Statement("test.addOne", "UPDATE thing SET size = size + 1 WHERE id = $1")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        for number in 0..<100 { _ = try await database.write { try $0.run(add, 1 + (number * 7 + writer) % 20) } }
                    }
                }
                for _ in 0..<3 {
                    group.addTask {
                        try await database.writeAlone { writing in
                            for id in 1...20 { try writing.run(add, id) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sizes = try await database.read { try $0.rows(Sample.sizes) { $0.real(1) } }
            #expect(sizes.reduce(0, +) == 400 + 60)
            let held = Statement(
                "test.held",
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
            )
            #expect(try await database.read { try $0.first(held) { $0.int(0) } } == 0)
        }
    }

    @Test("a statement that another server's migration changed is prepared again")
    func changedSchema() async throws {
        try await with(connections: 1, patience: 5) { database in
            let everything = Statement("test.everything", "SELECT * FROM place")
            let insert = Statement("test.place", "INSERT INTO place (name) VALUES ('here')")
            try await database.write { _ = try $0.run(insert) }
            for _ in 0..<2 { #expect(try await database.read { try $0.rows(everything) { $0.text(0) } } == ["here"]) }
            let other = try await PostgresDatabase.open(database.settings)
            try await other.writeAlone { try $0.runScript("ALTER TABLE place ADD COLUMN street TEXT") }
            try await other.close()
            #expect(try await database.read { try $0.rows(everything) { $0.isNull(1) } } == [true])
        }
    }

    @Test("ten servers that start together migrate once")
    func migratingTogether() async throws {
        let made = try await TestDatabase.makePostgres()
        let list = (1...5).map { number in
            Migration("sample/000\(number)") { _ in "CREATE TABLE t\(number) (id BIGINT PRIMARY KEY, name TEXT)" }
        }
        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<10 {
                group.addTask {
                    let server = try await PostgresDatabase.open(PostgresSettings(address: made.settings.address, connections: 2))
                    let applied = try await MigrationRunner.migrate(server, list, clock: .system)
                    try await server.close()
                    return applied
                }
            }
            return try await group.reduce([], +)
        }
        #expect(applied.sorted() == list.map(\.name))
        let collations = Statement(
            "test.collations", "SELECT DISTINCT collation_name FROM information_schema.columns WHERE table_name LIKE 't_'")
        #expect(try await made.read { try $0.rows(collations) { $0.textOrNil(0) } }.compactMap(\.self) == ["C"])
        try await made.close()
        try await PostgresCluster.shared().administer("DROP DATABASE \(made.address.database)")
    }
}

import Essentials
import PostgresDriver
import SQL
import TestSupport
import Testing

/// On servers of their own: nobody else's tests notice.
@Suite("A database that goes away", .enabled(if: PostgresCluster.isInstalled), .serialized)
struct RestartTests {
    private func with(patience: Double, _ body: (PostgresCluster, PostgresDatabase) async throws -> Void) async throws {
        let cluster = try PostgresCluster()
        defer { cluster.remove() }
        let database = try await PostgresDatabase.open(
            PostgresSettings(address: cluster.address("postgres"), connections: 4, patience: patience))
        _ = try await MigrationRunner.migrate(database, Sample.migrations, clock: .system)
        try await body(cluster, database)
        try await database.close()
    }

    @Test("and comes back is waited for: every write that was acknowledged is there once, and none fails")
    func restart() async throws {
        try await with(patience: 30) { cluster, database in
            var events = database.signals().makeAsyncIterator()
            let event1 = await events.next(isolation: #isolation)
            #expect(event1 == .gap)
            let outcomes = try await withThrowingTaskGroup(of: [Int].self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        var kept: [Int] = []
                        for number in 0..<200 {
                            let id = writer * 1000 + number
                            do {
                                try await database.write { _ = try $0.run(Sample.insertNamed, id, "thing \(id)") }
                                kept.append(id)
                            } catch SQLError.outcomeUnknown {
                                // As a client does: again, with the same id.
                                try await database.write { writing in
                                    if try writing.first(Sample.byID, id, map: { $0.int(0) }) == nil {
                                        try writing.run(Sample.insertNamed, id, "thing \(id)")
                                    }
                                }
                                kept.append(id)
                            }
                        }
                        return kept
                    }
                }
                for _ in 0..<2 { try cluster.order("restart") }
                return try await group.reduce([], +)
            }
            #expect(outcomes.count == 800)
            let there = try await database.read { try $0.rows(Sample.all) { $0.int(0) } }
            #expect(there == outcomes.sorted())
            // And who listens is told that some may have been missed, then hears again.
            let event2 = await events.next(isolation: #isolation)
            #expect(event2 == .gap)
            try await database.write { try $0.signal(Signal("sample.made", "after")) }
            var next = await events.next(isolation: #isolation)
            while next == .gap { next = await events.next(isolation: #isolation) }
            #expect(next == .signal(Signal("sample.made", "after")))
        }
    }

    @Test("and stays away is said to be unavailable, and found again when it is back")
    func away() async throws {
        try await with(patience: 0.3) { cluster, database in
            try cluster.order("stop")
            for _ in 0..<3 {
                let error = try await #require(throws: SQLError.self) {
                    try await database.read { try $0.first(Sample.count) { $0.int(0) } }
                }
                guard case .unavailable = error else { throw error }
            }
            let opening = try await #require(throws: PostgresOpeningError.self) {
                try await PostgresDatabase.open(database.settings)
            }
            #expect(opening.reason == .cannotConnect)
            try cluster.order("start")
            #expect(try await database.read { try $0.first(Sample.count) { $0.int(0) } } == 0)
        }
    }
}

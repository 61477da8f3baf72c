import Foundation
package import SQL

/// Rebond's database when it runs on several machines: PostgreSQL, through a pool of connections.
///
/// ```swift
/// let database = try await PostgresDatabase.open(PostgresSettings(address: "postgresql://rebond@db.example.org/rebond"))
/// ```
package final class PostgresDatabase: SQLDatabase {
    package let settings: PostgresSettings
    /// Where it is, without the password.
    package let address: PostgresAddress
    let pool: ConnectionPool
    private let feed: SignalFeed

    /// Connects, so that a wrong address is told at once. More connections are made when there is work for them.
    /// - throws: ``PostgresOpeningError``.
    package static func open(_ settings: PostgresSettings) async throws -> PostgresDatabase {
        let database = PostgresDatabase(settings, try PostgresAddress(settings.address))
        do {
            try await database.run { try $0.connect() }
        } catch {
            try await database.close()
            throw error
        }
        return database
    }

    private init(_ settings: PostgresSettings, _ address: PostgresAddress) {
        self.settings = settings
        self.address = address
        pool = ConnectionPool(settings)
        feed = SignalFeed(settings)
    }

    package var dialect: SQLDialect { .postgres }

    /// What the pool has done since the database was opened.
    package var statistics: PostgresStatistics { pool.statistics }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            pool.submit(
                ConnectionPool.Job(
                    run: { session in
                        let result = Result { try session.read(body) }
                        continuation.resume(with: result)
                        // Nobody waits for the end of a read.
                        if case .success = result { session.endRead() }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    package func write<Value: Sendable>(
        _ isolation: WriteIsolation, _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await run { try $0.write(isolation, alone: false, body) }
    }

    package func writeAlone<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await run { try $0.write(.serializable, alone: true, body) }
    }

    package func signals() -> AsyncStream<SignalEvent> { feed.events() }

    /// Finishes what was accepted, then closes the connections. What comes after gets ``SQLError/closed``.
    package func close() async throws {
        await feed.close()
        await pool.close()
    }

    /// Runs `work` on a worker's thread.
    func run<Value: Sendable>(_ work: @escaping @Sendable (Session) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            pool.submit(
                ConnectionPool.Job(
                    run: { session in continuation.resume(with: Result { try work(session) }) },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }
}

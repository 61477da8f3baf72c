import CLibPQ
import Foundation
import SQL

extension PostgresDatabase {
    /// Holds an advisory lock meanwhile, on a connection of its own: servers that start together migrate one after the other, and the
    /// later ones find nothing left to do. The lock goes away with the connection, whatever becomes of this process.
    package func whileMigrating<Value>(_ body: () async throws -> Value) async throws -> Value {
        let lock = try await MigrationLock.taken(settings)
        do {
            let value = try await body()
            await lock.release()
            return value
        } catch {
            await lock.release()
            throw error
        }
    }
}

/// A thread and a connection that hold the lock until they are told to let go.
private final class MigrationLock: Sendable {
    /// "RBND" and a number: advisory locks are named by numbers.
    private static let key = 0x5242_4E44_0001
    /// As long as the migrations of another server may take, in seconds.
    private static let patience = 600

    private let ending = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "rebond.postgres.migrations")

    /// - throws: ``SQLError/busy(_:)``, ``SQLError/unavailable(_:)``, ``PostgresOpeningError``.
    static func taken(_ settings: PostgresSettings) async throws -> MigrationLock {
        let lock = MigrationLock()
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            lock.queue.async {
                do {
                    let connection = try PostgresConnection(settings)
                    try connection.simple("SET statement_timeout = 0; SET lock_timeout = '\(patience)s'", "migrations.limits")
                    try connection.simple("SELECT pg_advisory_lock(\(key))", "migrations.lock")
                    continuation.resume()
                    lock.ending.wait()
                    _ = connection.isAlive
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
        return lock
    }

    func release() async {
        ending.signal()
        // The queue is serial: this turn comes once the connection is closed.
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            queue.async { continuation.resume() }
        }
    }
}

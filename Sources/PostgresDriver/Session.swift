import Foundation
import SQL

/// A place in the pool: runs transactions on its connection, runs them again when the engine asks for it, and connects again when the
/// database went away. It blocks, and belongs to one worker's thread.
final class Session {
    private let settings: PostgresSettings
    private let health: PoolHealth
    private var connection: PostgresConnection?

    /// How often a transaction that got in another's way runs again.
    static let mostRetries = 20

    init(_ settings: PostgresSettings, _ health: PoolHealth) {
        self.settings = settings
        self.health = health
    }

    /// Runs `body` in a read transaction. ``endRead()`` comes after whoever waited has the value.
    func read<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
        try repeating { connection in
            connection.begin(ControlStatements.beginRead)
            return try connection.runBody(body)
        }
    }

    func endRead() {
        connection?.endRead()
    }

    /// Runs `body` in a write transaction; what it wrote is on disk when this returns.
    func write<Value>(isLong: Bool, _ body: (PostgresConnection) throws -> Value) throws -> Value {
        try repeating { connection in
            if isLong { try connection.beginLong() } else { connection.begin(ControlStatements.beginWrite) }
            let value = try connection.runBody(body)
            do {
                try connection.commit()
            } catch {
                // An answer that refuses is a refusal. Without an answer, the commit may have happened.
                guard connection.failure?.remedy == .reconnect else { throw error }
                throw LostCommit(detail: "\(error)")
            }
            return value
        }
    }

    /// Connects now, if it is not connected.
    /// - throws: ``PostgresOpeningError``.
    func connect() throws {
        if connection == nil { connection = try PostgresConnection(settings) }
    }

    func close() {
        connection = nil
    }

    /// The connection was lost after COMMIT had gone out.
    private struct LostCommit: Error {
        let detail: String
    }

    private func repeating<Value>(_ attempt: (PostgresConnection) throws -> Value) throws -> Value {
        let end = ContinuousClock.now + .seconds(settings.patience)
        var retries = 0
        while true {
            let connection = try connected(until: end)
            do {
                let value = try attempt(connection)
                if retries > 0 { health.count(retries: retries) }
                return value
            } catch let error as LostCommit {
                drop()
                throw SQLError.outcomeUnknown(error.detail)
            } catch {
                let failure = connection.failure
                connection.rollBack()
                if !connection.isAlive { drop() }
                switch failure?.remedy {
                case nil, .some(.none): throw error
                case .retry:
                    guard retries < Self.mostRetries else { throw SQLError.busy("after \(retries) attempts: \(error)") }
                    Self.sleep(milliseconds: min(100, 1 << min(retries, 7)))
                case .reconnect:
                    drop()
                    guard retries < Self.mostRetries, ContinuousClock.now < end else { throw failure?.error ?? error }
                case .prepareAgain:
                    guard retries < 3 else { throw error }
                    connection.forgetStatements()
                }
                retries += 1
            }
        }
    }

    private func drop() {
        connection = nil
    }

    /// The connection, or a new one. While the database is away it is asked again and again, until `end` or until it has been away for
    /// longer than anybody waits.
    private func connected(until end: ContinuousClock.Instant) throws -> PostgresConnection {
        if let connection, connection.isAlive { return connection }
        connection = nil
        var attempts = 0
        while true {
            do {
                let fresh = try PostgresConnection(settings)
                health.connected()
                connection = fresh
                return fresh
            } catch {
                let awaySince = health.failed()
                attempts += 1
                let pause = 20 << min(attempts, 5)
                let now = ContinuousClock.now
                guard now + .milliseconds(pause) < min(end, awaySince + .seconds(settings.patience)) else {
                    throw SQLError.unavailable((error as? PostgresOpeningError)?.detail ?? "\(error)")
                }
                Self.sleep(milliseconds: pause)
            }
        }
    }

    /// Between half and all of it, so that those who collided do not meet again.
    private static func sleep(milliseconds: Int) {
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000 * Double.random(in: 0.5...1))
    }
}

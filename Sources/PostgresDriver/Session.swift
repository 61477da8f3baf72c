import Foundation
import SQL

/// A place in the pool: runs transactions on its connection, runs them again when the engine asks for it, and connects again when the
/// database went away. It blocks, and belongs to one worker's thread.
final class Session {
    private let settings: PostgresSettings
    private let health: PoolHealth
    private var connection: PostgresConnection?

    /// How often a transaction runs again.
    static let mostRetries = 20
    /// After so many, it waits for its turn to run alone, among all servers: it cannot fail for ever.
    static let retriesBesideOthers = 3

    init(_ settings: PostgresSettings, _ health: PoolHealth) {
        self.settings = settings
        self.health = health
    }

    /// Runs `body` in a read transaction. ``endRead()`` comes after whoever waited has the value.
    func read<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
        try repeating(alone: true) { connection, _ in
            connection.begin([ControlStatements.beginRead])
            return try connection.runBody(body)
        }
    }

    func endRead() {
        connection?.endRead()
    }

    /// Runs `body` in a write transaction; what it wrote is on disk when this returns.
    /// - Parameters:
    ///   - isolation: what the body counts on beside other writers.
    ///   - alone: beside no other writer, without limits to the time that a statement takes.
    func write<Value>(
        _ isolation: WriteIsolation, alone: Bool, _ body: (PostgresConnection) throws -> Value
    ) throws -> Value {
        try repeating(alone: alone) { connection, retries in
            guard alone || retries > Self.retriesBesideOthers else {
                let begin = isolation == .takenRows ? ControlStatements.beginTaking : ControlStatements.beginWrite
                return try write(on: connection, [begin, ControlStatements.beside], body)
            }
            defer { endTurn(of: connection) }
            try connection.simple(ControlStatements.liftLimits, "postgres.liftLimits")
            try connection.simple(ControlStatements.takeTurnAlone, "postgres.takeTurnAlone")
            return try write(on: connection, [ControlStatements.beginWrite], body)
        }
    }

    private func write<Value>(
        on connection: PostgresConnection, _ openers: [Statement], _ body: (PostgresConnection) throws -> Value
    ) throws -> Value {
        connection.begin(openers)
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

    /// Lets the other writers go on. The connection ends when it cannot say so, and the server lets them go on then.
    private func endTurn(of connection: PostgresConnection) {
        let failure = connection.failure
        connection.rollBack()
        do {
            try connection.simple(ControlStatements.endTurnAlone(settings), "postgres.endTurnAlone")
        } catch {
            drop()
        }
        connection.restore(failure)
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

    /// - Parameters:
    ///   - alone: whether what it says of keys is certain the first time.
    ///   - attempt: is given the connection, and how often it ran before.
    private func repeating<Value>(alone: Bool, _ attempt: (PostgresConnection, Int) throws -> Value) throws -> Value {
        let end = ContinuousClock.now + .seconds(settings.patience)
        var retries = 0
        while true {
            let connection = try connected(until: end)
            do {
                let value = try attempt(connection, retries)
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
                case .runAloneToKnow:
                    guard !alone, retries <= Self.retriesBesideOthers else { throw error }
                    // Once beside the others, then alone.
                    if retries > 0 { retries = Self.retriesBesideOthers }
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

package import SQL

/// Rebond's embedded database: one SQLite file, one writer, several readers.
///
/// ```swift
/// let database = try SQLiteDatabase.open(at: "/var/lib/rebond/rebond.sqlite")
/// ```
package final class SQLiteDatabase: SQLDatabase {
    /// The file, as given to ``open(at:readers:busyTimeout:largestBatch:)``.
    package let path: String
    let writer: SQLiteConnection
    let readers: ReaderPool
    let writes: WriteQueue
    private let hub = SignalHub()

    init(path: String, writer: SQLiteConnection, readers: ReaderPool, largestBatch: Int) {
        self.path = path
        self.writer = writer
        self.readers = readers
        writes = WriteQueue(writer, largestBatch: largestBatch)
    }

    package var dialect: SQLDialect { .sqlite }

    /// What the writer has done since the database was opened.
    package var statistics: SQLiteStatistics { writes.statistics }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> Value
    ) async throws -> Value {
        try await readers.read(body)
    }

    /// There is one writer at a time: every isolation is the same.
    package func write<Value: Sendable>(
        _ isolation: WriteIsolation, _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await submit(body, runsAlone: false)
    }

    package func writeAlone<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await submit(body, runsAlone: true)
    }

    private func submit<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value, runsAlone: Bool
    ) async throws -> Value {
        let hub = hub
        return try await withCheckedThrowingContinuation { continuation in
            writes.submit(
                WriteQueue.Job(
                    runsAlone: runsAlone,
                    run: { connection in
                        let value = try body(connection)
                        let signals = connection.signals
                        return {
                            hub.publish(signals.map(SignalEvent.signal))
                            continuation.resume(returning: value)
                        }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    /// The signals of this process. Another process's writes are told by ``dataVersion()`` alone.
    package func signals() -> AsyncStream<SignalEvent> { hub.events() }

    /// Closes the connections: the writes that were accepted are finished first, and so are the reads. What comes after
    /// gets ``SQLError/closed``.
    package func close() async throws {
        await writes.finish()
        hub.close()
        try await readers.close()
        try await writer.close()
    }

    /// Runs `body` on the writer's thread, between two transactions.
    func onWriter<Value: Sendable>(_ body: @escaping @Sendable (SQLiteConnection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let writer = writer
            writer.queue.async {
                continuation.resume(with: Result { try body(writer) })
            }
        }
    }
}

/// The portable seam: one database, whatever its engine.
///
/// ```swift
/// let names = try await database.read { reading in
///     try reading.rows(AccountStatements.names, cohort) { $0.text(0) }
/// }
/// ```
///
/// A body is synchronous and may run again (a serialization failure, a batch that the engine rolled back): it has no effect but on
/// its transaction, and what follows a write (signals, cache changes, acknowledgements) happens after the call returns.
/// Once the engine has refused a statement, the transaction accepts nothing more, whether or not the body caught the error:
/// a conflict that is expected is written `ON CONFLICT`.
package protocol SQLDatabase: Sendable {
    var dialect: SQLDialect { get }

    /// Runs `body` in one read transaction: every query in it sees the same state. One `read` a page. It may run on the
    /// caller's thread: short, and without waiting for anything.
    /// - throws: what `body` throws, or ``SQLError``.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any ReadTransaction) throws -> Value) async throws -> Value

    /// Runs `body` in a write transaction and returns once it is on disk. Writers that arrive together may share one
    /// commit, each in its own savepoint: one that throws is rolled back alone.
    /// - throws: what `body` throws (nothing was written), or ``SQLError``.
    func write<Value: Sendable>(
        _ isolation: WriteIsolation, _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value

    /// Like ``write(_:_:)`` in a transaction of its own, for long work (a course apply, a migration) that must not hold up others' commit.
    func writeAlone<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value

    /// What was signalled by transactions from now on, on this server and on the others, in the order of their commits. Ends when the
    /// database is closed, or when the task that reads it is cancelled.
    ///
    /// A signal may be lost (a connection that broke, a reader that is late): ``SignalEvent/gap`` says so then.
    func signals() -> AsyncStream<SignalEvent>

    /// Runs `body` while no other server migrates this database. Each migration is moreover a transaction of its own.
    /// - throws: what `body` throws; ``SQLError/busy(_:)`` when another server's migrations take longer than can be waited for.
    func whileMigrating<Value>(_ body: () async throws -> Value) async throws -> Value

    /// Closes connections. Pending writes are finished first.
    func close() async throws
}

extension SQLDatabase {
    /// One writer at a time: the transaction of each migration is lock enough.
    package func whileMigrating<Value>(_ body: () async throws -> Value) async throws -> Value { try await body() }
}

/// What a write may count on, where several run beside each other.
package enum WriteIsolation: Sendable {
    /// As if no other write ran meanwhile, whatever it reads: what every write asks that has no reason to ask for less.
    case serializable
    /// Only the rows that it took (``Statement/taking(rowsOf:)``) stand still; everything else may be newer at each query. For a write that
    /// many do at once and that takes first the row on which all that it decides hangs: those of different rows never wait for
    /// each other, and those of one row follow each other.
    case takenRows
}

extension SQLDatabase {
    /// ``write(_:_:)``, as if no other write ran meanwhile.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> Value
    ) async throws -> Value {
        try await write(.serializable, body)
    }
}

/// The engines, for the few things that are written per dialect (bytes, full-text search).
package enum SQLDialect: String, Sendable, CaseIterable {
    case sqlite
    case postgres
}

/// What can be asked inside a read transaction.
package protocol ReadTransaction {
    /// For the few statements that are written per engine.
    var dialect: SQLDialect { get }

    /// Runs `statement` and gives each row to `body`.
    /// - throws: what `body` throws, or ``SQLError``.
    func forEach(_ statement: Statement, _ values: [SQLValue], _ body: (any Row) throws -> Void) throws
}

/// A read transaction that can also write.
package protocol WriteTransaction: ReadTransaction {
    /// Runs a statement that returns no rows.
    /// - Returns: the number of rows changed.
    /// - throws: ``SQLError/uniqueViolation(_:)`` and the other cases when a constraint of the schema refuses.
    @discardableResult
    func run(_ statement: Statement, _ values: [SQLValue]) throws -> Int

    /// Runs DDL of a migration: one or several statements separated by `;`, without parameters.
    func runScript(_ sql: String) throws

    /// Says `signal` to whoever listens to the database, on every server, once this transaction is committed; never when it is not.
    /// For what is rare (a version published, a session ended): on PostgreSQL, commits with signals follow one another.
    /// - throws: ``SQLError/engine(_:)`` for a signal of more than ``Signal/longest`` bytes.
    func signal(_ signal: Signal) throws
}

extension ReadTransaction {
    /// All rows, mapped.
    package func rows<Value>(
        _ statement: Statement, _ values: any SQLBindable..., map: (any Row) throws -> Value
    ) throws -> [Value] {
        var result: [Value] = []
        try forEach(statement, values.map(\.sqlValue)) { result.append(try map($0)) }
        return result
    }

    /// The first row, mapped; `nil` when there is none. The others are read too: a statement that may give many says
    /// `LIMIT 1`.
    package func first<Value>(
        _ statement: Statement, _ values: any SQLBindable..., map: (any Row) throws -> Value
    ) throws -> Value? {
        var result: Value?
        try forEach(statement, values.map(\.sqlValue)) { row in
            if result == nil { result = try map(row) }
        }
        return result
    }
}

extension WriteTransaction {
    @discardableResult
    package func run(_ statement: Statement, _ values: any SQLBindable...) throws -> Int {
        try run(statement, values.map(\.sqlValue))
    }
}

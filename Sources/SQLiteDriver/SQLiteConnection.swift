import Dispatch
import GRDBSQLite
import SQL

/// One connection to SQLite and the statements prepared on it; inside a transaction, it is what bodies work with.
///
/// `@unchecked Sendable`: SQLite's connections are opened for use by one thread at a time, and so is everything here. Every
/// use goes through ``perform(_:)`` or the `queue`, which is serial; a reader moreover belongs to one read at a time.
final class SQLiteConnection: @unchecked Sendable {
    let queue: ConnectionQueue
    private let handle: OpaquePointer
    private var prepared: [UInt: PreparedStatement] = [:]
    /// The engine's refusal in the transaction under way. It accepts nothing after that, as on PostgreSQL.
    private(set) var refusal: SQLError?
    /// What the body under way has said, for after its commit.
    private(set) var signals: [Signal] = []

    init(_ queue: ConnectionQueue) throws {
        self.queue = queue
        handle = try queue.handle()
    }

    /// Runs `body` with the connection to itself, on the calling thread.
    func perform<Value>(_ body: (SQLiteConnection) throws -> Value) rethrows -> Value {
        try queue.sync { try body(self) }
    }

    /// Finalizes the statements and closes, on another thread: closing the last connection copies what is left of the
    /// write-ahead log into the file.
    func close() async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { [self] in
                perform { $0.prepared.removeAll() }
                continuation.resume(with: Result { try queue.close() })
            }
        }
    }

    // MARK: Transactions

    /// Whether a transaction is under way. SQLite ends one by itself when the disk is full or fails.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Starts a transaction or ends it, or does the same with a savepoint.
    func control(_ statement: Statement) throws {
        refusal = nil
        let prepared = try cached(statement)
        let code = sqlite3_step(prepared.pointer)
        defer { prepared.reset() }
        guard code == SQLITE_DONE else { throw refused(code, statement.name) }
    }

    /// Ends the transaction under way, if there is one, without keeping anything of it.
    func rollBack() {
        // A ROLLBACK fails only when SQLite has already rolled back.
        if isInTransaction { try? control(ControlStatements.rollback) }
        refusal = nil
    }

    /// Runs a body that is part of a transaction.
    /// - throws: what the body throws, or the engine's refusal that it kept to itself.
    func runBody<Value>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
        refusal = nil
        if !signals.isEmpty { signals = [] }
        let value = try body(self)
        if let refusal { throw refusal }
        return value
    }

    // MARK: Statements

    private func cached(_ statement: Statement) throws -> PreparedStatement {
        if let found = prepared[statement.identity], !found.isBusy { return found }
        let fresh = try PreparedStatement(name: statement.name, text: statement.text, on: handle)
        if prepared[statement.identity] == nil { prepared[statement.identity] = fresh }
        return fresh
    }

    private func refused(_ code: Int32, _ name: String) -> SQLError {
        SQLError(sqliteCode: code, detail: "\(name): \(String(cString: sqlite3_errmsg(handle)))")
    }

    /// Prepares, binds and steps; what goes wrong is kept as the transaction's refusal.
    private func execute(_ statement: Statement, _ values: [SQLValue], _ body: (any Row) throws -> Void) throws {
        if let refusal { throw refusal }
        guard isInTransaction else { throw SQLError.engine("\(statement.name): outside of a transaction") }
        let prepared: PreparedStatement
        do {
            prepared = try cached(statement)
            try prepared.bind(values, of: statement)
        } catch let error as SQLError {
            refusal = error
            throw error
        }
        let row = SQLiteRow(statement: prepared.pointer)
        do {
            while true {
                let code = sqlite3_step(prepared.pointer)
                if code == SQLITE_ROW {
                    try body(row)
                } else {
                    guard code == SQLITE_DONE else { throw refused(code, statement.name) }
                    prepared.reset()
                    return
                }
            }
        } catch {
            // SQLite checks foreign keys when a statement ends, after its rows: leaving them early is no way around.
            let code = prepared.reset()
            if code != SQLITE_OK { refusal = error as? SQLError ?? refused(code, statement.name) }
            throw error
        }
    }
}

extension SQLiteConnection: WriteTransaction {
    var dialect: SQLDialect { .sqlite }

    func forEach(_ statement: Statement, _ values: [SQLValue], _ body: (any Row) throws -> Void) throws {
        try execute(statement, values, body)
    }

    func run(_ statement: Statement, _ values: [SQLValue]) throws -> Int {
        try execute(statement, values) { _ in }
        return Int(sqlite3_changes64(handle))
    }

    func signal(_ signal: Signal) throws {
        if let refusal { throw refusal }
        try signal.check()
        signals.append(signal)
    }

    func runScript(_ sql: String) throws {
        if let refusal { throw refusal }
        guard isInTransaction else { throw SQLError.engine("a script outside of a transaction") }
        do {
            try script(sql)
        } catch let error as SQLError {
            refusal = error
            throw error
        }
    }
}

// MARK: Outside of transactions

extension SQLiteConnection {
    /// One column of what a statement made at run time gives, as text: pragmas and query plans, whose parameters stay null.
    func values(_ sql: String, column: Int = 0) throws -> [String] {
        let prepared = try PreparedStatement(name: "maintenance", text: sql, on: handle)
        var values: [String] = []
        while true {
            let code = sqlite3_step(prepared.pointer)
            if code == SQLITE_DONE { return values }
            guard code == SQLITE_ROW else { throw refused(code, "maintenance") }
            values.append(SQLiteRow(statement: prepared.pointer).text(column))
        }
    }

    /// Runs statements that give no rows.
    func script(_ sql: String) throws {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw refused(code, "script") }
    }
}

import CLibPQ
import SQL

/// One connection to PostgreSQL and the statements prepared on it; inside a transaction, it is what bodies work with.
///
/// It blocks, and belongs to the one thread that made it.
final class PostgresConnection {
    let handle: OpaquePointer
    private let buffer = ParameterBuffer()
    private var prepared = StatementCache(capacity: 500)
    private var preparedCount = 0
    private var transaction = TransactionState.none
    /// Whether the answer to a COMMIT that nobody waits for is still on its way.
    private var owesAnswer = false
    /// What went wrong in the transaction under way. It accepts nothing after that.
    private(set) var failure: PostgresFailure?

    private enum TransactionState {
        case none
        /// BEGIN, and what comes with it, go out with the first statement.
        case promised([Statement])
        case open
    }

    /// Connects.
    /// - throws: ``PostgresOpeningError``.
    init(_ settings: PostgresSettings) throws {
        let address = try PostgresAddress(settings.address)
        handle = try Self.connect(settings, address)
        try checkServer(settings, address)
    }

    deinit {
        PQfinish(handle)
    }

    /// Whether the connection can be used, as far as is known without asking.
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK && PQpipelineStatus(handle) == PQ_PIPELINE_OFF }

    /// The descriptor of its socket.
    var socket: Int32 { PQsocket(handle) }

    // MARK: Transactions

    /// Starts a transaction. What opens it travels with the first statement.
    func begin(_ openers: [Statement]) {
        failure = nil
        transaction = .promised(openers)
    }

    /// Runs a body that is part of the transaction.
    /// - throws: what the body throws, or the refusal that it kept to itself.
    func runBody<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
        let value = try body(self)
        if let failure { throw failure.error }
        return value
    }

    /// Ends a transaction and waits for the disk.
    func commit() throws {
        guard case .open = transaction else { return transaction = .none }
        try execute(ControlStatements.commit, []) { _ in }
        transaction = .none
    }

    /// Ends a read: COMMIT goes out and its answer is left for later.
    func endRead() {
        guard case .open = transaction else { return transaction = .none }
        transaction = .none
        guard let commit = try? cached(ControlStatements.commit) else { return rollBack() }
        owesAnswer = PQsendQueryPrepared(handle, commit.name, 0, nil, nil, nil, 1) == 1
    }

    /// Ends the transaction under way, if there is one, without keeping anything of it.
    func rollBack() {
        if case .open = transaction, isAlive {
            PQclear(PQexec(handle, "ROLLBACK"))
        }
        transaction = .none
        failure = nil
    }

    /// Keeps what went wrong before something was tidied.
    func restore(_ failure: PostgresFailure?) {
        self.failure = failure
    }

    /// Forgets what was prepared: the schema changed.
    func forgetStatements() {
        settle()
        prepared.removeAll()
        PQclear(PQexec(handle, "DEALLOCATE ALL"))
    }

    // MARK: Statements

    private func cached(_ statement: Statement) throws -> PreparedStatement {
        if let found = prepared[statement.identity] { return found }
        preparedCount += 1
        let name = "s\(preparedCount)"
        let text = statement.takenRows.map { "\(statement.text) FOR UPDATE OF \($0)" } ?? statement.text
        try check(PQprepare(handle, name, text, 0, nil), statement)
        let described = PQdescribePrepared(handle, name)
        guard PQresultStatus(described) == PGRES_COMMAND_OK else { throw failing(described, statement) }
        defer { PQclear(described) }
        let types = (0..<PQnparams(described)).map { PQparamtype(described, $0) }
        let fresh = PreparedStatement(name: name, parameterTypes: types)
        if let oldest = prepared.keep(fresh, for: statement.identity) { PQclear(PQexec(handle, "DEALLOCATE \(oldest.name)")) }
        return fresh
    }

    /// Prepares, binds and executes; what goes wrong is kept as the transaction's failure.
    private func execute<Value>(
        _ statement: Statement, _ values: [SQLValue], _ use: (OpaquePointer) throws -> Value
    ) throws -> Value {
        if let failure { throw failure.error }
        if case .none = transaction { throw SQLError.engine("\(statement.name): outside of a transaction") }
        settle()
        let result: OpaquePointer
        do {
            let prepared = try cached(statement)
            try buffer.fill(values, prepared.parameterTypes, of: statement)
            result = try answer(prepared, statement)
        } catch let error as PostgresFailure {
            failure = error
            throw error.error
        } catch let error as SQLError {
            failure = PostgresFailure(.none, error)
            throw error
        }
        defer { PQclear(result) }
        return try use(result)
    }

    private func answer(_ prepared: PreparedStatement, _ statement: Statement) throws -> OpaquePointer {
        let result: OpaquePointer?
        if case .promised(let openers) = transaction {
            result = try pipelined(openers, prepared)
        } else {
            result = PQexecPrepared(
                handle, prepared.name, Int32(prepared.parameterTypes.count), buffer.pointers, buffer.lengths, buffer.formats, 1)
        }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK:
            guard let result else { throw failing(nil, statement) }
            return result
        case PGRES_EMPTY_QUERY:
            PQclear(result)
            throw SQLError.engine("\(statement.name): one statement, and one only")
        default: throw failing(result, statement)
        }
    }

    /// What opens the transaction and its first statement in one message: one round trip.
    /// - Returns: the answer to the statement, or to the opener that failed.
    private func pipelined(_ openers: [Statement], _ first: PreparedStatement) throws -> OpaquePointer? {
        let openers = try openers.map(cached)
        // From here on there may be something to roll back.
        transaction = .open
        guard PQenterPipelineMode(handle) == 1 else { return nil }
        defer { PQexitPipelineMode(handle) }
        for opener in openers {
            guard PQsendQueryPrepared(handle, opener.name, 0, nil, nil, nil, 1) == 1 else { return nil }
        }
        guard
            PQsendQueryPrepared(
                handle, first.name, Int32(first.parameterTypes.count), buffer.pointers, buffer.lengths, buffer.formats, 1) == 1,
            PQpipelineSync(handle) == 1
        else { return nil }
        var answer: OpaquePointer?
        var ends = 0
        while true {
            guard let result = PQgetResult(handle) else {
                // The end of one statement's answers; on a connection that is gone, of everything.
                ends += 1
                if PQstatus(handle) == CONNECTION_OK, ends <= openers.count + 2 { continue }
                return answer
            }
            let status = PQresultStatus(result)
            if status == PGRES_PIPELINE_SYNC {
                PQclear(result)
                return answer
            }
            // After one that failed, the others say only that they did not run.
            if status == PGRES_PIPELINE_ABORTED {
                PQclear(result)
            } else {
                PQclear(answer)
                answer = result
            }
        }
    }

    /// Reads the answer that an earlier ``endRead()`` left.
    private func settle() {
        guard owesAnswer else { return }
        owesAnswer = false
        while let result = PQgetResult(handle) { PQclear(result) }
    }

    /// Runs statements that are not prepared and give no rows that matter.
    func simple(_ sql: String, _ name: StaticString) throws {
        settle()
        let statement = Statement(name, "")
        do {
            try check(PQexec(handle, sql), statement)
        } catch let error as PostgresFailure {
            failure = error
            throw error.error
        }
    }

    /// The first column of what a statement that is not prepared gives, as text. For maintenance.
    func values(_ sql: String) throws -> [String] {
        settle()
        let result = PQexec(handle, sql)
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { throw failing(result, Statement("maintenance", "")).error }
        defer { PQclear(result) }
        return (0..<PQntuples(result)).map { String(cString: PQgetvalue(result, $0, 0)) }
    }

    private func check(_ result: OpaquePointer?, _ statement: Statement) throws {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: PQclear(result)
        default: throw failing(result, statement)
        }
    }

    /// What a failed result says. Frees it.
    private func failing(_ result: OpaquePointer?, _ statement: Statement) -> PostgresFailure {
        defer { PQclear(result) }
        func field(_ code: Character) -> String? {
            guard let result, let code = code.asciiValue, let text = PQresultErrorField(result, Int32(code)) else { return nil }
            return String(cString: text)
        }
        let words = field("M") ?? String(cString: PQerrorMessage(handle)).trimmed
        guard let sqlState = field("C") else {
            // libpq's own words: there is no answer.
            return PostgresFailure(.reconnect, .unavailable("\(statement.name): \(words)"))
        }
        if sqlState == "42601", StatementText.isSeveral(statement.text) {
            return PostgresFailure(.none, .engine("\(statement.name): one statement, and one only"))
        }
        // The message's own DETAIL is left out: it quotes values, which are people's.
        let place = [field("t"), field("c") ?? field("n")].compactMap { $0 }.joined(separator: ".")
        let failure = PostgresFailure(
            sqlState: sqlState, detail: "\(statement.name): \(place.isEmpty ? "" : place + ": ")\(words)")
        return isAlive ? failure : PostgresFailure(failure.remedy == .retry ? .retry : .reconnect, failure.error)
    }
}

extension PostgresConnection: WriteTransaction {
    var dialect: SQLDialect { .postgres }

    func forEach(_ statement: Statement, _ values: [SQLValue], _ body: (any Row) throws -> Void) throws {
        try execute(statement, values) { result in
            for row in 0..<PQntuples(result) { try body(PostgresRow(result: result, row: row)) }
        }
    }

    func run(_ statement: Statement, _ values: [SQLValue]) throws -> Int {
        try execute(statement, values) { Int(String(cString: PQcmdTuples($0))) ?? 0 }
    }

    func runScript(_ sql: String) throws {
        if let failure { throw failure.error }
        switch transaction {
        case .none: throw SQLError.engine("a script outside of a transaction")
        case .promised(let openers):
            try simple(openers.map(\.text).joined(separator: "; "), "script")
            transaction = .open
        case .open: break
        }
        try simple(sql, "script")
    }

    func signal(_ signal: Signal) throws {
        try signal.check()
        try execute(ControlStatements.notify, [.text(signal.payload)]) { _ in }
    }
}

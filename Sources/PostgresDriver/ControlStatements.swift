import SQL

/// What starts and ends transactions, prepared once on each connection. docs/decisions says why these isolations.
enum ControlStatements {
    static let beginRead = Statement("postgres.beginRead", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    static let beginWrite = Statement("postgres.beginWrite", "BEGIN ISOLATION LEVEL SERIALIZABLE")
    static let commit = Statement("postgres.commit", "COMMIT")

    /// A write of its own may be long: what it waits for has limits, what it does has none.
    static let liftTimeLimits = """
        SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '60s'
        """

    /// A signal, sent by the server when the transaction commits.
    static let notify = Statement("postgres.notify", "SELECT pg_notify('rebond_signals', $1)")
    static let channel = "rebond_signals"
}

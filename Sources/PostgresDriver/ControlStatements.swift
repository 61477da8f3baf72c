import SQL

/// What starts and ends transactions, prepared once on each connection. docs/decisions says why these isolations.
enum ControlStatements {
    static let beginRead = Statement("postgres.beginRead", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    static let beginWrite = Statement("postgres.beginWrite", "BEGIN ISOLATION LEVEL SERIALIZABLE")
    /// Rows that were taken stand still; each query sees what was committed before it.
    static let beginTaking = Statement("postgres.beginTaking", "BEGIN ISOLATION LEVEL READ COMMITTED")
    static let commit = Statement("postgres.commit", "COMMIT")

    /// Follows ``beginWrite``: writers run beside each other, and none beside a writer that runs alone. The numbers are "RBND".
    static let beside = Statement("postgres.beside", "SELECT pg_advisory_xact_lock_shared(1380077124, 1)")

    /// Before the transaction of a writer that runs alone, so that the transaction sees what those before it wrote. What it waits for has
    /// a limit, what it does has none.
    static let takeTurnAlone = "SELECT pg_advisory_lock(1380077124, 1)"
    static let liftLimits = """
        SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0; SET lock_timeout = '60s'
        """
    static func endTurnAlone(_ settings: PostgresSettings) -> String {
        "SELECT pg_advisory_unlock_all(); \(settings.limitsScript)"
    }

    /// A signal, sent by the server when the transaction commits.
    static let notify = Statement("postgres.notify", "SELECT pg_notify('rebond_signals', $1)")
    static let channel = "rebond_signals"
}

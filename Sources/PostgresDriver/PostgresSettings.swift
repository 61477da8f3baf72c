/// How a server uses its PostgreSQL.
package struct PostgresSettings: Sendable {
    /// `postgresql://user:password@host:port/database?sslmode=verify-full`, and whatever else libpq understands there.
    package var address: String
    /// The most connections of this server's pool. Listening to signals takes one more.
    package var connections: Int
    /// How long a transaction waits for a connection of the pool, and again for a database that restarts, in seconds.
    package var patience: Double
    /// How long connecting to one host may take, in seconds. `connect_timeout` in the address wins.
    package var connectTimeout: Int
    /// How long one statement may take, in seconds. Not for migrations and what else runs in a transaction of its own.
    package var statementTimeout: Double
    /// How long a statement waits for another transaction's row, in seconds.
    package var lockTimeout: Double
    /// What `pg_stat_activity` shows.
    package var applicationName: String

    package init(
        address: String, connections: Int = 10, patience: Double = 5, connectTimeout: Int = 5, statementTimeout: Double = 30,
        lockTimeout: Double = 10, applicationName: String = "rebond"
    ) {
        self.address = address
        self.connections = max(1, connections)
        self.patience = patience
        self.connectTimeout = connectTimeout
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.applicationName = applicationName
    }

    /// How long a transaction may wait, work and do nothing.
    var limitsScript: String {
        """
        SET statement_timeout = \(Int(statementTimeout * 1000)); SET lock_timeout = \(Int(lockTimeout * 1000)); \
        SET idle_in_transaction_session_timeout = 60000
        """
    }

    /// Said once on each new connection. The isolation stands in each BEGIN. What a school uses is in memory, where a page costs the same
    /// wherever it is; statements are short, and not worth compiling.
    var sessionScript: String {
        """
        \(limitsScript);
        SET standard_conforming_strings = on;
        SET jit = off;
        SET random_page_cost = 1.1;
        SELECT current_setting('server_version_num'), current_setting('server_encoding'), pg_is_in_recovery()
        """
    }
}

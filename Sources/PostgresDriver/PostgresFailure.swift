import SQL

/// What the server said, or that it says nothing more, and what is to be done about it.
struct PostgresFailure: Error {
    enum Remedy {
        /// It would be the same again.
        case none
        /// Two transactions got in each other's way: run again.
        case retry
        /// A key is there already. Perhaps only because another transaction, which this one did not see, came first: what the body read is old
        /// then, and PostgreSQL says this instead of a serialization failure. Only a writer that runs alone knows.
        case runAloneToKnow
        /// The connection is gone, and with it the transaction: run again on another one.
        case reconnect
        /// The schema changed under a prepared statement: prepare again.
        case prepareAgain
    }

    let remedy: Remedy
    let error: SQLError

    init(_ remedy: Remedy, _ error: SQLError) {
        self.remedy = remedy
        self.error = error
    }

    /// - Parameters:
    ///   - sqlState: the five characters of the server's report.
    ///   - detail: its words and what was being done, without the values of rows: for logs.
    init(sqlState: String, detail: String) {
        remedy =
            switch sqlState {
            case "40001", "40P01": .retry
            case "23505", "23P01": .runAloneToKnow
            case "0A000" where detail.contains("cached plan"), "26000": .prepareAgain
            case _ where Self.endsConnection(sqlState): .reconnect
            default: .none
            }
        error = SQLError(sqlState: sqlState, detail: detail)
    }

    /// Shutting down, crashing, starting up, broken connections, and a transaction or session that the server ended for idling.
    static func endsConnection(_ sqlState: String) -> Bool {
        sqlState.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P04", "57P05", "25P03"].contains(sqlState)
    }
}

extension SQLError {
    /// What an SQLSTATE of PostgreSQL means on every engine.
    package init(sqlState: String, detail: String) {
        switch sqlState {
        case "23505", "23P01": self = .uniqueViolation(detail)
        case "23503", "23001": self = .foreignKeyViolation(detail)
        // A value that the column's type cannot hold is refused by the schema too.
        case _ where sqlState.hasPrefix("23"), "22001", "22003", "22021": self = .checkViolation(detail)
        case "40001", "40P01", "55P03", "57014", "53300", "55006": self = .busy(detail)
        case "53100", "25006", "58030", "42501": self = .cannotWrite(detail)
        case _ where PostgresFailure.endsConnection(sqlState): self = .unavailable(detail)
        case _ where sqlState.hasPrefix("XX"): self = .corrupt(detail)
        default: self = .engine("\(detail) (SQLSTATE \(sqlState))")
        }
    }
}

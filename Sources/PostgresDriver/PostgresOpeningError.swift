import SQL

/// Why a database could not be opened, so that whoever gave the address can be told what to do.
package struct PostgresOpeningError: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// Not a `postgresql://` address, or an option that libpq does not know.
        case invalidAddress
        /// Nobody answers there, the name is unknown, the time is up, or TLS could not be agreed.
        case cannotConnect
        /// The password or the account is wrong, or `pg_hba.conf` does not let it in.
        case authenticationRefused
        /// The server has no database of that name.
        case unknownDatabase
        /// The account may not connect to that database.
        case notAllowed
        /// The server has no connection left.
        case tooManyConnections
        /// The server is starting, stopping or recovering: later.
        case notReady
        /// A copy that can only be read (a standby).
        case readOnly
        /// The server is older than PostgreSQL 13.
        case tooOld
        /// The database does not keep its text as UTF-8.
        case notUnicode
    }

    package let reason: Reason
    /// Without the password; `nil` when it could not be read.
    package let address: PostgresAddress?
    /// libpq's or the server's words, in whatever language the server speaks. For logs.
    package let detail: String

    init(_ reason: Reason, _ address: PostgresAddress?, _ detail: String) {
        self.reason = reason
        self.address = address
        self.detail = detail
    }
}

extension PostgresOpeningError.Reason {
    /// What a refusal of the server while connecting means; `nil` (nobody refused, nobody answered) is ``cannotConnect``.
    init(sqlState: String?) {
        switch sqlState {
        case "28P01", "28000": self = .authenticationRefused
        case "3D000": self = .unknownDatabase
        case "42501": self = .notAllowed
        case "53300": self = .tooManyConnections
        case "57P03", "57P01", "57P02": self = .notReady
        default: self = .cannotConnect
        }
    }
}

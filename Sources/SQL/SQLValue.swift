/// A value bound to a statement. The types are those that SQLite and PostgreSQL share.
package enum SQLValue: Sendable, Hashable {
    case null
    /// BIGINT and SMALLINT.
    case integer(Int64)
    /// DOUBLE PRECISION.
    case real(Double)
    /// TEXT. Never contains NUL, which PostgreSQL refuses.
    case text(String)
    /// BLOB on SQLite, BYTEA on PostgreSQL.
    case bytes([UInt8])
}

/// What can be bound to a statement.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable {
    package var sqlValue: SQLValue { self }
}
extension String: SQLBindable {
    package var sqlValue: SQLValue { .text(self) }
}
extension Int: SQLBindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Int64: SQLBindable {
    package var sqlValue: SQLValue { .integer(self) }
}
extension Double: SQLBindable {
    package var sqlValue: SQLValue { .real(self) }
}
extension Bool: SQLBindable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}
extension [UInt8]: SQLBindable {
    package var sqlValue: SQLValue { .bytes(self) }
}
extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

import CLibPQ
import SQL

/// A statement that the server prepared on one connection, with the types that it found for the parameters.
final class PreparedStatement {
    /// Its name on the connection.
    let name: String
    let parameterTypes: [Oid]
    /// When it was last used, counted in uses of the cache.
    fileprivate var lastUse = 0

    init(name: String, parameterTypes: [Oid]) {
        self.name = name
        self.parameterTypes = parameterTypes
    }
}

/// What a connection has prepared: so many statements, those that were used last.
struct StatementCache {
    private var prepared: [UInt: PreparedStatement] = [:]
    private var uses = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The statement kept under an identity, which was used now.
    subscript(identity: UInt) -> PreparedStatement? {
        mutating get {
            guard let found = prepared[identity] else { return nil }
            uses += 1
            found.lastUse = uses
            return found
        }
    }

    /// - Returns: the statement that had to go, to be closed on the server.
    mutating func keep(_ statement: PreparedStatement, for identity: UInt) -> PreparedStatement? {
        uses += 1
        statement.lastUse = uses
        prepared[identity] = statement
        guard prepared.count > capacity, let oldest = prepared.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        return prepared.removeValue(forKey: oldest.key)
    }

    mutating func removeAll() {
        prepared = [:]
    }
}

/// Types of PostgreSQL, by the numbers that `pg_type` gives them for ever.
enum PostgresType {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let bigint: Oid = 20
    static let smallint: Oid = 21
    static let integer: Oid = 23
    static let text: Oid = 25
    static let real: Oid = 700
    static let double: Oid = 701
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
}

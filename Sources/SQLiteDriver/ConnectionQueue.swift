import GRDB
import GRDBSQLite
import SQL

/// The serial queue on which one connection is used: GRDB's `DatabaseQueue`, behind the few calls that are needed of it.
struct ConnectionQueue: Sendable {
    private let queue: DatabaseQueue

    init(path: String, configuration: Configuration) throws {
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// SQLite's connection, with GRDB's callbacks taken off: GRDB watches statements for its observers and for its schema
    /// cache, neither of which is used here.
    func handle() throws -> OpaquePointer {
        try queue.unsafeRead { database in
            guard let handle = database.sqliteConnection else { throw SQLError.closed }
            sqlite3_set_authorizer(handle, nil, nil)
            sqlite3_commit_hook(handle, nil, nil)
            sqlite3_rollback_hook(handle, nil, nil)
            return handle
        }
    }

    /// Runs `body` on the calling thread, once the queue is free.
    func sync<Value>(_ body: () throws -> Value) rethrows -> Value {
        try queue.unsafeRead { _ in try body() }
    }

    /// Runs `body` on the queue's own thread, after what is already queued.
    func async(_ body: @escaping @Sendable () -> Void) {
        queue.asyncWriteWithoutTransaction { _ in body() }
    }

    func close() throws {
        do { try queue.close() } catch let error as DatabaseError { throw SQLError(error) }
    }
}

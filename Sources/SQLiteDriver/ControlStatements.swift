import SQL

/// What starts and ends transactions, prepared once on each connection.
enum ControlStatements {
    static let beginRead = Statement("sqlite.beginRead", "BEGIN DEFERRED")
    static let beginWrite = Statement("sqlite.beginWrite", "BEGIN IMMEDIATE")
    static let commit = Statement("sqlite.commit", "COMMIT")
    static let rollback = Statement("sqlite.rollback", "ROLLBACK")
    static let savepoint = Statement("sqlite.savepoint", "SAVEPOINT member")
    static let release = Statement("sqlite.release", "RELEASE member")
    static let rollbackToSavepoint = Statement("sqlite.rollbackToSavepoint", "ROLLBACK TO member")
}

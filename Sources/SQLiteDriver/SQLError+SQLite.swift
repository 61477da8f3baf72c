import GRDB
import GRDBSQLite
package import SQL

extension SQLError {
    /// What an extended result code of SQLite means on every engine.
    /// - Parameters:
    ///   - code: the extended code that a call returned.
    ///   - detail: SQLite's own words and what was being done, for logs.
    package init(sqliteCode code: Int32, detail: String) {
        let primary = code & 0xFF
        let constraint = code >> 8
        switch primary {
        case SQLITE_CONSTRAINT:
            switch constraint {
            case 6, 8, 10: self = .uniqueViolation(detail)  // PRIMARYKEY, UNIQUE, ROWID
            case 3: self = .foreignKeyViolation(detail)  // FOREIGNKEY
            default: self = .checkViolation(detail)  // CHECK, NOTNULL, a trigger's RAISE
            }
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(detail)
        case SQLITE_FULL, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: self = .cannotWrite(detail)
        case SQLITE_IOERR:
            // 1 READ, 2 SHORT_READ, 33 CORRUPTFS: the file gives back something else than what was put in it.
            self = [1, 2, 33].contains(constraint) ? .corrupt(detail) : .cannotWrite(detail)
        case SQLITE_CORRUPT: self = .corrupt(detail)
        case SQLITE_NOTADB: self = .notUsable(detail)
        default: self = .engine("\(detail) (SQLite code \(code))")
        }
    }

    init(_ error: DatabaseError) {
        self.init(
            sqliteCode: error.extendedResultCode.rawValue,
            detail: error.message ?? "SQLite code \(error.extendedResultCode.rawValue)")
    }
}

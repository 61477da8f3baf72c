import GRDBSQLite
import SQL

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A statement that SQLite prepared on one connection, with the memory its bound texts and bytes stand in.
///
/// SQLite reads bound values in place while the statement steps, so binding allocates nothing once the buffer has grown
/// to the statement's usual size. The buffer belongs to one execution at a time: a statement that is still stepping is
/// never bound again (see ``isBusy``).
final class PreparedStatement {
    let pointer: OpaquePointer
    /// Where SQLite numbers `$1…$n`: it numbers parameters in the order of their first appearance.
    private let indexes: [Int32]
    private var buffer: UnsafeMutableRawPointer
    private var capacity = 64

    /// - throws: ``SQLError`` when SQLite does not accept the text.
    init(name: String, text: String, on connection: OpaquePointer) throws {
        var prepared: OpaquePointer?
        // What SQLite leaves of the text would never run, and PostgreSQL refuses to prepare two statements as one.
        let (code, isWhole) = text.withCString { start -> (Int32, Bool) in
            var rest: UnsafePointer<CChar>?
            let code = sqlite3_prepare_v3(connection, start, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, &rest)
            return (code, rest.map { String(cString: $0).allSatisfy(\.isWhitespace) } ?? true)
        }
        guard code == SQLITE_OK else {
            throw SQLError(sqliteCode: code, detail: "\(name): \(String(cString: sqlite3_errmsg(connection)))")
        }
        guard let prepared, isWhole else {
            sqlite3_finalize(prepared)
            throw SQLError.engine("\(name): one statement, and one only")
        }
        do {
            indexes = try Self.indexes(of: prepared, name)
        } catch {
            sqlite3_finalize(prepared)
            throw error
        }
        pointer = prepared
        buffer = .allocate(byteCount: capacity, alignment: 1)
    }

    deinit {
        sqlite3_finalize(pointer)
        buffer.deallocate()
    }

    /// Whether an execution is under way: a query inside the loop over the rows of the same query.
    var isBusy: Bool { sqlite3_stmt_busy(pointer) != 0 }

    /// Ends an execution.
    /// - Returns: why it failed, when it did, and `SQLITE_OK` otherwise.
    @discardableResult
    func reset() -> Int32 { sqlite3_reset(pointer) }

    /// Binds one value to each of `$1…$n`.
    /// - throws: ``SQLError/engine(_:)`` for a wrong number of values, ``SQLError/checkViolation(_:)`` for a text with a
    ///   NUL, which PostgreSQL refuses too.
    func bind(_ values: [SQLValue], of statement: Statement) throws {
        guard values.count == indexes.count else {
            throw SQLError.engine("\(statement.name) takes \(indexes.count) values and was given \(values.count)")
        }
        reserve(values)
        var used = 0
        for (index, value) in zip(indexes, values) {
            switch value {
            case .null: sqlite3_bind_null(pointer, index)
            case .integer(let integer): sqlite3_bind_int64(pointer, index, integer)
            case .real(let real): sqlite3_bind_double(pointer, index, real)
            case .text(var text):
                let start = buffer + used
                let count = text.withUTF8 { utf8 in
                    if let source = utf8.baseAddress { start.copyMemory(from: source, byteCount: utf8.count) }
                    return utf8.count
                }
                guard memchr(start, 0, count) == nil else {
                    throw SQLError.checkViolation("\(statement.name): a text with a NUL character")
                }
                sqlite3_bind_text64(
                    pointer, index, start.assumingMemoryBound(to: CChar.self), UInt64(count), nil, UInt8(SQLITE_UTF8))
                used += count
            case .bytes(let bytes):
                let start = buffer + used
                bytes.withUnsafeBytes { source in
                    if let first = source.baseAddress { start.copyMemory(from: first, byteCount: source.count) }
                }
                sqlite3_bind_blob64(pointer, index, start, UInt64(bytes.count), nil)
                used += bytes.count
            }
        }
    }

    private func reserve(_ values: [SQLValue]) {
        var needed = 0
        for value in values {
            switch value {
            case .text(let text): needed += text.utf8.count
            case .bytes(let bytes): needed += bytes.count
            case .null, .integer, .real: break
            }
        }
        // A statement that once carried something large does not keep that much for ever.
        guard needed > capacity || (capacity > 1 << 20 && needed < 1 << 16) else { return }
        buffer.deallocate()
        capacity = max(64, needed)
        buffer = .allocate(byteCount: capacity, alignment: 1)
    }

    private static func indexes(of prepared: OpaquePointer, _ statementName: String) throws -> [Int32] {
        let count = sqlite3_bind_parameter_count(prepared)
        guard count > 0 else { return [] }
        var indexes = [Int32](repeating: 0, count: Int(count))
        for index in 1...count {
            guard let name = sqlite3_bind_parameter_name(prepared, index), name[0] == UInt8(ascii: "$"),
                let number = Int(String(cString: name + 1)), indexes.indices.contains(number - 1)
            else {
                throw SQLError.engine("\(statementName): parameters are written $1…$n, each at least once")
            }
            indexes[number - 1] = index
        }
        return indexes
    }
}

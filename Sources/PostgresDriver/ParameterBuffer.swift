import CLibPQ
import SQL

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The values of one execution, in the form in which libpq sends them. libpq copies them at once, so a connection has one buffer.
///
/// Numbers, texts and bytes travel in binary where the type of the parameter is the value's own; anything else travels as text, and the
/// server converts it or refuses it.
final class ParameterBuffer {
    private(set) var pointers: [UnsafePointer<CChar>?] = []
    private(set) var lengths: [Int32] = []
    /// 1 for binary, 0 for text.
    private(set) var formats: [Int32] = []
    private var memory: UnsafeMutableRawPointer
    private var capacity = 1024
    private var used = 0

    init() {
        memory = .allocate(byteCount: capacity, alignment: 8)
    }

    deinit {
        memory.deallocate()
    }

    /// Puts `values` in place of what was there.
    /// - throws: ``SQLError/engine(_:)`` for a wrong number of values, ``SQLError/checkViolation(_:)`` for a text with a NUL.
    func fill(_ values: [SQLValue], _ types: [Oid], of statement: Statement) throws {
        guard values.count == types.count else {
            throw SQLError.engine("\(statement.name) takes \(types.count) values and was given \(values.count)")
        }
        reserve(values)
        pointers.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        used = 0
        for (value, type) in zip(values, types) { try add(value, type, statement) }
    }

    private func add(_ value: SQLValue, _ type: Oid, _ statement: Statement) throws {
        switch (value, type) {
        case (.null, _): append(nil, 0, 0)
        case (.integer(let integer), PostgresType.bigint): addBigEndian(integer)
        case (.integer(let integer), PostgresType.double): addBigEndian(Double(integer).bitPattern)
        case (.integer(let integer), PostgresType.smallint):
            if let small = Int16(exactly: integer) { addBigEndian(small) } else { addText(String(integer), isBinary: false) }
        case (.integer(let integer), PostgresType.integer):
            if let small = Int32(exactly: integer) { addBigEndian(small) } else { addText(String(integer), isBinary: false) }
        case (.integer(let integer), _): addText(String(integer), isBinary: false)
        case (.real(let real), PostgresType.double): addBigEndian(real.bitPattern)
        case (.real(let real), _): addText(String(real), isBinary: false)
        case (.text(let text), _):
            let count = addText(text, isBinary: type == PostgresType.text || type == PostgresType.varchar)
            guard memchr(memory + (used - count - 1), 0, count) == nil else {
                throw SQLError.checkViolation("\(statement.name): a text with a NUL character")
            }
        case (.bytes(let bytes), _):
            let start = memory + used
            bytes.withUnsafeBytes { source in
                if let first = source.baseAddress { start.copyMemory(from: first, byteCount: source.count) }
            }
            append(start, bytes.count, 1)
            used += bytes.count
        }
    }

    private func addBigEndian<Number: FixedWidthInteger>(_ number: Number) {
        let start = memory + used
        start.storeBytes(of: number.bigEndian, as: Number.self)
        append(start, MemoryLayout<Number>.size, 1)
        used += MemoryLayout<Number>.size
    }

    /// - Returns: how many bytes the text has. A NUL follows them: libpq wants it after what is not binary.
    @discardableResult
    private func addText(_ text: String, isBinary: Bool) -> Int {
        var text = text
        let start = memory + used
        let count = text.withUTF8 { utf8 in
            if let source = utf8.baseAddress { start.copyMemory(from: source, byteCount: utf8.count) }
            return utf8.count
        }
        (start + count).storeBytes(of: 0, as: UInt8.self)
        append(start, count, isBinary ? 1 : 0)
        used += count + 1
        return count
    }

    private func append(_ start: UnsafeMutableRawPointer?, _ count: Int, _ format: Int32) {
        pointers.append(start.map { UnsafePointer($0.assumingMemoryBound(to: CChar.self)) })
        lengths.append(Int32(truncatingIfNeeded: count))
        formats.append(format)
    }

    private func reserve(_ values: [SQLValue]) {
        var needed = 0
        for value in values {
            switch value {
            case .text(let text): needed += text.utf8.count + 1
            case .bytes(let bytes): needed += bytes.count
            // The longest number as text.
            case .null, .integer, .real: needed += 32
            }
        }
        // One execution that carried something large does not keep that much for ever.
        guard needed > capacity || (capacity > 1 << 20 && needed < 1 << 16) else { return }
        memory.deallocate()
        capacity = max(1024, needed)
        memory = .allocate(byteCount: capacity, alignment: 8)
    }
}

import CLibPQ
import SQL

/// One row of a result, read where libpq keeps it, in PostgreSQL's binary form.
struct PostgresRow: Row {
    let result: OpaquePointer
    let row: Int32

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(truncatingIfNeeded: column)) == 1 }

    func text(_ column: Int) -> String {
        let bytes = value(column)
        guard !bytes.isEmpty else { return "" }
        switch type(column) {
        case PostgresType.bigint, PostgresType.integer, PostgresType.smallint: return String(integer(column))
        case PostgresType.double, PostgresType.real, PostgresType.numeric: return String(real(column))
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }

    func integer(_ column: Int) -> Int64 {
        let bytes = value(column)
        guard !bytes.isEmpty else { return 0 }
        switch type(column) {
        case PostgresType.bigint: return bytes.bigEndian()
        case PostgresType.integer: return Int64(bytes.bigEndian() as Int32)
        case PostgresType.smallint: return Int64(bytes.bigEndian() as Int16)
        case PostgresType.bool: return bytes[0] == 0 ? 0 : 1
        case PostgresType.double, PostgresType.real, PostgresType.numeric:
            return Int64(exactly: real(column).rounded(.towardZero)) ?? 0
        default: return Int64(String(decoding: bytes, as: UTF8.self)) ?? 0
        }
    }

    func real(_ column: Int) -> Double {
        let bytes = value(column)
        guard !bytes.isEmpty else { return 0 }
        switch type(column) {
        case PostgresType.double: return Double(bitPattern: bytes.bigEndian())
        case PostgresType.real: return Double(Float(bitPattern: bytes.bigEndian()))
        case PostgresType.bigint, PostgresType.integer, PostgresType.smallint, PostgresType.bool: return Double(integer(column))
        case PostgresType.numeric: return numeric(bytes)
        default: return Double(String(decoding: bytes, as: UTF8.self)) ?? 0
        }
    }

    func bytes(_ column: Int) -> [UInt8] { [UInt8](value(column)) }

    private func type(_ column: Int) -> Oid { PQftype(result, Int32(truncatingIfNeeded: column)) }

    private func value(_ column: Int) -> UnsafeRawBufferPointer {
        let column = Int32(truncatingIfNeeded: column)
        return UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
    }

    /// `numeric`, which sums and averages give: its digits, in base 10,000, after their count, the weight of the first, the sign and the
    /// decimals shown.
    private func numeric(_ bytes: UnsafeRawBufferPointer) -> Double {
        guard bytes.count >= 8 else { return 0 }
        func number(_ index: Int) -> Int { Int(UnsafeRawBufferPointer(rebasing: bytes[(index * 2)...]).bigEndian() as Int16) }
        let (count, weight, sign) = (number(0), number(1), number(2))
        guard count >= 0, bytes.count >= 8 + 2 * count else { return 0 }
        var value = 0.0
        for index in 0..<count { value = value * 10_000 + Double(number(4 + index)) }
        for _ in 0..<max(0, weight - count + 1) { value *= 10_000 }
        for _ in 0..<max(0, count - weight - 1) { value /= 10_000 }
        return sign == 0x4000 ? -value : value
    }
}

extension UnsafeRawBufferPointer {
    /// The number at the beginning; zero when there are too few bytes.
    fileprivate func bigEndian<Number: FixedWidthInteger>() -> Number {
        guard count >= MemoryLayout<Number>.size else { return 0 }
        return Number(bigEndian: loadUnaligned(as: Number.self))
    }
}

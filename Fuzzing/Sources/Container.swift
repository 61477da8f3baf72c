import CZlib
import Foundation

/// The files of a package one after the other: for each `0x1E`, its name, `0x1F`, its bytes. Bytes before the first mark are nobody's.
struct Container {
    var files: [(name: [UInt8], bytes: [UInt8])] = []

    private static let (begin, middle): (UInt8, UInt8) = (0x1E, 0x1F)

    init() {}

    init(_ bytes: [UInt8]) {
        for part in bytes.split(separator: Self.begin, omittingEmptySubsequences: false).dropFirst() {
            guard let mark = part.firstIndex(of: Self.middle) else { continue }
            files.append((Array(part[..<mark]), Array(part[(mark + 1)...])))
        }
    }

    /// As an input; a file that holds the mark itself has none of it.
    var bytes: [UInt8] {
        files.flatMap { [Self.begin] + $0.name + [Self.middle] + $0.bytes.filter { $0 != Self.begin } }
    }

    /// A ZIP in which nothing is packed.
    var archive: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        func put(_ value: Int, _ count: Int, to bytes: inout [UInt8]) {
            for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
        }
        for file in files.prefix(2_000) {
            let name = file.name.prefix(2_000)
            let offset = out.count
            let sum = Int(file.bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) })
            func head(_ bytes: inout [UInt8]) {
                for (value, count) in [
                    (20, 2), (0x800, 2), (0, 2), (0, 4), (sum, 4), (file.bytes.count, 4), (file.bytes.count, 4), (name.count, 2),
                    (0, 2),
                ] { put(value, count, to: &bytes) }
            }
            put(0x0403_4B50, 4, to: &out)
            head(&out)
            out += name + file.bytes
            put(0x0201_4B50, 4, to: &directory)
            put(20, 2, to: &directory)
            head(&directory)
            for (value, count) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] { put(value, count, to: &directory) }
            directory += name
        }
        let count = min(files.count, 2_000)
        let start = out.count
        out += directory
        put(0x0605_4B50, 4, to: &out)
        for (value, size) in [(0, 4), (count, 2), (count, 2), (directory.count, 4), (start, 4), (0, 2)] {
            put(value, size, to: &out)
        }
        return out
    }
}

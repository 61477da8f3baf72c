import Foundation

/// A text in which a line is a record and a sign parts its cells, as tables and Anki write it: a cell that begins with `"` ends with one, and holds
/// line ends and doubled quotes.
struct DelimitedText {
    struct Record {
        /// From 1.
        var line: Int
        var cells: [String]
    }

    private let bytes: [UInt8]
    private let separator: UInt8

    init(_ text: String, separator: Character) {
        bytes = Array(text.utf8)
        self.separator = separator.asciiValue ?? 0x09
    }

    /// The records that are not empty.
    func records() -> [Record] {
        var records: [Record] = []
        var (index, line) = (0, 1)
        while index < bytes.count {
            let start = line
            // A quote that is never closed is a sign like others.
            guard let end = record(from: index, &line, quotes: true) ?? record(from: index, &line, quotes: false) else { break }
            if end.cells.contains(where: { !$0.isEmpty }) { records.append(Record(line: start, cells: end.cells)) }
            index = end.next
        }
        return records
    }

    /// - Returns: `nil` when a quote is never closed.
    private func record(from start: Int, _ line: inout Int, quotes: Bool) -> (cells: [String], next: Int)? {
        var (cells, cell): ([String], [UInt8]) = ([], [])
        var (index, lines, isQuoted) = (start, 0, false)
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
                    cell.append(byte)
                    index += 1
                } else if byte == 0x22 {
                    isQuoted = false
                } else {
                    if byte == 0x0A { lines += 1 }
                    cell.append(byte)
                }
            } else if byte == 0x22, quotes, cell.isEmpty {
                isQuoted = true
            } else if byte == separator {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else if byte == 0x0A {
                line += lines + 1
                return (cells + [String(decoding: cell, as: UTF8.self)], index + 1)
            } else {
                cell.append(byte)
            }
            index += 1
        }
        if isQuoted { return nil }
        line += lines
        return (cells + [String(decoding: cell, as: UTF8.self)], bytes.count)
    }
}

import Essentials
import SwiftCSV

/// A CSV file cut into records, each with the line of the file on which it begins.
///
/// SwiftCSV reads the cells of a record; it does not say on which line a record stands, so the cutting is ours. Both
/// follow RFC 4180: a quote opens at the start of a cell only, a doubled quote stands for one, and a quoted cell may hold
/// line breaks. A line ends with LF, CR LF or CR.
struct CSVText {
    let delimiter: CSVDelimiter
    let records: [Record]
    /// The line of the record whose quote is never closed.
    let unclosedQuoteLine: Int?

    struct Record {
        let line: Int
        let text: String

        var isBlank: Bool { text.allSatisfy { $0.isWhitespace || $0 == ";" || $0 == "," } }
    }

    init(_ text: String) {
        let delimiter = Self.delimiter(of: text)
        var cutter = Cutter(bytes: Array(text.utf8), delimiter: delimiter == .comma ? 0x2C : delimiter == .tab ? 0x09 : 0x3B)
        records = cutter.records()
        unclosedQuoteLine = cutter.unclosedQuoteLine
        self.delimiter = delimiter
    }

    /// The cells of a record; `nil` when a quote stands where none may.
    func cells(of record: Record) -> [String]? {
        // The line break makes an empty last cell count.
        (try? EnumeratedCSV(string: record.text + "\n", delimiter: delimiter, loadColumns: false))?.header
    }

    /// The one of `;` `,` and tab that the first line has most of, outside quotes.
    private static func delimiter(of text: String) -> CSVDelimiter {
        var counts: [Character: Int] = [:]
        var quoted = false
        for character in text {
            if character == "\"" { quoted.toggle() }
            if quoted { continue }
            if character.isNewline { break }
            counts[character, default: 0] += 1
        }
        let candidates: [(CSVDelimiter, Int)] = [.semicolon, .comma, .tab].map { ($0, counts[$0.rawValue] ?? 0) }
        let best = candidates.max { $0.1 < $1.1 }
        return best.map { $0.1 > 0 ? $0.0 : .semicolon } ?? .semicolon
    }
}

extension CSVText {
    private struct Cutter {
        let bytes: [UInt8]
        let delimiter: UInt8
        private(set) var unclosedQuoteLine: Int?

        init(bytes: [UInt8], delimiter: UInt8) {
            self.bytes = bytes
            self.delimiter = delimiter
        }

        private enum Place {
            case cellStart
            case inCell
            case inQuotes
            case afterQuotes
        }

        mutating func records() -> [Record] {
            var records: [Record] = []
            var place = Place.cellStart
            var start = 0
            var startLine = 1
            var line = 1
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                let isBreak = byte == 0x0A || byte == 0x0D
                if isBreak {
                    let width = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
                    line += 1
                    if place != .inQuotes {
                        records.append(record(start..<index, startLine))
                        start = index + width
                        startLine = line
                        place = .cellStart
                    }
                    index += width
                    continue
                }
                place = next(place, byte)
                index += 1
            }
            if place == .inQuotes { unclosedQuoteLine = startLine }
            if start < bytes.count { records.append(record(start..<bytes.count, startLine)) }
            return records
        }

        private func next(_ place: Place, _ byte: UInt8) -> Place {
            switch (place, byte) {
            case (.cellStart, 0x22): .inQuotes
            case (.inQuotes, 0x22): .afterQuotes
            case (.inQuotes, _): .inQuotes
            case (.afterQuotes, 0x22): .inQuotes
            case (_, delimiter): .cellStart
            case (.cellStart, 0x20), (.cellStart, 0x09): .cellStart
            case (.afterQuotes, _): .afterQuotes
            default: .inCell
            }
        }

        private func record(_ range: Range<Int>, _ line: Int) -> Record {
            Record(line: line, text: String(decoding: bytes[range], as: UTF8.self))
        }
    }
}

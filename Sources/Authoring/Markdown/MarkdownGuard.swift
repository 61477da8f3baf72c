/// Refuses, before it is parsed, Markdown that would cost the parser far more than its size: cmark-gfm pads every row of a
/// table to the width of its head, and takes a time that grows with the square of some paragraphs.
enum MarkdownGuard {
    /// Bytes without a blank line between them.
    static let longestBlock = 32 * 1024
    /// Columns of a table.
    static let mostColumns = 60
    /// Rows times columns of a table.
    static let mostCells = 10_000
    /// Rows times columns of all tables of a text.
    static let mostCellsInAll = 100_000

    /// The first reason to refuse, and in which line of the Markdown.
    static func refusal(of bytes: [UInt8]) -> (finding: Finding, line: Int)? {
        bytes.withUnsafeBufferPointer { isHarmless($0) } ? nil : firstRefusal(of: bytes)
    }

    /// Whether a text is so small that no limit can be reached, told by its size, lines and pipes alone.
    private static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count < longestBlock else { return false }
        var lines = 1
        var inLine = 0
        var widest = 0
        for byte in bytes {
            if byte == UInt8(ascii: "|") {
                inLine += 1
            } else if byte == 0x0A || byte == 0x0D {
                lines += 1
                widest = max(widest, inLine)
                inLine = 0
            }
        }
        widest = max(widest, inLine) + 1
        return widest <= mostColumns && lines * widest <= mostCells
    }

    private static func firstRefusal(of bytes: [UInt8]) -> (finding: Finding, line: Int)? {
        var block = Block(firstLine: 1)
        var cells = 0
        var line = 0
        var index = bytes.startIndex
        while index <= bytes.endIndex {
            line += 1
            let end = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
            let content = bytes[index..<end]
            if content.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
                block = Block(firstLine: line + 1)
            } else {
                block.add(content)
                if block.size > longestBlock { return (.paragraphTooLong(longestBlock), block.firstLine) }
                if block.hasDelimiterRow {
                    if block.columns > mostColumns { return (.tooManyColumns(mostColumns), block.firstLine) }
                    cells += block.columns
                    if block.rows * block.columns > mostCells || cells > mostCellsInAll {
                        return (.tableTooLarge(mostCells), block.firstLine)
                    }
                }
            }
            if end == bytes.endIndex { break }
            index = end + 1
            if bytes[end] == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { index += 1 }
        }
        return nil
    }

    private struct Block {
        let firstLine: Int
        var size = 0
        var rows = 0
        var columns = 0
        var hasDelimiterRow = false

        init(firstLine: Int) {
            self.firstLine = firstLine
        }

        mutating func add(_ line: ArraySlice<UInt8>) {
            size += line.count + 1
            rows += 1
            var pipes = 0
            var dashes = 0
            var others = 0
            for byte in line {
                switch byte {
                case UInt8(ascii: "|"): pipes += 1
                case UInt8(ascii: "-"): dashes += 1
                case UInt8(ascii: ":"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "+"), 0x20, 0x09, 0x0B, 0x0C: break
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"): break
                default: others += 1
                }
            }
            columns = max(columns, pipes + 1)
            if dashes > 0, pipes > 0 || line.contains(UInt8(ascii: ":")), others == 0 { hasDelimiterRow = true }
        }
    }
}

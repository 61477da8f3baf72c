/// Walks through code once, from its beginning to its end, and notes what it recognises. It is no parser: what it does not
/// understand stays plain.
struct CodeScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    private(set) var tokens: [CodeToken] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    func starts(with text: StaticString, at place: Int? = nil) -> Bool {
        bytes[(place ?? index)...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(_ kind: CodeToken.Kind, from start: Int) {
        if index > start { tokens.append(CodeToken(kind: kind, range: start..<index)) }
    }

    /// Makes the last token begin elsewhere, or be something else.
    mutating func replaceLast(from start: Int, kind: CodeToken.Kind? = nil) {
        guard let last = tokens.popLast() else { return }
        tokens.append(CodeToken(kind: kind ?? last.kind, range: start..<last.range.upperBound))
    }

    /// Moves while bytes fit, not beyond `end`.
    mutating func skip(until end: Int? = nil, while fits: (UInt8) -> Bool) {
        let end = end ?? bytes.count
        while index < end, fits(bytes[index]) { index += 1 }
    }

    mutating func skipLine() { skip { $0 != 0x0A } }

    /// Moves past the next `text`, or to `end` when there is none.
    mutating func skip(past text: StaticString, until end: Int) {
        while index < end {
            if starts(with: text) {
                index = min(end, index + text.utf8CodeUnitCount)
                return
            }
            index += 1
        }
    }

    /// A text between two `quote`s; without the second one it ends with the line, unless it may have several.
    mutating func string(_ quote: UInt8, until end: Int, hasEscapes: Bool = true, isLong: Bool = false) {
        let start = index
        index += 1
        while index < end, bytes[index] != quote, isLong || bytes[index] != 0x0A {
            index += hasEscapes && bytes[index] == UInt8(ascii: "\\") && index + 1 < end && bytes[index + 1] != 0x0A ? 2 : 1
        }
        if index < end, bytes[index] == quote { index += 1 }
        index = min(index, end)
        add(.string, from: start)
    }

    /// A number and the unit that clings to it.
    mutating func number(until end: Int) {
        let start = index
        skip(until: end) { Self.isDigit($0) || Self.isLetter($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
        // 50%, and the full stop after a number is not part of it.
        if index < end, bytes[index] == UInt8(ascii: "%") { index += 1 }
        while index > start + 1, bytes[index - 1] == UInt8(ascii: ".") { index -= 1 }
        add(.number, from: start)
    }

    func word(from start: Int) -> String { String(decoding: bytes[start..<index], as: UTF8.self) }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// Letters of any script.
    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80 || byte >= 0x80
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }
}

import Foundation

/// Where a text stops being JSON (RFC 8259), for whoever has to correct it: the decoder only says that it is none.
struct JSONFault: Sendable, Hashable {
    /// From 1.
    let line: Int
    /// In characters of the line (Unicode scalars), from 1.
    let column: Int

    /// - Returns: `nil` when the text is JSON.
    init?(in data: Data) {
        var scanner = JSONScanner(bytes: Array(data))
        guard let offset = scanner.fault() else { return nil }
        let before = scanner.bytes[..<offset]
        line = 1 + before.count { $0 == UInt8(ascii: "\n") }
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
        // Bytes that continue a character are not counted.
        column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    }
}

/// Reads JSON without keeping anything of it and without recursion, so that no depth of nesting can exhaust the stack.
private struct JSONScanner {
    private enum Expected {
        case value, firstItem, name, firstName, colon, commaOrEnd
    }

    let bytes: [UInt8]
    private var index = 0
    private var open: [UInt8] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// The offset of the first byte that cannot stand where it is; `nil` when there is none.
    mutating func fault() -> Int? {
        var expected = Expected.value
        while true {
            skipSpaces()
            guard let byte = next else { return open.isEmpty && expected == .commaOrEnd ? nil : index }
            switch (expected, byte) {
            case (.firstItem, UInt8(ascii: "]")), (.firstName, UInt8(ascii: "}")): expected = close()
            case (.value, _), (.firstItem, _):
                guard let following = value(byte) else { return index }
                expected = following
            case (.name, UInt8(ascii: "\"")), (.firstName, UInt8(ascii: "\"")):
                guard string() else { return index }
                expected = .colon
            case (.colon, UInt8(ascii: ":")):
                index += 1
                expected = .value
            case (.commaOrEnd, UInt8(ascii: ",")) where !open.isEmpty:
                index += 1
                expected = open.last == UInt8(ascii: "{") ? .name : .value
            case (.commaOrEnd, UInt8(ascii: "]")) where open.last == UInt8(ascii: "["): expected = close()
            case (.commaOrEnd, UInt8(ascii: "}")) where open.last == UInt8(ascii: "{"): expected = close()
            default: return index
            }
        }
    }

    private mutating func close() -> Expected {
        index += 1
        open.removeLast()
        return .commaOrEnd
    }

    /// What comes after the beginning of a value; `nil` when no value begins so.
    private mutating func value(_ byte: UInt8) -> Expected? {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            open.append(byte)
            index += 1
            return byte == UInt8(ascii: "{") ? .firstName : .firstItem
        case UInt8(ascii: "\""): return string() ? .commaOrEnd : nil
        case UInt8(ascii: "t"): return word("true") ? .commaOrEnd : nil
        case UInt8(ascii: "f"): return word("false") ? .commaOrEnd : nil
        case UInt8(ascii: "n"): return word("null") ? .commaOrEnd : nil
        default: return number() ? .commaOrEnd : nil
        }
    }

    private mutating func skipSpaces() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func word(_ word: String) -> Bool {
        for byte in word.utf8 {
            guard next == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func digits() -> Bool {
        let start = index
        while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
        return index > start
    }

    private mutating func number() -> Bool {
        if next == UInt8(ascii: "-") { index += 1 }
        if next == UInt8(ascii: "0") { index += 1 } else { guard digits() else { return false } }
        if next == UInt8(ascii: ".") {
            index += 1
            guard digits() else { return false }
        }
        guard next == UInt8(ascii: "e") || next == UInt8(ascii: "E") else { return true }
        index += 1
        if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
        return digits()
    }

    /// From the quote that opens to past the one that closes.
    private mutating func string() -> Bool {
        index += 1
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return true
            case UInt8(ascii: "\\"): guard escape() else { return false }
            case 0..<0x20: return false
            case 0x80...: guard character() else { return false }
            default: index += 1
            }
        }
        return false
    }

    private mutating func escape() -> Bool {
        index += 1
        guard let byte = next else { return false }
        guard byte == UInt8(ascii: "u") else {
            guard "\"\\/bfnrt".utf8.contains(byte) else { return false }
            index += 1
            return true
        }
        index += 1
        for _ in 0..<4 {
            guard let digit = next, Character(Unicode.Scalar(digit)).isHexDigit else { return false }
            index += 1
        }
        return true
    }

    /// One character of several bytes of UTF-8.
    private mutating func character() -> Bool {
        let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
        guard index + length <= bytes.count, String(validating: bytes[index..<(index + length)], as: UTF8.self) != nil else {
            return false
        }
        index += length
        return true
    }
}

/// Reads the tags of a small XML file, strictly: what a browser would not read is malformed. No document type, no entities but
/// the five of XML and numeric ones, nothing fetched.
struct XMLReader {
    struct Attribute {
        var name: String
        /// With entities replaced.
        var value: String
        var offset: Int
    }

    struct Tag {
        var name: String
        var attributes: [Attribute]
        /// `<a/>`
        var isEmpty: Bool
        var offset: Int
    }

    enum Event {
        case open(Tag)
        case close(name: String, offset: Int)
        case text(String, offset: Int)
        /// A document type or a processing instruction that refers elsewhere.
        case forbidden(String, offset: Int)
        case malformed(offset: Int)
        case end
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Event {
        while index < bytes.count {
            let start = index
            if bytes[index] != UInt8(ascii: "<") {
                while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
                guard let text = Self.decoded(bytes[start..<index]) else { return .malformed(offset: start) }
                return .text(text, offset: start)
            }
            if starts(with: "<!--") {
                guard skips("<!--", to: "-->") else { return .malformed(offset: start) }
                continue
            }
            if starts(with: "<![CDATA[") {
                guard skips("<![CDATA[", to: "]]>") else { return .malformed(offset: start) }
                return .text(String(decoding: bytes[(start + 9)..<(index - 3)], as: UTF8.self), offset: start)
            }
            if starts(with: "<?") {
                let isDeclaration = starts(with: "<?xml ") && start == 0
                guard skips("<?", to: "?>") else { return .malformed(offset: start) }
                if isDeclaration { continue }
                return .forbidden("<?…?>", offset: start)
            }
            if starts(with: "<!") {
                // Skips it as a whole when it is simple, so that what follows is still looked at.
                let end = bytes[start...].firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[") }
                guard let end, bytes[end] == UInt8(ascii: ">") else {
                    index = bytes.count
                    return .forbidden("<!DOCTYPE>", offset: start)
                }
                index = end + 1
                return .forbidden("<!DOCTYPE>", offset: start)
            }
            return starts(with: "</") ? closingTag(start) : openingTag(start)
        }
        return .end
    }

    private mutating func closingTag(_ start: Int) -> Event {
        index += 2
        guard let name = name() else { return .malformed(offset: start) }
        skipSpaces()
        guard take(UInt8(ascii: ">")) else { return .malformed(offset: start) }
        return .close(name: name, offset: start)
    }

    private mutating func openingTag(_ start: Int) -> Event {
        index += 1
        guard let name = name() else { return .malformed(offset: start) }
        var tag = Tag(name: name, attributes: [], isEmpty: false, offset: start)
        var seen: Set<String> = []
        while true {
            let hadSpace = skipSpaces()
            if take(UInt8(ascii: ">")) { return .open(tag) }
            if take(UInt8(ascii: "/")) {
                tag.isEmpty = true
                return take(UInt8(ascii: ">")) ? .open(tag) : .malformed(offset: start)
            }
            let offset = index
            guard hadSpace, let attribute = self.name(), seen.insert(attribute).inserted else {
                return .malformed(offset: offset)
            }
            skipSpaces()
            guard take(UInt8(ascii: "=")) else { return .malformed(offset: offset) }
            skipSpaces()
            guard let value = quotedValue() else { return .malformed(offset: offset) }
            tag.attributes.append(Attribute(name: attribute, value: value, offset: offset))
        }
    }

    private mutating func quotedValue() -> String? {
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else { return nil }
        let quote = bytes[index]
        let start = index + 1
        guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
        index = end + 1
        let value = bytes[start..<end]
        return value.contains(UInt8(ascii: "<")) ? nil : Self.decoded(value)
    }

    private mutating func name() -> String? {
        let start = index
        while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
        guard index > start else { return nil }
        let first = bytes[start]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: ".") || (0x30...0x39).contains(first) { return nil }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80...0xFF, UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    @discardableResult
    private mutating func skipSpaces() -> Bool {
        let start = index
        while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
        return index > start
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private func starts(with text: StaticString) -> Bool {
        bytes[index...].starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Moves past `open … close` when it stands here.
    private mutating func skips(_ open: StaticString, to close: String) -> Bool {
        guard starts(with: open) else { return false }
        let mark = Array(close.utf8)
        var at = index + open.utf8CodeUnitCount
        while at + mark.count <= bytes.count {
            if bytes[at] == mark[0], bytes[at...].starts(with: mark) {
                index = at + mark.count
                return true
            }
            at += 1
        }
        return false
    }

    /// Text with its entities replaced; `nil` for an entity that XML does not know by itself.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&") else {
                result.append(byte)
                continue
            }
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
            let name = String(decoding: rest[..<end], as: UTF8.self)
            guard let character = entity(name) else { return nil }
            result.append(contentsOf: String(character).utf8)
            rest = rest[(end + 1)...]
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func entity(_ name: String) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return nil }
            let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            return number.flatMap(Unicode.Scalar.init).map(Character.init)
        }
    }
}

/// HTML being written: markup comes from this target's own literals, everything else goes through an escaping method.
struct HTMLText {
    private(set) var bytes: [UInt8] = []

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Markup, as it is.
    mutating func markup(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// HTML that was written apart.
    mutating func append(_ other: HTMLText) { bytes.append(contentsOf: other.bytes) }

    /// Text between tags.
    mutating func text(_ text: some Sequence<UInt8>) {
        let isDone: Void? = text.withContiguousStorageIfAvailable { self.text($0) }
        if isDone == nil { self.text(Array(text)) }
    }

    private mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            let escape: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): escape = "&amp;"
            case UInt8(ascii: "<"): escape = "&lt;"
            case UInt8(ascii: ">"): escape = "&gt;"
            default:
                index += 1
                continue
            }
            bytes.append(contentsOf: text[start..<index])
            markup(escape)
            index += 1
            start = index
        }
        bytes.append(contentsOf: text[start...])
    }

    /// ` name="value"`.
    mutating func attribute(_ name: StaticString, _ value: String) {
        openAttribute(name)
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            default: bytes.append(byte)
            }
        }
        markup("\"")
    }

    /// ` name="address"`, with everything that has no place in an address written as `%XX`.
    mutating func address(_ name: StaticString, _ address: String) {
        openAttribute(name)
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                bytes.append(byte)
            case UInt8(ascii: "&"): markup("&amp;")
            case _ where Self.keptInAddresses.contains(byte): bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 15] {
                    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
                }
            }
        }
        markup("\"")
    }

    private static let keptInAddresses = Array("-._~:/?#@!$()*+,;=%".utf8)

    private mutating func openAttribute(_ name: StaticString) {
        markup(" ")
        markup(name)
        markup("=\"")
    }
}

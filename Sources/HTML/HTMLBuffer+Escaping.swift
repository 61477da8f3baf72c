extension HTMLBuffer {
    /// Writes a text between tags: `&`, `<` and `>` are escaped, and control characters that HTML forbids
    /// become the replacement character. Tabs, line ends and quotes stay as they are.
    @usableFromInline
    package mutating func append(text: String) {
        escape(text, special: Escaping.inText)
    }

    /// Writes the inside of a double-quoted attribute value: as in text, and `"` is escaped too.
    @usableFromInline
    package mutating func append(attributeValue value: String) {
        escape(value, special: Escaping.inAttribute)
    }

    private mutating func escape(_ text: String, special: UInt64) {
        let written: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0, special: special) }
        if written == nil {
            Array(text.utf8).withUnsafeBufferPointer { escape($0, special: special) }
        }
    }

    /// Copies the runs that need nothing whole, and what is special one byte at a time.
    private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, special: UInt64) {
        var start = 0
        for index in 0..<utf8.count {
            let byte = utf8[index]
            guard Escaping.isSpecial(byte, special) else { continue }
            if start < index { append(unescaped: UnsafeBufferPointer(rebasing: utf8[start..<index])) }
            append(raw: Escaping.replacement(for: byte))
            start = index + 1
        }
        if start < utf8.count { append(unescaped: UnsafeBufferPointer(rebasing: utf8[start...])) }
    }
}

/// Which bytes are special and what stands for them. Every special byte but DEL is below 64, so a set fits one word.
private enum Escaping {
    /// The controls below space, except tab, line feed, form feed and carriage return.
    static let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0C | 1 << 0x0D)
    static let inText: UInt64 = controls | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    static let inAttribute: UInt64 = inText | 1 << 0x22

    static func isSpecial(_ byte: UInt8, _ set: UInt64) -> Bool {
        byte < 64 ? (set >> UInt64(byte)) & 1 == 1 : byte == 0x7F
    }

    static func replacement(for byte: UInt8) -> StaticString {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        default: "\u{FFFD}"
        }
    }
}

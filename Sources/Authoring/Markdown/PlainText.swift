/// Texts that say the same in Markdown and without it: most choices and explanations of a quiz are such, and need no parser.
enum PlainText {
    /// Whether a text is one line of words: no sign that Markdown gives a meaning to, and a first byte that begins no block.
    static func isPlain(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last, meanings[Int(first)] & beginning != 0, last > 0x20,
            !bytes.starts(with: [0xEF, 0xBB, 0xBF])
        else { return false }
        return bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let byte = buffer[index]
                if meanings[Int(byte)] == 0 { return false }
                // "www." begins a link.
                if byte == UInt8(ascii: "w") || byte == UInt8(ascii: "W"), index + 2 < buffer.count,
                    buffer[index + 1] | 0x20 == byte | 0x20
                {
                    return false
                }
                index += 1
            }
            return true
        }
    }

    private static let inside: UInt8 = 1
    private static let beginning: UInt8 = 2

    /// What a byte may be in a plain text: inside of it, and also at its beginning; 0 for neither.
    private static let meanings: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF: inside | beginning
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "%"):
            inside | beginning
        case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20, UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"),
            UInt8(ascii: "'"),
            UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "$"),
            UInt8(ascii: "^"):
            inside
        default: 0
        }
    }
}

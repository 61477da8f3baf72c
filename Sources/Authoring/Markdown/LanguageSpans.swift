/// Finds `[Bonjour]{lang=fr}` among the inline children of one node.
///
/// Brackets are matched among siblings only, so a span never begins inside an emphasis and ends outside of it: the HTML is
/// nested well by construction. What does not match is reported.
struct LanguageSpans {
    enum Mark: Hashable {
        /// `[` of a span, one byte.
        case open(language: String)
        /// `]{lang=xx}`, so many bytes.
        case close(length: Int)
    }

    enum Defect: Hashable {
        case unmatched
        case badLanguage(String)
    }

    /// What to put instead of the text, by child and byte offset in it.
    private(set) var marks: [Int: [(offset: Int, mark: Mark)]] = [:]
    private(set) var defects: [(child: Int, offset: Int, defect: Defect)] = []

    static let closing = Array("]{lang=".utf8)
    private static let attribute = Array("{lang".utf8)

    /// Whether there may be spans, told fast.
    static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = text.startIndex
        while let brace = text[start...].firstIndex(of: UInt8(ascii: "{")) {
            if text[brace...].starts(with: attribute) { return true }
            start = brace + 1
        }
        return false
    }

    /// - Parameter texts: the bytes of the children that are texts, by their index.
    init(_ texts: [(child: Int, bytes: UnsafeBufferPointer<UInt8>)]) {
        var open: [(child: Int, offset: Int)] = []
        for (child, bytes) in texts {
            var offset = 0
            while offset < bytes.count {
                switch bytes[offset] {
                case UInt8(ascii: "["):
                    open.append((child, offset))
                case UInt8(ascii: "]") where bytes[offset...].starts(with: Self.closing):
                    offset += close(at: offset, in: bytes, child: child, open: &open)
                    continue
                case UInt8(ascii: "]"):
                    _ = open.popLast()
                case UInt8(ascii: "{") where Self.isAttribute(bytes[offset...]):
                    defects.append((child, offset, .unmatched))
                default:
                    break
                }
                offset += 1
            }
        }
        for child in marks.keys { marks[child]?.sort { $0.offset < $1.offset } }
    }

    /// Handles `]{lang=…` and returns how many bytes it takes.
    private mutating func close(
        at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, child: Int, open: inout [(child: Int, offset: Int)]
    ) -> Int {
        // The longest tag that is accepted has 30 characters.
        let code = bytes[(offset + Self.closing.count)...].prefix(40).prefix { $0 != UInt8(ascii: "}") }
        let language = String(decoding: code, as: UTF8.self)
        let length = Self.closing.count + code.count + 1
        guard offset + length <= bytes.count, bytes[offset + length - 1] == UInt8(ascii: "}"), Self.isLanguage(language) else {
            defects.append((child, offset, .badLanguage(String(language.prefix(20)))))
            _ = open.popLast()
            return Self.closing.count
        }
        guard let start = open.popLast() else {
            defects.append((child, offset, .unmatched))
            return length
        }
        marks[start.child, default: []].append((start.offset, .open(language: language)))
        marks[child, default: []].append((offset, .close(length: length)))
        return length
    }

    private static func isAttribute(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard bytes.starts(with: attribute) else { return false }
        let next = bytes.dropFirst(attribute.count).first
        return next == UInt8(ascii: "=") || next == UInt8(ascii: " ")
    }

    /// A BCP 47 tag: `fr`, `en-GB`, `zh-Hant`.
    static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), parts.count <= 4 else { return false }
        guard first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.utf8.allSatisfy {
                    $0 < 0x80 && (Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber)
                }
        }
    }
}

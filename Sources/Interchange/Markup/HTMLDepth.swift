/// How deep the elements of HTML stand in each other, told without a tree.
enum HTMLDepth {
    static let deepest = 150

    /// Elements that end by themselves, or whose end nobody has to write.
    private static let unclosed: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li",
        "td", "th", "tr",
        "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup",
    ]

    static func isTooDeep(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var place = bytes.startIndex
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = open + 1
            guard place < bytes.endIndex else { break }
            let isEnd = bytes[place] == UInt8(ascii: "/")
            let name = bytes[(isEnd ? place + 1 : place)...].prefix(12).prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
            if name.isEmpty || unclosed.contains(String(decoding: name, as: UTF8.self).lowercased()) { continue }
            depth = max(0, depth + (isEnd ? -1 : 1))
            if depth > deepest { return true }
        }
        return false
    }

    /// The text without any tag.
    static func words(_ bytes: [UInt8]) -> String {
        var kept: [UInt8] = []
        var isInTag = false
        for byte in bytes {
            if byte == UInt8(ascii: "<") {
                isInTag = true
                kept.append(0x20)
            } else if byte == UInt8(ascii: ">"), isInTag {
                isInTag = false
            } else if !isInTag {
                kept.append(byte)
            }
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

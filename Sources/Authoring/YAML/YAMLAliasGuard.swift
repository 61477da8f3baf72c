/// Counts what looks like aliases of anchors before YAML is composed.
///
/// Anchors and aliases are refused once the text is composed, precisely. But Yams compares the keys of each mapping while it
/// composes, and a key made of aliases of aliases ("billion laughs") would keep it busy for years: so a text with many of
/// them is refused unseen. With n aliases the worst tree has about 3^(n/3) nodes, half a million for 36.
enum YAMLAliasGuard {
    /// The line, from 1, of the first alias of a text that has more than `limit` of them; `nil` when there are fewer.
    static func firstSuspect(in text: String, atMost limit: Int) -> Int? {
        let bytes = Array(text.utf8)
        let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map(\.name))
        if anchors.isEmpty { return nil }
        let aliases = names(after: UInt8(ascii: "*"), in: bytes).filter { anchors.contains($0.name) }
        guard aliases.count > limit, let first = aliases.first else { return nil }
        return 1 + bytes[..<first.offset].count { $0 == 0x0A }
    }

    /// Names that follow `mark` where a YAML value can begin.
    private static func names(after mark: UInt8, in bytes: [UInt8]) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        var found: [(ArraySlice<UInt8>, Int)] = []
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == mark, index == 0 || canPrecede(bytes[index - 1]) else { continue }
            let name = bytes[(index + 1)...].prefix(while: isNameByte)
            if !name.isEmpty { found.append((name, index)) }
        }
        return found
    }

    private static func canPrecede(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"): true
        default: false
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// The languages of a page.
extension CodeScanner {
    mutating func html() {
        while let byte = current {
            if byte != UInt8(ascii: "<") {
                index += 1
                continue
            }
            let start = index
            if starts(with: "<!--") {
                skip(past: "-->", until: bytes.count)
                add(.comment, from: start)
            } else if starts(with: "<!") {
                skip(past: ">", until: bytes.count)
                add(.keyword, from: start)
            } else {
                tag()
            }
        }
    }

    private mutating func tag() {
        let isEnd = starts(with: "</")
        index += isEnd ? 2 : 1
        let start = index
        guard let first = current, Self.isLetter(first) else { return }
        skip { Self.isName($0) }
        add(.tag, from: start)
        let name = word(from: start).lowercased()
        attributes()
        guard current == UInt8(ascii: ">") else { return }
        index += 1
        if !isEnd, name == "style" || name == "script" {
            let end = self.end(before: name == "style" ? "</style" : "</script")
            if name == "style" { css(until: end) } else { javascript(until: end) }
            index = end
        }
    }

    private mutating func attributes() {
        while let byte = current, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "<") {
            if Self.isName(byte) {
                let start = index
                skip { Self.isName($0) }
                add(.property, from: start)
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                string(byte, until: bytes.count, hasEscapes: false, isLong: true)
            } else if byte == UInt8(ascii: "=") {
                index += 1
                skip { Self.isSpace($0) }
                // A value without quotes.
                let start = index
                skip { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
                add(.string, from: start)
            } else {
                index += 1
            }
        }
    }

    private func end(before text: StaticString) -> Int {
        var place = index
        while place < bytes.count, !starts(with: text, at: place) { place += 1 }
        return place
    }

    private static func isName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte)
            || [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains(byte)
    }

    mutating func css(until end: Int) {
        var isValue = false
        var isStart = true
        while index < end {
            let byte = bytes[index]
            let start = index
            if starts(with: "/*") {
                skip(past: "*/", until: end)
                add(.comment, from: start)
                continue
            }
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                string(byte, until: end)
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"):
                index += 1
                isValue = false
                isStart = true
                continue
            case UInt8(ascii: "@"):
                index += 1
                skip(until: end) { Self.isCSSName($0) }
                add(.keyword, from: start)
            case UInt8(ascii: "#") where isValue:
                index += 1
                number(until: end)
                if let last = tokens.last, last.range.lowerBound == start + 1 { replaceLast(from: start) }
            case UInt8(ascii: "!"):
                index += 1
                skip(until: end) { Self.isCSSName($0) }
                add(.keyword, from: start)
            case _ where Self.isDigit(byte) && isValue:
                number(until: end)
            case _ where Self.isCSSName(byte):
                skip(until: end) { Self.isCSSName($0) }
                if isStart, isProperty(until: end) {
                    add(.property, from: start)
                    isValue = true
                }
            case _ where Self.isSpace(byte):
                index += 1
                continue
            default:
                index += 1
            }
            isStart = false
        }
    }

    /// Whether what stands here ends as a declaration does, not as the selector of a rule: each passage is looked at once.
    private func isProperty(until end: Int) -> Bool {
        var place = index
        while place < end, bytes[place] == 0x20 { place += 1 }
        guard place < end, bytes[place] == UInt8(ascii: ":") else { return false }
        while place < end {
            switch bytes[place] {
            case UInt8(ascii: "{"): return false
            case UInt8(ascii: ";"), UInt8(ascii: "}"): return true
            default: place += 1
            }
        }
        return true
    }

    private static func isCSSName(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
}

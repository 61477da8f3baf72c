/// Writes numbers and texts one after the other, each text with its length before it.
struct KeptWriter {
    private(set) var bytes: [UInt8] = []

    /// - Parameter number: not negative.
    mutating func number(_ number: Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func text(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func list<Item>(_ items: [Item], _ write: (inout KeptWriter, Item) -> Void) {
        number(items.count)
        for item in items { write(&self, item) }
    }
}

/// Reads what ``KeptWriter`` wrote; `nil` where the bytes end too soon.
struct KeptReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func number() -> Int? {
        var number: UInt = 0
        var shift: UInt = 0
        while let byte = rest.popFirst(), shift < 63 {
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: number) }
            shift += 7
        }
        return nil
    }

    mutating func text() -> String? {
        guard let count = number(), count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return String(validating: rest.prefix(count), as: UTF8.self)
    }

    mutating func list<Item>(_ read: (inout KeptReader) -> Item?) -> [Item]? {
        // Each item takes a byte at least.
        guard let count = number(), count <= rest.count else { return nil }
        var items: [Item] = []
        for _ in 0..<count {
            guard let item = read(&self) else { return nil }
            items.append(item)
        }
        return items
    }
}

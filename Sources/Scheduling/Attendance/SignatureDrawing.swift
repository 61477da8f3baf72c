/// A signature that was drawn with a finger, a pen or a mouse: lines on a field of 600 by 200, as the data of an SVG path.
package struct SignatureDrawing: Sendable, Hashable {
    /// `M12 40L13 42L15 44M80 20L81 25`
    package let path: String

    package static let width = 600
    package static let height = 200
    /// Bytes.
    package static let longest = 8000
    /// Points; fewer are no signature.
    static let fewest = 4

    /// Reads what a page sent.
    /// - Returns: `nil` for what is no drawing, is too long, or is but a dot.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.longest, bytes.first == UInt8(ascii: "M") else { return nil }
        var (index, points) = (0, 0)
        var (left, right, top, bottom) = (Int.max, 0, Int.max, 0)
        func number() -> Int? {
            let first = index
            var value = 0
            while index < bytes.count, index - first < 3, (0x30...0x39).contains(bytes[index]) {
                value = value * 10 + Int(bytes[index] - 0x30)
                index += 1
            }
            let count = index - first
            return count == 0 || (count > 1 && bytes[first] == 0x30) ? nil : value
        }
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "M") || bytes[index] == UInt8(ascii: "L") else { return nil }
            index += 1
            guard let x = number(), x <= Self.width, index < bytes.count, bytes[index] == UInt8(ascii: " ") else { return nil }
            index += 1
            guard let y = number(), y <= Self.height else { return nil }
            (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
            points += 1
        }
        guard points >= Self.fewest, right - left + bottom - top >= 40 else { return nil }
        path = text
    }

    /// Wraps what the database returned.
    package init(trusted path: String) {
        self.path = path
    }
}

/// The members of a list header with their weights, such as `Accept` or `Accept-Encoding` (RFC 9110, sections 5.6.1 and 12.4.2), read in
/// place: browsers send long ones with every request.
enum WeightedMembers {
    /// Calls `body` for each member that has a name.
    ///
    /// - Parameter body: the bytes of the name without spaces around it, as they were sent; and its weight in thousandths: 1,000 where none is
    ///   given, 0 where it cannot be read.
    static func forEach(in header: String, _ body: (Slice<UnsafeBufferPointer<UInt8>>, Int) -> Void) {
        var header = header
        header.withUTF8 { bytes in
            var start = 0
            while start <= bytes.count {
                let end = bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count
                let member = bytes[start..<end]
                start = end + 1
                let nameEnd = member.firstIndex(of: UInt8(ascii: ";")) ?? end
                let name = trimmed(member[..<nameEnd])
                if !name.isEmpty { body(name, weight(member[nameEnd...])) }
            }
        }
    }

    /// Whether two names are the same whatever their case.
    /// - Parameter other: in lower case.
    static func equal(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ other: StaticString) -> Bool {
        name.count == other.utf8CodeUnitCount && hasPrefix(name, other)
    }

    /// - Parameter prefix: in lower case.
    static func hasPrefix(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { prefix in
            name.count >= prefix.count && zip(name, prefix).allSatisfy { lowered($0) == $1 }
        }
    }

    /// The weight among the parameters of a member, in thousandths.
    private static func weight(_ parameters: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        for parameter in parameters.split(separator: UInt8(ascii: ";")) {
            let parameter = trimmed(parameter)
            if hasPrefix(parameter, "q=") { return thousandths(parameter.dropFirst(2)) ?? 0 }
        }
        return 1_000
    }

    /// `0`, `0.5` or `1.000` (RFC 9110, section 12.4.2).
    private static func thousandths(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let first = text.first, first == UInt8(ascii: "0") || first == UInt8(ascii: "1") else { return nil }
        var value = first == UInt8(ascii: "1") ? 1_000 : 0
        let rest = text.dropFirst()
        guard let point = rest.first else { return value }
        guard point == UInt8(ascii: "."), rest.count <= 4 else { return nil }
        var unit = 100
        for digit in rest.dropFirst() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value += Int(digit - UInt8(ascii: "0")) * unit
            unit /= 10
        }
        return min(value, 1_000)
    }

    private static func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var bytes = bytes
        while let first = bytes.first, isSpace(first) { bytes = bytes.dropFirst() }
        while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
        return bytes
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

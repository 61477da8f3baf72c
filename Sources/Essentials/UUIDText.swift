/// Reads and makes UUIDs as text without Foundation, whose `UUID` has no version 7.
package enum UUIDText {
    /// The lower-case form of a UUID, or `nil` when `text` is not 8-4-4-4-12 hexadecimal digits.
    package static func canonical(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(36)
        for byte in text.utf8 {
            let position = bytes.count
            guard position < 36 else { return nil }
            switch (position, byte) {
            case (8, 0x2D), (13, 0x2D), (18, 0x2D), (23, 0x2D): bytes.append(byte)
            case (8, _), (13, _), (18, _), (23, _): return nil
            case (_, 0x30...0x39), (_, 0x61...0x66): bytes.append(byte)
            case (_, 0x41...0x46): bytes.append(byte | 0x20)
            default: return nil
            }
        }
        guard bytes.count == 36 else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits.
    package static func version7(milliseconds: Int64, using generator: inout some RandomNumberGenerator) -> String {
        let time = UInt64(bitPattern: milliseconds) & 0xFFFF_FFFF_FFFF
        let high = time << 16 | 0x7000 | (generator.next() & 0x0FFF)
        let low = (generator.next() & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        return text(high: high, low: low)
    }

    /// A UUID of version 8 (RFC 9562, section 5.8) made from 16 bytes of a digest: the same input gives the same id.
    package static func version8(digest: some Sequence<UInt8>) -> String {
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in digest.prefix(16).enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        }
        return text(high: high & ~0xF000 | 0x8000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    private static func text(high: UInt64, low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            for nibble in 0..<32 {
                if nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20 {
                    buffer[position] = 0x2D
                    position += 1
                }
                let word = nibble < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * (nibble % 16))) & 0xF
                buffer[position] = digit < 10 ? 0x30 + digit : 0x57 + digit
                position += 1
            }
            return 36
        }
    }
}

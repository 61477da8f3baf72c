import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird

/// A strong entity tag (RFC 9110, section 8.8.3) made from everything that the bytes depend on: two answers with the same tag have
/// the same bytes.
struct EntityTag: Sendable, Hashable {
    let text: String

    /// - Parameter parts: what the representation is made from besides the context: version, state, settings.
    init(_ parts: [String], context: VisitorContext, release: String, isCompressed: Bool) {
        var hash = TagHash()
        for part in parts { hash.add(part) }
        hash.add(release)
        hash.add(context.language.rawValue)
        hash.add(context.representation.rawValue)
        hash.add(context.viewer?.person.id.text ?? "")
        hash.add(isCompressed ? "gzip" : "identity")
        text = "\"" + hash.text + "\""
    }

    /// Of the bytes themselves.
    init(_ bytes: [UInt8]) {
        var hash = TagHash()
        hash.add(String(decoding: bytes, as: UTF8.self))
        text = "\"" + hash.text + "\""
    }

    init(digest: String, isCompressed: Bool) {
        text = "\"" + digest.prefix(32) + (isCompressed ? "-gzip" : "") + "\""
    }

    /// Whether `If-None-Match` holds this tag; weak comparison, as section 13.1.2 asks.
    func matches(_ headers: HTTPFields) -> Bool {
        guard let header = headers[.ifNoneMatch] else { return false }
        return header == text || header == "*"
            || header.split(separator: ",").contains { candidate in
                let trimmed = candidate.trimmingSpaces()
                return (trimmed.hasPrefix("W/") ? String(trimmed.dropFirst(2)) : trimmed) == text
            }
    }
}

/// Two 64-bit hashes side by side, eight bytes at a time: quick, and the same in every process, unlike `Hasher`. Each step is a bijection
/// of the state (multiplication by an odd number, xor with what is shifted), as in MurmurHash's mixing.
private struct TagHash {
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ part: String) {
        var part = part
        part.withUTF8 { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                mix(UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian)
                index += 8
            }
            var rest: UInt64 = 0
            while index < bytes.count {
                rest = rest << 8 | UInt64(bytes[index])
                index += 1
            }
            mix(rest)
            // The length keeps parts apart.
            mix(UInt64(bytes.count))
        }
    }

    private mutating func mix(_ word: UInt64) {
        first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
        first ^= first >> 32
        second = (second ^ word) &* 0xC4CE_B9FE_1A85_EC53 &+ 0x2545_F491_4F6C_DD1D
        second ^= second >> 29
    }

    var text: String { String(first, radix: 16) + "-" + String(second, radix: 16) }
}

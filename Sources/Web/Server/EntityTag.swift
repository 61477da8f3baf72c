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
        var hash = FNV64()
        for part in parts { hash.add(part) }
        hash.add(release)
        hash.add(context.language.rawValue)
        hash.add(context.representation.rawValue)
        hash.add(context.viewer?.person.id.text ?? "")
        hash.add(isCompressed ? "gzip" : "identity")
        text = "\"" + hash.text + "\""
    }

    init(digest: String, isCompressed: Bool) {
        text = "\"" + digest.prefix(32) + (isCompressed ? "-gzip" : "") + "\""
    }

    /// Whether `If-None-Match` holds this tag; weak comparison, as section 13.1.2 asks.
    func matches(_ headers: HTTPFields) -> Bool {
        guard let header = headers[.ifNoneMatch] else { return false }
        return header == "*"
            || header.split(separator: ",").contains { candidate in
                let trimmed = candidate.trimmingSpaces()
                return (trimmed.hasPrefix("W/") ? String(trimmed.dropFirst(2)) : trimmed) == text
            }
    }
}

/// Two 64-bit FNV-1a hashes side by side: quick, and the same in every process, unlike `Hasher`.
private struct FNV64 {
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func add(_ part: String) {
        for byte in part.utf8 { mix(byte) }
        mix(0)
    }

    private mutating func mix(_ byte: UInt8) {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
        second = (second ^ UInt64(byte)) &* 0x100_0000_01B3 &+ 0x2545_F491_4F6C_DD1D
    }

    var text: String { String(first, radix: 16) + String(second, radix: 16) }
}

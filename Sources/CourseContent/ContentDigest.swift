import Crypto

/// SHA-256 digests of course content, in lower-case hexadecimal.
package enum ContentDigest {
    /// The digest of bytes.
    package static func of(_ bytes: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        let isHashed: Void? = bytes.withContiguousStorageIfAvailable { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if isHashed == nil { hash.update(data: Array(bytes)) }
        return hexadecimal(hash.finalize())
    }

    /// Canonical JSON (sorted keys) of a definition, and its digest.
    /// - throws: `EncodingError` for a number that JSON cannot hold.
    package static func canonical(_ value: some Encodable) throws -> (json: String, digest: String) {
        let bytes = try CanonicalJSON.bytes(value)
        return (String(decoding: bytes, as: UTF8.self), of(bytes))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

import Crypto
import Foundation

/// 256 random bits that open something to whoever holds them. Given once to their holder; only ``hash`` is kept.
package struct SecretToken: Sendable, Hashable, CustomStringConvertible {
    /// What the holder sends: an optional prefix, then 43 characters of base64url.
    package let text: String

    private init(text: String) {
        self.text = text
    }

    /// A new token for a browser's cookie.
    package static func session() -> SecretToken { SecretToken(text: randomText()) }

    /// A new token for a program: `rbd_…`, a prefix that scanners for leaked secrets can look for.
    package static func bearer() -> SecretToken { SecretToken(text: bearerPrefix + randomText()) }

    /// A new token for an address that opens something to whoever has it.
    package static func address() -> SecretToken { SecretToken(text: randomText()) }

    /// Reads what stands in such an address.
    /// - Returns: `nil` when it cannot be a token.
    package init?(address text: some StringProtocol) { self.init(session: text) }

    /// Reads what a cookie holds.
    /// - Returns: `nil` when it cannot be a session's token; the database need not be asked.
    package init?(session text: some StringProtocol) {
        guard Self.isToken(text.utf8) else { return nil }
        self.text = String(text)
    }

    /// Reads what follows `Bearer ` in an `Authorization` header.
    /// - Returns: `nil` when it cannot be an access token.
    package init?(bearer text: some StringProtocol) {
        guard text.hasPrefix(Self.bearerPrefix), Self.isToken(text.utf8.dropFirst(Self.bearerPrefix.utf8.count)) else {
            return nil
        }
        self.text = String(text)
    }

    /// SHA-256 of the text. A fast hash is enough: the input is random, so there is nothing to guess.
    package var hash: TokenHash {
        TokenHash(trusted: Base64URL.encode(SHA256.hash(data: Array(text.utf8))))
    }

    /// Never the secret: a token may end up in a log by mistake.
    package var description: String { "SecretToken(…)" }

    package static let bearerPrefix = "rbd_"

    private static func randomText() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URL.encode((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    private static func isToken(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.count == 43 && bytes.allSatisfy(Base64URL.holds)
    }
}

/// The hash of a token: what the database keeps. Shows nothing of the token, so it may name a session in a form.
package struct TokenHash: Sendable, Hashable {
    package let text: String

    /// Wraps what the database returned.
    package init(trusted text: String) {
        self.text = text
    }

    /// Reads a hash that came back from a form.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 43, text.utf8.allSatisfy(Base64URL.holds) else { return nil }
        self.text = String(text)
    }
}

/// Base64 for URLs, without padding (RFC 4648, section 5).
package enum Base64URL {
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { (character: Character) -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }

    /// The bytes of a text; `nil` for one that is none.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy(holds) else { return nil }
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)).map(Array.init)
    }

    static func holds(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }
}

import Accounts
import Crypto
package import Essentials
import Foundation

/// What badges are signed with: Ed25519 (RFC 8032), in tokens with `EdDSA` (RFC 8037).
package struct BadgeKey: Sendable {
    private let secret: Data
    /// The public half.
    package let jwk: JWK
    package let madeAt: Instant

    /// A public key as others read it (RFC 8037, section 2).
    package struct JWK: Codable, Sendable, Hashable {
        package var kty = "OKP"
        package var crv = "Ed25519"
        /// 32 bytes in base64 for URLs.
        package let x: String
        package var alg = "EdDSA"
        package var use = "sig"
        package var kid: String?
    }

    /// Reads what was kept.
    /// - Parameter secret: 32 bytes in base64 for URLs.
    package init?(secret: String, madeAt: Instant) {
        guard let bytes = Base64URL.decode(secret),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Data(bytes))
        else { return nil }
        self.secret = Data(bytes)
        self.madeAt = madeAt
        jwk = JWK(x: Base64URL.encode(key.publicKey.rawRepresentation))
    }

    /// A new secret, as it is kept.
    package static func newSecret() -> String { Base64URL.encode(Curve25519.Signing.PrivateKey().rawRepresentation) }

    private struct Header: Encodable {
        let alg = "EdDSA"
        let typ = "JWT"
        let kid: String
        let jwk: JWK
    }

    /// What is said, signed: a compact JWS (RFC 7515) whose header says where the public key is, and what it is.
    /// - Parameter address: where the public key is.
    package func token(_ claims: some Encodable, keyAt address: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let signed =
            Base64URL.encode(try encoder.encode(Header(kid: address, jwk: jwk))) + "."
            + Base64URL.encode(try encoder.encode(claims))
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: secret)
        return signed + "." + Base64URL.encode(try key.signature(for: Data(signed.utf8)))
    }
}

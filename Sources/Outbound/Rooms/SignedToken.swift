import Crypto
package import Essentials
package import Foundation

/// A token that whoever knows a secret signed (JWT, RFC 7519, with HS256, HS384 or HS512).
package enum SignedToken {
    private struct Header: Decodable {
        let alg: String
    }

    private struct Times: Decodable {
        let exp: Double?
    }

    /// What it says, as JSON; `nil` for one that was not signed with the secret, or is over.
    package static func claims(_ token: String, secret: String, at now: Instant) -> Data? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, token.utf8.count <= 8192, let header = data(parts[0]), let claims = data(parts[1]),
            let signature = data(parts[2]), let algorithm = try? JSONDecoder().decode(Header.self, from: header).alg,
            isSigned(Data((parts[0] + "." + parts[1]).utf8), algorithm, signature, SymmetricKey(data: Data(secret.utf8))),
            let times = try? JSONDecoder().decode(Times.self, from: claims)
        else { return nil }
        if let end = times.exp, end * 1000 < Double(now.milliseconds) { return nil }
        return claims
    }

    private static func isSigned(_ signed: Data, _ algorithm: String, _ signature: Data, _ key: SymmetricKey) -> Bool {
        switch algorithm {
        case "HS256": HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: signed, using: key)
        case "HS384": HMAC<SHA384>.isValidAuthenticationCode(signature, authenticating: signed, using: key)
        case "HS512": HMAC<SHA512>.isValidAuthenticationCode(signature, authenticating: signed, using: key)
        default: false
        }
    }

    /// Base64 for URLs, without padding (RFC 4648, section 5).
    private static func data(_ text: Substring) -> Data? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }
}

import Crypto
package import Essentials
import Foundation

/// A Jitsi Meet server that lets in whoever carries a token of ours (JWT, RFC 7519, HS256).
package struct Jitsi: Sendable {
    private let host: String
    private let application: String
    private let secret: String

    /// - Parameter host: `meet.example.org`.
    package init?(host: String, application: String, secret: String) {
        let isName =
            !host.isEmpty
            && host.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A: true
                default: false
                }
            }
        guard isName, !application.isEmpty, !secret.isEmpty else { return nil }
        self.host = host
        self.application = application
        self.secret = secret
    }

    private struct Header: Encodable {
        let alg = "HS256"
        let typ = "JWT"
    }

    private struct Claims: Encodable {
        let aud = "jitsi"
        let iss: String
        let sub: String
        let room: String
        let nbf: Int64
        let exp: Int64
        let context: Context

        struct Context: Encodable {
            let user: User
        }

        struct User: Encodable {
            let id: String
            let name: String
            /// A text, as Prosody's module reads it.
            let moderator: String
        }
    }

    /// Where somebody enters a room: an address for this person and this room, until the session is over.
    package func entrance(
        id: String, name: String, person: String, isModerator: Bool, from now: Instant, until end: Instant
    ) throws -> String {
        let room = "rebond-" + id
        let claims = Claims(
            iss: application, sub: host.split(separator: ":").first.map(String.init) ?? host, room: room,
            nbf: now.milliseconds / 1000 - 60, exp: end.milliseconds / 1000,
            context: .init(user: .init(id: person, name: name, moderator: isModerator ? "true" : "false")))
        return "https://\(host)/\(room)?jwt=\(try Self.token(Header(), claims, secret: secret))"
    }

    private static func token(_ header: some Encodable, _ claims: some Encodable, secret: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let signed = base64(try encoder.encode(header)) + "." + base64(try encoder.encode(claims))
        let key = SymmetricKey(data: Array(secret.utf8))
        return signed + "." + base64(Data(HMAC<SHA256>.authenticationCode(for: Array(signed.utf8), using: key)))
    }

    /// Base64 for URLs, without padding (RFC 4648, section 5).
    private static func base64(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}

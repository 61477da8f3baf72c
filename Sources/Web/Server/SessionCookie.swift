import HTTPTypes

/// The one cookie: the session.
struct SessionCookie: Sendable {
    let isSecure: Bool

    /// `__Host-` ties the cookie to this very host, over HTTPS only (RFC 6265bis, section 4.1.3.2).
    var name: String { isSecure ? "__Host-rebond" : "rebond" }

    /// The token in a `Cookie` header.
    func token(in headers: HTTPFields) -> String? {
        guard let header = headers[.cookie] else { return nil }
        let name = name.utf8
        for pair in header.utf8.split(separator: UInt8(ascii: ";")) {
            let trimmed = pair.drop { $0 == UInt8(ascii: " ") }
            guard trimmed.starts(with: name) else { continue }
            let value = trimmed.dropFirst(name.count)
            if value.first == UInt8(ascii: "=") { return String(Substring(value.dropFirst())) }
        }
        return nil
    }

    /// The `Set-Cookie` value that keeps a session for `seconds`.
    func keeping(_ token: String, seconds: Int) -> String {
        "\(name)=\(token); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }

    /// The `Set-Cookie` value that forgets the session.
    var forgetting: String {
        "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
    }
}

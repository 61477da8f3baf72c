import HTTPTypes

/// The one cookie: the session.
struct SessionCookie: Sendable {
    let isSecure: Bool

    /// `__Host-` ties the cookie to this very host, over HTTPS only (RFC 6265bis, section 4.1.3.2).
    var name: String { isSecure ? "__Host-rebond" : "rebond" }

    /// The token in a `Cookie` header.
    func token(in headers: HTTPFields) -> String? {
        guard var header = headers[.cookie] else { return nil }
        var name = name
        return header.withUTF8 { header in
            name.withUTF8 { name in
                var start = 0
                while start < header.count {
                    if header[start] == UInt8(ascii: " ") {
                        start += 1
                        continue
                    }
                    let end = header[start...].firstIndex(of: UInt8(ascii: ";")) ?? header.count
                    let pair = header[start..<end]
                    if pair.count > name.count, pair.starts(with: name), pair[start + name.count] == UInt8(ascii: "=") {
                        return String(decoding: pair[(start + name.count + 1)...], as: UTF8.self)
                    }
                    start = end + 1
                }
                return nil
            }
        }
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

import HTTPTypes

extension HTTPField.Name {
    static let secFetchSite = parsed("Sec-Fetch-Site")
    static let xForwardedFor = parsed("X-Forwarded-For")
    static let lastEventID = parsed("Last-Event-ID")
    static let xAccelBuffering = parsed("X-Accel-Buffering")
    static let xRequestID = parsed("X-Request-ID")
    static let referrerPolicy = parsed("Referrer-Policy")
    static let permissionsPolicy = parsed("Permissions-Policy")
    static let crossOriginOpenerPolicy = parsed("Cross-Origin-Opener-Policy")
    static let crossOriginResourcePolicy = parsed("Cross-Origin-Resource-Policy")

    /// A name that is written in the program and is known to be a token.
    private static func parsed(_ name: String) -> HTTPField.Name {
        guard let parsed = HTTPField.Name(name) else { preconditionFailure("not a field name: \(name)") }
        return parsed
    }
}

/// Headers that every answer carries.
enum SecurityHeaders {
    static let contentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// The permissions policy of a page on which the browser may ask for the microphone, and for the camera where it says so.
    static func allowingMicrophone(andCamera camera: Bool = false) -> String {
        "camera=(\(camera ? "self" : "")), microphone=(self), geolocation=()"
    }

    private static let fields: [HTTPField] = [
        HTTPField(name: .contentSecurityPolicy, value: contentSecurityPolicy),
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "same-origin"),
        HTTPField(name: .permissionsPolicy, value: "camera=(), microphone=(), geolocation=()"),
        HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
        HTTPField(name: .crossOriginResourcePolicy, value: "same-origin"),
    ]

    /// Adds them all; a content security policy or a permissions policy of the route's own stays.
    static func add(to headers: inout HTTPFields, isSecure: Bool) {
        let own: Set<HTTPField.Name> = [.contentSecurityPolicy, .permissionsPolicy]
        for field in fields where !own.contains(field.name) || headers[field.name] == nil { headers.append(field) }
        if isSecure { headers.append(HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")) }
    }
}

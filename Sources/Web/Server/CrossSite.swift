import Campus
import HTTPTypes
import Hummingbird

/// Refuses unsafe requests that another site made a browser send, without tokens in forms.
///
/// A browser says where a request comes from in `Sec-Fetch-Site` (Fetch Metadata) or, before that, in `Origin`; a program that
/// sends neither is not a browser carrying somebody's cookie, and the cookie is `SameSite=Lax` besides.
enum CrossSite {
    /// - throws: ``WebError/crossSite`` when the request comes from another site.
    static func check(_ request: Request, settings: SiteSettings) throws {
        guard request.method.isUnsafe else { return }
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw WebError.crossSite }
            return
        }
        guard let origin = request.headers[.origin] else { return }
        if let expected = settings.publicAddress {
            guard origin == expected else { throw WebError.crossSite }
            return
        }
        guard let host = request.head.authority, origin == "http://\(host)" || origin == "https://\(host)" else {
            throw WebError.crossSite
        }
    }
}

extension HTTPRequest.Method {
    /// Whether the method may change something (RFC 9110, section 9.2.1).
    var isUnsafe: Bool {
        switch self {
        case .get, .head, .options, .trace: false
        default: true
        }
    }
}

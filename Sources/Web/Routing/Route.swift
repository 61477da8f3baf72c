package import HTTPTypes
package import Hummingbird

/// One row of the route table: what the URL is, who may call it, and its limits.
package struct Route: Sendable {
    package typealias VisitorHandler = @Sendable (Request, VisitorContext) async throws -> Response
    package typealias SignedInHandler = @Sendable (Request, SignedInContext) async throws -> Response

    enum Handler: Sendable {
        case visitor(VisitorHandler)
        case signedIn(SignedInHandler)
    }

    package let method: HTTPRequest.Method
    /// With parameters in braces, as in OpenAPI: `/courses/{course}`.
    package let path: String
    package let access: Access
    /// The largest body it reads, in bytes; 0 for none.
    package let bodyLimit: Int
    /// Whether it answers a page and JSON; otherwise it has one form of its own (an image, plain text).
    package let isResource: Bool
    /// Whether the answer depends on who asks; otherwise nobody looks who that is.
    let isPersonal: Bool
    let handler: Handler

    static func visitor(
        _ method: HTTPRequest.Method, _ path: String, access: Access = .anyone, bodyLimit: Int = 0, isResource: Bool = true,
        isPersonal: Bool? = nil, _ handler: @escaping VisitorHandler
    ) -> Route {
        Route(
            method: method, path: path, access: access, bodyLimit: bodyLimit, isResource: isResource,
            isPersonal: isPersonal ?? (isResource || access != .anyone), handler: .visitor(handler))
    }

    static func signedIn(
        _ method: HTTPRequest.Method, _ path: String, access: Access = .signedIn, bodyLimit: Int = 0, isResource: Bool = true,
        _ handler: @escaping SignedInHandler
    ) -> Route {
        Route(
            method: method, path: path, access: access, bodyLimit: bodyLimit, isResource: isResource,
            isPersonal: true, handler: .signedIn(handler))
    }
}

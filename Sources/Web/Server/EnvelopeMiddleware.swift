import Essentials
import HTTPTypes
import Hummingbird
import Logging

/// Around every request: what no route can forget. Paths and methods that no route has, the security headers, the request's id,
/// the access log and the figures.
struct EnvelopeMiddleware: RouterMiddleware {
    typealias Context = VisitorContext

    let site: Site
    let table: RouteTable

    func handle(
        _ request: Request, context: VisitorContext,
        next: @concurrent (Request, VisitorContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try await refuse(error, request, context)
        }
        SecurityHeaders.add(to: &response.headers, isSecure: site.settings.isSecure)
        response.headers[.xRequestID] = context.id
        let duration = ContinuousClock.now - start
        site.figures.count(
            route: context.endpointPath ?? "none", method: request.method.rawValue, status: response.status.code,
            duration: duration)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(Self.shown(request, context))",
                "status": "\(response.status.code)",
                "duration": "\(duration)",
            ])
        return response
    }

    /// The path as the log has it: what opens something to whoever holds it is not written down.
    static func shown(_ request: Request, _ context: VisitorContext) -> String {
        switch context.endpointPath {
        case CalendarRoutes.feed: CalendarRoutes.feed
        case MailRoutes.refusal: MailRoutes.refusal
        case SignInLinkRoutes.link: SignInLinkRoutes.link
        case SignInLinkRoutes.card: SignInLinkRoutes.card
        case BadgeRoutes.shared: BadgeRoutes.shared
        default: request.uri.path
        }
    }

    private func refuse(_ error: any Error, _ request: Request, _ context: VisitorContext) async throws -> Response {
        var context = context
        if let header = request.headers[.acceptLanguage] { context.language = Language(acceptLanguage: header) }
        context.representation = Representation.preferred(accept: request.headers[.accept]) ?? .json
        guard let error = error as? HTTPError, error.status == .notFound else {
            return try await site.refusal(error, request, context)
        }
        let methods = table.methods(at: request.uri.path[...])
        return try await site.refusal(
            methods.isEmpty ? WebError.noSuchPage : WebError.methodNotAllowed(methods), request, context)
    }
}

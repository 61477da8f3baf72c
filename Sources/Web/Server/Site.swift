import Accounts
package import Campus
import Essentials
import HTML
import HTTPTypes
package import Hummingbird
import Logging
import NIOCore

/// The web server: use cases in, pages and JSON out.
package struct Site: Sendable {
    package let campus: Campus
    package let settings: SiteSettings
    package let publicFiles: PublicFiles
    package let figures: ServerFigures
    /// There when one folder is previewed on the author's own machine: nobody signs in then.
    package let preview: CoursePreview?
    let cookie: SessionCookie
    let bodies = LessonBodies()
    let questions = QuestionBodies()
    let outlines = OutlineRows()
    let shells = PageShells(capacity: 500)
    let iconsAddress: String

    package init(
        campus: Campus, settings: SiteSettings, publicFiles: PublicFiles, figures: ServerFigures, preview: CoursePreview? = nil
    ) {
        self.preview = preview
        self.campus = campus
        self.settings = settings
        self.publicFiles = publicFiles
        self.figures = figures
        cookie = SessionCookie(isSecure: settings.isSecure)
        iconsAddress = publicFiles.address("icons.svg")
    }

    /// The router with every route of the table.
    package func buildRouter() -> Router<VisitorContext> {
        let router = Router(context: VisitorContext.self, options: .autoGenerateHeadEndpoints)
        let table = RouteTable(self)
        router.add(middleware: EnvelopeMiddleware(site: self, table: table))
        for route in table.routes {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await serve(route, request, context)
            }
        }
        return router
    }

    /// What every route shares: negotiation, who is calling, cross-site refusal, the access rule; then the route's own handler.
    private func serve(_ route: Route, _ request: Request, _ context: VisitorContext) async throws -> Response {
        var context = context
        do {
            if route.isResource {
                guard let representation = Representation.asked(request) else { throw WebError.notAcceptable }
                context.representation = representation
            } else {
                // What has one form of its own still refuses in the form that the client reads.
                context.representation = Representation.preferred(accept: request.headers[.accept]) ?? .html
            }
            // Static files and the health check are the same for everybody.
            if route.isPersonal { context.viewer = try await viewer(of: request) }
            context.language = language(of: context.viewer, request)
            try CrossSite.check(request, settings: settings)
            try route.access.check(context, isForwarded: request.headers[.xForwardedFor] != nil)
            switch route.handler {
            case .visitor(let handler): return try await handler(request, context)
            case .signedIn(let handler): return try await handler(request, try SignedInContext(context: context))
            }
        } catch {
            context.language = language(of: context.viewer, request)
            return try await refusal(error, request, context)
        }
    }

    /// The person's language once known, else what the browser prefers.
    private func language(of viewer: Viewer?, _ request: Request) -> Language {
        if let viewer { return viewer.person.language }
        return request.headers[.acceptLanguage].map(Language.init(acceptLanguage:)) ?? .french
    }

    /// The person behind the session cookie or the bearer token; `nil` when there is none or it is no longer good.
    private func viewer(of request: Request) async throws -> Viewer? {
        if let preview {
            guard CoursePreview.isLocal(request.head.authority) else { throw WebError.crossSite }
            guard let session = preview.session else { return nil }
            return try await campus.viewer(session: session)
        }
        if let header = request.headers[.authorization] {
            let parts = header.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return try await campus.viewer(bearer: String(parts[1]))
        }
        guard let token = cookie.token(in: request.headers) else { return nil }
        return try await campus.viewer(session: token)
    }

    /// The answer to an error: a problem document, a page, or the way to sign in.
    func refusal(_ error: any Error, _ request: Request, _ context: VisitorContext) async throws -> Response {
        var context = context
        // No refusal is a table.
        if context.representation.isTable { context.representation = .html }
        let problem = Problem(error)
        if problem.status.code >= 500 {
            context.logger.error(
                "request failed", metadata: ["error": "\(error)", "path": "\(EnvelopeMiddleware.shown(request, context))"])
        }
        if problem.status == .unauthorized, context.representation == .html, !request.method.isUnsafe {
            return redirect(to: Links.signIn(next: request.uri.description))
        }
        var response: Response
        switch context.representation {
        case .json:
            let document = problem.document(in: context.language, requestID: context.id)
            response = try json(document, status: problem.status)
            response.headers[.contentType] = "application/problem+json"
        case .html, .csv, .xlsx:
            response = try html(ProblemPage(problem: problem, requestID: context.id), request, context, status: problem.status)
        }
        for field in problem.headers { response.headers[field.name] = field.value }
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

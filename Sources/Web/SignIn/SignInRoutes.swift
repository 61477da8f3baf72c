import Accounts
import Campus
import Essentials
import Foundation
import HTTPTypes
import Hummingbird

/// Signing in and out.
struct SignInRoutes {
    let site: Site

    private static let limit = 4096

    var routes: [Route] {
        [
            .visitor(.get, "/sign-in") { request, context in try form(request, context) },
            .visitor(.post, "/sign-in", bodyLimit: Self.limit) { request, context in try await signIn(request, context) },
            .signedIn(.post, "/sign-out", bodyLimit: Self.limit) { request, context in try await signOut(context) },
            .signedIn(.post, "/sign-out-everywhere", bodyLimit: Self.limit) { request, context in
                try await signOutEverywhere(context)
            },
        ]
    }

    private func form(_ request: Request, _ context: VisitorContext) throws -> Response {
        let next = request.uri.queryParameters["next"].map { String($0) }
        if context.viewer != nil { return site.redirect(to: Self.destination(next)) }
        return try site.respond(
            SignInPage(model: .init(next: Self.destination(next), sendsLinks: site.settings.sendsMail)), to: request, in: context)
    }

    private struct Sent: Decodable {
        let login: String
        let password: String
        let next: String?
    }

    private struct SignedIn: Encodable {
        let next: String
    }

    private func signIn(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let sent: Sent
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            sent = Sent(login: fields["login"] ?? "", password: fields["password"] ?? "", next: fields["next"])
        case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
        }
        let next = Self.destination(sent.next)
        do {
            if sent.login.trimmingSpaces().isEmpty { throw CampusError.invalid("login", .fieldRequired) }
            if sent.password.isEmpty { throw CampusError.invalid("password", .fieldRequired) }
            let (token, seconds) = try await site.campus.signIn(
                login: sent.login, password: sent.password, address: context.clientAddress(request, site.settings),
                userAgent: request.headers[.userAgent] ?? "")
            var response = try site.changed(SignedIn(next: next), in: context, seeOther: next)
            response.headers[.setCookie] = site.cookie.keeping(token.text, seconds: seconds)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch let error as CampusError {
            guard context.representation == .html else { throw error }
            return try again(error, sent, next, request, context)
        }
    }

    /// The form again, with the login that was typed and what is wrong beside it.
    private func again(
        _ error: CampusError, _ sent: Sent, _ next: String, _ request: Request, _ context: VisitorContext
    ) throws -> Response {
        let problem = Problem(error)
        let model = SignInPage.Model(next: next, sendsLinks: site.settings.sendsMail)
        let page = SignInPage(model: model, login: sent.login, problem: problem)
        var response = try site.respond(page, to: request, in: context, status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private struct SignedOut: Encodable {
        let signedOut = true
    }

    private func signOut(_ context: SignedInContext) async throws -> Response {
        try await site.campus.signOut(context.viewer)
        return try forgotten(context)
    }

    private func signOutEverywhere(_ context: SignedInContext) async throws -> Response {
        try await site.campus.signOutEverywhere(context.viewer)
        return try forgotten(context)
    }

    private func forgotten(_ context: SignedInContext) throws -> Response {
        var response = try site.changed(SignedOut(), in: context.visitor, seeOther: Links.signIn())
        response.headers[.setCookie] = site.cookie.forgetting
        return response
    }

    /// Where to go after signing in: an address of this site, never another's.
    private static func destination(_ next: String?) -> String {
        guard let next, Links.isLocal(next) else { return Links.home }
        return next
    }
}

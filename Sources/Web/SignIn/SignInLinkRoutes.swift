import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird

/// Signing in without a password: by a link that comes by mail, by a card.
struct SignInLinkRoutes {
    let site: Site

    /// What stands in the log in the place of addresses that open something to whoever has them.
    static let link = "/sign-in/link/{link}"
    static let card = "/sign-in/card/{card}"

    private static let limit = 4096

    var routes: [Route] {
        [
            .visitor(.get, "/sign-in/link") { request, context in
                let isSent = request.uri.queryParameters["sent"] == "1"
                return try unkept(site.respond(LinkRequestPage(model: .init(isSent: isSent)), to: request, in: context))
            },
            .visitor(.post, "/sign-in/link", bodyLimit: Self.limit) { request, context in try await ask(request, context) },
            .visitor(.get, Self.link) { request, context in
                let secret = try context.parameters.require("link")
                let isGood = try await site.campus.isSignInLinkGood(secret)
                return try unkept(
                    site.respond(LinkPage(model: .init(isGood: isGood), secret: secret), to: request, in: context))
            },
            .visitor(.post, Self.link, bodyLimit: Self.limit) { request, context in
                let opened = try await site.campus.signIn(
                    link: try context.parameters.require("link"), userAgent: request.headers[.userAgent] ?? "")
                return try signedIn(opened, context)
            },
            .visitor(.get, Self.card) { request, context in
                try await cardPage(problem: nil, request, context)
            },
            .visitor(.post, Self.card, bodyLimit: Self.limit) { request, context in try await enter(request, context) },
        ]
    }

    private func unkept(_ response: Response) -> Response {
        var response = response
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private struct SignedIn: Encodable {
        let next: String
    }

    private func signedIn(_ opened: (token: SecretToken, seconds: Int), _ context: VisitorContext) throws -> Response {
        var response = try site.changed(SignedIn(next: Links.home), in: context, seeOther: Links.home)
        response.headers[.setCookie] = site.cookie.keeping(opened.token.text, seconds: opened.seconds)
        return unkept(response)
    }

    // MARK: A link

    private struct SentLogin: Decodable {
        let login: String
    }

    private func ask(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let login: String =
            switch try await request.sentBody(limit: Self.limit) {
            case .form(let fields): fields["login"] ?? ""
            case .json(let data): try SentBody.json(data).decoded(as: SentLogin.self).login
            }
        do {
            if login.trimmingSpaces().isEmpty { throw CampusError.invalid("login", .fieldRequired) }
            try await site.campus.requestSignInLink(login: login, address: context.clientAddress(request, site.settings))
            return try unkept(
                site.changed(
                    LinkRequestPage.Model(isSent: true), in: context, seeOther: Links.signInLink + "?sent=1"))
        } catch let error as CampusError where context.representation == .html {
            let problem = Problem(error)
            let page = LinkRequestPage(model: .init(isSent: false), login: login, problem: problem)
            var response = try site.respond(page, to: request, in: context, status: problem.status)
            for field in problem.headers { response.headers[field.name] = field.value }
            return unkept(response)
        }
    }

    // MARK: A card

    private struct SentPin: Decodable {
        let pin: String
    }

    private func enter(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let secret = try context.parameters.require("card")
        let pin: String =
            switch try await request.sentBody(limit: Self.limit) {
            case .form(let fields): fields["pin"] ?? ""
            case .json(let data): try SentBody.json(data).decoded(as: SentPin.self).pin
            }
        do {
            if pin.trimmingSpaces().isEmpty { throw CampusError.invalid("pin", .fieldRequired) }
            let opened = try await site.campus.signIn(
                card: secret, pin: pin, address: context.clientAddress(request, site.settings),
                userAgent: request.headers[.userAgent] ?? "")
            return try signedIn(opened, context)
        } catch let error as CampusError where context.representation == .html {
            return try await cardPage(problem: Problem(error), request, context)
        }
    }

    private func cardPage(problem: Problem?, _ request: Request, _ context: VisitorContext) async throws -> Response {
        let secret = try context.parameters.require("card")
        guard let holder = try await site.campus.cardHolder(secret) else { throw CampusError.notFound(.cardIsOver) }
        let page = SignInCardPage(model: .init(givenName: holder.given), secret: secret, problem: problem)
        var response = try site.respond(page, to: request, in: context, status: problem?.status ?? .ok)
        for field in problem?.headers ?? [:] { response.headers[field.name] = field.value }
        return unkept(response)
    }
}

import Campus
import Essentials
import Hummingbird

/// Letters by mail: wanting none, from one's own page or from the address at the end of a letter.
struct MailRoutes {
    let site: Site

    /// What stands in the log in the place of an address that acts for whoever has it.
    static let refusal = "/mail/refusal/{letter}"

    private static let limit = 1024

    var routes: [Route] {
        [
            .signedIn(.post, "/profile/mail", bodyLimit: Self.limit) { request, context in try await choose(request, context) },
            .visitor(.get, Self.refusal) { request, context in
                let secret = try context.parameters.require("letter")
                let isRefused = try await site.campus.mailRefusal(secret)
                return try page(secret, isRefused: isRefused, request, context)
            },
            .visitor(.post, Self.refusal) { request, context in
                let secret = try context.parameters.require("letter")
                try await site.campus.refuseMail(secret)
                // A browser goes on to the page. A mail provider, which sends a form of its own that does not matter, follows nothing (RFC 8058).
                let isBrowser = request.headers[.secFetchSite] != nil
                if isBrowser, context.representation == .html { return site.redirect(to: Links.mailRefusal(secret)) }
                return try page(secret, isRefused: true, request, context)
            },
        ]
    }

    private func page(
        _ secret: String, isRefused: Bool, _ request: Request, _ context: VisitorContext
    ) throws -> Response {
        var response = try site.respond(
            MailRefusalPage(model: .init(isRefused: isRefused), address: Links.mailRefusal(secret)), to: request, in: context)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private struct Choice: Codable {
        let getsMail: Bool
    }

    private func choose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let getsMail: Bool
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            guard let sent = fields["getsMail"], ["yes", "no"].contains(sent) else {
                throw CampusError.invalid("getsMail", .choiceUnknown)
            }
            getsMail = sent == "yes"
        case .json(let data): getsMail = try SentBody.json(data).decoded(as: Choice.self).getsMail
        }
        try await site.campus.setGetsMail(getsMail, of: context.viewer)
        return try site.changed(Choice(getsMail: getsMail), in: context.visitor, seeOther: "\(Links.profile)?notice=saved")
    }
}

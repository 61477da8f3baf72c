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
            .signedIn(.get, "/profile/history") { request, context in
                let events = try await site.campus.accountHistory(of: context.viewer)
                return try site.respond(AccountHistoryPage(model: .init(events)), to: request, in: context)
            },
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

    /// What is sent: one of both, or both.
    private struct Choice: Codable {
        var getsMail: Bool?
        /// From 0; -1 for never.
        var digestHour: Int?
    }

    private func choose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var choice = Choice()
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            if let sent = fields["getsMail"] {
                guard ["yes", "no"].contains(sent) else { throw CampusError.invalid("getsMail", .choiceUnknown) }
                choice.getsMail = sent == "yes"
            }
            if let sent = fields["digestHour"] {
                guard let hour = Int(sent) else { throw CampusError.invalid("digestHour", .choiceUnknown) }
                choice.digestHour = hour
            }
        case .json(let data): choice = try SentBody.json(data).decoded(as: Choice.self)
        }
        guard choice.getsMail != nil || choice.digestHour != nil else {
            throw CampusError.invalid("getsMail", .choiceUnknown)
        }
        if let hour = choice.digestHour {
            guard (-1...23).contains(hour) else { throw CampusError.invalid("digestHour", .choiceUnknown) }
            try await site.campus.setDigestHour(hour < 0 ? nil : hour, of: context.viewer)
        }
        if let getsMail = choice.getsMail { try await site.campus.setGetsMail(getsMail, of: context.viewer) }
        return try site.changed(choice, in: context.visitor, seeOther: "\(Links.profile)?notice=saved")
    }
}

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
            .signedIn(.get, "/profile/mail") { request, context in
                let isSaved = request.uri.queryParameters["notice"] == "saved"
                let reading = try await site.campus.mail(of: context.viewer)
                return try site.respond(MailPage(model: .init(reading), isSaved: isSaved), to: request, in: context)
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

    /// What is sent: any of them.
    private struct Choice: Codable {
        var getsMail: Bool?
        /// From 0; -1 for never.
        var digestHour: Int?
        /// From 0, both; the same twice for none.
        var quietFrom: Int?
        var quietUntil: Int?
        var zone: String?
        /// The address that was refused is right.
        var addressIsRight: Bool?

        init() {}

        init(_ fields: FormFields) throws {
            getsMail = try Self.flag("getsMail", fields)
            addressIsRight = try Self.flag("addressIsRight", fields)
            digestHour = try Self.number("digestHour", fields)
            quietFrom = try Self.number("quietFrom", fields)
            quietUntil = try Self.number("quietUntil", fields)
            zone = fields["zone"]
        }

        private static func flag(_ name: String, _ fields: FormFields) throws -> Bool? {
            guard let sent = fields[name] else { return nil }
            guard ["yes", "no"].contains(sent) else { throw CampusError.invalid(name, .choiceUnknown) }
            return sent == "yes"
        }

        private static func number(_ name: String, _ fields: FormFields) throws -> Int? {
            guard let sent = fields[name] else { return nil }
            guard let number = Int(sent) else { throw CampusError.invalid(name, .choiceUnknown) }
            return number
        }

        var isEmpty: Bool {
            getsMail == nil && digestHour == nil && quietFrom == nil && quietUntil == nil && zone == nil && addressIsRight == nil
        }

        var change: Campus.MailChange {
            var change = Campus.MailChange()
            change.getsMail = getsMail
            change.digestHour = digestHour
            (change.quietFrom, change.quietUntil) = (quietFrom, quietUntil)
            change.zone = zone
            change.addressIsRight = addressIsRight ?? false
            return change
        }
    }

    private func choose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            let choice: Choice
            switch try await request.sentBody(limit: Self.limit) {
            case .form(let fields): choice = try Choice(fields)
            case .json(let data): choice = try SentBody.json(data).decoded(as: Choice.self)
            }
            if choice.isEmpty { throw CampusError.invalid("getsMail", .choiceUnknown) }
            try await site.campus.chooseMail(choice.change, of: context.viewer)
            return try site.changed(choice, in: context.visitor, seeOther: "\(Links.profileMail)?notice=saved")
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let reading = try await site.campus.mail(of: context.viewer)
            return try site.respond(
                MailPage(model: .init(reading), problem: problem), to: request, in: context, status: problem.status)
        }
    }
}

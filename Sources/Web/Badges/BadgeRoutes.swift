import Accounts
import Campus
import Essentials
import Gamification
import HTTPTypes
import Hummingbird
import NIOCore

/// Badges: one's own, those that others show, who gives them, and those of a cohort.
struct BadgeRoutes {
    let site: Site

    /// What stands in the log in the place of the address of a badge.
    static let shared = "/verify/{address}"

    private static let limit = 4096

    var routes: [Route] { own + open + coordinated }

    private var own: [Route] {
        [
            .signedIn(.get, "/badges") { request, context in
                try site.respond(
                    BadgesPage(model: .init(try await site.campus.myBadges(context.viewer))), to: request, in: context)
            },
            .signedIn(.post, "/badges/{badge}/sharing", bodyLimit: Self.limit) { request, context in
                try await share(request, context)
            },
            .signedIn(.get, "/badges/{badge}/credential", isResource: false) { request, context in
                let (badge, token) = try await credential(request, context)
                return Self.file(token, as: "application/vc+jwt", named: badge.badge + ".jwt")
            },
            .signedIn(.get, "/badges/{badge}/image", isResource: false) { request, context in
                let (badge, token) = try await credential(request, context)
                let picture = BadgeDrawing(badge.sketch).svg(standsAlone: true, token: token)
                return Self.file(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture, as: "image/svg+xml", named: badge.badge + ".svg")
            },
        ]
    }

    private var open: [Route] {
        [
            .visitor(.get, Self.shared) { request, context in
                let issuer = issuer(request)
                let shared = try await site.campus.sharedBadge(try context.parameters.require("address"))
                let token = try await site.campus.credential(shared, issuer: issuer)
                let page = SharedBadgePage(model: .init(shared, credential: token, issuer: issuer))
                var response = try site.respond(page, to: request, in: context)
                // Its holder may keep it again at any time.
                response.headers[.cacheControl] = "no-store"
                return response
            },
            .visitor(.get, "/issuer") { request, context in
                try site.respond(IssuerPage(model: .init(issuer(request))), to: request, in: context)
            },
            .visitor(.get, "/issuer/key", isResource: false) { request, _ in
                var key = try await site.campus.badgeKey().jwk
                key.kid = issuer(request).keyAddress
                return try site.json(key, status: .ok)
            },
            .visitor(.get, "/issuer/status/{list}", isResource: false) { request, context in
                guard let list = Int(try context.parameters.require("list")) else { throw CampusError.notFound(.noSuchBadge) }
                let token = try await site.campus.badgeStatus(list, issuer: issuer(request)) { bits in
                    Base64URL.encode(Deflate.gzip(bits) ?? [])
                }
                return Response(
                    status: .ok, headers: [.contentType: "application/vc+jwt", .cacheControl: "no-cache"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: token)))
            },
        ]
    }

    private var coordinated: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/badges", access: .coordinator) { request, context in
                try site.respond(try await cohortPage(context), to: request, in: context)
            },
            .signedIn(
                .post, "/cohorts/{cohort}/badges/{badge}/revocation", access: .coordinator, bodyLimit: Self.limit
            ) { request, context in
                try await revoke(request, context)
            },
        ]
    }

    private func issuer(_ request: Request) -> BadgeIssuer {
        BadgeIssuer(
            site: site.settings.publicAddress ?? "http://\(request.head.authority ?? "localhost")",
            name: site.settings.organisation)
    }

    private static func badge(_ parameters: Parameters) throws -> Identifier<BadgeAward> {
        guard let id = Identifier<BadgeAward>(try parameters.require("badge")) else {
            throw CampusError.notFound(.noSuchBadge)
        }
        return id
    }

    // MARK: One's own

    private struct Sharing: Codable {
        let isShared: Bool
    }

    private func share(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try Self.badge(context.parameters)
        let sharing: Sharing
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            guard let sent = fields["isShared"], ["yes", "no"].contains(sent) else {
                throw CampusError.invalid("isShared", .choiceUnknown)
            }
            sharing = Sharing(isShared: sent == "yes")
        case .json(let data): sharing = try SentBody.json(data).decoded(as: Sharing.self)
        }
        _ = try await site.campus.share(sharing.isShared, id, by: context.viewer)
        return try site.changed(sharing, in: context.visitor, seeOther: Links.badge(id.text))
    }

    private func credential(
        _ request: Request, _ context: SignedInContext
    ) async throws -> (badge: BadgeAward, token: String) {
        try await site.campus.credential(
            of: try Self.badge(context.parameters), for: context.viewer, issuer: issuer(request))
    }

    private static func file(_ text: String, as type: String, named name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "private, no-store",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    // MARK: Those of a cohort

    private func cohortPage(
        _ context: SignedInContext, refused: String? = nil, problem: Problem? = nil, typed: String = ""
    ) async throws -> CohortBadgesPage {
        let key = try context.parameters.require("cohort")
        let (cohort, badges) = try await site.campus.badges(inCohort: key, for: context.viewer)
        return CohortBadgesPage(model: .init(cohort, badges), refused: refused, problem: problem, typed: typed)
    }

    private struct Revocation: Codable {
        let reason: String
    }

    private func revoke(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let id = try Self.badge(context.parameters)
        let sent: Revocation
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields): sent = Revocation(reason: fields["reason"] ?? "")
        case .json(let data): sent = try SentBody.json(data).decoded(as: Revocation.self)
        }
        do {
            let badge = try await site.campus.revokeBadge(id, reason: sent.reason, inCohort: key, by: context.viewer)
            return try site.changed(
                Revocation(reason: badge.revocation?.reason ?? ""), in: context.visitor, seeOther: Links.cohortBadges(key))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            return try site.respond(
                try await cohortPage(context, refused: id.text, problem: problem, typed: sent.reason), to: request, in: context,
                status: problem.status)
        }
    }
}

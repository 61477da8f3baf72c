import Campus
import Essentials
import Hummingbird
import Tutoring

/// My learners, and the views that one keeps of them.
struct CaseloadRoutes {
    let site: Site

    private static let limit = 8192

    var routes: [Route] {
        [
            .signedIn(.get, "/caseload", access: .staff) { request, context in
                var query = try query(request)
                let isWhole = context.representation.isTable
                if isWhole { query.after = nil }
                let model = CaseloadModel(try await site.campus.caseload(query, isWhole: isWhole, for: context.viewer))
                let page = CaseloadPage(model: model, query: query, now: site.campus.clock.now)
                return try site.respond(page, to: request, in: context)
            },
            .signedIn(.post, "/caseload/views", access: .staff, bodyLimit: Self.limit) { request, context in
                try await keep(request, context)
            },
            .signedIn(.post, "/caseload/views/removed", access: .staff, bodyLimit: Self.limit) { request, context in
                try await remove(request, context)
            },
        ]
    }

    private func query(_ request: Request) throws -> CaseloadQuery {
        // As forms write it: a space is a plus.
        guard let fields = try? FormDecoding.fields(Array((request.uri.query ?? "").utf8)) else {
            throw CampusError.invalid("q", .malformedDetail)
        }
        return try CaseloadQuery { fields[$0] }
    }

    private struct SentView: Codable {
        let name: String
        let query: String
    }

    private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var typed: SentView?
        do {
            let sent: SentView
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: SentView.self)
            case .form(let fields):
                sent = SentView(name: fields["name"] ?? "", query: fields["query"] ?? "")
                typed = sent
            }
            // Only what this page asks is kept, in its own words.
            let query = try Self.query(sent.query)
            let kept = SentView(name: sent.name, query: query.text)
            try await site.campus.keepView(KeptView(name: kept.name, query: kept.query), by: context.viewer)
            return try site.changed(kept, in: context.visitor, seeOther: Links.caseload(kept.query))
        } catch CampusError.invalid(let problems) where context.representation == .html {
            let problem = Problem(CampusError.invalid(problems))
            let query = (try? Self.query(typed?.query ?? "")) ?? CaseloadQuery()
            let model = CaseloadModel(try await site.campus.caseload(query, for: context.viewer))
            let page = CaseloadPage(
                model: model, query: query, now: site.campus.clock.now, typed: typed?.name, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    static func query(_ text: String) throws -> CaseloadQuery {
        let fields = try FormDecoding.fields(Array(text.utf8))
        var query = try CaseloadQuery { fields[$0] }
        query.after = nil
        return query
    }

    private struct RemovedView: Codable {
        let name: String
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let removed: RemovedView
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): removed = try SentBody.json(data).decoded(as: RemovedView.self)
        case .form(let fields): removed = RemovedView(name: fields["name"] ?? "")
        }
        guard !removed.name.utf8.contains(0) else { throw CampusError.invalid("name", .choiceUnknown) }
        try await site.campus.forgetView(removed.name, by: context.viewer)
        return try site.changed(removed, in: context.visitor, seeOther: Links.caseload)
    }
}

import Campus
import Essentials
import Hummingbird
import Scheduling

/// The whole calendar of a cohort, proposed and kept.
struct PlanRoutes {
    let site: Site

    private static let limit = 16 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/plan") { request, context in
                let proposal = try await site.campus.proposeCalendar(
                    of: try context.parameters.require("cohort"), by: context.viewer)
                return try site.respond(PlanPage(model: .init(proposal)), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/plan", bodyLimit: Self.limit) { request, context in
                try await apply(request, context)
            },
        ]
    }

    private struct Sent: Decodable {
        let link: String?
        let place: String?
        let trainers: [String]?
        let published: Bool?
    }

    private struct Applied: Encodable {
        let cohort: String
        let planned: Int
    }

    private func apply(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        var options = Campus.ProposalOptions()
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data):
            let sent = try SentBody.json(data).decoded(as: Sent.self)
            (options.link, options.place) = (sent.link ?? "", sent.place ?? "")
            options.trainers = sent.trainers ?? []
            options.isDraft = !(sent.published ?? true)
        case .form(let fields):
            (options.link, options.place) = (fields["link"] ?? "", fields["place"] ?? "")
            options.trainers = fields.all("trainers")
            options.isDraft = fields["published"] == nil
        }
        do {
            let kept = try await site.campus.applyCalendar(of: key, options, by: context.viewer)
            let answer = Applied(cohort: key, planned: kept.count(.planned) + kept.count(.moved))
            return try site.changed(answer, in: context.visitor, seeOther: Links.plan(key))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            let proposal = try await site.campus.proposeCalendar(of: key, by: context.viewer)
            let page = PlanPage(model: .init(proposal), options: options, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }
}

import Campus
import Essentials
import Hummingbird

/// One's own points, and the switches that leave no trace of them.
struct PointsRoutes {
    let site: Site

    private static let limit = 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/points") { request, context in try await points(request, context) },
            .signedIn(.post, "/profile/points", bodyLimit: Self.limit) { request, context in try await choose(request, context) },
            .signedIn(.get, "/cohorts/{cohort}/points", access: .coordinator) { request, context in
                let key = try context.parameters.require("cohort")
                let report = try await site.campus.pointsReport(of: key, for: context.viewer)
                return try site.respond(PointReportPage(model: .init(report)), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/points", access: .coordinator, bodyLimit: Self.limit) { request, context in
                try await decide(request, context)
            },
        ]
    }

    private func points(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var before: Int?
        if let typed = request.uri.queryParameters["before"] {
            guard let number = Int(typed), (1...Int(Int32.max)).contains(number) else {
                throw CampusError.invalid("before", .choiceUnknown)
            }
            before = number
        }
        let reading = try await site.campus.myPoints(context.viewer, before: before)
        return try site.respond(PointsPage(model: .init(reading)), to: request, in: context)
    }

    private struct Choice: Codable {
        let seesPoints: Bool
    }

    private func choose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let choice: Choice
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields): choice = Choice(seesPoints: try Self.isYes(fields["seesPoints"], "seesPoints"))
        case .json(let data): choice = try SentBody.json(data).decoded(as: Choice.self)
        }
        try await site.campus.setSeesPoints(choice.seesPoints, of: context.viewer)
        return try site.changed(choice, in: context.visitor, seeOther: "\(Links.profile)?notice=saved")
    }

    private struct Decision: Codable {
        let hasPoints: Bool
    }

    private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let decision: Decision
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields): decision = Decision(hasPoints: try Self.isYes(fields["hasPoints"], "hasPoints"))
        case .json(let data): decision = try SentBody.json(data).decoded(as: Decision.self)
        }
        try await site.campus.setPoints(decision.hasPoints, ofCohort: key, by: context.viewer)
        return try site.changed(decision, in: context.visitor, seeOther: Links.cohortPeople(key))
    }

    private static func isYes(_ sent: String?, _ field: String) throws -> Bool {
        guard let sent, ["yes", "no"].contains(sent) else { throw CampusError.invalid(field, .choiceUnknown) }
        return sent == "yes"
    }
}

import Campus
import Essentials
import Hummingbird
import Progress

/// The one goal that a learner sets for the week.
struct GoalRoutes {
    let site: Site

    private static let limit = 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/goal") { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/goal", bodyLimit: Self.limit) { request, context in try await set(request, context) },
        ]
    }

    private struct Sent: Codable {
        /// Minutes of the week, or…
        var minutes: Int?
        /// `COURSE/ACTIVITY`.
        var activity: String?
    }

    private func page(_ context: SignedInContext) async throws -> GoalPage {
        let following = try await site.campus.following(context.viewer, withStates: true)
        let reading = try await site.campus.goal(of: context.viewer, following: following)
        return GoalPage(model: .init(reading, following: following))
    }

    private func set(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var typed: String?
        do {
            var sent: Sent
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
            case .form(let fields):
                typed = fields["hours"]
                let hours = typed.flatMap { Double($0.filter { !$0.isWhitespace }.replacing(",", with: ".")) }
                sent = Sent(
                    minutes: hours.flatMap { $0.isFinite ? Int((min(max($0, 0), 1000) * 60).rounded()) : nil },
                    activity: fields["activity"])
            }
            if let activity = sent.activity {
                let ids = activity.split(separator: "/", omittingEmptySubsequences: false)
                guard ids.count == 2 else { throw CampusError.invalid("activity", .chooseActivity) }
                sent.minutes = nil
                try await site.campus.setGoal(
                    .activity(course: String(ids[0]), activity: String(ids[1])), by: context.viewer)
            } else {
                try await site.campus.setGoal(.minutes(sent.minutes ?? 0), by: context.viewer)
            }
            return try site.changed(sent, in: context.visitor, seeOther: Links.home)
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            var page = try await page(context)
            page.typedHours = typed
            page.problem = Problem(error)
            return try site.respond(page, to: request, in: context, status: page.problem?.status ?? .unprocessableContent)
        }
    }
}

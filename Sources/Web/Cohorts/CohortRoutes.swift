import Accounts
import Campus
import Essentials
import Hummingbird
import Progress

/// For those who follow learners: their cohorts, the learners of one, one learner.
struct CohortRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts", access: .staff) { request, context in try await cohorts(request, context) },
            .signedIn(.get, "/cohorts/{cohort}", access: .staff) { request, context in try await cohort(request, context) },
            .signedIn(.get, "/cohorts/{cohort}/learners/{person}", access: .staff) { request, context in
                try await learner(request, context)
            },
        ]
    }

    private func cohorts(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let followed = try await site.campus.followedCohorts(context.viewer)
        return try site.respond(CohortsPage(model: .init(followed)), to: request, in: context)
    }

    private func cohort(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let reading = try await site.campus.cohort(key, after: try position(request), for: context.viewer)
        let page = CohortPage(model: .init(reading), now: site.campus.clock.now)
        return try site.respond(page, to: request, in: context)
    }

    private func learner(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        guard let id = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearner)
        }
        let reading = try await site.campus.learner(id, in: key, for: context.viewer)
        let page = LearnerPage(model: .init(reading), now: site.campus.clock.now)
        return try site.respond(page, to: request, in: context)
    }

    /// `?after=ENROLMENT&name=SORTKEY&left=true`: where the page before ended.
    private func position(_ request: Request) throws -> CohortPosition? {
        let query = request.uri.queryParameters
        guard let after = query["after"] else { return nil }
        guard let enrolment = Identifier<Enrolment>(String(after)), let name = query["name"], !name.utf8.contains(0) else {
            throw CampusError.invalid("after", .choiceUnknown)
        }
        return CohortPosition(hasLeft: query["left"] == "true", sortKey: String(name), enrolment: enrolment)
    }
}

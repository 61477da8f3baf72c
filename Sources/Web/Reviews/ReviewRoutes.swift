import Campus
import Essentials
import Hummingbird
import Progress

/// One activity of a cohort in depth, and the matrix of a cohort.
struct ReviewRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/courses/{course}/matrix", access: .staff) { request, context in
                let query = request.uri.queryParameters
                let isWhole = context.representation.isTable
                let reading = try await site.campus.matrix(
                    of: try context.parameters.require("course"), module: query["module"].map(String.init),
                    in: try context.parameters.require("cohort"), after: isWhole ? nil : try position(request),
                    isWhole: isWhole, for: context.viewer)
                return try site.respond(MatrixPage(model: .init(reading)), to: request, in: context)
            },
            .signedIn(.get, "/cohorts/{cohort}/courses/{course}/activities/{activity}", access: .staff) { request, context in
                let review = try await site.campus.activityReview(
                    try context.parameters.require("activity"), of: try context.parameters.require("course"),
                    in: try context.parameters.require("cohort"), for: context.viewer)
                return try site.respond(ActivityReviewPage(model: .init(review)), to: request, in: context)
            },
        ]
    }

    /// `?after=ENROLMENT&name=SORTKEY`: where the page before ended.
    private func position(_ request: Request) throws -> CohortPosition? {
        let query = request.uri.queryParameters
        guard let after = query["after"] else { return nil }
        guard let enrolment = Identifier<Enrolment>(String(after)), let name = query["name"], !name.utf8.contains(0) else {
            throw CampusError.invalid("after", .choiceUnknown)
        }
        return CohortPosition(hasLeft: false, sortKey: String(name), enrolment: enrolment)
    }
}

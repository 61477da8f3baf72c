import Campus
import CourseContent
import Essentials
import HTTPTypes
import Hummingbird
import Progress

/// Surveys: sending one, and what a cohort answered. The questions are on the activity's own page.
struct SurveyRoutes {
    let site: Site

    /// 50 questions with texts of 2,000 characters.
    private static let limit = 512 * 1024

    var routes: [Route] {
        [
            .signedIn(.post, "/courses/{course}/activities/{activity}/survey", bodyLimit: Self.limit) { request, context in
                try await send(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/courses/{course}/surveys/{activity}", access: .staff) { request, context in
                try await results(request, context)
            },
        ]
    }

    private struct SentAnswers: Decodable {
        let answers: [String: [String]]
    }

    private struct Sent: Encodable {
        let isCompleted: Bool
        /// Percentage of the course that is done.
        let percent: Int
    }

    private func send(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let course = try context.parameters.require("course")
        let activity = try context.parameters.require("activity")
        var sent: [String: [String]] = [:]
        do {
            let body = try await request.sentBody(limit: Self.limit)
            if case .form(let fields) = body {
                sent = Dictionary(uniqueKeysWithValues: fields.names.map { ($0, fields.all($0)) })
            } else {
                sent = try body.decoded(as: SentAnswers.self).answers
            }
            let outcome = try await site.campus.sendSurvey(sent, at: activity, of: course, by: context.viewer)
            let model = Sent(
                isCompleted: outcome.activities.values.contains(where: \.isCompleted), percent: outcome.course.percent)
            return try site.changed(model, in: context.visitor, seeOther: Links.activity(course, activity))
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let reading = try await site.campus.activity(activity, of: course, for: context.viewer)
            guard case .survey(let survey) = reading.content else { throw error }
            let problem = Problem(error)
            let page = SurveyPage(model: .init(survey, reading), sent: sent, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func results(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await site.campus.surveyResults(
            at: try context.parameters.require("activity"), of: try context.parameters.require("course"),
            in: try context.parameters.require("cohort"), for: context.viewer)
        return try site.respond(SurveyResultsPage(model: .init(reading)), to: request, in: context)
    }
}

import Accounts
import Campus
import CourseContent
import Essentials
import HTTPTypes
import Hummingbird
import LanguageLearning

/// Placement tests: beginning, answering, and what tutors decide. The item that is asked is on the activity's own page.
struct PlacementRoutes {
    let site: Site

    private static let limit = 4 * 1024

    var routes: [Route] {
        [
            .signedIn(.post, "/courses/{course}/activities/{activity}/placement", bodyLimit: Self.limit) { request, context in
                try await begin(request, context)
            },
            .signedIn(
                .post, "/courses/{course}/activities/{activity}/placement/answers", bodyLimit: Self.limit
            ) { request, context in
                try await answer(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/courses/{course}/placements/{activity}", access: .staff) { request, context in
                try site.respond(PlacementReviewPage(model: try await review(context)), to: request, in: context)
            },
            .signedIn(
                .post, "/cohorts/{cohort}/courses/{course}/placements/{activity}/people/{person}", access: .staff,
                bodyLimit: Self.limit
            ) { request, context in
                try await decide(request, context)
            },
        ]
    }

    // MARK: Taking it

    private struct Beginning: Decodable {
        let silent: Bool?
    }

    private struct Begun: Encodable {
        let isOpen: Bool
        let hears: Bool
    }

    private func begin(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (course, activity) = try place(context)
        do {
            let isSilent: Bool
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): isSilent = try SentBody.json(data).decoded(as: Beginning.self).silent ?? false
            case .form(let fields): isSilent = fields["silent"] == "yes"
            }
            let run = try await site.campus.beginPlacement(at: activity, of: course, hears: !isSilent, by: context.viewer)
            return try site.changed(
                Begun(isOpen: !run.isFinished, hears: run.hears), in: context.visitor,
                seeOther: Links.placementQuestion(course, activity))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await refused(error, request, context)
        }
    }

    private struct Answer: Decodable {
        let item: String
        let choice: String
    }

    private struct Answered: Encodable {
        let isKept: Bool
        let answered: Int
        let isFinished: Bool
    }

    private func answer(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (course, activity) = try place(context)
        do {
            let answer: Answer
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): answer = try SentBody.json(data).decoded(as: Answer.self)
            case .form(let fields): answer = Answer(item: fields["item"] ?? "", choice: fields["choice"] ?? "")
            }
            let outcome = try await site.campus.answerPlacement(
                at: activity, of: course, item: answer.item, choice: answer.choice, by: context.viewer)
            return try site.changed(
                Answered(isKept: outcome.isKept, answered: outcome.answered, isFinished: outcome.isFinished),
                in: context.visitor,
                seeOther: outcome.isFinished ? Links.activity(course, activity) : Links.placementQuestion(course, activity))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await refused(error, request, context)
        }
    }

    /// The page as it is, with what was refused.
    private func refused(_ error: CampusError, _ request: Request, _ context: SignedInContext) async throws -> Response {
        let (course, activity) = try place(context)
        let reading = try await site.campus.activity(activity, of: course, for: context.viewer)
        guard case .placement(let placement) = reading.content, reading.closed.isEmpty else { throw error }
        let problem = Problem(error)
        let standing = try await site.campus.placement(placement, at: reading)
        let model = PlacementPage.Model(placement, reading, standing, now: site.campus.clock.now)
        return try site.respond(PlacementPage(model: model, problem: problem), to: request, in: context, status: problem.status)
    }

    private func place(_ context: SignedInContext) throws -> (course: String, activity: String) {
        (try context.parameters.require("course"), try context.parameters.require("activity"))
    }

    // MARK: What tutors make of it

    private func review(_ context: SignedInContext) async throws -> PlacementReviewPage.Model {
        let (course, activity) = try place(context)
        return .init(
            try await site.campus.placementReview(
                at: activity, of: course, in: try context.parameters.require("cohort"), for: context.viewer))
    }

    private struct Decision: Codable {
        let level: String
        let reason: String
    }

    private func decide(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (course, activity) = try place(context)
        let cohort = try context.parameters.require("cohort")
        let person = try context.parameters.require("person")
        guard let id = Identifier<Person>(person) else { throw CampusError.notFound(.noSuchLearner) }
        var typed: (person: String, level: String, reason: String)?
        do {
            let decision: Decision
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): decision = try SentBody.json(data).decoded(as: Decision.self)
            case .form(let fields):
                decision = Decision(level: fields["level"] ?? "", reason: fields["reason"] ?? "")
                typed = (person, decision.level, decision.reason)
            }
            guard let level = CEFRLevel(rawValue: decision.level) else { throw CampusError.invalid("level", .choiceUnknown) }
            let ruling = try await site.campus.decidePlacement(
                level, because: decision.reason, of: id, at: activity, of: course, in: cohort, by: context.viewer)
            return try site.changed(
                Decision(level: ruling.level.rawValue, reason: ruling.reason), in: context.visitor,
                seeOther: Links.placementReview(cohort, course, activity) + "#person-\(person)")
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            let page = PlacementReviewPage(model: try await review(context), typed: typed, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }
}

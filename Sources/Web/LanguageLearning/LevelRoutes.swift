import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird
import LanguageLearning

/// The level of a learner in a language course: one's own, where one says what one can do, and for those who follow the cohort.
struct LevelRoutes {
    let site: Site

    private static let limit = 32 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/courses/{course}/level") { request, context in
                try site.respond(try await own(context), to: request, in: context)
            },
            .signedIn(.post, "/courses/{course}/level", bodyLimit: Self.limit) { request, context in
                try await say(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/learners/{person}/courses/{course}/level", access: .staff) { request, context in
                try await learner(request, context)
            },
        ]
    }

    private func own(_ context: SignedInContext) async throws -> LevelPage {
        let reading = try await site.campus.level(in: try context.parameters.require("course"), for: context.viewer)
        return LevelPage(model: .init(reading, request: .new(at: site.campus.clock.now)))
    }

    private func learner(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearner)
        }
        let (reading, cohort, person) = try await site.campus.level(
            of: id, in: try context.parameters.require("course"), cohort: try context.parameters.require("cohort"),
            for: context.viewer)
        let learner = LevelPage.Model.Learner(cohort: cohort.key, person: person.id.text, name: person.name.full)
        let page = LevelPage(model: .init(reading, learner: learner, request: .new(at: site.campus.clock.now)))
        return try site.respond(page, to: request, in: context)
    }

    private struct Sent: Decodable {
        let id: Identifier<SelfAssessment>
        /// By `MODULE/ID`.
        let answers: [String: CanDoAnswer.Answer]
    }

    private struct Kept: Encodable {
        let answers: Int
    }

    private func say(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let course = try context.parameters.require("course")
        do {
            let sent: Sent
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
            case .form(let fields):
                guard let id = Identifier<SelfAssessment>(fields["id"] ?? "") else {
                    throw CampusError.invalid("id", .choiceUnknown)
                }
                var answers: [String: CanDoAnswer.Answer] = [:]
                for name in fields.names where name.hasPrefix("can.") {
                    guard let answer = fields[name].flatMap(CanDoAnswer.Answer.init(rawValue:)) else {
                        throw CampusError.invalid("answers", .choiceUnknown)
                    }
                    answers[String(name.dropFirst(4))] = answer
                }
                sent = Sent(id: id, answers: answers)
            }
            try await site.campus.sayCanDo(sent.answers, as: sent.id, in: course, by: context.viewer)
            return try site.changed(Kept(answers: sent.answers.count), in: context.visitor, seeOther: Links.level(course))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await own(context)
            let problem = Problem(error)
            page.problem = problem
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }
}

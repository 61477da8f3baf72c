import Assessment
import Campus
import Essentials
import HTTPTypes
import Hummingbird

/// Scenarios: begin a story, see where one is, choose.
struct ScenarioRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.post, "/courses/{course}/activities/{activity}/runs", bodyLimit: 1024) { request, context in
                try await start(request, context)
            },
            .signedIn(.get, "/runs/{run}") { request, context in try await run(request, context) },
            .signedIn(.post, "/runs/{run}/steps", bodyLimit: 4096) { request, context in try await take(request, context) },
        ]
    }

    private struct Started: Encodable {
        let run: Identifier<Attempt>
        let number: Int
    }

    private func start(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let course = try context.parameters.require("course")
        let activity = try context.parameters.require("activity")
        let (attempt, isNew) = try await site.campus.startRun(at: activity, of: course, by: context.viewer)
        return try site.changed(
            Started(run: attempt.id, number: attempt.number), in: context.visitor, seeOther: Links.run(attempt.id.text),
            status: isNew ? .created : .ok)
    }

    private func run(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await site.campus.run(try runID(context), for: context.viewer)
        return try site.respond(RunPage(model: RunModel(reading, now: site.campus.clock.now)), to: request, in: context)
    }

    private struct SentStep: Decodable {
        let step: Int
        let scene: String
        let choice: String
    }

    /// The scene that one saw, and what one chose: nothing else is believed.
    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try runID(context)
        let sent: SentStep
        switch try await request.sentBody(limit: 4096) {
        case .form(let fields):
            guard let step = fields["step"].flatMap({ Int($0) }), let scene = fields["scene"], let choice = fields["choice"]
            else {
                throw CampusError.invalid("choice", ScenarioRefusal.unknownChoice.phrase)
            }
            sent = SentStep(step: step, scene: scene, choice: choice)
        case .json(let data): sent = try SentBody.json(data).decoded(as: SentStep.self)
        }
        let taken = try await site.campus.take(
            ScenarioPlay.Step(scene: sent.scene, choice: sent.choice), number: sent.step, in: id, by: context.viewer)
        let model = RunModel(taken.reading, now: site.campus.clock.now)
        guard let refusal = taken.refusal else {
            return try site.changed(model, in: context.visitor, seeOther: Links.run(id.text) + "#scene")
        }
        let isWrong = refusal == .unknownScene || refusal == .unknownChoice
        if case .json = context.visitor.representation {
            throw isWrong ? CampusError.invalid("choice", refusal.phrase) : CampusError.conflict(refusal.phrase)
        }
        // Where one really is, with what happened said above it.
        return try site.respond(
            RunPage(model: model, refusal: refusal.phrase), to: request, in: context,
            status: isWrong ? .unprocessableContent : .conflict)
    }

    private func runID(_ context: SignedInContext) throws -> Identifier<Attempt> {
        guard let id = Identifier<Attempt>(try context.parameters.require("run")) else {
            throw CampusError.notFound(.noSuchAttempt)
        }
        return id
    }
}

import Campus
import Essentials
import Gamification
import Hummingbird

/// Ladders that one chooses to stand on, and what cohorts try together.
struct GameRoutes {
    let site: Site

    private static let limit = 4096

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/ladder") { request, context in
                try site.respond(try await ladder(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/ladder", bodyLimit: Self.limit) { request, context in
                try await join(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/ladder/leaving") { _, context in
                let key = try context.parameters.require("cohort")
                try await site.campus.leaveLadder(of: key, by: context.viewer)
                return try site.changed(Left(), in: context.visitor, seeOther: Links.ladder(key))
            },
            .signedIn(.get, "/cohorts/{cohort}/games", access: .coordinator) { request, context in
                try site.respond(try await games(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/games/ladder", access: .coordinator, bodyLimit: Self.limit) { request, context in
                try await choose(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/games/challenges", access: .coordinator, bodyLimit: Self.limit) {
                request, context in
                try await add(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/games/challenges/{challenge}/removal", access: .coordinator) { _, context in
                let key = try context.parameters.require("cohort")
                guard let id = Identifier<TeamChallenge>(try context.parameters.require("challenge")) else {
                    throw CampusError.notFound(.noSuchChallenge)
                }
                try await site.campus.removeChallenge(id, of: key, by: context.viewer)
                return try site.changed(Left(), in: context.visitor, seeOther: Links.games(key))
            },
        ]
    }

    private struct Left: Encodable {
        let removed = true
    }

    // MARK: The ladder

    private func ladder(
        _ context: SignedInContext, problem: Problem? = nil, typed: String? = nil
    ) async throws -> LadderPage {
        let reading = try await site.campus.ladder(of: try context.parameters.require("cohort"), for: context.viewer)
        return LadderPage(model: .init(reading), problem: problem, typed: typed)
    }

    private struct Name: Codable {
        let name: String
    }

    private func join(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let sent: Name =
            switch try await request.sentBody(limit: Self.limit) {
            case .form(let fields): Name(name: fields["name"] ?? "")
            case .json(let data): try SentBody.json(data).decoded(as: Name.self)
            }
        do {
            try await site.campus.joinLadder(of: key, as: sent.name, by: context.viewer)
            return try site.changed(sent, in: context.visitor, seeOther: Links.ladder(key))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            return try site.respond(
                try await ladder(context, problem: problem, typed: sent.name), to: request, in: context, status: problem.status)
        }
    }

    // MARK: For who decides

    private func games(
        _ context: SignedInContext, problem: Problem? = nil, typed: [String: String] = [:]
    ) async throws -> GamesPage {
        let games = try await site.campus.games(of: try context.parameters.require("cohort"), for: context.viewer)
        return GamesPage(model: .init(games), problem: problem, typed: typed)
    }

    private struct Choice: Codable {
        let isOpen: Bool
        let areAdults: Bool?
    }

    private func choose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let choice: Choice
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            guard let sent = fields["isOpen"], ["yes", "no"].contains(sent) else {
                throw CampusError.invalid("isOpen", .choiceUnknown)
            }
            choice = Choice(isOpen: sent == "yes", areAdults: fields["areAdults"] == "yes")
        case .json(let data): choice = try SentBody.json(data).decoded(as: Choice.self)
        }
        do {
            try await site.campus.setLadder(
                choice.isOpen, areAdults: choice.areAdults ?? false, of: key, by: context.viewer)
            return try site.changed(choice, in: context.visitor, seeOther: Links.games(key))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            return try site.respond(
                try await games(context, problem: problem), to: request, in: context, status: problem.status)
        }
    }

    private struct SentChallenge: Codable {
        let title: String
        let kind: String
        let target: Int
        let from: String
        let until: String
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        var typed: [String: String] = [:]
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            for name in ["title", "kind", "target", "from", "until"] { typed[name] = fields[name] ?? "" }
        case .json(let data):
            let sent = try SentBody.json(data).decoded(as: SentChallenge.self)
            typed = ["title": sent.title, "kind": sent.kind, "target": "\(sent.target)", "from": sent.from, "until": sent.until]
        }
        do {
            let challenge = try await site.campus.addChallenge(
                .init(
                    title: typed["title"] ?? "", kind: typed["kind"] ?? "", target: typed["target"] ?? "",
                    from: typed["from"] ?? "", until: typed["until"] ?? ""), to: key, by: context.viewer)
            return try site.changed(
                SentChallenge(
                    title: challenge.title, kind: challenge.kind.rawValue, target: challenge.target, from: challenge.from.text,
                    until: challenge.until.text), in: context.visitor, seeOther: Links.games(key), status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            return try site.respond(
                try await games(context, problem: problem, typed: typed), to: request, in: context, status: problem.status)
        }
    }
}

extension Phrase {
    fileprivate static let noSuchChallenge = Phrase(fr: "Ce défi n’existe pas.", en: "There is no such challenge.")
}

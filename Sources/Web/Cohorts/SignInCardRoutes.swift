import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird

/// Helping learners in: cards to print, another password.
struct SignInCardRoutes {
    let site: Site

    private static let limit = 16 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/cards") { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/cards", bodyLimit: Self.limit) { request, context in
                try await make(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/people/{person}/card/revocation") { _, context in
                let key = try context.parameters.require("cohort")
                try await site.campus.revokeCard(of: try person(context), in: key, by: context.viewer)
                return try site.changed(Done(), in: context.visitor, seeOther: Links.cards(key))
            },
            .signedIn(.post, "/cohorts/{cohort}/people/{person}/password") { request, context in
                try await reset(request, context)
            },
        ]
    }

    private struct Done: Encodable {
        let revoked = true
    }

    private struct Sent: Decodable {
        let people: [String]
    }

    private func page(_ context: SignedInContext, problem: Problem? = nil) async throws -> SignInCardsPage {
        let found = try await site.campus.signInHelp(in: try context.parameters.require("cohort"), for: context.viewer)
        return SignInCardsPage(model: .init(found.cohort, found.learners), problem: problem)
    }

    private func make(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let sent: [String] =
            switch try await request.sentBody(limit: Self.limit) {
            case .form(let fields): fields.all("people")
            case .json(let data): try SentBody.json(data).decoded(as: Sent.self).people
            }
        do {
            let people = try sent.map { text in
                guard let id = Identifier<Person>(text) else { throw CampusError.notFound(.noSuchLearnerHere) }
                return id
            }
            let cards = try await site.campus.makeCards(for: people, in: key, by: context.viewer)
            let origin = site.settings.publicAddress ?? "http://\(request.head.authority ?? "localhost")"
            let model = SignInCardSheetPage.Model(
                cohort: key, organisation: site.settings.organisation,
                cards: cards.map { card in
                    SignInCardSheetPage.Card(
                        person: card.person.text, name: card.name.full, login: card.login.text,
                        address: origin + Links.signInCard(card.token.text), pin: card.pin)
                })
            var response = try site.respond(SignInCardSheetPage(model: model), to: request, in: context, status: .created)
            response.headers[.cacheControl] = "no-store"
            return response
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            return try site.respond(
                try await page(context, problem: problem), to: request, in: context, status: problem.status)
        }
    }

    private func reset(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let (cohort, account) = try await site.campus.resetPassword(
            of: try person(context), in: key, by: context.viewer)
        let model = FreshAccountPage.Model(
            cohort: key, cohortTitle: cohort.title, person: account.person.text, login: account.login.text,
            name: account.name.full, password: account.madeUpPassword ?? "")
        let page = FreshAccountPage(model: model, title: .newPasswordMade, back: Links.cards(key))
        var response = try site.respond(page, to: request, in: context, status: .created)
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func person(_ context: SignedInContext) throws -> Identifier<Person> {
        guard let id = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearnerHere)
        }
        return id
    }
}

import Accounts
import Campus
import Essentials
import Hummingbird

/// For those who coordinate: making a cohort, its courses, the people in it. Campus says who may.
struct CohortPeopleRoutes {
    let site: Site

    private static let limit = 32_768

    var routes: [Route] {
        [
            .signedIn(.get, "/new-cohort", access: .coordinator) { request, context in
                try site.respond(NewCohortPage(model: .init(.init())), to: request, in: context)
            },
            .signedIn(.post, "/cohorts", access: .coordinator, bodyLimit: Self.limit) { request, context in
                try await make(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/people", access: .coordinator) { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/cohorts/{cohort}/courses", access: .coordinator, bodyLimit: Self.limit) { request, context in
                try await follow(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/people", access: .coordinator, bodyLimit: Self.limit) { request, context in
                try await enrol(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/people/removed", access: .coordinator, bodyLimit: Self.limit) {
                request, context in
                try await remove(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/accounts", access: .coordinator, bodyLimit: Self.limit) { request, context in
                try await addAccount(request, context)
            },
        ]
    }

    // MARK: A cohort

    private struct SentCohort: Codable {
        let key: String
        let title: String
        let startsOn: String?
        let endsOn: String?
    }

    private func make(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let sent: SentCohort
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): sent = try SentBody.json(data).decoded(as: SentCohort.self)
        case .form(let fields):
            sent = SentCohort(
                key: fields["key"] ?? "", title: fields["title"] ?? "", startsOn: fields["startsOn"], endsOn: fields["endsOn"])
        }
        let typed = Campus.TypedCohort(
            key: sent.key, title: sent.title, startsOn: sent.startsOn ?? "", endsOn: sent.endsOn ?? "")
        do {
            let cohort = try await site.campus.addCohort(typed, by: context.viewer)
            let made = SentCohort(
                key: cohort.key, title: cohort.title, startsOn: cohort.startsOn?.text, endsOn: cohort.endsOn?.text)
            return try site.changed(made, in: context.visitor, seeOther: Links.cohortPeople(cohort.key), status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            return try site.respond(
                NewCohortPage(model: .init(typed), problem: problem), to: request, in: context, status: problem.status)
        }
    }

    // MARK: What is in it

    private func page(_ context: SignedInContext) async throws -> CohortPeoplePage {
        CohortPeoplePage(
            model: .init(
                try await site.campus.cohortPeople(
                    of: try context.parameters.require("cohort"), for: context.viewer)))
    }

    /// The page again, with what was typed and what is wrong with it.
    private func refuse(
        _ error: CampusError, _ form: CohortPeoplePage.Form, _ typed: [String: String], _ request: Request,
        _ context: SignedInContext
    ) async throws -> Response {
        var page = try await page(context)
        let problem = Problem(error)
        page.refused = form
        page.problem = problem
        page.typed = typed
        return try site.respond(page, to: request, in: context, status: problem.status)
    }

    /// The fields that were sent, by name: of a form, or of an object whose values are texts.
    private func sent(_ request: Request) async throws -> [String: String] {
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): return try SentBody.json(data).decoded(as: [String: String].self)
        case .form(let fields):
            var sent: [String: String] = [:]
            for name in fields.names { sent[name] = fields[name] }
            return sent
        }
    }

    private func role(_ sent: [String: String]) throws -> CohortRole {
        guard let role = CohortRole(rawValue: sent["role"] ?? "") else { throw CampusError.invalid("role", .choiceUnknown) }
        return role
    }

    private func follow(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Followed: Encodable {
            let course: String
            let enrolled: Int
        }
        let key = try context.parameters.require("cohort")
        let course = try await sent(request)["course"] ?? ""
        let done = try await site.campus.assign(course: course, to: key, by: context.viewer)
        return try site.changed(
            Followed(course: course, enrolled: done.enrolled), in: context.visitor, seeOther: Links.cohortPeople(key))
    }

    private func enrol(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Enrolled: Encodable {
            let logins: [String]
            let role: CohortRole
        }
        let key = try context.parameters.require("cohort")
        let sent = try await sent(request)
        do {
            let role = try role(sent)
            let group = sent["group"].flatMap { $0.isEmpty ? nil : $0 }
            let done = try await site.campus.enrol(
                typed: sent["logins"] ?? "", in: key, as: role, group: group, by: context.viewer)
            return try site.changed(
                Enrolled(logins: done.map(\.person.login.text), role: role), in: context.visitor,
                seeOther: Links.cohortPeople(key))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await refuse(error, .people, sent, request, context)
        }
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        struct Removed: Encodable {
            let login: String
            let role: CohortRole
        }
        let key = try context.parameters.require("cohort")
        let sent = try await sent(request)
        do {
            let removed = Removed(login: sent["login"] ?? "", role: try role(sent))
            try await site.campus.withdraw(login: removed.login, from: key, as: removed.role, by: context.viewer)
            // Whoever gave up the role may look no more.
            let mayLook = removed.role != .coordinator || removed.login != context.viewer.person.login.text
            return try site.changed(
                removed, in: context.visitor, seeOther: mayLook ? Links.cohortPeople(key) : Links.home)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await refuse(error, .leaving, sent, request, context)
        }
    }

    private func addAccount(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let sent = try await sent(request)
        do {
            let role = try role(sent)
            let draft = Campus.PersonDraft(
                login: sent["login"] ?? "", givenName: sent["givenName"] ?? "", familyName: sent["name"] ?? "",
                email: sent["email"].flatMap { $0.isEmpty ? nil : $0 })
            let account = try await site.campus.addPerson(draft, to: key, as: role, by: context.viewer)
            let page = try await page(context)
            let model = FreshAccountPage.Model(
                cohort: key, cohortTitle: page.model.title, person: account.person.text, login: account.login.text,
                name: account.name.full, password: account.madeUpPassword ?? "")
            var response = try site.respond(FreshAccountPage(model: model), to: request, in: context, status: .created)
            response.headers[.cacheControl] = "no-store"
            response.headers[.location] = Links.cohortPeople(key)
            return response
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await refuse(error, .account, sent, request, context)
        }
    }
}

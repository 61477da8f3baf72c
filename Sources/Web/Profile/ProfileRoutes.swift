import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird

/// One's own settings and security.
struct ProfileRoutes {
    let site: Site

    private static let limit = 4096

    var routes: [Route] {
        [
            .signedIn(.get, "/profile") { request, context in try await profile(request, context) },
            .signedIn(.post, "/profile", bodyLimit: Self.limit) { request, context in try await save(request, context) },
            .signedIn(.post, "/profile/password", bodyLimit: Self.limit) { request, context in
                try await changePassword(request, context)
            },
        ]
    }

    private func profile(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let notice = ProfilePage.Notice(rawValue: request.uri.queryParameters["notice"].map { String($0) } ?? "")
        return try await page(request, context, notice: notice)
    }

    private func page(
        _ request: Request, _ context: SignedInContext, notice: ProfilePage.Notice? = nil, problem: Problem? = nil
    ) async throws -> Response {
        let sessions = try await site.campus.security(of: context.viewer)
        let following = try await site.campus.following(context.viewer, withStates: false)
        let seesPoints = try await site.campus.seesPoints(context.viewer)
        let model = ProfilePage.Model(
            viewer: context.viewer, sessions: sessions, following: following, seesPoints: seesPoints)
        let page = ProfilePage(
            model: model, notice: notice, problem: problem, mayMakeCohorts: context.viewer.mayMakeCohorts)
        guard let problem else { return try site.respond(page, to: request, in: context) }
        var response = try site.respond(page, to: request, in: context, status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private struct Settings: Decodable {
        let language: String?
        let theme: String?
        let spacing: String?
    }

    private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let sent: Settings
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields):
            sent = Settings(language: fields["language"], theme: fields["theme"], spacing: fields["spacing"])
        case .json(let data): sent = try SentBody.json(data).decoded(as: Settings.self)
        }
        var preferences = context.viewer.person.preferences
        do {
            preferences.language = try Self.choice(sent.language, "language") ?? preferences.language
            preferences.theme = try Self.choice(sent.theme, "theme") ?? preferences.theme
            preferences.spacing = try Self.choice(sent.spacing, "spacing") ?? preferences.spacing
        } catch let error as CampusError where context.representation == .html {
            return try await page(request, context, problem: Problem(error))
        }
        try await site.campus.setPreferences(preferences, of: context.viewer)
        return try site.changed(preferences, in: context.visitor, seeOther: "\(Links.profile)?notice=saved")
    }

    private static func choice<Value: RawRepresentable<String>>(_ sent: String?, _ field: String) throws -> Value? {
        guard let sent else { return nil }
        guard let value = Value(rawValue: sent) else { throw CampusError.invalid(field, .choiceUnknown) }
        return value
    }

    private struct Passwords: Decodable {
        let current: String
        let new: String
    }

    private struct Changed: Encodable {
        let changed = true
    }

    private func changePassword(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let sent: Passwords
        switch try await request.sentBody(limit: Self.limit) {
        case .form(let fields): sent = Passwords(current: fields["current"] ?? "", new: fields["new"] ?? "")
        case .json(let data): sent = try SentBody.json(data).decoded(as: Passwords.self)
        }
        do {
            try await site.campus.changePassword(
                current: sent.current, new: sent.new, of: context.viewer,
                wrongPassword: FieldProblem(field: "current", message: .wrongPassword),
                address: context.visitor.clientAddress(request, site.settings))
        } catch let error as CampusError where context.representation == .html {
            return try await page(request, context, problem: Problem(error))
        }
        return try site.changed(Changed(), in: context.visitor, seeOther: "\(Links.profile)?notice=password")
    }
}

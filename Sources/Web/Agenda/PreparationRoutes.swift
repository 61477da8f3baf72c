import Campus
import CourseContent
import Essentials
import HTTPTypes
import Hummingbird
import Scheduling

/// What is to be done before a session.
struct PreparationRoutes {
    let site: Site

    private static let limit = 16 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/sessions/{session}/preparation") { request, context in
                let reading = try await site.campus.preparation(try id(context), for: context.viewer)
                return try site.respond(PreparationPage(model: .init(reading)), to: request, in: context)
            },
            .signedIn(.post, "/sessions/{session}/preparation", bodyLimit: Self.limit) { request, context in
                try await keep(request, context)
            },
        ]
    }

    /// What a program sends: activities as `course/activity`. A form sends the same names.
    private struct Sent: Codable {
        let before: [String]
        let `for`: String?
    }

    private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let sent: Sent =
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): try SentBody.json(data).decoded(as: Sent.self)
            case .form(let fields): Sent(before: fields.all("before"), for: fields["for"])
            }
        func address(_ text: String, _ field: String) throws -> ActivityAddress {
            guard let address = ActivityAddress(text) else {
                throw CampusError.invalid(field, .activityOfNoCourse(text))
            }
            return address
        }
        do {
            let activity = try sent.for.flatMap { $0.isEmpty ? nil : try address($0, "for") }
            _ = try await site.campus.prepare(
                id, before: try sent.before.map { try address($0, "before") }, for: activity, by: context.viewer)
            return try site.changed(sent, in: context.visitor, seeOther: Links.preparation(id.text))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let problem = Problem(error)
            let reading = try await site.campus.preparation(id, for: context.viewer)
            let page = PreparationPage(model: .init(reading), problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func id(_ context: SignedInContext) throws -> Identifier<ClassSession> {
        guard let id = Identifier<ClassSession>(try context.parameters.require("session")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        return id
    }
}

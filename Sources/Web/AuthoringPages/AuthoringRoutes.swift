import Accounts
import Campus
import CourseContent
import Essentials
import Hummingbird

/// For authors: what is published, its versions, and the way back to one of them.
struct AuthoringRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/authoring", access: .author) { request, context in
                let courses = try await site.campus.authoredCourses()
                return try site.respond(AuthoredCoursesPage(model: .init(courses)), to: request, in: context)
            },
            .signedIn(.get, "/authoring/courses/{course}", access: .author) { request, context in
                let history = try await site.campus.authoredCourse(try context.parameters.require("course"))
                return try site.respond(AuthoredCoursePage(model: .init(history)), to: request, in: context)
            },
            .signedIn(.get, "/authoring/courses/{course}/versions/{version}", access: .author) { request, context in
                try await version(request, context)
            },
            .signedIn(.post, "/authoring/courses/{course}/published", access: .author, bodyLimit: Self.limit) {
                request, context in
                try await publish(request, context)
            },
        ]
    }

    private static let limit = 1024

    private func version(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("course")
        let history = try await site.campus.authoredCourse(key)
        let number = Int(try context.parameters.require("version"))
        guard let version = history.versions.first(where: { $0.number == number }) else {
            throw CampusError.notFound(.noSuchVersion)
        }
        let forecast = try await site.campus.forecast(key, version: version.number)
        return try site.respond(AuthoredVersionPage(history, version, forecast), to: request, in: context)
    }

    private struct SentVersion: Codable {
        let version: Int
    }

    private struct Published: Encodable {
        let version: Int
        /// The number of the version that was published before.
        let from: Int
    }

    private func publish(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("course")
        let number: Int
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): number = try SentBody.json(data).decoded(as: SentVersion.self).version
        case .form(let fields):
            guard let version = fields["version"].flatMap({ Int($0) }) else {
                throw CampusError.invalid("version", .noSuchVersion)
            }
            number = version
        }
        let (applied, from) = try await site.campus.rollBack(key, to: number, by: context.viewer.person.id)
        return try site.changed(
            Published(version: applied.version.number, from: from), in: context.visitor, seeOther: Links.authoredCourse(key))
    }
}

import Campus
import Hummingbird

/// For authors: what is published, and its versions.
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
                return try site.respond(
                    AuthoredCoursePage(model: .init(history.course, history.versions)), to: request, in: context)
            },
        ]
    }
}

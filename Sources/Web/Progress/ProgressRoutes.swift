import Campus
import Hummingbird

/// A learner's own progress.
struct ProgressRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/courses/{course}/progress") { request, context in
                let reading = try await site.campus.myProgress(try context.parameters.require("course"), for: context.viewer)
                return try site.respond(ProgressPage(model: .init(reading)), to: request, in: context)
            }
        ]
    }
}

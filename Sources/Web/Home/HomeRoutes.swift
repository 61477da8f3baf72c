import Campus
import CourseContent
import Essentials
import Hummingbird
import Progress

/// Home, and the list of one's courses.
struct HomeRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/") { request, context in try await home(request, context) },
            .signedIn(.get, "/courses") { request, context in try await courses(request, context) },
            .signedIn(.get, "/help") { request, context in try await help(request, context) },
        ]
    }

    private func home(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await site.campus.home(context.viewer)
        let model = HomeModel(
            following: reading.following, session: reading.session, viewer: context.viewer, now: site.campus.clock.now,
            goal: reading.goal, unreadMessages: reading.unreadMessages, points: reading.points,
            cardsReady: reading.cardsReady)
        return try site.respond(HomePage(model: model), to: request, in: context)
    }

    private func courses(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let following = try await site.campus.following(context.viewer, withStates: false)
        let model = CoursesPage.Model(
            courses: following.map(CourseCard.init), followsLearners: context.viewer.followsLearners)
        return try site.respond(CoursesPage(model: model), to: request, in: context)
    }

    private func help(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let following = try await site.campus.following(context.viewer, withStates: false)
        let model = HelpPage.Model(
            courses: following.map {
                .init(title: $0.course.outline.title, language: $0.course.outline.language, contacts: $0.course.outline.contacts)
            })
        return try site.respond(HelpPage(model: model), to: request, in: context)
    }
}

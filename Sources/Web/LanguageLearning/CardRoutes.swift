import Campus
import Essentials
import Hummingbird
import LanguageLearning

/// Reviews of cards: a session, what was graded, one's own figures and limits.
struct CardRoutes {
    let site: Site

    /// 500 reviews of some 250 bytes.
    private static let limit = 160 * 1024
    private static let limitsLimit = 1024

    var routes: [Route] {
        [
            .signedIn(.get, Links.reviews) { request, context in try await session(request, context) },
            .signedIn(.post, Links.reviews, bodyLimit: Self.limit) { request, context in try await grade(request, context) },
            .signedIn(.get, Links.reviewStatistics) { request, context in
                try site.respond(try await statistics(context), to: request, in: context)
            },
            .signedIn(.post, Links.reviewLimits, bodyLimit: Self.limitsLimit) { request, context in
                try await setLimits(request, context)
            },
        ]
    }

    // MARK: A session

    private func session(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let parameters = request.uri.queryParameters
        let deck = try parameters["deck"].map { try Self.deck(String($0)) }
        let done = min(max(parameters["done"].flatMap { Int($0) } ?? 0, 0), 1000)
        let reading = try await site.campus.reviewSession(context.viewer, deck: deck)
        let now = site.campus.clock.now
        return try site.respond(
            CardsPage(model: .init(reading, now: now), now: now, done: done), to: request, in: context)
    }

    /// `COURSE/ACTIVITY`
    private static func deck(_ text: String) throws -> (course: String, activity: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw CampusError.invalid("deck", .choiceUnknown) }
        return (parts[0], parts[1])
    }

    // MARK: Grades

    private struct Sent: Decodable {
        let events: [Event]

        struct Event: Decodable {
            let id: Identifier<CardReview>
            let course: String
            let activity: String
            let card: String
            let direction: CardDirection
            /// `again`, `hard`, `good`, `easy`; `resumed` for one that was put aside.
            let grade: String
            let occurredAt: Instant
        }
    }

    private struct Kept: Encodable {
        let accepted: [Identifier<CardReview>]
        let replayed: [Identifier<CardReview>]
    }

    private func grade(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var next = Links.reviews
        let reviews: [Campus.SentReview]
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data):
            reviews = try SentBody.json(data).decoded(as: Sent.self).events.map { event in
                guard let act = CardReview.Act(rawValue: event.grade) else {
                    throw CampusError.invalid("grade", .choiceUnknown)
                }
                return Campus.SentReview(
                    id: event.id, course: event.course, activity: event.activity, card: event.card,
                    direction: event.direction, act: act, occurredAt: event.occurredAt)
            }
        case .form(let fields):
            guard let id = Identifier<CardReview>(fields["id"] ?? "") else { throw CampusError.invalid("id", .choiceUnknown) }
            guard let direction = fields["direction"].flatMap(CardDirection.init) else {
                throw CampusError.invalid("direction", .choiceUnknown)
            }
            guard let act = fields["grade"].flatMap(CardReview.Act.init(rawValue:)) else {
                throw CampusError.invalid("grade", .choiceUnknown)
            }
            reviews = [
                Campus.SentReview(
                    id: id, course: fields["course"] ?? "", activity: fields["activity"] ?? "", card: fields["card"] ?? "",
                    direction: direction, act: act, occurredAt: site.campus.clock.now)
            ]
            next = act == .resumed ? Links.reviewStatistics : Self.next(done: fields["done"], deck: fields["deck"])
        }
        let outcome = try await site.campus.gradeCards(reviews, by: context.viewer)
        return try site.changed(
            Kept(accepted: outcome.accepted, replayed: outcome.replayed), in: context.visitor, seeOther: next)
    }

    /// The session goes on; after its last card it begins anew.
    private static func next(done: String?, deck: String?) -> String {
        let done = done.flatMap { Int($0) } ?? 0
        var parts: [String] = []
        if let deck { parts.append("deck=\(Links.encoded(deck))") }
        if done > 0, done < ReviewQueue.sessionSize { parts.append("done=\(done)") }
        return parts.isEmpty ? Links.reviews : Links.reviews + "?" + parts.joined(separator: "&")
    }

    // MARK: Figures and limits

    private func statistics(_ context: SignedInContext) async throws -> CardStatisticsPage {
        let figures = try await site.campus.cardFigures(context.viewer)
        return CardStatisticsPage(model: .init(figures, now: site.campus.clock.now))
    }

    private struct Limits: Codable {
        let newADay: Int
        let reviewsADay: Int
    }

    private func setLimits(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var typed: (new: String, reviews: String)?
        do {
            let limits: Limits
            switch try await request.sentBody(limit: Self.limitsLimit) {
            case .json(let data): limits = try SentBody.json(data).decoded(as: Limits.self)
            case .form(let fields):
                typed = (fields["new"] ?? "", fields["reviews"] ?? "")
                limits = Limits(
                    newADay: fields["new"].flatMap { Int($0) } ?? -1, reviewsADay: fields["reviews"].flatMap { Int($0) } ?? -1)
            }
            try await site.campus.setReviewLimits(
                ReviewLimits(newADay: limits.newADay, reviewsADay: limits.reviewsADay), by: context.viewer)
            return try site.changed(limits, in: context.visitor, seeOther: Links.reviewStatistics)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await statistics(context)
            let problem = Problem(error)
            page.typed = typed
            page.problem = problem
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }
}

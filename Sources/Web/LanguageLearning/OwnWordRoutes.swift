import Campus
import CourseContent
import Essentials
import HTTPTypes
import Hummingbird
import LanguageLearning

/// One's own cards: what an activity offers, taking it, and the list of what was taken.
struct OwnWordRoutes {
    let site: Site

    private static let limit = 8 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/courses/{course}/activities/{activity}/words") { request, context in
                try site.respond(try await page(context), to: request, in: context)
            },
            .signedIn(.post, "/courses/{course}/activities/{activity}/words", bodyLimit: Self.limit) { request, context in
                try await add(request, context)
            },
            .signedIn(.get, Links.ownWords) { request, context in
                let page = OwnWordsPage(
                    model: .init(try await site.campus.ownWords(context.viewer)), now: site.campus.clock.now)
                return try site.respond(page, to: request, in: context)
            },
            .signedIn(.post, "/reviews/words/{word}/removal", bodyLimit: Self.limit) { request, context in
                try await remove(request, context)
            },
        ]
    }

    private func page(_ context: SignedInContext) async throws -> WordsPage {
        let reading = try await site.campus.words(
            at: try context.parameters.require("activity"), of: try context.parameters.require("course"), for: context.viewer)
        return WordsPage(
            model: .init(
                course: reading.course.outline.key, activity: reading.activity.id, title: reading.activity.title,
                language: reading.activity.language, kind: reading.activity.kind,
                offered: OfferedWords(reading.words, addition: reading.addition)))
    }

    // MARK: Taking

    private struct Sent: Decodable {
        let id: Identifier<OwnCardAddition>
        /// Left out for all that is offered.
        let words: [Identifier<OwnCard>]?
    }

    private struct Added: Encodable {
        /// How many this addition brought, now or when it came first.
        let added: Int
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        do {
            let sent: Sent
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: Sent.self)
            case .form(let fields):
                guard let id = Identifier<OwnCardAddition>(fields["id"] ?? "") else {
                    throw CampusError.invalid("id", .choiceUnknown)
                }
                let words = try fields.all("word").map { text in
                    guard let word = Identifier<OwnCard>(text) else { throw CampusError.invalid("word", .choiceUnknown) }
                    return word
                }
                // A list in which nothing was ticked is a choice, too.
                sent = Sent(id: id, words: fields["chosen"] == "yes" ? words : nil)
            }
            let added = try await site.campus.addWords(
                sent.words.map { Set($0) }, at: try context.parameters.require("activity"),
                of: try context.parameters.require("course"), as: sent.id, by: context.viewer)
            return try site.changed(Added(added: added), in: context.visitor, seeOther: Links.ownWords)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            var page = try await page(context)
            let problem = Problem(error)
            page.problem = problem
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    // MARK: Taking away

    private struct Removal: Decodable {
        /// Brings it back.
        let undo: Bool?
    }

    private struct Changed: Encodable {
        let isRemoved: Bool
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = Identifier<OwnCard>(try context.parameters.require("word")) else {
            throw CampusError.notFound(.noSuchWord)
        }
        let isUndone: Bool
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): isUndone = try SentBody.json(data).decoded(as: Removal.self).undo ?? false
        case .form(let fields): isUndone = fields["undo"] == "yes"
        }
        try await site.campus.setWord(id, isRemoved: !isUndone, by: context.viewer)
        return try site.changed(Changed(isRemoved: !isUndone), in: context.visitor, seeOther: Links.ownWords)
    }
}

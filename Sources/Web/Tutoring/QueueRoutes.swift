import Campus
import Essentials
import Hummingbird
import Tutoring

/// What waits for a mark, and the sentences kept for comments.
struct QueueRoutes {
    let site: Site

    private static let limit = 8192

    var routes: [Route] {
        [
            .signedIn(.get, "/to-mark", access: .staff) { request, context in
                let isWhole = context.representation.isTable
                let reading = try await site.campus.markingQueue(
                    after: isWhole ? .start : try position(request) ?? .start, isWhole: isWhole, for: context.viewer)
                return try site.respond(
                    ToMarkPage(model: .init(reading), now: site.campus.clock.now), to: request, in: context)
            },
            // Wherever one comes from: what waits next, or the queue when nothing does.
            .signedIn(.get, "/to-mark/next", access: .staff, isResource: false) { request, context in
                let next = try await site.campus.nextToMark(after: try position(request) ?? .start, for: context.viewer)
                return site.redirect(to: next?.address ?? Links.toMark)
            },
            .signedIn(.get, "/to-mark/sentences", access: .staff) { request, context in
                let kept = try await site.campus.quickSentences(of: context.viewer)
                return try site.respond(SentencesPage(model: .init(kept)), to: request, in: context)
            },
            .signedIn(.post, "/to-mark/sentences", access: .staff, bodyLimit: Self.limit) { request, context in
                try await keep(request, context)
            },
            .signedIn(.post, "/to-mark/sentences/removed", access: .staff, bodyLimit: Self.limit) { request, context in
                try await remove(request, context)
            },
        ]
    }

    /// `?sent=INSTANT&work=ID`: where the page before ended.
    private func position(_ request: Request) throws -> WaitingPosition? {
        let query = request.uri.queryParameters
        guard let sent = query["sent"] else { return nil }
        guard let milliseconds = Int64(sent), let work = query["work"], !work.utf8.contains(0) else {
            throw CampusError.invalid("sent", .choiceUnknown)
        }
        return WaitingPosition(sentAt: Instant(milliseconds: milliseconds), work: String(work))
    }

    private struct SentSentence: Decodable {
        let text: String
    }

    private func keep(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var typed: String?
        do {
            let text: String
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): text = try SentBody.json(data).decoded(as: SentSentence.self).text
            case .form(let fields):
                text = (fields["text"] ?? "").replacing("\r\n", with: "\n")
                typed = text
            }
            let sentence = try await site.campus.keepSentence(text, by: context.viewer)
            return try site.changed(SentenceModel(sentence), in: context.visitor, seeOther: Links.sentences)
        } catch CampusError.invalid(let problems) where context.representation == .html {
            let problem = Problem(CampusError.invalid(problems))
            let kept = try await site.campus.quickSentences(of: context.viewer)
            return try site.respond(
                SentencesPage(model: .init(kept), typed: typed, problem: problem), to: request, in: context,
                status: problem.status)
        }
    }

    private struct RemovedSentence: Codable {
        let sentence: Identifier<QuickSentence>
    }

    private func remove(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let removed: RemovedSentence
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): removed = try SentBody.json(data).decoded(as: RemovedSentence.self)
        case .form(let fields):
            guard let id = Identifier<QuickSentence>(fields["sentence"] ?? "") else {
                throw CampusError.invalid("sentence", .choiceUnknown)
            }
            removed = RemovedSentence(sentence: id)
        }
        try await site.campus.forgetSentence(removed.sentence, by: context.viewer)
        return try site.changed(removed, in: context.visitor, seeOther: Links.sentences)
    }
}

import Assessment
import Campus
import Essentials
import Hummingbird
import Tutoring

/// Texts of attempts that a tutor marks.
struct MarkingRoutes {
    let site: Site

    /// Twenty comments, percent-encoded.
    private static let limit = 512 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts/{cohort}/attempts/{attempt}", access: .staff) { request, context in
                try await page(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/attempts/{attempt}", access: .staff, bodyLimit: Self.limit) { request, context in
                try await mark(request, context)
            },
        ]
    }

    private func page(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try site.respond(MarkingPage(model: .init(try await reading(context))), to: request, in: context)
    }

    private func reading(_ context: SignedInContext) async throws -> Campus.MarkingReading {
        try await site.campus.marking(
            of: try attemptID(context), in: try context.parameters.require("cohort"), for: context.viewer)
    }

    private struct SentMarks: Decodable {
        struct Mark: Decodable {
            let points: Double
            let comment: String?
        }

        /// By question.
        let marks: [String: Mark]
    }

    private struct Marked: Encodable {
        let attempt: Identifier<Attempt>
        /// Left out while a text waits for its points.
        let points: Double?
        let score: Int?
    }

    private func mark(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (key, id) = (try context.parameters.require("cohort"), try attemptID(context))
        var typed: [String: String] = [:]
        var goesOn = false
        do {
            var drafts: [DraftMark]
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data):
                let sent = try SentBody.json(data).decoded(as: SentMarks.self).marks
                drafts = sent.keys.sorted().compactMap { question in
                    sent[question].map { DraftMark(question: question, points: $0.points, comment: $0.comment) }
                }
            case .form(let fields):
                for name in fields.names { typed[name] = fields[name] }
                goesOn = fields["then"] == "next"
                let page = MarkingPage.Model(try await reading(context))
                for text in page.texts {
                    let chosen = fields.all("sentence-\(text.question)")
                    let comment = "comment-\(text.question)"
                    typed[comment] = SentenceChoices.comment(typed[comment], adding: chosen, of: page.sentences)
                }
                drafts = try Self.drafts(typed, of: page)
            }
            let attempt = try await site.campus.mark(id, in: key, with: drafts, by: context.viewer)
            let position = WaitingPosition(sentAt: attempt.sentAt ?? attempt.startedAt, work: id.text)
            let seeOther = goesOn ? Links.nextToMark(after: position) : Links.marking(key, id.text)
            let marked = Marked(attempt: id, points: attempt.result?.points, score: attempt.result?.score)
            return try site.changed(marked, in: context.visitor, seeOther: seeOther)
        } catch CampusError.invalid(let problems) where context.representation == .html {
            let problem = Problem(CampusError.invalid(problems))
            let page = MarkingPage(model: .init(try await reading(context)), typed: typed, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    /// What is new in a form: a text whose points were left empty goes on waiting, and one that was not changed has no new mark.
    private static func drafts(_ typed: [String: String], of page: MarkingPage.Model) throws -> [DraftMark] {
        try page.texts.compactMap { text in
            let written = (typed["points-\(text.question)"] ?? "").filter { !$0.isWhitespace }
            let comment = (typed["comment-\(text.question)"] ?? "").replacing("\r\n", with: "\n")
            let said = comment.allSatisfy(\.isWhitespace) ? nil : comment
            if written.isEmpty, text.marks.isEmpty, said == nil { return nil }
            guard let points = Double(written.replacing(",", with: ".")) else {
                throw CampusError.invalid(
                    text.question, AssessmentError.invalidMark(question: text.question, maximum: text.points).phrase)
            }
            if let last = text.marks.first, last.points == points, last.comment == said { return nil }
            return DraftMark(question: text.question, points: points, comment: said)
        }
    }

    private func attemptID(_ context: SignedInContext) throws -> Identifier<Attempt> {
        guard let id = Identifier<Attempt>(try context.parameters.require("attempt")) else {
            throw CampusError.notFound(.noAttemptToMark)
        }
        return id
    }
}

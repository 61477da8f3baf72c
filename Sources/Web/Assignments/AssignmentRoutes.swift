import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import Hummingbird

/// Assignments: write, hand in, read, mark; and the portfolio.
struct AssignmentRoutes {
    let site: Site

    /// Ten files of 20 MB would be 200: what is sent at once stays below, since it is read whole.
    private static let handInLimit = 32 * 1024 * 1024
    private static let textLimit = 1024 * 1024
    private static let markLimit = 128 * 1024

    var routes: [Route] {
        [
            .signedIn(.post, "/courses/{course}/activities/{activity}/draft", bodyLimit: Self.handInLimit) { request, context in
                try await saveDraft(request, context)
            },
            .signedIn(.post, "/courses/{course}/activities/{activity}/submissions", bodyLimit: Self.handInLimit) {
                request, context in
                try await handIn(request, context)
            },
            .signedIn(.get, "/submissions/{submission}") { request, context in try await submission(request, context) },
            .signedIn(.get, "/submissions/{submission}/files/{position}", isResource: false) { request, context in
                try await file(request, context)
            },
            .signedIn(.post, "/submissions/{submission}/marks", access: .staff, bodyLimit: Self.markLimit) { request, context in
                try await mark(request, context)
            },
            .signedIn(.get, "/portfolio") { request, context in
                let pieces = try await site.campus.portfolio(of: context.viewer)
                let model = PortfolioPage.Model(pieces, name: context.viewer.person.name.full)
                return try site.respond(PortfolioPage(model: model), to: request, in: context)
            },
        ]
    }

    // MARK: Writing

    private struct SentDraft: Decodable {
        let text: String
        let sequence: Int64?
    }

    private struct KeptDraft: Encodable {
        /// To go on from.
        let sequence: Int64
    }

    private func saveDraft(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (course, activity) = try place(context)
        let sent: SentDraft
        let (form, json) = try await request.sentFormOrJSON(limit: Self.handInLimit)
        if let json {
            sent = try json.decoded(as: SentDraft.self)
        } else {
            sent = SentDraft(text: form?.fields["text"] ?? "", sequence: nil)
        }
        let draft = try await site.campus.saveDraft(
            sent.text, sequence: sent.sequence, of: activity, of: course, by: context.viewer)
        return try site.changed(
            KeptDraft(sequence: draft.sequence), in: context.visitor, seeOther: Links.activity(course, activity))
    }

    private struct SentSubmission: Decodable {
        let submission: Identifier<Submission>
        let text: String?
    }

    /// A form with files; or JSON, which has none.
    private func handIn(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (course, activity) = try place(context)
        let id: Identifier<Submission>
        let text: String?
        var files: [Campus.SentFile] = []
        let (form, json) = try await request.sentFormOrJSON(limit: Self.handInLimit)
        if let json {
            let sent = try json.decoded(as: SentSubmission.self)
            (id, text) = (sent.submission, sent.text)
        } else {
            guard let sent = form?.fields["submission"].flatMap({ Identifier<Submission>($0) }) else {
                throw CampusError.invalid("submission", SubmissionError.otherSubmission.phrase)
            }
            (id, text) = (sent, form?.fields["text"])
            files = form?.files.map { Campus.SentFile(name: $0.name, bytes: $0.bytes) } ?? []
        }
        do {
            let (reading, points, isNew) = try await site.campus.handIn(
                id, text: text, files: files, of: activity, of: course, by: context.viewer)
            return try site.changed(
                SubmissionModel(reading, of: points), in: context.visitor, seeOther: Links.activity(course, activity),
                status: isNew ? .created : .ok)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await again(error, typed: text, course, activity, request, context)
        }
    }

    /// The page with what was typed and what is wrong; the text is kept, so that nothing is lost.
    private func again(
        _ error: CampusError, typed: String?, _ course: String, _ activity: String, _ request: Request, _ context: SignedInContext
    ) async throws -> Response {
        if let typed, typed.unicodeScalars.count <= 100_000 {
            _ = try await site.campus.saveDraft(typed, sequence: nil, of: activity, of: course, by: context.viewer)
        }
        let reading = try await site.campus.activity(activity, of: course, for: context.viewer)
        guard case .assignment(let assignment) = reading.content else { throw error }
        let kept = try await site.campus.assignment(at: reading)
        let problem = Problem(error)
        let page = AssignmentPage(
            model: AssignmentModel(assignment, reading, kept, newID: .new(at: site.campus.clock.now)), typed: typed,
            problem: problem)
        return try respond(page, to: request, in: context, status: problem.status)
    }

    /// The page of an assignment; of one that is spoken, with leave to ask for the microphone.
    func respond(
        _ page: AssignmentPage, to request: Request, in context: SignedInContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var response = try site.respond(page, to: request, in: context, status: status)
        if page.model.files?.recordingSeconds != nil {
            response.headers[.permissionsPolicy] = SecurityHeaders.allowingMicrophone()
        }
        return response
    }

    // MARK: Reading

    private func submission(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let handed = try await site.campus.submission(try id(context), for: context.viewer)
        return try site.respond(SubmissionPage(model: .init(handed)), to: request, in: context)
    }

    /// Always saved, never shown in the page's place: it is somebody's file, and runs nothing here.
    private func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let position = Int(try context.parameters.require("position")) else { throw CampusError.notFound(.noSuchFile) }
        let (file, location) = try await site.campus.submittedFile(position, of: try id(context), for: context.viewer)
        let headers: HTTPFields = [
            .contentType: file.mediaType, .cacheControl: "private, no-store",
            .contentSecurityPolicy: "default-src 'none'; sandbox",
            .contentDisposition: "attachment; filename*=UTF-8''" + Links.encoded(file.name),
        ]
        return Response(
            status: .ok, headers: headers, body: try await FileBody.body(of: location, parts: [.bytes(0..<file.size)]))
    }

    // MARK: Marking

    private struct MarkToGive: Decodable {
        let points: Double?
        let comment: String?
        let levels: [String: String]?
    }

    private func mark(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        var typed: SentMark?
        var seeOther = Links.handedIn(id.text)
        do {
            let sent: MarkToGive
            switch try await request.sentBody(limit: Self.markLimit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: MarkToGive.self)
            case .form(let fields):
                let levels = fields.names.filter { $0.hasPrefix("levels.") }
                    .reduce(into: [String: String]()) { $0[String($1.dropFirst(7))] = fields[$1] }
                var comment = fields["comment"]
                let chosen = fields.all("sentence")
                if !chosen.isEmpty || fields["then"] == "next" {
                    let page = SubmissionPage.Model(try await site.campus.submission(id, for: context.viewer))
                    comment = SentenceChoices.comment(comment, adding: chosen, of: page.sentences ?? [])
                    if fields["then"] == "next" { seeOther = Links.nextToMark(after: page.position) }
                }
                typed = SentMark(points: fields["points"], comment: comment, levels: levels)
                let points = (fields["points"] ?? "").trimmingSpaces().replacing(",", with: ".")
                sent = MarkToGive(points: Double(points), comment: comment, levels: levels)
            }
            let (mark, maximum) = try await site.campus.mark(
                id, levels: sent.levels ?? [:], points: sent.points, comment: sent.comment, by: context.viewer)
            let model = SubmissionModel.Mark(
                markedAt: mark.markedAt, points: mark.points, maximumPoints: maximum, score: mark.score,
                comment: mark.comment, levels: mark.levels)
            return try site.changed(model, in: context.visitor, seeOther: seeOther)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let handed = try await site.campus.submission(id, for: context.viewer)
            let problem = Problem(error)
            let page = SubmissionPage(model: .init(handed), typed: typed, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    // MARK: Parts

    private func place(_ context: SignedInContext) throws -> (course: String, activity: String) {
        (try context.parameters.require("course"), try context.parameters.require("activity"))
    }

    private func id(_ context: SignedInContext) throws -> Identifier<Submission> {
        guard let id = Identifier<Submission>(try context.parameters.require("submission")) else {
            throw CampusError.notFound(.noSuchSubmission)
        }
        return id
    }
}

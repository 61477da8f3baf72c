import Assessment
import Campus
import CourseContent
import Essentials
import HTTPTypes
import Hummingbird
import Progress

/// Attempts at quizzes: begin, keep answers, review, send, read the correction.
struct QuizRoutes {
    let site: Site

    /// 500 questions with answers of 500 characters.
    private static let answersLimit = 1024 * 1024

    var routes: [Route] {
        [
            .signedIn(.post, "/courses/{course}/activities/{activity}/attempts", bodyLimit: 1024) { request, context in
                try await start(request, context)
            },
            .signedIn(.get, "/attempts/{attempt}") { request, context in try await attempt(request, context) },
            .signedIn(.get, "/attempts/{attempt}/review") { request, context in try await review(request, context) },
            .signedIn(.post, "/attempts/{attempt}/answers", bodyLimit: Self.answersLimit) { request, context in
                try await save(request, context)
            },
            .signedIn(.post, "/attempts/{attempt}/submission", bodyLimit: Self.answersLimit) { request, context in
                try await submit(request, context)
            },
        ]
    }

    private struct Started: Encodable {
        let attempt: Identifier<Attempt>
        let number: Int
    }

    private func start(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let course = try context.parameters.require("course")
        let activity = try context.parameters.require("activity")
        let (attempt, isNew) = try await site.campus.startAttempt(at: activity, of: course, by: context.viewer)
        return try site.changed(
            Started(attempt: attempt.id, number: attempt.number), in: context.visitor,
            seeOther: Links.attempt(attempt.id.text), status: isNew ? .created : .ok)
    }

    /// While it is open, the questions; once it is sent, the correction.
    private func attempt(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await reading(context)
        let model = AttemptModel(reading, now: site.campus.clock.now)
        if reading.marked != nil {
            let next = LessonModel.Neighbour(reading.course.following(reading.activity.id))
            return try site.respond(ResultPage(model: model, next: next), to: request, in: context)
        }
        let page = AttemptPage(model: model, quiz: reading.attempt.contentDigest, bodies: site.questions)
        return try site.respond(page, to: request, in: context)
    }

    private func review(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await reading(context)
        guard reading.marked == nil else { return site.redirect(to: Links.attempt(reading.attempt.id.text)) }
        return try site.respond(ReviewPage(model: AttemptModel(reading, now: site.campus.clock.now)), to: request, in: context)
    }

    // MARK: Answers

    private struct SentAnswers: Decodable {
        let sequence: Int64?
        let answers: [String: RawResponse?]

        var drafts: [DraftAnswer] {
            answers.keys.sorted().map { question in
                DraftAnswer(question: question, response: (answers[question] ?? nil) ?? .one(""), sequence: sequence)
            }
        }
    }

    private struct Saved: Encodable {
        let saved: [String]
        let superseded: [String]
        /// The highest sequence kept, to go on from.
        let sequence: Int64
    }

    private func save(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try attemptID(context)
        let drafts = try await drafts(request, id, context)
        let outcome = try await site.campus.saveAnswers(drafts, to: id, by: context.viewer)
        let saved = Saved(
            saved: outcome.saved, superseded: outcome.superseded,
            sequence: drafts.compactMap(\.sequence).max() ?? site.campus.clock.now.milliseconds)
        return try site.changed(saved, in: context.visitor, seeOther: Links.review(id.text))
    }

    private struct Submitted: Encodable {
        let attempt: Identifier<Attempt>
        /// Left out while a tutor has texts to mark; then `isWaiting` is true.
        let score: Int?
        let points: Double?
        let isWaiting: Bool
        let maximumPoints: Double
    }

    private func submit(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try attemptID(context)
        let drafts = try await drafts(request, id, context)
        let marked = try await site.campus.submit(id, with: drafts, by: context.viewer)
        let submitted = Submitted(
            attempt: id, score: marked.result?.score, points: marked.result?.points, isWaiting: marked.attempt.isWaiting,
            maximumPoints: marked.attempt.maximumPoints)
        return try site.changed(submitted, in: context.visitor, seeOther: Links.attempt(id.text))
    }

    /// The answers in a form or in JSON. A form holds every question of the page; what is not in it has no answer.
    private func drafts(
        _ request: Request, _ id: Identifier<Attempt>, _ context: SignedInContext
    ) async throws -> [DraftAnswer] {
        let body = try await request.sentBody(limit: Self.answersLimit)
        guard case .form(let fields) = body else { return try body.decoded(as: SentAnswers.self).drafts }
        guard !fields.names.isEmpty else { return [] }
        let reading = try await site.campus.attempt(id, for: context.viewer)
        let known = Set(reading.quiz.questions.flatMap(Self.names))
        if let unknown = fields.names.filter({ !known.contains($0) }).min() {
            throw CampusError.invalid(unknown, AssessmentError.unknownQuestion(unknown).phrase)
        }
        return reading.quiz.questions.map { question in
            if let parts = question.body.parts {
                return DraftAnswer(question: question.id, response: Self.response(parts, of: question.id, in: fields))
            }
            let values = fields.all(question.id)
            if case .multiple = question.body { return DraftAnswer(question: question.id, response: .several(values)) }
            return DraftAnswer(question: question.id, response: values.count > 1 ? .several(values) : .one(values.first ?? ""))
        }
    }

    /// The names of the fields of a question.
    private static func names(_ question: Question) -> [String] {
        question.body.parts?.map { FieldName.of($0.id, in: question.id) } ?? [question.id]
    }

    private static func response(_ parts: [QuestionPart], of question: String, in fields: FormFields) -> RawResponse {
        var values: [String: String?] = [:]
        for part in parts {
            let given = fields.all(FieldName.of(part.id, in: question))
            // No form of ours has a field twice.
            if given.count > 1 { return .several(given) }
            values[part.id] = given.first
        }
        return .parts(values)
    }

    private func reading(_ context: SignedInContext) async throws -> Campus.AttemptReading {
        try await site.campus.attempt(try attemptID(context), for: context.viewer)
    }

    private func attemptID(_ context: SignedInContext) throws -> Identifier<Attempt> {
        guard let id = Identifier<Attempt>(try context.parameters.require("attempt")) else {
            throw CampusError.notFound(.noSuchAttempt)
        }
        return id
    }
}

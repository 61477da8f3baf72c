import Accounts
import Assessment
import Campus
import Essentials
import Hummingbird
import Progress
import Tutoring

/// For those who follow learners: their cohorts, the learners of one, one learner.
struct CohortRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/cohorts", access: .staff) { request, context in try await cohorts(request, context) },
            .signedIn(.get, "/cohorts/{cohort}", access: .staff) { request, context in try await cohort(request, context) },
            .signedIn(.get, "/cohorts/{cohort}/learners/{person}", access: .staff) { request, context in
                try await learner(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/learners/{person}/courses/{course}/timeline", access: .staff) { request, context in
                try await timeline(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/learners/{person}/notes", access: .staff, bodyLimit: Self.noteLimit) {
                request, context in
                try await note(request, context)
            },
            // The disability officer follows nobody's progress and decides on time: Campus says who may.
            .signedIn(.get, "/extra-time") { request, context in
                let times = try await site.campus.cohortTimes(for: context.viewer)
                return try site.respond(ExtraTimesPage(model: .init(times)), to: request, in: context)
            },
            .signedIn(.get, "/cohorts/{cohort}/learners/{person}/extra-time") { request, context in
                try await extraTime(request, context)
            },
            .signedIn(.post, "/cohorts/{cohort}/learners/{person}/extra-time", bodyLimit: Self.limit) { request, context in
                try await setExtraTime(request, context)
            },
        ]
    }

    private static let limit = 1024
    private static let noteLimit = 32_768

    private func cohorts(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let followed = try await site.campus.followedCohorts(context.viewer)
        return try site.respond(
            CohortsPage(model: .init(followed, mayMake: context.viewer.mayMakeCohorts)), to: request, in: context)
    }

    private func cohort(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let isWhole = context.representation.isTable
        let reading = try await site.campus.cohort(
            key, after: isWhole ? nil : try position(request), isWhole: isWhole, for: context.viewer)
        var page = CohortPage(model: .init(reading), now: site.campus.clock.now)
        page.mayManage = context.viewer.roles.mayManage(reading.cohort.id)
        return try site.respond(page, to: request, in: context)
    }

    private func learner(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("cohort")
        let reading = try await site.campus.learner(try person(context), in: key, for: context.viewer)
        let page = LearnerPage(
            model: .init(reading), now: site.campus.clock.now,
            mayAdaptPace: context.viewer.roles.mayAdaptPace(in: reading.cohort.id))
        return try site.respond(page, to: request, in: context)
    }

    private func timeline(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var before: Int?
        if let typed = request.uri.queryParameters["before"] {
            guard let number = Int(typed), number > 0 else { throw CampusError.invalid("before", .choiceUnknown) }
            before = min(number, Int(Int32.max))
        }
        let reading = try await site.campus.timeline(
            of: try person(context), course: try context.parameters.require("course"),
            in: try context.parameters.require("cohort"), before: before, for: context.viewer)
        return try site.respond(TimelinePage(model: .init(reading)), to: request, in: context)
    }

    private struct SentNote: Decodable {
        let text: String
    }

    private struct KeptNote: Encodable {
        let at: Instant
        let text: String
    }

    private func note(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (key, id) = (try context.parameters.require("cohort"), try person(context))
        var typed: String?
        do {
            let text: String
            switch try await request.sentBody(limit: Self.noteLimit) {
            case .json(let data): text = try SentBody.json(data).decoded(as: SentNote.self).text
            case .form(let fields):
                text = (fields["text"] ?? "").replacing("\r\n", with: "\n")
                typed = text
            }
            let note = try await site.campus.addNote(text, about: id, in: key, by: context.viewer)
            return try site.changed(
                KeptNote(at: note.at, text: note.text), in: context.visitor, seeOther: Links.learner(key, id.text))
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let reading = try await site.campus.learner(id, in: key, for: context.viewer)
            let page = LearnerPage(model: .init(reading), now: site.campus.clock.now, typed: typed, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func extraTime(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await extraTime(context)
        let mayReview = context.viewer.mayReview(reading.cohort.id)
        return try site.respond(ExtraTimePage(model: .init(reading), mayReview: mayReview), to: request, in: context)
    }

    private func extraTime(_ context: SignedInContext) async throws -> Campus.ExtraTimeReading {
        try await site.campus.extraTime(
            of: try person(context), in: try context.parameters.require("cohort"), for: context.viewer)
    }

    private struct SentPercent: Codable {
        let percent: Int
    }

    private func setExtraTime(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (key, id) = (try context.parameters.require("cohort"), try person(context))
        var typed: String?
        do {
            let percent: Int
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): percent = try SentBody.json(data).decoded(as: SentPercent.self).percent
            case .form(let fields):
                typed = fields["percent"] ?? ""
                guard let number = typed.flatMap({ Int($0.filter { !$0.isWhitespace && $0 != "%" }) }) else {
                    throw CampusError.invalid("percent", AssessmentError.invalidExtraTime.phrase)
                }
                percent = number
            }
            try await site.campus.setExtraTime(percent, of: id, in: key, by: context.viewer)
            return try site.changed(
                SentPercent(percent: percent), in: context.visitor, seeOther: Links.extraTime(key, id.text))
        } catch let error as CampusError where context.representation == .html && error.isInvalid {
            let problem = Problem(error)
            let reading = try await extraTime(context)
            let page = ExtraTimePage(
                model: .init(reading), mayReview: context.viewer.mayReview(reading.cohort.id), typed: typed, problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func person(_ context: SignedInContext) throws -> Identifier<Person> {
        guard let id = Identifier<Person>(try context.parameters.require("person")) else {
            throw CampusError.notFound(.noSuchLearner)
        }
        return id
    }

    /// `?after=ENROLMENT&name=SORTKEY&left=true`: where the page before ended.
    private func position(_ request: Request) throws -> CohortPosition? {
        let query = request.uri.queryParameters
        guard let after = query["after"] else { return nil }
        guard let enrolment = Identifier<Enrolment>(String(after)), let name = query["name"], !name.utf8.contains(0) else {
            throw CampusError.invalid("after", .choiceUnknown)
        }
        return CohortPosition(hasLeft: query["left"] == "true", sortKey: String(name), enrolment: enrolment)
    }
}

extension CampusError {
    /// What a form shows beside its field.
    var isInvalid: Bool {
        if case .invalid = self { return true }
        return false
    }
}

import Accounts
import Campus
import Essentials
import Hummingbird
import Scheduling

/// My agenda, a session, and planning them.
struct AgendaRoutes {
    let site: Site

    var routes: [Route] {
        [
            .signedIn(.get, "/agenda") { request, context in try await agenda(request, context) },
            .signedIn(.get, "/sessions/{session}") { request, context in try await session(request, context) },
            .signedIn(.post, "/sessions/{session}", bodyLimit: Self.limit) { request, context in
                try await change(request, context)
            },
            .signedIn(.get, "/sessions/{session}/change") { request, context in try await form(request, context) },
            .signedIn(.post, "/sessions/{session}/cancellation", bodyLimit: Self.limit) { request, context in
                try await cancel(request, context)
            },
            .signedIn(.get, "/cohorts/{cohort}/sessions/new") { request, context in try await newForm(request, context) },
            .signedIn(.post, "/cohorts/{cohort}/sessions", bodyLimit: Self.limit) { request, context in
                try await plan(request, context)
            },
        ]
    }

    private static let limit = 16 * 1024

    private func agenda(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = request.uri.queryParameters
        let now = site.campus.clock.now
        guard let span = AgendaPage.Span(rawValue: query["view"].map { String($0) } ?? "week") else {
            throw CampusError.invalid("view", .choiceUnknown)
        }
        let today = WallZone.paris.wallTime(now).day
        guard let around = query["from"].map({ CalendarDay($0) }) ?? today else {
            throw CampusError.invalid("from", .notADay)
        }
        let (first, end) = AgendaPage.Model.bounds(span, around: around)
        let filter = Campus.AgendaFilter(
            trainer: query["trainer"].map { String($0) }, place: query["place"].map { String($0) })
        let reading = try await site.campus.agenda(from: first, until: end, filter: filter, for: context.viewer)
        let page = AgendaPage(model: .init(reading, span: span, from: around, filter: filter, now: now))
        return try site.respond(page, to: request, in: context)
    }

    private func session(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await site.campus.session(try id(context), for: context.viewer)
        return try site.respond(SessionPage(model: .init(reading, now: site.campus.clock.now)), to: request, in: context)
    }

    // MARK: Planning

    private struct Planned: Encodable {
        let session: String
        let revision: Int
        let status: SessionStatus
        let startsAt: Instant
        /// How many were planned or changed together; missing for one.
        let count: Int?

        init(_ session: ClassSession, count: Int = 1) {
            self.count = count > 1 ? count : nil
            self.session = session.id.text
            revision = session.revision
            status = session.status
            startsAt = session.startsAt
        }
    }

    /// What a program sends; a form sends the same names.
    private struct Sent: Decodable {
        let kind: String
        let title: String
        let day: String
        let hour: String
        let minutes: Int
        let zone: String?
        let group: String?
        let trainers: [String]?
        let place: String?
        let link: String?
        let notes: String?
        let published: Bool?
        let force: Bool?
        let until: String?
        let weekdays: [Int]?
        let scope: SeriesScope?

        var series: TypedSeries { TypedSeries(until: until ?? "", weekdays: Set(weekdays ?? []), scope: scope ?? .one) }

        var typed: Campus.TypedSession {
            Campus.TypedSession(
                kind: kind, title: title, day: day, hour: hour, duration: "\(minutes)", zone: zone ?? "", group: group ?? "",
                trainers: trainers ?? [], place: place ?? "", link: link ?? "", notes: notes ?? "", isPublished: published ?? true
            )
        }
    }

    private func sent(_ request: Request) async throws -> (Campus.TypedSession, force: Bool, series: TypedSeries) {
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data):
            let sent = try SentBody.json(data).decoded(as: Sent.self)
            return (sent.typed, sent.force ?? false, sent.series)
        case .form(let fields):
            func field(_ name: String) -> String { fields[name] ?? "" }
            // A room that Rebond makes stands where an address would.
            let link = field("room").isEmpty ? field("link") : "room:" + field("room")
            let typed = Campus.TypedSession(
                kind: field("kind"), title: field("title"), day: field("day"), hour: field("hour"), duration: field("minutes"),
                zone: field("zone"), group: field("group"), trainers: fields.all("trainers"), place: field("place"),
                link: link,
                notes: field("notes"), isPublished: fields["published"] != nil)
            return (typed, fields["force"] != nil, TypedSeries(fields))
        }
    }

    private func newForm(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let choices = try await site.campus.sessionChoices(in: try context.parameters.require("cohort"), for: context.viewer)
        let tomorrow = WallZone.paris.wallTime(site.campus.clock.now).day.adding(days: 1)
        let typed = Campus.TypedSession(day: tomorrow.text, hour: "09:30", duration: "90")
        return try site.respond(SessionFormPage(model: .init(typed, session: nil, choices)), to: request, in: context)
    }

    private func form(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await site.campus.typedSession(try id(context), for: context.viewer)
        let model = SessionFormPage.Model(found.typed, session: found.session.id.text, found.choices, series: found.series)
        return try site.respond(SessionFormPage(model: model), to: request, in: context)
    }

    private func plan(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let cohort = try context.parameters.require("cohort")
        let (typed, force, series) = try await sent(request)
        do {
            let days =
                series.until.isEmpty
                ? [typed.day]
                : try Campus.seriesDays(from: typed.day, until: series.until, on: series.weekdays).map(\.text)
            let made = try await site.campus.planSeries(typed, on: days, in: cohort, force: force, by: context.viewer)
            guard let session = made.first else { throw CampusError.notFound(.noSuchSession) }
            return try site.changed(
                Planned(session, count: made.count), in: context.visitor, seeOther: Links.session(session.id.text),
                status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let choices = try await site.campus.sessionChoices(in: cohort, for: context.viewer)
            return try again(error, .init(typed, session: nil, choices), series, request, context)
        }
    }

    private func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let (typed, force, series) = try await sent(request)
        do {
            let changed = try await site.campus.changeSeries(id, to: typed, series.scope, force: force, by: context.viewer)
            guard let session = changed.first(where: { $0.id == id }) else { throw CampusError.notFound(.noSuchSession) }
            return try site.changed(
                Planned(session, count: changed.count), in: context.visitor, seeOther: Links.session(id.text))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let found = try await site.campus.typedSession(id, for: context.viewer)
            let model = SessionFormPage.Model(typed, session: id.text, found.choices, series: found.series)
            return try again(error, model, series, request, context)
        }
    }

    private func again(
        _ error: CampusError, _ model: SessionFormPage.Model, _ series: TypedSeries, _ request: Request,
        _ context: SignedInContext
    ) throws -> Response {
        let problem = Problem(error)
        return try site.respond(
            SessionFormPage(model: model, problem: problem, typedSeries: series), to: request, in: context, status: problem.status
        )
    }

    private struct SentReason: Decodable {
        let reason: String
        let scope: SeriesScope?
    }

    private func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let sent: SentReason =
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): try SentBody.json(data).decoded(as: SentReason.self)
            case .form(let fields): SentReason(reason: fields["reason"] ?? "", scope: TypedSeries(fields).scope)
            }
        do {
            let cancelled = try await site.campus.cancelSeries(
                id, reason: sent.reason, sent.scope ?? .one, by: context.viewer)
            guard let session = cancelled.first(where: { $0.id == id }) else { throw CampusError.notFound(.noSuchSession) }
            return try site.changed(
                Planned(session, count: cancelled.count), in: context.visitor, seeOther: Links.session(id.text))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            let reading = try await site.campus.session(id, for: context.viewer)
            let problem = Problem(error)
            let page = SessionPage(model: .init(reading, now: site.campus.clock.now), problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func id(_ context: SignedInContext) throws -> Identifier<ClassSession> {
        guard let id = Identifier<ClassSession>(try context.parameters.require("session")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        return id
    }
}

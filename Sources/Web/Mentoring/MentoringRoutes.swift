import Accounts
import Campus
import Essentials
import Hummingbird
import Scheduling

/// Booking a meeting, moving and cancelling it, and noting what came of it.
struct MentoringRoutes {
    let site: Site

    private static let limit = 32 * 1024

    var routes: [Route] {
        [
            .signedIn(.get, "/mentoring") { request, context in try await mentoring(request, context) },
            .signedIn(.get, "/mentoring/slots/{host}/{start}") { request, context in try await slot(request, context) },
            .signedIn(.post, "/mentoring/slots/{host}/{start}", bodyLimit: Self.limit) { request, context in
                try await book(request, context)
            },
            .signedIn(.get, "/mentoring/meetings/{meeting}") { request, context in
                let reading = try await site.campus.meeting(try id(context), for: context.viewer)
                return try site.respond(MeetingPage(model: .init(reading, now: site.campus.clock.now)), to: request, in: context)
            },
            .signedIn(.get, "/mentoring/meetings/{meeting}/move") { request, context in
                let (meeting, slots) = try await site.campus.moves(of: try id(context), for: context.viewer)
                return try site.respond(MoveMeetingPage(model: .init(meeting, slots)), to: request, in: context)
            },
            .signedIn(.post, "/mentoring/meetings/{meeting}/move", bodyLimit: Self.limit) { request, context in
                try await move(request, context)
            },
            .signedIn(.post, "/mentoring/meetings/{meeting}/cancellation", bodyLimit: Self.limit) { request, context in
                try await cancel(request, context)
            },
            .signedIn(.post, "/mentoring/meetings/{meeting}/notes", bodyLimit: Self.limit) { request, context in
                try await report(request, context)
            },
        ]
    }

    private func mentoring(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await site.campus.mentoring(for: context.viewer)
        let chosen = request.uri.queryParameters["host"].map { String($0) }
        let model = MentoringPage.Model(
            reading, viewer: context.viewer.person.id, chosen: chosen, now: site.campus.clock.now)
        return try site.respond(MentoringPage(model: model), to: request, in: context)
    }

    // MARK: Booking

    private struct Booked: Encodable {
        let meeting: String
        let startsAt: Instant
        let revision: Int
        let isCancelled: Bool

        init(_ meeting: MentoringMeeting) {
            self.meeting = meeting.id.text
            startsAt = meeting.startsAt
            revision = meeting.revision
            isCancelled = meeting.isCancelled
        }
    }

    private struct Booking: Decodable {
        let meeting: Identifier<MentoringMeeting>
        let topic: String?
        let force: Bool?
    }

    private func slot(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (host, start) = try place(context)
        return try site.respond(try await slotPage(host, start, context), to: request, in: context)
    }

    private func slotPage(
        _ host: Identifier<Person>, _ start: Instant, _ context: SignedInContext,
        meeting: Identifier<MentoringMeeting>? = nil
    ) async throws -> SlotPage {
        let (found, slot) = try await site.campus.slot(of: host, at: start, for: context.viewer)
        return SlotPage(model: .init(found, slot, meeting: meeting ?? .new(at: site.campus.clock.now)))
    }

    private func book(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let (host, start) = try place(context)
        let booking: Booking
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): booking = try SentBody.json(data).decoded(as: Booking.self)
        case .form(let fields):
            booking = Booking(
                meeting: fields["meeting"].flatMap { Identifier($0) } ?? .new(at: site.campus.clock.now), topic: fields["topic"],
                force: fields["force"] != nil)
        }
        do {
            let meeting = try await site.campus.bookMeeting(
                booking.meeting, with: host, at: start, topic: booking.topic, force: booking.force ?? false, by: context.viewer)
            return try site.changed(
                Booked(meeting), in: context.visitor, seeOther: Links.meeting(meeting.id.text), status: .created)
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            guard var page = try? await slotPage(host, start, context, meeting: booking.meeting) else { throw error }
            let problem = Problem(error)
            page.topic = booking.topic ?? ""
            page.problem = problem
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    // MARK: Changing

    private struct Move: Decodable {
        let start: Instant
        let force: Bool?
    }

    private struct Reason: Decodable {
        let reason: String
    }

    private func move(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let move: Move
        switch try await request.sentBody(limit: Self.limit) {
        case .json(let data): move = try SentBody.json(data).decoded(as: Move.self)
        case .form(let fields):
            guard let start = Self.instant(fields["start"] ?? "") else {
                throw CampusError.invalid("start", .choiceUnknown)
            }
            move = Move(start: start, force: fields["force"] != nil)
        }
        do {
            let meeting = try await site.campus.moveMeeting(id, to: move.start, force: move.force ?? false, by: context.viewer)
            return try site.changed(Booked(meeting), in: context.visitor, seeOther: Links.meeting(id.text))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            guard let (meeting, slots) = try? await site.campus.moves(of: id, for: context.viewer) else { throw error }
            let problem = Problem(error)
            let page = MoveMeetingPage(model: .init(meeting, slots), problem: problem)
            return try site.respond(page, to: request, in: context, status: problem.status)
        }
    }

    private func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let reason =
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): try SentBody.json(data).decoded(as: Reason.self).reason
            case .form(let fields): fields["reason"] ?? ""
            }
        do {
            let meeting = try await site.campus.cancelMeeting(id, reason: reason, by: context.viewer)
            return try site.changed(Booked(meeting), in: context.visitor, seeOther: Links.meeting(id.text))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await again(error, ["reason": reason], id, request, context)
        }
    }

    private struct SentReport: Codable {
        let outcome: MeetingOutcome
        let shared: String?
        let restricted: String?
        let nextStep: String?
        let nextDay: CalendarDay?
    }

    private func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        var typed: [String: String] = [:]
        do {
            let sent: SentReport
            switch try await request.sentBody(limit: Self.limit) {
            case .json(let data): sent = try SentBody.json(data).decoded(as: SentReport.self)
            case .form(let fields):
                for name in ["outcome", "shared", "restricted", "nextStep", "nextDay"] {
                    typed[name] = fields[name]?.replacing("\r\n", with: "\n") ?? ""
                }
                guard let outcome = MeetingOutcome(rawValue: typed["outcome"] ?? "") else {
                    throw CampusError.invalid("outcome", .choiceUnknown)
                }
                let day = typed["nextDay"] ?? ""
                if !day.isEmpty, CalendarDay(day) == nil { throw CampusError.invalid("nextDay", .notADay) }
                sent = SentReport(
                    outcome: outcome, shared: typed["shared"], restricted: typed["restricted"], nextStep: typed["nextStep"],
                    nextDay: CalendarDay(day))
            }
            let kept = try await site.campus.reportMeeting(
                id,
                MeetingReport(
                    outcome: sent.outcome, shared: sent.shared, restricted: sent.restricted, nextStep: sent.nextStep,
                    nextDay: sent.nextDay), by: context.viewer)
            let answer = SentReport(
                outcome: kept.outcome, shared: kept.shared, restricted: kept.restricted, nextStep: kept.nextStep,
                nextDay: kept.nextDay)
            return try site.changed(answer, in: context.visitor, seeOther: Links.meeting(id.text))
        } catch let error as CampusError where context.representation == .html && error.isAboutForm {
            return try await again(error, typed, id, request, context)
        }
    }

    private func again(
        _ error: CampusError, _ typed: [String: String], _ id: Identifier<MentoringMeeting>, _ request: Request,
        _ context: SignedInContext
    ) async throws -> Response {
        let reading = try await site.campus.meeting(id, for: context.viewer)
        let problem = Problem(error)
        let page = MeetingPage(model: .init(reading, now: site.campus.clock.now), typed: typed, problem: problem)
        return try site.respond(page, to: request, in: context, status: problem.status)
    }

    // MARK: Addresses

    private func id(_ context: SignedInContext) throws -> Identifier<MentoringMeeting> {
        guard let id = Identifier<MentoringMeeting>(try context.parameters.require("meeting")) else {
            throw CampusError.notFound(.noSuchMeeting)
        }
        return id
    }

    private func place(_ context: SignedInContext) throws -> (Identifier<Person>, Instant) {
        guard let host = Identifier<Person>(try context.parameters.require("host")),
            let start = Self.instant(try context.parameters.require("start"))
        else { throw CampusError.notFound(.slotIsGone) }
        return (host, start)
    }

    /// A moment in milliseconds, of this century.
    private static func instant(_ text: String) -> Instant? {
        Int64(text).flatMap { (0..<4_102_444_800_000).contains($0) ? Instant(milliseconds: $0) : nil }
    }
}

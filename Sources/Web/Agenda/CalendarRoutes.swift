import Accounts
import Campus
import Essentials
import HTTPTypes
import Hummingbird
import NIOCore
import Scheduling

/// Sessions for calendar programs.
struct CalendarRoutes {
    let site: Site

    /// What stands in the log in the place of an address that opens a calendar.
    static let feed = "/calendar/{feed}.ics"

    var routes: [Route] {
        [
            .signedIn(.get, "/sessions/{session}.ics", isResource: false) { request, context in
                try await session(request, context)
            },
            .signedIn(.get, "/mentoring/meetings/{meeting}.ics", isResource: false) { request, context in
                guard let id = Identifier<MentoringMeeting>(try context.parameters.require("meeting")) else {
                    throw CampusError.notFound(.noSuchMeeting)
                }
                return answer(try await site.campus.calendar(of: id, for: context.viewer), request, name: "rendez-vous.ics")
            },
            .visitor(.get, Self.feed, isResource: false) { request, context in try await feed(request, context) },
            .signedIn(.get, "/agenda/feed") { request, context in try await page(request, context, token: nil) },
            .signedIn(.post, "/agenda/feed") { request, context in
                let token = try await site.campus.makeCalendarFeed(for: context.viewer)
                return try await page(request, context, token: token)
            },
            .signedIn(.post, "/agenda/feed/revocation") { _, context in
                try await site.campus.revokeCalendarFeed(of: context.viewer)
                return try site.changed(Revoked(), in: context.visitor, seeOther: Links.calendarFeed)
            },
        ]
    }

    private struct Revoked: Encodable {
        let revoked = true
    }

    private func session(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = Identifier<ClassSession>(try context.parameters.require("session")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        let reading = try await site.campus.calendar(of: id, for: context.viewer)
        return answer(reading, request, name: "seance.ics")
    }

    private func feed(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let reading = try await site.campus.subscribedCalendar(try context.parameters.require("feed"))
        return answer(reading, request, name: "agenda.ics", method: "PUBLISH")
    }

    /// One session as a file.
    private func answer(_ reading: Campus.CalendarReading, _ request: Request, name: String) -> Response {
        let status = reading.entries.first?.session.status
        return answer(reading, request, name: name, method: status == .cancelled ? "CANCEL" : "PUBLISH")
    }

    private func answer(_ reading: Campus.CalendarReading, _ request: Request, name: String, method: String) -> Response {
        let words = Words(reading.language, icons: "")
        let base = base(request)
        let texts = SessionCalendar.Texts(
            name: site.settings.siteName, cancelled: words(.sessionCancelled), reminder: words(.calendarReminder))
        let bytes = SessionCalendar.text(reading.entries, texts: texts) { session in
            base + (session.plan.kind == .mentoring ? Links.meeting(session.id.text) : Links.session(session.id.text))
        }
        let tag = EntityTag(bytes)
        var headers: HTTPFields = [
            .eTag: tag.text, .cacheControl: "private, no-cache", .contentLanguage: reading.language.rawValue,
        ]
        if tag.matches(request.headers) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "text/calendar; charset=utf-8; method=\(method)"
        headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// Where the site is reached: what the operator said, otherwise what was asked.
    private func base(_ request: Request) -> String {
        site.settings.publicAddress ?? "http://" + (request.head.authority ?? "localhost")
    }

    private func page(_ request: Request, _ context: SignedInContext, token: SecretToken?) async throws -> Response {
        let madeAt = try await site.campus.calendarFeed(of: context.viewer)
        let address = token.map { base(request) + Links.calendar($0.text) }
        var response = try site.respond(
            CalendarFeedPage(model: .init(madeAt: madeAt, address: address)), to: request, in: context,
            status: token == nil ? .ok : .created)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

import Campus
import Essentials
import Foundation
import HTTPTypes
import Hummingbird
import Scheduling

/// Recordings of classes: asking the rooms' server for them, and watching them.
struct RecordingRoutes {
    let site: Site

    /// 500 spans of some 120 bytes.
    private static let watchingLimit = 64 * 1024

    var routes: [Route] {
        [
            .signedIn(.post, "/sessions/{session}/recordings", bodyLimit: 1024) { request, context in
                try await fetch(request, context)
            },
            .signedIn(.get, "/sessions/{session}/recordings/{recording}") { request, context in
                try await recording(request, context)
            },
            .signedIn(
                .post, "/sessions/{session}/recordings/{recording}/watching", bodyLimit: Self.watchingLimit
            ) { request, context in
                try await watch(request, context)
            },
        ]
    }

    private struct Found: Encodable {
        let recordings: Int
    }

    private func fetch(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try session(context)
        let found = try await site.campus.fetchRecordings(of: id, by: context.viewer)
        return try site.changed(
            Found(recordings: found.count), in: context.visitor, seeOther: Links.session(id.text) + "#recordings")
    }

    // MARK: Watching

    private func recording(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reading = try await site.campus.recording(
            try context.parameters.require("recording"), of: try session(context), for: context.viewer)
        let page = RecordingPage(model: .init(reading))
        var response = try site.respond(page, to: request, in: context)
        // On this page only the server of recordings may be shown in a frame.
        if let origin = Self.origin(of: reading.recording.address) {
            response.headers[.contentSecurityPolicy] = SecurityHeaders.contentSecurityPolicy + "; frame-src \(origin)"
        }
        return response
    }

    /// Scheme, host and port of an address, as a content security policy names them; `nil` for what is none of the web.
    static func origin(of address: String) -> String? {
        guard let parts = URLComponents(string: address), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = parts.percentEncodedHost, !host.isEmpty,
            host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") })
        else { return nil }
        return "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }

    private struct SentWatching: Decodable {
        struct Span: Decodable {
            /// The browser's own name for it, given back when it is kept.
            let id: Identifier<RecordingWatch>
            let from: Instant
            let to: Instant
        }

        let events: [Span]
    }

    private struct Watched: Encodable {
        let accepted: [Identifier<RecordingWatch>]
        let seconds: Int
        let percent: Int
    }

    private func watch(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let key = try context.parameters.require("recording")
        let id = try session(context)
        let spans: [SentWatching.Span]
        switch try await request.sentBody(limit: Self.watchingLimit) {
        case .json(let data): spans = try SentBody.json(data).decoded(as: SentWatching.self).events
        case .form(let fields):
            func moment(_ name: String) throws -> Instant {
                guard let text = fields[name], let value = Int64(text) else {
                    throw CampusError.invalid(name, .watchedMoment)
                }
                return Instant(milliseconds: value)
            }
            let id = Identifier<RecordingWatch>.new(at: site.campus.clock.now)
            spans = [.init(id: id, from: try moment("from"), to: try moment("to"))]
        }
        let standing = try await site.campus.keepWatching(
            spans.map { .init(start: $0.from.milliseconds, end: $0.to.milliseconds) }, of: key, session: id, by: context.viewer)
        return try site.changed(
            Watched(accepted: spans.map(\.id), seconds: standing.seconds, percent: standing.percent), in: context.visitor,
            seeOther: Links.recording(id.text, key))
    }

    private func session(_ context: SignedInContext) throws -> Identifier<ClassSession> {
        guard let id = Identifier<ClassSession>(try context.parameters.require("session")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        return id
    }
}

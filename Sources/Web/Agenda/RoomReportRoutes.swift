import Campus
import Essentials
import Foundation
import HTTPTypes
import Hummingbird
import Outbound
import Scheduling

/// What the server of virtual rooms tells: each message carries its own proof, and nobody is signed in. And asking it for recordings.
struct RoomReportRoutes {
    let site: Site

    private static let reportLimit = 2 * 1024 * 1024
    private static let tokenLimit = 16 * 1024

    var routes: [Route] {
        [
            .visitor(.post, VirtualRooms.connections, bodyLimit: Self.reportLimit, isResource: false) { request, _ in
                guard case .json(let data) = try await request.sentBody(limit: Self.reportLimit) else {
                    throw WebError.unsupportedMediaType
                }
                _ = try await site.campus.keepConnections(data, authorization: request.headers[.authorization])
                return Response(status: .noContent)
            },
            .visitor(.post, VirtualRooms.recordings, bodyLimit: Self.tokenLimit, isResource: false) { request, _ in
                guard case .form(let fields) = try await request.sentBody(limit: Self.tokenLimit) else {
                    throw WebError.unsupportedMediaType
                }
                try await site.campus.keepReadyRecording(fields["signed_parameters"] ?? "")
                return Response(status: .noContent)
            },
            .signedIn(.post, "/sessions/{session}/recordings", bodyLimit: 1024) { request, context in
                try await fetch(request, context)
            },
        ]
    }

    private struct Found: Encodable {
        let recordings: Int
    }

    private func fetch(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = Identifier<ClassSession>(try context.parameters.require("session")) else {
            throw CampusError.notFound(.noSuchSession)
        }
        let found = try await site.campus.fetchRecordings(of: id, by: context.viewer)
        return try site.changed(
            Found(recordings: found.count), in: context.visitor, seeOther: Links.session(id.text) + "#recordings")
    }
}

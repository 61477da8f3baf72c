import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Outbound

/// What the server of virtual rooms tells: each message carries its own proof, and nobody is signed in.
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
        ]
    }
}

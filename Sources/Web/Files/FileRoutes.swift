import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Static files of the web client, and the files of courses.
struct FileRoutes {
    let site: Site

    var routes: [Route] {
        [
            .visitor(.get, "/static/{release}/{folder}/{file}", isResource: false) { request, context in
                try publicFile(request, context)
            },
            .signedIn(.get, "/assets/{digest}/{name}", isResource: false) { request, context in
                try await asset(request, context)
            },
        ]
    }

    private func publicFile(_ request: Request, _ context: VisitorContext) throws -> Response {
        let release = try context.parameters.require("release")
        let path = try context.parameters.require("folder") + "/" + context.parameters.require("file")
        guard let response = site.publicFiles.response(path, release: release, acceptsGzip: request.acceptsGzip) else {
            throw CampusError.notFound(.noSuchFile)
        }
        return response
    }

    /// An image or a download of a course. The address holds the content's digest, so that it never changes; images are shown,
    /// everything else is saved; and whatever it is, it runs nothing.
    private func asset(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let digest = try context.parameters.require("digest")
        let (asset, location) = try await site.campus.asset(digest: digest, for: context.viewer)
        let tag = EntityTag(digest: digest, isCompressed: false)
        var headers: HTTPFields = [
            .contentType: asset.mediaType, .eTag: tag.text, .cacheControl: "private, max-age=31536000, immutable",
            .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        ]
        if tag.matches(request.headers) { return Response(status: .notModified, headers: headers) }
        let isShown = asset.mediaType.hasPrefix("image/")
        headers[.contentDisposition] = (isShown ? "inline" : "attachment") + "; filename*=UTF-8''" + Links.encoded(asset.name)
        return Response(status: .ok, headers: headers, body: try await FileBody.body(of: location, size: asset.size))
    }
}

/// The bytes of a file, read in pieces away from the threads that answer requests.
enum FileBody {
    static let chunk = 128 * 1024

    static func body(of location: URL, size: Int) async throws -> ResponseBody {
        guard let handle = try? FileHandle(forReadingFrom: location) else { throw CampusError.notFound(.noSuchFile) }
        return ResponseBody(contentLength: size) { writer in
            defer { try? handle.close() }
            var left = size
            while left > 0 {
                let data = try await read(handle, min(chunk, left))
                guard !data.isEmpty else { break }
                left -= data.count
                try await writer.write(ByteBuffer(bytes: data))
            }
            try await writer.finish(nil)
        }
    }

    @concurrent
    private static func read(_ handle: FileHandle, _ count: Int) async throws -> Data {
        try handle.read(upToCount: count) ?? Data()
    }
}

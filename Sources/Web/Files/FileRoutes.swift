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
        headers[.acceptRanges] = "bytes"
        headers[.contentDisposition] =
            (Self.isShown(asset.mediaType) ? "inline" : "attachment") + "; filename*=UTF-8''" + Links.encoded(asset.name)
        // Ranges have a meaning for GET only (RFC 9110, section 14.2).
        let ranges =
            request.method == .get ? ByteRanges(request.headers, size: asset.size, tag: tag.text) : .whole
        switch ranges {
        case .whole:
            return Response(
                status: .ok, headers: headers, body: try await FileBody.body(of: location, parts: [.bytes(0..<asset.size)]))
        case .unsatisfiable:
            throw WebError.rangeNotSatisfiable(size: asset.size)
        case .parts(let parts) where parts.count == 1:
            headers[.contentRange] = Self.contentRange(parts[0], of: asset.size)
            return Response(
                status: .partialContent, headers: headers, body: try await FileBody.body(of: location, parts: [.bytes(parts[0])]))
        case .parts(let parts):
            // The file cannot hold the line that parts its pieces: that would need its own digest.
            let boundary = "rebond-" + digest.prefix(32)
            headers[.contentType] = "multipart/byteranges; boundary=" + boundary
            var pieces: [FileBody.Piece] = []
            for part in parts {
                let head =
                    "\r\n--\(boundary)\r\nContent-Type: \(asset.mediaType)\r\n"
                    + "Content-Range: \(Self.contentRange(part, of: asset.size))\r\n\r\n"
                pieces += [.text(head), .bytes(part)]
            }
            pieces.append(.text("\r\n--\(boundary)--\r\n"))
            return Response(
                status: .partialContent, headers: headers, body: try await FileBody.body(of: location, parts: pieces))
        }
    }

    /// Whether a browser shows or plays it, rather than saving it.
    private static func isShown(_ mediaType: String) -> Bool {
        ["image/", "video/", "audio/", "text/vtt"].contains(where: mediaType.hasPrefix)
    }

    private static func contentRange(_ part: Range<Int>, of size: Int) -> String {
        "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
    }
}

/// The bytes of a file, read in pieces away from the threads that answer requests.
enum FileBody {
    static let chunk = 128 * 1024

    /// What a body is put together from.
    enum Piece: Sendable {
        case text(String)
        /// These bytes of the file.
        case bytes(Range<Int>)

        var length: Int {
            switch self {
            case .text(let text): text.utf8.count
            case .bytes(let range): range.count
            }
        }
    }

    /// - throws: ``CampusError/notFound(_:)`` when the file cannot be opened.
    static func body(of location: URL, parts: [Piece]) async throws -> ResponseBody {
        guard let handle = try? FileHandle(forReadingFrom: location) else { throw CampusError.notFound(.noSuchFile) }
        return ResponseBody(contentLength: parts.reduce(0) { $0 + $1.length }) { writer in
            defer { try? handle.close() }
            for part in parts {
                switch part {
                case .text(let text): try await writer.write(ByteBuffer(string: text))
                case .bytes(let range):
                    var place = range.lowerBound
                    while place < range.upperBound {
                        let data = try await read(handle, min(chunk, range.upperBound - place), at: place)
                        guard !data.isEmpty else { break }
                        place += data.count
                        try await writer.write(ByteBuffer(bytes: data))
                    }
                }
            }
            try await writer.finish(nil)
        }
    }

    @concurrent
    private static func read(_ handle: FileHandle, _ count: Int, at place: Int) async throws -> Data {
        try handle.seek(toOffset: UInt64(place))
        return try handle.read(upToCount: count) ?? Data()
    }
}

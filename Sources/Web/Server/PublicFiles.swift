import Crypto
package import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The static files of the web client, in memory: each once plain and once compressed. Their addresses hold a digest of them all, so
/// that they never expire, and modules find each other by relative addresses.
package struct PublicFiles: Sendable {
    struct File: Sendable {
        let bytes: ByteBuffer
        let compressed: ByteBuffer?
        let mediaType: String
    }

    private let files: [String: File]
    /// A digest of all the files: part of their addresses and of every page's entity tag.
    package let release: String

    /// - Parameter directory: `Public/`, with `css/`, `js/` and files beside them.
    /// - throws: `CocoaError` when a file cannot be read.
    package init(directory: URL) throws {
        var files: [String: File] = [:]
        var digest = SHA256()
        var style: [UInt8] = []
        for path in try Self.paths(in: directory) {
            let bytes = [UInt8](try Data(contentsOf: directory.appending(path: path)))
            digest.update(data: Array(path.utf8))
            digest.update(data: bytes)
            if path.hasPrefix("css/") {
                style += bytes + [0x0A]
            } else if let type = Self.mediaTypes[(path as NSString).pathExtension] {
                files[path] = Self.file(bytes, type)
            }
        }
        // One style sheet: the parts in the order of their names.
        files["css/rebond.css"] = Self.file(style, "text/css; charset=utf-8")
        self.files = files
        release = digest.finalize().prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// The address of a file: `address("css/rebond.css")`.
    package func address(_ path: String) -> String {
        "/static/\(release)/" + (path.contains("/") ? path : "site/\(path)")
    }

    func response(_ path: String, release asked: String, acceptsGzip: Bool) -> Response? {
        let path = path.hasPrefix("site/") ? String(path.dropFirst(5)) : path
        guard let file = files[path] else { return nil }
        var headers: HTTPFields = [
            .contentType: file.mediaType, .vary: "Accept-Encoding",
            .cacheControl: asked == release ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if acceptsGzip, let compressed = file.compressed {
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.bytes))
    }

    private static func file(_ bytes: [UInt8], _ type: String) -> File {
        let compressed = Deflate.gzip(bytes).flatMap { $0.count < bytes.count ? ByteBuffer(bytes: $0) : nil }
        return File(bytes: ByteBuffer(bytes: bytes), compressed: compressed, mediaType: type)
    }

    private static func paths(in directory: URL) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        return names.filter { name in
            var isDirectory: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: directory.appending(path: name).path, isDirectory: &isDirectory)
            return exists && !isDirectory.boolValue && !name.hasSuffix(".md")
        }.sorted()
    }

    private static let mediaTypes = [
        "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        "webmanifest": "application/manifest+json", "ico": "image/x-icon",
    ]
}

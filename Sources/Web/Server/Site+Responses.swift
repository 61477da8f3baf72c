import Accounts
import Campus
import Essentials
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

extension Site {
    private static let vary = "Accept, Accept-Language, Accept-Encoding, Cookie"
    private static let encoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    /// A page in the representation that was asked for.
    func respond(
        _ page: some Page, to request: Request, in context: VisitorContext, status: HTTPResponse.Status = .ok,
        tag: EntityTag? = nil
    ) throws -> Response {
        var response: Response
        switch context.representation {
        case .json: response = try json(page.model, status: status)
        case .html: response = try html(page, request, context, status: status)
        case .csv, .xlsx: response = try table(page, request, context, status: status)
        }
        if let tag { response.headers[.eTag] = tag.text }
        return response
    }

    /// A page in the representation that was asked for, to somebody who is signed in.
    func respond(
        _ page: some Page, to request: Request, in context: SignedInContext, status: HTTPResponse.Status = .ok,
        tag: EntityTag? = nil
    ) throws -> Response {
        try respond(page, to: request, in: context.visitor, status: status, tag: tag)
    }

    /// What a form or a program gets after a change: 303 to the page that shows it, or the model as JSON.
    func changed(
        _ model: some Encodable, in context: VisitorContext, seeOther location: String,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        switch context.representation {
        case .html, .csv, .xlsx: return redirect(to: location)
        case .json:
            var response = try json(model, status: status)
            if status == .created { response.headers[.location] = location }
            return response
        }
    }

    func redirect(to location: String) -> Response {
        Response(status: .seeOther, headers: [.location: location, .cacheControl: "no-store"])
    }

    func json(_ model: some Encodable, status: HTTPResponse.Status) throws -> Response {
        let data = try Self.encoder.encode(model)
        return Response(
            status: status,
            headers: [.contentType: "application/json", .vary: Self.vary, .cacheControl: "private, no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }

    func html(
        _ page: some Page, _ request: Request, _ context: VisitorContext, status: HTTPResponse.Status
    ) throws -> Response {
        let words = Words(context.language, icons: iconsAddress)
        let key = PageShell.Key(
            language: context.language, entries: context.viewer?.menuEntries ?? [], current: page.menu,
            isSignedIn: context.viewer != nil)
        let shell = shells.value(key) {
            PageShell(key, words: words, siteName: settings.siteName, publicFiles: publicFiles)
        }
        let frame = PageFrame(
            page: page, words: words, viewer: context.viewer, siteName: settings.siteName, shell: shell,
            preview: preview.map { PreviewBar(look: $0.now, words: words, address: request.uri.description) })
        let buffer = frame.rendered(reserving: 32_768)
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentLanguage: context.language.rawValue, .vary: Self.vary,
            .cacheControl: "private, no-cache",
        ]
        if request.acceptsGzip, let compressed = Deflate.gzip(buffer) {
            headers[.contentEncoding] = "gzip"
            return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: compressed)))
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: buffer.bytes)))
    }

    /// An entity tag for a representation made from `parts`.
    func tag(_ parts: String..., for request: Request, in context: VisitorContext) -> EntityTag {
        EntityTag(
            parts + [settings.siteName] + (context.viewer?.frameParts ?? []), context: context, release: publicFiles.release,
            isCompressed: context.representation == .html && request.acceptsGzip)
    }

    /// 304 when the client has the representation of `tag` already.
    func notModified(_ tag: EntityTag, _ request: Request) -> Response? {
        // What stands above the pages of a preview is in no tag.
        if preview != nil { return nil }
        guard tag.matches(request.headers) else { return nil }
        return Response(
            status: .notModified, headers: [.eTag: tag.text, .vary: Self.vary, .cacheControl: "private, no-cache"])
    }
}

extension Viewer {
    /// What the frame of a page shows of whoever is signed in.
    fileprivate var frameParts: [String] {
        let preferences = person.preferences
        return [
            preferences.theme.rawValue, preferences.spacing.rawValue, person.name.full, followsLearners ? "follows" : "",
            isAuthor ? "writes" : "",
        ]
    }
}

extension Request {
    /// Whether the client takes gzip (RFC 9110, section 12.5.3): what is said of gzip itself comes before the star.
    var acceptsGzip: Bool {
        guard let header = headers[.acceptEncoding] else { return false }
        var gzip: Int?
        var others = 0
        WeightedMembers.forEach(in: header) { coding, weight in
            if WeightedMembers.equal(coding, "gzip") {
                gzip = gzip ?? weight
            } else if WeightedMembers.equal(coding, "*") {
                others = weight
            }
        }
        return (gzip ?? others) > 0
    }
}

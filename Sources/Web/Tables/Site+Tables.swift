import Essentials
import HTTPTypes
import Hummingbird
import NIOCore

extension Site {
    /// A table of a page: the one that `?table=` names, else the first. `?bom=true` begins with the mark that Excel needs.
    /// A page without tables is given in what else is accepted.
    /// - throws: ``WebError/notAcceptable`` when nothing else is, and for a table that the page does not have.
    func csv(
        _ page: some Page, _ request: Request, _ context: VisitorContext, status: HTTPResponse.Status
    ) throws -> Response {
        let query = request.uri.queryParameters
        guard let tabular = page as? any TabularPage else {
            guard query["format"] == nil else { throw WebError.notAcceptable }
            switch Representation.preferred(accept: request.headers[.accept], hasTables: false) {
            case .json: return try json(page.model, status: status)
            case .html: return try html(page, request, context, status: status)
            case .csv, nil: throw WebError.notAcceptable
            }
        }
        let words = Words(context.language, icons: "")
        let tables = tabular.tables(words)
        guard let chosen = query["table"].map({ name in tables.first { $0.name == name } }) ?? tables.first else {
            throw WebError.notAcceptable
        }
        let bytes = chosen.table.bytes(in: context.language, hasMark: query["bom"] == "true")
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present", .contentLanguage: context.language.rawValue,
                .contentDisposition: "attachment; filename=\"\(chosen.name).csv\"", .cacheControl: "private, no-store",
                .vary: "Accept, Accept-Language, Cookie",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension Representation {
    /// What a request asks for: `?format=csv` of a link goes before the header, which people cannot write.
    static func asked(_ request: Request) -> Representation? {
        if let query = request.uri.query, query.contains("format="), let format = request.uri.queryParameters["format"] {
            return Representation(rawValue: String(format))
        }
        return preferred(accept: request.headers[.accept])
    }
}

import Essentials
import HTTPTypes
import Hummingbird
import NIOCore

extension Site {
    /// A table of a page: the one that `?table=` names, else as CSV the first one and in a workbook all of them. `?bom=true` begins CSV
    /// with the mark that Excel needs. A page without tables is given in what else is accepted.
    /// - throws: ``WebError/notAcceptable`` when nothing else is, and for a table that the page does not have; ``Workbook/Failure``.
    func table(
        _ page: some Page, _ request: Request, _ context: VisitorContext, status: HTTPResponse.Status
    ) throws -> Response {
        let query = request.uri.queryParameters
        guard let tabular = page as? any TabularPage else {
            guard query["format"] == nil else { throw WebError.notAcceptable }
            switch Representation.preferred(accept: request.headers[.accept], hasTables: false) {
            case .json: return try json(page.model, status: status)
            case .html: return try html(page, request, context, status: status)
            case .csv, .xlsx, nil: throw WebError.notAcceptable
            }
        }
        let words = Words(context.language, icons: "")
        var tables = tabular.tables(words)
        if let name = query["table"] { tables.removeAll { $0.name != name } }
        guard let first = tables.first else { throw WebError.notAcceptable }
        guard context.representation == .xlsx else {
            let bytes = CSVTable.bytes(of: first, words, hasMark: query["bom"] == "true")
            return download(ByteBuffer(bytes: bytes), "text/csv; charset=utf-8; header=present", "\(first.name).csv", words)
        }
        return download(
            ByteBuffer(bytes: try Workbook.bytes(of: tables, words)), Representation.workbook, "\(first.name).xlsx", words)
    }

    private func download(_ bytes: ByteBuffer, _ type: String, _ name: String, _ words: Words) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentLanguage: words.language.rawValue,
                .contentDisposition: "attachment; filename=\"\(name)\"", .cacheControl: "private, no-store",
                .vary: "Accept, Accept-Language, Cookie",
            ],
            body: ResponseBody(byteBuffer: bytes))
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

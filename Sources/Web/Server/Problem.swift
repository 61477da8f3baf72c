import Campus
import Essentials
import HTTPTypes
import Hummingbird
import NIOCore
import SQL

/// A refusal or a failure as people and programs see it (RFC 9457): never an internal message.
struct Problem: Sendable {
    var status: HTTPResponse.Status
    /// The last part of the problem's type: `not-found`.
    var kind: String
    var title: Phrase
    var detail: Phrase
    var fields: [FieldProblem] = []
    var headers: HTTPFields = [:]

    /// The RFC 9457 document.
    struct Document: Encodable, Sendable {
        struct Field: Encodable, Sendable {
            let field: String
            let message: String
        }

        let type: String
        let title: String
        let status: Int
        let detail: String
        let instance: String
        let errors: [Field]?
    }

    func document(in language: Language, requestID: String) -> Document {
        Document(
            type: "urn:rebond:problem:\(kind)", title: title.in(language), status: status.code,
            detail: detail.in(language), instance: "urn:rebond:request:\(requestID)",
            errors: fields.isEmpty
                ? nil : fields.map { Document.Field(field: $0.field, message: $0.message.in(language)) })
    }
}

extension Problem {
    /// The one mapping from errors to what is shown. What is not known here is a failure of ours.
    init(_ error: any Error) {
        switch error {
        case let error as CampusError: self.init(campus: error)
        case let error as WebError: self.init(web: error)
        case is NIOTooManyBytesError: self.init(web: .tooLarge(limit: 0))
        case let error as HTTPError where error.status.code < 500: self.init(http: error)
        case let error as SQLError: self.init(database: error)
        default: self = .failure
        }
    }

    private init(campus error: CampusError) {
        switch error {
        case .signInRequired:
            self.init(
                status: .unauthorized, kind: "sign-in-required", title: .signInFirst, detail: .signInFirstDetail,
                headers: [.wwwAuthenticate: "Bearer realm=\"rebond\""])
        case .notAllowed(let reason):
            self.init(status: .forbidden, kind: "not-allowed", title: .notForYou, detail: reason)
        case .notFound(let what):
            self.init(status: .notFound, kind: "not-found", title: .notFoundTitle, detail: what)
        case .invalid(let fields):
            self.init(
                status: .unprocessableContent, kind: "invalid", title: .somethingToCorrect,
                detail: fields.first?.message ?? .somethingToCorrect, fields: fields)
        case .conflict(let what):
            self.init(status: .conflict, kind: "conflict", title: .conflictTitle, detail: what)
        case .tooMany(let what, let seconds):
            self.init(
                status: .tooManyRequests, kind: "too-many", title: .tooManyTitle, detail: what,
                headers: [.retryAfter: String(seconds)])
        case .busy: self = .busy
        }
    }

    private init(web error: WebError) {
        switch error {
        case .notAcceptable:
            self.init(
                status: .notAcceptable, kind: "not-acceptable", title: .notAcceptableTitle, detail: .notAcceptableDetail)
        case .unsupportedMediaType:
            self.init(
                status: .unsupportedMediaType, kind: "unsupported-media-type", title: .unsupportedMediaTitle,
                detail: .unsupportedMediaDetail)
        case .malformedBody(let detail):
            self.init(status: .badRequest, kind: "malformed", title: .malformedTitle, detail: detail)
        case .tooLarge(let limit):
            self.init(
                status: .contentTooLarge, kind: "too-large", title: .tooLargeTitle, detail: .tooLargeDetail(limit: limit))
        case .rangeNotSatisfiable(let size):
            self.init(
                status: .rangeNotSatisfiable, kind: "range-not-satisfiable", title: .rangeTitle, detail: .rangeDetail,
                headers: [.contentRange: "bytes */\(size)"])
        case .methodNotAllowed(let methods):
            self.init(
                status: .methodNotAllowed, kind: "method-not-allowed", title: .methodNotAllowedTitle,
                detail: .methodNotAllowedDetail,
                headers: [.allow: methods.map(\.rawValue).sorted().joined(separator: ", ")])
        case .crossSite:
            self.init(status: .forbidden, kind: "cross-site", title: .crossSiteTitle, detail: .crossSite)
        case .noSuchPage:
            self.init(status: .notFound, kind: "not-found", title: .notFoundTitle, detail: .noSuchPage)
        }
    }

    private init(http error: HTTPError) {
        switch error.status {
        case .notFound: self.init(web: .noSuchPage)
        case .contentTooLarge: self.init(web: .tooLarge(limit: 0))
        default:
            self.init(status: error.status, kind: "malformed", title: .malformedTitle, detail: .malformedDetail)
        }
    }

    private init(database error: SQLError) {
        switch error {
        case .busy, .cannotWrite, .unavailable, .outcomeUnknown, .closed: self = .busy
        default: self = .failure
        }
    }

    static let busy = Problem(
        status: .serviceUnavailable, kind: "busy", title: .busyTitle, detail: .busyDetail, headers: [.retryAfter: "5"])
    static let failure = Problem(
        status: .internalServerError, kind: "failure", title: .failureTitle, detail: .failureDetail)
}

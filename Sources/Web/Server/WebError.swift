import Essentials
import HTTPTypes

/// What the HTTP layer itself refuses, before any use case is asked.
enum WebError: Error, Sendable {
    /// The client takes neither HTML nor JSON.
    case notAcceptable
    /// The body is neither a form nor JSON.
    case unsupportedMediaType
    /// The body cannot be read: what is wrong and where.
    case malformedBody(Phrase)
    /// The body is larger than the route's limit in bytes.
    case tooLarge(limit: Int)
    /// The parts that are asked for all begin beyond the end of a file of this size in bytes.
    case rangeNotSatisfiable(size: Int)
    /// The path exists, with other methods.
    case methodNotAllowed([HTTPRequest.Method])
    /// Another site made a browser send this.
    case crossSite
    /// No route has this path.
    case noSuchPage
}

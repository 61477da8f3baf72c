package import Essentials

/// Why a use case was refused, free of any transport: Web maps it to a status, the command line to an exit code.
package enum CampusError: Error, Sendable, Hashable {
    /// Nobody is signed in, or the session has ended.
    case signInRequired
    /// The person is known and may not do this; the phrase says what they may do instead.
    case notAllowed(Phrase)
    /// There is no such thing, or not for this person: the two are not told apart.
    case notFound(Phrase)
    /// What was sent cannot be taken; nothing was changed.
    case invalid([FieldProblem])
    /// What was sent contradicts what is kept; nothing was changed.
    case conflict(Phrase)
    /// Too many attempts: when to come back, in seconds.
    case tooMany(Phrase, retryAfter: Int)
    /// Too much at once; the same request can be sent again.
    case busy
}

/// What is wrong with one field of a form or one value of a JSON body.
package struct FieldProblem: Sendable, Hashable {
    /// The name of the field, or a path such as `events[2].seconds`.
    package let field: String
    package let message: Phrase

    package init(field: String, message: Phrase) {
        self.field = field
        self.message = message
    }
}

extension CampusError {
    /// One wrong field.
    package static func invalid(_ field: String, _ message: Phrase) -> CampusError {
        .invalid([FieldProblem(field: field, message: message)])
    }
}

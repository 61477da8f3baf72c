package import Essentials

/// What is to be said to somebody by mail, before it is kept.
///
/// The site's own address is not known to whoever writes a letter (a command does): ``site`` stands for it in the body and in the calendar,
/// and the sender puts it in.
package struct LetterDraft: Sendable, Hashable {
    /// Stands for the site's address, `https://apprendre.example.org`; no text of people holds it.
    package static let site = "\u{E000}"

    /// Why it is written; the same cause tells a recipient once.
    package var cause: String
    /// Who, as the caller knows them.
    package var recipient: String
    package var address: String
    package var kind: String
    package var language: Language
    package var subject: String
    package var body: String
    package var calendar: LetterCalendar?
    /// The path of the page that refuses more letters.
    package var refusal: String?
    /// Not before; `nil` for at once.
    package var dueAt: Instant?
    /// When it is of no more use.
    package var expiresAt: Instant?

    package init(
        cause: String, recipient: String, address: String, kind: String, language: Language, subject: String, body: String,
        calendar: LetterCalendar? = nil, refusal: String? = nil, dueAt: Instant? = nil, expiresAt: Instant? = nil
    ) {
        self.cause = cause
        self.recipient = recipient
        self.address = address
        self.kind = kind
        self.language = language
        self.subject = subject
        self.body = body
        self.calendar = calendar
        self.refusal = refusal
        self.dueAt = dueAt
        self.expiresAt = expiresAt
    }
}

/// The part of a letter that calendar programs read.
package struct LetterCalendar: Sendable, Hashable {
    /// RFC 5546.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        case request = "REQUEST"
        case cancel = "CANCEL"
        case publish = "PUBLISH"
    }

    package let method: Method
    /// iCalendar, its lines ended by CRLF.
    package let text: String

    package init(method: Method, text: String) {
        self.method = method
        self.text = text
    }
}

/// A letter that is kept.
package struct Letter: Sendable, Hashable {
    package let id: Identifier<Letter>
    package let draft: LetterDraft
    package let state: LetterState
    /// How often it was tried, this time too.
    package let tries: Int
    /// Waiting: when it is tried next. Otherwise when it was settled.
    package let dueAt: Instant
    /// What the mail server said last; for operators.
    package let error: String?
    package let createdAt: Instant
}

package enum LetterState: String, Sendable, Hashable, Codable, CaseIterable {
    case waiting
    /// The mail server has it.
    case sent
    /// It will not be tried again by itself.
    case dead
}

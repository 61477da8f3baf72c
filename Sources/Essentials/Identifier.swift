/// A typed identifier: a UUID in lower-case text, tagged with what it identifies so that a person's id is never passed for a course's.
///
/// New identifiers are version 7 (RFC 9562): they begin with the time, so that keys arrive in order and inserts stay
/// cheap as a table grows.
package struct Identifier<Subject>: Hashable, Sendable, CustomStringConvertible, Comparable {
    /// 36 characters, lower case, with hyphens.
    package let text: String

    /// Reads an identifier that came from outside. Accepts any UUID version in either case.
    /// - Returns: `nil` when the text is not a UUID.
    package init?(_ text: some StringProtocol) {
        guard let canonical = UUIDText.canonical(text) else { return nil }
        self.text = canonical
    }

    /// Wraps text that the database returned: constraints live in the schema, so it is trusted.
    package init(trusted text: String) {
        self.text = text
    }

    /// A new time-ordered identifier.
    package static func new(at instant: Instant, using generator: inout some RandomNumberGenerator) -> Self {
        Self(trusted: UUIDText.version7(milliseconds: instant.milliseconds, using: &generator))
    }

    /// A new time-ordered identifier from the system's random numbers.
    package static func new(at instant: Instant) -> Self {
        var generator = SystemRandomNumberGenerator()
        return new(at: instant, using: &generator)
    }

    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let identifier = Self(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a UUID"))
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

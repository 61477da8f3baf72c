/// One SQL statement, written once for SQLite and PostgreSQL with `$1…$n`.
///
/// Statements are static values in a domain's `XStatements.swift`; drivers cache what they prepare, so a statement is
/// never built at run time: both arguments are literals.
package struct Statement: Sendable {
    /// A short name for logs, metrics and query-plan tests: `progress.activityState`.
    package let name: String
    package let text: String
    /// Tells one literal from another within the process: the key under which drivers cache what they prepared, much
    /// cheaper to look up than the text.
    package let identity: UInt

    package init(_ name: StaticString, _ text: StaticString) {
        self.name = name.description
        self.text = text.description
        identity = text.hasPointerRepresentation ? UInt(bitPattern: text.utf8Start) : UInt(text.unicodeScalar.value)
    }
}

extension Statement: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.text == right.text }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One SQL statement, written once for SQLite and PostgreSQL with `$1…$n`.
///
/// Statements are static values in a domain's `XStatements.swift`; drivers cache what they prepare under the text, so a
/// statement is never built at run time.
package struct Statement: Sendable, Hashable {
    /// A short name for logs, metrics and query-plan tests: `progress.activityState`.
    package let name: String
    package let text: String

    package init(_ name: StaticString, _ text: StaticString) {
        self.name = name.description
        self.text = text.description
    }
}

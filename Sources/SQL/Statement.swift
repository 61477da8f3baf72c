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
    /// The alias of the table whose rows the engine keeps for this transaction; see ``taking(rowsOf:)``.
    package private(set) var takenRows: String?

    package init(_ name: StaticString, _ text: StaticString) {
        self.name = name.description
        self.text = text.description
        identity = text.hasPointerRepresentation ? UInt(bitPattern: text.utf8Start) : UInt(text.unicodeScalar.value)
    }

    private init(_ other: Statement, takenRows: String) {
        name = other.name + ".taking"
        text = other.text
        // No address of a literal has the highest bit.
        identity = other.identity | 1 << (UInt.bitWidth - 1)
        self.takenRows = takenRows
    }

    /// This query for a write that is about to change what it reads: two writers of the same rows follow each other from here on,
    /// rather than collide later. An engine with one writer does nothing more for it; PostgreSQL adds `FOR UPDATE OF` the table. It
    /// makes collisions cheap; that nothing is lost in them is the transaction's own promise.
    /// - Parameter table: the alias, in the query, of a table whose rows are in the result.
    package func taking(rowsOf table: StaticString) -> Statement {
        Statement(self, takenRows: table.description)
    }
}

extension Statement: Hashable {
    package static func == (left: Self, right: Self) -> Bool {
        left.name == right.name && left.text == right.text && left.takenRows == right.takenRows
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

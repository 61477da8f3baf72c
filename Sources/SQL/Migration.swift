/// One step of the schema. Numbered by its place in the list, named `domain/NNNN-what`, forward only.
package struct Migration: Sendable {
    /// `accounts/0001-people`.
    package let name: String
    /// The DDL for one dialect; mostly the same text for both, with `dialect.bytes` where a column holds bytes.
    package let script: @Sendable (SQLDialect) -> String

    /// - Parameter script: the DDL. On PostgreSQL every TEXT column in it is given the collation "C", so that texts have one order, that
    ///   of their bytes, on both engines and whatever the database was created with.
    package init(_ name: String, script: @escaping @Sendable (SQLDialect) -> String) {
        self.name = name
        self.script = { dialect in
            let text = script(dialect)
            return dialect == .postgres ? text.replacing(/\bTEXT\b/, with: "TEXT COLLATE \"C\"") : text
        }
    }
}

extension SQLDialect {
    /// The column type of bytes: the one type that differs.
    package var bytes: String {
        switch self {
        case .sqlite: "BLOB"
        case .postgres: "BYTEA"
        }
    }
}

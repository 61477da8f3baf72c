import Foundation
package import SQL

/// Every statement of the domains, read from their sources: none is forgotten by a test that runs over them.
package struct SourceStatement: Sendable {
    package let name: String
    package let text: String

    /// Whether an engine is asked it: the names of those that are written per engine end with it.
    package func isAsked(of dialect: SQLDialect) -> Bool {
        let parts = name.split(separator: "@")
        return parts.count < 2 || parts[1] == dialect.rawValue
    }

    /// Those of the folders of `Sources` that know no engine.
    /// - throws: ``Unreadable`` when a statement is written in a way that is not understood here.
    package static func all() throws -> [SourceStatement] {
        let sources = SourceFolder.package.appending(path: "Sources")
        // A name and a text, as several lines or as one.
        let literal = #/\bStatement\(\s*"([^"]+)",\s*(?:"""(.*?)"""|"((?:[^"\\]|\\.)*)")\s*\)/#.dotMatchesNewlines()
        let engines: Set = ["SQL", "SQLiteDriver", "PostgresDriver", "TestSupport"]
        var statements: [SourceStatement] = []
        for case let file as URL in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil) ?? .init()
        where file.pathExtension == "swift" {
            let folder = file.path.dropFirst(sources.path.count + 1).prefix { $0 != "/" }
            guard !engines.contains(String(folder)) else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            guard text.contains("Statement(") else { continue }
            let found = text.matches(of: literal).map { match in
                SourceStatement(
                    name: String(match.output.1),
                    text: String(match.output.2 ?? match.output.3 ?? "").replacing("\\\\", with: "\\").replacing(
                        "\\\"", with: "\""))
            }
            let written = text.matches(of: #/\bStatement\(\s*"/#).count
            guard found.count == written else { throw Unreadable(file: file.lastPathComponent) }
            statements += found
        }
        return statements.sorted { $0.name < $1.name }
    }

    package struct Unreadable: Error {
        package let file: String
    }
}

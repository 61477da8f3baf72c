import Foundation
package import Testing

/// Texts that are compared with a file kept in the repository, so that a change of a page or of an exchange is seen and decided.
///
/// `UPDATE_GOLDENS=1` rewrites the files instead; read the difference before it is committed.
package enum Golden {
    /// Compares a text with `Golden/<name>` in the folder of the test target.
    ///
    /// What differs from run to run (ids, tags, releases of static files) is replaced by placeholders first: ``steady(_:)``.
    package static func expect(
        _ text: String, is name: String, file: String = #fileID, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let target = file.prefix { $0 != "/" }
        let place = SourceFolder.package.appending(path: "Tests/\(target)/Golden/\(name)")
        let actual = steady(text)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(actual.utf8).write(to: place)
            return
        }
        guard let kept = try? Data(contentsOf: place) else {
            Issue.record("There is no Golden/\(name): UPDATE_GOLDENS=1 writes it.", sourceLocation: sourceLocation)
            return
        }
        let expected = String(decoding: kept, as: UTF8.self)
        guard expected != actual else { return }
        Issue.record(
            "Golden/\(name) differs (- kept, + now):\n\(difference(from: expected, to: actual))", sourceLocation: sourceLocation)
    }

    /// A page with each element beginning on a line of its own, so that differences are short.
    package static func unfolded(_ html: String) -> String {
        html.replacing("><", with: ">\n<").replacing(">\n</", with: "></")
    }

    /// The text with everything that no two runs share replaced: the same id gets the same placeholder throughout.
    package static func steady(_ text: String) -> String {
        var steady = text
        for (prefix, pattern, label) in varying {
            guard let regex = try? Regex("(\(prefix))(\(pattern))") else { preconditionFailure("not a pattern: \(pattern)") }
            var seen: [Substring: Int] = [:]
            steady = steady.replacing(regex) { match in
                guard let before = match.output[1].substring, let found = match.output[2].substring else { return "" }
                let number = seen[found] ?? seen.count + 1
                seen[found] = number
                return "\(before){\(label) \(number)}"
            }
        }
        return steady
    }

    /// What stands before, what is replaced, and by what word. Every pattern has the two groups that `steady` makes of it.
    private static let varying: [(prefix: String, pattern: String, label: String)] = [
        ("", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id"),
        ("/static/", "[0-9a-f]{12}", "release"),
        ("rebond=", "[A-Za-z0-9_-]{43}", "token"),
        ("", "[0-9a-f]{64}", "digest"),
        ("<code>", "[0-9a-f]{12}", "digest"),
        ("(?:ETag|If-None-Match): ", "\"[^\"]+\"", "tag"),
        ("urn:rebond:request:", "[0-9a-f]+", "request"),
        ("(?:Numéro de la demande.|Request number): ", "[0-9a-f]+", "request"),
    ]

    /// The lines that differ, with their numbers.
    static func difference(from expected: String, to actual: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let changes = new.difference(from: old)
        var lines: [(number: Int, text: String)] = []
        for change in changes {
            switch change {
            case .remove(let offset, let line, _): lines.append((offset + 1, "- \(offset + 1)  \(line)"))
            case .insert(let offset, let line, _): lines.append((offset + 1, "+ \(offset + 1)  \(line)"))
            }
        }
        lines.sort { $0.number < $1.number }
        let shown = lines.prefix(40).map(\.text)
        return (shown + (lines.count > 40 ? ["… and \(lines.count - 40) more lines"] : [])).joined(separator: "\n")
    }
}

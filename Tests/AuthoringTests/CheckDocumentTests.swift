import Foundation
import Testing

@Suite("docs/check.md lists what the check finds")
struct CheckDocumentTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Codes and severities in the sources of Authoring: every `Finding("code", severity: …`.
    private func inSources() throws -> [String: Set<String>] {
        let folder = Self.root.appending(path: "Sources/Authoring")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        var found: [String: Set<String>] = [:]
        for file in files {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /Finding\(\s*"([a-z0-9-]+)"(?:,\s*severity:\s*([^,\n]+),)?/) {
                let severity = match.2.map(String.init) ?? "error"
                let words: Set<String> = severity.contains("?") ? ["error", "warning"] : [severity.replacing(".", with: "")]
                found[String(match.1), default: []].formUnion(words)
            }
        }
        return found
    }

    @Test("every code once, with its severity, and no other")
    func codes() throws {
        let text = try String(contentsOf: Self.root.appending(path: "docs/check.md"), encoding: .utf8)
        var listed: [String: Set<String>] = [:]
        for match in text.matches(of: /(?m)^\| `([a-z0-9-]+)` \| (error|warning|both) \| [^|\n]+ \|$/) {
            #expect(listed[String(match.1)] == nil, "\(match.1) stands there twice")
            listed[String(match.1)] = match.2 == "both" ? ["error", "warning"] : [String(match.2)]
        }
        let found = try inSources()
        #expect(found.count > 100)
        #expect(Set(listed.keys).symmetricDifference(found.keys) == [])
        for (code, severities) in found { #expect(listed[code] == severities, "\(code)") }
    }
}

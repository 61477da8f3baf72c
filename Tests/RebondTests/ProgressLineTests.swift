import Foundation
import TestSupport
import Testing

/// How far long work is: for somebody who watches, and for nobody else.
@Suite("The progress of long work")
struct ProgressLineTests {
    /// A course whose check takes longer than a moment.
    private func longCourse() throws -> String {
        let folder = TemporaryFolder.newPath("long")
        try FileManager.default.copyItem(atPath: Program.root.appending(path: Program.smallCourse).path, toPath: folder)
        let words = String(repeating: "Un mot, *deux* mots, [un lien](https://example.org/) et `du code`.\n\n", count: 1_500)
        for number in 10..<90 {
            let head = "---\nid: longue-\(number)\ntitle: Longue \(number)\nminutes: 5\n---\n\n"
            try Data((head + words).utf8).write(to: URL(filePath: folder + "/01-lire/\(number)-longue.md"))
        }
        return folder
    }

    private struct Checked {
        let code: Int32
        let output: String
        /// What somebody saw, or what a pipe held.
        let errors: String
    }

    /// - Parameter isWatched: whether standard error is a terminal, which util-linux's `script` makes.
    private func check(_ folder: String, isWatched: Bool) async throws -> Checked {
        let (output, errors) = (Program.file(named: "out"), Program.file(named: "err"))
        let program = [try Program.path, "course", "check", folder, "--format", "json", "--language", "fr"]
        let command =
            isWatched
            ? ["/usr/bin/script", "-qec", program.map { "'\($0)'" }.joined(separator: " ") + " > '\(output)'", errors] : program
        let spawned = try Spawned(
            command, environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm", "SHELL": "/bin/sh"], folder: Program.root.path,
            output: isWatched ? "/dev/null" : output, errors: isWatched ? "/dev/null" : errors)
        let code = await spawned.end()
        return Checked(
            code: code, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    @Test("a terminal shows it and is left clean; a pipe gets nothing of it; the result is the same")
    func shown() async throws {
        let folder = try longCourse()
        let onTerminal = try await check(folder, isWatched: true)
        #expect(onTerminal.errors.contains("░") && onTerminal.errors.contains("/"))
        #expect(onTerminal.errors.contains("\r\u{1B}[2K"))
        let inPipe = try await check(folder, isWatched: false)
        #expect(!inPipe.errors.contains("\r") && !inPipe.errors.contains("░") && !inPipe.errors.contains("\u{1B}"))
        #expect(onTerminal.code == inPipe.code && onTerminal.output == inPipe.output)
        #expect(try JSONSerialization.jsonObject(with: Data(inPipe.output.utf8)) is [Any])
    }
}

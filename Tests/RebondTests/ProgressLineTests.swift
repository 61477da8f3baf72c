import Foundation
import Glibc
import TestSupport
import Testing

/// How far long work is: for somebody who watches, and for nobody else.
@Suite("The progress of long work")
struct ProgressLineTests {
    /// A terminal, and what was written to it.
    private final class Terminal {
        let path: String
        private let controller: Int32

        init() throws {
            controller = posix_openpt(O_RDWR | O_NOCTTY)
            guard controller >= 0, grantpt(controller) == 0, unlockpt(controller) == 0, let name = ptsname(controller) else {
                throw CocoaError(.fileReadUnknown)
            }
            path = String(cString: name)
            // What nobody reads yet must not stop who writes.
            _ = fcntl(controller, F_SETFL, O_NONBLOCK)
        }

        deinit { close(controller) }

        func read() -> String {
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            var all: [UInt8] = []
            while case let count = Glibc.read(controller, &bytes, bytes.count), count > 0 { all += bytes.prefix(count) }
            return String(decoding: all, as: UTF8.self)
        }
    }

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

    private func check(_ folder: String, errors: String, format: String) async throws -> (output: String, code: Int32) {
        let output = Program.file(named: "out")
        let spawned = try Spawned(
            [try Program.path, "course", "check", folder, "--format", format, "--language", "fr"],
            environment: ["PATH": "/usr/bin:/bin", "TERM": "xterm"], folder: Program.root.path, output: output, errors: errors)
        let code = await spawned.end()
        return (try String(contentsOfFile: output, encoding: .utf8), code)
    }

    @Test("a terminal shows it and is left clean; a pipe gets nothing of it; the result is the same")
    func shown() async throws {
        let folder = try longCourse()
        let terminal = try Terminal()
        let onTerminal = try await check(folder, errors: terminal.path, format: "json")
        let line = terminal.read()
        #expect(line.contains("░") && line.contains("/"))
        #expect(line.contains("\r\u{1B}[2K"))

        let errors = Program.file(named: "err")
        let inPipe = try await check(folder, errors: errors, format: "json")
        let said = try String(contentsOfFile: errors, encoding: .utf8)
        #expect(!said.contains("\r") && !said.contains("░") && !said.contains("\u{1B}"))

        #expect(onTerminal.code == inPipe.code && onTerminal.output == inPipe.output)
        #expect(try JSONSerialization.jsonObject(with: Data(inPipe.output.utf8)) is [Any])
    }
}

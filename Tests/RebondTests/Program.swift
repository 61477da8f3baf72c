import Foundation
import TestSupport
import Testing

/// The program, run as people run it: a process of its own, with its own data directory.
struct Program: Sendable {
    /// Its data directory; nothing is there until a command makes it.
    let data: String
    var language = "fr"

    init() {
        data = TemporaryFolder.newPath("data")
    }

    init(data: String) {
        self.data = data
    }

    struct Outcome: Sendable {
        let code: Int32
        let output: String
        let errors: String

        /// The lines of standard output.
        var lines: [String] { output.split(separator: "\n").map(String.init) }

        /// Standard output read as JSON.
        func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
            try JSONDecoder().decode(type, from: Data(output.utf8))
        }
    }

    /// Runs the program with `--data` and `--language`.
    func run(_ arguments: String..., typed: String = "") async throws -> Outcome {
        try await Self.run(arguments + ["--data", data, "--language", language], typed: typed)
    }

    /// Runs the program with these very arguments.
    /// - Parameters:
    ///   - output: where standard output goes, if not back to the test.
    ///   - wrapper: a program that runs it, with its arguments.
    static func run(
        _ arguments: [String], typed: String = "", environment: [String: String] = [:], output: String? = nil,
        wrapper: [String] = []
    ) async throws -> Outcome {
        let files = ["out", "err", "in"].map { TemporaryFolder.newPath($0) }
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        // Files rather than pipes: nothing blocks, however much is said.
        for (file, text) in zip(files, ["", "", typed]) { try Data(text.utf8).write(to: URL(filePath: file)) }
        let spawned = try Spawned(
            wrapper + [try path] + arguments,
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(environment) { $1 },
            folder: root.path, input: files[2], output: output ?? files[0], errors: files[1])
        let code = await spawned.end()
        return Outcome(
            code: code, output: try String(contentsOfFile: files[0], encoding: .utf8),
            errors: try String(contentsOfFile: files[1], encoding: .utf8))
    }

    /// The sources: what commands are run in.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The executable that was built with these tests, in the same folder.
    static var path: String {
        get throws {
            let here = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: here).deletingLastPathComponent().appending(path: "rebond", directoryHint: .notDirectory).path
        }
    }

    /// A path in a folder that goes away.
    static func file(named name: String) -> String { TemporaryFolder.newPath(name) }

    /// A file with this text, in a folder that goes away.
    static func file(_ text: String, named name: String = "file") throws -> String {
        let path = TemporaryFolder.newPath(name)
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    /// The small course of the tests.
    static let smallCourse = "Tests/Courses/essai"
}

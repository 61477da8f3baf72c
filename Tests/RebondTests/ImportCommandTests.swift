import Foundation
import TestSupport
import Testing

@Suite("rebond course import")
struct ImportCommandTests {
    private struct Report: Decodable {
        struct Totals: Decodable {
            let found, imported, converted, notSupported: Int
        }
        struct Element: Decodable {
            let element, place, outcome: String
        }
        let format: String
        let totals: Totals
        let elements: [Element]
        let toDo: [String]
    }

    private let sample = "Tests/InterchangeTests/Samples/moodle-xml/bank.xml"

    private func run(_ arguments: String...) async throws -> Program.Outcome {
        try await Program.run(arguments + ["--language", "fr"])
    }

    private func source(_ bytes: [UInt8]) throws -> String {
        let path = TemporaryFolder.newPath("source")
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    @Test(
        "import writes a folder that the check takes; apply asks to confirm the estimated minutes, and is refused where nobody answers"
    )
    func wholeWay() async throws {
        let folder = TemporaryFolder.newPath("imported")
        let file = Program.root.appending(path: sample).path
        let imported = try await run("course", "import", file, "--into", folder, "--format", "json")
        #expect(imported.code == 0)
        let report: Report = try imported.json()
        #expect(report.format == "moodle-xml" && report.totals.found == report.elements.count && report.toDo.count == 2)
        #expect(report.totals.imported + report.totals.converted + report.totals.notSupported == report.totals.found)
        let check = try await run("course", "check", folder)
        #expect(check.code == 0)
        let program = Program()
        let refused = try await program.run("course", "apply", folder)
        #expect(refused.code == 1 && refused.output.isEmpty && refused.errors.contains("--accept-placeholders"))
        #expect(["summary", "objectives", "contacts"].allSatisfy(refused.errors.contains))
        let estimated = try await program.run("course", "apply", folder, "--accept-placeholders")
        #expect(estimated.code == 1 && estimated.output.isEmpty && estimated.errors.contains("--accept-estimates"))
        let applied = try await program.run("course", "apply", folder, "--accept-estimates", "--accept-placeholders")
        #expect(applied.code == 0 && applied.output.contains("version 1"))
        // What was confirmed by taking the mark away needs no confirmation.
        for case let path as String in FileManager.default.enumerator(atPath: folder) ?? FileManager.DirectoryEnumerator()
        where path.hasSuffix(".quiz.yml") {
            let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
            try text.replacing("minutes-estimated: true\n", with: "").write(
                toFile: folder + "/" + path, atomically: true, encoding: .utf8)
        }
        let head = try String(contentsOfFile: folder + "/course.yml", encoding: .utf8)
        let written = head.replacing(#/(?m)^to-confirm:.*\n(?:  .*\n)*/#, with: "")
        #expect(written != head)
        try written.write(toFile: folder + "/course.yml", atomically: true, encoding: .utf8)
        #expect(try await program.run("course", "apply", folder).code == 0)
    }

    @Test("Bad input is a sentence and a code, and leaves nothing behind")
    func refusals() async throws {
        let folder = TemporaryFolder.newPath("refused")
        let missing = try await run("course", "import", folder + "-none", "--into", folder)
        #expect(missing.code == 66)
        let unknown = try await run("course", "import", try source(Array("Bonjour.\n".utf8)), "--into", folder)
        #expect(unknown.code == 65 && unknown.errors.contains("Common Cartridge"))
        let broken = try await run("course", "import", try source(Array("<quiz>\n<question".utf8)), "--into", folder)
        #expect(broken.code == 65 && broken.errors.contains("ligne 2"))
        let empty = try await run("course", "import", try source(Array("<quiz/>".utf8)), "--into", folder)
        #expect(empty.code == 65 && !FileManager.default.fileExists(atPath: folder))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: folder + "/notes.txt"))
        let occupied = try await run("course", "import", Program.root.appending(path: sample).path, "--into", folder)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(occupied.code == 73 && left == ["notes.txt"])
        let elements = try await run(
            "course", "import", Program.root.appending(path: sample).path, "--into", folder + "-2", "--max-elements", "5")
        #expect(elements.code == 65 && elements.errors.contains("--max-elements"))
        #expect(try await run("course", "import", "x", "--into", "y", "--max-text", "0").code == 64)
        #expect(
            try await run("course", "import", Program.root.appending(path: sample).path, "--into", folder + "-3", "--key", "É!")
                .code == 64)
    }
}

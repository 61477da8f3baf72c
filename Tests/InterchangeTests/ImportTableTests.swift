import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("docs/imports.md")
struct ImportTableTests {
    @Test("The tables of docs/imports.md are those of the program")
    func tables() throws {
        let place = SourceFolder.package.appending(path: "docs/imports.md")
        let text = try String(contentsOf: place, encoding: .utf8)
        let mark = try #require(text.range(of: "<!-- tables:"))
        let head = text[..<mark.lowerBound]
        let comment = try #require(text[mark.lowerBound...].split(separator: "\n").first)
        let whole = head + comment + "\n" + Self.tables
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try whole.write(to: place, atomically: true, encoding: .utf8)
        } else {
            #expect(text == whole, "UPDATE_GOLDENS=1 writes the tables")
        }
    }

    private static var tables: String {
        var lines: [String] = []
        func table(_ title: String, _ elements: [FormatElement]) {
            lines += ["", "## " + title, "", "| Element | | What it becomes |", "|---|---|---|"]
            lines += elements.map { "| `\($0.name)` | \($0.support.rawValue) | \($0.meaning.en) |" }
        }
        let shared = Set(FormatElement.inTexts.map(\.name))
        for format in ImportFormat.allCases where !format.elements.isEmpty {
            table(format.name, format.elements.filter { !shared.contains($0.name) })
        }
        table("In the texts of every format", FormatElement.inTexts)
        return lines.joined(separator: "\n") + "\n"
    }

    @Test("No element is listed twice")
    func once() {
        for format in ImportFormat.allCases {
            #expect(Set(format.elements.map(\.name)).count == format.elements.count, "\(format.name)")
        }
    }

    @Test("Every element that is listed as supported occurs in a sample")
    func occurs() throws {
        var found: [ImportFormat: Set<String>] = [:]
        func take(_ run: ImportRun) {
            let report = run.outcome.report
            found[report.format, default: []].formUnion(
                report.items.filter { $0.outcome.support != .notSupported }.map(\.element))
        }
        for path in FuzzTests.texts { take(try ImportRun(bytes: Sample.bytes(path), name: "source")) }
        for path in FuzzTests.packages {
            take(try ImportRun(bytes: ZipBuilder.folder(Sample.url(path)).bytes, name: "source.zip"))
        }
        let inTexts = Set(FormatElement.inTexts.filter { $0.support != .notSupported }.map(\.name))
        #expect(inTexts.subtracting(found.values.joined()).sorted() == [])
        for format in ImportFormat.allCases {
            let listed = Set(format.elements.filter { $0.support != .notSupported }.map(\.name)).subtracting(inTexts)
            let missing = listed.subtracting(found[format] ?? []).sorted()
            #expect(missing == [], "\(format.name)")
        }
    }
}

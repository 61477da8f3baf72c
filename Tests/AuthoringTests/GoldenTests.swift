import Authoring
import CourseContent
import Foundation
import Testing

/// Written again by `UPDATE_GOLDENS=1 swift test --filter GoldenTests`.
@Suite("A lesson with every construct")
struct GoldenTests {
    private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    @Test("renders as it did")
    func lesson() throws {
        let source = try Data(contentsOf: folder.appending(path: "lesson.md"))
        let disk = try CourseOnDisk([
            "01-m/01-l.md": Array(source), "01-m/files/plan.svg": Sample.svg, "01-m/files/fiche.pdf": Sample.pdf,
            "glossary.yml": RenderingTests.files["glossary.yml"],
        ])
        #expect(disk.found() == [])
        let html = try #require(disk.lessonHTML())
        #expect(RenderingSafetyTests.faults(in: html) == [])
        let golden = folder.appending(path: "lesson.html")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
            try Data(html.utf8).write(to: golden)
        }
        #expect(html == String(decoding: try Data(contentsOf: golden), as: UTF8.self))
    }
}

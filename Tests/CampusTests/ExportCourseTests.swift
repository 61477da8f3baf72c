import Authoring
import Campus
import CourseContent
import Foundation
import TestSupport
import Testing

@Suite("A course as it is kept, for an export")
struct ExportCourseTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test("every version has the folder that it was made from, byte for byte", arguments: Backend.available)
    func folders(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let folder = URL(filePath: TemporaryFolder.newPath("course"), directoryHint: .isDirectory)
            try FileManager.default.copyItem(at: Self.root.appending(path: "Courses/english-for-logistics"), to: folder)
            var folders: [[String: Data]] = []
            let cache = RenderCache(file: folder.appending(path: "_cache/a"), program: "1")
            for version in 1...3 {
                if version > 1 {
                    let file = folder.appending(path: "course.yml")
                    let text = try String(contentsOf: file, encoding: .utf8)
                    try Data(text.replacing("summary: ", with: "summary: \(version) ").utf8).write(to: file)
                }
                let read = CourseReader.read(folder: folder, cache: cache)
                let course = try #require(read.course)
                #expect(try await world.campus.apply(course).version.number == version)
                if let kept = read.kept { cache.save(kept) }
                folders.append(
                    Dictionary(
                        uniqueKeysWithValues: try course.sources.map { ($0.path, try Data(contentsOf: $0.location)) }))
            }
            for version in 1...3 {
                let kept = try await world.campus.keptCourse("english-for-logistics", version: version)
                #expect(kept.version.number == version)
                let sources = try kept.sources.map { ($0.path, try Data(contentsOf: $0.location)) }
                #expect(Dictionary(uniqueKeysWithValues: sources) == folders[version - 1])
                let digests = Set(kept.version.outline.activities.compactMap(\.contentDigest))
                #expect(Set(kept.contents.keys) == digests)
            }
            _ = try await world.campus.rollBack("english-for-logistics", to: 1)
            #expect(try await world.campus.keptCourse("english-for-logistics").version.number == 1)
            #expect(try await world.campus.authoredCourse("english-for-logistics").versions.map(\.number) == [3, 2, 1])
        }
    }
}

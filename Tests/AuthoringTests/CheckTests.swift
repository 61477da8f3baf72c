import Authoring
import CourseContent
import Foundation
import Testing

@Suite("A check finds what a reading finds")
struct CheckTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(
        "in the courses of the project, which have no problem",
        arguments: [
            "Tests/Courses/essai", "Courses/english-for-logistics", "Courses/support-cyber-spoc", "Courses/dev-web-hybride",
        ])
    func courses(_ path: String) {
        #expect(CourseReader.check(folder: Self.root.appending(path: path)) == [])
    }

    @Test("in a course with problems of several kinds, errors and warnings")
    func problems() throws {
        let glossary = "terms: [{ id: a, term: A, definition: B }]"
        let warned = try CourseOnDisk(["glossary.yml": glossary, "files/x.txt": "x"])
        #expect(CourseReader.check(folder: warned.root) == warned.read().problems)
        #expect(warned.read().problems.count == 2)
        let broken = try CourseOnDisk(["course.yml": "titel: x\n", "01-m/01-l.md": CourseOnDisk.lessonHead + "# A\n<b>\n"])
        #expect(CourseReader.check(folder: broken.root) == broken.read().problems)
    }

    @Test("what a reading has encoded is what would be encoded again")
    func encoded() throws {
        let course = try #require(CourseReader.read(folder: Self.root.appending(path: "Courses/dev-web-hybride")).course)
        #expect(Set(course.encoded.keys) == Set(course.contents.keys))
        for (digest, content) in course.contents { #expect(try ContentDigest.canonical(content).json == course.encoded[digest]) }
    }
}

import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@Suite("A new course")
struct StarterCourseTests {
    private static let combinations = Language.allCases.flatMap { language in CourseMode.allCases.map { (language, $0) } }

    @Test("passes the check without a word", arguments: combinations)
    func passes(_ language: Language, _ mode: CourseMode) throws {
        let folder = URL(filePath: TemporaryFolder.newPath("new"), directoryHint: .isDirectory)
        let starter = try StarterCourse(key: "mon-cours", title: "L'été \"2026\" : \\ # {x}", mode: mode, language: language)
        let paths = try starter.write(to: folder)
        #expect(paths.count == 5)
        let (course, problems) = CourseReader.read(folder: folder)
        #expect(problems == [])
        let outline = try #require(course).outline
        #expect(outline.key == "mon-cours" && outline.title == "L'été \"2026\" : \\ # {x}")
        #expect(outline.language == language && outline.mode == mode)
        #expect(outline.activities.count == 3)
    }

    @Test("leaves a folder that is not empty as it is")
    func refusesNonEmpty() throws {
        let disk = try CourseOnDisk()
        let starter = try StarterCourse(key: "mon-cours", title: nil, mode: .remote, language: .french)
        #expect(throws: StarterCourseError.self) { try starter.write(to: disk.root) }
        #expect(disk.found() == [])
    }

    @Test("goes into a folder that holds only hidden names")
    func acceptsRepository() throws {
        let folder = URL(filePath: TemporaryFolder.newPath("repo"), directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder.appending(path: ".git"), withIntermediateDirectories: true)
        try StarterCourse(key: "mon-cours", title: nil, mode: .remote, language: .french).write(to: folder)
        #expect(CourseReader.read(folder: folder).course != nil)
    }

    @Test("refuses bad keys and titles", arguments: ["", "Mon cours", "3d", "a/b", "é"])
    func refusesKeys(_ key: String) {
        #expect(throws: StarterCourseError.badKey(key)) {
            try StarterCourse(key: key, title: nil, mode: .remote, language: .french)
        }
    }

    @Test("refuses bad titles", arguments: ["", "  ", "a\nb", "a\u{0}b", String(repeating: "x", count: 121)])
    func refusesTitles(_ title: String) {
        #expect(throws: StarterCourseError.badTitle) {
            try StarterCourse(key: "a", title: title, mode: .remote, language: .french)
        }
    }

    @Test(
        "takes its key from the folder's name",
        arguments: [("Développeur Web (2026)", "developpeur-web-2026"), ("essai", "essai"), ("2026", "2026")])
    func key(_ name: String, _ key: String) {
        #expect(StarterCourse.key(fromFolderName: name) == key)
    }

    @Test("a folder that cannot be made is said")
    func cannotWrite() throws {
        let file = try CourseOnDisk().url("course.yml")
        let starter = try StarterCourse(key: "a", title: nil, mode: .remote, language: .english)
        #expect(throws: StarterCourseError.self) { try starter.write(to: file.appending(path: "x")) }
    }
}

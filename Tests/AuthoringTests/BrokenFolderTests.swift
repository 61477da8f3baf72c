import Authoring
import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("What is wrong in a folder is said where it is")
struct BrokenFolderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var changes: [String: [UInt8]?]
        var expected: [String]

        init(_ name: String, _ changes: [String: String?], _ expected: [String]) {
            testDescription = name
            self.changes = changes.mapValues { $0.map { Array($0.utf8) } }
            self.expected = expected
        }

        init(_ name: String, bytes: [String: [UInt8]?], _ expected: [String]) {
            testDescription = name
            changes = bytes
            self.expected = expected
        }
    }

    static let layout: [Case] = [
        Case("a valid course", [:], []),
        Case("no course.yml", ["course.yml": nil], ["missing-file course.yml:1:1"]),
        Case("no module.yml", ["01-m/module.yml": nil], ["missing-file 01-m/module.yml:1:1"]),
        Case(
            "no module", ["01-m/module.yml": nil, "01-m/01-l.md": nil, "01-m/02-q.quiz.yml": nil],
            ["no-module course.yml:1:1"]),
        Case("course.yaml", ["course.yaml": "x"], ["unexpected-file course.yaml:1:1"]),
        Case("a note at the top", ["notes.txt": "x"], ["unexpected-file notes.txt:1:1"]),
        Case("README, hidden and set aside", ["README.md": "x", ".git/x": "x", "_idea.md": "x", "_old/module.yml": "x"], []),
        Case("a folder without a number", ["drafts/module.yml": "x"], ["unexpected-folder drafts:1:1"]),
        Case("a lesson without a number", ["01-m/lesson.md": "x"], ["activity-without-number 01-m/lesson.md:1:1"]),
        Case("a quiz in .yaml", ["01-m/03-x.quiz.yaml": "x"], ["unexpected-file 01-m/03-x.quiz.yaml:1:1"]),
        Case("a folder in a module", ["01-m/img/a.png": "x"], ["unexpected-folder 01-m/img:1:1"]),
        Case(
            "a name with a space and an accent", ["files/Mon été.txt": "x"],
            ["file-name files/Mon été.txt:1:1"]),
        Case(
            "names that differ by case", ["01-m/files/a.txt": "x", "01-m/files/A.txt": "x"],
            ["name-differs-by-case 01-m/files/a.txt:1:1"]),
        Case(
            "a backslash in a name", ["01-m/files/a\\b.txt": "x"], ["file-name 01-m/files/a\\b.txt:1:1"]),
        Case("an empty module", ["02-n/module.yml": "id: n\ntitle: N\n"], ["?empty-module 02-n/module.yml:1:1"]),
    ]

    static let bytes: [Case] = [
        Case(
            "a NUL byte", bytes: ["01-m/01-l.md": Array("---\nid: lecon\n---\nà\u{0}b\n".utf8)], ["nul-byte 01-m/01-l.md:4:2"]),
        Case(
            "bytes that are not UTF-8", bytes: ["01-m/01-l.md": Array("---\nid: é".utf8) + [0xE9, 0x0A]],
            ["invalid-utf8 01-m/01-l.md:2:6"]),
        Case(
            "a lone continuation byte", bytes: ["course.yml": [0x80]],
            ["invalid-utf8 course.yml:1:1"]),
        Case(
            "a control character", bytes: ["01-m/module.yml": Array("id: m\ntitle: a\u{7}b\n".utf8)],
            ["control-character 01-m/module.yml:2:9"]),
        Case(
            "a byte order mark and Windows line ends",
            bytes: ["01-m/module.yml": [0xEF, 0xBB, 0xBF] + Array("id: m\r\ntitle: M\r\n".utf8)], []),
        Case("an empty file", bytes: ["01-m/module.yml": []], ["empty-file 01-m/module.yml:1:1"]),
    ]

    @Test("layout and bytes", arguments: layout + bytes)
    func says(_ broken: Case) throws {
        let disk = try CourseOnDisk(broken.changes)
        #expect(disk.found() == broken.expected)
    }

    @Test("a folder that does not exist, and a file in its place")
    func noFolder() throws {
        let missing = CourseReader.read(folder: URL(filePath: TemporaryFolder.newPath("none")))
        #expect(missing.course == nil && missing.problems.map(\.code) == ["no-such-folder"])
        let file = CourseReader.read(folder: try CourseOnDisk().url("course.yml"))
        #expect(file.problems.map(\.code) == ["no-such-folder"])
    }

    @Test("a large text is refused by its size alone", arguments: ["01-m/01-l.md", "01-m/02-q.quiz.yml", "course.yml"])
    func largeText(_ path: String) throws {
        let disk = try CourseOnDisk()
        // A sparse file: 50 MiB that take no room.
        let handle = try FileHandle(forWritingTo: disk.url(path))
        try handle.truncate(atOffset: 50 << 20)
        try handle.close()
        #expect(disk.found().first { $0.hasPrefix("file-too-large") } == "file-too-large \(path):1:1")
        // A file of NUL bytes that had been read would have been refused for them.
        #expect(!disk.found().contains { $0.hasPrefix("nul-byte") })
    }

    @Test("a large download is refused")
    func largeAsset() throws {
        let disk = try CourseOnDisk.lesson("[x](files/a.zip)", with: ["01-m/files/a.zip": [0x50, 0x4B]])
        let handle = try FileHandle(forWritingTo: disk.url("01-m/files/a.zip"))
        try handle.truncate(atOffset: (50 << 20) + 1)
        try handle.close()
        #expect(disk.found() == ["file-too-large 01-m/files/a.zip:1:1"])
    }

    @Test(
        "symbolic links are refused wherever they stand and lead",
        arguments: ["02-n", "01-m/03-x.md", "files", "01-m/files/x.png", "01-m/files"])
    func symbolicLinks(_ path: String) throws {
        let disk = try CourseOnDisk()
        let outside = try CourseOnDisk()
        let link = disk.url(path)
        try FileManager.default.createDirectory(at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
        let target = path.contains(".") ? outside.url("01-m/01-l.md") : outside.url("01-m")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        #expect(disk.found() == ["symbolic-link \(path):1:1"])
    }

    @Test("a link in the place of course.yml is not followed")
    func linkedCourseFile() throws {
        let disk = try CourseOnDisk(["course.yml": nil])
        try FileManager.default.createSymbolicLink(
            at: disk.url("course.yml"), withDestinationURL: try CourseOnDisk().url("course.yml"))
        #expect(disk.found() == ["missing-file course.yml:1:1", "symbolic-link course.yml:1:1"])
    }

    @Test("a pipe is neither opened nor waited for")
    func pipe() throws {
        let disk = try CourseOnDisk(["01-m/01-l.md": nil])
        #expect(mkfifo(disk.url("01-m/01-l.md").path(percentEncoded: false), 0o600) == 0)
        #expect(disk.found() == ["not-a-file 01-m/01-l.md:1:1"])
    }

    @Test("names that are not UTF-8 are reported")
    func foreignName() throws {
        let disk = try CourseOnDisk()
        let path = Array(disk.url("01-m/").path(percentEncoded: false).utf8.map { CChar(bitPattern: $0) })
        let descriptor = open(path + [CChar(bitPattern: 0xE9)] + [0], O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        #expect(disk.found() == ["file-name 01-m/\u{FFFD}:1:1"])
    }

    @Test("limits of modules, activities and entries")
    func limits() throws {
        var limits = FolderLimits()
        limits.modules = 1
        let two = try CourseOnDisk([
            "02-n/module.yml": "id: n\ntitle: N\nplanned: [{ id: p, title: P, kind: lesson, minutes: 5 }]\n"
        ])
        #expect(CourseReader.read(folder: two.root, limits: limits).problems.map(\.code) == ["too-many"])
        limits = FolderLimits()
        limits.modulesAndActivities = 4
        #expect(CourseReader.read(folder: two.root, limits: limits).problems.map(\.code) == ["too-many"])
        limits.modulesAndActivities = 5
        #expect(CourseReader.read(folder: two.root, limits: limits).problems.isEmpty)
        limits.entries = 5
        #expect(CourseReader.read(folder: two.root, limits: limits).problems.map(\.code).contains("too-many"))
        limits = FolderLimits()
        limits.questionsPerQuiz = 0
        #expect(CourseReader.read(folder: two.root, limits: limits).problems.map(\.code) == ["too-many"])
    }
}

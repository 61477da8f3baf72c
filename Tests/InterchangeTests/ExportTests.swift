import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("What an export writes")
struct ExportTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let courses = [
        "Tests/Courses/essai", "Courses/english-for-logistics", "Courses/support-cyber-spoc", "Courses/dev-web-hybride",
    ]

    private func exported(_ course: String) throws -> ExportedCourse {
        ExportedCourse(try #require(CourseReader.read(folder: Self.root.appending(path: course)).course))
    }

    /// Unpacks an archive with another program than the one that wrote it.
    private func unpacked(_ archive: String) throws -> URL {
        let folder = TemporaryFolder.newPath("unpacked")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-m", "zipfile", "-e", archive, folder]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return URL(filePath: folder, directoryHint: .isDirectory)
    }

    @Test("the folder comes out as it went in: every file that was read, and the same course", arguments: courses)
    func folder(_ course: String) throws {
        let archive = TemporaryFolder.newPath("course.zip")
        let exported = try exported(course)
        try FolderExport.write(exported, to: archive)
        let folder = try unpacked(archive).appending(path: exported.outline.key, directoryHint: .isDirectory)
        let (again, problems) = CourseReader.read(folder: folder)
        #expect(problems == [])
        #expect(
            try again.map { try PreparedCourse($0).digest }
                == PreparedCourse(#require(CourseReader.read(folder: Self.root.appending(path: course)).course)).digest)
        for source in exported.sources {
            #expect(
                try Data(contentsOf: folder.appending(path: source.path)) == Data(contentsOf: source.location), "\(source.path)")
        }
        let first = try Data(contentsOf: URL(filePath: archive))
        try FolderExport.write(exported, to: archive)
        #expect(try Data(contentsOf: URL(filePath: archive)) == first)
    }

    @Test("a version without its folder is refused, and nothing is written")
    func noSources() throws {
        var exported = try exported(Self.courses[0])
        exported.sources = []
        let archive = TemporaryFolder.newPath("course.zip")
        #expect(throws: ExportError.noSources) { try FolderExport.write(exported, to: archive) }
        exported.sources = [.init(path: "course.yml", location: URL(filePath: "/no/such/file"))]
        #expect(throws: ExportError.cannotRead("essai/course.yml")) { try FolderExport.write(exported, to: archive) }
        #expect(!FileManager.default.fileExists(atPath: archive))
    }

    @Test("a printed course has every activity, its images in it, and the answers only when asked for", arguments: courses)
    func printed(_ course: String) throws {
        let exported = try exported(course)
        let without = try PrintedCourse.page(exported, withAnswers: false)
        let with = try PrintedCourse.page(exported, withAnswers: true)
        for activity in exported.outline.activities where !activity.isPlanned {
            #expect(without.contains("<article id=\"a-\(activity.id)\""), "\(activity.id)")
        }
        #expect(!without.contains("class=\"answer\"") && with.contains("class=\"answer\""))
        for page in [without, with] {
            #expect(
                !page.contains("/assets/") && !page.contains("<script") && !page.contains("<video") && !page.contains("<audio"))
            let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
            let places = Set(page.matches(of: /<a href="#([^"]+)"/).map { String($0.1) })
            #expect(places.subtracting(ids) == [])
        }
    }

    /// Every file of the manifest is there and the other way round, and every XML is well-formed.
    @Test("a cartridge is whole: its manifest names what is in it, and every activity has its line", arguments: courses)
    func cartridge(_ course: String) throws {
        let exported = try exported(course)
        let archive = TemporaryFolder.newPath("course.imscc")
        let lines = try CartridgeExport.write(exported, to: archive)
        #expect(lines.map(\.id) == exported.outline.activities.map(\.id))
        let folder = try unpacked(archive)
        let manifest = try String(contentsOf: folder.appending(path: "imsmanifest.xml"), encoding: .utf8)
        let named = Set(manifest.matches(of: /<file href="([^"]+)"/).map { String($0.1) })
        let present = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: folder.path + "/" + path, isDirectory: &isFolder) && !isFolder.boolValue
        }
        #expect(named.union(["imsmanifest.xml"]) == Set(present))
        let identifiers = Set(manifest.matches(of: /\sidentifier="([^"]+)"/).map { String($0.1) })
        let references = Set(manifest.matches(of: /\sidentifierref="([^"]+)"/).map { String($0.1) })
        #expect(references.subtracting(identifiers) == [])
        for path in present where path.hasSuffix(".xml") {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/python3")
            process.arguments = ["-c", "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", folder.path + "/" + path]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, "\(path)")
        }
    }

    @Test("in a cartridge every address of a text leads to a file of it, or out of it", arguments: courses)
    func links(_ course: String) throws {
        let archive = TemporaryFolder.newPath("course.imscc")
        _ = try CartridgeExport.write(try exported(course), to: archive)
        let folder = try unpacked(archive)
        let present = Set(try FileManager.default.subpathsOfDirectory(atPath: folder.path))
        var inside = 0
        for path in present.sorted()
        where path.hasPrefix("pages/") || path.hasPrefix("discussions/") || path.hasPrefix("assessments/") {
            var text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            let isPage = path.hasPrefix("pages/")
            if !isPage {
                // In XML the texts are escaped once more.
                for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
                    text = text.replacing(entity, with: sign)
                }
            }
            for match in text.matches(of: /<[a-z]+(?:\s[^<>]*)?\s(?:src|href|poster)="([^"]*)"/) {
                let address = String(match.1)
                if ["http://", "https://", "mailto:", "tel:", "#"].contains(where: address.hasPrefix) { continue }
                let target = address.prefix { $0 != "#" }
                let mark = isPage ? "../" : "$IMS-CC-FILEBASE$/"
                let file = target.hasPrefix(mark) ? String(target.dropFirst(mark.count)) : "pages/" + target
                #expect(isPage || target.hasPrefix(mark), "\(path): \(address)")
                let isThere = present.contains(file)
                #expect(isThere, "\(path): \(address)")
                inside += 1
            }
        }
        #expect(inside > 0 || course.hasSuffix("essai"))
    }
}

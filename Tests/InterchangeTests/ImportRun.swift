import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// One import of a test, and what came of it.
struct ImportRun {
    let folder: URL
    let outcome: ImportOutcome
    /// `nil` when the check finds an error.
    let course: AuthoredCourse?
    let errors: [Problem]

    init(_ file: URL, language: Language = .french, limits: ImportLimits = ImportLimits()) throws {
        folder = URL(filePath: TemporaryFolder.newPath("import"), directoryHint: .isDirectory)
        var options = ImportOptions(language: language)
        options.limits = limits
        options.key = "imported"
        outcome = try CourseImport.run(file, into: folder, options: options)
        let read = CourseReader.read(folder: folder)
        course = read.course
        errors = read.problems.filter { $0.severity == .error && $0.code != "no-evaluation" }
    }

    init(bytes: [UInt8], name: String, language: Language = .french, limits: ImportLimits = ImportLimits()) throws {
        let path = TemporaryFolder.newPath("source")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let file = URL(filePath: path + "/" + name)
        try Data(bytes).write(to: file)
        try self.init(file, language: language, limits: limits)
    }

    /// How many of each element the report holds.
    var counts: [String: Int] { outcome.report.items.reduce(into: [:]) { $0[$1.element, default: 0] += 1 } }

    /// Every file of the folder, by path.
    var files: [String: Data] {
        var files: [String: Data] = [:]
        let root = folder.path(percentEncoded: false)
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? FileManager.DirectoryEnumerator() {
            if let data = FileManager.default.contents(atPath: root + "/" + path) { files[path] = data }
        }
        return files
    }

    var quizzes: [QuizContent] {
        (course?.outline.activities ?? []).compactMap { activity in
            guard let digest = activity.contentDigest, case .quiz(let quiz)? = course?.contents[digest] else { return nil }
            return quiz
        }
    }

    var lessons: [String] {
        (course?.outline.activities ?? []).compactMap { activity in
            guard let digest = activity.contentDigest, case .lesson(let lesson)? = course?.contents[digest] else { return nil }
            return lesson.html
        }
    }

    var questions: [Question] { quizzes.flatMap(\.questions) }

    /// All Markdown and YAML that was written.
    var text: String {
        files.sorted { $0.key < $1.key }.filter {
            $0.key != "README.md" && !$0.key.hasPrefix("files/") && !$0.key.hasPrefix("_import/")
        }
        .map { String(decoding: $0.value, as: UTF8.self) }.joined(separator: "\n")
    }
}

/// The samples of a format.
enum Sample {
    static let folder = SourceFolder.package.appending(path: "Tests/InterchangeTests/Samples")

    static func url(_ path: String) -> URL { folder.appending(path: path) }

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: url(path))) }
}

/// What holds for every import.
func expectLaws(
    _ run: ImportRun, _ format: ImportFormat, _ counts: [String: Int], sourceLocation: SourceLocation = #_sourceLocation
) {
    let report = run.outcome.report
    #expect(report.format == format, sourceLocation: sourceLocation)
    #expect(run.errors.map { "\($0.file):\($0.line) \($0.code) \($0.message.en)" } == [], sourceLocation: sourceLocation)
    #expect(run.counts == counts, sourceLocation: sourceLocation)
    let settled = report.count(.imported) + report.count(.converted) + report.count(.notSupported)
    #expect(settled == report.items.count, sourceLocation: sourceLocation)
    let known = Dictionary(report.format.elements.map { ($0.name, $0.support) }, uniquingKeysWith: { first, _ in first })
    for item in report.items {
        guard let best = known[item.element] else {
            Issue.record("\(item.element) is not among the elements of \(format.name)", sourceLocation: sourceLocation)
            continue
        }
        let order: [FormatElement.Support] = [.imported, .converted, .notSupported]
        let isNoBetter = (order.firstIndex(of: item.outcome.support) ?? 0) >= (order.firstIndex(of: best) ?? 0)
        #expect(isNoBetter, "\(item.element): \(item.outcome.support) is better than documented", sourceLocation: sourceLocation)
    }
}

import Authoring
import CourseContent
import Foundation
import TestSupport

/// A course folder made for a test: a small valid course, with some of its files replaced, added or taken away.
struct CourseOnDisk {
    let root: URL

    static let course = """
        format: 1
        key: essai
        title: Un essai
        language: fr
        mode: remote
        summary: On essaie.
        hours: { total: 0.5 }
        objectives:
          - { id: essayer, title: Essayer }
        contacts:
          pedagogical: { title: Tutrice, hours-to-answer: 24 }
          technical: { title: Aide, hours-to-answer: 8 }

        """
    static let module = """
        id: module-un
        title: Module un

        """
    static let lessonHead = """
        ---
        id: lecon
        title: Une leçon
        minutes: 10
        ---

        """
    static let quizHead = """
        id: quiz
        title: Un quiz
        minutes: 5
        objectives: [essayer]
        questions:

        """
    static let question = """
          - id: q1
            type: true-false
            text: Oui ?
            answer: true

        """

    /// - Parameter changes: contents by path; `nil` takes the file away.
    init(_ changes: [String: [UInt8]?] = [:]) throws {
        root = URL(filePath: TemporaryFolder.newPath("course"), directoryHint: .isDirectory)
        var files: [String: [UInt8]] = [
            "course.yml": Array(Self.course.utf8),
            "01-m/module.yml": Array(Self.module.utf8),
            "01-m/01-l.md": Array((Self.lessonHead + "Bonjour.\n").utf8),
            "01-m/02-q.quiz.yml": Array((Self.quizHead + Self.question).utf8),
        ]
        for (path, bytes) in changes { files[path] = bytes }
        for (path, bytes) in files {
            let url = url(path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }

    init(_ changes: [String: String]) throws {
        try self.init(changes.mapValues { Optional(Array($0.utf8)) })
    }

    func url(_ path: String) -> URL { root.appending(path: path, directoryHint: .notDirectory) }

    func read() -> (course: AuthoredCourse?, problems: [Problem]) { CourseReader.read(folder: root) }

    /// Each problem as `code file:line:column`, with `?` before a warning.
    func found() -> [String] {
        read().problems.map {
            ($0.severity == .warning ? "?" : "") + "\($0.code) \($0.file):\($0.line):\($0.column)"
        }
    }
}

extension CourseOnDisk {
    /// A course whose lesson has this text. Its first line is line 6 of the file.
    static func lesson(_ text: String, with files: [String: [UInt8]] = [:]) throws -> CourseOnDisk {
        var changes: [String: [UInt8]?] = files.mapValues { $0 }
        changes["01-m/01-l.md"] = Array((lessonHead + text + "\n").utf8)
        return try CourseOnDisk(changes)
    }

    /// A course whose quiz has these questions. Their first line is line 6 of the file.
    static func quiz(_ questions: String) throws -> CourseOnDisk {
        try CourseOnDisk(["01-m/02-q.quiz.yml": quizHead + questions + "\n"])
    }

    /// The HTML of the lesson.
    func lessonHTML() -> String? {
        guard let course = read().course else { return nil }
        for case .lesson(let lesson) in course.contents.values { return lesson.html }
        return nil
    }

    /// The first quiz.
    func quizContent() -> QuizContent? {
        guard let course = read().course else { return nil }
        for case .quiz(let quiz) in course.contents.values { return quiz }
        return nil
    }
}

/// Small files of the kinds that a course may hold.
enum Sample {
    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 2, 0x80, 0, 0, 1, 0xE0, 8, 2, 0, 0, 0]
    static let gif: [UInt8] = Array("GIF89a".utf8) + [0x40, 0x01, 0xC8, 0x00, 0, 0, 0]
    static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0x01, 0x2C, 0x01, 0x90, 3, 1, 0x22, 0]
    static let webpLossy: [UInt8] =
        Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8 ".utf8) + [
            10, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x20, 0x03, 0x58, 0x02,
        ]
    static let webpLossless: [UInt8] =
        Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8L".utf8) + [10, 0, 0, 0, 0x2F, 0x1F, 0xC3, 0x95, 0x00, 0]
    static let webpExtended: [UInt8] =
        Array("RIFF".utf8) + [30, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 0x03, 0, 0x57, 0x02, 0]
    static let svg = Array(
        #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>"#.utf8)
    static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

    // MARK: Videos and sounds

    static func box(_ name: String, _ content: [UInt8]) -> [UInt8] { big(content.count + 8, 4) + Array(name.utf8) + content }
    static func big(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * (count - 1 - $0))) }
    }
    /// An index that says so many thousandths of a second.
    static func moov(_ milliseconds: Int) -> [UInt8] {
        box("moov", box("mvhd", [UInt8](repeating: 0, count: 12) + big(1000, 4) + big(milliseconds, 4)))
    }
    static let ftyp = box("ftyp", Array("isom".utf8) + [0, 0, 2, 0])
    static let mp4: [UInt8] = ftyp + moov(200_400) + box("mdat", [1, 2, 3])
    static let slowMP4: [UInt8] = ftyp + box("mdat", [1, 2, 3]) + moov(65_000)
    static let m4a: [UInt8] = box("ftyp", Array("M4A ".utf8) + [0, 0, 2, 0]) + moov(3_900_000)
    static let webm: [UInt8] =
        [0x1A, 0x45, 0xDF, 0xA3, 0x80, 0x18, 0x53, 0x80, 0x67, 0xFF, 0xEC, 0x81, 0, 0x15, 0x49, 0xA9, 0x66, 0x8E]
        + [0x2A, 0xD7, 0xB1, 0x83, 0x0F, 0x42, 0x40, 0x44, 0x89, 0x84] + big(Int(Float(2500).bitPattern), 4)
    static let ogg: [UInt8] =
        page(Array("OpusHead".utf8) + [1, 1, 0x38, 1, 0x80, 0xBB, 0, 0, 0, 0, 0], at: 0) + page([0], at: 96312)
    static let vorbis: [UInt8] =
        page([1] + Array("vorbis".utf8) + [0, 0, 0, 0, 1, 0x44, 0xAC, 0, 0] + [UInt8](repeating: 0, count: 14), at: 0)
        + page([0], at: 44100)
    private static func page(_ packet: [UInt8], at sample: Int) -> [UInt8] {
        Array("OggS".utf8) + [0, 0] + big(sample, 8).reversed() + [UInt8](repeating: 0, count: 12) + [1, UInt8(packet.count)]
            + packet
    }
    /// So many frames of 1152 samples at 44,100 Hz and 128 kbit/s, after a tag.
    static func mp3(_ frames: Int, begins first: String = "") -> [UInt8] {
        var frame = [0xFF, 0xFB, 0x90, 0x64] + [UInt8](repeating: 0, count: 413)
        let plain = frame
        for (index, byte) in first.utf8.enumerated() { frame[36 + index] = byte }
        return Array("ID3".utf8) + [4, 0, 0, 0, 0, 1, 2] + [UInt8](repeating: 0, count: 130)
            + (0..<frames).flatMap { $0 == 0 ? frame : plain }
    }
}

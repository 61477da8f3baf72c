import Authoring
import Essentials
import Foundation
import Interchange

/// What is read, and what holds whatever comes in.
enum FuzzGroup: String, CaseIterable {
    case text, package, archive, lesson, quiz, media

    private static let folder = NSTemporaryDirectory() + "/rebond-fuzz-\(getpid())"

    /// Reads the input; ends the process when something does not hold.
    func tries(_ bytes: [UInt8]) {
        let folder = Self.folder
        try? FileManager.default.removeItem(atPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        switch self {
        case .text, .archive: imported(bytes, in: folder)
        case .package: imported(Container(bytes).archive, in: folder)
        case .lesson: checked(["01-m/01-l.md": bytes], in: folder)
        case .quiz: checked(["01-m/01-q.quiz.yml": bytes], in: folder)
        case .media:
            // The first byte says what the file calls itself.
            guard let first = bytes.first else { return }
            let endings = ["png", "jpg", "gif", "webp", "svg", "mp4", "m4a", "webm", "mp3", "ogg", "vtt", "txt"]
            let ending = endings[Int(first) % endings.count]
            let shown = ending == "vtt" || ending == "txt" ? "mp3" : ending
            var files = ["01-m/files/x.\(ending)": Array(bytes.dropFirst())]
            if shown != ending { files["01-m/files/x.mp3"] = Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 0] }
            files["01-m/01-l.md"] = Array("---\nid: l\ntitle: L\nminutes: 5\n---\n\n![Words](files/x.\(shown))\n".utf8)
            checked(files, in: folder)
        }
    }

    private func write(_ files: [String: [UInt8]], in folder: String) {
        for (path, bytes) in files {
            let file = URL(filePath: folder + "/" + path)
            try? FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? Data(bytes).write(to: file)
        }
    }

    /// An import makes a course that the check takes, or gives a sentence and leaves nothing behind.
    private func imported(_ bytes: [UInt8], in folder: String) {
        write(["source": bytes], in: folder)
        var options = ImportOptions(language: .french)
        // What is unpacked counts for the machine that tries, not for what is tried.
        options.limits.unpacked = 32 << 20
        options.limits.entry = 8 << 20
        let into = URL(filePath: folder + "/course", directoryHint: .isDirectory)
        do throws(ImportError) {
            let outcome = try CourseImport.run(URL(filePath: folder + "/source"), into: into, options: options)
            let errors = outcome.problems.filter { $0.severity == .error && $0.code != "no-evaluation" }
            guard errors.isEmpty else { fail("\(errors.map { "\($0.file):\($0.line) \($0.code) \($0.message.en)" })") }
        } catch {
            guard !error.phrase.fr.isEmpty, (try? FileManager.default.contentsOfDirectory(atPath: folder)) == ["source"] else {
                fail("something is left behind: \(error)")
            }
        }
    }

    /// What stands around one file.
    private static let course = [
        "course.yml": """
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

        """,
        "01-m/module.yml": "id: module-un\ntitle: Module un\n",
    ]

    /// A check says what is wrong, at a place that is in the file.
    private func checked(_ files: [String: [UInt8]], in folder: String) {
        write(files.merging(Self.course.mapValues { Array($0.utf8) }) { first, _ in first }, in: folder)
        let read = CourseReader.read(folder: URL(filePath: folder, directoryHint: .isDirectory))
        for problem in read.problems {
            guard problem.line >= 1, problem.column >= 1, !problem.message.fr.isEmpty, !problem.hint.en.isEmpty else {
                fail("\(problem)")
            }
        }
    }

    /// Says why and ends the process in the way that makes libFuzzer keep the input.
    private func fail(_ why: String) -> Never {
        FileHandle.standardError.write(Data("Fatal error: \(why)\n".utf8))
        abort()
    }
}

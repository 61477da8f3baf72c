import Authoring
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Samples that were changed at random: each is a course that the check takes, or a sentence; never a crash, never half a folder.
@Suite("Whatever comes in")
struct FuzzTests {
    static let texts = [
        "gift/handwritten.txt", "gift/exported.txt", "gift/markdown.txt", "moodle-xml/bank.xml", "moodle-xml/gaps.xml",
        "moodle-xml/latin1.xml",
        "qti-single.xml", "cards/words.csv", "cards/anki.txt",
    ]
    static let packages = [
        "cc-spec", "cc-canvas", "cc-thin", "qti-21", "qti-30", "olx-studio", "olx-inline", "olx-markdown", "olx-media",
        "mbz-4", "mbz-3", "mbz-44", "mbz-bare", "mbz-twice", "scorm-12", "scorm-2004", "h5p-set", "h5p-column", "h5p-cards",
        "h5p-slides",
        "h5p-book",
    ]

    private static let insertions = [
        "<", ">", "&", "{", "}", "}}", "{{", "=", "~", "#", "%", "\"", "'", "\\", "<b>", "</p>", "<script>", "<table><tr><td>",
        "::", "->", "\u{0}", "é",
        "]]>", "<![CDATA[", "<!ENTITY a 'b'>", "&nbsp;", "-1e999", "99999999999999999999", "\n\n", "../", "[^1]", "{lang=fr}",
        "null", "[", "]", "true",
        "href=\"javascript:x\"", "<ul><li><ul>", "\u{202E}", "id=\"\"", "<gap/>", "*", "$@", "|", "- ", "1. ", "# ",
    ]

    static func changed(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0...6, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &dice)))
            case 2: bytes.insert(contentsOf: (insertions.randomElement(using: &dice) ?? "").utf8, at: place)
            case 3:
                let end = min(bytes.count, place + Int.random(in: 1...200, using: &dice))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            case 4: bytes = Array(bytes.prefix(place))
            case 5:
                let piece = Array((insertions.randomElement(using: &dice) ?? "").utf8)
                bytes.insert(contentsOf: (0..<Int.random(in: 2...300, using: &dice)).flatMap { _ in piece }, at: place)
            default:
                let other = Int.random(in: 0..<bytes.count, using: &dice)
                bytes.swapAt(place, other)
            }
        }
        return bytes
    }

    /// Runs one case.
    /// - Returns: whether it was taken.
    @discardableResult
    private func tries(_ bytes: [UInt8], name: String, _ label: String) throws -> Bool {
        let folder = TemporaryFolder.newPath("fuzz")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = URL(filePath: folder + "/" + name)
        try Data(bytes).write(to: file)
        let into = URL(filePath: folder + "/course", directoryHint: .isDirectory)
        var isTaken = false
        do throws(ImportError) {
            let outcome = try CourseImport.run(file, into: into, options: ImportOptions(language: .english))
            let errors = outcome.problems.filter { $0.severity == .error && $0.code != "no-evaluation" }
            #expect(errors.map { "\($0.file):\($0.line) \($0.code) \($0.message.en)" } == [], "\(label)")
            let known = Set(outcome.report.format.elements.map(\.name))
            let unknown = outcome.report.items.map(\.element).filter { !known.contains($0) }
            #expect(unknown == [], "\(label)")
            isTaken = true
        } catch {
            #expect(!error.phrase.fr.isEmpty && !error.phrase.en.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [name], "\(label): something is left behind")
        }
        try FileManager.default.removeItem(atPath: folder)
        return isTaken
    }

    @Test("Texts and XML that were changed at random", arguments: texts)
    func text(_ path: String) throws {
        let sample = try Sample.bytes(path)
        var taken = 0
        for seed in 0..<40 {
            var dice = Dice(state: UInt64(seed) &* 1_000_003 &+ 17)
            if try tries(Self.changed(sample, &dice), name: "source", "\(path) \(seed)") { taken += 1 }
        }
        // Changes that nothing survives would try nothing.
        #expect(taken >= 2, "\(taken) of 40 were taken")
    }

    @Test("Packages of which a file was changed, lost or doubled", arguments: packages)
    func package(_ path: String) throws {
        let sample = try ZipBuilder.folder(Sample.url(path))
        var taken = 0
        for seed in 0..<25 {
            var dice = Dice(state: UInt64(seed) &* 7_777_777 &+ 3)
            var zip = sample
            for _ in 0..<Int.random(in: 1...3, using: &dice) where !zip.entries.isEmpty {
                let place = Int.random(in: 0..<zip.entries.count, using: &dice)
                switch Int.random(in: 0...8, using: &dice) {
                case 0: zip.entries.remove(at: place)
                case 1: zip.entries[place].name = Self.changed(zip.entries[place].name, &dice).filter { $0 != 0 }
                default: zip.entries[place].bytes = Self.changed(zip.entries[place].bytes, &dice)
                }
            }
            if try tries(zip.bytes, name: "source.zip", "\(path) \(seed)") { taken += 1 }
        }
        #expect(taken >= (sample.entries.count > 3 ? 2 : 0), "\(taken) of 25 were taken")
    }

    @Test("Archives whose own bytes were changed", arguments: ["cc-canvas", "mbz-bare"])
    func archive(_ path: String) throws {
        let zip = try ZipBuilder.folder(Sample.url(path)).bytes
        let tar = try TarBuilder.folder(Sample.url(path)).gzipped
        for seed in 0..<60 {
            var dice = Dice(state: UInt64(seed) &* 31_337 &+ 5)
            try tries(Self.changed(seed.isMultiple(of: 2) ? zip : tar, &dice), name: "source", "\(path) \(seed)")
        }
    }
}

import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Authoring

@Suite("A course read with what is remembered of it is the course read without")
struct RenderCacheTests {
    /// A folder with everything that bodies refer to.
    private static func disk() throws -> CourseOnDisk {
        var changes: [String: [UInt8]?] = [
            "01-m/files/plan.png": Sample.png, "files/plan2.png": Sample.png, "01-m/files/film.mp4": Sample.mp4,
            "01-m/files/film.vtt": Array("WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n".utf8),
        ]
        let texts = [
            "course.yml": CourseOnDisk.course.replacing("hours: { total: 0.5 }", with: "hours: { total: 2 }"),
            "glossary.yml": "terms:\n  - { id: quai, term: quai, definition: Où l’on décharge. }\n",
            "banks/securite.bank.yml": "questions:\n" + CourseOnDisk.question.replacing("q1", with: "b1")
                + CourseOnDisk.question.replacing("q1", with: "b2"),
            "01-m/01-l.md": CourseOnDisk.lessonHead
                + "## Un titre\n\nBonjour, [le quai](term:quai), ![Le plan](files/plan.png), [suite](activity:suite#la-fin).\n",
            "01-m/03-suite.md":
                "---\nid: suite\ntitle: Suite\nminutes: 15\nopens: { after: [lecon] }\n---\n## La fin\n\nVoir [là](#la-fin) "
                + "et ![Le plan](../files/plan2.png).\n",
            "01-m/04-film.md": "---\nid: film\ntitle: Film\nminutes: 15\n---\n![Le film](files/film.mp4)\n",
            "01-m/05-tirage.quiz.yml": "id: tirage\ntitle: Tirage\nminutes: 15\nquestions:\n  - { draw: 1, bank: securite }\n"
                + "summary: Après les questions.\n",
            "01-m/06-jeu.scenario.yml":
                "id: jeu\ntitle: Jeu\nminutes: 15\nscenes:\n  - id: a\n    title: A\n    text: Un choix.\n"
                + "    choices:\n      - { text: Oui, to: b }\n  - { id: b, title: B, text: Fin., ending: { score: 80, debrief: Bien. } }\n",
            "01-m/07-cartes.deck.yml": "id: cartes\ntitle: Cartes\nminutes: 45\ncards:\n  - { id: c1, front: dock, back: quai }\n"
                + "  - { id: c2, front: truck, back: camion }\n",
        ]
        for (path, text) in texts { changes[path] = Array(text.utf8) }
        return try CourseOnDisk(changes)
    }

    /// The same picture, one pixel wider.
    private static let otherPNG: [UInt8] = Sample.png.enumerated().map { $0.offset == 19 ? $0.element + 1 : $0.element }

    private enum Edit: Sendable {
        case nothing
        case replace(String, String, String)
        case write(String, String)
        case bytes(String, [UInt8])
        case move(String, String)
        case remove(String)

        func apply(to disk: CourseOnDisk) throws {
            switch self {
            case .nothing: break
            case .replace(let path, let old, let new):
                let text = try String(contentsOf: disk.url(path), encoding: .utf8)
                try #require(text.contains(old))
                try Data(text.replacing(old, with: new).utf8).write(to: disk.url(path))
            case .write(let path, let text):
                try FileManager.default.createDirectory(
                    at: disk.url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: disk.url(path))
            case .bytes(let path, let bytes): try Data(bytes).write(to: disk.url(path))
            case .move(let path, let other): try FileManager.default.moveItem(at: disk.url(path), to: disk.url(other))
            case .remove(let path): try FileManager.default.removeItem(at: disk.url(path))
            }
        }
    }

    /// One edit after the other, with how many bodies are expected to be rendered again; `nil` where the course is refused.
    private static let edits: [(edit: Edit, rendered: Int?)] = [
        (.nothing, 7), (.nothing, 2), (.replace("01-m/01-l.md", "Bonjour", "Bonsoir"), 3),
        (.replace("01-m/01-l.md", "title: Une leçon", "title: Une autre leçon"), 3),
        (.replace("01-m/02-q.quiz.yml", "title: Un quiz", "title: Le quiz"), 3),
        (.replace("01-m/02-q.quiz.yml", "answer: true", "answer: false"), 3),
        (.replace("01-m/06-jeu.scenario.yml", "score: 80", "score: 90"), 3),
        (.replace("01-m/07-cartes.deck.yml", "camion", "poids lourd"), 3),
        (.replace("banks/securite.bank.yml", "Oui ?", "Vraiment ?"), 2),
        (.replace("01-m/03-suite.md", "La fin", "La toute fin"), nil),
        (.replace("01-m/03-suite.md", "La toute fin", "La fin"), 2),
        (.bytes("01-m/files/plan.png", otherPNG), 3), (.remove("files/plan2.png"), nil),
        (.bytes("files/plan2.png", Sample.png), 2), (.replace("glossary.yml", "Où l’on décharge", "Là où l’on charge"), 7),
        (.write("02-n/module.yml", "id: n\ntitle: N\n"), 2),
        (.write("02-n/01-neuf.md", "---\nid: neuf\ntitle: Neuf\nminutes: 5\n---\nTexte.\n"), 3),
        (.replace("01-m/01-l.md", "id: lecon", "id: lecon2"), nil), (.replace("01-m/01-l.md", "id: lecon2", "id: lecon"), 2),
        (.replace("01-m/03-suite.md", "id: suite", "id: autre"), nil),
        (.replace("01-m/03-suite.md", "id: autre", "id: suite"), 2),
        (.move("02-n/01-neuf.md", "01-m/09-neuf.md"), 2), (.remove("02-n/module.yml"), nil),
        (.remove("02-n"), 2), (.replace("course.yml", "language: fr", "language: en"), 8),
        (.replace("course.yml", "key: essai", "key: essai-deux"), 8),
        (.replace("01-m/01-l.md", "minutes: 10", "minutes: 20"), 3), (.replace("01-m/04-film.md", "Film", "Un film"), 2),
        (.bytes("01-m/files/film.vtt", Array("WEBVTT\n\n00:01.000 --> 00:02.000\nBonsoir\n".utf8)), 2),
        (.write("01-m/08-lien.md", "---\nid: lien\ntitle: Lien\nminutes: 5\n---\n[là](activity:lecon#un-titre)\n"), 3),
        (.replace("01-m/01-l.md", "## Un titre", "## Un autre titre"), nil),
        (.replace("01-m/08-lien.md", "#un-titre", "#un-autre-titre"), 4),
    ]

    @Test("after every edit, byte for byte; and only what changed is rendered")
    func law() throws {
        let disk = try Self.disk()
        let cache = RenderCache(file: disk.root.appending(path: "_cache/a.bin"), program: "1")
        var stored: [String: String] = [:]
        for (step, (edit, expected)) in Self.edits.enumerated() {
            try edit.apply(to: disk)
            let plain = CourseReader.read(folder: disk.root)
            let (course, problems, kept) = CourseReader.read(folder: disk.root, cache: cache)
            #expect(problems == plain.problems, "step \(step)")
            #expect((course == nil) == (plain.course == nil), "step \(step)")
            #expect((expected == nil) == (course == nil), "step \(step): \(problems.map(\.message.en))")
            guard let course, let whole = plain.course, let kept else { continue }
            #expect(course.encoded.count == expected, "step \(step)")
            stored.merge(course.encoded) { first, _ in first }
            let (one, other) = (try PreparedCourse(course), try PreparedCourse(whole))
            #expect(one.outlineJSON == other.outlineJSON, "step \(step)")
            #expect(one.manifest?.json == other.manifest?.json)
            #expect(course.assets == whole.assets)
            #expect(course.estimated == whole.estimated)
            for digest in course.left { #expect(stored[digest] == whole.encoded[digest]) }
            #expect(course.left.union(course.encoded.keys) == Set(whole.encoded.keys))
            cache.save(kept)
        }
    }

    @Test("what is downloaded and what is heard is looked at again, as pictures are")
    func files() throws {
        let disk = try CourseOnDisk([
            "01-m/02-q.quiz.yml": Array(
                (CourseOnDisk.quizHead + "  - { id: q1, type: dictation, text: A, said: Un, audio: files/d.mp3 }\n").utf8),
            "01-m/05-d.document.yml": Array(
                "id: doc\ntitle: Doc\nminutes: 5\nfiles:\n  - { file: files/x.pdf, title: X }\n".utf8),
            "01-m/files/x.pdf": Sample.pdf, "01-m/files/d.mp3": Sample.mp3(383),
        ])
        let cache = RenderCache(file: disk.root.appending(path: "_cache/a.bin"), program: "1")
        let edits: [Edit] = [
            .nothing, .nothing, .bytes("01-m/files/x.pdf", Sample.pdf + Array("\n%".utf8)),
            .bytes("01-m/files/d.mp3", Sample.mp3(384)), .nothing,
        ]
        for edit in edits {
            try edit.apply(to: disk)
            let whole = try #require(CourseReader.read(folder: disk.root).course)
            let (course, problems, kept) = CourseReader.read(folder: disk.root, cache: cache)
            #expect(problems.isEmpty)
            #expect(course?.assets == whole.assets && whole.assets.count == 2)
            #expect(course?.outline == whole.outline)
            cache.save(try #require(kept))
        }
    }

    @Test("what another program wrote, and what is damaged, is not believed")
    func damage() throws {
        let disk = try Self.disk()
        let file = disk.root.appending(path: "_cache/a.bin")
        let cache = RenderCache(file: file, program: "1")
        cache.save(try #require(CourseReader.read(folder: disk.root, cache: cache).kept))
        let bytes = Array(try Data(contentsOf: file))
        func rendered(_ cache: RenderCache) -> Int? { CourseReader.read(folder: disk.root, cache: cache).course?.encoded.count }
        #expect(rendered(cache) == 2)
        #expect(rendered(RenderCache(file: file, program: "2")) == 7)
        for index in stride(from: 0, to: bytes.count, by: 41) {
            var other = bytes
            other[index] ^= 0x11
            try Data(other).write(to: file)
            #expect(rendered(cache) == 7, "byte \(index)")
        }
        for count in [0, 1, 63, 64, 65, bytes.count / 2, bytes.count - 1] {
            try Data(bytes.prefix(count)).write(to: file)
            #expect(rendered(cache) == 7)
        }
        try FileManager.default.removeItem(at: file)
        #expect(rendered(cache) == 7)
    }

    @Test("a place that cannot be written to costs nothing but time")
    func unwritable() throws {
        let disk = try Self.disk()
        let cache = RenderCache(file: disk.root.appending(path: "course.yml/a.bin"), program: "1")
        cache.save(try #require(CourseReader.read(folder: disk.root, cache: cache).kept))
        #expect(CourseReader.read(folder: disk.root, cache: cache).course?.encoded.count == 7)
    }
}

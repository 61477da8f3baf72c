import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

/// What Rebond writes for others is read by its own importer.
@Suite("There and back again")
struct RoundTripTests {
    /// The words and what is right of a question that the format of cartridges has.
    private struct Answers: Equatable, CustomStringConvertible {
        var text: String
        var answers: [String]
        var description: String { "\(text): \(answers)" }

        init?(_ question: Question) {
            func words(_ html: String) -> String { HTMLText.plain(html).filter { !$0.isWhitespace } }
            text = words(question.text)
            switch question.body {
            case .single(let choices), .multiple(let choices): answers = choices.map { "\(words($0.text)) \($0.isCorrect)" }
            case .trueFalse(let answer, _, _): answers = ["\(answer)"]
            case .shortText(let key): answers = key.accepted.map(\.text)
            case .longAnswer: answers = []
            case .numeric, .gapFill, .matching, .ordering: return nil
            }
        }
    }

    private func quizzes(_ course: AuthoredCourse) -> [(title: String, answers: [Answers?])] {
        course.outline.activities.compactMap { activity in
            guard let digest = activity.contentDigest, case .quiz(let quiz)? = course.contents[digest] else { return nil }
            return (activity.title, quiz.questions.map { Answers($0) })
        }
    }

    /// Files of the texts of lessons and documents.
    private func shown(_ course: AuthoredCourse) -> Set<String> {
        Set(
            course.outline.activities.flatMap { activity -> [String] in
                guard let digest = activity.contentDigest, let content = course.contents[digest] else { return [] }
                switch content {
                case .lesson, .document: return content.assetDigests
                default: return []
                }
            })
    }

    /// What is said in a sound.
    private func isSaid(_ asset: CourseAsset, in course: AuthoredCourse) -> Bool {
        let stem = asset.name.prefix { $0 != "." }
        return asset.name.hasSuffix(".vtt")
            && course.assets.contains { $0.asset.mediaType.hasPrefix("audio/") && $0.asset.name.hasPrefix(stem + ".") }
    }

    private func cartridge(_ course: AuthoredCourse) throws -> ImportRun {
        let path = TemporaryFolder.newPath("there") + ".imscc"
        _ = try CartridgeExport.write(ExportedCourse(course), to: path)
        return try ImportRun(URL(filePath: path), language: course.outline.language)
    }

    @Test(
        "A course that leaves as a Common Cartridge comes back with its modules, activities, questions and answers; the second time all is equal",
        arguments: ExportTests.courses)
    func cartridges(_ path: String) throws {
        let course = try #require(CourseReader.read(folder: ExportTests.root.appending(path: path)).course)
        let back = try cartridge(course)
        #expect(back.errors.map { "\($0.file):\($0.line) \($0.message.en)" } == [])
        let returned = try #require(back.course)
        let written = course.outline.modules.filter { $0.activities.contains { !$0.isPlanned } }
        #expect(returned.outline.title == course.outline.title && returned.outline.language == course.outline.language)
        #expect(returned.outline.modules.map(\.title) == written.map(\.title))
        #expect(returned.outline.activities.map(\.title) == written.flatMap(\.activities).filter { !$0.isPlanned }.map(\.title))
        for (before, after) in zip(quizzes(course), quizzes(returned)) {
            #expect(before.title == after.title && before.answers.count == after.answers.count)
            for (mine, theirs) in zip(before.answers, after.answers) { if let mine { #expect(mine == theirs) } }
        }
        // Pictures, downloads and videos with their captions come back as they were; what is said in a sound comes back as words.
        let files = Set(course.assets.map(\.asset).filter { !isSaid($0, in: course) }.map(\.digest))
        let cards = Set(course.assets.map(\.asset.digest)).subtracting(shown(course))
        #expect(files.subtracting(cards).subtracting(returned.assets.map(\.asset.digest)) == [])
        #expect(!files.isEmpty || path.hasSuffix("essai"))
        let again = try cartridge(returned)
        let twice = try #require(again.course)
        #expect(twice.outline.activities.map(\.title) == returned.outline.activities.map(\.title))
        #expect(again.lessons.count == back.lessons.count)
        #expect(quizzes(twice).flatMap(\.answers) == quizzes(returned).flatMap(\.answers))
    }

    @Test("A video that leaves with its captions in two languages and its picture comes back with them, and with no word twice")
    func video() throws {
        let folder = URL(filePath: TemporaryFolder.newPath("film"), directoryHint: .isDirectory)
        let course = """
            format: 1
            key: film
            title: Un film
            language: fr
            mode: remote
            summary: Un geste.
            hours: { total: 1 }
            objectives: [{ id: geste, title: Faire le geste }]
            contacts:
              pedagogical: { title: Une personne, hours-to-answer: 24 }
              technical: { title: Une personne, hours-to-answer: 24 }
            """
        let cue = "WEBVTT\n\n00:00:00.500 --> 00:00:01.900\n"
        let files: [String: Data] = [
            "course.yml": Data(course.utf8), "01-module/module.yml": Data("id: module\ntitle: Un module\n".utf8),
            "01-module/01-lecon.md": Data(
                "---\nid: lecon\ntitle: Le geste\nminutes: 55\nobjectives: [geste]\n---\nOn regarde.\n\n![Le geste](../files/geste.mp4)\n\nPuis on fait.\n"
                    .utf8),
            "01-module/02-quiz.quiz.yml": Data(
                """
                id: quiz
                title: Un quiz
                minutes: 5
                objectives: [geste]
                completion: { rule: passed, score: 60 }
                questions:
                  - { id: vrai, type: true-false, text: On mouille., answer: true }
                """.utf8),
            "files/geste.mp4": try Data(contentsOf: Sample.url("olx-media/course/static/gestes.mp4")),
            "files/geste.png": try Data(contentsOf: Sample.url("cc-spec/web/dock.png")),
            "files/geste.vtt": Data((cue + "On mouille les mains.\n").utf8),
            "files/geste.en.vtt": Data((cue + "Wet your hands.\n").utf8),
        ]
        for (name, data) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        let read = CourseReader.read(folder: folder)
        let before = try #require(read.course)
        let back = try cartridge(before)
        #expect(back.errors.map { "\($0.file):\($0.line) \($0.message.en)" } == [])
        let after = try #require(back.course)
        #expect(Set(after.assets.map(\.asset.digest)) == Set(before.assets.map(\.asset.digest)))
        let lesson = try #require(back.lessons.first)
        #expect(lesson.contains("<video") && lesson.contains("poster=") && lesson.components(separatedBy: "<track").count == 3)
        #expect(lesson.contains("Puis on fait."))
        let again = try cartridge(after)
        for run in [back, again] {
            let lesson = try #require(run.lessons.first)
            for once in ["<video", "download=", "Vidéo, ", "On mouille les mains."] {
                #expect(lesson.components(separatedBy: once).count == 2, "\(once)")
            }
        }
        #expect(Set(again.course?.assets.map(\.asset.digest) ?? []) == Set(after.assets.map(\.asset.digest)))
    }
}

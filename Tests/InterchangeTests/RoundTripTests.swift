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
            case .dictation(let key): answers = [key.said] + key.others + [key.audio.digest]
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

    /// The texts of lessons, by id.
    private func lessons(_ course: AuthoredCourse) -> [String: String] {
        course.outline.activities.reduce(into: [:]) { lessons, activity in
            guard let digest = activity.contentDigest, case .lesson(let lesson)? = course.contents[digest] else { return }
            lessons[activity.id] = lesson.html
        }
    }

    /// The words without the spaces between them; the small number of a note is a number.
    private func words(_ html: String) -> String {
        HTMLText.plain(html).precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
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
        #expect(returned.outline.modules.map(\.id) == written.map(\.id))
        #expect(returned.outline.modules.map(\.title) == written.map(\.title))
        #expect(returned.outline.activities.map(\.title) == written.flatMap(\.activities).filter { !$0.isPlanned }.map(\.title))
        #expect(
            returned.outline.activities.map(\.id) == written.flatMap(\.activities).filter { !$0.isPlanned }.map(\.id))
        let (mine, theirs) = (lessons(course), lessons(returned))
        for (id, html) in mine { #expect(words(theirs[id] ?? "") == words(html), "\(id)") }
        for (before, after) in zip(quizzes(course), quizzes(returned)) {
            #expect(before.title == after.title && before.answers.count == after.answers.count)
            for (mine, theirs) in zip(before.answers, after.answers) { if let mine { #expect(mine == theirs) } }
        }
        // Pictures, downloads, videos and sounds come back as they were, with their captions and what is said.
        let files = Set(course.assets.map(\.asset.digest))
        let cards = Set(course.assets.map(\.asset.digest)).subtracting(shown(course))
        #expect(files.subtracting(cards).subtracting(returned.assets.map(\.asset.digest)) == [])
        #expect(!files.isEmpty || path.hasSuffix("essai"))
        let again = try cartridge(returned)
        let twice = try #require(again.course)
        #expect(twice.outline.activities.map(\.title) == returned.outline.activities.map(\.title))
        let third = lessons(twice)
        for (id, html) in theirs { #expect(third[id] == html, "\(id)") }
        #expect(quizzes(twice).flatMap(\.answers) == quizzes(returned).flatMap(\.answers))
    }

    @Test("The dictations of a course come back as dictations, each with its sound")
    func dictations() throws {
        func kinds(_ course: AuthoredCourse) -> [DictationKey] {
            course.outline.activities.compactMap(\.contentDigest).flatMap { digest -> [DictationKey] in
                guard case .quiz(let quiz)? = course.contents[digest] else { return [] }
                return quiz.questions.compactMap { if case .dictation(let key) = $0.body { key } else { nil } }
            }
        }
        let folder = ExportTests.root.appending(path: "Courses/english-for-logistics")
        let before = kinds(try #require(CourseReader.read(folder: folder).course))
        let back = try cartridge(try #require(CourseReader.read(folder: folder).course))
        let after = kinds(try #require(back.course))
        #expect(before.count > 20)
        #expect(after.map(\.said) == before.map(\.said) && after.map(\.others) == before.map(\.others))
        #expect(after.map(\.audio.digest) == before.map(\.audio.digest))
        #expect(back.counts["dictation"] == before.count)
    }

    @Test(
        "A video that leaves with its captions in two languages and its picture, and a sound with its text, come back with them, and with no word twice"
    )
    func recordings() throws {
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
                "---\nid: lecon\ntitle: Le geste\nminutes: 50\nobjectives: [geste]\n---\nOn regarde.\n\n![Le geste](../files/geste.mp4)\n\nPuis on fait.\n"
                    .utf8),
            "01-module/02-ecoute.md": Data(
                "---\nid: ecoute\ntitle: L’appel\nminutes: 5\nobjectives: [geste]\n---\nOn écoute.\n\n![L’appel](../files/appel.mp3)\n\nPuis on parle.\n"
                    .utf8),
            "01-module/03-quiz.quiz.yml": Data(
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
            "files/appel.mp3": try Data(
                contentsOf: SourceFolder.package.appending(
                    path: "Courses/english-for-logistics/01-your-job/files/meet-the-team.mp3")),
            "files/appel.txt": Data("Allô ?\n\nUn camion\nattend.\n".utf8),
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
        #expect(Set(after.assets.map(\.asset.name)) == Set(before.assets.map(\.asset.name)))
        #expect(Set(after.assets.map(\.asset.digest)).subtracting(before.assets.map(\.asset.digest)).count <= 1)
        let lesson = try #require(back.lessons.first)
        #expect(lesson.contains("<video") && lesson.contains("poster=") && lesson.components(separatedBy: "<track").count == 3)
        #expect(lesson.contains("Puis on fait."))
        let again = try cartridge(after)
        for run in [back, again] {
            let heard = try #require(run.lessons.last)
            for once in ["<audio", "download=", "Son, ", "<p>Allô ?</p>", "<p>Un camion attend.</p>", "Puis on parle."] {
                #expect(heard.components(separatedBy: once).count == 2, "\(once)")
            }
            let lesson = try #require(run.lessons.first)
            for once in ["<video", "download=", "Vidéo, ", "On mouille les mains."] {
                #expect(lesson.components(separatedBy: once).count == 2, "\(once)")
            }
        }
        #expect(Set(again.course?.assets.map(\.asset.digest) ?? []) == Set(after.assets.map(\.asset.digest)))
    }
}

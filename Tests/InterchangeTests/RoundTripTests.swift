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

    private func isPoster(_ asset: CourseAsset, in course: AuthoredCourse) -> Bool {
        let stem = asset.name.prefix { $0 != "." }
        return asset.mediaType.hasPrefix("image/")
            && course.assets.contains { $0.asset.mediaType.hasPrefix("video/") && $0.asset.name.hasPrefix(stem + ".") }
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
        // Pictures and downloads come back as they were; what is said in a recording does not, nor is it shown there.
        let files = Set(
            course.assets.map(\.asset).filter { !$0.name.hasSuffix(".vtt") && !isPoster($0, in: course) }.map(\.digest))
        let cards = Set(course.assets.map(\.asset.digest)).subtracting(shown(course))
        #expect(files.subtracting(cards).subtracting(returned.assets.map(\.asset.digest)) == [])
        #expect(!files.isEmpty || path.hasSuffix("essai"))
        let again = try cartridge(returned)
        let twice = try #require(again.course)
        #expect(twice.outline.activities.map(\.title) == returned.outline.activities.map(\.title))
        #expect(again.lessons.count == back.lessons.count)
        #expect(quizzes(twice).flatMap(\.answers) == quizzes(returned).flatMap(\.answers))
    }
}

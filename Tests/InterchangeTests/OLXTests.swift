import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Open edX")
struct OLXTests {
    static func run(_ folder: String, language: Language = .french) throws -> ImportRun {
        try ImportRun(bytes: TarBuilder.folder(Sample.url(folder)).gzipped, name: "course.tar.gz", language: language)
    }

    @Test("What Studio exports: pointers are followed, texts and questions keep their order, nothing is forgotten")
    func studio() throws {
        let run = try Self.run("olx-studio", language: .english)
        expectLaws(
            run, .olx,
            [
                "chapter": 2, "sequential": 1, "due or start date": 1, "vertical": 2, "html": 2, "video": 1, "discussion": 1,
                "problem": 3,
                "multiplechoiceresponse": 1, "choiceresponse": 1, "numericalresponse": 2, "stringresponse": 1,
                "optionresponse": 1,
                "formularesponse": 1, "other block": 2, "static file": 3, "other file": 2, "image": 1, "dead link": 1,
                "script": 1,
            ])
        let course = try #require(run.course)
        #expect(course.outline.language == .french && course.outline.title == "Logistique : les bases")
        #expect(course.outline.activities.map(\.kind) == [.lesson, .discussion, .quiz, .lesson])
        #expect(course.outline.activities.map(\.id) == ["v1", "v1-2", "v2", "v2-2"])
        let lesson = try #require(run.lessons.first)
        #expect(
            lesson.contains("/courses/imported/activities/v2") && lesson.contains("https://www.youtube.com/watch?v=abc-DEF_123"))
        let questions = run.questions
        #expect(questions.map(\.id) == ["p1", "p2-1", "p2-2", "p2-3", "p2-4"])
        #expect(questions[0].points == 2 && questions[0].explanation?.contains("Le quai est fait pour cela.") == true)
        #expect(questions[0].text.contains("Où décharge-t-on") && questions[0].text.contains("Un seul."))
        guard case .single(let choices) = questions[0].body, case .numeric(let number) = questions[2].body,
            case .shortText(let text) = questions[3].body, case .single(let options) = questions[4].body
        else { throw Unexpected() }
        #expect(choices.map(\.feedback) == ["Oui.", "Non, il n’y a que des papiers."])
        #expect(abs(number.tolerance - 3.3) < 1e-9 && text.accepted.map(\.text) == ["le chauffeur", "chauffeur"])
        #expect(text.wrongAnswers.map(\.text) == ["le client"] && options.map(\.isCorrect) == [false, true])
    }

    @Test("A course written by hand in one file comes in too")
    func inline() throws {
        let run = try Self.run("olx-inline", language: .english)
        expectLaws(
            run, .olx,
            [
                "chapter": 1, "sequential": 1, "vertical": 1, "html": 1, "problem": 1, "multiplechoiceresponse": 1,
                "other block": 1,
            ])
        #expect(run.lessons.first?.contains("Inline &amp; whole.") == true && run.questions.count == 1)
    }

    @Test("Problems of which the archive holds only the short form are read from it")
    func markdown() throws {
        let run = try Self.run("olx-markdown", language: .english)
        expectLaws(
            run, .olx,
            [
                "chapter": 1, "sequential": 1, "vertical": 1, "html": 1, "problem": 3, "multiplechoiceresponse": 1,
                "numericalresponse": 1,
            ])
        guard case .single(let choices)? = run.questions.first?.body, case .numeric(let number)? = run.questions.last?.body else {
            throw Unexpected()
        }
        #expect(choices.map(\.isCorrect) == [false, true] && number.answer == 12 && number.tolerance == 1)
        #expect(run.questions.first?.text == "Which?")
    }
}

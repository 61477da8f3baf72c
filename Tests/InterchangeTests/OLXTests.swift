import Authoring
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
                "chapter": 2, "sequential": 1, "due or start date": 1, "vertical": 2, "html": 2, "video": 1, "transcript": 2,
                "discussion": 1,
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

    @Test("A recording of the archive is played in the lesson with its captions; without them it is a download")
    func recordings() throws {
        let run = try Self.run("olx-media")
        expectLaws(
            run, .olx,
            [
                "chapter": 1, "sequential": 1, "vertical": 2, "video": 5, "transcript": 6, "problem": 1, "numericalresponse": 1,
                "other block": 1, "static file": 7, "other file": 1,
            ])
        #expect(run.errors.isEmpty)
        #expect(run.course?.outline.activities.map(\.kind) == [.lesson, .lesson, .quiz])
        let lesson = try #require(run.lessons.first)
        #expect(lesson.contains("<video") && lesson.contains("srclang=\"en\"") && lesson.contains("gestes.mp4"))
        #expect(lesson.components(separatedBy: "<video").count == 2)
        let words = try #require(run.files["files/savon.vtt"].map { String(decoding: $0, as: UTF8.self) })
        #expect(
            words == """
                WEBVTT

                00:00:00.500 --> 00:00:01.900
                On mouille
                les mains.

                00:00:02.000 --> 00:00:03.000
                Puis 5 &lt; 6 &amp; c’est tout.

                00:00:03.000 --> 00:00:04.000
                30

                """)
        let english = try #require(run.files["files/savon.en.vtt"].map { String(decoding: $0, as: UTF8.self) })
        #expect(english.hasSuffix("hands.\n\n00:00:02.000 --> 00:00:03.000\nIt's all.\n"))
        // What is said in a recording of another site can be read; what is not in the archive is named.
        #expect(run.lessons[1].contains("OEoXaMPEzfM") && run.lessons[1].contains("Ce qui y est dit (fr)"))
        #expect(run.files.values.contains(Data("Bonjour à tous.\nOn commence.\n".utf8)))
        let left = run.outcome.report.items.filter { $0.outcome.support == .notSupported }
        #expect(
            left.map { $0.element + " " + $0.title } == [
                "transcript pt-br: savon-pt.srt", "transcript ar: 7e3c-ar.srt", "video Perdue", "transcript en: perdue",
                "other block <wiki>", "other file ", "static file ",
            ])
    }

    @Test(
        "Captions are read in each form that occurs",
        arguments: [
            ("1\n00:00:01,5 --> 00:00:02,25\nA\n\n2\n00:00:03.000 --> 00:00:04.000 X1:1\n42\n\n", "1500-2250 A|3000-4000 42"),
            (
                "WEBVTT\n\nNOTE x\ny\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Léa>Bon</v>\n\nnext\n01:02.000 --> 01:03.000\nB",
                "1000-2000 Bon|62000-63000 B"
            ),
            ("00:00:05,000 --> 00:00:06,000\nlate\n00:00:01,000 --> 00:00:02,000\nearly\n", "1000-2000 early|5000-6000 late"),
            (
                "{\"start\": [0, 10.7, 30], \"end\": [10, 20, 30], \"text\": [\"a &amp; b\", \"c\\nd\", \"x\"]}",
                "0-10 a & b|10-20 c/d"
            ),
            ("{\"start\": [0], \"end\": [\"a\"], \"text\": [\"b\"]}", ""), ("", ""), ("only words", ""),
            ("00:00:02,000 --> 00:00:01,000\nbackwards", ""), ("99999:00:00,000 --> 99999:00:01,000\nlong", ""),
            ("{\"start\": [1e99], \"end\": [2e99], \"text\": [\"b\"]}", ""),
        ])
    func captions(_ source: String, _ expected: String) {
        let file = CaptionFile(Array(source.utf8))
        let read = file?.cues.map { "\($0.start)-\($0.end) " + $0.lines.joined(separator: "/") }.joined(separator: "|")
        #expect((read ?? "") == expected)
        if let file { #expect(CourseFileUse(name: "x.vtt", bytes: file.webVTT) == .captions) }
    }
}

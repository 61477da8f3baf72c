import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Common Cartridge and QTI")
struct PackageTests {
    static func run(_ folder: String, as name: String = "package.zip", prefix: String = "", language: Language = .french) throws
        -> ImportRun
    {
        try ImportRun(bytes: ZipBuilder.folder(Sample.url(folder), prefix: prefix).bytes, name: name, language: language)
    }

    @Test("A cartridge 1.1 comes in whole: pages, links, discussions, tools, files, quiz and bank")
    func cartridge() throws {
        let run = try Self.run("cc-spec", as: "dock.imscc")
        expectLaws(
            run, .commonCartridge,
            [
                "module": 3, "heading": 1, "page": 1, "file": 4, "web link": 1, "discussion": 1, "LTI link": 1, "quiz": 1,
                "question bank": 1,
                "dead item": 1, "repeated item": 1, "multiple choice": 2, "multiple response": 1, "true/false": 2,
                "fill in the blank": 1,
                "dictation": 1, "video, audio": 1, "pattern match": 1, "essay": 1, "style": 1, "image": 1, "dead link": 1,
            ])
        let course = try #require(run.course)
        #expect(course.outline.title == "Working on the dock" && course.outline.language == .english)
        #expect(course.outline.modules.map(\.title) == ["Arriving", "Documents"])
        #expect(
            course.outline.activities.map(\.title) == [
                "The dock", "Safety rules", "Your first day", "Check", "The form", "Simulator",
            ])
        let page = try #require(run.lessons.first)
        #expect(page.contains("alt=\"A lorry at a dock\"") && page.contains("/courses/imported/activities/r-quiz"))
        #expect(run.lessons[1].contains("https://example.org/rules?a=1&amp;b=2"))
        let quiz = try #require(run.quizzes.first)
        #expect(quiz.attemptsAllowed == 3 && quiz.timeLimit == 20 && quiz.questions.count == 7)
        #expect(quiz.questions[0].points == 3 && quiz.questions[0].explanation == "Docks are numbered.")
        guard case .single(let choices) = quiz.questions[0].body, case .multiple(let several) = quiz.questions[1].body else {
            throw Unexpected()
        }
        #expect(choices.map(\.isCorrect) == [true, false] && choices[1].feedback == "An aisle is between racks.")
        #expect(several.map(\.isCorrect) == [true, true, false])
        guard case .dictation(let heard)? = quiz.questions.last?.body else { throw Unexpected() }
        #expect(heard.said == "The order has thirty-six cartons." && heard.others == ["The order has thirty-six boxes."])
        #expect(heard.audio.name == "call.mp3" && quiz.questions.last?.text.contains("audio") == false)
        #expect(run.files["banks/bank-r-bank.bank.yml"] != nil && run.files["_import/site.css"] != nil)
    }

    @Test("What Canvas exports keeps its links, groups of questions, assignments and pages outside of the modules")
    func canvas() throws {
        let run = try Self.run("cc-canvas", as: "canvas.imscc", prefix: "export/")
        expectLaws(
            run, .commonCartridge,
            [
                "module": 1, "page": 2, "file": 1, "quiz": 1, "assignment": 1, "associated content": 2, "true/false": 2,
                "matching": 1,
                "text only": 1, "other question type": 1, "image": 1, "iframe, object": 1,
            ])
        let course = try #require(run.course)
        #expect(course.outline.activities.map(\.kind) == [.lesson, .quiz, .assignment, .lesson])
        #expect(course.outline.activities.last?.isOptional == true)
        #expect(
            run.lessons[0].contains("alt=\"\"") && run.lessons[0].contains("/activities/gextra")
                && run.lessons[0].contains("/activities/gquiz"))
        let quiz = try #require(run.quizzes.first)
        #expect(quiz.draws?.map(\.count) == [1] && quiz.questions.count == 3)
        guard case .matching(let key)? = quiz.questions.last?.body else { throw Unexpected() }
        #expect(key.items.count == 2 && key.options.count == 3)
    }

    @Test("A thin cartridge is its links")
    func thin() throws {
        let run = try Self.run("cc-thin")
        expectLaws(run, .commonCartridge, ["web link": 1, "LTI link": 1])
        #expect(run.outcome.problems.contains { $0.code == "no-evaluation" })
        #expect(run.outcome.report.toDo.count == 3)
    }

    @Test("A package of QTI 2.1 keeps every interaction that has a counterpart, its test and its draws")
    func qti21() throws {
        let run = try Self.run("qti-21")
        expectLaws(
            run, .qti,
            [
                "assessmentTest": 1, "assessmentSection": 2, "dead item": 1, "choiceInteraction": 3, "textEntryInteraction": 2,
                "inlineChoiceInteraction": 1, "extendedTextInteraction": 1, "matchInteraction": 1, "orderInteraction": 1,
                "associateInteraction": 1, "gapMatchInteraction": 1, "hottextInteraction": 1, "sliderInteraction": 1,
                "hotspotInteraction": 1,
                "several interactions": 1, "image": 1,
            ].merging([:]) { first, _ in first })
        let test = try #require(run.quizzes.first)
        #expect(
            test.timeLimit == 30 && test.draws?.map(\.count) == [1]
                && test.questions.map(\.id) == ["choice", "multi", "number", "order"])
        #expect(test.questions[1].points == 3 && test.questions[1].scoring == .partial && test.shuffle == .questions)
        let others = try #require(run.quizzes.last).questions
        func body(_ id: String) -> QuestionBody? { (test.questions + others).first { $0.id == id }?.body }
        guard case .shortText(let york)? = body("entry"), case .numeric(let pallets)? = body("number"),
            case .gapFill(let gaps)? = body("gaps"),
            case .matching(let plays)? = body("match"), case .ordering(let race)? = body("order"),
            case .gapFill(let winter)? = body("gapmatch"),
            case .matching(let rivals)? = body("pairs"), case .single(let hot)? = body("hot"),
            case .numeric(let ice)? = body("slider")
        else { throw Unexpected() }
        #expect(york.accepted.map(\.text) == ["York"] && pallets.answer == 33 && ice.answer == 16)
        #expect(gaps.gaps.count == 2 && winter.gaps.count == 2 && plays.options.count == 3 && rivals.items.count == 2)
        #expect(race.order.compactMap { id in race.items.first { $0.id == id }?.text } == ["Jenson", "Michael", "Rubens"])
        #expect(hot.map(\.isCorrect) == [false, true])
        #expect(run.outcome.report.count(.notSupported) == 4)
    }

    @Test("QTI 3.0 reads like 2, without a manifest too")
    func qti30() throws {
        let run = try Self.run("qti-30")
        expectLaws(
            run, .qti,
            [
                "choiceInteraction": 1, "gapMatchInteraction": 1, "textEntryInteraction": 1, "portableCustomInteraction": 1,
                "formula": 1,
            ])
        #expect(run.questions.count == 3 && run.questions.allSatisfy { $0.points == 4 })
        #expect(run.questions.first { $0.id == "choix" }?.feedback.right == "Oui.")
    }

    @Test("One item alone is a quiz of one question")
    func single() throws {
        let run = try ImportRun(Sample.url("qti-single.xml"))
        expectLaws(run, .qti, ["choiceInteraction": 1])
        #expect(run.questions.count == 1)
    }
}

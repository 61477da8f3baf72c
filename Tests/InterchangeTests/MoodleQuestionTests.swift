import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("GIFT and Moodle XML")
struct MoodleQuestionTests {
    @Test("What a teacher types by hand becomes questions of every type")
    func handwritten() throws {
        let run = try ImportRun(Sample.url("gift/handwritten.txt"))
        expectLaws(
            run, .gift,
            ["multichoice": 2, "numerical": 3, "truefalse": 1, "shortanswer": 1, "matching": 1, "essay": 1, "description": 1])
        #expect(run.questions.count == 9)
        guard case .single(let choices)? = run.questions.first?.body else { throw Unexpected() }
        #expect(choices.map(\.isCorrect) == [true, false, false])
        #expect(choices.last?.feedback == "The customer waits.")
        guard case .numeric(let range) = run.questions[2].body else { throw Unexpected() }
        #expect(range.answer == 500 && range.tolerance == 50)
        guard case .trueFalse(let answer, let ifTrue, let ifFalse) = run.questions[4].body else { throw Unexpected() }
        #expect(!answer && ifTrue == "It closes at nine." && ifFalse == "Right: it closes at nine.")
        guard case .multiple(let fruit)? = run.questions.last?.body else { throw Unexpected() }
        #expect(fruit.map(\.isCorrect) == [true, true, false, false])
        #expect(run.questions.last?.text.contains("sets {a, b} are no answers") == true)
        #expect(run.questions.last?.explanation == "Fruit grow on trees.")
    }

    @Test("What Moodle exports keeps its categories, ids and forms; programs and frames are named in the report")
    func exported() throws {
        let run = try ImportRun(Sample.url("gift/exported.txt"))
        expectLaws(
            run, .gift,
            [
                "$CATEGORY": 2, "multichoice": 1, "numerical": 1, "description": 1, "matching": 1, "truefalse": 1, "script": 1,
                "iframe, object": 1,
            ])
        #expect(run.course?.outline.modules.map(\.title) == ["Réseaux"])
        #expect(run.course?.outline.activities.map(\.title).sorted() == ["Modèle OSI", "Réseaux"])
        #expect(run.questions.contains { $0.id == "port-web" } && run.questions.contains { $0.id == "question-211" })
        #expect(run.questions.contains { $0.text.contains("<sic>") || $0.text.contains("&lt;sic&gt;") })
    }

    @Test("What Markdown would take for its own stays what it was; what cannot stand in a quiz is said")
    func markdown() throws {
        let run = try ImportRun(Sample.url("gift/markdown.txt"), language: .english)
        expectLaws(
            run, .gift,
            ["$CATEGORY": 2, "description": 1, "multichoice": 3, "shortanswer": 2])
        let report = run.outcome.report
        #expect(report.count(.notSupported) == 3)
        #expect(run.questions.count == 2)
        guard case .single(let choices)? = run.questions.first?.body else { throw Unexpected() }
        #expect(choices.last?.text.contains("www.example.org") == true && choices.last?.text.contains("href") == false)
        #expect(run.questions.first?.explanation?.contains("href=\"https://example.org/manual_(1).html\"") == true)
    }

    @Test("A bank of Moodle comes in with its images, feedback, units and points")
    func bank() throws {
        let run = try ImportRun(Sample.url("moodle-xml/bank.xml"))
        expectLaws(
            run, .moodleXML,
            [
                "category": 2, "multichoice": 1, "truefalse": 1, "numerical": 1, "calculated": 1, "matching": 1, "description": 1,
                "essay": 1,
                "file": 2, "image": 1,
            ])
        let first = try #require(run.questions.first)
        #expect(first.id == "casque-1" && first.points == 2 && first.isShuffled == true && first.scoring == .partial)
        #expect(first.text.contains("alt=\"Panneau rond bleu : un casque blanc\""))
        #expect(run.files["files/panneau-casque.png"] != nil && run.files["_import/oubli.png"] != nil)
        guard case .numeric(let key) = run.questions[2].body else { throw Unexpected() }
        #expect(key.unit == "t" && key.otherUnits == [NumericUnit(unit: "kg", factor: 0.001)])
        #expect(key.wrongAnswers.map(\.value) == [12] && run.questions[2].feedback.wrong == "Non.")
        #expect(run.questions[2].text.contains("H₂O"))
        guard case .longAnswer(let essay)? = run.questions.last?.body else { throw Unexpected() }
        #expect(essay.minimumWords == 50 && essay.modelAnswer?.contains("<em>cause</em>") == true)
        #expect(run.questions.last?.text.contains("<li>Gants</li>") == true)
    }

    @Test("Texts with gaps keep their gaps in place")
    func gaps() throws {
        let run = try ImportRun(Sample.url("moodle-xml/gaps.xml"))
        expectLaws(run, .moodleXML, ["cloze": 1, "ddwtos": 1, "gapselect": 1, "shortanswer": 1, "ordering": 1])
        guard case .gapFill(let cloze)? = run.questions.first?.body else { throw Unexpected() }
        #expect(cloze.gaps.count == 3)
        guard case .typed(let accepted) = cloze.gaps[1].answer else { throw Unexpected() }
        #expect(accepted == ["charge", "décharge"])
        #expect(cloze.pieces.contains { if case .text(let text) = $0 { text.contains("{une accolade}") } else { false } })
        guard case .gapFill(let drag) = run.questions[1].body, case .chosen(let right, let options) = drag.gaps[1].answer else {
            throw Unexpected()
        }
        #expect(options.first { $0.id == right }?.text == "dock" && options.count == 3)
        guard case .shortText(let text) = run.questions[3].body else { throw Unexpected() }
        #expect(text.isCaseSensitive && text.wrongAnswers.map(\.text) == ["paris"])
        guard case .ordering(let order)? = run.questions.last?.body else { throw Unexpected() }
        let texts = order.order.compactMap { id in order.items.first { $0.id == id }?.text }
        #expect(texts == ["Caler", "Ouvrir", "Décharger"])
    }

    @Test("An older encoding is read, types that Rebond does not have are named")
    func latin1() throws {
        let run = try ImportRun(Sample.url("moodle-xml/latin1.xml"))
        expectLaws(
            run, .moodleXML,
            [
                "multichoice": 1, "ddmarker": 1, "other question type": 1, "truefalse": 1, "shortanswer": 1, "video, audio": 1,
                "formula": 1,
                "dead link": 1, "style": 1, "form field, canvas, svg": 1,
            ])
        #expect(run.questions.count == 2)
        #expect(run.questions.first?.text.contains("à l'école") == true && run.questions.first?.text.contains("a|b") == true)
    }

    @Test("The same file gives the same folder, byte for byte", arguments: ["gift/exported.txt", "moodle-xml/bank.xml"])
    func steady(_ path: String) throws {
        #expect(try ImportRun(Sample.url(path)).files == ImportRun(Sample.url(path)).files)
    }
}

struct Unexpected: Error {}

import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("SCORM and H5P")
struct KeptPackageTests {
    @Test("A SCORM 1.2 package is kept whole, and its page says what is in it")
    func scorm12() throws {
        let run = try PackageTests.run("scorm-12", as: "golf.zip", language: .english)
        expectLaws(
            run, .scorm,
            [
                "organization": 1, "item": 4, "resource: sco": 2, "resource: asset": 1, "mastery score": 1, "prerequisites": 1,
                "dead item": 1,
            ])
        #expect(run.files["01-package/01-scorm.document.yml"] != nil && run.text.contains("title: Golf explained"))
        #expect(run.files["files/golf.zip"] != nil)
        #expect(run.text.contains("Playing (passed from 80 %)") && run.text.contains("does not play it"))
    }

    @Test("A SCORM 2004 package with two organizations is two documents of one file")
    func scorm2004() throws {
        let run = try PackageTests.run("scorm-2004", as: "cours.zip")
        expectLaws(run, .scorm, ["organization": 2, "item": 2, "resource: sco": 1, "mastery score": 1, "sequencing": 1])
        #expect(
            run.text.contains("title: Court") && run.text.contains("title: Long") && run.text.contains("réussi à partir de 60 %"))
    }

    @Test("A SCORM package without a plan is a document all the same")
    func scormBare() throws {
        let run = try PackageTests.run("scorm-bare", as: "bare.zip")
        expectLaws(run, .scorm, ["resource: sco": 1])
        #expect(run.files["files/bare.zip"] != nil && run.text.contains("title: bare"))
    }

    @Test("A question set of H5P is a quiz with its percentage")
    func questionSet() throws {
        let run = try PackageTests.run("h5p-set", as: "set.h5p")
        expectLaws(
            run, .h5p,
            [
                "QuestionSet": 1, "MultiChoice": 1, "TrueFalse": 1, "Blanks": 1, "DragText": 1, "MarkTheWords": 1, "Essay": 1,
                "other type": 1,
                "library": 1,
            ])
        #expect(run.questions.count == 6 && run.course?.outline.activities.last?.completion == .passed(score: 70))
        guard case .single(let choices) = run.questions[0].body, case .gapFill(let blanks) = run.questions[2].body,
            case .gapFill(let drag) = run.questions[3].body, case .multiple(let words) = run.questions[4].body
        else { throw Unexpected() }
        #expect(choices.map(\.isCorrect) == [true, false] && choices[0].feedback == "Oui")
        guard case .typed(let accepted)? = blanks.gaps.first?.answer, case .chosen(_, let options)? = drag.gaps.first?.answer
        else { throw Unexpected() }
        #expect(blanks.gaps.count == 3 && accepted == ["camion", "poids lourd"])
        #expect(options.map(\.text) == ["ciel", "bleu", "vert"])
        #expect(words.filter(\.isCorrect).map(\.text) == ["charge", "roule"] && words.count == 5)
    }

    @Test("A column of H5P keeps its texts, images and questions in their order")
    func column() throws {
        let run = try PackageTests.run("h5p-column", as: "page.h5p")
        expectLaws(
            run, .h5p,
            [
                "Column": 1, "AdvancedText": 2, "Image": 1, "Video": 1, "Accordion": 1, "SingleChoiceSet": 1,
                "choice of a set": 2, "Summary": 1,
                "file": 2, "library": 1, "image": 1, "video, audio": 1,
            ])
        #expect(run.course?.outline.activities.map(\.kind) == [.lesson, .quiz] && run.questions.count == 3)
        #expect(run.lessons[0].contains("alt=\"A dock\"") && run.lessons[0].contains("https://youtu.be/x"))
    }

    @Test("Cards are a deck; slides and videos are laid out one after the other, and the report says so")
    func others() throws {
        let cards = try PackageTests.run("h5p-cards", as: "cards.h5p")
        expectLaws(cards, .h5p, ["Dialogcards": 1, "library": 1])
        #expect(cards.files.keys.contains { $0.hasSuffix(".deck.yml") } && cards.text.contains("front: quai"))
        let slides = try PackageTests.run("h5p-slides", as: "slides.h5p")
        expectLaws(
            slides, .h5p,
            [
                "CoursePresentation": 1, "Text": 1, "MultiChoice": 1, "InteractiveVideo": 1, "TrueFalse": 1, "library": 1,
                "video, audio": 1,
            ])
        #expect(slides.course?.outline.activities.map(\.kind) == [.lesson, .quiz, .lesson, .quiz])
        guard case .multiple? = slides.questions.first?.body else { throw Unexpected() }
    }

    @Test("A book of H5P is its cover and its chapters: rows, a table, a link, a sound to download, cards")
    func book() throws {
        let run = try PackageTests.run("h5p-book", as: "livre.h5p")
        expectLaws(
            run, .h5p,
            [
                "InteractiveBook": 1, "Column": 2, "Row": 1, "RowColumn": 2, "AdvancedText": 1, "Table": 1, "Link": 1, "Audio": 1,
                "Flashcards": 1, "file": 2, "library": 1, "video, audio": 1,
            ])
        // Without an evaluation it is no course yet: what was written is looked at.
        #expect(run.files.keys.count { $0.hasSuffix(".md") && $0.hasPrefix("01-") } == 1)
        #expect(run.files.keys.count { $0.hasSuffix(".deck.yml") } == 1)
        for words in [
            "Un petit livre.", "## Arriver", "À gauche.", "| Mot | Sens |", "https://example.org/regle", "files-5f.mp3",
            "front: lorry",
        ] {
            #expect(run.text.contains(words), "\(words)")
        }
    }
}

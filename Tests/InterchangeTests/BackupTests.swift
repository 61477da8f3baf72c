import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Moodle backups")
struct BackupTests {
    @Test("What a backup says twice, a section or an activity, comes in under ids of its own")
    func twice() throws {
        let run = try ImportRun(bytes: TarBuilder.folder(Sample.url("mbz-twice")).finished, name: "backup.mbz")
        expectLaws(run, .moodleBackup, ["section": 2, "page": 2, "image": 2])
        #expect(run.files.keys.filter { $0.hasSuffix(".md") && $0.contains("page-1") }.count == 2)
        #expect(run.text.contains("\nid: page-1\n") && run.text.contains("\nid: page-1-2\n"))
    }

    @Test("A backup of Moodle 4 comes in: sections, activities in their order, questions in their newest version, draws, files")
    func four() throws {
        let run = try ImportRun(bytes: TarBuilder.folder(Sample.url("mbz-4")).gzipped, name: "backup.mbz")
        expectLaws(
            run, .moodleBackup,
            [
                "section": 3, "page": 1, "label": 1, "url": 1, "resource": 1, "assign": 1, "quiz": 1, "forum": 1, "folder": 1,
                "other activity": 1, "availability": 1, "multichoice": 1, "truefalse": 3, "calculated": 1, "shortanswer": 1,
                "random question": 2, "missing question": 1, "file": 5, "image": 2, "dead link": 1,
            ])
        let course = try #require(run.course)
        #expect(course.outline.title == "Accueillir & orienter")
        #expect(course.outline.modules.map(\.title) == ["Généralités", "Section 1"])
        #expect(
            course.outline.activities.map(\.kind) == [
                .lesson, .lesson, .lesson, .lesson, .document, .assignment, .quiz, .discussion,
            ])
        #expect(run.lessons[1].contains("/activities/url-13") && run.lessons[1].contains("/activities/quiz-16"))
        let quiz = try #require(run.quizzes.first)
        #expect(quiz.timeLimit == 10 && quiz.attemptsAllowed == 2 && quiz.shuffle == .choices && quiz.draws?.map(\.count) == [2])
        #expect(quiz.questions.prefix(2).map(\.id) == ["question-602", "bonjour"] && quiz.questions[0].points == 3)
        guard case .trueFalse(let answer, let ifTrue, _) = quiz.questions[1].body else { throw Unexpected() }
        #expect(answer && ifTrue == "Oui")
        #expect(course.outline.activities.first { $0.kind == .quiz }?.grade == .last)
        #expect(
            run.files["files/plan-du-site.pdf"] != nil && run.files["_import/module.zip"] != nil
                && run.files["_import/scorm-18.xml"] != nil)
        #expect(run.files.keys.contains { $0.hasPrefix("banks/bank-30") })
    }

    @Test("A backup of Moodle 3 in a ZIP comes in: older questions, texts with gaps put together, a book")
    func three() throws {
        let run = try ImportRun(bytes: ZipBuilder.folder(Sample.url("mbz-3")).bytes, name: "backup.mbz")
        expectLaws(
            run, .moodleBackup,
            [
                "section": 1, "quiz": 1, "book": 1, "book chapter": 2, "page": 1, "numerical": 1, "matching": 1, "cloze": 1,
                "essay": 1,
                "description": 1, "gapselect": 1, "missing question": 1,
            ])
        let questions = run.questions
        #expect(questions.count == 5)
        guard case .numeric(let number) = questions[0].body, case .matching(let lights) = questions[1].body,
            case .gapFill(let gaps) = questions[2].body, case .longAnswer(let essay) = questions[3].body,
            case .gapFill(let words) = questions[4].body
        else { throw Unexpected() }
        #expect(number.answer == 12.5 && number.tolerance == 0.5 && number.unit == "kg")
        #expect(lights.items.count == 2 && lights.options.count == 3 && gaps.gaps.count == 2 && words.gaps.count == 2)
        #expect(essay.modelAnswer == "Clair.")
        let book = try #require(run.lessons.first { $0.contains("Intérieur") })
        #expect(book.contains("<h2") && book.contains("<h3") && book.contains("<h4"))
        #expect(run.course?.outline.modules.map(\.title) == ["Semaine 1", "Autres activités"])
    }

    @Test("A backup of Moodle 4.4 brings its folder, words to drop and things to put in order")
    func fourFour() throws {
        let run = try ImportRun(bytes: TarBuilder.folder(Sample.url("mbz-44")).gzipped, name: "backup.mbz")
        expectLaws(
            run, .moodleBackup,
            [
                "section": 1, "page": 1, "folder": 1, "quiz": 1, "ordering": 1, "ddwtos": 1, "file": 3, "iframe, object": 1,
                "form field, canvas, svg": 1,
            ])
        #expect(run.outcome.report.count(.notSupported) == 0)
        #expect(run.course?.outline.activities.map(\.kind) == [.lesson, .document, .quiz])
        #expect(run.lessons.first?.contains("alt=\"Un quai vide\"") == true && run.lessons.first?.contains("☑") == true)
        guard case .ordering(let order)? = run.questions.first?.body, case .gapFill(let words)? = run.questions.last?.body else {
            throw Unexpected()
        }
        #expect(order.order.compactMap { id in order.items.first { $0.id == id }?.text } == ["Ouvrir", "Contrôler", "Ranger"])
        let options = words.gaps.map { gap -> [String] in
            if case .chosen(let right, let options) = gap.answer {
                options.filter { $0.id == right }.map(\.text) + ["of"] + options.map(\.text)
            } else {
                []
            }
        }
        #expect(
            options == [
                ["camion", "of", "quai", "camion"], ["quai", "of", "quai", "camion"], ["vert", "of", "rouge", "vert"],
            ])
        #expect(run.text.contains("plans/plan.pdf") && run.files["files/plan.pdf"] != nil)
    }

    @Test("A backup with almost nothing in it says what is missing")
    func bare() throws {
        let run = try ImportRun(bytes: TarBuilder.folder(Sample.url("mbz-bare"), prefix: "./").finished, name: "backup.mbz")
        expectLaws(run, .moodleBackup, ["section": 1, "page": 2, "image": 1])
        #expect(run.outcome.report.count(.notSupported) == 2)
    }
}

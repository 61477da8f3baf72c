import Authoring
import CourseContent
import Essentials
import Foundation
import TestSupport
import Testing

@Suite("A course folder becomes a course")
struct CourseReaderTests {
    @Test("everything in course.yml")
    func head() throws {
        let disk = try CourseOnDisk([
            "course.yml": """
            format: 1
            key: essai
            title: "Un essai"
            language: en
            mode: hybrid
            summary: >-
              Une phrase
              sur deux lignes.
            hours: { total: 12.5, in-person: 4 }
            weeks: 3
            levels: { from: A1, to: B2 }
            audience: Tous.
            objectives: [{ id: essayer, title: Essayer }, { id: finir, title: Finir }]
            contacts:
              pedagogical: { title: T, hours-to-answer: 24, email: t@exemple.fr, phone: "+33 1" }
              technical: { title: A, hours-to-answer: 8 }
            certification: { title: Titre, code: RNCP1, url: "https://exemple.fr/x", note: Note }
            """
        ])
        let outline = try #require(disk.read().course).outline
        #expect(outline.key == "essai" && outline.title == "Un essai" && outline.language == .english && outline.mode == .hybrid)
        #expect(outline.summary == "Une phrase sur deux lignes.")
        #expect(outline.hours == CourseHours(total: 12.5, inPerson: 4) && outline.weeks == 3)
        #expect(outline.levels == LevelRange(from: .a1, to: .b2) && outline.audience == "Tous.")
        #expect(outline.objectives.map(\.id) == ["essayer", "finir"])
        #expect(
            outline.contacts.pedagogical == CourseContact(title: "T", hoursToAnswer: 24, email: "t@exemple.fr", phone: "+33 1"))
        #expect(outline.certification == Certification(title: "Titre", code: "RNCP1", url: "https://exemple.fr/x", note: "Note"))
        #expect(outline.activities.allSatisfy { $0.language == .english })
    }

    @Test("modules and activities come in the order of their names; planned ones where they belong")
    func order() throws {
        let planned = """
            id: m
            title: M
            in-person-minutes: 90
            planned:
              - { id: p-end, title: P, kind: session, place: in-person }
              - { id: p-first, title: P, kind: deck, minutes: 5, after: lecon }
              - { id: p-after-p, title: P, kind: discussion, minutes: 5, after: p-first }
              - { id: p-second, title: P, kind: dictation, minutes: 7, after: lecon }
            """
        let disk = try CourseOnDisk([
            "01-m/module.yml": planned, "00-z/module.yml": "id: z\ntitle: Z\n",
            "00-z/10-a.md": CourseOnDisk.lessonHead.replacing("id: lecon", with: "id: dernier") + "x",
            "00-z/09-b.md":
                "---\nid: premier\ntitle: P\nplace: in-person\noptional: true\nlanguage: en\ncompletion: { rule: read, minimum-minutes: 2 }\nobjectives: [essayer]\nsummary: S\n---\nx",
        ])
        let outline = try #require(disk.read().course, "\(disk.found())").outline
        #expect(outline.modules.map(\.id) == ["z", "m"])
        #expect(
            outline.activities.map(\.id) == ["premier", "dernier", "lecon", "p-first", "p-after-p", "p-second", "quiz", "p-end"])
        #expect(outline.modules[1].inPersonMinutes == 90)
        let first = outline.activities[0]
        #expect(first.place == .inPerson && first.minutes == 0 && first.isOptional && first.language == .english)
        #expect(first.completion == .read(minimumSeconds: 120) && first.objectives == ["essayer"] && first.summary == "S")
        let last = outline.activities[7]
        #expect(last.isPlanned && last.kind == .session && last.completion == .read(minimumSeconds: nil) && !last.counts)
        #expect(outline.activities.filter(\.isEvaluation).map(\.id) == ["quiz"])
    }

    @Test("a quiz with every type of question")
    func quiz() throws {
        let disk = try CourseOnDisk.quiz(
            """
              - id: a
                type: single
                text: "Quel `mot` ?"
                points: 2.5
                choices:
                  - { text: "Un *mot*", correct: true, feedback: "Oui." }
                  - { id: deux, text: Deux }
                explanation: "Un.\\n\\nDeux."
                feedback: { right: Bravo, wrong: Non }
              - id: b
                type: multiple
                text: B
                choices: [{ text: "1", correct: true }, { text: "2", correct: true }, { text: "3" }]
              - id: c
                type: true-false
                text: C
                answer: false
                feedback: { true: Non, false: Oui }
              - id: d
                type: numeric
                text: D
                answer: -12.5
                tolerance: 0.1
                unit: km
                wrong-answers: [{ value: 12.5, tolerance: 0.2, feedback: "Le *signe*" }]
              - id: e
                type: short-text
                text: E
                accepted: [404, { text: no, feedback: Oui }]
                case-sensitive: true
                wrong-answers: [{ text: "500", feedback: Non }]
            """)
        let quiz = try #require(disk.quizContent(), "\(disk.found())")
        #expect(quiz.points == 6.5 && quiz.attemptsAllowed == nil && quiz.instructions == nil)
        let a = quiz.questions[0]
        #expect(a.text == "Quel <code>mot</code> ?" && a.explanation == "<p>Un.</p>\n<p>Deux.</p>\n")
        #expect(a.feedback == QuestionFeedback(right: "Bravo", wrong: "Non"))
        #expect(
            a.body
                == .single(choices: [
                    Choice(id: "c1", text: "Un <em>mot</em>", isCorrect: true, feedback: "Oui."),
                    Choice(id: "deux", text: "Deux", isCorrect: false),
                ]))
        #expect(quiz.questions[2].body == .trueFalse(answer: false, ifTrue: "Non", ifFalse: "Oui"))
        #expect(quiz.questions[2].feedback == QuestionFeedback())
        #expect(
            quiz.questions[3].body
                == .numeric(
                    NumericKey(
                        answer: -12.5, tolerance: 0.1, unit: "km",
                        wrongAnswers: [WrongNumber(value: 12.5, tolerance: 0.2, feedback: "Le <em>signe</em>")])))
        #expect(
            quiz.questions[4].body
                == .shortText(
                    ShortTextKey(
                        accepted: [TextVariant(text: "404"), TextVariant(text: "no", feedback: "Oui")], isCaseSensitive: true,
                        wrongAnswers: [TextVariant(text: "500", feedback: "Non")])))
    }

    @Test("gaps, pairs and an order are kept as they are marked and shown")
    func parts() throws {
        let disk = try CourseOnDisk.quiz(
            """
              - id: g
                type: gap-fill
                text: G
                passage: "A {{=at|in}} <b> {{dock| loading  dock }}."
              - id: m
                type: matching
                text: M
                scoring: all-or-nothing
                pairs: [{ left: "*un*", right: one }, { left: deux, right: Two }, { left: uno, right: one }]
                distractors: [<i>three]
              - id: o
                type: ordering
                text: O
                items: [first, second]
              - id: n
                type: numeric
                text: N
                answer: 2
                unit: kg
                units: [{ unit: g, factor: 0.001 }]
            """)
        let questions = try #require(disk.quizContent(), "\(disk.found())").questions
        let choice = GapAnswer.chosen(
            right: "o1", options: [AnswerOption(id: "o1", text: "at"), AnswerOption(id: "o2", text: "in")])
        #expect(
            questions[0].body
                == .gapFill(
                    GapKey(pieces: [
                        .text("A "), .gap(Gap(id: "g1", answer: choice)), .text(" <b> "),
                        .gap(Gap(id: "g2", answer: .typed(accepted: ["dock", "loading  dock"]))), .text("."),
                    ])))
        #expect(questions[0].scoring == nil && questions[1].scoring == .allOrNothing)
        #expect(
            questions[1].body
                == .matching(
                    MatchingKey(
                        items: [
                            MatchingItem(id: "p1", text: "<em>un</em>", answer: "o2"),
                            MatchingItem(id: "p2", text: "deux", answer: "o3"), MatchingItem(id: "p3", text: "uno", answer: "o2"),
                        ],
                        options: [
                            AnswerOption(id: "o1", text: "<i>three"), AnswerOption(id: "o2", text: "one"),
                            AnswerOption(id: "o3", text: "Two"),
                        ])))
        // Two items shown in any other order than the right one.
        #expect(
            questions[2].body
                == .ordering(
                    OrderingKey(
                        items: [OrderingItem(id: "i1", text: "second"), OrderingItem(id: "i2", text: "first")],
                        order: ["i2", "i1"])))
        #expect(
            questions[3].body
                == .numeric(NumericKey(answer: 2, unit: "kg", otherUnits: [NumericUnit(unit: "g", factor: 0.001)])))
    }

    @Test(
        "completion of quizzes",
        arguments: [
            ("", CompletionRule.passed(score: 60)), ("completion: passed\n", .passed(score: 60)),
            ("completion: { rule: passed, score: 85 }\n", .passed(score: 85)),
        ])
    func completion(_ line: String, _ rule: CompletionRule) throws {
        let disk = try CourseOnDisk(["01-m/02-q.quiz.yml": line + CourseOnDisk.quizHead + CourseOnDisk.question])
        #expect(disk.read().course?.outline.activities.last?.completion == rule)
    }

    @Test("code in a choice is words in a line; a captioned image in a question is a figure")
    func forms() throws {
        let disk = try CourseOnDisk([
            "01-m/files/plan.svg": String(decoding: Sample.svg, as: UTF8.self),
            "01-m/02-q.quiz.yml": CourseOnDisk.quizHead + """
                  - id: a
                    type: single
                    text: '![Un plan](files/plan.svg "Le plan")'
                    choices:
                      - text: |
                          Ceci :

                          ```html
                          <ul>
                          </ul>
                          ```
                        correct: true
                      - text: |
                          Un

                          deux
                """,
        ])
        let quiz = try #require(disk.quizContent(), "\(disk.found())")
        #expect(quiz.questions[0].text.hasPrefix("<figure><img src=\"/assets/"))
        #expect(quiz.assets == [ContentDigest.of(Sample.svg)])
        guard case .single(let choices) = quiz.questions[0].body else { throw CancellationError() }
        #expect(
            choices[0].text
                == "Ceci :<code class=\"code-block language-html\">&lt;<span class=\"code-tag\">ul</span>&gt;\n&lt;/<span class=\"code-tag\">ul</span>&gt;</code>"
        )
        #expect(choices[1].text == "Un<br>deux")
    }

    @Test("the same folder gives the same course; another text another digest for itself alone")
    func determinism() throws {
        let one = try #require(try CourseOnDisk().read().course)
        let two = try #require(try CourseOnDisk().read().course)
        #expect(one.outline == two.outline && one.contents == two.contents)
        #expect(try ContentDigest.canonical(one.outline).digest == ContentDigest.canonical(two.outline).digest)
        for (digest, content) in one.contents { #expect(try ContentDigest.canonical(content).digest == digest) }
        let other = try #require(try CourseOnDisk.lesson("Au revoir.").read().course)
        let changed = zip(one.outline.activities, other.outline.activities).filter { $0.contentDigest != $1.contentDigest }.map(
            \.0.id)
        #expect(changed == ["lecon"])
    }

    @Test("a course folder may be named through a link and may hold a repository")
    func linkedRoot() throws {
        let disk = try CourseOnDisk([".git/HEAD": "x", ".gitignore": "x"])
        let link = URL(filePath: TemporaryFolder.newPath("link"))
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: disk.root)
        #expect(CourseReader.read(folder: link).course != nil)
    }

    @Test(
        "the demonstration courses are in order", arguments: ["dev-web-hybride", "english-for-logistics", "support-cyber-spoc"])
    func demonstrationCourses(_ name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let (course, problems) = CourseReader.read(folder: root.appending(path: "Courses/\(name)"))
        #expect(problems.map { ProblemReport.text($0, folder: name, in: .english) } == [])
        #expect(course?.outline.key == name)
    }
}

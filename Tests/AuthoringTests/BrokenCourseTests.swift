import Authoring
import Testing

@Suite("What is wrong in a course is said where it is")
struct BrokenCourseTests {
    typealias Case = BrokenFolderTests.Case

    static func course(_ old: String, _ new: String) -> [String: String?] { BrokenYAMLTests.course(old, new) }

    static func module(_ lines: String) -> [String: String?] { ["01-m/module.yml": CourseOnDisk.module + lines + "\n"] }

    static func lesson(_ lines: String) -> [String: String?] {
        ["01-m/01-l.md": "---\nid: lecon\ntitle: x\n\(lines)\n---\nBonjour.\n"]
    }

    static let wholes: [Case] = [
        Case(
            "no objective", course("objectives:\n  - { id: essayer, title: Essayer }", "objectives: []"),
            [
                "unknown-objective 01-m/02-q.quiz.yml:4:14", "empty-list course.yml:8:13",
            ]),
        Case(
            "an objective twice", course("title: Essayer }", "title: A }\n  - { id: essayer, title: B }"),
            ["duplicate-id course.yml:10:7"]),
        Case("hybrid without hours in person", course("mode: remote", "mode: hybrid"), ["missing-key course.yml:7:8"]),
        Case("remote with hours in person", course("total: 0.5", "total: 10, in-person: 4"), ["hours course.yml:7:21"]),
        Case(
            "more hours in person than in all",
            course("mode: remote", "mode: hybrid").merging(course("mode: remote", "mode: hybrid")) { $1 }
                .mapValues { $0?.replacing("total: 0.5", with: "total: 10, in-person: 11") }, ["hours course.yml:7:21"]),
        Case("a language course without levels", course("mode: remote", "mode: language"), ["missing-key course.yml:1:1"]),
        Case(
            "levels the wrong way round", course("mode: remote", "mode: language\nlevels: { from: B1, to: A2 }"),
            ["levels course.yml:6:21"]),
        Case(
            "a class that comes back with no hour, and weeks the wrong way round",
            course(
                "mode: remote",
                "mode: remote\nsessions:\n  - { title: Classe, form: virtual, minutes: 60, days: [mon], hour: midi, from-week: 3, until-week: 2 }"
            ), ["hour course.yml:7:63", "weeks course.yml:7:89"]),
        Case(
            "a contact without time to answer", course("title: Aide, hours-to-answer: 8", "title: Aide"),
            ["missing-key course.yml:12:14"]),
        Case("a contact with a bad address", course("title: Aide,", "title: Aide, email: aide,"), ["email course.yml:12:36"]),
        Case(
            "a certification on a strange address",
            course("hours:", "certification: { title: T, url: \"javascript:alert(1)\" }\nhours:"), ["web-address course.yml:7:33"]
        ),
        Case(
            "no evaluation tied to an objective",
            ["01-m/02-q.quiz.yml": CourseOnDisk.quizHead.replacing("objectives: [essayer]\n", with: "") + CourseOnDisk.question],
            ["no-evaluation course.yml:8:1"]),
        Case(
            "only practice",
            [
                "01-m/02-q.quiz.yml": CourseOnDisk.quizHead.replacing("questions:", with: "evaluation: false\nquestions:")
                    + CourseOnDisk.question
            ],
            ["no-evaluation course.yml:8:1"]),
        Case(
            "an evaluation of nothing",
            [
                "01-m/02-q.quiz.yml": CourseOnDisk.quizHead.replacing("objectives: [essayer]", with: "evaluation: true")
                    + CourseOnDisk.question
            ],
            ["evaluation-without-objective 01-m/02-q.quiz.yml:4:1", "no-evaluation course.yml:8:1"]),
    ]

    static let activities: [Case] = [
        Case("at a distance without minutes", lesson("summary: y"), ["missing-minutes 01-m/01-l.md:2:1"]),
        Case("in person without minutes", lesson("place: in-person"), []),
        Case("an unknown objective", lesson("minutes: 5\nobjectives: [essayr]"), ["unknown-objective 01-m/01-l.md:5:14"]),
        Case("an objective twice", lesson("minutes: 5\nobjectives: [essayer, essayer]"), ["duplicate-id 01-m/01-l.md:5:23"]),
        Case("one objective that is not in a list", lesson("minutes: 5\nobjectives: essayer"), ["wrong-type 01-m/01-l.md:5:13"]),
        Case("nothing to play", lesson("minutes: 5\ncompletion: played"), ["completion 01-m/01-l.md:5:1"]),
        Case(
            "a share above all", lesson("minutes: 5\ncompletion: { rule: played, share: 101 }"),
            ["completion 01-m/01-l.md:5:1", "out-of-range 01-m/01-l.md:5:36"]),
        Case(
            "a key of the other rule", lesson("minutes: 5\ncompletion: { rule: read, share: 80 }"),
            ["completion 01-m/01-l.md:5:27"]),
        Case("a lesson that is to be passed", lesson("minutes: 5\ncompletion: passed"), ["completion 01-m/01-l.md:5:13"]),
        Case(
            "a lesson with a score", lesson("minutes: 5\ncompletion: { rule: read, score: 60 }"),
            ["unknown-key 01-m/01-l.md:5:27"]),
        Case("a lesson with attempts", lesson("minutes: 5\nattempts: 2"), ["unknown-key 01-m/01-l.md:5:1"]),
        Case(
            "a minimum above the minutes", lesson("minutes: 5\ncompletion: { rule: read, minimum-minutes: 6 }"),
            ["?minimum-above-minutes 01-m/01-l.md:5:27"]),
        Case(
            "the id of a module taken by a lesson",
            ["01-m/01-l.md": CourseOnDisk.lessonHead.replacing("id: lecon", with: "id: module-un") + "x\n"],
            ["duplicate-id 01-m/01-l.md:2:1"]),
        Case(
            "the id of a lesson taken by a quiz",
            ["01-m/02-q.quiz.yml": CourseOnDisk.quizHead.replacing("id: quiz", with: "id: lecon") + CourseOnDisk.question],
            ["duplicate-id 01-m/02-q.quiz.yml:1:1"]),
        Case("no front matter", ["01-m/01-l.md": "Bonjour.\n"], ["front-matter 01-m/01-l.md:1:1"]),
        Case("front matter left open", ["01-m/01-l.md": "---\nid: lecon\ntitle: x\n"], ["front-matter 01-m/01-l.md:1:1"]),
        Case("front matter with nothing in it", ["01-m/01-l.md": "---\n---\nx\n"], ["empty-file 01-m/01-l.md:2:1"]),
        Case("no text", ["01-m/01-l.md": CourseOnDisk.lessonHead + " \n\n"], ["empty-lesson 01-m/01-l.md:6:1"]),
        Case(
            "only an id", ["01-m/01-l.md": "---\nid: lecon\n---\nx\n"],
            ["missing-key 01-m/01-l.md:2:1", "missing-minutes 01-m/01-l.md:2:1"]),
    ]

    static let planned: [Case] = [
        Case("a planned activity", module("planned:\n  - { id: p, title: P, kind: deck, minutes: 5, after: lecon }"), []),
        Case(
            "a planned activity without minutes", module("planned:\n  - { id: p, title: P, kind: deck }"),
            ["missing-minutes 01-m/module.yml:4:5"]),
        Case("a planned session in person", module("planned:\n  - { id: p, title: P, kind: session, place: in-person }"), []),
        Case(
            "an unknown kind", module("planned:\n  - { id: p, title: P, kind: game, minutes: 5 }"),
            ["unknown-value 01-m/module.yml:4:30"]),
        Case(
            "after nothing known", module("planned:\n  - { id: p, title: P, kind: deck, minutes: 5, after: lecom }"),
            ["unknown-activity 01-m/module.yml:4:55"]),
        Case(
            "one after the other in a circle",
            module(
                "planned:\n  - { id: p, title: P, kind: deck, minutes: 5, after: q }\n  - { id: q, title: Q, kind: deck, minutes: 5, after: p }"
            ),
            ["circular-order 01-m/module.yml:4:55", "circular-order 01-m/module.yml:5:55"]),
        Case(
            "an id that is written already", module("planned:\n  - { id: lecon, title: P, kind: lesson, minutes: 5 }"),
            ["duplicate-id 01-m/module.yml:4:7"]),
    ]

    @Test("course.yml", arguments: wholes)
    func saysOfCourse(_ broken: Case) throws {
        let found = try CourseOnDisk(broken.changes).found()
        #expect(found == broken.expected)
    }

    @Test("heads of activities", arguments: activities)
    func saysOfActivities(_ broken: Case) throws {
        let found = try CourseOnDisk(broken.changes).found()
        #expect(found == broken.expected)
    }

    @Test("planned activities", arguments: planned)
    func saysOfPlanned(_ broken: Case) throws {
        let found = try CourseOnDisk(broken.changes).found()
        #expect(found == broken.expected)
    }
}

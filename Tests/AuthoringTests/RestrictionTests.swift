import CourseContent
import Essentials
import Testing

@Suite("What opens an activity, as authors write it")
struct RestrictionTests {
    typealias Case = BrokenFolderTests.Case

    private static func lesson(_ opens: String) -> [String: String?] {
        ["01-m/01-l.md": CourseOnDisk.lessonHead.replacing("minutes: 10", with: "minutes: 10\nopens: \(opens)") + "Bonjour.\n"]
    }

    private static func quiz(_ opens: String) -> [String: String?] {
        [
            "01-m/02-q.quiz.yml": CourseOnDisk.quizHead.replacing("questions:", with: "opens: \(opens)\nquestions:")
                + CourseOnDisk.question
        ]
    }

    private static let planned = [
        "01-m/module.yml": CourseOnDisk.module + "planned:\n  - { id: plus-tard, title: T, kind: lesson, minutes: 5 }\n"
            as String?
    ]

    static let cases: [Case] = [
        Case("no condition", lesson("{}"), ["opens 01-m/01-l.md:5:1"]),
        Case("an unknown key", lesson("{ before: [quiz] }"), ["unknown-key 01-m/01-l.md:5:10", "opens 01-m/01-l.md:5:1"]),
        Case("an unknown activity", lesson("{ after: [quizz] }"), ["opens-unknown-activity 01-m/01-l.md:5:18"]),
        Case("a module", lesson("{ after: [module-un] }"), ["opens-unknown-activity 01-m/01-l.md:5:18"]),
        Case("itself", lesson("{ after: [lecon] }"), ["circular-opening 01-m/01-l.md:5:18"]),
        Case(
            "each other", lesson("{ after: [quiz] }").merging(quiz("{ after: [lecon] }")) { $1 },
            ["circular-opening 01-m/01-l.md:5:18", "circular-opening 01-m/02-q.quiz.yml:5:18"]),
        Case(
            "a module that waits for one of its own", ["01-m/module.yml": CourseOnDisk.module + "opens: { after: [quiz] }\n"],
            ["circular-opening 01-m/module.yml:3:18"]),
        Case(
            "what is only announced", lesson("{ after: [plus-tard] }").merging(planned) { $1 },
            ["opens-after-planned 01-m/01-l.md:5:18"]),
        Case("the score of a lesson", quiz("{ score: { activity: lecon, at-least: 50 } }"), ["no-score 01-m/02-q.quiz.yml:5:29"]),
        Case("a score without a figure", lesson("{ score: { activity: quiz } }"), ["missing-key 01-m/01-l.md:5:17"]),
        Case("a score out of range", lesson("{ score: { activity: quiz, at-least: 101 } }"), ["out-of-range 01-m/01-l.md:5:45"]),
        Case("no date", lesson("{ from: lundi }"), ["opening-day 01-m/01-l.md:5:16"]),
        Case("a day that is not", lesson("{ from: 2026-02-30 }"), ["opening-day 01-m/01-l.md:5:16"]),
        Case("day and week", lesson("{ from: { day: 1, week: 2 } }"), ["opening-day 01-m/01-l.md:5:16"]),
        Case("week 0", lesson("{ from: { week: 0 } }"), ["out-of-range 01-m/01-l.md:5:24"]),
        Case(
            "closed before it opens", lesson("{ from: 2026-11-02, until: 2026-11-01 }"), ["never-opens 01-m/01-l.md:5:28"]),
    ]

    private static func due(_ text: String) -> [String: String?] {
        ["01-m/01-l.md": CourseOnDisk.lessonHead.replacing("minutes: 10", with: "minutes: 10\n\(text)") + "Bonjour.\n"]
    }

    static let dueCases: [Case] = [
        Case("a last day that is no day", due("due: bientot"), ["opening-day 01-m/01-l.md:5:6"]),
        Case("the week before the first", due("due: week 0"), ["opening-day 01-m/01-l.md:5:6"]),
        Case("a number alone", due("due: 3"), ["opening-day 01-m/01-l.md:5:6"]),
        Case("two weeks", due("due: week 3 4"), ["opening-day 01-m/01-l.md:5:6"]),
        Case("a day that no course has", due("due: { day: 2000 }"), ["out-of-range 01-m/01-l.md:5:13"]),
        Case(
            "due before it opens", due("opens: { from: { week: 3 } }\ndue: week 2"), ["due-before-opening 01-m/01-l.md:6:1"]),
        Case("due as it opens", due("opens: { from: week 3 }\ndue: week 3"), []),
        Case("due on a day and open from a week: nobody knows", due("opens: { from: week 3 }\ndue: day 2"), []),
    ]

    @Test(
        "the last day is read as a date, a day or a week",
        arguments: [
            ("due: week 3", OpeningDay.week(3)), ("due: { week: 3 }", .week(3)), ("due: day 10", .day(10)),
            ("due: { day: 10 }", .day(10)), ("due: 2026-12-04", .date(CalendarDay(trusted: "2026-12-04"))),
        ])
    func due(text: String, expected: OpeningDay) throws {
        let (course, problems) = try CourseOnDisk(Self.due(text).mapValues { $0.map { Array($0.utf8) } }).read()
        #expect(problems.isEmpty && course?.outline.activities.first?.due == expected)
        let module = ["01-m/module.yml": CourseOnDisk.module + text + "\n" as String?]
        let (other, _) = try CourseOnDisk(module.mapValues { $0.map { Array($0.utf8) } }).read()
        #expect(other?.outline.modules.first?.due == expected && other?.outline.activities.first?.due == nil)
    }

    @Test("is said where it is wrong", arguments: cases + dueCases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    @Test("is read whole")
    func read() throws {
        let opens =
            "{ after: [quiz], score: [{ activity: quiz, at-least: 70 }], from: { week: 3 }, until: 2026-12-18, groups: [matin, soir] }"
        let (course, problems) = try CourseOnDisk(Self.lesson(opens).mapValues { $0.map { Array($0.utf8) } }).read()
        #expect(problems.isEmpty)
        let lesson = try #require(course?.outline.activities.first)
        #expect(
            lesson.restriction
                == Restriction(
                    after: ["quiz"], scores: [ScoreCondition(activity: "quiz", atLeast: 70)], from: .week(3),
                    until: .date(CalendarDay(trusted: "2026-12-18")), groups: ["matin", "soir"]))
    }
}

import CourseContent
import Testing

@Suite("When an activity is done, as authors write it")
struct CompletionTests {
    typealias Case = BrokenFolderTests.Case

    private static func lesson(_ rule: String) -> [String: String?] {
        ["01-m/01-l.md": "---\nid: lecon\ntitle: x\nminutes: 20\ncompletion: \(rule)\n---\nBonjour.\n"]
    }

    private static func assignment(_ rule: String) -> [String: String?] {
        [
            "01-m/03-a.assignment.yml":
                "id: a\ntitle: T\nminutes: 20\ncompletion: \(rule)\nhand-in: { text: true }\ntext: Faites.\n"
        ]
    }

    static let cases: [Case] = [
        Case("all of two", lesson("{ all: [read, { rule: time, minutes: 10 }] }"), []),
        Case("one of two", assignment("{ any: [marked, { rule: passed, score: 80 }] }"), []),
        Case(
            "three within each other", lesson("{ all: [read, { any: [read, { all: [read, { rule: time, minutes: 1 }] }] }] }"), []
        ),
        Case(
            "four within each other",
            lesson("{ all: [read, { any: [read, { all: [read, { any: [read, { rule: time, minutes: 1 }] }] }] }] }"),
            ["completion 01-m/01-l.md:5:55"]),
        Case("all of one", lesson("{ all: [read] }"), ["completion 01-m/01-l.md:5:15"]),
        Case("all of none", lesson("{ all: [] }"), ["completion 01-m/01-l.md:5:15"]),
        Case("all of no list", lesson("{ all: read }"), ["wrong-type 01-m/01-l.md:5:20"]),
        Case("the same twice", lesson("{ any: [read, read] }"), ["completion 01-m/01-l.md:5:27"]),
        Case("all and any at once", lesson("{ all: [read, read], any: [read, read] }"), ["completion 01-m/01-l.md:5:13"]),
        Case(
            "nine", lesson("{ any: [" + (1...9).map { "{ rule: time, minutes: \($0) }" }.joined(separator: ", ") + "] }"),
            ["completion 01-m/01-l.md:5:15"]),
        Case(
            "a rule beside all", lesson("{ rule: read, all: [read, played] }"),
            ["unknown-key 01-m/01-l.md:5:15", "completion 01-m/01-l.md:5:1"]),
        Case("a rule that is not one inside", lesson("{ all: [read, marked] }"), ["completion 01-m/01-l.md:5:27"]),
        Case("time without minutes", lesson("time"), ["completion 01-m/01-l.md:5:1"]),
        Case("time without its minutes", lesson("{ rule: time }"), ["missing-key 01-m/01-l.md:5:13"]),
        Case("no time", lesson("{ rule: time, minutes: 0 }"), ["out-of-range 01-m/01-l.md:5:36"]),
        Case(
            "more time than the lesson takes", lesson("{ rule: time, minutes: 21 }"), ["?minimum-above-minutes 01-m/01-l.md:5:27"]
        ),
        Case("minutes of another rule", lesson("{ rule: read, minutes: 5 }"), ["completion 01-m/01-l.md:5:27"]),
        Case("recordings asked for among others", lesson("{ all: [read, played] }"), ["completion 01-m/01-l.md:5:1"]),
        Case("a mark by a tutor in a lesson", lesson("marked"), ["completion 01-m/01-l.md:5:13"]),
        Case("a package in a lesson", lesson("reported"), ["completion 01-m/01-l.md:5:13"]),
    ]

    @Test("what is wrong is said where it is", arguments: cases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    @Test(
        "rules are read",
        arguments: [
            ("marked", CompletionRule.marked), ("submitted", .submitted), ("{ rule: time, minutes: 15 }", .stayed(seconds: 900)),
            (
                "{ all: [submitted, { any: [marked, { rule: passed }] }] }",
                .all(rules: [.submitted, .any(rules: [.marked, .passed(score: 60)])])
            ),
        ])
    func read(_ text: String, _ rule: CompletionRule) throws {
        let disk = try CourseOnDisk(Self.assignment(text).mapValues { $0.map { Array($0.utf8) } })
        #expect(disk.read().course?.outline.activities.last?.completion == rule)
    }

    @Test("what an author reads of a rule is what an author writes")
    func notation() throws {
        let rule = CompletionRule.all(rules: [.submitted, .any(rules: [.marked, .stayed(seconds: 600), .passed(score: 80)])])
        let disk = try CourseOnDisk(Self.assignment(rule.notation).mapValues { $0.map { Array($0.utf8) } })
        #expect(disk.read().course?.outline.activities.last?.completion == rule)
    }
}

@Suite("When a module, a block or a course is done, as authors write it")
struct GroupCompletionTests {
    typealias Case = BrokenFolderTests.Case

    private static func module(_ rule: String) -> [String: String?] {
        ["01-m/module.yml": CourseOnDisk.module + "completion: \(rule)\n"]
    }

    private static func course(_ lines: String) -> [String: String?] { ["course.yml": CourseOnDisk.course + lines] }
    private static let block = "competencies:\n  - { id: un, title: U, objectives: [essayer], completion: { weighted: 80 } }\n"

    static let cases: [Case] = [
        Case("all", module("all"), []), Case("one of two", module("{ some: 1 }"), []),
        Case("a share", module("{ weighted: 80 }"), []),
        Case("more than there are", module("{ some: 9 }"), ["?completion-above-activities 01-m/module.yml:3:1"]),
        Case("none", module("{ some: 0 }"), ["out-of-range 01-m/module.yml:3:21"]),
        Case("a share of 101 %", module("{ weighted: 101 }"), ["out-of-range 01-m/module.yml:3:25"]),
        Case("two at once", module("{ some: 1, weighted: 80 }"), ["completion 01-m/module.yml:3:13"]),
        Case("nothing", module("{}"), ["completion 01-m/module.yml:3:13"]),
        Case("a rule of activities", module("read"), ["completion 01-m/module.yml:3:13"]),
        Case("another key", module("{ most: 2 }"), ["unknown-key 01-m/module.yml:3:15"]),
        Case("of a course", course("completion: { weighted: 80 }\n"), []),
        Case("of a block", course(block), []),
    ]

    @Test("what is wrong is said where it is", arguments: cases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    @Test("is read; a course that says what is usual is what it was")
    func read() throws {
        func outline(_ changes: [String: String?]) throws -> CourseOutline {
            try #require(try CourseOnDisk(changes.mapValues { $0.map { Array($0.utf8) } }).read().course?.outline)
        }
        #expect(try outline(Self.module("{ some: 1 }")).modules.first?.completion == .atLeast(count: 1))
        // Written out for a module, it is kept: so is then the day on which the module is completed.
        #expect(try outline(Self.module("all")).modules.first?.completion == .all)
        #expect(try outline(Self.course("completion: { weighted: 80 }\n")).completion == .weighted(share: 80))
        #expect(try outline(Self.course(Self.block)).competencies?.first?.completion == .weighted(share: 80))
        let plain = try outline([:])
        #expect(try outline(Self.course("completion: all\n")) == plain)
        #expect(try !ContentDigest.canonical(plain).json.contains("completion\":{\"all"))
        #expect(plain.completion == nil && plain.modules.allSatisfy { $0.completion == nil })
    }
}

import Authoring
import Essentials
import Testing

@Suite("What is wrong in YAML is said where it is")
struct BrokenYAMLTests {
    typealias Case = BrokenFolderTests.Case

    /// One line of course.yml replaced by others.
    static func course(_ old: String, _ new: String) -> [String: String?] {
        ["course.yml": CourseOnDisk.course.replacing(old, with: new)]
    }

    static let syntax: [Case] = [
        Case("a colon too many", course("title: Un essai", "title: Un essai : la suite: fin"), ["yaml-syntax course.yml:3:17"]),
        Case("a tab", course("title: Un essai", "title:\tUn essai\n\tx: 1"), ["yaml-syntax course.yml:4:1"]),
        Case("a text that begins with a backtick", course("Un essai", "`a`"), ["yaml-syntax course.yml:3:8"]),
        Case("quotes left open", course("title: Un essai", "title: \"Un essai"), ["yaml-syntax course.yml:3:8"]),
        Case("a bracket left open", ["01-m/module.yml": "id: m\ntitle: [a, b\n"], ["yaml-syntax 01-m/module.yml:3:1"]),
        Case("a key without colon", ["01-m/module.yml": "id: m\ntitle\nsummary: x\n"], ["yaml-syntax 01-m/module.yml:2:1"]),
        Case("a line out of line", ["01-m/module.yml": "id: m\n title: x\n"], ["yaml-syntax 01-m/module.yml:2:7"]),
        Case("an unknown escape", ["01-m/module.yml": "id: m\ntitle: \"C:\\Users\"\n"], ["yaml-syntax 01-m/module.yml:2:8"]),
        Case("two documents", ["01-m/module.yml": "id: m\n---\ntitle: x\n"], ["yaml-documents 01-m/module.yml:2:1"]),
        Case(
            "lines are counted from the top of a lesson", ["01-m/01-l.md": "---\nid: lecon\ntitle: `x\n---\n"],
            ["yaml-syntax 01-m/01-l.md:3:8"]),
        Case("an alias", ["01-m/module.yml": "id: &a m\ntitle: *a\n"], ["yaml-alias 01-m/module.yml:1:5"]),
        Case("an alias of nothing", ["01-m/module.yml": "id: m\ntitle: *Important* !\n"], ["yaml-alias 01-m/module.yml:2:8"]),
        Case("a merge key", ["01-m/module.yml": "id: m\ntitle: x\n<<: { summary: y }\n"], ["yaml-alias 01-m/module.yml:3:1"]),
        Case("a tag", ["01-m/module.yml": "id: m\ntitle: !!binary aGVsbG8=\n"], ["yaml-tag 01-m/module.yml:2:8"]),
        Case("a list as a key", ["01-m/module.yml": "id: m\n[a, b]: x\ntitle: x\n"], ["yaml-key 01-m/module.yml:2:1"]),
        Case(
            "billion laughs",
            [
                "01-m/module.yml": "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                    + (1...9).map { "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n" }
                    .joined()
            ], ["yaml-alias 01-m/module.yml:1:5"]),
        Case(
            "billion laughs in a key",
            [
                "01-m/module.yml": "a0: &a0 [x, x]\n"
                    + (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a30\n: x\n"
            ], ["yaml-alias 01-m/module.yml:1:5"]),
        Case(
            "deep nesting",
            [
                "01-m/module.yml": "id: m\ntitle: x\nplanned: " + String(repeating: "[", count: 100)
                    + String(repeating: "]", count: 100)
            ],
            ["too-deep 01-m/module.yml:3:30"]),
        Case(
            "very deep nesting", ["01-m/module.yml": "id: " + String(repeating: "[", count: 200_000)],
            ["too-deep 01-m/module.yml:1:6"]),
        Case(
            "the same key twice, and thrice, with the rest still read",
            ["01-m/module.yml": "id: m\ntitle: x\ntitle: y\nsumary: z\nid: n\ntitle: z\n"],
            [
                "duplicate-key 01-m/module.yml:3:1", "unknown-key 01-m/module.yml:4:1",
                "duplicate-key 01-m/module.yml:5:1", "duplicate-key 01-m/module.yml:6:1",
            ]),
        Case(
            "the same key twice in braces", course("{ id: essayer, title: Essayer }", "{ id: essayer, title: A, title: B }"),
            ["duplicate-key course.yml:9:30"]),
        Case(
            "the same key in a list of blocks",
            [
                "01-m/02-q.quiz.yml": CourseOnDisk.quizHead
                    + "  - id: q1\n    type: true-false\n    text: A\n    answer: true\n    text: B\n"
            ],
            ["duplicate-key 01-m/02-q.quiz.yml:10:5"]),
    ]

    static let values: [Case] = [
        Case("a text is what is written", course("title: Un essai", "title: no"), []),
        Case("a date is a text", course("title: Un essai", "title: 2026-01-05"), []),
        Case("an hour is a text", course("title: Un essai", "title: 12:30"), []),
        Case("nothing is not a text", course("title: Un essai", "title:"), ["wrong-type course.yml:3:7"]),
        Case("null is not a text", course("title: Un essai", "title: null"), ["wrong-type course.yml:3:8"]),
        Case("a list is not a text", course("title: Un essai", "title: [a]"), ["wrong-type course.yml:3:8"]),
        Case("a text is not keys and values", course("hours: { total: 0.5 }", "hours: 10"), ["wrong-type course.yml:7:8"]),
        Case("a word is not a number", course("total: 0.5", "total: dix"), ["wrong-type course.yml:7:17"]),
        Case("a comma in a number", course("total: 0.5", "total: \"12,5\""), ["wrong-type course.yml:7:17"]),
        Case("a number in quotes", course("total: 0.5", "total: \"10\""), ["wrong-type course.yml:7:17"]),
        Case("an exponent", course("total: 0.5", "total: 5e-1"), []),
        Case("hexadecimal", course("total: 0.5", "total: 0x1F"), ["wrong-type course.yml:7:17"]),
        Case("base sixty", course("total: 0.5", "total: 1:30"), ["wrong-type course.yml:7:17"]),
        Case("not a number", course("total: 0.5", "total: .nan"), ["wrong-type course.yml:7:17"]),
        Case("a leading zero", course("total: 0.5", "total: 010"), ["wrong-type course.yml:7:17"]),
        Case("too many hours", course("total: 0.5", "total: 100000"), ["out-of-range course.yml:7:17"]),
        Case(
            "yes is not true", ["01-m/01-l.md": "---\nid: lecon\ntitle: x\nminutes: 5\noptional: yes\n---\nx\n"],
            ["wrong-type 01-m/01-l.md:5:11"]),
        Case(
            "a whole number", ["01-m/01-l.md": "---\nid: lecon\ntitle: x\nminutes: 5.5\n---\nx\n"],
            ["wrong-type 01-m/01-l.md:4:10"]),
        Case(
            "minutes out of range", ["01-m/01-l.md": "---\nid: lecon\ntitle: x\nminutes: 601\n---\nx\n"],
            ["out-of-range 01-m/01-l.md:4:10"]),
        Case(
            "a misspelt key", course("title: Un essai", "titel: Un essai"),
            ["missing-key course.yml:1:1", "unknown-key course.yml:3:1"]),
        Case("an unknown mode", course("mode: remote", "mode: distant"), ["unknown-value course.yml:5:7"]),
        Case("an unknown language", course("language: fr", "language: de"), ["unknown-value course.yml:4:11"]),
        Case("an unknown format", course("format: 1", "format: 2"), ["unknown-format course.yml:1:9"]),
        Case("a long title", course("Un essai", String(repeating: "é", count: 121)), ["text-too-long course.yml:3:8"]),
        Case("a title on two lines", course("title: Un essai", "title: |\n  a\n  b"), ["several-lines course.yml:3:8"]),
        Case("an empty title", course("Un essai", "\"  \""), ["empty-text course.yml:3:8"]),
        Case("a hidden control character", course("Un essai", "\"a\\0b\""), ["nul-byte course.yml:3:8"]),
        Case("an id with capitals", course("key: essai", "key: Mon Essai"), ["invalid-id course.yml:2:6"]),
        Case("an id that begins with a digit", course("key: essai", "key: 3d"), ["invalid-id course.yml:2:6"]),
        Case(
            "an id of 65 characters", course("key: essai", "key: " + String(repeating: "a", count: 65)),
            ["invalid-id course.yml:2:6"]),
        Case("a whole file that is a list", ["01-m/module.yml": "- a\n"], ["wrong-type 01-m/module.yml:1:1"]),
    ]

    @Test("syntax", arguments: syntax)
    func says(_ broken: Case) throws {
        let found = try CourseOnDisk(broken.changes).found()
        #expect(found == broken.expected)
    }

    @Test("values", arguments: values)
    func saysOfValues(_ broken: Case) throws {
        let found = try CourseOnDisk(broken.changes).found()
        #expect(found == broken.expected)
    }

    @Test(
        "a hint names the nearest known word",
        arguments: [
            ("titel", "title"), ("sumary", "summary"), ("Objectives", "objectives"),
            ("langage", "language"),
        ])
    func hints(_ written: String, _ meant: String) throws {
        let disk = try CourseOnDisk(["course.yml": CourseOnDisk.course + "\(written): x\n"])
        let problem = try #require(disk.read().problems.first { $0.code == "unknown-key" })
        #expect(problem.hint.en == "Did you mean \"\(meant)\"?")
        #expect(problem.hint.fr == "Vouliez-vous écrire « \(meant) » ?")
    }
}

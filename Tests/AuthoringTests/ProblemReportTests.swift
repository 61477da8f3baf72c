import Essentials
import Testing

@testable import Authoring

@Suite("Problems are told to people and to programs")
struct ProblemReportTests {
    static let problem = Problem(
        severity: .error, file: "01-m/01-l.md", line: 3, column: 7, code: "raw-html",
        message: Phrase(fr: "Le HTML n’est pas accepté.", en: "HTML is not accepted."), hint: Phrase(fr: "Écrivez…", en: "Write…")
    )

    @Test("as text")
    func text() {
        #expect(
            ProblemReport.text(Self.problem, folder: "Courses/x/", in: .french)
                == "Courses/x/01-m/01-l.md:3:7: error: Le HTML n’est pas accepté. [raw-html]\n    Écrivez…")
        #expect(ProblemReport.text(Self.problem, folder: ".", in: .english).hasPrefix("01-m/01-l.md:3:7: error: HTML"))
        #expect(ProblemReport.text(Self.problem, folder: "a", in: .english).hasPrefix("a/01-m/"))
    }

    @Test("as JSON")
    func json() throws {
        #expect(
            try ProblemReport.json([("x", [Self.problem]), ("y", [])], in: .english) == """
                [
                  {
                    "code" : "raw-html",
                    "column" : 7,
                    "file" : "01-m/01-l.md",
                    "folder" : "x",
                    "hint" : "Write…",
                    "line" : 3,
                    "message" : "HTML is not accepted.",
                    "severity" : "error"
                  }
                ]
                """)
    }

    @Test("the end of a check")
    func summary() {
        var warning = Self.problem
        warning.severity = .warning
        #expect(ProblemReport.summary([]).fr == "0 erreur, 0 avertissement")
        #expect(ProblemReport.summary([Self.problem, Self.problem, warning]).en == "2 errors, 1 warning")
    }

    @Test("problems come in reading order")
    func order() throws {
        let problems = try CourseOnDisk(["course.yml": "titel: x\nkey: É\n", "01-m/module.yml": "x: 1\n"]).read().problems
        #expect(problems == problems.sorted() && problems.count > 5)
    }

    @Test(
        "numbers as the format writes them",
        arguments: [
            ("0", true), ("12", true), ("-3", true), ("+3", true), ("12.5", true), ("0.25", true), ("1e3", true),
            ("1.5E-3", true),
            ("", false), ("-", false), ("01", false), ("1.", false), (".5", false), ("1,5", false), ("1e", false),
            ("1e400", false),
            ("0x1F", false), ("1_000", false), ("12:30", false), ("٣", false), ("inf", false), ("1 ", false),
        ])
    func numbers(_ text: String, _ isNumber: Bool) {
        #expect((DecimalNumber.canonical(text) != nil) == isNumber)
    }

    @Test(
        "near words",
        arguments: [
            ("titel", "title"), ("objectifs", "objectives"), ("in_person", "in-person"), ("x", nil), ("completely-else", nil),
            ("", nil),
        ] as [(String, String?)])
    func nearWords(_ written: String, _ near: String?) {
        #expect(NearestWord.find(written, among: ["title", "objectives", "in-person", "summary"]) == near)
    }

    @Test(
        "distances of words",
        arguments: [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("", "ab", 2), ("kitten", "sitting", 3)])
    func distances(_ left: String, _ right: String, _ distance: Int) {
        #expect(NearestWord.distance(Array(left.utf8), Array(right.utf8)) == distance)
    }
}

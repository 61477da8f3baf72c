import Essentials
import Foundation
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

    @Test("as SARIF 2.1.0: the members that its schema requires, in the values that it allows")
    func sarif() throws {
        var warning = Self.problem
        warning.severity = .warning
        warning.code = "unused-file"
        warning.file = "files/à voir.png"
        let text = try ProblemReport.sarif(
            [("Cours/x", [Self.problem, warning]), ("/y", [warning])], in: .english, version: "1.2.3")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0" && (log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
        let runs = try #require(log["runs"] as? [[String: Any]])
        let run = try #require(runs.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["name"] as? String == "rebond" && driver["version"] as? String == "1.2.3")
        let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(rules == ["raw-html", "unused-file"] && run["columnKind"] as? String == "unicodeCodePoints")
        let results = try #require(run["results"] as? [[String: Any]])
        var places: [String] = []
        for result in results {
            let message = try #require(result["message"] as? [String: Any])
            #expect(message["text"] as? String == "HTML is not accepted. Write…")
            let index = try #require(result["ruleIndex"] as? Int)
            #expect(result["ruleId"] as? String == rules[index])
            #expect(["none", "note", "warning", "error"].contains(result["level"] as? String ?? ""))
            let locations = try #require(result["locations"] as? [[String: Any]])
            let place = try #require(locations.first?["physicalLocation"] as? [String: Any])
            let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
            let region = try #require(place["region"] as? [String: Int])
            places.append("\(uri) \(region["startLine"] ?? 0) \(region["startColumn"] ?? 0)")
        }
        #expect(
            places == [
                "Cours/x/01-m/01-l.md 3 7", "Cours/x/files/%C3%A0%20voir.png 3 7", "file:///y/files/%C3%A0%20voir.png 3 7",
            ])
        let none = try ProblemReport.sarif([], in: .french)
        #expect(none.contains("\"results\" : ["))
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

import CourseContent
import Testing

@testable import Authoring

@Suite("Scenarios read from their files")
struct ScenarioReaderTests {
    static let head = """
        id: histoire
        title: Une histoire
        minutes: 10
        variables:
          - { id: temps, title: Temps, start: 10, max: 20, unit: min }
          - { id: vu, title: Vu, start: 0, max: 1, hidden: true }
        scenes:

        """
    /// Its first line is line 8 of the file.
    static let scenes = """
          - id: debut
            title: Début
            speaker: Nadia
            text: "Que *faire* ?"
            choices:
              - { text: Lire, to: milieu, set: { vu: 1 }, add: { temps: -4 }, consequence: "**Lu.**" }
              - { id: partir, text: Partir, to: fin, if: [temps >= 5, vu = 0] }
          - id: milieu
            title: Milieu
            text: Et alors ?
            choices:
              - { text: Revenir, to: debut, if: vu = 0 }
              - { text: Finir, to: fin, if: vu > 0 }
              - { text: Abandonner, to: fin, if: vu < 1 }
          - { id: fin, title: Fin, text: Voilà., ending: { score: { base: 50, temps: 2, vu: -10 }, debrief: Bien. } }

        """

    static func disk(_ scenes: String = scenes, head: String = head) throws -> CourseOnDisk {
        try CourseOnDisk(["01-m/03-h.scenario.yml": head + scenes])
    }

    @Test("a whole one")
    func whole() throws {
        let disk = try Self.disk()
        #expect(disk.found() == [])
        let course = try #require(disk.read().course)
        let outline = try #require(course.outline.activities.last)
        #expect(outline.kind == .scenario && outline.completion == .passed(score: 60) && !outline.isEvaluation)
        guard case .scenario(let content)? = outline.contentDigest.flatMap({ course.contents[$0] }) else {
            Issue.record("no scenario")
            return
        }
        #expect(content.start == "debut" && content.scenes.map(\.id) == ["debut", "milieu", "fin"])
        #expect(content.variables.map(\.isHidden) == [false, true] && content.variables[0].minimum == 0)
        let first = content.scenes[0]
        #expect(first.text == "Que <em>faire</em> ?" && first.speaker == "Nadia" && first.choices.map(\.id) == ["c1", "partir"])
        #expect(first.choices[0].consequence == "<strong>Lu.</strong>")
        #expect(
            first.choices[0].effects == [
                ScenarioEffect(variable: "vu", kind: .set, value: 1), ScenarioEffect(variable: "temps", kind: .add, value: -4),
            ])
        #expect(
            first.choices[1].conditions == [
                ScenarioCondition(variable: "temps", comparison: .atLeast, value: 5),
                ScenarioCondition(variable: "vu", comparison: .equal, value: 0),
            ])
        #expect(content.scenes[2].ending?.base == 50 && content.scenes[2].ending?.factors.count == 2)
    }

    @Test("one that evaluates objectives says so, and which")
    func evaluation() throws {
        let evaluating = Self.head.replacing("minutes: 10", with: "minutes: 10\nobjectives: [essayer]\nevaluation: true")
        let course = try #require(try Self.disk(head: evaluating).read().course)
        #expect(course.outline.activities.last?.isEvaluation == true)
        let ofNothing = Self.head.replacing("minutes: 10", with: "minutes: 10\nevaluation: true")
        #expect(try Self.disk(head: ofNothing).found() == ["evaluation-without-objective 01-m/03-h.scenario.yml:4:1"])
    }

    /// What is put in the place of what, and what is found.
    static let broken: [(String, String, [String])] = [
        ("to: milieu", "to: millieu", ["unknown-scene 13"]), ("to: debut, if: vu = 0", "to: fin, if: vu = 0", []),
        ("Lire, to: milieu", "Lire, to: fin", ["unreachable-scene 15"]),
        ("to: fin, if: vu > 0", "to: debut, if: vu > 0", ["no-way-to-an-ending 15", "no-way-to-an-ending 8"]),
        // From a scene where, for one value, nothing is offered.
        ("to: fin, if: vu > 0", "to: fin, if: [vu > 0, temps > 3]", ["no-way-to-an-ending 15", "no-way-to-an-ending 8"]),
        ("if: vu > 0", "if: vu > 1", ["condition-never-holds 20", "no-way-to-an-ending 15", "no-way-to-an-ending 8"]),
        ("if: vu > 0", "if: vu >= 0", ["?condition-always-holds 20"]),
        ("if: vu > 0", "if: vue > 0", ["unknown-variable 20"]), ("if: vu > 0", "if: vu > un", ["condition 20"]),
        ("if: vu > 0", "if: vu => 0", ["condition 20"]), ("if: vu > 0", "if: vu>0", ["condition 20"]),
        ("if: vu > 0", "if: vu > 0 && temps > 3", ["condition 20"]), ("if: vu > 0", "if: []", ["empty-list 20"]),
        ("set: { vu: 1 }", "set: { vu: 2 }", ["out-of-range 13", "variable-never-set 6"]),
        ("set: { vu: 1 }", "set: { vue: 1 }", ["unknown-variable 13", "variable-never-set 6"]),
        ("set: { vu: 1 }, ", "", ["variable-never-set 6"]), ("temps: -4", "temps: 0", ["?adds-nothing 13"]),
        ("temps: -4", "temps: vite", ["wrong-type 13", "variable-never-set 5"]),
        ("{ base: 50, temps: 2, vu: -10 }", "101", ["out-of-range 22"]),
        ("{ base: 50, temps: 2, vu: -10 }", "-1", ["out-of-range 22"]),
        ("base: 50", "base: 80", ["?score-range 22"]), ("base: 50", "base: 500", ["score-range 22"]),
        ("vu: -10 }", "rien: -10 }", ["unknown-variable 22"]), (", debrief: Bien.", "", ["missing-key 22"]),
        ("text: Voilà.,", "text: Voilà., choices: [{ text: x, to: debut }],", ["ending-with-choices 22"]),
        (", ending: { score: { base: 50, temps: 2, vu: -10 }, debrief: Bien. }", "", ["scene-without-choice 22", "no-ending 1"]),
        ("- id: milieu", "- id: debut", ["duplicate-id 15", "unknown-scene 13"]), ("id: partir", "id: c1", ["duplicate-id 14"]),
        ("title: Milieu\n", "title: Milieu\n    titre: x\n", ["unknown-key 17"]),
        ("text: Finir, ", "text: Finir, points: 3, ", ["unknown-key 20"]),
        ("text: Et alors ?", "text: <b>x</b>", ["raw-html 17", "raw-html 17"]),
    ]

    @Test("what is wrong is said where it is", arguments: broken)
    func says(_ old: String, _ new: String, _ expected: [String]) throws {
        let text = Self.scenes.replacing(old, with: new)
        #expect(text != Self.scenes)
        let found = try Self.disk(text).found().map { problem in
            let words = problem.split(separator: " ")
            return "\(words[0]) \(words[1].split(separator: ":")[1])"
        }
        #expect(Set(found) == Set(expected))
    }

    static let heads: [(String, String, [String])] = [
        ("start: 10", "start: 30", ["out-of-range"]), ("max: 20", "max: 0", ["bounds"]), ("start: 10, ", "", ["missing-key"]),
        ("id: vu, title", "id: temps, title", ["duplicate-id"]), ("scenes:\n", "start: ailleurs\nscenes:\n", ["unknown-scene"]),
        ("minutes: 10\n", "minutes: 10\ncompletion: read\n", ["completion"]),
        ("minutes: 10\n", "minutes: 10\nquestions: []\n", ["unknown-key"]),
        ("minutes: 10\n", "minutes: 10\ncompletion: { rule: passed, score: 101 }\n", ["out-of-range"]),
    ]

    @Test("what is wrong above the scenes", arguments: heads)
    func head(_ old: String, _ new: String, _ expected: [String]) throws {
        let found = try Self.disk(head: Self.head.replacing(old, with: new)).found().map { String($0.prefix { $0 != " " }) }
        #expect(Set(expected).isSubset(of: Set(found)), "\(found)")
    }

    @Test("no scene at all")
    func empty() throws {
        #expect(
            try Self.disk("", head: Self.head.replacing("scenes:\n", with: "scenes: []\n")).found().contains {
                $0.hasPrefix("empty-list")
            })
        #expect(
            try CourseOnDisk(["01-m/03-h.scenario.yaml": "id: x"]).found().contains("unexpected-file 01-m/03-h.scenario.yaml:1:1")
        )
    }
}

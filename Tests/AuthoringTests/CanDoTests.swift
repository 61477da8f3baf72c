import CourseContent
import Testing

@testable import Authoring

@Suite("What is wrong in can-do statements is said where it is")
struct CanDoTests {
    private static let right = "can-do:\n  - { id: a, level: A2, text: I can count. }"

    static let statements: [(String, [String])] = [
        (right, []),
        ("can-do:\n  - { id: a, level: C1, text: I can count. }", ["unknown-value 01-m/module.yml:4:21"]),
        ("can-do:\n  - { id: a, text: I can count. }", ["missing-key 01-m/module.yml:4:5"]),
        ("can-do:\n  - { id: a, level: A2 }", ["missing-key 01-m/module.yml:4:5"]),
        ("can-do:\n  - { level: A2, text: I can count. }", ["missing-key 01-m/module.yml:4:5"]),
        ("can-do:\n  - { id: a, level: A2, text: I can count., skill: x }", ["unknown-key 01-m/module.yml:4:45"]),
        (right + "\n  - { id: a, level: B1, text: I can spell. }", ["duplicate-id 01-m/module.yml:5:7"]),
        ("can-do: []", []),
        ("can-do: yes", ["wrong-type 01-m/module.yml:3:9"]),
        (
            "can-do:\n" + (1...13).map { "  - { id: a\($0), level: A2, text: I can. }" }.joined(separator: "\n"),
            ["too-many 01-m/module.yml:3:1"]
        ),
    ]

    @Test("one list", arguments: statements)
    func says(_ text: String, _ expected: [String]) throws {
        let disk = try CourseOnDisk(["01-m/module.yml": CourseOnDisk.module + text + "\n"])
        #expect(disk.found().sorted() == expected)
    }
}

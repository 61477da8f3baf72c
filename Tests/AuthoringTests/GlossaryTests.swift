import Essentials
import Testing

@testable import Authoring

@Suite("What is wrong in a glossary or with its terms is said where it is")
struct GlossaryTests {
    static let glossaries: [(String, [String])] = [
        ("terms: [{ id: a, term: A, definition: B }]", ["?unused-term glossary.yml:1:11"]),
        ("", ["empty-file glossary.yml:1:1"]),
        ("terms: []", ["empty-list glossary.yml:1:8"]),
        ("words: []", ["missing-key glossary.yml:1:1", "unknown-key glossary.yml:1:1"]),
        ("terms: [{ id: A, term: A, definition: B }]", ["invalid-id glossary.yml:1:15"]),
        ("terms: [{ id: a, term: A }]", ["missing-key glossary.yml:1:9"]),
        ("terms: [{ id: a, term: A, definition: B, language: français }]", ["language-code glossary.yml:1:52"]),
        (
            "terms:\n  - { id: a, term: A, definition: B }\n  - { id: a, term: C, definition: D }",
            ["duplicate-id glossary.yml:3:7"]
        ),
    ]

    @Test(
        "one glossary",
        arguments: glossaries)
    func says(_ text: String, _ expected: [String]) throws {
        let disk = try CourseOnDisk(["glossary.yml": text])
        #expect(disk.found().sorted() == expected)
    }

    @Test("the nearest term is proposed; a glossary of another name is an error")
    func hints() throws {
        let glossary = "terms: [{ id: serveur, term: serveur, definition: Une machine. }]"
        let lesson = CourseOnDisk.lessonHead + "[x](term:servur)\n"
        let near = try CourseOnDisk(["glossary.yml": glossary, "01-m/01-l.md": lesson])
        #expect(near.read().problems.map(\.hint.en) == ["Did you mean \"term:serveur\"?"])
        let misnamed = try CourseOnDisk(["glossary.yaml": glossary])
        #expect(misnamed.read().problems.map(\.hint.en) == ["Rename it \"glossary.yml\"."])
    }

    @Test("a quiz leads to no definition and has no notes")
    func quiz() throws {
        let question = """
              - id: q1
                type: true-false
                text: |
                  Un [serveur](term:serveur) ?[^1]

                  [^1]: x
                answer: true
            """
        let disk = try CourseOnDisk([
            "glossary.yml": "terms: [{ id: serveur, term: serveur, definition: Une machine. }]",
            "01-m/02-q.quiz.yml": CourseOnDisk.quizHead + question + "\n",
        ])
        #expect(
            disk.found().map { $0.prefix { $0 != ":" } } == [
                "term-in-quiz 01-m/02-q.quiz.yml", "note-in-quiz 01-m/02-q.quiz.yml",
            ])
    }
}

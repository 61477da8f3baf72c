import CourseContent
import Testing

@Suite("Blocks of a certification, as authors write them")
struct CompetencyTests {
    typealias Case = BrokenFolderTests.Case

    /// The blocks begin on line 14.
    private static func blocks(_ text: String) -> [String: String?] {
        [
            "course.yml": CourseOnDisk.course.replacing(
                "  - { id: essayer, title: Essayer }\n",
                with: "  - { id: essayer, title: Essayer }\n  - { id: reparer, title: Réparer }\n")
                + "competencies:\n" + text
        ]
    }

    static let cases: [Case] = [
        Case("a block in order", blocks("  - { id: un, title: U, objectives: [essayer] }\n"), []),
        Case(
            "an unknown objective", blocks("  - { id: un, title: U, objectives: [essayerr] }\n"),
            ["unknown-objective course.yml:15:38"]),
        Case("a block without objectives", blocks("  - { id: un, title: U }\n"), ["missing-key course.yml:15:5"]),
        Case("a block of no objective", blocks("  - { id: un, title: U, objectives: [] }\n"), ["empty-list course.yml:15:37"]),
        Case(
            "an objective twice", blocks("  - { id: un, title: U, objectives: [essayer, essayer] }\n"),
            ["duplicate-id course.yml:15:47"]),
        Case(
            "a block twice",
            blocks("  - { id: un, title: U, objectives: [essayer] }\n  - { id: un, title: V, objectives: [essayer] }\n"),
            ["duplicate-id course.yml:16:7"]),
        Case(
            "what no activity trains", blocks("  - { id: un, title: U, objectives: [reparer] }\n"),
            ["?untrained-objective course.yml:15:38"]),
        Case("a block without a title", blocks("  - { id: un, objectives: [essayer] }\n"), ["missing-key course.yml:15:5"]),
    ]

    @Test("what is wrong is said where it is", arguments: cases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    @Test("are read whole, and a course without them is what it was")
    func read() throws {
        let text = "  - { id: un, code: RNCP37674BC01, title: Le premier, objectives: [essayer] }\n"
        let course = try CourseOnDisk(Self.blocks(text).mapValues { $0.map { Array($0.utf8) } }).read().course
        #expect(
            course?.outline.competencies
                == [CompetencyBlock(id: "un", code: "RNCP37674BC01", title: "Le premier", objectives: ["essayer"])])
        let plain = try #require(try CourseOnDisk().read().course)
        #expect(try !ContentDigest.canonical(plain.outline).json.contains("competencies"))
    }
}

import CourseContent
import Essentials
import Testing

@testable import Authoring

@Suite("Badges, as authors write them")
struct BadgeTests {
    typealias Case = BrokenFolderTests.Case

    /// The first badge stands on line 14; what it needs on line 16.
    private static func needs(_ text: String) -> [String: String?] {
        ["course.yml": CourseOnDisk.course + "badges:\n  - id: pas\n    title: Un pas\n    needs:\n" + text]
    }

    static let cases: [Case] = [
        Case("an activity", needs("      - { fact: activity-completed, activity: lecon }\n"), []),
        Case("the course", needs("      - { fact: course-completed }\n"), []),
        Case("so many activities", needs("      - { fact: activities-completed, times: 2 }\n"), []),
        Case("what comes from points", needs("      - { fact: points-earned, times: 100 }\n"), ["badge-loop course.yml:17:17"]),
        Case("an unknown fact", needs("      - { fact: smiled }\n"), ["unknown-value course.yml:17:17"]),
        Case("no activity", needs("      - { fact: activity-completed }\n"), ["missing-key course.yml:17:9"]),
        Case(
            "an activity that is not there", needs("      - { fact: activity-completed, activity: autre }\n"),
            ["badge-unknown course.yml:17:47"]),
        Case(
            "a module that is not there", needs("      - { fact: module-completed, module: autre }\n"),
            ["badge-unknown course.yml:17:43"]),
        Case(
            "a mark where there is none", needs("      - { fact: mark-reached, activity: lecon, mark: 80 }\n"),
            ["badge-never course.yml:17:41"]),
        Case(
            "a key of no use", needs("      - { fact: course-completed, times: 2 }\n"), ["badge-key course.yml:17:35"]),
        Case(
            "more than there is", needs("      - { fact: session-attended, times: 3 }\n"), ["badge-never course.yml:17:9"]),
        Case(
            "nothing at all", ["course.yml": CourseOnDisk.course + "badges:\n  - { id: pas, title: Un pas, needs: [] }\n"],
            ["empty-list course.yml:14:38"]),
        Case(
            "the same id twice",
            [
                "course.yml": CourseOnDisk.course + """
                    badges:
                      - { id: pas, title: Un, needs: [{ fact: course-completed }] }
                      - { id: pas, title: Deux, needs: [{ fact: course-completed }] }

                    """
            ], ["duplicate-id course.yml:15:7"]),
    ]

    @Test("what is wrong is said where it is", arguments: cases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    @Test("are read whole, and a course without them is what it was")
    func read() throws {
        let text = "      - { fact: activity-completed, activity: lecon }\n      - { fact: activities-completed, times: 2 }\n"
        let course = try #require(
            try CourseOnDisk(Self.needs(text).mapValues { $0.map { Array($0.utf8) } }).read().course)
        let badge = BadgeRule(
            id: "pas", title: "Un pas",
            needs: [.init(.activityCompleted, activity: "lecon"), .init(.activitiesCompleted, times: 2)])
        #expect(course.outline.badges == [badge])
        #expect(badge.phrase(in: course.outline).fr.contains(", et terminer 2 activités."))
        let plain = try #require(try CourseOnDisk().read().course)
        #expect(plain.outline.badges == nil)
        #expect(!(try ContentDigest.canonical(plain.outline).json.contains("badges")))
    }

    @Test("each need is a sentence in both languages")
    func sentences() throws {
        let outline = try #require(try CourseOnDisk().read().course).outline
        for fact in BadgeRule.Fact.allCases {
            let phrase = BadgeRule.Need(fact, activity: "lecon", module: "debut", mark: 80, times: 1).phrase(in: outline)
            #expect(!phrase.fr.isEmpty && !phrase.en.isEmpty && phrase.fr != phrase.en)
        }
    }
}

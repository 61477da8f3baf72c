import CourseContent
import Essentials
import Testing

@testable import Authoring

@Suite("Rules of points, as authors write them")
struct PointsTests {
    typealias Case = BrokenFolderTests.Case

    /// The rules begin on line 14.
    private static func points(_ text: String) -> [String: String?] {
        ["course.yml": CourseOnDisk.course + "points:\n" + text]
    }

    static let cases: [Case] = [
        Case("a rule in order", points("  - { fact: activity-completed, amount: 4, most-a-day: 40 }\n"), []),
        Case("a fact that gives nothing", points("  - { fact: review-day, amount: 0 }\n"), []),
        Case("what could pay without end", points("  - { fact: review-day, amount: 2 }\n"), ["points-unbounded course.yml:14:5"]),
        Case("what comes from points", points("  - { fact: level-reached, amount: 2 }\n"), ["points-loop course.yml:14:13"]),
        Case("presence", points("  - { fact: session-attended, amount: 2 }\n"), ["points-presence course.yml:14:13"]),
        Case("an unknown fact", points("  - { fact: activity-done, amount: 2 }\n"), ["unknown-value course.yml:14:13"]),
        Case("no amount", points("  - { fact: goal-met }\n"), ["missing-key course.yml:14:5"]),
        Case("too much", points("  - { fact: goal-met, amount: 101 }\n"), ["out-of-range course.yml:14:31"]),
        Case(
            "a cap below the amount", points("  - { fact: goal-met, amount: 10, most-a-week: 5 }\n"),
            ["points-cap course.yml:14:35"]),
        Case(
            "the same fact twice", points("  - { fact: goal-met, amount: 1 }\n  - { fact: goal-met, amount: 2 }\n"),
            ["points-twice course.yml:15:7"]),
        Case(
            "days that are reversed",
            points("  - { fact: goal-met, amount: 1, from: 2026-12-01, until: 2026-11-01 }\n"), ["points-days course.yml:14:52"]),
        Case("a day that is none", points("  - { fact: goal-met, amount: 1, from: demain }\n"), ["points-days course.yml:14:34"]),
    ]

    @Test("what is wrong is said where it is", arguments: cases)
    func findings(_ given: Case) throws {
        #expect(try CourseOnDisk(given.changes).found().sorted() == given.expected.sorted())
    }

    @Test("are read whole, and a course without them is what it was")
    func read() throws {
        let text =
            "  - { fact: activity-completed, amount: 4, most-a-day: 40, version: 2 }\n  - { fact: goal-met, amount: 8, from: 2026-12-01 }\n"
        let course = try CourseOnDisk(Self.points(text).mapValues { $0.map { Array($0.utf8) } }).read().course
        #expect(
            course?.outline.points == [
                PointsRule(.activityCompleted, amount: 4, mostADay: 40, version: 2),
                PointsRule(.goalMet, amount: 8, from: CalendarDay("2026-12-01")),
            ])
        let plain = try #require(try CourseOnDisk().read().course)
        #expect(plain.outline.points == nil)
        #expect(!(try ContentDigest.canonical(plain.outline).json.contains("\"points\"")))
    }

    @Test("each rule is a sentence in both languages; those that are not named keep what is usual")
    func sentences() {
        let rules = PointsRule.inForce([PointsRule(.goalMet, amount: 1, mostAWeek: 3), PointsRule(.reviewDay, amount: 0)])
        #expect(rules.count == PointsRule.Fact.allCases.count)
        #expect(rules[.goalMet]?.phrase.en == "The week’s goal met, once a week: 1 point, at most 3 a week.")
        #expect(rules[.reviewDay]?.phrase.fr == "Un jour de révision, une fois par jour : aucun point ici.")
        #expect(
            rules[.activityCompleted]?.phrase.fr == "Une activité terminée, une fois chacune : 5 points, au plus 60 par jour.")
        for rule in PointsRule.usual { #expect(!rule.fact.comesBack || rule.mostAWeek != nil) }
    }
}

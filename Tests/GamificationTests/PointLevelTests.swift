import Essentials
import Testing

@testable import Gamification

@Suite("Levels")
struct PointLevelTests {
    @Test(
        "follow from the balance",
        arguments: [
            (-5, 1, 0), (0, 1, 0), (49, 1, 98), (50, 2, 0), (85, 2, 50), (1999, 9, 99), (2000, 10, 100), (1_000_000, 10, 100),
        ])
    func levels(balance: Int, number: Int, percent: Int) {
        let level = PointLevel(balance: balance)
        #expect(level.number == number && level.percent(of: balance) == percent)
        #expect(PointLevel(number: number) == level)
    }

    @Test("have names of their own in both languages")
    func names() {
        let names = (1...PointLevel.steps.count).map { PointLevel(number: $0).phrase }
        #expect(Set(names.map(\.fr)).count == names.count && Set(names.map(\.en)).count == names.count)
        #expect(PointLevel(number: 99).number == PointLevel.steps.count)
    }

    @Test(
        "a subject is read back as it was kept",
        arguments: ["activity/web/a", "activity/web/a/90", "course/web/", "week//2026-11-23", "day//2026-11-24", "module/web/m1"])
    func subjects(text: String) {
        #expect(PointSubject(text)?.text == text)
    }

    @Test(
        "what is no subject is refused",
        arguments: ["", "activity", "activity/web", "autre/web/a", "activity/web/a/x", "a/b/c/1/2"])
    func noSubjects(text: String) {
        #expect(PointSubject(text) == nil)
    }
}

import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import Gamification
@testable import Web

extension PageWorld {
    /// One's points: some earned, one taken back, one below a cap; or nothing yet.
    func points(_ page: GoldenPage, _ language: Language) -> String {
        let key = course.outline.key
        let isEmpty = page == .pointsEmpty
        let entries =
            isEmpty
            ? []
            : [
                entry(5, "goal-met", .week(day("2026-09-14")), 10, ""),
                entry(
                    4, "best-mark", PointSubject(.activity, course: key, key: "verifier", step: 80), -3, "Vérifier", version: 2),
                entry(3, "module-on-time", PointSubject(.module, course: key, key: "decouvrir"), 20, "Découvrir"),
                entry(
                    2, "activity-completed", PointSubject(.activity, course: key, key: "balises"), 2, "Les balises <html>", due: 5
                ),
                entry(1, "review-day", .day(day("2026-09-14")), 2, ""),
            ]
        let (first, module) = (course.outline.activities[1], course.outline.modules[0])
        let reading = Campus.PointsReading(
            balance: isEmpty ? 0 : 64, level: PointLevel(balance: isEmpty ? 0 : 64), entries: entries, next: isEmpty ? nil : 1,
            courses: [
                Campus.CoursePoints(
                    course: course, balance: isEmpty ? 0 : 64,
                    next: [
                        .init(earning: .activity(first), amount: 5),
                        .init(earning: .evaluation(course.outline.activities[2]), amount: 10),
                        .init(earning: .module(module, until: day("2026-09-20")), amount: 20),
                        .init(earning: .goal(isSet: !isEmpty), amount: 10),
                    ], rules: PointsRule.usual)
            ],
            streak: isEmpty
                ? .none
                : LearningStreak(
                    learned: [day("2026-09-10"), day("2026-09-14")], today: day("2026-09-15"), isPaused: { _ in false }),
            quest: isEmpty
                ? nil
                : Campus.WeeklyQuest(
                    until: day("2026-09-20"),
                    steps: course.outline.activities.prefix(3).enumerated().map { (key, $0.element, $0.offset == 0) }),
            challenges: isEmpty ? [] : Self.challenges, ladders: isEmpty ? [] : [Self.cohort])
        return render(PointsPage(model: .init(reading)), language, for: Self.learner)
    }

    private func entry(
        _ number: Int, _ rule: String, _ subject: PointSubject, _ amount: Int, _ title: String, due: Int? = nil, version: Int = 1
    ) -> PointEntry {
        PointEntry(
            person: Self.learner.person.id, number: number, rule: rule, ruleVersion: 1, subject: subject, version: version,
            amount: amount, due: due ?? amount, place: PointPlace(cohort: Self.cohort.id, course: course.outline.key),
            title: title, day: day("2026-09-14"), at: Self.yesterday)
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(trusted: text) }
}

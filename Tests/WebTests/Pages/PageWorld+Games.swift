import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import Gamification
@testable import Web

extension PageWorld {
    static let challenges = [
        Campus.ChallengeReading(
            challenge: TeamChallenge(
                id: id(970), title: "Mille <pas>", kind: .sum, target: 1000, from: CalendarDay(trusted: "2026-09-14"),
                until: CalendarDay(trusted: "2026-09-20")), cohort: cohort, reached: 340),
        Campus.ChallengeReading(
            challenge: TeamChallenge(
                id: id(971), title: "Tout le monde avance", kind: .share, target: 80, from: CalendarDay(trusted: "2026-09-07"),
                until: CalendarDay(trusted: "2026-09-13")), cohort: cohort, reached: 84),
    ]

    /// The ladder, what a cohort tries together, and whether its points are fair.
    func games(_ page: GoldenPage, _ language: Language) -> String {
        switch page {
        case .ladder, .ladderRefused:
            let rungs = [
                LadderRung(rank: 1, name: "Loutre <b>", points: 42, isOwn: false),
                LadderRung(rank: 2, name: "Renard", points: 30, isOwn: true),
            ]
            let isIn = page == .ladder
            let reading = Campus.LadderReading(
                cohort: Self.cohort, week: CalendarDay(trusted: "2026-09-14"), name: isIn ? "Renard" : nil,
                rungs: isIn ? rungs : [])
            let problem = Problem(CampusError.invalid("name", .ladderNameTaken))
            return render(
                LadderPage(model: .init(reading), problem: isIn ? nil : problem, typed: isIn ? nil : "\"<b>"), language,
                for: Self.learner)
        case .games, .gamesRefused:
            let isRefused = page == .gamesRefused
            let games = Campus.CohortGames(
                cohort: Self.cohort, hasLadder: !isRefused, challenges: isRefused ? [] : Self.challenges)
            let problem = Problem(CampusError.invalid("target", .badChallengeTarget(100)))
            return render(
                GamesPage(
                    model: .init(games), problem: isRefused ? problem : nil,
                    typed: isRefused ? ["title": "\"<b>", "kind": "share", "target": "101"] : [:]), language, for: Self.tutor)
        default:
            let lines = [
                PointReport.Line(
                    person: Self.learner.person.id, points: 64, byRule: ["activity-completed": 54, "goal-met": 10], capped: 2,
                    patterns: [.burst(7), .hasty(3)]),
                PointReport.Line(
                    person: Self.id(31), points: 5, byRule: ["activity-completed": 5], capped: 0,
                    patterns: [.repeated(6), .mutual(2)]),
                PointReport.Line(person: Self.id(32), points: 0, byRule: [:], capped: 0, patterns: []),
            ]
            let reading = Campus.PointsReport(
                cohort: Self.cohort,
                report: PointReport(
                    lines: lines, rules: [("activity-completed", 59, 2), ("goal-met", 10, 1), ("autre", 0, 0)]),
                people: [
                    Self.learner.person.id: Self.learner.person.name,
                    Self.id(31): PersonName(trustedGiven: "Karim", family: "<Haddad>"),
                ])
            return render(PointReportPage(model: .init(reading)), language, for: Self.tutor)
        }
    }
}

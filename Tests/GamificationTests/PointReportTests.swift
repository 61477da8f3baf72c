import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import Gamification

@Suite("The report of a cohort's points")
struct PointReportTests {
    private typealias World = PointWorld

    private static func entry(
        _ number: Int, _ rule: String = "activity-completed", amount: Int = 5, due: Int = 5, person: Int = 0,
        minute: Int64 = 0, version: Int = 1
    ) -> PointEntry {
        PointEntry(
            person: World.people[person], number: number, rule: rule, ruleVersion: 1,
            subject: PointSubject(.activity, course: "web", key: "a\(number)"), version: version, amount: amount, due: due,
            place: World.place, title: "", day: World.today, at: World.now.adding(seconds: minute * 60))
    }

    private static func report(
        _ entries: [PointEntry], work: [Identifier<Person>: PointReport.Work] = [:], help: [PointReport.Help] = []
    ) -> PointReport {
        PointReport(entries, work: work, help: help, burstRule: "activity-completed")
    }

    private static func help(_ helper: Int, _ helped: Int, _ count: Int) -> PointReport.Help {
        PointReport.Help(helper: World.people[helper], helped: World.people[helped], count: count)
    }

    @Test("adds up by person and by rule, those who earned most first, and counts caps")
    func sums() {
        let report = Self.report([
            Self.entry(1, amount: 3), Self.entry(2, "best-mark", amount: 3, due: 3), Self.entry(1, amount: 0, person: 1),
            Self.entry(2, "goal-met", amount: 10, due: 10, person: 1), Self.entry(3, amount: -3, due: -5, version: 2),
        ])
        #expect(report.lines.map(\.person) == [World.people[1], World.people[0]])
        #expect(report.lines.map(\.points) == [10, 3] && report.lines.map(\.capped) == [1, 1])
        #expect(report.lines[1].byRule == ["activity-completed": 0, "best-mark": 3])
        #expect(report.rules.map(\.rule) == ["goal-met", "best-mark", "activity-completed"])
        #expect(report.rules.map(\.people) == [1, 1, 0])
    }

    @Test(
        "names a burst from six within ten minutes on",
        arguments: [
            ([0, 2, 4, 6, 8, 10], 6), ([0, 2, 4, 6, 8, 11], nil), ([0, 1, 2, 3, 4], nil), ([0, 50, 51, 52, 53, 54, 55, 56], 7),
        ] as [([Int64], Int?)])
    func bursts(minutes: [Int64], expected: Int?) {
        let report = Self.report(minutes.enumerated().map { Self.entry($0.offset + 1, minute: $0.element) })
        #expect(report.lines.first?.patterns == expected.map { [.burst($0)] } ?? [])
    }

    @Test("names haste, repetition and mutual help from their thresholds on")
    func others() {
        let entries = [Self.entry(1), Self.entry(1, person: 1)]
        func patterns(_ work: PointReport.Work = .init(), _ help: [PointReport.Help] = []) -> [PointReport.Pattern] {
            Self.report(entries, work: [World.people[0]: work], help: help).lines.first { $0.person == World.people[0] }?.patterns
                ?? []
        }
        #expect(patterns(.init(hasty: 2, mostAttempts: 4), [Self.help(0, 1, 9), Self.help(1, 0, 1)]).isEmpty)
        #expect(patterns(.init(hasty: 3, mostAttempts: 5)) == [.hasty(3), .repeated(5)])
        #expect(patterns(.init(), [Self.help(0, 1, 2), Self.help(1, 0, 3), Self.help(0, 2, 8)]) == [.mutual(2)])
    }

    @Test("those who want no points are not read", arguments: Backend.available)
    func hidden(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = PointStore()
            for person in World.people.prefix(2) { try await database.settle([World.claim("a")], for: person) }
            try await database.settle([World.claim("b")], in: World.elsewhere)
            try await database.write { try store.set(off: true, for: World.people[1], in: $0) }
            let entries = try await database.read { try store.entries(in: World.cohorts[0], since: World.today, in: $0) }
            #expect(entries.map(\.person) == [World.people[0]])
            let later = World.today.adding(days: 1)
            #expect(try await database.read { try store.entries(in: World.cohorts[0], since: later, in: $0) }.isEmpty)
        }
    }
}

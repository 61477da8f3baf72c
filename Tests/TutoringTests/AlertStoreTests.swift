import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import Tutoring

@Suite("What is kept of alerts")
struct AlertStoreTests {
    private let store = AlertStore()
    private let idle = AlertReason(kind: .inactive, level: .amber, amount: 4)
    private let awa = TutoringWorld.people[0]
    private let tutor = TutoringWorld.people[1]
    private let cohort = TutoringWorld.cohorts[0]

    private func take(
        _ reasons: [AlertReason], at seconds: Int64, _ database: any SQLDatabase
    ) async throws -> FollowUpFact.Kind? {
        try await database.write { writing in
            try store.take(
                reasons, of: "e", person: awa, cohort: cohort, at: TutoringWorld.now.adding(seconds: seconds), in: writing)
        }
    }

    @Test("facts are added and never changed; the same again adds none", arguments: Backend.available)
    func facts(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            #expect(try await take([], at: 0, database) == nil)
            #expect(try await database.read { try store.followUp(of: "e", in: $0) } == nil)
            #expect(try await take([idle], at: 1, database) == .raised)
            #expect(try await take([idle], at: 2, database) == nil)
            try await database.write { writing in
                try store.close(
                    "e", .contacted, note: " Appelée. ", by: tutor, at: TutoringWorld.now.adding(seconds: 3), in: writing)
            }
            await #expect(throws: TutoringError.noOpenAlert) {
                try await database.write { try store.close("e", .back, note: nil, by: tutor, at: TutoringWorld.now, in: $0) }
            }
            #expect(try await take([idle], at: 4, database) == nil)
            #expect(try await take([], at: 5, database) == nil)
            #expect(try await take([idle], at: 6, database) == .raised)
            #expect(try await take([], at: 7, database) == .closed(.back))
            let kept = try await database.read { try store.facts(of: "e", in: $0) }
            #expect(kept.map(\.kind) == [.closed(.back), .raised, .closed(.contacted), .raised])
            #expect(kept[2].note == "Appelée." && kept[2].by == tutor && kept[0].by == nil)
            #expect(try await database.read { try store.open(in: cohort, in: $0) }.isEmpty)
        }
    }

    @Test("the last rules hold; those that cannot be are refused", arguments: Backend.available)
    func rules(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            #expect(try await database.read { try store.rules(of: cohort, in: $0) } == nil)
            for days in [3, 2] {
                try await database.write { writing in
                    try store.set(
                        AlertRules(amberInactiveDays: days), for: cohort, by: tutor, at: TutoringWorld.now, in: writing)
                }
            }
            #expect(try await database.read { try store.rules(of: cohort, in: $0) }?.rules.amberInactiveDays == 2)
            await #expect(throws: TutoringError.invalidRule("redInactiveDays")) {
                try await database.write { writing in
                    try store.set(
                        AlertRules(amberInactiveDays: 9), for: cohort, by: nil, at: TutoringWorld.now, in: writing)
                }
            }
        }
    }

    @Test("one server does the sweep of a day; one that gave up is taken over", arguments: Backend.available)
    func sweep(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let day = CalendarDay(trusted: "2026-11-24")
            func claim(_ seconds: Int64) async throws -> Bool {
                try await database.write { try store.claimSweep(of: day, at: TutoringWorld.now.adding(seconds: seconds), in: $0) }
            }
            #expect(try await claim(0))
            #expect(try await !claim(60))
            #expect(try await claim(7201))
            try await database.write { try store.finishSweep(of: day, at: TutoringWorld.now.adding(seconds: 7300), in: $0) }
            #expect(try await !claim(20_000))
        }
    }

    @Test("views are one's own, by name, and replaced under it", arguments: Backend.available)
    func views(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let views = KeptViewStore()
            try await database.write { writing in
                try views.keep(KeptView(name: " Retard ", query: "late=true"), of: tutor, in: writing)
                try views.keep(KeptView(name: "Retard", query: "late=true&q=a"), of: tutor, in: writing)
                try views.keep(KeptView(name: "Autre", query: ""), of: awa, in: writing)
            }
            #expect(
                try await database.read { try views.views(of: tutor, in: $0) } == [
                    KeptView(name: "Retard", query: "late=true&q=a")
                ])
            for name in ["", " ", String(repeating: "a", count: 61)] {
                await #expect(throws: TutoringError.invalidView) {
                    try await database.write { try views.keep(KeptView(name: name, query: ""), of: tutor, in: $0) }
                }
            }
            try await database.write { try views.remove("Retard", of: tutor, in: $0) }
            #expect(try await database.read { try views.views(of: tutor, in: $0) }.isEmpty)
        }
    }
}

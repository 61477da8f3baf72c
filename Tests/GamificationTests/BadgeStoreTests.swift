import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import Gamification

@Suite("Badges that are given")
struct BadgeStoreTests {
    private typealias World = PointWorld
    private let store = BadgeStore()

    private static func claim(_ badge: String) -> BadgeClaim {
        BadgeClaim(
            badge: badge,
            sketch: BadgeSketch(
                title: "Premier pas", summary: nil, criteria: "terminer « Bienvenue ».", colour: "green", courseTitle: "Le web",
                language: .french))
    }

    @discardableResult
    private func give(
        _ badges: [String], to person: Int = 0, _ database: any SQLDatabase
    ) async throws -> [BadgeAward] {
        let store = store
        return try await database.write(.takenRows) {
            try store.give(badges.map(Self.claim), to: World.people[person], in: World.place, at: World.now, in: $0)
        }
    }

    @Test("are given once, however often they are deserved", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            let first = try await give(["a", "b"], database)
            #expect(first.map(\.badge) == ["a", "b"] && first.map(\.number) == [0, 1])
            #expect(Set(first.map(\.address)).count == 2 && first.allSatisfy { $0.address.utf8.count == 43 })
            #expect(try await give(["b", "c"], database).map(\.badge) == ["c"])
            #expect(try await give(["a", "b", "c"], database).isEmpty)
            #expect(try await give(["a"], to: 1, database).map(\.number) == [3])
            let own = try await database.read { try store.badges(of: World.people[0], in: $0) }
            #expect(own.map(\.badge).sorted() == ["a", "b", "c"])
            #expect(own.first { $0.badge == "a" } == first[0])
        }
    }

    @Test("deserved by many at once, each has a number of its own, and nobody has two", arguments: Backend.available)
    func raced(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for round in 0..<24 { group.addTask { try await give(["a", "b"], to: round % 3, database) } }
                try await group.waitForAll()
            }
            let store = store
            let all = try await database.read { try store.badges(in: World.cohorts[0], limit: 100, in: $0) }
            #expect(all.map(\.number).sorted() == Array(0..<6))
            #expect(Set(all.map { "\($0.person) \($0.badge)" }).count == 6)
        }
    }

    @Test("are shown by their holder and kept again; the address leads nowhere meanwhile", arguments: Backend.available)
    func shared(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            let badge = try #require(try await give(["a"], database).first)
            func seen() async throws -> BadgeAward? { try await database.read { try store.shared(badge.address, in: $0) } }
            #expect(try await seen() == nil)
            for _ in 0..<2 { try await database.write { try store.set(shared: true, badge.id, at: World.now, in: $0) } }
            #expect(try await seen()?.sharedAt == World.now)
            for _ in 0..<2 { try await database.write { try store.set(shared: false, badge.id, at: World.now, in: $0) } }
            #expect(try await seen() == nil)
            for address in ["", "x", String(repeating: "a", count: 43), "\u{0}" + String(repeating: "a", count: 42)] {
                #expect(try await database.read { try store.shared(address, in: $0) } == nil)
            }
        }
    }

    @Test("are revoked once, with the first reason, and stand in the list", arguments: Backend.available)
    func revoked(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            let badges = try await give(["a", "b", "c"], database)
            for reason in ["Erreur", "Autre"] {
                let revocation = BadgeRevocation(reason: reason, by: World.people[1], at: World.now)
                try await database.write { try store.revoke(badges[1].id, revocation, in: $0) }
            }
            let (kept, list, other) = try await database.read { reading in
                (
                    try store.badge(badges[1].id, in: reading)?.revocation, try store.revoked(in: 0, in: reading),
                    try store.revoked(in: 1, in: reading)
                )
            }
            #expect(kept?.reason == "Erreur" && list.places == [1] && list.last == World.now)
            #expect(other.places.isEmpty && other.last == nil)
            // One that was revoked does not come back.
            #expect(try await give(["b"], database).isEmpty)
        }
    }

    @Test("of a cohort without points are not shown", arguments: Backend.available)
    func switchedOff(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            try await give(["a"], database)
            try await database.write {
                try PointStore().set(off: true, for: World.cohorts[0], by: nil, at: World.now, in: $0)
            }
            #expect(try await database.read { try store.badges(of: World.people[0], in: $0) }.isEmpty)
        }
    }

    @Test("are signed with one key, whoever asks for it first", arguments: Backend.available)
    func key(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            #expect(try await database.read { try store.key(in: $0) } == nil)
            let keys = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await database.write { try store.makeKey(at: World.now, in: $0) }.jwk.x }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(keys.count == 1)
            #expect(try await database.read { try store.key(in: $0) }?.jwk.x == keys.first)
        }
    }

    @Test("no statement reads a whole table", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await withTestDatabase(backend, World.migrations) { database in
            for statement in [
                BadgeStatements.held, BadgeStatements.last, BadgeStatements.insert, BadgeStatements.own, BadgeStatements.one,
                BadgeStatements.shared, BadgeStatements.ofCohort, BadgeStatements.share, BadgeStatements.keep,
                BadgeStatements.revoke, BadgeStatements.key, BadgeStatements.insertKey,
            ] {
                try await expectNoFullScan(statement, database)
            }
        }
    }
}

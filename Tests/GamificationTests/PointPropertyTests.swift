import Essentials
import SQL
import TestSupport
import Testing

@testable import Gamification

/// Facts come, go, come again, twice and at once: what somebody has is what is so, whatever way led there.
@Suite("Any sequence of facts, undone, replayed and raced")
struct PointPropertyTests {
    private typealias World = PointWorld
    private static let keys = ["a", "b", "c", "d", "e"]

    @Test("the balance is the sum of what holds", arguments: Backend.available)
    func sums(_ backend: Backend) async throws {
        for seed in 1...UInt64(backend == .sqlite ? 40 : 12) {
            var random = SequenceRandom(seed: seed)
            var holds: [String: Bool] = [:]
            var steps: [[PointClaim]] = []
            for _ in 0..<Int.random(in: 5...30, using: &random) {
                let claims = (0..<Int.random(in: 1...3, using: &random)).map { _ -> PointClaim in
                    let key = Self.keys[Int.random(in: 0..<Self.keys.count, using: &random)]
                    let isSo = Int.random(in: 0..<3, using: &random) > 0
                    holds[key] = isSo
                    return World.claim(key, holds: isSo, amount: 2 + key.utf8.reduce(0) { $0 + Int($1) } % 7)
                }
                steps.append(claims)
                // A replay of what was said last.
                if Bool.random(using: &random) { steps.append(claims) }
            }
            let expected = holds.filter(\.value).keys.reduce(0) { $0 + World.claim($1).expectedAmount }
            let ordered = steps
            try await World.with(backend) { database in
                for claims in ordered { try await database.settle(claims) }
                let purse = try await database.purse()
                #expect(purse.balance == expected, "seed \(seed)")
                let (proof, entries) = try await database.read { reading in
                    (
                        try PointStore().verify(after: nil, limit: 10, in: reading),
                        try PointStore().entries(of: World.people[0], limit: 1000, in: reading)
                    )
                }
                #expect(proof.differences.isEmpty)
                // Each line says the next version of its subject, and none is missing.
                for (_, lines) in Dictionary(grouping: entries, by: \.subject) {
                    #expect(lines.map(\.version).sorted() == Array(1...lines.count))
                }
                #expect(entries.map(\.number) == Array((1...max(entries.count, 1)).reversed()).suffix(entries.count))
            }
        }
    }

    @Test("the same facts raced by many writers pay each subject once", arguments: Backend.available)
    func raced(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            var random = SequenceRandom(seed: 7)
            let deliveries = (0..<40).map { _ in
                Self.keys.shuffled(using: &random).prefix(3).map { World.claim($0, amount: 5) }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for claims in deliveries { group.addTask { try await database.settle(claims) } }
                try await group.waitForAll()
            }
            let said = Set(deliveries.flatMap { $0 }.map(\.subject))
            #expect(try await database.purse() == PointPurse(balance: 5 * said.count, entries: said.count, isOff: false))
            #expect(try await database.read { try PointStore().verify(after: nil, limit: 10, in: $0) }.differences.isEmpty)
        }
    }
}

extension PointClaim {
    /// What the property gives each key.
    fileprivate var expectedAmount: Int { 2 + subject.key.utf8.reduce(0) { $0 + Int($1) } % 7 }
}

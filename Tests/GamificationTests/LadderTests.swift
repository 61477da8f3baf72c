import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import Gamification

@Suite("Ladders and challenges")
struct LadderTests {
    private typealias World = PointWorld

    private static func members(_ names: [String]) -> [(person: Identifier<Person>, name: String)] {
        names.enumerated().map { (World.id(100 + $0.offset), $0.element) }
    }

    private static func around(_ own: Int, points: [Int]) -> [String] {
        let members = members(points.indices.map { "n\($0)" })
        let earned = Dictionary(uniqueKeysWithValues: zip(members.map(\.person), points))
        return Ladder.around(members[own].person, members, points: earned).map {
            "\($0.rank) \($0.name) \($0.points)" + ($0.isOwn ? " own" : "")
        }
    }

    @Test("show the nearest rungs and no others")
    func neighbours() {
        let points = [70, 60, 50, 40, 30, 20, 10]
        #expect(Self.around(3, points: points) == ["2 n1 60", "3 n2 50", "4 n3 40 own", "5 n4 30", "6 n5 20"])
        #expect(Self.around(0, points: points) == ["1 n0 70 own", "2 n1 60", "3 n2 50"])
        #expect(Self.around(6, points: points) == ["5 n4 30", "6 n5 20", "7 n6 10 own"])
        #expect(Self.around(0, points: [0]) == ["1 n0 0 own"])
        // Those who earned as much share a rung; what was taken back is no less than nothing.
        #expect(Self.around(1, points: [5, 5, -3]) == ["1 n0 5", "1 n1 5 own", "3 n2 0"])
        #expect(Ladder.around(World.people[0], Self.members(["a"]), points: [:]).isEmpty)
    }

    @Test("a name is one's own there; another ladder knows nothing of it", arguments: Backend.available)
    func names(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = LadderStore()
            func join(_ person: Int, _ name: String, _ cohort: Int = 0) async throws -> Bool {
                try await database.write {
                    try store.join(World.cohorts[cohort], World.people[person], as: name, at: World.now, in: $0)
                }
            }
            #expect(try await join(0, "Renard"))
            #expect(try await !join(1, "renard"))
            #expect(try await join(1, "renard", 1))
            #expect(try await join(0, "Rénard roux"))
            #expect(try await join(1, "Renard"))
            try await database.write { try store.leave(World.cohorts[0], World.people[1], in: $0) }
            #expect(try await join(2, "RENARD"))
        }
    }

    @Test("show learners who did not hide points, and what they earned in the week", arguments: Backend.available)
    func members(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let (store, challenges) = (LadderStore(), ChallengeStore())
            try await database.write { writing in
                for (index, person) in World.people.enumerated() {
                    try MembershipStore().join(person, World.cohorts[0], as: .learner, at: World.now, in: writing)
                    _ = try store.join(World.cohorts[0], person, as: "n\(index)", at: World.now, in: writing)
                }
                try PointStore().set(off: true, for: World.people[2], in: writing)
            }
            try await database.settle([World.claim("a", amount: 4)], on: World.today.adding(days: -7))
            try await database.settle([World.claim("b", amount: 3)])
            try await database.settle([World.claim("b", amount: 9)], for: World.people[2])
            let (names, points, players) = try await database.read { reading in
                (
                    try store.members(of: World.cohorts[0], in: reading).map(\.name).sorted(),
                    try store.earned(
                        in: World.cohorts[0], from: World.today.monday, through: World.today, in: reading),
                    try challenges.players(of: World.cohorts[0], in: reading)
                )
            }
            #expect(names == ["n0", "n1"] && players == Set(World.people.prefix(2)))
            #expect(points[World.people[0]] == 3)
            func reached(_ kind: TeamChallenge.Kind) -> Int {
                TeamChallenge(id: World.id(1), title: "", kind: kind, target: 1, from: World.today, until: World.today)
                    .reached(by: players, points: points)
            }
            #expect(reached(.sum) == 3 && reached(.share) == 50)
        }
    }

    @Test("challenges are there until their last day, and go", arguments: Backend.available)
    func challenges(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = ChallengeStore()
            let challenge = TeamChallenge(
                id: World.id(7), title: "Ensemble", kind: .share, target: 80, from: World.today,
                until: World.today.adding(days: 6))
            try await database.write { try store.add(challenge, to: World.cohorts[0], by: nil, at: World.now, in: $0) }
            func seen(_ cohort: Int, _ day: CalendarDay) async throws -> [TeamChallenge] {
                try await database.read { try store.challenges(of: World.cohorts[cohort], endingFrom: day, in: $0) }
            }
            #expect(try await seen(0, World.today.adding(days: 6)) == [challenge])
            #expect(try await seen(0, World.today.adding(days: 7)).isEmpty)
            #expect(try await seen(1, World.today).isEmpty)
            try await database.write { try store.remove(challenge.id, from: World.cohorts[1], in: $0) }
            #expect(try await seen(0, World.today).count == 1)
            try await database.write { try store.remove(challenge.id, from: World.cohorts[0], in: $0) }
            #expect(try await seen(0, World.today).isEmpty)
        }
    }

    @Test("no statement reads a whole table", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await withTestDatabase(backend, World.migrations) { database in
            for statement in [
                LadderStatements.isOpen, LadderStatements.open, LadderStatements.members, LadderStatements.earned,
                LadderStatements.holder, LadderStatements.join, LadderStatements.leave, ChallengeStatements.open,
                ChallengeStatements.players, ChallengeStatements.insert, ChallengeStatements.delete,
            ] {
                try await expectNoFullScan(statement, database)
            }
        }
    }
}

import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import Gamification

@Suite("The ledger of points")
struct PointStoreTests {
    private typealias World = PointWorld
    private let store = PointStore()

    @Test(
        "the same achievement is paid once; undone it is taken back, and given again it is paid once more",
        arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let first = try await database.settle([World.claim("a"), World.claim("b")])
            #expect(first.map(\.amount) == [5, 5] && first.map(\.number) == [1, 2] && first.map(\.version) == [1, 1])
            #expect(try await database.settle([World.claim("a"), World.claim("b")]).isEmpty)
            let back = try await database.settle([World.claim("a", holds: false)])
            #expect(back.map(\.amount) == [-5] && back.map(\.version) == [2] && back[0].isReversal)
            #expect(try await database.settle([World.claim("a", holds: false)]).isEmpty)
            #expect(try await database.purse() == PointPurse(balance: 5, entries: 3, isOff: false))
            #expect(try await database.settle([World.claim("a")]).map(\.version) == [3])
            #expect(try await database.purse().balance == 10)
        }
    }

    @Test("what was never so leaves no trace, and what gives nothing is not written", arguments: Backend.available)
    func nothing(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let written = try await database.settle([World.claim("a", holds: false), World.claim("b", amount: 0)])
            #expect(written.isEmpty)
            #expect(try await database.settle([]).isEmpty)
            #expect(try await database.purse() == .empty)
        }
    }

    @Test("a rule that changed takes nothing back, and pays nobody twice", arguments: Backend.available)
    func changed(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            try await database.settle([World.claim("a", amount: 5)])
            #expect(try await database.settle([World.claim("a", amount: 50)]).isEmpty)
            #expect(try await database.settle([World.claim("a", amount: 0)]).isEmpty)
            // What is taken back is what was given.
            #expect(try await database.settle([World.claim("a", holds: false, amount: 50)]).map(\.amount) == [-5])
        }
    }

    @Test("a second cohort neither pays again nor takes back what the first one gave", arguments: Backend.available)
    func cohorts(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            try await database.settle([World.claim("a")])
            #expect(try await database.settle([World.claim("a")], in: World.elsewhere).isEmpty)
            #expect(try await database.settle([World.claim("a", holds: false)], in: World.elsewhere).isEmpty)
            try await database.settle([World.claim("b", amount: 7)], in: World.elsewhere)
            let balances = try await database.read { try store.balances(of: World.people[0], in: $0) }
            #expect(balances.map(\.balance) == [5, 7] && balances.map(\.place) == [World.place, World.elsewhere])
        }
    }

    @Test(
        "caps of a day and of a week, counted from Monday, leave what they leave; the entry says so", arguments: Backend.available
    )
    func caps(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let capped = { (key: String) in World.claim(key, amount: 5, mostADay: 8, mostAWeek: 12) }
            let tuesday = try await database.settle([capped("a"), capped("b"), capped("c")])
            #expect(tuesday.map(\.amount) == [5, 3, 0] && tuesday.map(\.due) == [5, 5, 5])
            #expect(tuesday.map(\.isCapped) == [false, true, true])
            let sunday = World.today.adding(days: 5)
            #expect(try await database.settle([capped("d")], on: sunday).map(\.amount) == [4])
            #expect(try await database.settle([capped("e")], on: sunday.adding(days: 1)).map(\.amount) == [5])
            // What was left out is not made good later.
            #expect(try await database.settle([capped("c")], on: sunday.adding(days: 1)).isEmpty)
            // Another rule has caps of its own.
            #expect(try await database.settle([World.claim("a", rule: "best-mark", mostADay: 5)]).map(\.amount) == [5])
        }
    }

    @Test(
        "entries come newest first, a page at a time; those of a cohort without points are left out", arguments: Backend.available
    )
    func pages(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            for key in ["a", "b", "c"] { try await database.settle([World.claim(key)]) }
            try await database.settle([World.claim("d")], in: World.elsewhere)
            let store = store
            let first = try await database.read { try store.entries(of: World.people[0], limit: 2, in: $0) }
            #expect(first.map(\.number) == [4, 3] && first[1].title == "c" && first[1].subject.key == "c")
            let second = try await database.read {
                try store.entries(of: World.people[0], before: first.last?.number, limit: 2, in: $0)
            }
            #expect(second.map(\.number) == [2, 1])
            try await database.write {
                try store.set(off: true, for: World.cohorts[1], by: World.people[1], at: World.now, in: $0)
            }
            let (left, balances, off) = try await database.read { reading in
                (
                    try store.entries(of: World.people[0], limit: 10, in: reading).map(\.number),
                    try store.balances(of: World.people[0], in: reading).map(\.balance),
                    try store.offCohorts(among: World.cohorts, in: reading)
                )
            }
            #expect(left == [3, 2, 1] && balances == [15] && off == [World.cohorts[1]])
            try await database.write { try store.set(off: false, for: World.cohorts[1], by: nil, at: World.now, in: $0) }
            #expect(try await database.read { try store.entries(of: World.people[0], limit: 10, in: $0).count } == 4)
        }
    }

    @Test("the switch of a person is kept, before and after the first points", arguments: Backend.available)
    func switches(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            try await database.write { try store.set(off: true, for: World.people[0], in: $0) }
            try await database.settle([World.claim("a")])
            #expect(try await database.purse() == PointPurse(balance: 5, entries: 1, isOff: true))
            try await database.write { try store.set(off: false, for: World.people[0], in: $0) }
            #expect(try await database.purse().isOff == false)
        }
    }

    @Test("writers of one person that come at once pay once", arguments: Backend.available)
    func race(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        try await database.settle([World.claim("a\(number % 4)"), World.claim("week", rule: "goal-met")])
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.purse() == PointPurse(balance: 25, entries: 5, isOff: false))
        }
    }

    @Test("verifying finds a balance that is not the sum of its entries, and mends it", arguments: Backend.available)
    func verify(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            let store = store
            for person in World.people { try await database.settle([World.claim("a"), World.claim("b")], for: person) }
            let sound = try await database.read { try store.verify(after: nil, limit: 2, in: $0) }
            #expect(sound.differences.isEmpty && sound.checked == 2 && sound.next == World.people[1])
            try await database.write { writing in
                try writing.runScript("UPDATE point_purse SET balance = 99 WHERE person_id = '\(World.people[1])'")
                try writing.runScript("DELETE FROM point_balance WHERE person_id = '\(World.people[2])'")
            }
            let found = try await database.read { try store.verify(after: nil, limit: 10, in: $0) }
            #expect(found.differences.map(\.person) == [World.people[1], World.people[2]] && found.next == nil)
            #expect(found.differences[0].kept == "99 (2; web 10)" && found.differences[0].recomputed == "10 (2; web 10)")
            try await database.write { writing in
                for person in found.differences.map(\.person) { try store.mend(person, in: writing) }
            }
            #expect(try await database.read { try store.verify(after: nil, limit: 10, in: $0) }.differences.isEmpty)
        }
    }

    @Test("the schema refuses a second line of the same version, and a gain above what is due", arguments: Backend.available)
    func schema(_ backend: Backend) async throws {
        try await World.with(backend) { database in
            try await database.settle([World.claim("a")])
            let columns =
                "(person_id, number, rule, rule_version, subject, version, amount, due, cohort_id, course, title, day, entered_at)"
            for values in ["2, 'activity-completed', 1, 'activity/web/a', 1, 5, 5", "2, 'r', 1, 'activity/web/z', 1, 6, 5"] {
                await #expect(throws: SQLError.self) {
                    try await database.write {
                        try $0.runScript(
                            """
                            INSERT INTO point_entry \(columns)
                            VALUES ('\(World.people[0])', \(values), '\(World.cohorts[0])', 'web', '', '2026-11-24', 0)
                            """)
                    }
                }
            }
        }
    }

    static let statements: [Statement] = [
        PointStatements.purse, PointStatements.insertPurse, PointStatements.savePurse, PointStatements.setOff,
        PointStatements.last, PointStatements.given, PointStatements.since, PointStatements.ofCohort, PointStatements.insertEntry,
        PointStatements.addToBalance,
        PointStatements.entries, PointStatements.balances, PointStatements.offCohorts, PointStatements.setCohort,
        PointStatements.purses, PointStatements.sums, PointStatements.keptBalances, PointStatements.deleteBalances,
        LearningDayStatements.insert, LearningDayStatements.days,
    ]

    @Test("no statement reads a whole table", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await withTestDatabase(backend, World.migrations) { database in
            for statement in Self.statements { try await expectNoFullScan(statement, database) }
        }
        #expect(Set(Self.statements.map(\.name)).count == Self.statements.count)
    }
}

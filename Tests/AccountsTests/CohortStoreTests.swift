import Essentials
import SQL
import TestSupport
import Testing

@testable import Accounts

@Suite("Cohorts, groups and memberships, as they are kept")
struct CohortStoreTests {
    private static let cohorts = CohortStore()
    private static let members = MembershipStore()

    @Test("a cohort comes back as added, and is found by its key", arguments: Backend.available)
    func comesBack(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let cyber = try Cohort.checked(
                id: id(1), key: "cyber-2026", title: " Cyber  2026 ", startsOn: "2026-09-01", endsOn: "2027-03-31",
                createdAt: monday)
            try await database.write { tx in
                try Self.cohorts.add(cyber, in: tx)
                #expect(try Self.cohorts.cohort(id(1), in: tx) == cyber)
                #expect(try Self.cohorts.cohort(key: "cyber-2026", in: tx) == cyber)
                #expect(try Self.cohorts.cohort(key: "CYBER\u{0}", in: tx) == nil)
                var changed = cyber
                changed.title = "Cyber 2027"
                changed.endsOn = nil
                try Self.cohorts.change(changed, in: tx)
                #expect(try Self.cohorts.cohort(id(1), in: tx) == changed)
                #expect(changed.title == "Cyber 2027")
                #expect(cyber.title == "Cyber 2026")
            }
            await #expect(throws: AccountsError.cohortKeyTaken("cyber-2026")) {
                try await database.write { try Self.cohorts.add(cohort(2, "cyber-2026"), in: $0) }
            }
            await #expect(throws: AccountsError.unknownCohort) {
                try await database.write { try Self.cohorts.change(cohort(3, "autre"), in: $0) }
            }
        }
    }

    @Test("cohorts are paged by key, and a person sees those where they are now", arguments: Backend.available)
    func lists(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            try await database.write { tx in
                for (number, key) in ["delta", "alpha", "charlie", "bravo"].enumerated() {
                    try Self.cohorts.add(cohort(number, key), in: tx)
                }
                #expect(try Self.cohorts.cohorts(limit: 3, in: tx).map(\.key) == ["alpha", "bravo", "charlie"])
                #expect(try Self.cohorts.cohorts(after: "charlie", limit: 3, in: tx).map(\.key) == ["delta"])
                try PersonStore().add(awa, at: monday, in: tx)
                try Self.members.join(id(1), id(0), as: .learner, at: monday, in: tx)
                try Self.members.join(id(1), id(1), as: .learner, at: monday, in: tx)
                try Self.members.join(id(1), id(1), as: .mentor, at: monday, in: tx)
                try Self.members.join(id(1), id(2), as: .learner, at: monday, in: tx)
                try Self.members.leave(id(1), id(2), as: .learner, at: monday, in: tx)
                #expect(try Self.cohorts.cohorts(of: id(1), in: tx).map(\.key) == ["alpha", "delta"])
            }
        }
    }

    @Test("a group's key is unique in its cohort only", arguments: Backend.available)
    func groups(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let group = Group(id: id(1), cohort: id(1), key: "matin", title: "Matin")
            try await database.write { tx in
                try Self.cohorts.add(cohort(1, "cyber"), in: tx)
                try Self.cohorts.add(cohort(2, "anglais"), in: tx)
                try Self.cohorts.add(group, in: tx)
                try Self.cohorts.add(Group(id: id(2), cohort: id(2), key: "matin", title: "Matin"), in: tx)
                #expect(try Self.cohorts.groups(of: id(1), in: tx) == [group])
                #expect(try Self.cohorts.group(key: "matin", of: id(2), in: tx)?.id == id(2))
                #expect(try Self.cohorts.group(key: "soir", of: id(1), in: tx) == nil)
            }
            await #expect(throws: AccountsError.groupKeyTaken("matin")) {
                try await database.write {
                    try Self.cohorts.add(Group(id: id(3), cohort: id(1), key: "matin", title: "x"), in: $0)
                }
            }
            await #expect(throws: AccountsError.unknownCohort) {
                try await database.write {
                    try Self.cohorts.add(Group(id: id(3), cohort: id(9), key: "soir", title: "x"), in: $0)
                }
            }
        }
    }

    @Test("joining, leaving and coming back keep the first day", arguments: Backend.available)
    func comingBack(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            let tuesday = monday.adding(seconds: 86_400)
            try await database.write { tx in
                try PersonStore().add(awa, at: monday, in: tx)
                try Self.cohorts.add(cohort(1, "cyber"), in: tx)
                try Self.cohorts.add(Group(id: id(1), cohort: id(1), key: "matin", title: "Matin"), in: tx)
                try Self.members.join(id(1), id(1), as: .learner, at: monday, in: tx)
                try Self.members.leave(id(1), id(1), as: .learner, at: tuesday, in: tx)
                try Self.members.leave(id(1), id(1), as: .learner, at: tuesday.adding(seconds: 60), in: tx)
                #expect(try Self.members.memberships(of: id(1), in: tx).map(\.leftAt) == [tuesday])
                #expect(try Self.members.headcount(of: id(1), in: tx) == [:])
                try Self.members.join(id(1), id(1), as: .learner, group: id(1), at: tuesday, in: tx)
                #expect(
                    try Self.members.memberships(of: id(1), in: tx)
                        == [Membership(person: id(1), cohort: id(1), role: .learner, group: id(1), joinedAt: monday)])
                #expect(try Self.members.headcount(of: id(1), in: tx) == [.learner: 1])
            }
            await #expect(throws: AccountsError.notAMember) {
                try await database.write { try Self.members.leave(id(1), id(1), as: .tutor, at: monday, in: $0) }
            }
        }
    }

    @Test("the schema refuses a group of another cohort, an unknown cohort and an unknown person", arguments: Backend.available)
    func foreignKeys(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let awa = try newPerson(1, "awa")
            try await database.write { tx in
                try PersonStore().add(awa, at: monday, in: tx)
                try Self.cohorts.add(cohort(1, "cyber"), in: tx)
                try Self.cohorts.add(cohort(2, "anglais"), in: tx)
                try Self.cohorts.add(Group(id: id(1), cohort: id(2), key: "matin", title: "Matin"), in: tx)
            }
            let joins: [@Sendable (any WriteTransaction) throws -> Void] = [
                { try Self.members.join(id(1), id(1), as: .learner, group: id(1), at: monday, in: $0) },
                { try Self.members.join(id(1), id(9), as: .learner, at: monday, in: $0) },
                { try Self.members.join(id(9), id(1), as: .learner, at: monday, in: $0) },
            ]
            for join in joins {
                await #expect(throws: AccountsError.unknownCohort) { try await database.write(join) }
            }
        }
    }

    @Test("a cohort's people are paged by name, by role, without those who left", arguments: Backend.available)
    func people(_ backend: Backend) async throws {
        try await withAccounts(backend) { database in
            let people = try ["Zola", "Émile", "abel", "Nord", "Ba"].enumerated().map {
                try newPerson($0.offset, "login\($0.offset)", "A", $0.element)
            }
            try await database.write { tx in
                try Self.cohorts.add(cohort(1, "cyber"), in: tx)
                try Self.cohorts.add(Group(id: id(1), cohort: id(1), key: "matin", title: "Matin"), in: tx)
                for person in people { try PersonStore().add(person, at: monday, in: tx) }
                for number in 0..<4 {
                    try Self.members.join(
                        id(number), id(1), as: .learner, group: number.isMultiple(of: 2) ? id(1) : nil, at: monday, in: tx)
                }
                try Self.members.join(id(4), id(1), as: .tutor, group: id(1), at: monday, in: tx)
                try Self.members.join(id(1), id(1), as: .mentor, at: monday, in: tx)
                let first = try Self.members.people(of: id(1) as Identifier<Cohort>, as: .learner, limit: 2, in: tx)
                #expect(first.map(\.person.name.family) == ["abel", "Émile"])
                #expect(first.map(\.group) == [id(1), nil])
                guard let last = first.last else { return }
                let second = try Self.members.people(
                    of: id(1) as Identifier<Cohort>, as: .learner, after: last.person.position, limit: 2, in: tx)
                #expect(second.map(\.person.name.family) == ["Nord", "Zola"])
                let morning = try Self.members.people(of: id(1) as Identifier<Group>, as: .learner, limit: 9, in: tx)
                #expect(morning.map(\.person.name.family) == ["abel", "Zola"])
                try Self.members.leave(id(2), id(1), as: .learner, at: monday, in: tx)
                #expect(
                    try Self.members.people(of: id(1) as Identifier<Group>, as: .learner, limit: 9, in: tx).count == 1)
                #expect(try Self.members.headcount(of: id(1), in: tx) == [.learner: 3, .tutor: 1, .mentor: 1])
            }
        }
    }
}

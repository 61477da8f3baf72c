import Accounts
import Essentials
import SQL
import TestSupport

@testable import Gamification

/// Two cohorts and three people, on the schema that Gamification needs.
enum PointWorld {
    static let migrations = AccountsMigrations.all + GamificationMigrations.all
    static let now = TestClock.start
    static let today = CalendarDay(trusted: "2026-11-24")
    static let cohorts: [Identifier<Cohort>] = [id(1), id(2)]
    static let people: [Identifier<Person>] = [id(11), id(12), id(13)]
    static let place = PointPlace(cohort: cohorts[0], course: "web")
    static let elsewhere = PointPlace(cohort: cohorts[1], course: "web")

    static func id<Subject>(_ number: Int) -> Identifier<Subject> {
        let digits = String(number)
        return Identifier(trusted: "0192f0aa-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }

    static func claim(
        _ key: String, holds: Bool = true, amount: Int = 5, rule: String = "activity-completed", mostADay: Int? = nil,
        mostAWeek: Int? = nil
    ) -> PointClaim {
        PointClaim(
            rule: rule, subject: PointSubject(.activity, course: "web", key: key), holds: holds, amount: amount,
            mostADay: mostADay, mostAWeek: mostAWeek, title: key)
    }

    static func with(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
        try await withTestDatabase(backend, migrations) { database in
            try await database.write { writing in
                for (index, cohort) in cohorts.enumerated() {
                    try CohortStore().add(
                        Cohort(id: cohort, key: "promo-\(index)", title: "Promo \(index)", createdAt: now), in: writing)
                }
                for (index, person) in people.enumerated() {
                    try PersonStore().add(
                        NewPerson(
                            id: person, login: try Login("awa.\(index)"),
                            name: try PersonName(given: "Awa", family: "Diallo \(index)"), passwordHash: nil,
                            mustChangePassword: false),
                        at: now, in: writing)
                }
            }
            try await body(database)
        }
    }
}

extension SQLDatabase {
    /// Settles claims of the first person.
    @discardableResult
    func settle(
        _ claims: [PointClaim], in place: PointPlace = PointWorld.place, on day: CalendarDay = PointWorld.today,
        for person: Identifier<Person> = PointWorld.people[0]
    ) async throws -> [PointEntry] {
        try await write(.takenRows) {
            try PointStore().settle(claims, for: person, in: place, on: day, at: PointWorld.now, in: $0)
        }
    }

    func purse(of person: Identifier<Person> = PointWorld.people[0]) async throws -> PointPurse {
        try await read { try PointStore().purse(of: person, in: $0) }
    }
}

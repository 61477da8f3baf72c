import Accounts
import CourseContent
import Essentials
import SQL
import TestSupport

@testable import Tutoring

/// Two cohorts, three people and two activities, on the schema that Tutoring needs.
enum TutoringWorld {
    static let migrations = AccountsMigrations.all + CourseContentMigrations.all + TutoringMigrations.all
    static let now = TestClock.start
    static let cohorts: [Identifier<Cohort>] = [id(1), id(2)]
    static let people: [Identifier<Person>] = [id(11), id(12), id(13)]
    static let activities: [Identifier<Activity>] = [id(21), id(22)]

    static func id<Subject>(_ number: Int) -> Identifier<Subject> {
        let digits = String(number)
        return Identifier(trusted: "0192f0aa-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
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
                try writing.runScript(
                    "INSERT INTO course (id, key, created_at) VALUES ('\(id(20) as Identifier<Course>)', 'c', 0)")
                for (index, activity) in activities.enumerated() {
                    try writing.runScript(
                        """
                        INSERT INTO activity (id, course_id, key)
                        VALUES ('\(activity)', '\(id(20) as Identifier<Course>)', 'a\(index)')
                        """)
                }
            }
            try await body(database)
        }
    }
}

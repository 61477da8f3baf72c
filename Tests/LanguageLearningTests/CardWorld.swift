import Accounts
import CourseContent
import Essentials
import LanguageLearning
import SQL
import TestSupport

/// Two people and two decks, on the schema that LanguageLearning needs.
enum CardWorld {
    static let migrations = AccountsMigrations.all + CourseContentMigrations.all + LanguageLearningMigrations.all
    static let now = TestClock.start
    static let people: [Identifier<Person>] = [id(11), id(12)]
    static let decks: [Identifier<Activity>] = [id(21), id(22)]

    static func id<Subject>(_ number: Int) -> Identifier<Subject> {
        let digits = String(number)
        return Identifier(trusted: "0192f0aa-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits)
    }

    static func key(_ card: String, _ direction: CardDirection = .recognise, deck: Int = 0) -> CardKey {
        CardKey(activity: decks[deck], card: card, direction: direction)
    }

    static func review(
        _ number: Int, _ card: String = "dock", _ grade: ReviewGrade = .good, _ direction: CardDirection = .recognise,
        deck: Int = 0, minutes: Int64
    ) -> CardReview {
        CardReview(
            id: id(1000 + number), key: key(card, direction, deck: deck), act: .graded(grade),
            happenedAt: now.adding(seconds: minutes * 60))
    }

    static func with(_ backend: Backend, _ body: (any SQLDatabase) async throws -> Void) async throws {
        try await withTestDatabase(backend, migrations) { database in
            try await database.write { writing in
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
                for (index, deck) in decks.enumerated() {
                    try writing.runScript(
                        """
                        INSERT INTO activity (id, course_id, key) VALUES ('\(deck)', '\(id(20) as Identifier<Course>)', 'a\(index)')
                        """)
                }
            }
            try await body(database)
        }
    }
}

import Essentials
import SQL
import TestSupport
import Testing

@testable import Outbound

@Suite("The outbox", .serialized)
struct OutboxStoreTests {
    private let store = OutboxStore()
    static let now = Instant(milliseconds: 1_795_507_200_000)

    static func draft(_ cause: String, to recipient: String = "awa", expiresIn seconds: Int64? = nil) -> LetterDraft {
        LetterDraft(
            cause: cause, recipient: recipient, address: "\(recipient)@example.org", kind: "session", language: .french,
            subject: "Séance", body: "Bonjour\n", calendar: LetterCalendar(method: .request, text: "BEGIN:VCALENDAR\r\n"),
            refusal: "/mail/refusal/x", expiresAt: seconds.map { now.adding(seconds: $0) })
    }

    private func add(_ cause: String, to recipient: String = "awa", _ database: any SQLDatabase) async throws -> Bool {
        try await database.write { try store.add(Self.draft(cause, to: recipient), at: Self.now, in: $0) }
    }

    private func claim(_ name: String, after seconds: Int64 = 0, _ database: any SQLDatabase) async throws -> [Letter] {
        let now = Self.now.adding(seconds: seconds)
        return try await database.write { try store.claim(2, for: name, until: now.adding(seconds: 100), at: now, in: $0) }
    }

    @Test("keeps one letter for a recipient and a cause, as it was written", arguments: Backend.available)
    func once(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            #expect(try await add("a", database))
            #expect(try await !add("a", database))
            #expect(try await add("a", to: "karim", database))
            #expect(try await add("b", database))
            let letters = try await database.read { try store.letters(.waiting, limit: 10, in: $0) }
            #expect(letters.count == 3)
            #expect(letters.contains { $0.draft == Self.draft("a") && $0.tries == 0 && $0.createdAt == Self.now })
        }
    }

    @Test("gives a letter to one sender at a time, until its claim ends", arguments: Backend.available)
    func claims(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            for cause in ["a", "b", "c"] { _ = try await add(cause, database) }
            let first = try await claim("one", database)
            let second = try await claim("two", database)
            #expect(first.map(\.tries) == [1, 1] && second.count == 1)
            #expect(Set((first + second).map(\.draft.cause)) == ["a", "b", "c"])
            #expect(try await claim("three", after: 99, database).isEmpty)
            // The first sender dies after one letter; the second one sends its own.
            try await database.write { try store.settle(first[0], .sent, claim: "one", at: Self.now, in: $0) }
            try await database.write { try store.settle(second[0], .dead, error: "550", claim: "two", at: Self.now, in: $0) }
            let again = try await claim("three", after: 100, database)
            #expect(again.map(\.id) == [first[1].id] && again[0].tries == 2)
            // Whoever comes late changes nothing.
            try await database.write { try store.settle(first[1], .dead, claim: "one", at: Self.now, in: $0) }
            try await database.write { try store.settle(again[0], .sent, claim: "three", at: Self.now, in: $0) }
            #expect(try await database.read { try store.letters(.sent, limit: 9, in: $0) }.count == 2)
            let dead = try await database.read { try store.letters(.dead, limit: 9, in: $0) }
            #expect(dead.map(\.error) == ["550"])
            #expect(try await database.write { try store.retryDead(at: Self.now, in: $0) } == 1)
            #expect(try await database.read { try store.isDue(at: Self.now, in: $0) })
        }
    }

    @Test("gives back what a server that is gone had taken", arguments: Backend.available)
    func released(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            _ = try await add("a", database)
            _ = try await claim("one", database)
            #expect(try await claim("two", database).isEmpty)
            try await database.write { try store.releaseClaims(at: Self.now, in: $0) }
            #expect(try await claim("two", database).count == 1)
        }
    }

    @Test("several senders at once never take the same letter", arguments: Backend.available)
    func race(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            for number in 0..<20 { _ = try await add("cause \(number)", database) }
            let taken = try await withThrowingTaskGroup(of: [Letter].self) { group in
                for sender in 0..<12 { group.addTask { try await claim("sender \(sender)", database) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == 20)
            #expect(Set(taken.map(\.id)).count == 20)
        }
    }

    @Test("takes back what waits for causes that begin so, and nothing else", arguments: Backend.available)
    func withdrawn(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            for cause in ["reminder/1/day/5", "reminder/1/hour/5", "reminder/10/day/5", "reminder/2/day/5"] {
                _ = try await add(cause, database)
                #expect(try await database.write { try store.begin(cause, at: Self.now, in: $0) })
            }
            try await database.write { try store.withdraw("reminder/1/", in: $0) }
            let left = try await database.read { try store.letters(.waiting, limit: 9, in: $0) }
            #expect(Set(left.map(\.draft.cause)) == ["reminder/10/day/5", "reminder/2/day/5"])
            #expect(try await database.read { try !store.wasDealtWith("reminder/1/day/5", in: $0) })
            #expect(try await database.write { try !store.begin("reminder/2/day/5", at: Self.now, in: $0) })
        }
    }

    @Test("writes to nobody who refused, and takes back what waits", arguments: Backend.available)
    func refusals(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            let token = String(repeating: "t", count: 43)
            let made = try await database.write { try store.consent(of: "awa", token: { token }, in: $0) }
            let again = try await database.write { try store.consent(of: "awa", token: { "never asked" }, in: $0) }
            #expect(made == token && again == token)
            _ = try await add("a", database)
            let found = try await database.read { try store.recipient(token: token, in: $0) }
            #expect(found?.recipient == "awa" && found?.isRefused == false)
            try await database.write { try store.setRefuses(true, of: "awa", token: { token }, at: Self.now, in: $0) }
            #expect(try await database.write { try store.consent(of: "awa", token: { token }, in: $0) } == nil)
            #expect(try await database.read { try store.letters(.waiting, limit: 9, in: $0) }.isEmpty)
            try await database.write { try store.setRefuses(false, of: "awa", token: { token }, at: Self.now, in: $0) }
            #expect(try await database.write { try store.consent(of: "awa", token: { "x" }, in: $0) } == token)
        }
    }

    @Test("forgets what was settled long ago", arguments: Backend.available)
    func tidy(_ backend: Backend) async throws {
        try await withTestDatabase(backend, OutboundMigrations.all) { database in
            _ = try await add("a", database)
            let letters = try await claim("one", database)
            try await database.write { try store.settle(letters[0], .sent, claim: "one", at: Self.now, in: $0) }
            try await database.write { try store.tidy(at: Self.now.adding(seconds: OutboxStore.keptFor), in: $0) }
            #expect(try await database.read { try store.letters(.sent, limit: 9, in: $0) }.count == 1)
            try await database.write { try store.tidy(at: Self.now.adding(seconds: OutboxStore.keptFor + 1), in: $0) }
            #expect(try await database.read { try store.letters(.sent, limit: 9, in: $0) }.isEmpty)
        }
    }
}

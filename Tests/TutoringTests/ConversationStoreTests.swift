import Accounts
import Essentials
import SQL
import TestSupport
import Testing

@testable import Tutoring

@Suite("Conversations that are kept")
struct ConversationStoreTests {
    private let store = ConversationStore()
    private let learner = TutoringWorld.people[0]
    private let tutor = TutoringWorld.people[1]
    private let other = TutoringWorld.people[2]
    private var place: ConversationPlace { .tutoring(of: learner, in: TutoringWorld.cohorts[0]) }

    private func id(_ number: Int) -> Identifier<Message> { TutoringWorld.id(500 + number) }

    @discardableResult
    private func post(
        _ number: Int, _ text: String, by author: Identifier<Person>, seconds: Int64 = 0, in writing: any WriteTransaction
    ) throws -> (message: Message, isNew: Bool) {
        try store.post(
            id(number), text, html: "<p>\(text)</p>", in: place, by: author, to: [learner, tutor, other],
            isQuestion: author == learner, at: TutoringWorld.now.adding(seconds: seconds), in: writing)
    }

    @Test("a message is there once, however often it is sent; another one with its id is refused", arguments: Backend.available)
    func replay(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let first = try await database.write { try post(1, "Bonjour", by: learner, in: $0) }
            let again = try await database.write { try post(1, " Bonjour\n", by: learner, seconds: 60, in: $0) }
            #expect(first.isNew && !again.isNew && first.message == again.message)
            await #expect(throws: TutoringError.otherMessage) {
                try await database.write { try post(1, "Bonsoir", by: learner, in: $0) }
            }
            await #expect(throws: TutoringError.otherMessage) {
                try await database.write { try post(1, "Bonjour", by: tutor, in: $0) }
            }
            for text in ["", " \n ", String(repeating: "a", count: 4001), "a\0b"] {
                await #expect(throws: TutoringError.invalidMessage) {
                    try await database.write { try post(2, text, by: learner, in: $0) }
                }
            }
            let kept = try await database.read { try store.conversation(place, in: $0) }
            #expect(kept?.last == 1 && kept?.version == 1)
        }
    }

    /// How much is new in each conversation.
    private func unread(of person: Identifier<Person>, in reading: any ReadTransaction) throws -> [Int] {
        try store.unread(of: person, limit: 10, in: reading).map(\.unread)
    }

    @Test("what is new is counted for everybody but its author, and read as far as one read", arguments: Backend.available)
    func unread(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let found = try await database.write { writing in
                for number in 1...3 { try post(number, "Message \(number)", by: learner, in: writing) }
                let new = try unread(of: tutor, in: writing)
                guard let conversation = try store.conversation(place, in: writing) else { throw SQLError.corrupt("none") }
                try store.read(conversation, through: 2, by: tutor, in: writing)
                let left = try store.standing(of: tutor, in: conversation.id, in: writing)
                // What was read stays read; beyond the last there is nothing.
                try store.read(conversation, through: 1, by: tutor, in: writing)
                let same = try store.standing(of: tutor, in: conversation.id, in: writing)
                try store.read(conversation, through: 99, by: tutor, in: writing)
                let own = try unread(of: learner, in: writing)
                try post(4, "Réponse", by: tutor, in: writing)
                return (
                    new, left, same, own, try unread(of: tutor, in: writing), try unread(of: learner, in: writing)
                )
            }
            #expect(found.0 == [3])
            #expect(found.1 == ConversationStanding(readThrough: 2, unread: 1) && found.2 == found.1)
            #expect(found.3 == [] && found.4 == [] && found.5 == [1])
        }
    }

    @Test("a question waits from the first moment until somebody answers", arguments: Backend.available)
    func waiting(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            @Sendable func waits(_ reading: any ReadTransaction) throws -> [Instant?] {
                try store.waiting(.tutoring, in: TutoringWorld.cohorts[0], for: tutor, limit: 10, in: reading)
                    .map(\.conversation.waitingSince)
            }
            let found = try await database.write { writing in
                try post(1, "Une question", by: learner, seconds: 10, in: writing)
                try post(2, "Encore une", by: learner, seconds: 20, in: writing)
                let asked = try waits(writing)
                try post(3, "La réponse", by: tutor, seconds: 30, in: writing)
                let answered = try waits(writing)
                try post(4, "Merci, et ceci ?", by: learner, seconds: 40, in: writing)
                return (asked, answered, try waits(writing))
            }
            #expect(found.0 == [TutoringWorld.now.adding(seconds: 10)] && found.1 == [])
            #expect(found.2 == [TutoringWorld.now.adding(seconds: 40)])
        }
    }

    @Test(
        "an edit keeps what stood there before; a removal keeps nothing but that there was something",
        arguments: Backend.available)
    func changes(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let found = try await database.write { writing in
                let (message, _) = try post(1, "Un mot", by: learner, in: writing)
                guard let conversation = try store.conversation(place, in: writing) else { throw SQLError.corrupt("none") }
                let edited = try store.edit(
                    message, of: conversation, to: "Un autre mot", html: "<p>Un autre mot</p>",
                    at: TutoringWorld.now.adding(seconds: 5),
                    in: writing)
                let edits = try writing.rows(Self.edits, message.id) { $0.text(0) }
                guard let (kept, _) = try store.message(message.id, in: writing) else { throw SQLError.corrupt("none") }
                _ = try store.remove(edited, of: kept, by: tutor, at: TutoringWorld.now.adding(seconds: 9), in: writing)
                let left = try store.message(message.id, in: writing)
                return (edited, edits, left, try writing.rows(Self.edits, message.id) { $0.text(0) })
            }
            #expect(found.0.text == "Un autre mot" && found.0.editedAt != nil && found.1 == ["Un mot"])
            #expect(found.2?.message.text == "" && found.2?.message.html == "" && found.2?.message.removedBy == tutor)
            #expect(found.2?.conversation.version == 3 && found.2?.conversation.last == 1 && found.3 == [])
        }
    }

    private static let edits = Statement(
        "test.messageEdits", "SELECT text FROM message_edit WHERE message_id = $1 ORDER BY number")

    @Test("messages written at once all get a place of their own", arguments: Backend.available)
    func race(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...40 {
                    let author = number.isMultiple(of: 2) ? learner : tutor
                    group.addTask { _ = try await database.write { try post(number, "Message \(number)", by: author, in: $0) } }
                }
                try await group.waitForAll()
            }
            let found = try await database.read { reading in
                guard let conversation = try store.conversation(place, in: reading) else { throw SQLError.corrupt("none") }
                return (
                    conversation, try store.messages(of: conversation.id, limit: 100, in: reading),
                    try store.messages(of: conversation.id, before: 11, limit: 5, in: reading)
                )
            }
            #expect(found.0.last == 40 && found.1.map(\.sequence) == Array(1...40))
            #expect(Set(found.1.map(\.id)).count == 40 && found.2.map(\.sequence) == Array(6...10))
        }
    }
}

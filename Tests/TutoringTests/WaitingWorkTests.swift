import Essentials
import SQL
import TestSupport
import Testing

@testable import Tutoring

@Suite("What waits for a mark")
struct WaitingWorkTests {
    private let store = WaitingWorkStore()

    private func work(
        _ number: Int, activity: Int = 0, person: Int = 0, cohort: Int = 0, seconds: Int64 = 0
    ) -> WaitingWork {
        WaitingWork(
            kind: number.isMultiple(of: 2) ? .attempt : .submission,
            work: (TutoringWorld.id(100 + number) as Identifier<WaitingWork>).text,
            context: "enrolment-\(person)-\(cohort)", activity: TutoringWorld.activities[activity],
            person: TutoringWorld.people[person], cohort: TutoringWorld.cohorts[cohort],
            sentAt: TutoringWorld.now.adding(seconds: seconds))
    }

    @Test("comes the oldest first, a page at a time, of one cohort only", arguments: Backend.available)
    func queue(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            // Two of the same moment: the id decides.
            let all = [
                work(3, person: 0, seconds: 30), work(1, activity: 1, person: 0, seconds: 10), work(2, person: 1, seconds: 30),
                work(4, person: 2, cohort: 1, seconds: 1),
            ]
            let found = try await database.write { writing in
                for (context, some) in Dictionary(grouping: all, by: \.context) {
                    try store.replace(some, in: context, in: writing)
                }
                let cohort = TutoringWorld.cohorts[0]
                let first = try store.queue(of: cohort, after: .start, limit: 2, in: writing)
                let second = try store.queue(of: cohort, after: first[1].work.position, limit: 2, in: writing)
                let count = try store.count(in: cohort, except: TutoringWorld.people[1], in: writing)
                return (first, second, count, try store.counts(in: [cohort], in: writing))
            }
            #expect(found.0.map(\.work) == [all[1], all[2]])
            #expect(found.0.map(\.familyName) == ["Diallo 0", "Diallo 1"])
            #expect(found.1.map(\.work) == [all[0]])
            #expect(found.2 == 2)
            #expect(found.3 == ["enrolment-0-0": 2, "enrolment-1-0": 1])
        }
    }

    @Test("what replaces it leaves nothing of before; one row an activity", arguments: Backend.available)
    func replace(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let kept = try await database.write { writing in
                try store.replace([work(1), work(2, activity: 1)], in: "enrolment-0-0", in: writing)
                try store.replace([work(3)], in: "enrolment-0-0", in: writing)
                return try store.work(in: "enrolment-0-0", in: writing)
            }
            #expect(kept == [work(3)])
            await #expect(throws: SQLError.self) {
                try await database.write { try store.replace([work(1), work(3)], in: "enrolment-0-0", in: $0) }
            }
        }
    }

    @Test("sentences are one's own, kept once, neither empty nor too long nor too many", arguments: Backend.available)
    func sentences(_ backend: Backend) async throws {
        try await TutoringWorld.with(backend) { database in
            let (awa, other) = (TutoringWorld.people[0], TutoringWorld.people[1])
            func add(_ text: String) async throws -> QuickSentence {
                try await database.write { try store.add(text, of: awa, at: TutoringWorld.now, in: $0) }
            }
            let first = try await add("  Bien vu.\n")
            #expect(first.text == "Bien vu.")
            #expect(try await add("Bien vu.") == first)
            for wrong in ["", " \n", String(repeating: "a", count: 501), "a\0b"] {
                await #expect(throws: TutoringError.invalidSentence) { _ = try await add(wrong) }
            }
            for number in 2...QuickSentence.most { _ = try await add("Phrase \(number)") }
            await #expect(throws: TutoringError.tooManySentences) { _ = try await add("Une de trop") }
            let left = try await database.write { writing in
                try store.remove(first.id, of: other, in: writing)
                let mine = try store.sentences(of: awa, in: writing).count
                try store.remove(first.id, of: awa, in: writing)
                return (mine, try store.sentences(of: awa, in: writing).count, try store.sentences(of: other, in: writing).count)
            }
            #expect(left == (QuickSentence.most, QuickSentence.most - 1, 0))
        }
    }
}

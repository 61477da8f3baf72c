import Assessment
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing

@Suite("Attempts")
struct AttemptStoreTests {
    private typealias World = AttemptWorld

    private static let allRight: [DraftAnswer] = [
        .one("place", "a", 1), .several("tools", ["b", "a"], 1), .one("count", "12,5", 1), .one("word", "Quai \"n° 1\" \\", 1),
    ]

    // MARK: Starting

    @Test(
        "an attempt that is open goes on; when all are sent, the next one begins, up to the limit", arguments: Backend.available)
    func start(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let first = try await world.begin()
            #expect(first.isNew && first.attempt.number == 1 && first.attempt.isOpen)
            #expect(first.attempt.maximumPoints == 8)
            let again = try await world.begin(minute: 3)
            #expect(!again.isNew && again.attempt == first.attempt)
            try await world.submit(first.attempt)
            let second = try await world.begin(minute: 4)
            #expect(second.isNew && second.attempt.number == 2)
            try await world.submit(second.attempt)
            await #expect(throws: AssessmentError.noAttemptsLeft(allowed: 2)) { _ = try await world.begin(minute: 5) }
        }
    }

    @Test("attempts in another enrolment are counted apart", arguments: Backend.available)
    func contexts(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let first = try await world.begin()
            let other = try await world.begin(context: World.uuid(99))
            #expect(other.isNew && other.attempt.id != first.attempt.id && other.attempt.number == 1)
        }
    }

    @Test("the schema itself refuses a second open attempt", arguments: Backend.available)
    func oneOpen(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let first = try await world.begin().attempt
            let copy = Statement(
                "test.copyAttempt",
                """
                INSERT INTO attempt
                    (id, person_id, activity_id, context, version_id, content_digest, number, started_at, max_points)
                SELECT $2, person_id, activity_id, context, version_id, content_digest, number + 1, started_at, max_points
                FROM attempt WHERE id = $1
                """)
            await #expect(throws: SQLError.self) {
                try await world.database.write { tx in _ = try tx.run(copy, first.id, World.uuid(98)) }
            }
            try await world.submit(first)
            try await world.database.write { tx in _ = try tx.run(copy, first.id, World.uuid(98)) }
        }
    }

    @Test("a learner's standing tells what is open, used, left and best", arguments: Backend.available)
    func standing(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            func standing(allowed: Int? = 2) async throws -> AttemptStanding {
                try await world.database.read { tx in
                    try AttemptStore().standing(in: World.context, activity: World.activity, allowed: allowed, in: tx)
                }
            }
            let none = try await standing()
            #expect(none.attempts.isEmpty && none.open == nil && none.remaining == 2 && none.bestScore == nil)
            #expect(none.nextStep == .begin(number: 1))
            let first = try await world.begin().attempt
            #expect(try await standing().nextStep == .goOn(first))
            #expect(try await standing().remaining == 1)
            try await world.submit(first, with: [.one("word", "quai \"n° 1\" \\")])
            let one = try await standing()
            #expect(one.bestScore == 37 && one.latest?.id == first.id && one.open == nil)
            let second = try await world.begin().attempt
            try await world.submit(second)
            let two = try await standing()
            #expect(two.bestScore == 37 && two.latest?.result?.score == 0 && two.remaining == 0)
            #expect(two.nextStep == .refuse(.noAttemptsLeft(allowed: 2)))
            // The author allows more, or fewer than were used.
            #expect(try await standing(allowed: 3).nextStep == .begin(number: 3))
            #expect(try await standing(allowed: nil).remaining == nil)
            #expect(try await standing(allowed: 1).remaining == 0)
        }
    }

    // MARK: Saving

    @Test("answers are kept as given, the later one of two", arguments: Backend.available)
    func save(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            let outcome = try await world.save(
                [.one("place", "b", 5), .one("word", "l’été \"\\\n🙂", 5), .one("place", "a", 4)], to: attempt)
            #expect(outcome.saved == ["place", "word"] && outcome.superseded == ["place"])
            try await world.save([.one("place", "a", 6), .several("tools", [], 1), .one("count", "12,5 kg", 1)], to: attempt)
            // A late replay.
            try await world.save([.one("place", "b", 5)], to: attempt)
            #expect(
                try await world.answers(attempt) == [
                    "place": .choice("a"), "word": .text("l’été \"\\\n🙂"), "tools": .choices([]), "count": .number("12,5 kg"),
                ])
            // Taken back.
            try await world.save([.one("place", "", 7)], to: attempt)
            #expect(try await world.answers(attempt)["place"] == .some(nil))
        }
    }

    @Test(
        "one answer that is refused keeps the whole request out", arguments: Backend.available,
        [
            (DraftAnswer.one("nowhere", "a", 9), AssessmentError.unknownQuestion("nowhere")),
            (.one("place", "z", 9), .invalidResponse(question: "place", .unknownChoice)),
            (.several("count", ["1"], 9), .invalidResponse(question: "count", .wrongShape)),
            (.one("word", "a\0", 9), .invalidResponse(question: "word", .forbiddenCharacter)),
            (.one("word", "a", 0), .invalidSequence(question: "word")),
        ])
    func refusal(_ backend: Backend, _ given: (draft: DraftAnswer, error: AssessmentError)) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            try await world.save([.one("place", "a", 1)], to: attempt)
            await #expect(throws: given.error) {
                try await world.save([.one("place", "b", 2), given.draft], to: attempt)
            }
            await #expect(throws: given.error) { try await world.submit(attempt, with: [given.draft]) }
            #expect(try await world.answers(attempt) == ["place": .choice("a")])
            let kept = try await world.database.read { tx in try AttemptStore().attempt(attempt.id, in: tx) }
            #expect(kept?.isOpen == true)
        }
    }

    @Test("an attempt that does not exist", arguments: Backend.available)
    func stranger(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let nothing = Identifier<Attempt>(trusted: World.uuid(77))
            await #expect(throws: AssessmentError.unknownAttempt(nothing)) {
                try await world.database.write { tx in
                    try AttemptStore().save([], to: nothing, content: World.content, at: World.start, in: tx)
                }
            }
            await #expect(throws: AssessmentError.unknownAttempt(nothing)) {
                try await world.database.write { tx in
                    _ = try AttemptStore().submit(nothing, content: World.content, at: World.start, in: tx)
                }
            }
            let found = try await world.database.read { tx in try AttemptStore().attempt(nothing, in: tx) }
            #expect(found == nil)
        }
    }

    // MARK: Sending

    @Test("sending marks every question, answered or not", arguments: Backend.available)
    func submit(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            try await world.save([.one("place", "b", 1), .one("count", "12.5", 1)], to: attempt)
            let sent = try await world.submit(attempt, with: [.several("tools", ["a", "b"], 2)], minute: 7)
            #expect(sent.isNew)
            #expect(sent.marked.result?.submittedAt == World.minute(7))
            #expect(sent.marked.result?.points == 4 && sent.marked.result?.score == 50)
            #expect(sent.marked.attempt.result == sent.marked.result)
            #expect(sent.marked.answers.map(\.question) == ["place", "tools", "count", "word"])
            #expect(sent.marked.answers.map(\.mark.points) == [0, 2, 2, 0])
            #expect(sent.marked.answers.map(\.mark.isRight) == [false, true, true, false])
            #expect(sent.marked.answers[0].mark.feedback == ["You said b."])
            #expect(sent.marked.answers[3].response == nil)
        }
    }

    @Test("everything right is 100", arguments: Backend.available)
    func everything(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            #expect(try await world.submit(attempt, with: Self.allRight).marked.result?.score == 100)
        }
    }

    @Test("sending again gives the same result, and nothing changes any more", arguments: Backend.available)
    func replay(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            let first = try await world.submit(attempt, with: [.one("place", "a", 1)], minute: 7)
            let again = try await world.submit(attempt, with: Self.allRight, minute: 9)
            #expect(!again.isNew)
            #expect(again.marked == first.marked)
            await #expect(throws: AssessmentError.alreadySubmitted(attempt.id)) {
                try await world.save([.one("place", "b", 99)], to: attempt, minute: 10)
            }
            let kept = try await world.database.read { tx -> MarkedAttempt? in
                guard let attempt = try AttemptStore().attempt(attempt.id, in: tx) else { return nil }
                return try AttemptStore().marked(attempt, content: World.content, in: tx)
            }
            #expect(kept == first.marked)
        }
    }

    @Test("an attempt is marked against the questions it was made on", arguments: Backend.available)
    func oldContent(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin(digest: "first").attempt
            // The course is applied again meanwhile: the open attempt goes on as it was.
            let resumed = try await world.begin(digest: "corrected", minute: 2)
            #expect(!resumed.isNew && resumed.attempt.contentDigest == "first")
            let sent = try await world.submit(resumed.attempt, with: [.one("place", "a", 1)])
            #expect(sent.marked.result?.points == 1)
            let next = try await world.begin(digest: "corrected", minute: 3).attempt
            #expect(next.contentDigest == "corrected")
            #expect(try await world.submit(next, with: [.one("place", "a", 1)]).marked.result?.points == 0)
            // What was marked keeps its points.
            #expect(try await world.submit(attempt).marked.result?.points == 1)
        }
    }

    @Test("tabs that save at the same moment keep the last answer given", arguments: Backend.available)
    func tabs(_ backend: Backend) async throws {
        try await World.with(backend) { world in
            let attempt = try await world.begin().attempt
            try await withThrowingTaskGroup(of: Void.self) { group in
                for sequence in (1...30).shuffled() {
                    group.addTask {
                        try await world.save([.one("word", "\(sequence)", Int64(sequence))], to: attempt)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await world.answers(attempt) == ["word": .text("30")])
        }
    }

    // MARK: Statements

    @Test("no statement reads a whole table", arguments: Backend.available)
    func plans(_ backend: Backend) async throws {
        try await withTestDatabase(backend, World.migrations) { database in
            for statement in [
                AttemptStatements.attempts, AttemptStatements.sent, AttemptStatements.attempt, AttemptStatements.lock,
                AttemptStatements.insert,
                AttemptStatements.submit, AttemptStatements.send, AttemptStatements.waiting, AttemptStatements.marks,
                AttemptStatements.insertMark, AttemptStatements.setPoints, AttemptStatements.result, AttemptStatements.answers,
                AttemptStatements.saveAnswer, ScenarioStatements.steps, ScenarioStatements.addStep,
                SurveyStatements.countOfActivity,
                ExtraTimeStatements.history, ExtraTimeStatements.last, ExtraTimeStatements.ofCohort,
            ] {
                try await expectNoFullScan(statement, database)
            }
        }
    }
}

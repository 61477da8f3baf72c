import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Texts that a tutor marks")
struct TutorMarkTests {
    /// One point by itself, four and five by a tutor; 60 passes.
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: 2,
        questions: [
            Question(id: "mot", text: "?", body: .shortText(ShortTextKey(accepted: [TextVariant(text: "x")]))),
            Question(id: "texte", text: "?", points: 4, body: .longAnswer(LongAnswerKey(minimumWords: 3))),
            Question(id: "autre", text: "?", points: 5, body: .longAnswer(LongAnswerKey())),
        ])

    private func with(_ backend: Backend, _ body: (CampusWorld) async throws -> Void) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try TestCourse.authored(quiz: Self.quiz))
            for key in ["web", "autre"] { _ = try await world.campus.addCohort(key: key, title: key) }
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for (login, role, cohort) in [
                ("awa", CohortRole.learner, "web"), ("nadia", .tutor, "web"), ("ines", .trainer, "web"), ("marc", .mentor, "web"),
                ("claire", .tutor, "autre"),
            ] {
                try await world.add(login)
                _ = try await world.campus.enrol(login, in: cohort, as: role)
            }
            try await body(world)
        }
    }

    private func send(_ answers: [String: String], _ world: CampusWorld) async throws -> MarkedAttempt {
        let awa = try await world.viewer("awa")
        let attempt = try await world.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: awa).attempt
        let drafts = answers.sorted { $0.key < $1.key }.map { DraftAnswer(question: $0.key, response: .one($0.value)) }
        return try await world.campus.submit(attempt.id, with: drafts, by: awa)
    }

    @discardableResult
    private func mark(
        _ attempt: Attempt, _ marks: [DraftMark], _ world: CampusWorld, by login: String = "nadia", in cohort: String = "web"
    ) async throws -> Attempt {
        try await world.campus.mark(attempt.id, in: cohort, with: marks, by: try await world.viewer(login))
    }

    private func state(_ world: CampusWorld) async throws -> ActivityState? {
        let awa = try await world.viewer("awa")
        return try await world.campus.activity(TestCourse.quiz, of: TestCourse.key, for: awa).learner?.state
    }

    @Test(
        "an attempt with texts waits; when the last one is marked it has its result, and progress follows",
        arguments: Backend.available)
    func waits(_ backend: Backend) async throws {
        try await with(backend) { world in
            let sent = try await send(["mot": "x", "texte": "Un texte court", "autre": "Un autre"], world)
            #expect(sent.result == nil && sent.attempt.isWaiting && !sent.attempt.isOpen)
            #expect(sent.answers.map(\.isWaiting) == [false, true, true])
            #expect(sent.answers[0].mark.points == 1)
            #expect(try await state(world)?.attempts ?? 0 == 0)
            // Nothing changes any more, and no other attempt begins.
            let awa = try await world.viewer("awa")
            try await expectConflict {
                _ = try await world.campus.saveAnswers(
                    [DraftAnswer(question: "mot", response: .one("y"))], to: sent.attempt.id, by: awa)
            }
            try await expectConflict {
                _ = try await world.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: awa)
            }
            #expect(try await world.campus.submit(sent.attempt.id, by: awa) == sent)
            let waiting = try await world.campus.learner(awa.person.id, in: "web", for: try await world.viewer("nadia")).waiting
            #expect(waiting.map(\.attempt.id) == [sent.attempt.id])

            world.time.now = CampusWorld.start.adding(seconds: 3600)
            #expect(
                try await mark(sent.attempt, [DraftMark(question: "texte", points: 3, comment: "Bien.")], world).result == nil)
            let marked = try await mark(sent.attempt, [DraftMark(question: "autre", points: 2.5)], world)
            // Sent when it was sent: 1 + 3 + 2.5 of 10.
            #expect(marked.result?.submittedAt == CampusWorld.start)
            #expect(marked.result?.points == 6.5 && marked.result?.score == 65)
            #expect(try await state(world)?.bestScore == 65)
            #expect(try await state(world)?.attempts == 1)
            #expect(try await state(world)?.completedAt == world.time.now)
            let reading = try await world.campus.attempt(sent.attempt.id, for: awa)
            #expect(reading.marked?.answers.map(\.tutor?.comment) == [nil, "Bien.", nil])
            #expect(try await send(["mot": "x"], world).attempt.number == 2)
        }
    }

    @Test("marking again keeps what was given before; what was completed stays", arguments: Backend.available)
    func again(_ backend: Backend) async throws {
        try await with(backend) { world in
            let sent = try await send(["mot": "x", "texte": "Un texte"], world)
            try await mark(sent.attempt, [DraftMark(question: "texte", points: 2)], world)
            #expect(try await state(world)?.isCompleted == false)
            world.time.now = CampusWorld.start.adding(seconds: 60)
            #expect(
                try await mark(sent.attempt, [DraftMark(question: "texte", points: 4)], world, by: "ines").result?.score == 50)
            #expect(try await state(world)?.bestScore == 50)
            try await mark(sent.attempt, [DraftMark(question: "texte", points: 0)], world)
            let reading = try await world.campus.marking(of: sent.attempt.id, in: "web", for: try await world.viewer("nadia"))
            #expect(reading.marks["texte"]?.map(\.points) == [0, 4, 2])
            #expect(reading.marks["texte"]?.map(\.number) == [3, 2, 1])
            #expect(reading.names.count == 2)
            #expect(reading.marked.result?.score == 10)
            #expect(try await state(world)?.attempts == 1)
            let verified = try await world.campus.verifyProgress(repairing: false) { _ in }
            #expect(verified.remaining == 0)
        }
    }

    @Test("without a text nobody is waited for", arguments: Backend.available)
    func nothingWritten(_ backend: Backend) async throws {
        try await with(backend) { world in
            let sent = try await send(["mot": "x", "texte": " \n "], world)
            #expect(sent.result?.points == 1)
            #expect(sent.attempt.sentAt == nil)
            let nadia = try await world.viewer("nadia")
            // Every answer can be read; there is nothing to mark.
            let reading = try await world.campus.marking(of: sent.attempt.id, in: "web", for: nadia)
            #expect(reading.marked.answers.map(\.question) == ["mot", "texte", "autre"])
            try await expectNotFound { try await mark(sent.attempt, [DraftMark(question: "texte", points: 1)], world) }
        }
    }

    @Test(
        "points and comments out of bounds, and what is not marked by a tutor, are refused and change nothing",
        arguments: Backend.available)
    func refused(_ backend: Backend) async throws {
        try await with(backend) { world in
            let sent = try await send(["mot": "x", "texte": "Un texte"], world)
            for draft in [
                DraftMark(question: "texte", points: -0.5), DraftMark(question: "texte", points: 4.5),
                DraftMark(question: "texte", points: .nan), DraftMark(question: "texte", points: .infinity),
                DraftMark(question: "texte", points: 1, comment: String(repeating: "a", count: 5001)),
                DraftMark(question: "texte", points: 1, comment: "a\0"), DraftMark(question: "mot", points: 1),
                DraftMark(question: "autre", points: 1), DraftMark(question: "ailleurs", points: 1),
            ] {
                try await expectInvalid([draft.question]) {
                    try await mark(sent.attempt, [DraftMark(question: "texte", points: 2), draft], world)
                }
            }
            for (login, cohort) in [("awa", "web"), ("marc", "web"), ("claire", "web"), ("claire", "autre"), ("nadia", "autre")] {
                try await expectNotFound {
                    try await mark(sent.attempt, [DraftMark(question: "texte", points: 2)], world, by: login, in: cohort)
                }
            }
            let reading = try await world.campus.marking(of: sent.attempt.id, in: "web", for: try await world.viewer("nadia"))
            #expect(reading.marks.isEmpty && reading.attempt.isWaiting)
        }
    }

    @Test(
        "words are what stands between spaces and holds a letter or a digit",
        arguments: [
            ("", 0), (" \n", 0), ("un", 1), ("l’été, 3 mots !", 3), ("a — b", 2), ("un\ndeux\ttrois", 3),
        ])
    func words(_ text: String, _ count: Int) {
        #expect(LongAnswerKey.words(in: text) == count)
    }
}

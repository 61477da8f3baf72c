import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import SQL
import TestSupport
import Testing
import Tutoring

@Suite("The marking queue")
struct MarkingQueueTests {
    private static let quiz = QuizContent(
        instructions: nil, attemptsAllowed: 2,
        questions: [Question(id: "texte", text: "?", points: 4, body: .longAnswer(LongAnswerKey()))])

    private func with(_ backend: Backend, _ body: (CampusWorld) async throws -> Void) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try TestCourse.authored(quiz: Self.quiz, withAssignment: true))
            for key in ["web", "autre"] {
                _ = try await world.campus.addCohort(key: key, title: key)
                _ = try await world.campus.assign(course: TestCourse.key, to: key)
            }
            for (login, role, cohort) in [
                ("awa", CohortRole.learner, "web"), ("karim", .learner, "web"), ("louise", .learner, "autre"),
                ("nadia", .tutor, "web"), ("paul", .coordinator, "web"), ("claire", .tutor, "autre"), ("marc", .mentor, "web"),
            ] {
                try await world.add(login, "\(login) Nom")
                _ = try await world.campus.enrol(login, in: cohort, as: role)
            }
            _ = try await world.campus.enrol("paul", in: "autre", as: .coordinator)
            try await body(world)
        }
    }

    private func sendText(_ login: String, _ world: CampusWorld) async throws -> Attempt {
        let viewer = try await world.viewer(login)
        let attempt = try await world.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: viewer).attempt
        let draft = DraftAnswer(question: "texte", response: .one("Mon texte"))
        return try await world.campus.submit(attempt.id, with: [draft], by: viewer).attempt
    }

    private func handIn(_ login: String, _ world: CampusWorld) async throws -> Submission {
        let viewer = try await world.viewer(login)
        return try await world.campus.handIn(
            .new(at: world.time.now), text: "Bonjour à vous", files: [], of: TestCourse.assignment, of: TestCourse.key, by: viewer
        ).0.submission
    }

    private func waiting(_ login: String, _ world: CampusWorld) async throws -> [String] {
        let reading = try await world.campus.markingQueue(for: try await world.viewer(login))
        #expect(reading.total == reading.items.count)
        return reading.items.map(\.work.work)
    }

    @Test(
        "what is missing from the queue, or too much in it, is found by a verification, and mended", arguments: Backend.available)
    func verified(_ backend: Backend) async throws {
        try await with(backend) { world in
            let (text, work) = (try await sendText("awa", world), try await handIn("karim", world))
            #expect(try await world.campus.verifyProgress().differences == 0)
            try await world.tamper("DELETE FROM waiting_work WHERE kind = 'attempt'")
            try await world.tamper("UPDATE waiting_work SET sent_at = sent_at + 1")
            var fields: [String] = []
            let found = try await world.campus.verifyProgress(repairing: true) { fields.append($0.field) }
            #expect(fields == ["waitingWork", "waitingWork"])
            #expect(found.repaired == 2 && found.remaining == 0)
            #expect(try await world.campus.verifyProgress().differences == 0)
            #expect(Set(try await waiting("nadia", world)) == [text.id.text, work.id.text])
        }
    }

    @Test(
        "holds what waits in the cohorts that one follows, the oldest first; what is marked or handed in again goes",
        arguments: Backend.available)
    func queue(_ backend: Backend) async throws {
        try await with(backend) { world in
            #expect(try await waiting("nadia", world).isEmpty)
            let first = try await sendText("awa", world)
            world.time.now = CampusWorld.start.adding(seconds: 60)
            let outside = try await handIn("louise", world)
            world.time.now = CampusWorld.start.adding(seconds: 120)
            let second = try await handIn("karim", world)
            #expect(try await waiting("nadia", world) == [first.id.text, second.id.text])
            #expect(try await waiting("claire", world) == [outside.id.text])
            #expect(try await waiting("paul", world) == [first.id.text, outside.id.text, second.id.text])
            #expect(try await waiting("marc", world).isEmpty)

            // Handed in once more: the newest is the one that waits, at its own time.
            world.time.now = CampusWorld.start.adding(seconds: 180)
            let again = try await handIn("karim", world)
            #expect(try await waiting("nadia", world) == [first.id.text, again.id.text])

            let nadia = try await world.viewer("nadia")
            let next = try await world.campus.nextToMark(
                after: WaitingPosition(sentAt: CampusWorld.start, work: first.id.text), for: nadia)
            #expect(next?.work.work == again.id.text && next?.activity.id == TestCourse.assignment)
            let around = try await world.campus.nextToMark(
                after: WaitingPosition(sentAt: world.time.now, work: again.id.text), for: nadia)
            #expect(around?.work.work == first.id.text)

            _ = try await world.campus.mark(
                first.id, in: "web", with: [DraftMark(question: "texte", points: 3)], by: nadia)
            #expect(try await waiting("nadia", world) == [again.id.text])
            _ = try await world.campus.mark(
                again.id, levels: ["clair": "l1", "juste": "l2"], points: nil, comment: nil, by: nadia)
            #expect(try await waiting("nadia", world).isEmpty)
            #expect(try await world.campus.nextToMark(after: .start, for: nadia) == nil)
        }
    }

    @Test("who leaves is waited for no more, and is again after coming back", arguments: Backend.available)
    func leaving(_ backend: Backend) async throws {
        try await with(backend) { world in
            let sent = try await handIn("awa", world)
            try await world.campus.withdraw(["awa"], from: "web", as: .learner)
            #expect(try await waiting("nadia", world).isEmpty)
            _ = try await world.campus.enrol("awa", in: "web", as: .learner)
            #expect(try await waiting("nadia", world) == [sent.id.text])
        }
    }

    @Test("nobody finds their own work in it", arguments: Backend.available)
    func own(_ backend: Backend) async throws {
        try await with(backend) { world in
            _ = try await world.campus.enrol("nadia", in: "web", as: .learner)
            let sent = try await handIn("nadia", world)
            #expect(try await waiting("nadia", world).isEmpty)
            #expect(try await waiting("paul", world) == [sent.id.text])
        }
    }

    static let forget = Statement("test.forgetQueue", "DELETE FROM waiting_work")
    static let rows = Statement("test.queueRows", "SELECT context || activity_id || kind || work_id FROM waiting_work ORDER BY 1")

    @Test("an older database finds in it what waited already", arguments: Backend.available)
    func filled(_ backend: Backend) async throws {
        try await with(backend) { world in
            _ = try await sendText("awa", world)
            for login in ["awa", "karim", "karim", "louise"] {
                world.time.now = world.time.now.adding(seconds: 60)
                _ = try await handIn(login, world)
            }
            let kept = try await world.database.read { try $0.rows(Self.rows) { $0.text(0) } }
            #expect(kept.count == 4)
            let fill = try #require(CampusMigrations.own.first)
            let again = try await world.database.writeAlone { writing in
                try writing.run(Self.forget)
                try writing.runScript(fill.script(backend == .sqlite ? .sqlite : .postgres))
                return try writing.rows(Self.rows) { $0.text(0) }
            }
            #expect(again == kept)
        }
    }
}

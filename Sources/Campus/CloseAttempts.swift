import Assessment
import CourseContent
import Essentials
import Logging
import Progress
import SQL

/// Attempts whose time is over are closed and marked at next sight: no clockwork runs for them. What is read about a learner looks for them
/// first, so that nobody sees a state without their result.
extension Campus {
    /// What a reading found whose time is over.
    struct Overdue {
        let campus: Campus
        let now: Instant
        private(set) var attempts: Set<Identifier<Attempt>> = []

        fileprivate init(_ campus: Campus, at now: Instant) {
            self.campus = campus
            self.now = now
        }

        mutating func note(_ attempt: Attempt) {
            if attempt.isOpen, attempt.isOverdue(at: now) { attempts.insert(attempt.id) }
        }

        /// Looks among the attempts of one enrolment. One statement.
        mutating func look(in enrolment: Enrolment, in reading: any ReadTransaction) throws {
            attempts.formUnion(try campus.attempts.overdue(in: enrolment.id.text, at: now, in: reading))
        }

        /// Looks among everybody's. One statement.
        mutating func lookEverywhere(in reading: any ReadTransaction) throws {
            attempts.formUnion(try campus.attempts.overdue(limit: 100, at: now, in: reading))
        }
    }

    /// Reads; if attempts whose time is over were met, closes them and reads again.
    func readClosing<Value: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction, inout Overdue) throws -> Value
    ) async throws -> Value {
        let now = clock.now
        let (value, found) = try await database.read { reading in
            var overdue = Overdue(self, at: now)
            return (try body(reading, &overdue), overdue.attempts)
        }
        if found.isEmpty { return value }
        for attempt in found {
            do {
                try await withAssessment {
                    try await withCurrentCourse { try await database.write { try close(attempt, at: now, in: $0) } }
                }
            } catch {
                // Somebody's page is not refused for it; it is tried again at next sight.
                logger.error(
                    "an attempt whose time is over was not closed", metadata: ["attempt": "\(attempt)", "error": "\(error)"])
            }
        }
        return try await database.read { reading in
            var overdue = Overdue(self, at: now)
            return try body(reading, &overdue)
        }
    }

    /// Marks an attempt whose time is over with what was kept, as sent at its deadline, and records the result. Changes nothing for another.
    func close(_ id: Identifier<Attempt>, at now: Instant, in writing: any WriteTransaction) throws {
        guard let attempt = try attempts.attempt(id, in: writing), attempt.isOpen, attempt.isOverdue(at: now) else { return }
        let (marked, isNew) = try attempts.submit(id, content: { try quiz($0, in: writing) }, at: now, in: writing)
        guard isNew, let standing = try progress.course(of: Identifier(trusted: attempt.context), in: writing),
            standing.enrolment.status != .left, let course = try library.course(standing.enrolment.course, in: writing)
        else { return }
        try recordResult(marked, in: course, at: now, in: writing)
        if marked.result == nil { try requeue(standing.enrolment, in: writing) }
    }

    /// The event of an attempt that was sent, if the activity is still in the course.
    func recordResult(
        _ marked: MarkedAttempt, in course: LibraryCourse, at now: Instant, in writing: any WriteTransaction
    ) throws {
        let attempt = marked.attempt
        guard let result = marked.result, let rules = course.rules[attempt.activity], !rules.isPlanned else { return }
        let event = LearningEvent.attemptSubmitted(
            attempt: attempt.id.text, activity: attempt.activity, score: result.score, at: result.submittedAt)
        try record([event], for: Identifier(trusted: attempt.context), in: course, at: now, in: writing)
        try followUp(Identifier(trusted: attempt.context), at: now, in: writing)
    }
}

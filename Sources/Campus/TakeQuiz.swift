import Accounts
package import Assessment
package import CourseContent
package import Essentials
import Progress
import SQL

/// Taking a quiz: begin, keep answers, send, read the correction.
extension Campus {
    /// An attempt with everything its pages show.
    package struct AttemptReading: Sendable {
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let attempt: Attempt
        /// As this attempt asks it.
        package let quiz: QuizContent
        /// Answers kept, by question.
        package let answers: [String: SavedAnswer]
        /// The correction; `nil` while the attempt is open.
        package let marked: MarkedAttempt?
        package let attemptsUsed: Int
        /// Whether the correction may be read.
        package let review: ReviewAccess
        /// What was missed, to be taken among one's own cards; nothing while the correction may not be read.
        package var missed: [OfferedWord] = []
    }

    /// The attempts of a learner at a quiz, the first one first.
    package func attempts(at reading: ActivityReading) async throws -> [Attempt] {
        guard let learner = reading.learner else { return [] }
        return try await database.read { transaction in
            try attempts.standing(
                in: learner.course.enrolment.id.text, activity: reading.id, allowed: nil, in: transaction
            ).attempts
        }
    }

    /// How much more time a learner has where it is counted, in percent.
    package func extraTime(at reading: ActivityReading) async throws -> Int {
        guard let enrolment = reading.learner?.course.enrolment, case .quiz(let quiz) = reading.content, quiz.timeLimit != nil
        else { return 0 }
        return try await database.read { try extraTimes.percent(of: enrolment.person, in: enrolment.cohort, in: $0) }
    }

    /// Begins an attempt, or goes on with the one that is open.
    /// - throws: ``CampusError/conflict(_:)`` when no attempt is left.
    package func startAttempt(
        at activityKey: String, of courseKey: String, by viewer: Viewer
    ) async throws -> (attempt: Attempt, isNew: Bool) {
        let now = clock.now
        return try await withAssessment {
            try await withCurrentCourse {
                try await database.write { writing in
                    let (course, activity, id) = try find(activityKey, of: courseKey, in: writing)
                    let standing = try progress.course(course.version.course, of: viewer.person.id, in: writing)
                    guard let standing, standing.enrolment.status != .left else {
                        try requirePreview(course, viewer, in: writing)
                        throw CampusError.notAllowed(.notEnrolled)
                    }
                    guard let digest = activity.contentDigest else { throw CampusError.notFound(.activityIsComing) }
                    guard case .quiz(let quiz) = try library.content(digest, in: writing) else {
                        throw CampusError.notFound(.noSuchActivity)
                    }
                    let context = standing.enrolment.id.text
                    for overdue in try attempts.overdue(in: context, at: now, in: writing) {
                        try close(overdue, at: now, in: writing)
                    }
                    try requireOpen(activity.id, id, of: course, standing.enrolment, in: writing) { context in
                        try attempts.standing(in: context, activity: id, allowed: nil, in: writing).open != nil
                    }
                    let extra =
                        quiz.timeLimit == nil
                        ? 0 : try extraTimes.percent(of: viewer.person.id, in: standing.enrolment.cohort, in: writing)
                    return try attempts.start(
                        id, by: viewer.person.id, context: context, version: course.version.id, digest: digest, quiz: quiz,
                        seed: drawSeed(), extraPercent: extra, at: now, in: writing)
                }
            }
        }
    }

    /// An attempt of this very person; anybody else's is not found.
    package func attempt(_ id: Identifier<Attempt>, for viewer: Viewer) async throws -> AttemptReading {
        try await readClosing { reading, overdue in
            let (attempt, course, activity) = try own(id, viewer, in: reading)
            overdue.note(attempt)
            let written = try quiz(attempt.contentDigest, in: reading)
            let standing = try attempts.standing(
                in: attempt.context, activity: attempt.activity, allowed: written.attemptsAllowed, in: reading)
            let paper = written.paper(seed: attempt.seed)
            let marked = try attempts.marked(attempt, content: { _ in written }, in: reading)
            let review = standing.review(by: written.review, passScore: activity.completion.passScore)
            let missed =
                try review == .open
                ? marked.map { try self.missed($0, paper, in: activity, of: course, in: reading) } ?? [] : []
            return AttemptReading(
                course: course, activity: activity, attempt: attempt, quiz: paper,
                answers: try attempts.answers(of: id, in: reading), marked: marked, attemptsUsed: standing.attempts.count,
                review: review,
                missed: try offered(missed, in: course.version.course, to: viewer.person.id, in: reading))
        }
    }

    /// Keeps answers of an open attempt; of two to a question, the one with the higher sequence.
    package func saveAnswers(
        _ drafts: [DraftAnswer], to id: Identifier<Attempt>, by viewer: Viewer
    ) async throws -> SaveOutcome {
        let now = clock.now
        return try await withAssessment {
            try await database.write { writing in
                _ = try own(id, viewer, in: writing)
                return try attempts.save(drafts, to: id, content: { try quiz($0, in: writing) }, at: now, in: writing)
            }
        }
    }

    /// Marks an attempt and records what follows from it. Sending it again changes nothing.
    package func submit(
        _ id: Identifier<Attempt>, with drafts: [DraftAnswer] = [], by viewer: Viewer
    ) async throws -> MarkedAttempt {
        let now = clock.now
        return try await withAssessment {
            try await withCurrentCourse {
                try await database.write { writing in
                    let (_, course, _) = try own(id, viewer, in: writing)
                    let (marked, isNew) = try attempts.submit(
                        id, with: drafts, content: { try quiz($0, in: writing) }, at: now, in: writing)
                    if isNew {
                        try recordResult(marked, in: course, at: now, in: writing)
                        if marked.result == nil { try requeue(context: marked.attempt.context, in: writing) }
                    }
                    return marked
                }
            }
        }
    }

    func own(
        _ id: Identifier<Attempt>, _ viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (Attempt, LibraryCourse, ActivityOutline) {
        guard let attempt = try attempts.attempt(id, in: reading), attempt.person == viewer.person.id,
            let standing = try progress.course(of: Identifier(trusted: attempt.context), in: reading),
            standing.enrolment.status != .left,
            let course = try library.course(standing.enrolment.course, in: reading)
        else { throw CampusError.notFound(.noSuchAttempt) }
        if let key = course.rules[attempt.activity]?.key, let activity = course.activity(key) {
            return (attempt, course, activity)
        }
        // The activity left the course since: the version that the attempt was made on still knows it.
        let version = try courses.version(attempt.version, in: reading).map { LibraryCourse($0) }
        guard let version, let key = version.rules[attempt.activity]?.key, let activity = version.activity(key) else {
            throw CampusError.notFound(.noSuchActivity)
        }
        return (attempt, course, activity)
    }

    func quiz(_ digest: String, in reading: any ReadTransaction) throws -> QuizContent {
        guard case .quiz(let quiz) = try library.content(digest, in: reading) else {
            throw CampusError.notFound(.noSuchActivity)
        }
        return quiz
    }

    func withAssessment<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as AssessmentError {
            throw CampusError(error)
        }
    }
}

extension CampusError {
    /// What Assessment refuses, as the use cases say it.
    init(_ error: AssessmentError) {
        switch error {
        case .unknownAttempt: self = .notFound(.noSuchAttempt)
        case .noAttemptsLeft, .alreadySubmitted, .timeIsOver, .waitsForTutor, .notToMark, .stepRefused:
            self = .conflict(error.phrase)
        case .unknownQuestion, .invalidResponse, .invalidSequence, .invalidMark, .commentTooLong, .emptySurvey,
            .surveyTextTooLong:
            self = .invalid(error.question ?? "", error.phrase)
        case .invalidExtraTime: self = .invalid("percent", error.phrase)
        }
    }
}

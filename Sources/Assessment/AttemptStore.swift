package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// What is kept of attempts and how it is read. Stateless: every function works inside the caller's transaction; that the person may
/// take the quiz, and that the attempt is the person's, is checked above.
package struct AttemptStore: Sendable {
    package init() {}

    // MARK: Reading

    /// Where a learner stands with a quiz. One statement.
    ///
    /// - Parameters:
    ///   - context: the id of the enrolment.
    ///   - allowed: ``QuizContent/attemptsAllowed`` of the published quiz.
    package func standing(
        in context: String, activity: Identifier<Activity>, allowed: Int?, in reading: any ReadTransaction
    ) throws -> AttemptStanding {
        let attempts = try reading.rows(AttemptStatements.attempts, context, activity) { Attempt($0) }
        return AttemptStanding(attempts: attempts, allowed: allowed)
    }

    /// An attempt by its id.
    package func attempt(_ id: Identifier<Attempt>, in reading: any ReadTransaction) throws -> Attempt? {
        try reading.first(AttemptStatements.attempt, id) { Attempt($0) }
    }

    /// The attempts in an enrolment that were sent, by activity, the first one first. One statement.
    package func sent(in context: String, in reading: any ReadTransaction) throws -> [Identifier<Activity>: [Attempt]] {
        Dictionary(grouping: try reading.rows(AttemptStatements.sent, context) { Attempt($0) }, by: \.activity)
    }

    /// Open attempts of an enrolment whose time is over. One statement.
    package func overdue(in context: String, at now: Instant, in reading: any ReadTransaction) throws -> [Identifier<Attempt>] {
        try reading.rows(AttemptStatements.overdue, context, now.adding(seconds: -TimeLimit.graceSeconds)) { $0.id(0) }
    }

    /// Open attempts of anybody whose time is over, those that ended first before.
    package func overdue(limit: Int, at now: Instant, in reading: any ReadTransaction) throws -> [Identifier<Attempt>] {
        try reading.rows(AttemptStatements.allOverdue, now.adding(seconds: -TimeLimit.graceSeconds), limit) { $0.id(0) }
    }

    /// The answers kept of an attempt, by question.
    /// - throws: ``SQLError/corrupt(_:)`` when one cannot be read.
    package func answers(
        of attempt: Identifier<Attempt>, in reading: any ReadTransaction
    ) throws -> [String: SavedAnswer] {
        let answers = try savedAnswers(of: attempt, in: reading)
        return Dictionary(answers.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// An attempt that was sent, question by question with its feedback.
    ///
    /// - Parameter content: the quiz kept under a digest: the one that the attempt was made on.
    /// - Returns: `nil` while the attempt is open.
    package func marked(
        _ attempt: Attempt, content: (String) throws -> QuizContent, in reading: any ReadTransaction
    ) throws -> MarkedAttempt? {
        if attempt.isOpen { return nil }
        let quiz = try content(attempt.contentDigest).paper(seed: attempt.seed)
        let answers = try answers(of: attempt.id, in: reading)
        let marks = attempt.sentAt == nil ? [:] : try marks(of: attempt.id, in: reading)
        return MarkedAttempt(attempt: attempt, result: attempt.result, answers: Self.marked(quiz, answers, marks))
    }

    // MARK: Writing

    /// Begins an attempt, or goes on with the one that is open.
    ///
    /// - Parameters:
    ///   - context: the id of the enrolment.
    ///   - version: the published version of the course.
    ///   - digest: the digest of `quiz`, from the version's outline.
    ///   - extraPercent: more time for this person: see ``ExtraTime``.
    ///   - seed: what questions are drawn by; kept only where the quiz draws or shuffles.
    /// - Returns: the attempt, and whether it is new.
    /// - throws: ``AssessmentError/noAttemptsLeft(allowed:)``.
    package func start(
        _ activity: Identifier<Activity>, by person: Identifier<Person>, context: String,
        version: Identifier<CourseVersion>, digest: String, quiz: QuizContent, seed: Int64 = 0, extraPercent: Int = 0,
        at now: Instant,
        in writing: any WriteTransaction
    ) throws -> (attempt: Attempt, isNew: Bool) {
        let standing = try standing(in: context, activity: activity, allowed: quiz.attemptsAllowed, in: writing)
        switch standing.nextStep {
        case .goOn(let attempt): return (attempt, false)
        case .refuse(let error): throw error
        case .begin(let number):
            let seed = quiz.isDrawn ? seed : nil
            let limit = quiz.timeLimit.map { TimeLimit(minutes: $0, extraPercent: extraPercent) }
            let attempt = Attempt(
                id: .new(at: now), person: person, activity: activity, context: context, version: version,
                contentDigest: digest, number: number, startedAt: now, maximumPoints: quiz.paper(seed: seed).points, seed: seed,
                deadline: limit?.deadline(from: now), sentAt: nil, result: nil)
            let inserted = try writing.run(
                AttemptStatements.insert, attempt.id, person, activity, context, version, digest, number, now,
                attempt.maximumPoints, seed, attempt.deadline)
            if inserted > 0 { return (attempt, true) }
            // Another server began it a moment ago.
            let again = try self.standing(in: context, activity: activity, allowed: nil, in: writing)
            guard let open = again.open else { throw SQLError.busy("an attempt begins elsewhere") }
            return (open, false)
        }
    }

    /// Keeps answers of an open attempt: of two answers to a question, the one with the higher sequence.
    ///
    /// - Parameter content: the quiz kept under a digest: the one that the attempt was made on.
    /// - Returns: which questions' answers were kept, and which came too late to count.
    /// - throws: ``AssessmentError``; nothing may be kept then: let it leave the transaction.
    @discardableResult
    package func save(
        _ drafts: [DraftAnswer], to id: Identifier<Attempt>, content: (String) throws -> QuizContent, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> SaveOutcome {
        let attempt = try lock(id, in: writing)
        if let end = attempt.result?.submittedAt ?? attempt.sentAt, end != attempt.deadline {
            throw AssessmentError.alreadySubmitted(id)
        }
        if !attempt.isOpen || attempt.isOverdue(at: now) { throw AssessmentError.timeIsOver(id) }
        var sheet = AnswerSheet(
            quiz: try content(attempt.contentDigest).paper(seed: attempt.seed), answers: try savedAnswers(of: id, in: writing))
        var outcome = SaveOutcome()
        for draft in drafts {
            if try sheet.take(draft, at: now) {
                outcome.saved.append(draft.question)
            } else {
                outcome.superseded.append(draft.question)
            }
        }
        for question in Set(outcome.saved) {
            if let answer = sheet.answers[question] { try save(answer, mark: nil, to: id, in: writing) }
        }
        return outcome
    }

    /// Marks an attempt against the questions that it was made on, whatever is published since. Sending it again gives the same
    /// result and changes nothing.
    ///
    /// - Parameters:
    ///   - drafts: answers that come with it, taken in as by ``save(_:to:content:at:in:)``; ignored when it was sent already, refused when
    ///     its time is over: what was kept before counts, and it counts as sent at its deadline.
    ///   - content: the quiz kept under a digest.
    /// - Returns: the marked attempt, and whether it was sent just now.
    /// - throws: ``AssessmentError``; nothing may be kept then: let it leave the transaction.
    package func submit(
        _ id: Identifier<Attempt>, with drafts: [DraftAnswer] = [], content: (String) throws -> QuizContent,
        at now: Instant, in writing: any WriteTransaction
    ) throws -> (marked: MarkedAttempt, isNew: Bool) {
        let attempt = try lock(id, in: writing)
        if let marked = try marked(attempt, content: content, in: writing) { return (marked, false) }
        if attempt.isOverdue(at: now), !drafts.isEmpty { throw AssessmentError.timeIsOver(id) }
        let quiz = try content(attempt.contentDigest).paper(seed: attempt.seed)
        var sheet = AnswerSheet(quiz: quiz, answers: try savedAnswers(of: id, in: writing))
        for draft in drafts { _ = try sheet.take(draft, at: now) }
        let answers = Self.marked(quiz, sheet.answers, [:])
        let end = attempt.deadline.map { min(now, $0) } ?? now
        for answer in answers {
            guard let saved = sheet.answers[answer.question] else { continue }
            try save(saved, mark: answer.isWaiting ? nil : answer.mark, to: id, in: writing)
        }
        if answers.contains(where: \.isWaiting) {
            try writing.run(AttemptStatements.send, id, end)
            return (MarkedAttempt(attempt: attempt.sent(at: end), result: nil, answers: answers), true)
        }
        let points = min(answers.reduce(0) { $0 + $1.mark.points }, attempt.maximumPoints)
        let result = AttemptResult(
            submittedAt: end, points: points,
            score: Marking.score(points, of: attempt.maximumPoints))
        try writing.run(AttemptStatements.submit, id, result.submittedAt, result.points, result.score)
        let submitted = attempt.submitted(result)
        return (MarkedAttempt(attempt: submitted, result: result, answers: answers), true)
    }

    // MARK: Parts

    /// Every question of the quiz with its answer and mark. What was marked once keeps its points.
    static func marked(
        _ quiz: QuizContent, _ answers: [String: SavedAnswer], _ marks: [String: [TutorMark]]
    ) -> [MarkedAnswer] {
        quiz.questions.map { question in
            let saved = answers[question.id]
            var mark = Marking.mark(question, saved?.response)
            if let points = saved?.points, let isRight = saved?.isRight {
                mark = Mark(points: points, isRight: isRight, feedback: mark.feedback, parts: mark.parts)
            }
            let tutor = marks[question.id]?.first
            return MarkedAnswer(
                question: question.id, response: saved?.response, mark: mark,
                isWaiting: tutor == nil && question.body.isMarkedByTutor(saved?.response), tutor: tutor)
        }
    }

    func lock(_ id: Identifier<Attempt>, in writing: any WriteTransaction) throws -> Attempt {
        guard let attempt = try writing.first(AttemptStatements.lock, id, map: { Attempt($0) }) else {
            throw AssessmentError.unknownAttempt(id)
        }
        return attempt
    }

    private func save(
        _ answer: SavedAnswer, mark: Mark?, to id: Identifier<Attempt>, in writing: any WriteTransaction
    ) throws {
        try writing.run(
            AttemptStatements.saveAnswer, id, answer.question, answer.response?.json, answer.sequence, answer.savedAt,
            mark?.points, mark?.isRight)
    }

    private func savedAnswers(
        of attempt: Identifier<Attempt>, in reading: any ReadTransaction
    ) throws -> [SavedAnswer] {
        var texts: [String?] = []
        let answers = try reading.rows(AttemptStatements.answers, attempt) { row in
            texts.append(row.textOrNil(1))
            return SavedAnswer(
                question: row.text(0), response: nil, sequence: row.integer(2), savedAt: row.instant(3),
                points: row.realOrNil(4), isRight: row.isNull(5) ? nil : row.bool(5))
        }
        return zip(answers, try Response.decode(texts)).map { $0.answering($1) }
    }
}

/// What saving answers did.
package struct SaveOutcome: Sendable, Hashable {
    /// Questions whose answer was kept, in the order given.
    package var saved: [String] = []
    /// Questions for which a later answer is kept already.
    package var superseded: [String] = []
}

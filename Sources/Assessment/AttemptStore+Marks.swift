package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// Answers that a tutor marks.
extension AttemptStore {
    /// Every mark of an attempt, by question, the last one first. One statement.
    package func marks(
        of attempt: Identifier<Attempt>, in reading: any ReadTransaction
    ) throws -> [String: [TutorMark]] {
        let marks = try reading.rows(AttemptStatements.marks, attempt) { row in
            TutorMark(
                question: row.text(0), number: row.int(1), points: row.real(2), comment: row.textOrNil(3), markedBy: row.id(4),
                markedAt: row.instant(5))
        }
        return Dictionary(grouping: marks, by: \.question)
    }

    /// Attempts of an enrolment that wait for a tutor, the first one first. One statement.
    package func waiting(in context: String, in reading: any ReadTransaction) throws -> [Attempt] {
        try reading.rows(AttemptStatements.waiting, context) { Attempt($0) }
    }

    /// Keeps marks. Once every answer that waits for a tutor has one, the attempt has its result, as sent when it was; marking it again
    /// changes its points.
    ///
    /// - Parameter content: the quiz kept under a digest.
    /// - throws: ``AssessmentError/notToMark(_:)``, ``AssessmentError/unknownQuestion(_:)`` for an answer that is not marked by a tutor,
    ///   ``AssessmentError/invalidMark(question:maximum:)``, ``AssessmentError/commentTooLong(question:)``; nothing may be kept then.
    package func mark(
        _ id: Identifier<Attempt>, _ drafts: [DraftMark], by tutor: Identifier<Person>,
        content: (String) throws -> QuizContent, at now: Instant, in writing: any WriteTransaction
    ) throws -> TutorMarking {
        let attempt = try lock(id, in: writing)
        guard let sentAt = attempt.sentAt else { throw AssessmentError.notToMark(id) }
        let quiz = try content(attempt.contentDigest).paper(seed: attempt.seed)
        let answers = try answers(of: id, in: writing)
        var kept = try marks(of: id, in: writing)
        for draft in drafts {
            guard let question = quiz.questions.first(where: { $0.id == draft.question }),
                question.body.isMarkedByTutor(answers[question.id]?.response)
            else { throw AssessmentError.unknownQuestion(draft.question) }
            guard draft.points.isFinite, (0...question.points).contains(draft.points) else {
                throw AssessmentError.invalidMark(question: question.id, maximum: question.points)
            }
            guard draft.comment?.count ?? 0 <= TutorMark.longestComment, !(draft.comment?.utf8.contains(0) ?? false) else {
                throw AssessmentError.commentTooLong(question: question.id)
            }
            let mark = TutorMark(
                question: question.id, number: (kept[question.id]?.first?.number ?? 0) + 1, points: draft.points,
                comment: draft.comment, markedBy: tutor, markedAt: now)
            kept[question.id, default: []].insert(mark, at: 0)
            try writing.run(
                AttemptStatements.insertMark, id, mark.question, mark.number, mark.points, mark.comment, tutor, now)
            let isRight = mark.points >= question.points
            try writing.run(AttemptStatements.setPoints, id, mark.question, mark.points, isRight)
        }
        let times = kept.values.reduce(0) { $0 + $1.count }
        let all = Self.marked(quiz, try self.answers(of: id, in: writing), kept)
        guard !all.contains(where: \.isWaiting) else {
            return TutorMarking(attempt: attempt, isFirstResult: false, times: times)
        }
        let points = min(all.reduce(0) { $0 + $1.mark.points }, attempt.maximumPoints)
        let result = AttemptResult(submittedAt: sentAt, points: points, score: Marking.score(points, of: attempt.maximumPoints))
        try writing.run(AttemptStatements.result, id, result.submittedAt, result.points, result.score)
        return TutorMarking(attempt: attempt.submitted(result), isFirstResult: attempt.result == nil, times: times)
    }
}

extension QuestionBody {
    /// Whether an answer waits for a tutor: a text of some length. An empty one has no points.
    package func isMarkedByTutor(_ response: Response?) -> Bool {
        guard case .longAnswer = self, case .text(let text) = response else { return false }
        return !text.allSatisfy(\.isWhitespace)
    }
}

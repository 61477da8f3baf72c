package import Accounts
package import CourseContent
package import Essentials
import Foundation
package import SQL

/// What is kept of assignments and how it is read. Stateless: every function works inside the caller's transaction; who may hand in, read
/// and mark is checked above.
package struct SubmissionStore: Sendable {
    package init() {}

    // MARK: Reading

    /// What a learner handed in for an assignment, the first one first.
    package func submissions(
        in context: String, activity: Identifier<Activity>, in reading: any ReadTransaction
    ) throws -> [SubmissionReading] {
        try reading.rows(SubmissionStatements.submissions, context, activity) { Submission($0) }
            .map { try whole($0, in: reading) }
    }

    /// Everything that a learner handed in in a course, by assignment and in order.
    package func submissions(in context: String, in reading: any ReadTransaction) throws -> [SubmissionReading] {
        try reading.rows(SubmissionStatements.ofContext, context) { Submission($0) }.map { try whole($0, in: reading) }
    }

    /// One submission; `nil` when there is none with that id.
    package func submission(_ id: Identifier<Submission>, in reading: any ReadTransaction) throws -> SubmissionReading? {
        try reading.first(SubmissionStatements.submission, id) { Submission($0) }.map { try whole($0, in: reading) }
    }

    /// The text that a learner was writing.
    package func draft(
        in context: String, activity: Identifier<Activity>, in reading: any ReadTransaction
    ) throws -> SubmissionDraft? {
        try reading.first(SubmissionStatements.draft, context, activity) {
            SubmissionDraft(text: $0.text(0), sequence: $0.integer(1), savedAt: $0.instant(2))
        }
    }

    // MARK: Writing

    /// Keeps a text on its way; of two, the one with the higher sequence.
    /// - Parameter sequence: the client's clock in milliseconds; `nil` for a form without script: later than what is kept.
    /// - Returns: the draft that is kept now.
    @discardableResult
    package func saveDraft(
        _ text: String, sequence: Int64?, in context: String, activity: Identifier<Activity>, at now: Instant,
        in writing: any WriteTransaction
    ) throws -> SubmissionDraft {
        let kept = try draft(in: context, activity: activity, in: writing)
        // A device whose clock is years ahead would otherwise keep every other from being heard.
        let ceiling = now.milliseconds + 86_400_000
        let next = min(sequence ?? max(now.milliseconds, (kept?.sequence ?? 0) + 1), max(ceiling, (kept?.sequence ?? 0) + 1))
        try writing.run(SubmissionStatements.saveDraft, context, activity, text, next, now)
        return try draft(in: context, activity: activity, in: writing)
            ?? SubmissionDraft(text: text, sequence: next, savedAt: now)
    }

    /// Hands in. The same id again gives what was handed in, and changes nothing.
    ///
    /// - Parameters:
    ///   - submission: its number does not matter: it is the next one.
    ///   - allowed: ``AssignmentContent/submissionsAllowed``.
    /// - Returns: what is kept, and whether it is new.
    /// - throws: ``SubmissionError``; nothing may be kept then: let it leave the transaction.
    package func handIn(
        _ submission: Submission, files: [SubmittedFile], allowed: Int?, in writing: any WriteTransaction
    ) throws -> (SubmissionReading, isNew: Bool) {
        if let kept = try self.submission(submission.id, in: writing) {
            guard kept.submission.context == submission.context, kept.submission.activity == submission.activity else {
                throw SubmissionError.otherSubmission
            }
            return (kept, false)
        }
        let before = try writing.rows(SubmissionStatements.submissions, submission.context, submission.activity) { $0.int(6) }
        if let allowed, before.count >= allowed { throw SubmissionError.noneLeft(allowed: allowed) }
        let number = (before.max() ?? 0) + 1
        let inserted = try writing.run(
            SubmissionStatements.insert, submission.id, submission.person, submission.activity, submission.context,
            submission.version, submission.contentDigest, number, submission.text, submission.submittedAt)
        guard inserted > 0 else { throw SQLError.busy("the same is handed in elsewhere") }
        for file in files {
            try writing.run(
                SubmissionStatements.insertFile, submission.id, file.position, file.name, file.mediaType, file.size, file.digest)
        }
        guard let kept = try self.submission(submission.id, in: writing) else {
            throw SQLError.corrupt("what was just handed in cannot be read")
        }
        return (kept, true)
    }

    /// Adds a mark. The mark that holds already, given again, changes nothing.
    /// - Returns: the mark that holds now, and whether it is new.
    package func mark(
        _ id: Identifier<Submission>, points: Double, of maximum: Double, comment: String?, levels: [String: String],
        by marker: Identifier<Person>, at now: Instant, in writing: any WriteTransaction
    ) throws -> (SubmissionMark, isNew: Bool) {
        let kept = try mark(of: id, in: writing)
        if let kept, kept.points == points, kept.comment == comment, kept.levels == levels { return (kept, false) }
        let mark = SubmissionMark(
            number: (kept?.number ?? 0) + 1, marker: marker, markedAt: now, points: points,
            score: Marking.score(points, of: maximum), comment: comment, levels: levels)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let json = String(decoding: try encoder.encode(levels), as: UTF8.self)
        let inserted = try writing.run(
            SubmissionStatements.insertMark, id, mark.number, marker, now, points, mark.score, comment, json)
        guard inserted > 0 else { throw SQLError.busy("marked elsewhere at this moment") }
        return (mark, true)
    }

    // MARK: Parts

    private func whole(_ submission: Submission, in reading: any ReadTransaction) throws -> SubmissionReading {
        SubmissionReading(
            submission: submission,
            files: try reading.rows(SubmissionStatements.files, submission.id) { row in
                SubmittedFile(
                    position: row.int(0), name: row.text(1), mediaType: row.text(2), size: row.int(3), digest: row.text(4))
            },
            mark: try mark(of: submission.id, in: reading))
    }

    private func mark(of id: Identifier<Submission>, in reading: any ReadTransaction) throws -> SubmissionMark? {
        try reading.first(SubmissionStatements.mark, id) { row in
            SubmissionMark(
                number: row.int(0), marker: row.id(1), markedAt: row.instant(2), points: row.real(3), score: row.int(4),
                comment: row.textOrNil(5),
                levels: (try? JSONDecoder().decode([String: String].self, from: Data(row.text(6).utf8))) ?? [:])
        }
    }
}

extension Submission {
    init(_ row: any Row) {
        self.init(
            id: row.id(0), person: row.id(1), activity: row.id(2), context: row.text(3), version: row.id(4),
            contentDigest: row.text(5), number: row.int(6), text: row.textOrNil(7), submittedAt: row.instant(8))
    }
}

package import Accounts
package import Assessment
import Authoring
package import CourseContent
package import Essentials
import Files
package import Foundation
import Progress
import SQL
package import Tutoring

/// Assignments: write, hand in, read, mark.
extension Campus {
    /// What a learner handed in for an assignment, and is writing.
    package struct AssignmentReading: Sendable {
        /// The first one first.
        package let submissions: [SubmissionReading]
        package let draft: SubmissionDraft?
    }

    /// One submission with everything that its page shows.
    package struct HandedIn: Sendable {
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let assignment: AssignmentContent
        package let reading: SubmissionReading
        package let learner: Person
        package let cohort: Cohort
        package let markerName: PersonName?
        /// Whether whoever looks may mark it.
        package let mayMark: Bool
        /// What whoever marks keeps to write again.
        package let sentences: [QuickSentence]
    }

    /// A file as it was sent.
    package struct SentFile: Sendable {
        package let name: String
        package let bytes: Data

        package init(name: String, bytes: Data) {
            self.name = name
            self.bytes = bytes
        }
    }

    package func assignment(at reading: ActivityReading) async throws -> AssignmentReading {
        guard let learner = reading.learner else { return AssignmentReading(submissions: [], draft: nil) }
        let context = learner.course.enrolment.id.text
        return try await database.read { transaction in
            AssignmentReading(
                submissions: try submissions.submissions(in: context, activity: reading.id, in: transaction),
                draft: try submissions.draft(in: context, activity: reading.id, in: transaction))
        }
    }

    /// Keeps the text that somebody writes.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` also while the activity is closed,
    ///   ``CampusError/invalid(_:)`` for a text that is too long.
    package func saveDraft(
        _ text: String, sequence: Int64?, of activityKey: String, of courseKey: String, by viewer: Viewer
    ) async throws -> SubmissionDraft {
        let now = clock.now
        guard text.unicodeScalars.count <= AssignmentContent.maximumText else {
            throw CampusError(SubmissionError.textTooLong(maximum: AssignmentContent.maximumText))
        }
        if let sequence, sequence < 1 {
            throw CampusError.invalid("sequence", AssessmentError.invalidSequence(question: "").phrase)
        }
        return try await database.write { writing in
            let place = try assignmentPlace(activityKey, of: courseKey, by: viewer, in: writing)
            return try submissions.saveDraft(
                text, sequence: sequence, in: place.enrolment.id.text, activity: place.id, at: now, in: writing)
        }
    }

    /// Hands in a text and files, and records what follows. The same id again changes nothing.
    ///
    /// The bytes are on disk before the transaction: a refusal leaves only files that nothing names.
    /// - Returns: what is kept, with the mark that it may have by now; the most points one can have; whether it is new.
    /// - throws: ``CampusError``
    package func handIn(
        _ id: Identifier<Submission>, text: String?, files sent: [SentFile], of activityKey: String, of courseKey: String,
        by viewer: Viewer
    ) async throws -> (SubmissionReading, maximumPoints: Double, isNew: Bool) {
        let now = clock.now
        let text = text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        let offered = sent.map { file in
            OfferedFile(
                name: file.name, size: file.bytes.count, isWhatItSays: SubmittedBytes.fit(file.name, Array(file.bytes.prefix(64)))
            )
        }
        if let again = try await database.read({ try handedInBefore(id, activityKey, of: courseKey, by: viewer, in: $0) }) {
            return again
        }
        // What is refused is refused before a byte is written.
        let place = try await database.read { try assignmentPlace(activityKey, of: courseKey, by: viewer, in: $0) }
        do throws(SubmissionError) { try place.assignment.check(text: text, files: offered) } catch { throw CampusError(error) }
        let kept = try sent.enumerated().map { index, file in
            SubmittedFile(
                position: index + 1, name: file.name, mediaType: SubmittedBytes.mediaType(file.name), size: file.bytes.count,
                digest: try files.store(file.bytes))
        }
        return try await withCurrentCourse {
            try await database.write { writing in
                let place = try assignmentPlace(activityKey, of: courseKey, by: viewer, in: writing)
                let submission = Submission(
                    id: id, person: viewer.person.id, activity: place.id, context: place.enrolment.id.text,
                    version: place.course.version.id, contentDigest: place.digest, number: 0, text: text, submittedAt: now)
                do {
                    try place.assignment.check(text: text, files: offered)
                    let (reading, isNew) = try submissions.handIn(
                        submission, files: kept, allowed: place.assignment.submissionsAllowed, in: writing)
                    if isNew {
                        let event = LearningEvent.submitted(submission: id.text, activity: place.id, at: now)
                        try record([event], for: place.enrolment.id, in: place.course, at: now, in: writing)
                        try requeue(place.enrolment, in: writing)
                        try followUp(place.enrolment.id, at: now, in: writing)
                    }
                    return (reading, place.assignment.points, isNew)
                } catch let error as SubmissionError {
                    throw CampusError(error)
                }
            }
        }
    }

    /// One submission, for whoever handed it in and for those who may mark it.
    /// - throws: ``CampusError/notFound(_:)`` for everybody else.
    package func submission(_ id: Identifier<Submission>, for viewer: Viewer) async throws -> HandedIn {
        try await database.read { try handedIn(id, for: viewer, in: $0) }
    }

    /// A file of a submission, for the same people.
    package func submittedFile(
        _ position: Int, of id: Identifier<Submission>, for viewer: Viewer
    ) async throws -> (file: SubmittedFile, location: URL) {
        let handed = try await submission(id, for: viewer)
        guard let file = handed.reading.files.first(where: { $0.position == position }),
            let location = files.location(of: file.digest), files.contains(file.digest)
        else { throw CampusError.notFound(.noSuchFile) }
        return (file, location)
    }

    /// Marks a submission, or corrects its mark, and records what follows.
    /// - Parameters:
    ///   - levels: the level given to each criterion of the rubric.
    ///   - points: where there is no rubric.
    /// - Returns: the mark, and the most one can have.
    /// - throws: ``CampusError``
    package func mark(
        _ id: Identifier<Submission>, levels: [String: String], points whole: Double?, comment: String?, by viewer: Viewer
    ) async throws -> (mark: SubmissionMark, maximum: Double) {
        let now = clock.now
        let comment = comment.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        if let comment, comment.unicodeScalars.count > AssignmentContent.maximumComment {
            throw CampusError(SubmissionError.commentTooLong(maximum: AssignmentContent.maximumComment))
        }
        return try await withCurrentCourse {
            try await database.write { writing in
                let handed = try handedIn(id, for: viewer, in: writing)
                guard handed.mayMark else { throw CampusError.notAllowed(.markersOnly) }
                let points: Double
                do throws(SubmissionError) {
                    points = try handed.assignment.points(levels: levels, whole: whole)
                } catch { throw CampusError(error) }
                let (mark, isNew) = try submissions.mark(
                    id, points: points, of: handed.assignment.points, comment: comment, levels: levels, by: viewer.person.id,
                    at: now, in: writing)
                let submission = handed.reading.submission
                if isNew, let rules = handed.course.rules[submission.activity], !rules.isPlanned {
                    let event = LearningEvent.marked(
                        submission: id.text, number: mark.number, activity: submission.activity, score: mark.score, at: now)
                    try record(
                        [event], for: Identifier(trusted: submission.context), in: handed.course, at: now, in: writing)
                    try followUp(Identifier(trusted: submission.context), at: now, in: writing)
                }
                try requeue(context: submission.context, in: writing)
                return (mark, handed.assignment.points)
            }
        }
    }

    /// The pieces of a learner's portfolio: the newest submission of each assignment that is one.
    package func portfolio(of viewer: Viewer) async throws -> [HandedIn] {
        try await database.read { reading in
            var pieces: [HandedIn] = []
            for standing in try progress.courses(of: viewer.person.id, in: reading) where standing.enrolment.status != .left {
                var newest: [Identifier<Activity>: SubmissionReading] = [:]
                for kept in try submissions.submissions(in: standing.enrolment.id.text, in: reading) {
                    newest[kept.submission.activity] = kept
                }
                for kept in newest.values {
                    let piece = try handedIn(kept.submission.id, for: viewer, in: reading)
                    if piece.assignment.isPortfolioPiece { pieces.append(piece) }
                }
            }
            return pieces.sorted { $0.reading.submission.submittedAt > $1.reading.submission.submittedAt }
        }
    }

    // MARK: Parts

    private struct AssignmentPlace {
        let course: LibraryCourse
        let id: Identifier<Activity>
        let digest: String
        let assignment: AssignmentContent
        let enrolment: Enrolment
    }

    /// What was handed in under an id already, whatever was sent with it now and whether or not the assignment is still open.
    private func handedInBefore(
        _ id: Identifier<Submission>, _ activityKey: String, of courseKey: String, by viewer: Viewer,
        in reading: any ReadTransaction
    ) throws -> (SubmissionReading, maximumPoints: Double, isNew: Bool)? {
        guard let kept = try submissions.submission(id, in: reading), kept.submission.person == viewer.person.id else {
            return nil
        }
        let (_, _, activity) = try find(activityKey, of: courseKey, in: reading)
        guard kept.submission.activity == activity else { return nil }
        let handed = try handedIn(id, for: viewer, in: reading)
        return (handed.reading, handed.assignment.points, false)
    }

    /// An assignment that a learner may work on now.
    private func assignmentPlace(
        _ activityKey: String, of courseKey: String, by viewer: Viewer, in reading: any ReadTransaction
    ) throws -> AssignmentPlace {
        let (course, activity, id) = try find(activityKey, of: courseKey, in: reading)
        guard let digest = activity.contentDigest else { throw CampusError.notFound(.activityIsComing) }
        guard case .assignment(let assignment) = try library.content(digest, in: reading) else {
            throw CampusError.notFound(.noSuchActivity)
        }
        let standing = try progress.course(course.version.course, of: viewer.person.id, in: reading)
        guard let standing, standing.enrolment.status != .left else {
            try requirePreview(course, viewer, in: reading)
            throw CampusError.notAllowed(.notEnrolled)
        }
        try requireOpen(activity.id, id, of: course, standing.enrolment, in: reading) { _ in false }
        return AssignmentPlace(course: course, id: id, digest: digest, assignment: assignment, enrolment: standing.enrolment)
    }

    private func handedIn(
        _ id: Identifier<Submission>, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> HandedIn {
        guard let kept = try submissions.submission(id, in: reading),
            let standing = try progress.course(of: Identifier(trusted: kept.submission.context), in: reading),
            let course = try library.course(standing.enrolment.course, in: reading),
            let cohort = try cohorts.cohort(standing.enrolment.cohort, in: reading),
            let learner = try people.person(kept.submission.person, in: reading)
        else { throw CampusError.notFound(.noSuchSubmission) }
        let mayMark = viewer.roles.mayMark(in: cohort.id) && learner.id != viewer.person.id
        guard mayMark || (learner.id == viewer.person.id && standing.enrolment.status != .left) else {
            throw CampusError.notFound(.noSuchSubmission)
        }
        let made = try courses.version(kept.submission.version, in: reading).map { LibraryCourse($0) }
        let activity = [course, made].compactMap(\.self).lazy.compactMap { course in
            course.rules[kept.submission.activity].flatMap { course.activity($0.key) }
        }.first
        guard let activity, case .assignment(let assignment) = try library.content(kept.submission.contentDigest, in: reading)
        else {
            throw CampusError.notFound(.noSuchSubmission)
        }
        return HandedIn(
            course: course, activity: activity, assignment: assignment, reading: kept, learner: learner, cohort: cohort,
            markerName: try kept.mark.flatMap { try people.person($0.marker, in: reading)?.name }, mayMark: mayMark,
            sentences: mayMark ? try waitingWork.sentences(of: viewer.person.id, in: reading) : [])
    }
}

extension CampusError {
    /// What Assessment refuses of submissions, as the use cases say it.
    init(_ error: SubmissionError) {
        switch error {
        case .unknownSubmission: self = .notFound(.noSuchSubmission)
        case .noneLeft, .otherSubmission: self = .conflict(error.phrase)
        default: self = .invalid(error.field, error.phrase)
        }
    }
}

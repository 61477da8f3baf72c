package import Accounts
import Assessment
package import CourseContent
package import Essentials
import Progress
import SQL
package import Tutoring

/// What waits for a mark over all the cohorts that somebody follows, and the sentences that help to mark.
extension Campus {
    /// A piece of work in the queue.
    package struct QueuedWork: Sendable {
        package let work: WaitingWork
        package let givenName: String
        package let familyName: String
        package let cohort: Cohort
        package let course: LibraryCourse
        package let activity: ActivityOutline
    }

    /// One page of the queue.
    package struct QueueReading: Sendable {
        package let items: [QueuedWork]
        /// How much waits in all.
        package let total: Int
        /// Where the next page begins; `nil` for the last.
        package let next: WaitingPosition?
    }

    private static let itemsAPage = 50

    /// What waits for a mark in the cohorts where this person marks, the oldest first.
    /// - Parameter isWhole: all of it rather than a page.
    package func markingQueue(
        after position: WaitingPosition = .start, isWhole: Bool = false, for viewer: Viewer
    ) async throws -> QueueReading {
        try await readClosing { reading, overdue in
            try overdue.lookEverywhere(in: reading)
            let (items, next) = try queue(
                after: position, limit: isWhole ? Int(Int32.max) : Self.itemsAPage, for: viewer, in: reading)
            var total = 0
            for cohort in viewer.roles.cohortsToReview {
                total += try waitingWork.count(in: cohort, except: viewer.person.id, in: reading)
            }
            return QueueReading(items: items, total: total, next: next)
        }
    }

    /// What waits after a place in the queue: the oldest of it, then what comes before the place; `nil` when nothing waits.
    package func nextToMark(after position: WaitingPosition, for viewer: Viewer) async throws -> QueuedWork? {
        try await database.read { reading in
            if let next = try queue(after: position, limit: 1, for: viewer, in: reading).items.first { return next }
            return try queue(after: .start, limit: 1, for: viewer, in: reading).items.first
        }
    }

    private func queue(
        after position: WaitingPosition, limit: Int, for viewer: Viewer, in reading: any ReadTransaction
    ) throws -> (items: [QueuedWork], next: WaitingPosition?) {
        var rows: [WaitingRow] = []
        var known: [Identifier<Cohort>: Cohort] = [:]
        for id in viewer.roles.cohortsToReview {
            known[id] = try cohorts.cohort(id, in: reading)
            // One's own work is somebody else's to mark: a few more are read for it.
            rows += try waitingWork.queue(of: id, after: position, limit: limit + 1, in: reading)
        }
        rows.sort { $0.work.position < $1.work.position }
        let page = rows.prefix(limit)
        let items = try page.compactMap { row -> QueuedWork? in
            guard row.work.person != viewer.person.id, let cohort = known[row.work.cohort],
                let (course, activity) = try place(of: row.work, in: reading)
            else { return nil }
            return QueuedWork(
                work: row.work, givenName: row.givenName, familyName: row.familyName, cohort: cohort, course: course,
                activity: activity)
        }
        let next = rows.count > limit ? page.last?.work.position : nil
        // A page of which nothing is to be shown is passed over.
        if items.isEmpty, let next { return try queue(after: next, limit: limit, for: viewer, in: reading) }
        return (items, next)
    }

    /// The course and the activity of a piece of work, as they are published now or as they were when it was handed in.
    private func place(
        of work: WaitingWork, in reading: any ReadTransaction
    ) throws -> (LibraryCourse, ActivityOutline)? {
        guard let standing = try progress.course(of: Identifier(trusted: work.context), in: reading),
            standing.enrolment.status != .left, let course = try library.course(standing.enrolment.course, in: reading)
        else { return nil }
        if let activity = course.rules[work.activity].flatMap({ course.activity($0.key) }) { return (course, activity) }
        guard work.kind == .submission,
            let kept = try submissions.submission(Identifier(trusted: work.work), in: reading),
            let version = try courses.version(kept.submission.version, in: reading).map({ LibraryCourse($0) }),
            let activity = version.rules[work.activity].flatMap({ version.activity($0.key) })
        else { return nil }
        return (course, activity)
    }

    // MARK: Keeping it up

    /// Makes what waits in an enrolment again from its attempts and submissions; nothing waits of somebody who left.
    func requeue(_ enrolment: Enrolment, in writing: any WriteTransaction) throws {
        let kept = try waitingWork.work(in: enrolment.id.text, in: writing)
        let waiting = try waiting(in: enrolment, in: writing)
        if kept != waiting { try waitingWork.replace(waiting, in: enrolment.id.text, in: writing) }
    }

    /// The same, by the id of the enrolment.
    func requeue(context: String, in writing: any WriteTransaction) throws {
        guard let standing = try progress.course(of: Identifier(trusted: context), in: writing) else { return }
        try requeue(standing.enrolment, in: writing)
    }

    /// What waits in an enrolment, by its facts, in the order of activities.
    func waiting(in enrolment: Enrolment, in reading: any ReadTransaction) throws -> [WaitingWork] {
        guard enrolment.status != .left else { return [] }
        let context = enrolment.id.text
        func work(_ kind: WaitingWork.Kind, _ id: String, _ activity: Identifier<Activity>, _ sentAt: Instant) -> WaitingWork {
            WaitingWork(
                kind: kind, work: id, context: context, activity: activity, person: enrolment.person, cohort: enrolment.cohort,
                sentAt: sentAt)
        }
        var found: [Identifier<Activity>: WaitingWork] = [:]
        // In order of number: the newest of an activity stands last.
        for kept in try submissions.submissions(in: context, in: reading) {
            let submission = kept.submission
            found[submission.activity] =
                kept.mark == nil
                ? work(.submission, submission.id.text, submission.activity, submission.submittedAt) : nil
        }
        for attempt in try attempts.waiting(in: context, in: reading) {
            guard let sentAt = attempt.sentAt else { continue }
            found[attempt.activity] = work(.attempt, attempt.id.text, attempt.activity, sentAt)
        }
        return found.values.sorted { $0.activity < $1.activity }
    }

    // MARK: Sentences

    /// The sentences that somebody keeps for comments.
    /// - throws: ``CampusError/notAllowed(_:)`` for somebody who marks nowhere.
    package func quickSentences(of viewer: Viewer) async throws -> [QuickSentence] {
        try requireMarker(viewer)
        return try await database.read { try waitingWork.sentences(of: viewer.person.id, in: $0) }
    }

    /// Keeps a sentence for comments.
    /// - throws: ``CampusError/invalid(_:)``, ``CampusError/notAllowed(_:)``.
    package func keepSentence(_ text: String, by viewer: Viewer) async throws -> QuickSentence {
        try requireMarker(viewer)
        let now = clock.now
        return try await withTutoring {
            try await database.write { try waitingWork.add(text, of: viewer.person.id, at: now, in: $0) }
        }
    }

    /// Forgets a sentence; one that is not there is forgotten already.
    package func forgetSentence(_ id: Identifier<QuickSentence>, by viewer: Viewer) async throws {
        try requireMarker(viewer)
        try await database.write { try waitingWork.remove(id, of: viewer.person.id, in: $0) }
    }

    private func requireMarker(_ viewer: Viewer) throws {
        guard viewer.followsLearners else { throw CampusError.notAllowed(.staffOnly) }
    }

    func withTutoring<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as TutoringError {
            throw CampusError.invalid(error.field, error.phrase)
        }
    }
}

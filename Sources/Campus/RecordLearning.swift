import Accounts
import CourseContent
package import Essentials
package import Progress
import SQL

/// Something happened: one call, one transaction.
extension Campus {
    /// An event as a client sends it.
    package struct SentEvent: Sendable {
        package let id: Identifier<LearningEvent>
        package let kind: EventKind
        package let occurredAt: Instant
        package let seconds: Int?
        /// What was played, for events that say so.
        package let played: PlayedSpan?

        package init(
            id: Identifier<LearningEvent>, kind: EventKind, occurredAt: Instant, seconds: Int? = nil, played: PlayedSpan? = nil
        ) {
            self.id = id
            self.kind = kind
            self.occurredAt = occurredAt
            self.seconds = seconds
            self.played = played
        }
    }

    /// Keeps the events of one activity. Events that were kept already change nothing.
    /// - throws: ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for somebody who does not follow the course,
    ///   ``CampusError/invalid(_:)``, ``CampusError/conflict(_:)`` when an id was kept with other content.
    package func record(
        _ events: [SentEvent], in activityKey: String, of courseKey: String, by viewer: Viewer
    ) async throws -> RecordOutcome {
        let now = clock.now
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                let (course, _, id, learner) = try take(activityKey, of: courseKey, by: viewer, in: writing)
                let events = events.map { event in
                    LearningEvent(
                        id: event.id, activity: id, kind: event.kind, occurredAt: event.occurredAt, seconds: event.seconds,
                        detail: event.played?.text)
                }
                let outcome = try record(events, for: learner, in: course, at: now, in: writing)
                try followUpIfNeeded(learner, outcome, at: now, in: writing)
                return outcome
            }
        }
    }

    /// The learner says that the recordings of a lesson were listened to elsewhere, or read. It is kept as said, not as played, and only
    /// when there was time for it since the lesson was first opened, by the server's clock.
    /// - throws: as ``record(_:in:of:by:)``; ``CampusError/conflict(_:)`` when it is too early, ``CampusError/invalid(_:_:)`` for an
    ///   activity that is not completed by playing.
    package func declarePlayed(
        _ activityKey: String, of courseKey: String, by viewer: Viewer
    ) async throws -> RecordOutcome {
        let now = clock.now
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                let (course, activity, id, learner) = try take(activityKey, of: courseKey, by: viewer, in: writing)
                guard let wait = activity.completion.declarableAfter(activity.media ?? []) else {
                    throw CampusError.invalid("kind", .nothingToPlay)
                }
                let state = try progress.activityState(of: id, enrolment: learner.enrolment.id, in: writing)
                let elapsed = state.map { now.milliseconds - $0.firstOpenedAt.milliseconds } ?? 0
                guard elapsed >= wait else { throw CampusError.conflict(.tooEarlyToDeclare(milliseconds: wait - Int(elapsed))) }
                let event = LearningEvent(id: .new(at: now), activity: id, kind: .declaredPlayed, occurredAt: now)
                return try record([event], for: learner, from: .server, in: course, at: now, in: writing)
            }
        }
    }

    /// Keeps what the server itself knows of a learner in an activity: an attendance, a contribution, cards that were reviewed.
    /// - Parameters:
    ///   - kind: one that no client can send.
    ///   - score: of reviewed cards, their share in percent.
    /// - throws: as ``record(_:in:of:by:)``.
    func recordFound(
        _ kind: EventKind, id: Identifier<LearningEvent>, score: Int? = nil, in activityKey: String, of courseKey: String,
        by viewer: Viewer
    ) async throws -> RecordOutcome {
        let now = clock.now
        return try await withCurrentCourse {
            try await database.write(.takenRows) { writing in
                let (course, _, activity, learner) = try take(activityKey, of: courseKey, by: viewer, in: writing)
                let event = LearningEvent(id: id, activity: activity, kind: kind, occurredAt: now, score: score)
                return try record([event], for: learner, from: .server, in: course, at: now, in: writing)
            }
        }
    }

    /// A written activity that is open, and the learner's course in it, whose row is this transaction's from now on.
    func take(
        _ activityKey: String, of courseKey: String, by viewer: Viewer, in writing: any WriteTransaction
    ) throws -> (LibraryCourse, ActivityOutline, Identifier<Activity>, LearnerCourse) {
        let (course, activity, id) = try find(activityKey, of: courseKey, in: writing)
        guard !activity.isPlanned else { throw CampusError.notFound(.activityIsComing) }
        let learner = try progress.takeCourse(course.version.course, of: viewer.person.id, in: writing)
        guard let learner, learner.enrolment.status != .left else {
            try requirePreview(course, viewer, in: writing)
            throw CampusError.notAllowed(.notEnrolled)
        }
        try requireOpen(activity.id, id, of: course, learner.enrolment, in: writing)
        return (course, activity, id, learner)
    }

    /// Runs `body`; when a course was published meanwhile by another process, reads the library again and runs it once more.
    func withCurrentCourse<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch ProgressError.versionChanged {
            library.dropPointers()
        } catch let error as ProgressError {
            throw CampusError(error)
        }
        do {
            return try await body()
        } catch let error as ProgressError {
            throw CampusError(error)
        }
    }
}

extension CampusError {
    /// What Progress refuses, as the use cases say it.
    init(_ error: ProgressError) {
        switch error {
        case .eventConflict: self = .conflict(error.phrase)
        case .unknownEnrolment, .unknownActivity, .plannedActivity: self = .notFound(error.phrase)
        case .versionChanged: self = .busy
        case .tooManyEvents: self = .invalid("events", error.phrase)
        case .invalidEvent(let id, let problem): self = .invalid("events.\(id).\(problem.rawValue)", error.phrase)
        }
    }
}

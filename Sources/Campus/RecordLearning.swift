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

        package init(id: Identifier<LearningEvent>, kind: EventKind, occurredAt: Instant, seconds: Int? = nil) {
            self.id = id
            self.kind = kind
            self.occurredAt = occurredAt
            self.seconds = seconds
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
                let (course, activity, id) = try find(activityKey, of: courseKey, in: writing)
                guard !activity.isPlanned else { throw CampusError.notFound(.activityIsComing) }
                let learner = try progress.takeCourse(course.version.course, of: viewer.person.id, in: writing)
                guard let learner, learner.enrolment.status != .left else {
                    try requirePreview(course, viewer, in: writing)
                    throw CampusError.notAllowed(.notEnrolled)
                }
                let events = events.map { event in
                    LearningEvent(
                        id: event.id, activity: id, kind: event.kind, occurredAt: event.occurredAt, seconds: event.seconds)
                }
                return try recorder.record(events, for: learner, rules: course.rules, at: now, in: writing)
            }
        }
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

import Accounts
package import Assessment
package import CourseContent
package import Essentials
import Progress
import SQL

/// Playing a scenario: begin, choose, end.
extension Campus {
    /// An attempt at a scenario with everything its pages show.
    package struct RunReading: Sendable {
        package let course: LibraryCourse
        package let activity: ActivityOutline
        package let run: ScenarioStore.Run
        /// What was missed in a story that ended, to be taken among one's own cards.
        package var missed: [OfferedWord] = []
    }

    /// Begins a story, or goes on with the one that is open.
    /// - throws: ``CampusError/notFound(_:)`` for what is no scenario, ``CampusError/notAllowed(_:)`` for somebody who does not follow the
    ///   course.
    package func startRun(
        at activityKey: String, of courseKey: String, by viewer: Viewer
    ) async throws -> (attempt: Attempt, isNew: Bool) {
        let now = clock.now
        return try await withCurrentCourse {
            try await database.write { writing in
                let (course, activity, id) = try find(activityKey, of: courseKey, in: writing)
                let standing = try progress.takeCourse(course.version.course, of: viewer.person.id, in: writing)
                guard let standing, standing.enrolment.status != .left else {
                    try requirePreview(course, viewer, in: writing)
                    throw CampusError.notAllowed(.notEnrolled)
                }
                guard let digest = activity.contentDigest else { throw CampusError.notFound(.activityIsComing) }
                _ = try scenario(digest, in: writing)
                // A story that was begun goes on.
                try requireOpen(activity.id, id, of: course, standing.enrolment, in: writing) { context in
                    try attempts.standing(in: context, activity: id, allowed: nil, in: writing).open != nil
                }
                let started = try scenarios.start(
                    id, by: viewer.person.id, context: standing.enrolment.id.text, version: course.version.id, digest: digest,
                    at: now, in: writing)
                if started.isNew {
                    let event = LearningEvent(id: .new(at: now), activity: id, kind: .opened, occurredAt: now)
                    _ = try record([event], for: standing, from: .server, in: course, at: now, in: writing)
                }
                return started
            }
        }
    }

    /// A story of this very person; anybody else's is not found.
    package func run(_ id: Identifier<Attempt>, for viewer: Viewer) async throws -> RunReading {
        try await database.read { reading in
            let (attempt, course, activity) = try own(id, viewer, in: reading)
            let run = try scenarios.run(attempt, content: { try scenario($0, in: reading) }, in: reading)
            let missed = try missed(run, in: activity, of: course, in: reading)
            return RunReading(
                course: course, activity: activity, run: run,
                missed: try offered(missed, in: course.version.course, to: viewer.person.id, in: reading))
        }
    }

    /// What taking a choice did.
    package struct TakenStep: Sendable {
        package let reading: RunReading
        /// Why the step was not taken, and nothing changed; `nil` when it was, or was kept already.
        package let refusal: ScenarioRefusal?
    }

    /// Takes a choice. The same step sent twice is taken once; with an ending, the attempt is marked and what follows from it recorded.
    ///
    /// - Parameter number: which step it is, from 1, as the page said it.
    package func take(
        _ step: ScenarioPlay.Step, number: Int, in id: Identifier<Attempt>, by viewer: Viewer
    ) async throws -> TakenStep {
        let now = clock.now
        do {
            return try await withCurrentCourse {
                try await database.write { writing in
                    let (attempt, course, activity) = try own(id, viewer, in: writing)
                    let taken = try scenarios.take(
                        step, number: number, in: id, content: { try scenario($0, in: writing) }, at: now, in: writing)
                    if taken.isNew, let result = taken.run.attempt.result, let rules = course.rules[attempt.activity],
                        !rules.isPlanned
                    {
                        let event = LearningEvent.attemptSubmitted(
                            attempt: id.text, activity: attempt.activity, score: result.score, at: now)
                        try record([event], for: Identifier(trusted: attempt.context), in: course, at: now, in: writing)
                    }
                    return TakenStep(reading: RunReading(course: course, activity: activity, run: taken.run), refusal: nil)
                }
            }
        } catch AssessmentError.stepRefused(let refusal) {
            return TakenStep(reading: try await run(id, for: viewer), refusal: refusal)
        } catch let error as AssessmentError {
            throw CampusError(error)
        }
    }

    func scenario(_ digest: String, in reading: any ReadTransaction) throws -> ScenarioContent {
        guard case .scenario(let content) = try library.content(digest, in: reading) else {
            throw CampusError.notFound(.noSuchActivity)
        }
        return content
    }
}

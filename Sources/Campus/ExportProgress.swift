import Accounts
import CourseContent
package import Essentials
package import Progress
import SQL

/// The events of a cohort, one by one: `rebond progress export`.
extension Campus {
    /// An event with whose it is, as it is exported.
    package struct ExportedEvent: Encodable, Sendable {
        package let cohort: String
        package let course: String
        package let person: String
        package let enrolment: String
        package let sequence: Int
        package let id: String
        /// The author's id; the activity's identity when it left the course. `nil` for what concerns the whole course.
        package let activity: String?
        package let kind: EventKind
        /// What the sender's clock said.
        package let occurredAt: Instant
        /// The server's clock.
        package let receivedAt: Instant
        package let seconds: Int?
        package let score: Int?
        package let detail: String?
    }

    /// Gives every event of a cohort's learners to `body`, learner by learner in the order of names and event by event as the server took
    /// them. Pages of a few hundred are in memory at a time, each read in a transaction of its own.
    /// - Returns: how many there were.
    /// - throws: ``CampusError/notFound(_:)``, and what `body` throws.
    package func exportEvents(
        of cohortKey: String, to body: (ExportedEvent) throws -> Void
    ) async throws -> Int {
        let cohort = try await database.read { try knownCohort(cohortKey, in: $0) }
        var count = 0
        var position: CohortPosition?
        repeat {
            let after = position
            let page = try await database.read { try progress.learners(of: cohort.id, after: after, limit: 100, in: $0) }
            for learner in page { count += try await export(learner.course.enrolment, of: cohort, to: body) }
            position = page.last?.position
        } while position != nil
        return count
    }

    private func export(
        _ enrolment: Enrolment, of cohort: Cohort, to body: (ExportedEvent) throws -> Void
    ) async throws -> Int {
        var (count, last) = (0, 0)
        while true {
            let after = last
            let (course, page) = try await database.read { reading in
                (
                    try library.course(enrolment.course, in: reading),
                    try progress.events(of: enrolment.id, after: after, limit: 500, in: reading)
                )
            }
            for recorded in page {
                let event = recorded.event
                try body(
                    ExportedEvent(
                        cohort: cohort.key, course: course?.outline.key ?? enrolment.course.text, person: enrolment.person.text,
                        enrolment: enrolment.id.text, sequence: recorded.sequence, id: event.id.text,
                        activity: event.activity.map { course?.rules[$0]?.key ?? $0.text }, kind: event.kind,
                        occurredAt: event.occurredAt, receivedAt: recorded.receivedAt, seconds: event.seconds,
                        score: event.score, detail: event.detail))
                last = recorded.sequence
            }
            count += page.count
            if page.count < 500 { return count }
        }
    }
}

import Accounts
package import Essentials
import SQL

/// A learner in a course: the enrolment and its figures.
package struct LearnerCourse: Sendable, Hashable {
    package let enrolment: Enrolment
    package let state: CourseState
}

/// A learner in one activity of a course.
package struct LearnerActivity: Sendable, Hashable {
    package let course: LearnerCourse
    /// `nil` when nothing happened in the activity yet.
    package let state: ActivityState?
    /// What the plan hangs on.
    package let days: CohortDays

    package init(course: LearnerCourse, state: ActivityState?, days: CohortDays = .none) {
        self.course = course
        self.state = state
        self.days = days
    }
}

/// What the plan of a learner hangs on besides the course and the enrolment.
package struct CohortDays: Sendable, Hashable {
    /// First and last day of the cohort.
    package let startsOn: CalendarDay?
    package let endsOn: CalendarDay?
    /// Whether anything was decided about the pace of this learner (``PaceStore``).
    package let hasDecisions: Bool

    package static let none = CohortDays(startsOn: nil, endsOn: nil, hasDecisions: false)

    package init(startsOn: CalendarDay?, endsOn: CalendarDay?, hasDecisions: Bool) {
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.hasDecisions = hasDecisions
    }
}

extension CohortDays {
    /// Reads its three columns.
    init(_ row: any Row, from first: Int) {
        self.init(
            startsOn: row.textOrNil(first).map { CalendarDay(trusted: $0) },
            endsOn: row.textOrNil(first + 1).map { CalendarDay(trusted: $0) }, hasDecisions: row.int(first + 2) != 0)
    }
}

/// One row of the tutor's table.
package struct CohortLearner: Sendable, Hashable {
    package let course: LearnerCourse
    package let givenName: String
    package let familyName: String
    /// Where this row stands in the order of names, to ask for the next page.
    package let position: CohortPosition
}

/// A place in the tutor's table.
package struct CohortPosition: Sendable, Hashable, Codable {
    /// Those who left come after all the others.
    package let hasLeft: Bool
    package let sortKey: String
    package let enrolment: Identifier<Enrolment>

    package init(hasLeft: Bool, sortKey: String, enrolment: Identifier<Enrolment>) {
        self.hasLeft = hasLeft
        self.sortKey = sortKey
        self.enrolment = enrolment
    }
}

extension LearnerCourse {
    init(_ row: any Row) throws {
        self.init(enrolment: try Enrolment(row), state: CourseState(row, from: 8))
    }
}

extension CohortLearner {
    init(_ row: any Row) throws {
        let course = try LearnerCourse(row)
        self.init(
            course: course, givenName: row.text(21), familyName: row.text(22),
            position: CohortPosition(
                hasLeft: course.enrolment.status == .left, sortKey: row.text(23), enrolment: course.enrolment.id))
    }
}

extension CourseState {
    /// Reads the thirteen columns of a course state.
    init(_ row: any Row, from first: Int) {
        self.init(
            enrolment: row.id(first), version: row.id(first + 1), doneWeight: row.int(first + 2),
            totalWeight: row.int(first + 3), activitiesDone: row.int(first + 5), activitiesTotal: row.int(first + 6),
            seconds: row.int(first + 7), lastActivity: row.idOrNil(first + 8), lastActivityAt: row.instantOrNil(first + 9),
            lastEventAt: row.instantOrNil(first + 10), eventCount: row.int(first + 11),
            completedAt: row.instantOrNil(first + 12))
        percent = row.int(first + 4)
    }
}

extension ActivityState {
    /// Reads the twenty-one columns of an activity state.
    init(_ row: any Row, from first: Int) {
        self.init(
            enrolment: row.id(first), activity: row.id(first + 1), firstOpenedAt: row.instant(first + 2),
            lastEventAt: row.instant(first + 3), seconds: row.int(first + 4), reachedEndAt: row.instantOrNil(first + 5),
            bestScore: row.intOrNil(first + 6), attempts: row.int(first + 7),
            played: row.textOrNil(first + 10).flatMap(PlayedMedia.init),
            declaredAt: row.instantOrNil(first + 11), attendedAt: row.instantOrNil(first + 12),
            contributions: row.int(first + 13), reviewedShare: row.intOrNil(first + 14),
            submittedAt: row.instantOrNil(first + 15), completedAt: row.instantOrNil(first + 8),
            completedBy: row.idOrNil(first + 9), connected: row.textOrNil(first + 16).flatMap { ConnectedTime($0) },
            scores: row.textOrNil(first + 17).flatMap { AttemptScores($0) }, validatedSeconds: row.intOrNil(first + 18),
            ruling: row.textOrNil(first + 19).flatMap(KeptRuling.init), reportedAt: row.instantOrNil(first + 20))
    }
}

extension RecordedEvent {
    /// Reads the nine columns of an event.
    init(_ row: any Row) throws {
        let event = LearningEvent(
            id: row.id(0), activity: row.idOrNil(1), kind: try row.value(2), occurredAt: row.instant(3),
            seconds: row.intOrNil(4), score: row.intOrNil(5), detail: row.textOrNil(6))
        self.init(event: event, receivedAt: row.instant(7), sequence: row.int(8))
    }
}

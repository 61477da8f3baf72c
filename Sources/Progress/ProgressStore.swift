package import Accounts
package import CourseContent
package import Essentials
package import SQL

/// Where learners are, as pages read it. Stateless: every function works inside the caller's transaction.
package struct ProgressStore: Sendable {
    package init() {}

    // MARK: One learner

    /// Since when the parts of a course that have rules of their own are complete. One range of the primary key.
    package func parts(of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction) throws -> [CoursePart: Instant] {
        var parts: [CoursePart: Instant] = [:]
        try reading.forEach(ProgressStatements.parts, [enrolment.sqlValue]) { row in
            if let part = CoursePart(row.text(0)) { parts[part] = row.instant(1) }
        }
        return parts
    }

    /// Everything that a person follows, open ones first, then the newest. Home and my courses; one statement.
    package func courses(
        of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> [LearnerCourse] {
        try reading.rows(EnrolmentStatements.coursesOfPerson, person) { try LearnerCourse($0) }
    }

    /// A person in a course; when there are several enrolments, the open one, then the newest. `nil` when not enrolled.
    package func course(
        _ course: Identifier<Course>, of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> LearnerCourse? {
        try reading.rows(EnrolmentStatements.courseOfPerson, person, course) { try LearnerCourse($0) }
            .min { $0.enrolment.comesBefore($1.enrolment) }
    }

    /// The same with what the learner's plan hangs on: the outline. One statement.
    package func plannedCourse(
        _ course: Identifier<Course>, of person: Identifier<Person>, in reading: any ReadTransaction
    ) throws -> (course: LearnerCourse, days: CohortDays)? {
        try reading.rows(EnrolmentStatements.plannedCourseOfPerson, person, course) { row in
            (course: try LearnerCourse(row), days: CohortDays(row, from: 21))
        }.min { $0.course.enrolment.comesBefore($1.course.enrolment) }
    }

    /// The same for a write that records in the course: its row is this transaction's until it ends.
    package func takeCourse(
        _ course: Identifier<Course>, of person: Identifier<Person>, in writing: any WriteTransaction
    ) throws -> LearnerCourse? {
        try writing.rows(EnrolmentStatements.takeCourseOfPerson, person, course) { try LearnerCourse($0) }
            .min { $0.enrolment.comesBefore($1.enrolment) }
    }

    /// An enrolment with the state of its course.
    package func course(
        of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> LearnerCourse? {
        try reading.first(EnrolmentStatements.courseOfEnrolment, enrolment) { try LearnerCourse($0) }
    }

    /// A person in one activity of a course: enrolment, course and activity in one statement. `nil` when not enrolled.
    package func activity(
        _ activity: Identifier<Activity>, of course: Identifier<Course>, for person: Identifier<Person>,
        in reading: any ReadTransaction
    ) throws -> LearnerActivity? {
        try reading.rows(EnrolmentStatements.activityOfPerson, person, course, activity) { row in
            LearnerActivity(
                course: try LearnerCourse(row), state: row.isNull(21) ? nil : ActivityState(row, from: 21),
                days: CohortDays(row, from: 42))
        }.min { $0.course.enrolment.comesBefore($1.course.enrolment) }
    }

    /// Where a learner is in the activities of a course, by activity: the outline. One range of the primary key.
    package func activityStandings(
        of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> [Identifier<Activity>: ActivityStanding] {
        var standings: [Identifier<Activity>: ActivityStanding] = [:]
        try reading.forEach(ProgressStatements.activityStandings, [enrolment.sqlValue]) { row in
            let ruling = row.textOrNil(3).flatMap(KeptRuling.init)
            standings[row.id(0)] = ActivityStanding(
                completedAt: row.instantOrNil(1), bestScore: ruling?.score ?? row.intOrNil(2),
                isRuledDone: ruling?.ruling.isDone ?? false)
        }
        return standings
    }

    /// Every activity state of one enrolment, by activity: the page of a learner. One range of the primary key.
    package func activityStates(
        of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> [Identifier<Activity>: ActivityState] {
        var states: [Identifier<Activity>: ActivityState] = [:]
        try reading.forEach(ProgressStatements.activityStates, [enrolment.sqlValue]) { row in
            let state = ActivityState(row, from: 0)
            states[state.activity] = state
        }
        return states
    }

    /// The state of one activity; `nil` when nothing happened in it yet.
    package func activityState(
        of activity: Identifier<Activity>, enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> ActivityState? {
        try reading.first(ProgressStatements.activityState, enrolment, activity) { ActivityState($0, from: 0) }
    }

    /// The events of an enrolment in the order in which the server took them, at most `limit` after sequence `after`.
    package func events(
        of enrolment: Identifier<Enrolment>, after sequence: Int = 0, limit: Int = 500, in reading: any ReadTransaction
    ) throws -> [RecordedEvent] {
        try reading.rows(ProgressStatements.events, enrolment, sequence, limit) { try RecordedEvent($0) }
    }

    /// How long a learner was there, in seconds, on each day from one through another; nothing for a day without any.
    package func connectedSeconds(
        of enrolment: Identifier<Enrolment>, from first: CalendarDay, through last: CalendarDay, in reading: any ReadTransaction
    ) throws -> [CalendarDay: Int] {
        var days: [CalendarDay: Int] = [:]
        try reading.forEach(ProgressStatements.secondsByDay, [enrolment.sqlValue, first.text.sqlValue, last.text.sqlValue]) {
            days[CalendarDay(trusted: $0.text(0))] = $0.int(1)
        }
        return days
    }

    // MARK: A cohort

    /// How long each learner of a cohort was there, in seconds by day, from one day through another. One statement.
    package func connectedSeconds(
        in cohort: Identifier<Cohort>, from first: CalendarDay, through last: CalendarDay, in reading: any ReadTransaction
    ) throws -> [Identifier<Enrolment>: [CalendarDay: Int]] {
        var learners: [Identifier<Enrolment>: [CalendarDay: Int]] = [:]
        try reading.forEach(ProgressStatements.secondsOfCohort, [cohort.sqlValue, first.text.sqlValue, last.text.sqlValue]) {
            learners[$0.id(0), default: [:]][CalendarDay(trusted: $0.text(2))] = $0.int(3)
        }
        return learners
    }

    /// The tutor's table: enrolments of a cohort with names and figures, in the order of names, those who left last, one
    /// statement a page.
    ///
    /// - Parameters:
    ///   - course: one course only; `nil` for all of the cohort's.
    ///   - position: ``CohortLearner/position`` of the last row of the page before; `nil` for the first page.
    ///   - limit: rows a page.
    package func learners(
        of cohort: Identifier<Cohort>, course: Identifier<Course>? = nil, after position: CohortPosition? = nil,
        limit: Int, in reading: any ReadTransaction
    ) throws -> [CohortLearner] {
        let left = position?.hasLeft == true ? 1 : 0
        let name = position?.sortKey ?? ""
        let id = position?.enrolment.text ?? ""
        if let course {
            return try reading.rows(
                EnrolmentStatements.learnersOfCohortCourse, cohort, course, left, name, id, limit
            ) { try CohortLearner($0) }
        }
        return try reading.rows(EnrolmentStatements.learnersOfCohort, cohort, left, name, id, limit) { try CohortLearner($0) }
    }

    /// Whether anybody's figures are made by a version.
    package func isWeighed(by version: Identifier<CourseVersion>, in reading: any ReadTransaction) throws -> Bool {
        try reading.first(ProgressStatements.isWeighed, version) { _ in true } ?? false
    }

    // MARK: Writing states (recorder, reweigh and rebuild only)

    func save(_ state: CourseState, in writing: any WriteTransaction) throws {
        try writing.run(
            ProgressStatements.saveCourseState, state.enrolment, state.version, state.doneWeight, state.totalWeight,
            state.percent, state.activitiesDone, state.activitiesTotal, state.seconds, state.lastActivity,
            state.lastActivityAt, state.lastEventAt, state.eventCount, state.completedAt)
    }

    func save(_ state: ActivityState, in writing: any WriteTransaction) throws {
        try writing.run(
            ProgressStatements.saveActivityState, state.enrolment, state.activity, state.status.rawValue,
            state.firstOpenedAt, state.lastEventAt, state.seconds, state.reachedEndAt, state.bestScore, state.attempts,
            state.completedAt, state.completedBy, state.played?.text, state.declaredAt, state.attendedAt,
            state.contributions, state.reviewedShare, state.submittedAt, state.connected?.text, state.scores?.text,
            state.validatedSeconds, state.ruling?.text, state.reportedAt)
    }

    /// When a learner was there on a day, as far as it is known.
    func connected(on day: CalendarDay, of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction) throws
        -> ConnectedTime
    {
        try reading.first(ProgressStatements.connectedDay, enrolment, day.text) { ConnectedTime($0.text(0)) }?.flatMap(\.self)
            ?? ConnectedTime()
    }

    /// When a learner was there, day by day.
    func connectedDays(
        of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> [CalendarDay: ConnectedTime] {
        var days: [CalendarDay: ConnectedTime] = [:]
        try reading.forEach(ProgressStatements.connectedDays, [enrolment.sqlValue]) {
            days[CalendarDay(trusted: $0.text(0))] = ConnectedTime($0.text(1)) ?? ConnectedTime()
        }
        return days
    }

    func save(
        _ time: ConnectedTime, on day: CalendarDay, of enrolment: Identifier<Enrolment>, in writing: any WriteTransaction
    ) throws {
        try writing.run(ProgressStatements.saveConnectedDay, enrolment, day.text, time.seconds, time.text)
    }

    func save(
        _ part: CoursePart, completedAt: Instant, of enrolment: Identifier<Enrolment>, in writing: any WriteTransaction
    ) throws {
        try writing.run(ProgressStatements.insertPart, enrolment, part.text, completedAt)
    }

    /// How long what was completed in a cohort since an instant took, and how often it was sent.
    package func completed(
        in cohort: Identifier<Cohort>, since instant: Instant, in reading: any ReadTransaction
    ) throws -> [CompletedWork] {
        try reading.rows(ProgressStatements.completedInCohort, cohort, instant) {
            CompletedWork(person: $0.id(0), activity: $0.id(1), seconds: $0.int(2), attempts: $0.int(3))
        }
    }

    /// - Returns: `false` when an event with this id is kept already.
    func append(
        _ recorded: RecordedEvent, to enrolment: Identifier<Enrolment>, in writing: any WriteTransaction
    ) throws -> Bool {
        let event = recorded.event
        let inserted = try writing.run(
            ProgressStatements.insertEvent, enrolment, recorded.sequence, event.id, event.activity, event.kind.rawValue,
            event.occurredAt, recorded.receivedAt, event.seconds, event.score, event.detail)
        return inserted > 0
    }

    func event(
        _ id: Identifier<LearningEvent>, of enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> RecordedEvent? {
        try reading.first(ProgressStatements.event, enrolment, id) { try RecordedEvent($0) }
    }
}

/// Something that somebody completed: the time it took, and how often it was sent.
package struct CompletedWork: Sendable, Hashable {
    package let person: Identifier<Person>
    package let activity: Identifier<Activity>
    package let seconds: Int
    package let attempts: Int
}

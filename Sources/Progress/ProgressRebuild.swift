package import CourseContent
package import Essentials
package import SQL

/// Makes the states again from the events, and compares: `rebond verify`.
///
/// One enrolment at a time and its events in pages, so that memory does not grow with what is kept.
package struct ProgressRebuild: Sendable {
    private let store = ProgressStore()

    package init() {}

    /// Compares one page of the enrolments of a course with what their events say.
    ///
    /// - Parameters:
    ///   - rules: those of the published version of the course.
    ///   - after: ``VerifiedPage/next`` of the page before; `nil` for the first.
    ///   - limit: enrolments a page.
    package func verify(
        _ rules: CourseRules, after: Identifier<Enrolment>? = nil, limit: Int = 200, in reading: any ReadTransaction
    ) throws -> VerifiedPage {
        let page = try enrolments(of: rules.course, after: after, limit: limit, in: reading)
        var differences: [ProgressDifference] = []
        for (id, status) in page {
            let recomputed = try recompute(id, rules: rules, in: reading)
            let kept = try kept(id, in: reading)
            differences += ProgressComparison(rules: rules, isOpen: status.isOpen).differences(kept, recomputed)
        }
        return VerifiedPage(
            checked: page.count, differences: differences, next: page.count < limit ? nil : page.last?.id)
    }

    /// Replaces the states of an enrolment by what its events say, and completes what its rules find done.
    ///
    /// Call it for the enrolments in which ``verify(_:after:limit:in:)`` found a difference. Events that are missing cannot be made again.
    /// - Returns: the differences that there were.
    /// - throws: ``ProgressError/unknownEnrolment(_:)``.
    @discardableResult
    package func repair(
        _ enrolment: Identifier<Enrolment>, rules: CourseRules, at now: Instant, in writing: any WriteTransaction
    ) throws -> [ProgressDifference] {
        guard let found = try EnrolmentStore().enrolment(enrolment, in: writing) else {
            throw ProgressError.unknownEnrolment(enrolment)
        }
        let kept = try kept(enrolment, in: writing)
        let recomputed = try recompute(enrolment, rules: rules, in: writing)
        let differences = ProgressComparison(rules: rules, isOpen: found.status.isOpen).differences(kept, recomputed)
        guard !differences.isEmpty else { return [] }
        for state in kept.activities.values where recomputed.activities[state.activity] == nil {
            try writing.run(ProgressStatements.deleteActivityState, enrolment, state.activity)
        }
        for state in recomputed.activities.values { try store.save(state, in: writing) }
        for day in kept.days.keys where recomputed.days[day] == nil {
            try writing.run(ProgressStatements.deleteConnectedDay, enrolment, day.text)
        }
        for (day, time) in recomputed.days { try store.save(time, on: day, of: enrolment, in: writing) }
        for part in kept.parts.keys where recomputed.parts[part] == nil {
            try writing.run(ProgressStatements.deletePart, enrolment, part.text)
        }
        for (part, date) in recomputed.parts { try store.save(part, completedAt: date, of: enrolment, in: writing) }
        if let course = recomputed.course { try store.save(course, in: writing) }
        var recording = try Recording(enrolment: enrolment, rules: rules, now: now, in: writing)
        try recording.reweigh(recomputed.activities, isOpen: found.status.isOpen)
        _ = try recording.finish()
        return differences
    }

    /// What the events of an enrolment say, in their order.
    package func recompute(
        _ enrolment: Identifier<Enrolment>, rules: CourseRules, in reading: any ReadTransaction
    ) throws -> LearnerStates {
        var fold = EventFold(enrolment: enrolment, rules: rules)
        var last = 0
        while true {
            let page = try store.events(of: enrolment, after: last, limit: 500, in: reading)
            for recorded in page { fold.apply(recorded) }
            guard let end = page.last else { return fold.states }
            last = end.sequence
        }
    }

    /// What is kept of an enrolment.
    package func kept(
        _ enrolment: Identifier<Enrolment>, in reading: any ReadTransaction
    ) throws -> LearnerStates {
        let course = try reading.first(ProgressStatements.courseState, enrolment) { CourseState($0, from: 0) }
        return LearnerStates(
            enrolment: enrolment, course: course, activities: try store.activityStates(of: enrolment, in: reading),
            days: try store.connectedDays(of: enrolment, in: reading), parts: try store.parts(of: enrolment, in: reading),
            missingEvents: 0)
    }

    private func enrolments(
        of course: Identifier<Course>, after: Identifier<Enrolment>?, limit: Int, in reading: any ReadTransaction
    ) throws -> [(id: Identifier<Enrolment>, status: EnrolmentStatus)] {
        try reading.rows(ProgressStatements.enrolmentsOfCourse, course, after?.text ?? "", limit) { row in
            (row.id(0), try row.value(1))
        }
    }
}

/// One page of a verification.
package struct VerifiedPage: Sendable, Hashable {
    /// Enrolments compared.
    package let checked: Int
    package let differences: [ProgressDifference]
    /// Where the next page begins; `nil` when this was the last one.
    package let next: Identifier<Enrolment>?
}

/// All the states of one enrolment.
package struct LearnerStates: Sendable, Hashable {
    package let enrolment: Identifier<Enrolment>
    /// `nil` when the row is not there.
    package var course: CourseState?
    package var activities: [Identifier<Activity>: ActivityState]
    /// When the learner was there, day by day.
    package var days: [CalendarDay: ConnectedTime]
    /// Since when parts that have rules of their own are complete.
    package var parts: [CoursePart: Instant]
    /// Sequences that were given and have no event.
    package var missingEvents: Int
}

/// Events, one after the other, made into states. Pure.
package struct EventFold: Sendable {
    private let rules: CourseRules
    private let enrolment: Identifier<Enrolment>
    private var course: CourseState
    private var activities: [Identifier<Activity>: ActivityState] = [:]
    private var days: [CalendarDay: ConnectedTime] = [:]
    private var parts: [CoursePart: Instant] = [:]
    private var count = 0

    package init(enrolment: Identifier<Enrolment>, rules: CourseRules) {
        self.enrolment = enrolment
        self.rules = rules
        course = CourseState(enrolment: enrolment, rules: rules)
    }

    package mutating func apply(_ recorded: RecordedEvent) {
        count += 1
        course.apply(recorded)
        if let part = ConnectedTime.part(of: recorded) {
            for (day, part) in ConnectedTime.byDay(part) { course.seconds += days[day, default: ConnectedTime()].add(part) }
        }
        if let part = recorded.event.part { parts[part] = recorded.event.occurredAt }
        guard let activity = recorded.event.activity else { return }
        let state =
            activities[activity] ?? ActivityState(enrolment: enrolment, activity: activity, firstEvent: recorded)
        activities[activity] = state.applying(recorded)
    }

    /// Where the learner is after the events so far, weighed by the rules.
    package var states: LearnerStates {
        var weighed = course
        weighed.reweigh(rules) { activities[$0]?.isCompleted ?? false }
        return LearnerStates(
            enrolment: enrolment, course: weighed, activities: activities, days: days, parts: parts,
            missingEvents: course.eventCount - count)
    }
}

package import CourseContent
package import Essentials
package import SQL

/// What publishing other rules would do to those who follow a course: the same as ``ProgressRecorder/reweigh(_:at:in:)``, without
/// writing anything.
package struct ReweighForecast: Sendable, Hashable {
    /// What it would do in one activity.
    package struct Activity: Sendable, Hashable {
        /// Those who have opened it.
        package var begun = 0
        /// Those who have completed it; nothing takes that back.
        package var done = 0
        /// Those whom the new rule completes at once.
        package var completed = 0

        package init() {}
    }

    /// What it would do in a part of the course that has a rule of its own.
    package struct Part: Sendable, Hashable {
        /// Those who have completed it; nothing takes that back.
        package var done = 0
        /// Those whom the new rule completes at once.
        package var completed = 0

        package init() {}
    }

    /// Enrolments that are open.
    package var enrolled = 0
    /// Open enrolments whose percentage goes up, and down.
    package var up = 0
    package var down = 0
    /// Open enrolments that would have done everything for the first time.
    package var finishing = 0
    /// Enrolments that are over: their percentage follows too, and nothing is completed in them.
    package var ended = 0
    /// Every activity that somebody opened, the ones that leave the course included.
    package var activities: [Identifier<CourseContent.Activity>: Activity] = [:]

    /// The modules and blocks of competencies that have a rule, by ``CoursePart``.
    package var parts: [CoursePart: Part] = [:]

    package init() {}

    /// Adds one enrolment.
    /// - Parameter parts: what it has completed of the parts that have a rule.
    package mutating func add(
        _ course: CourseState, _ states: [Identifier<CourseContent.Activity>: ActivityState],
        parts known: [CoursePart: Instant] = [:], isOpen: Bool, rules: CourseRules
    ) {
        for part in known.keys { parts[part, default: Part()].done += 1 }
        for state in states.values {
            activities[state.activity, default: Activity()].begun += 1
            if state.isCompleted { activities[state.activity, default: Activity()].done += 1 }
        }
        guard isOpen else {
            ended += 1
            return
        }
        enrolled += 1
        var completed: Set<Identifier<CourseContent.Activity>> = []
        for activity in rules.activities where !activity.isPlanned {
            guard let state = states[activity.id], state.completedAt == nil else { continue }
            guard activity.completion.isSatisfied(by: state, media: activity.media) else { continue }
            completed.insert(activity.id)
            activities[activity.id, default: Activity()].completed += 1
        }
        for part in rules.parts where known[part.part] == nil {
            let date = part.fulfilledAt(weight: { rules[$0]?.weight ?? 0 }) { id in
                completed.contains(id) ? states[id]?.lastEventAt : states[id]?.doneAt
            }
            if date != nil { parts[part.part, default: Part()].completed += 1 }
        }
        var after = course
        after.reweigh(rules) { completed.contains($0) || states[$0]?.isCompleted ?? false }
        if after.percent > course.percent { up += 1 }
        if after.percent < course.percent { down += 1 }
        if after.isComplete(by: rules.completion), course.completedAt == nil { finishing += 1 }
    }
}

extension ProgressStore {
    /// Works out what publishing these rules would do. Work grows with the number of enrolments; memory with that of activities.
    /// - Parameter readsParts: whether the rules, or those that they take the place of, have parts (``CourseRules/parts``).
    package func forecast(_ rules: CourseRules, readsParts: Bool, in reading: any ReadTransaction) throws -> ReweighForecast {
        var forecast = ReweighForecast()
        var last = ""
        while true {
            let page = try reading.rows(ProgressStatements.standingsOfCourse, rules.course, last, 200) { row in
                (course: CourseState(row, from: 0), status: try row.value(13) as EnrolmentStatus)
            }
            for (course, status) in page {
                let states = try activityStates(of: course.enrolment, in: reading)
                let parts = readsParts ? try self.parts(of: course.enrolment, in: reading) : [:]
                forecast.add(course, states, parts: parts, isOpen: status.isOpen, rules: rules)
            }
            guard let end = page.last else { return forecast }
            last = end.course.enrolment.text
        }
    }
}

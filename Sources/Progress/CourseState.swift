package import CourseContent
package import Essentials

/// Where a learner is in a course: the row that every list reads. Kept up with each event, rebuilt from events at will.
package struct CourseState: Sendable, Hashable {
    package let enrolment: Identifier<Enrolment>
    /// The version whose weights the figures below were made with: the published one.
    package var version: Identifier<CourseVersion>
    /// Minutes done, of the minutes that count.
    package var doneWeight: Int
    package var totalWeight: Int
    /// Rounded down: 100 only when everything is done.
    package var percent: Int
    package var activitiesDone: Int
    package var activitiesTotal: Int
    /// In use, over all activities: each second once, whatever was open in it.
    package var seconds: Int
    /// Where the learner was last, by the learner's clock as far as it can be believed.
    package var lastActivity: Identifier<Activity>?
    package var lastActivityAt: Instant?
    /// When the last event arrived.
    package var lastEventAt: Instant?
    /// How many events are kept, and so the sequence of the last one.
    package var eventCount: Int
    /// When everything was done for the first time; activities added afterwards do not take it back.
    package var completedAt: Instant?

    package init(
        enrolment: Identifier<Enrolment>, version: Identifier<CourseVersion>, doneWeight: Int = 0, totalWeight: Int,
        activitiesDone: Int = 0, activitiesTotal: Int, seconds: Int = 0, lastActivity: Identifier<Activity>? = nil,
        lastActivityAt: Instant? = nil, lastEventAt: Instant? = nil, eventCount: Int = 0, completedAt: Instant? = nil
    ) {
        self.enrolment = enrolment
        self.version = version
        self.doneWeight = doneWeight
        self.totalWeight = totalWeight
        percent = CourseProgress.percent(done: doneWeight, of: totalWeight)
        self.activitiesDone = activitiesDone
        self.activitiesTotal = activitiesTotal
        self.seconds = seconds
        self.lastActivity = lastActivity
        self.lastActivityAt = lastActivityAt
        self.lastEventAt = lastEventAt
        self.eventCount = eventCount
        self.completedAt = completedAt
    }

    /// A course not begun yet.
    package init(enrolment: Identifier<Enrolment>, rules: CourseRules) {
        self.init(
            enrolment: enrolment, version: rules.version, totalWeight: rules.totalWeight,
            activitiesTotal: rules.countingActivities)
    }

    /// Minutes of what is left.
    package var remainingMinutes: Int { totalWeight - doneWeight }
}

extension CourseState {
    /// Counts one more event; completions are weighed by ``weigh(_:)`` or ``reweigh(_:completed:)``.
    mutating func apply(_ recorded: RecordedEvent) {
        eventCount = max(eventCount, recorded.sequence)
        lastEventAt = lastEventAt.map { max($0, recorded.receivedAt) } ?? recorded.receivedAt
        let event = recorded.event
        if event.kind == .courseCompleted, completedAt == nil { completedAt = recorded.receivedAt }
        guard event.kind.isTouch, let activity = event.activity else { return }
        let instant = recorded.touchedAt
        if let lastActivity, let lastActivityAt {
            guard (lastActivityAt, lastActivity.text) < (instant, activity.text) else { return }
        }
        lastActivity = activity
        lastActivityAt = instant
    }

    /// Counts an activity that was just completed.
    mutating func weigh(_ activity: ActivityRules) {
        guard activity.counts else { return }
        doneWeight += activity.weight
        activitiesDone += 1
        percent = CourseProgress.percent(done: doneWeight, of: totalWeight)
    }

    /// Makes the figures again from what is completed, by the rules of a version. What was completed and is no longer in the course
    /// counts no more; the date at which the whole course was completed stays.
    mutating func reweigh(_ rules: CourseRules, completed: (Identifier<Activity>) -> Bool) {
        version = rules.version
        doneWeight = 0
        activitiesDone = 0
        for activity in rules.activities where activity.counts && completed(activity.id) {
            doneWeight += activity.weight
            activitiesDone += 1
        }
        totalWeight = rules.totalWeight
        activitiesTotal = rules.countingActivities
        percent = CourseProgress.percent(done: doneWeight, of: totalWeight)
    }

    /// Whether what is done completes the course. One in which nothing counts is never complete.
    func isComplete(by rule: GroupCompletion) -> Bool {
        rule.isFulfilled(done: activitiesDone, of: activitiesTotal, doneWeight: doneWeight, of: totalWeight)
    }
}

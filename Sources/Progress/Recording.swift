import CourseContent
import Essentials
import SQL

/// One enrolment on its way into the database: its row is taken first, states are read when they are needed, and what changed is written
/// once at the end. Two recordings of one enrolment follow each other, since the second waits for the row.
struct Recording {
    private let store = ProgressStore()
    private let rules: CourseRules
    private let now: Instant
    private let writing: any WriteTransaction
    private let keptCourse: CourseState
    private var course: CourseState
    private var activities: [Identifier<Activity>: ActivityState] = [:]
    private var changed: Set<Identifier<Activity>> = []
    /// Days on which the learner was found to be there.
    private var days: [CalendarDay: ConnectedTime] = [:]
    private var accepted: [Identifier<LearningEvent>] = []
    private var replayed: [Identifier<LearningEvent>] = []
    /// Activities of which an event was replayed.
    private var revisited: Set<Identifier<Activity>> = []
    private var facts: [ProgressFact] = []
    private var enrolment: Identifier<Enrolment> { course.enrolment }

    /// - throws: ``ProgressError/unknownEnrolment(_:)``.
    init(
        enrolment: Identifier<Enrolment>, rules: CourseRules, now: Instant, in writing: any WriteTransaction
    ) throws {
        let kept = try writing.first(ProgressStatements.takeCourseState, enrolment) { CourseState($0, from: 0) }
        guard let kept else { throw ProgressError.unknownEnrolment(enrolment) }
        self.init(kept, rules: rules, now: now, in: writing)
    }

    /// Goes on from a course that the same transaction has taken.
    init(_ learner: LearnerCourse, rules: CourseRules, now: Instant, in writing: any WriteTransaction) {
        self.init(learner.state, rules: rules, now: now, in: writing)
    }

    private init(_ kept: CourseState, rules: CourseRules, now: Instant, in writing: any WriteTransaction) {
        self.rules = rules
        self.now = now
        self.writing = writing
        keptCourse = kept
        course = kept
    }

    /// - throws: ``ProgressError/versionChanged(kept:)`` when the figures were made with other rules.
    func requireCurrentRules() throws {
        if course.version != rules.version { throw ProgressError.versionChanged(kept: course.version) }
    }

    // MARK: Events

    mutating func record(_ event: LearningEvent) throws {
        if let refusal = refusal(of: event) {
            // What was kept while the activity was there is still kept: a late replay is no error.
            guard try isKept(event) else { throw refusal }
            replay(event)
            return
        }
        let recorded = RecordedEvent(event: event, receivedAt: now, sequence: course.eventCount + 1)
        guard try store.append(recorded, to: enrolment, in: writing) else {
            guard try isKept(event) else { throw ProgressError.eventConflict(event.id) }
            replay(event)
            return
        }
        accepted.append(event.id)
        course.apply(recorded)
        try connect(recorded)
        guard let activity = event.activity.flatMap({ rules[$0] }) else { return }
        let state = try state(of: activity.id, opening: recorded).applying(recorded)
        keep(state)
        if isDue(activity, state) { try complete(activity, state) }
        if event.kind == .ruled { try weighAgain() }
    }

    /// Counts the seconds of a heartbeat that nothing has counted yet.
    private mutating func connect(_ recorded: RecordedEvent) throws {
        guard let part = ConnectedTime.part(of: recorded) else { return }
        for (day, part) in ConnectedTime.byDay(part) {
            var time = try days[day] ?? store.connected(on: day, of: enrolment, in: writing)
            let more = time.add(part)
            guard more > 0 else { continue }
            course.seconds += more
            days[day] = time
        }
    }

    /// A ruling can take back what it gave: the figures are made again from all activities.
    private mutating func weighAgain() throws {
        var states = try store.activityStates(of: enrolment, in: writing)
        states.merge(activities) { _, new in new }
        course.reweigh(rules) { states[$0]?.isCompleted ?? false }
        try completeCourse()
        if !rules.parts.isEmpty { try complete(rules.parts, states) }
    }

    private func refusal(of event: LearningEvent) -> ProgressError? {
        guard let id = event.activity else { return nil }
        guard let activity = rules[id] else { return .unknownActivity(event.id, id) }
        if activity.isPlanned { return .plannedActivity(event.id, id) }
        guard event.kind == .played else { return nil }
        let span = event.detail.flatMap(PlayedSpan.init)
        guard let span, let media = activity.media.first(where: { $0.name == span.media }), span.fits(length: media.milliseconds)
        else { return .invalidEvent(event.id, .played) }
        return nil
    }

    private mutating func replay(_ event: LearningEvent) {
        replayed.append(event.id)
        if let activity = event.activity { revisited.insert(activity) }
    }

    /// Whether this very event is kept.
    /// - throws: ``ProgressError/eventConflict(_:)`` when another one has its id.
    private func isKept(_ event: LearningEvent) throws -> Bool {
        guard let kept = try store.event(event.id, of: enrolment, in: writing) else { return false }
        guard kept.event == event else { throw ProgressError.eventConflict(event.id) }
        return true
    }

    private mutating func state(
        of activity: Identifier<Activity>, opening recorded: RecordedEvent
    ) throws -> ActivityState {
        if let known = activities[activity] { return known }
        if let kept = try store.activityState(of: activity, enrolment: enrolment, in: writing) { return kept }
        facts.append(.activityOpened(activity))
        return ActivityState(enrolment: enrolment, activity: activity, firstEvent: recorded)
    }

    private mutating func keep(_ state: ActivityState) {
        activities[state.activity] = state
        changed.insert(state.activity)
    }

    // MARK: Completions

    /// Makes the figures again by the rules given; what those rules now find done is completed if the enrolment is open.
    mutating func reweigh(_ states: [Identifier<Activity>: ActivityState], isOpen: Bool) throws {
        activities = states
        course.reweigh(rules) { states[$0]?.isCompleted ?? false }
        guard isOpen else { return }
        for activity in rules.activities {
            if let state = states[activity.id], isDue(activity, state) { try complete(activity, state, completesParts: false) }
        }
        try completeCourse()
        if !rules.parts.isEmpty { try complete(rules.parts, activities) }
    }

    private func isDue(_ activity: ActivityRules, _ state: ActivityState) -> Bool {
        !activity.isPlanned && state.completedAt == nil && activity.completion.isSatisfied(by: state, media: activity.media)
    }

    /// - Parameter completesParts: whether the parts of the course that it counts in are looked at.
    private mutating func complete(_ activity: ActivityRules, _ state: ActivityState, completesParts: Bool = true) throws {
        let event = LearningEvent.completed(
            activity.id, enrolment: enrolment, version: rules.version, minutes: activity.minutes, at: now)
        keep(state.applying(try appendOnce(event)))
        if !state.isCompleted { course.weigh(activity) }
        facts.append(.activityCompleted(activity.id))
        try completeCourse()
        // Only courses whose modules or competencies have rules of their own pay for this.
        let parts = completesParts ? rules.parts(of: activity.id) : []
        guard !parts.isEmpty else { return }
        var states = try store.activityStates(of: enrolment, in: writing)
        states.merge(activities) { _, new in new }
        try complete(parts, states)
    }

    /// Completes the parts whose rules are fulfilled and that were not complete before.
    private mutating func complete(_ parts: [PartRules], _ states: [Identifier<Activity>: ActivityState]) throws {
        let known = try store.parts(of: enrolment, in: writing)
        for part in parts where known[part.part] == nil {
            guard let date = part.fulfilledAt(rules, states) else { continue }
            let event = LearningEvent.partCompleted(part.part, enrolment: enrolment, version: rules.version, at: date)
            let kept = try appendOnce(event).event.occurredAt
            try store.save(part.part, completedAt: kept, of: enrolment, in: writing)
            facts.append(.partCompleted(part.part))
        }
    }

    private mutating func completeCourse() throws {
        guard course.isComplete(by: rules.completion), course.completedAt == nil else { return }
        let event = LearningEvent.courseCompleted(enrolment: enrolment, version: rules.version, at: now)
        course.completedAt = try appendOnce(event).receivedAt
        facts.append(.courseCompleted)
    }

    /// Keeps a completion, or finds the one that is kept.
    private mutating func appendOnce(_ event: LearningEvent) throws -> RecordedEvent {
        let recorded = RecordedEvent(event: event, receivedAt: now, sequence: course.eventCount + 1)
        if try store.append(recorded, to: enrolment, in: writing) {
            course.apply(recorded)
            return recorded
        }
        guard let kept = try store.event(event.id, of: enrolment, in: writing) else {
            throw SQLError.corrupt("a completion that refuses another cannot be read")
        }
        return kept
    }

    // MARK: The end

    /// Writes what changed; tells too where an activity stands of which nothing was new.
    func finish() throws -> RecordOutcome {
        for id in changed {
            if let state = activities[id] { try store.save(state, in: writing) }
        }
        for (day, time) in days { try store.save(time, on: day, of: enrolment, in: writing) }
        if course != keptCourse { try store.save(course, in: writing) }
        var touched = activities.filter { changed.contains($0.key) }
        for id in revisited where touched[id] == nil {
            touched[id] = try activities[id] ?? store.activityState(of: id, enrolment: enrolment, in: writing)
        }
        return RecordOutcome(accepted: accepted, replayed: replayed, facts: facts, course: course, activities: touched)
    }
}

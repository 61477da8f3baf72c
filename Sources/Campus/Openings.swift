import Accounts
package import CourseContent
package import Essentials
package import Progress
import SQL

/// What is open for a learner. What was completed stays open; nothing is closed for those who only look.
extension Campus {
    /// Why activities of a course are closed for a learner, by the author's id. No statement where nothing is restricted.
    func closedActivities(
        of course: LibraryCourse, _ enrolment: Enrolment, _ states: [Identifier<Activity>: ActivityStanding],
        in reading: any ReadTransaction
    ) throws -> [String: [ClosedReason]] {
        let all = course.allRestrictions
        guard !all.isEmpty else { return [:] }
        let facts = try openingFacts(all, course, enrolment, states, in: reading)
        var closed: [String: [ClosedReason]] = [:]
        for activity in course.outline.activities where !activity.isPlanned {
            if facts.state(activity.id)?.isCompleted ?? false { continue }
            let reasons = course.restrictions(of: activity.id).flatMap { $0.reasons(for: facts, at: clock.now) }
            if !reasons.isEmpty { closed[activity.id] = reasons }
        }
        return closed
    }

    /// Why one activity is closed for a learner; empty when it is open.
    func closedReasons(
        _ key: String, _ id: Identifier<Activity>, of course: LibraryCourse, _ learner: LearnerActivity,
        in reading: any ReadTransaction
    ) throws -> [ClosedReason] {
        let restrictions = course.restrictions(of: key)
        guard !restrictions.isEmpty, !(learner.state?.isCompleted ?? false) else { return [] }
        return try reasons(restrictions, course, learner.course.enrolment, in: reading)
    }

    /// Since when nothing more can be sent for an activity, though it may be read because it was completed; `nil` when something can, and
    /// when it was not completed.
    func endedAt(
        _ key: String, of course: LibraryCourse, _ learner: LearnerActivity, in reading: any ReadTransaction
    ) throws -> Instant? {
        guard learner.state?.isCompleted ?? false else { return nil }
        let restrictions = course.restrictions(of: key).filter { $0.until != nil }
        guard !restrictions.isEmpty else { return nil }
        return try reasons(restrictions, course, learner.course.enrolment, in: reading).compactMap(\.end).min()
    }

    /// - Parameter hasBegun: for work that is sent: whether something is open that may be finished, given the id of the enrolment; asked
    ///   only where the activity is closed, or over though it was completed. Without it: whether anything happened in the activity, so
    ///   that what was read offline is never lost.
    /// - throws: ``CampusError/notAllowed(_:)`` when the activity is closed for a learner.
    func requireOpen(
        _ key: String, _ id: Identifier<Activity>, of course: LibraryCourse, _ enrolment: Enrolment,
        in reading: any ReadTransaction, unless hasBegun: ((String) throws -> Bool)? = nil
    ) throws {
        let restrictions = course.restrictions(of: key)
        guard !restrictions.isEmpty else { return }
        let state = try progress.activityState(of: id, enrolment: enrolment.id, in: reading)
        if hasBegun == nil, state?.isCompleted ?? false { return }
        let reasons = try reasons(restrictions, course, enrolment, in: reading)
        // What was completed stays open to more work, until the last day.
        guard state?.isCompleted ?? false ? reasons.contains(where: { $0.end != nil }) : !reasons.isEmpty else { return }
        if try hasBegun?(enrolment.id.text) ?? (state != nil) { return }
        throw CampusError.notAllowed(.activityIsClosed)
    }

    private func reasons(
        _ restrictions: [Restriction], _ course: LibraryCourse, _ enrolment: Enrolment, in reading: any ReadTransaction
    ) throws -> [ClosedReason] {
        let looksAtStates = restrictions.contains { !$0.activities.isEmpty }
        let states = looksAtStates ? try progress.activityStandings(of: enrolment.id, in: reading) : [:]
        let facts = try openingFacts(restrictions, course, enrolment, states, in: reading)
        return restrictions.flatMap { $0.reasons(for: facts, at: clock.now) }
    }

    /// The first day and the group are read only where a restriction looks at them.
    private func openingFacts(
        _ restrictions: [Restriction], _ course: LibraryCourse, _ enrolment: Enrolment,
        _ states: [Identifier<Activity>: ActivityStanding], in reading: any ReadTransaction
    ) throws -> OpeningFacts {
        var start = enrolment.startsOn
        if start == nil, restrictions.contains(where: { $0.from != nil || $0.until != nil }) {
            start = try cohorts.cohort(enrolment.cohort, in: reading)?.startsOn
        }
        var group: String?
        if restrictions.contains(where: { !$0.groups.isEmpty }) {
            let membership = try memberships.membership(enrolment.person, enrolment.cohort, as: .learner, in: reading)
            if let id = membership?.group {
                group = try cohorts.groups(of: enrolment.cohort, in: reading).first { $0.id == id }?.key
            }
        }
        let ids = course.version.activityIDs
        return OpeningFacts(startsOn: start, group: group) { key in ids[key].flatMap { states[$0] } }
    }
}

extension ClosedReason {
    /// The moment after which it is closed for good; `nil` for a reason that can pass.
    fileprivate var end: Instant? {
        if case .closedAt(let instant) = self { return instant }
        return nil
    }
}

extension LibraryCourse {
    /// The activity to go on with: what is open first; where all that is left is closed, the first of it, whose page says what opens it.
    /// `nil` when all is done.
    package func next(
        _ standing: LearnerCourse, _ states: [Identifier<Activity>: ActivityStanding], closed: [String: [ClosedReason]]
    ) -> ActivityOutline? {
        let shut = Set(closed.keys.compactMap { version.activityIDs[$0] })
        let isDone = { (id: Identifier<Activity>) in states[id]?.isCompleted ?? false }
        let last = standing.state.lastActivity
        let next =
            CourseProgress.next(in: rules, last: last) { isDone($0) || shut.contains($0) }
            ?? CourseProgress.next(in: rules, last: last, isDone: isDone)
        return next.flatMap { activity($0.key) }
    }
}

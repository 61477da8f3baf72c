import Accounts
package import CourseContent
import Essentials
import Gamification
import Progress
import SQL

/// Badges: given in the transaction of the fact that was missing.
extension Campus {
    /// Gives what this learner has deserved and does not have. Nothing is read in a course without badges.
    func giveBadges(
        _ facts: EarningFacts, to enrolment: Enrolment, in course: LibraryCourse, at now: Instant,
        in writing: any WriteTransaction
    ) throws {
        guard facts.mayGiveBadge, let rules = course.outline.badges else { return }
        let held = try badges.held(by: enrolment.person, in: course.outline.key, in: writing)
        let missing = rules.filter { !held.contains($0.id) }
        guard !missing.isEmpty else { return }
        let facts = BadgeFacts(
            course, states: try progress.activityStates(of: enrolment.id, in: writing),
            hasCompletedCourse: facts.hasCompletedCourse)
        let deserved = missing.filter { facts.deserve($0) }
        _ = try badges.give(
            deserved.map { BadgeClaim($0, in: course.outline) }, to: enrolment.person,
            in: PointPlace(cohort: enrolment.cohort, course: course.outline.key), at: now, in: writing)
    }
}

/// What is so of a learner in a course, as far as badges ask. Pure.
package struct BadgeFacts: Sendable {
    /// By the author's id.
    private let states: [String: ActivityState]
    private let outline: CourseOutline
    private let hasCompletedCourse: Bool

    init(_ course: LibraryCourse, states: [Identifier<Activity>: ActivityState], hasCompletedCourse: Bool) {
        outline = course.outline
        self.hasCompletedCourse = hasCompletedCourse
        self.states = course.version.activityIDs.compactMapValues { states[$0] }
    }

    /// Whether all that a badge asks for is so.
    package func deserve(_ rule: BadgeRule) -> Bool { !rule.needs.isEmpty && rule.needs.allSatisfy(isMet) }

    /// Whether one thing is so.
    package func isMet(_ need: BadgeRule.Need) -> Bool {
        let state = need.activity.flatMap { states[$0] }
        switch need.fact {
        case .activityCompleted: return state?.doneAt != nil
        case .activitiesCompleted: return states.values.count { $0.doneAt != nil } >= need.times ?? 1
        case .markReached: return state?.shownScore ?? -1 >= need.mark ?? 100
        case .courseCompleted: return hasCompletedCourse
        case .sessionAttended:
            if need.activity != nil { return state?.attendedAt != nil }
            return states.values.count { $0.attendedAt != nil } >= need.times ?? 1
        case .moduleCompleted:
            let counted = outline.modules.first { $0.id == need.module }?.activities.filter { $0.counts } ?? []
            return !counted.isEmpty && counted.allSatisfy { states[$0.id]?.doneAt != nil }
        }
    }
}

extension BadgeClaim {
    init(_ rule: BadgeRule, in course: CourseOutline) {
        self.init(badge: rule.id, sketch: BadgeSketch(rule, in: course))
    }
}

extension BadgeSketch {
    init(_ rule: BadgeRule, in course: CourseOutline) {
        self.init(
            title: rule.title, summary: rule.summary, criteria: rule.phrase(in: course).in(course.language),
            colour: rule.colour.rawValue, courseTitle: course.title, language: course.language)
    }
}

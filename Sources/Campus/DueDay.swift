package import CourseContent
package import Essentials
import Progress
import SQL

/// The last day of an activity for one learner.
package struct DueDay: Sendable, Hashable, Encodable {
    package let dueOn: CalendarDay
    /// Whether that day has passed. What comes later is taken all the same.
    package let isLate: Bool
    /// Whether it is later than for the others.
    package let hasMoreTime: Bool

    package init(dueOn: CalendarDay, isLate: Bool = false, hasMoreTime: Bool = false) {
        self.dueOn = dueOn
        self.isLate = isLate
        self.hasMoreTime = hasMoreTime
    }
}

/// When the activities of a course are due for one learner, on a day.
package struct OwnPlan: Sendable {
    let plan: CoursePlan
    let calendar: LearnerCalendar
    let extensions: [String: CalendarDay]
    /// Numbers of the decisions about this learner's pace that hold.
    let decisions: [Int]
    let today: CalendarDay

    /// The last day of an activity that is not done; `nil` for what does not count, and where nothing says it.
    package func due(_ activity: ActivityOutline) -> DueDay? {
        guard activity.counts, let day = plan.day(of: activity.id, calendar: calendar, extensions: extensions) else { return nil }
        return DueDay(dueOn: day, isLate: day < today, hasMoreTime: extensions[activity.id] == day)
    }

    /// What of it makes a page another one: the days, what was decided, and today.
    package var tag: String {
        "\(plan.startsOn?.text ?? "")/\(plan.endsOn?.text ?? "")/\(decisions)/\(today)"
    }
}

extension Campus {
    /// The plan of one learner; `nil` where nothing says when anything is due, and for who is not expected to go on. One statement for a learner
    /// about whose pace something was decided, none for all others.
    func ownPlan(
        of course: LibraryCourse, _ enrolment: Enrolment, _ days: CohortDays, in reading: any ReadTransaction
    ) throws -> OwnPlan? {
        guard enrolment.status.isOpen, let plan = course.plan(startsOn: enrolment.startsOn, endsOn: enrolment.endsOn, days) else {
            return nil
        }
        let adjustments =
            days.hasDecisions ? try pace.adjustments(of: enrolment.person, in: enrolment.cohort, in: reading) : .none
        return OwnPlan(
            plan: plan, calendar: adjustments.calendar,
            extensions: adjustments.isEmpty ? [:] : adjustments.extensions(in: course.rules),
            decisions: adjustments.facts.map(\.number), today: ParisDays.day(of: clock.now))
    }
}

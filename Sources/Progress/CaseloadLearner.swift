package import Accounts
package import CourseContent
package import Essentials
import SQL

/// A learner in a course as a long list shows it: no more than that is read of each.
package struct CaseloadLearner: Sendable, Hashable {
    package let enrolment: Identifier<Enrolment>
    package let person: Identifier<Person>
    package let cohort: Identifier<Cohort>
    package let course: Identifier<Course>
    /// `nil` where the cohort's own days hold.
    package let startsOn: CalendarDay?
    package let endsOn: CalendarDay?
    package let status: EnrolmentStatus
    /// Minutes of what is done, and of all that counts.
    package let doneWeight: Int
    package let totalWeight: Int
    package let percent: Int
    package let activitiesDone: Int
    package let activitiesTotal: Int
    package let lastEventAt: Instant?
    package let completedAt: Instant?
    package let givenName: String
    package let familyName: String
    /// The order of names.
    package let sortKey: String
}

extension CaseloadLearner {
    init(_ row: any Row) throws {
        self.init(
            enrolment: row.id(0), person: row.id(1), cohort: row.id(2), course: row.id(3),
            startsOn: row.textOrNil(4).map(CalendarDay.init(trusted:)), endsOn: row.textOrNil(5).map(CalendarDay.init(trusted:)),
            status: try row.value(6), doneWeight: row.int(7), totalWeight: row.int(8), percent: row.int(9),
            activitiesDone: row.int(10), activitiesTotal: row.int(11), lastEventAt: row.instantOrNil(12),
            completedAt: row.instantOrNil(13), givenName: row.text(14), familyName: row.text(15), sortKey: row.text(16))
    }
}

package import Accounts
package import CourseContent
package import Essentials

/// A person follows a course in a cohort. Everything the person does in the course hangs on it.
package struct Enrolment: Sendable, Hashable {
    package let id: Identifier<Enrolment>
    package let person: Identifier<Person>
    package let cohort: Identifier<Cohort>
    package let course: Identifier<Course>
    /// First and last day; `nil` where the cohort's own days hold.
    package let startsOn: CalendarDay?
    package let endsOn: CalendarDay?
    package let status: EnrolmentStatus
    package let createdAt: Instant

    package init(
        id: Identifier<Enrolment>, person: Identifier<Person>, cohort: Identifier<Cohort>, course: Identifier<Course>,
        startsOn: CalendarDay? = nil, endsOn: CalendarDay? = nil, status: EnrolmentStatus = .active, createdAt: Instant
    ) {
        self.id = id
        self.person = person
        self.cohort = cohort
        self.course = course
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.status = status
        self.createdAt = createdAt
    }

    /// Whether what a person does in a course counts for this enrolment rather than for `other`, when there are several: the open one
    /// first, then the newest.
    package func comesBefore(_ other: Enrolment) -> Bool {
        if status != other.status { return status.rank < other.status.rank }
        if createdAt != other.createdAt { return createdAt > other.createdAt }
        return id.text > other.id.text
    }
}

/// Where an enrolment stands, as people decided it. That every activity is done is a fact of its own (``CourseState/completedAt``).
package enum EnrolmentStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case active, paused, completed, left

    /// Whether what the learner does can still complete something by itself (a rule made easier by a new version).
    package var isOpen: Bool { self == .active || self == .paused }

    /// The order in which enrolments are looked at: `EnrolmentStatements/coursesOfPerson` says the same in SQL.
    var rank: Int {
        switch self {
        case .active: 0
        case .paused: 1
        case .completed: 2
        case .left: 3
        }
    }
}

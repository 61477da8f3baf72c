package import CourseContent
package import Essentials

/// What a person sees first: what to do next, and what is due.
package struct HomeModel: Encodable, Sendable {
    package let givenName: String
    /// The password was given by somebody else: its owner is asked to choose another.
    package let mustChangePassword: Bool
    /// The activity to go on with, across all courses.
    package let next: NextActivity?
    package let due: [DueActivity]
    /// The session that goes on or comes next within a week.
    let session: SessionRow?
    package let courses: [CourseCard]
    /// The goal of the week; `nil` for who follows no course.
    package let goal: GoalModel?
    package let followsLearners: Bool
    /// Messages that are new.
    package let unreadMessages: Int
    /// Left out where there are no points to be seen.
    let points: PointsMentionModel?
    /// Cards that are ready to be reviewed; left out when there are none.
    package let cardsReady: Int?

    package struct NextActivity: Encodable, Sendable {
        package let course: String
        package let courseTitle: String
        package let courseLanguage: Language
        package let activity: String
        package let title: String
        package let language: Language
        package let kind: ActivityKind
        package let minutes: Int
        /// Whether something was already done in this course.
        package let isResumed: Bool
    }

    package struct DueActivity: Encodable, Sendable {
        package let course: String
        package let activity: String
        package let title: String
        package let language: Language
        package let kind: ActivityKind
        package let dueAt: Instant
        package let isLate: Bool
    }
}

/// A course in a list of one's courses.
package struct CourseCard: Encodable, Sendable {
    package let key: String
    package let title: String
    package let language: Language
    package let mode: CourseMode
    package let cohort: String
    package let percent: Int
    package let activitiesDone: Int
    package let activitiesTotal: Int
    package let minutesLeft: Int
    package let completedAt: Instant?
}

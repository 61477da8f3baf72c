import Accounts
import Campus
import CourseContent
import Essentials
import Progress

extension PacePage {
    /// How a learner stands to the plan, what is due, and what was decided.
    struct Model: Encodable, Sendable {
        let cohort: String
        let cohortTitle: String
        let person: String
        let givenName: String
        let familyName: String
        /// The day of every figure.
        let asOf: CalendarDay
        let courses: [Course]
        /// The last one first; what was taken back or corrected is told apart.
        let decisions: [Decision]
        /// What was decided about activities and holds.
        let rulings: [Decided]

        struct Course: Encodable, Sendable {
            let key: String
            let title: String
            let language: Language
            /// `nil` when the course has no first day.
            let pace: Pace?
            /// What is not done, by its last day.
            let due: [Due]
            /// Every activity that is written, in the order of the course.
            let activities: [Choice]
        }

        struct Choice: Encodable, Sendable {
            let id: String
            let title: String
            let language: Language
            let isCompleted: Bool
        }

        struct Due: Encodable, Sendable {
            let activity: String
            let title: String
            let language: Language
            let dueOn: CalendarDay
            /// Working days since then; left out for what is not late.
            let daysLate: Int?
            let hasMoreTime: Bool
        }

        /// What was decided about an activity.
        struct Decided: Encodable, Sendable {
            let course: String
            let activity: String
            let title: String
            let language: Language
            let action: Ruling.Action
            let reason: String
            let score: Int?
            let minutes: Int?
            let setAt: Instant
            let setBy: String?
        }

        struct Decision: Encodable, Sendable {
            let subject: Int
            let number: Int
            let motive: PauseMotive?
            /// Title of the activity that has more time.
            let activity: String?
            let firstDay: CalendarDay?
            let lastDay: CalendarDay
            let note: String?
            let setAt: Instant
            /// `nil` for the command line.
            let setBy: String?
            let isWithdrawn: Bool
            /// Whether it is what holds.
            let holds: Bool
        }

        init(_ reading: Campus.PaceReading, today: CalendarDay) {
            cohort = reading.cohort.key
            cohortTitle = reading.cohort.title
            person = reading.person.id.text
            givenName = reading.person.name.given
            familyName = reading.person.name.family
            asOf = today
            courses = reading.courses.map { Course($0, today: today) }
            rulings = reading.courses.flatMap { following in
                following.course.outline.activities.compactMap { activity in
                    guard let kept = following.course.version.activityIDs[activity.id].flatMap({ reading.rulings[$0] }) else {
                        return nil
                    }
                    return Decided(
                        course: following.course.outline.key, activity: activity.id, title: activity.title,
                        language: activity.language, action: kept.ruling.action, reason: kept.ruling.reason, score: kept.score,
                        minutes: kept.seconds.map { $0 / 60 }, setAt: kept.at,
                        setBy: kept.ruling.by.flatMap { reading.names[$0]?.full })
                }
            }
            let holding = Set(reading.adjustments.facts.map(\.number))
            decisions = reading.facts.reversed().map { fact in
                Decision(fact, reading, holds: holding.contains(fact.number))
            }
        }
    }
}

extension PacePage.Model.Course {
    init(_ following: Campus.Following, today: CalendarDay) {
        let outline = following.course.outline
        key = outline.key
        title = outline.title
        language = outline.language
        pace = following.pace(on: today)
        activities = outline.activities.filter { !$0.isPlanned }.map { activity in
            let state = following.course.version.activityIDs[activity.id].flatMap { following.states[$0] }
            return .init(
                id: activity.id, title: activity.title, language: activity.language, isCompleted: state?.isCompleted ?? false)
        }
        due = DueActivity.all(in: following, on: today).map { due in
            .init(
                activity: due.activity.id, title: due.activity.title, language: due.activity.language, dueOn: due.day,
                daysLate: due.daysLate, hasMoreTime: due.hasMoreTime)
        }
    }
}

extension PacePage.Model.Decision {
    init(_ fact: PaceFact, _ reading: Campus.PaceReading, holds: Bool) {
        subject = fact.subject
        number = fact.number
        switch fact.decision {
        case .pause(let motive, let first, let last):
            (self.motive, firstDay, lastDay, activity) = (motive, first, last, nil)
        case .moreTime(let id, let day):
            (motive, firstDay, lastDay) = (nil, nil, day)
            activity =
                reading.courses.lazy.compactMap { following in
                    following.course.rules[id].flatMap { following.course.activity($0.key)?.title }
                }.first ?? id.text
        }
        note = fact.note
        setAt = fact.setAt
        setBy = fact.setBy.flatMap { reading.names[$0]?.full }
        isWithdrawn = fact.isWithdrawn
        self.holds = holds
    }
}

/// An activity that counts, is not done and has a last day.
struct DueActivity: Sendable {
    let activity: ActivityOutline
    let day: CalendarDay
    /// Working days since then, at least 1; `nil` when it is not late.
    let daysLate: Int?
    let hasMoreTime: Bool

    /// What is not done of a course, by its last day, then in the order of the course.
    static func all(in following: Campus.Following, on today: CalendarDay) -> [DueActivity] {
        guard let plan = following.plan else { return [] }
        let calendar = following.adjustments.calendar
        let extensions = following.adjustments.extensions(in: following.course.rules)
        let all = following.course.outline.activities.compactMap { activity -> DueActivity? in
            guard activity.counts, let id = following.course.version.activityIDs[activity.id],
                !(following.states[id]?.isCompleted ?? false),
                let day = plan.day(of: activity.id, calendar: calendar, extensions: extensions)
            else { return nil }
            let late = day < today ? max(1, calendar.workingDays(after: day, through: today)) : nil
            return DueActivity(activity: activity, day: day, daysLate: late, hasMoreTime: extensions[activity.id] == day)
        }
        return all.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

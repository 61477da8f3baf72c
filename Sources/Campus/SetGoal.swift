import Accounts
package import CourseContent
package import Essentials
package import Progress
import SQL

/// The one goal that a learner sets for the week.
extension Campus {
    /// A goal, and how far it is.
    package struct GoalStanding: Sendable {
        package let goal: WeeklyGoal
        /// The course and the activity, for a goal that is one; `nil` when it left the course.
        package let activity: (course: LibraryCourse, activity: ActivityOutline)?
        /// Minutes in which one was there in that week.
        package let doneMinutes: Int
        package let isMet: Bool
    }

    /// This week's goal and the one before.
    package struct GoalReading: Sendable {
        /// The Monday of this week.
        package let week: CalendarDay
        package let current: GoalStanding?
        package let last: GoalStanding?

        package static func none(_ week: CalendarDay) -> GoalReading { GoalReading(week: week, current: nil, last: nil) }
    }

    /// The goals of this week and of the one before. One statement for who set none.
    /// - Parameter following: the courses with their states, as home reads them.
    package func goal(of viewer: Viewer, following: [Following]) async throws -> GoalReading {
        try await database.read { try goal(of: viewer, following: following, in: $0) }
    }

    func goal(of viewer: Viewer, following: [Following], in reading: any ReadTransaction) throws -> GoalReading {
        let week = ParisDays.day(of: clock.now).monday
        guard !following.isEmpty else { return .none(week) }
        let lastWeek = week.adding(days: -7)
        let goals = try goals.goals(of: viewer.person.id, from: lastWeek, through: week, in: reading)
        guard !goals.isEmpty else { return .none(week) }
        var seconds: [CalendarDay: Int] = [:]
        for followed in following {
            let days = try progress.connectedSeconds(
                of: followed.standing.enrolment.id, from: lastWeek, through: week.adding(days: 6), in: reading)
            for (day, more) in days { seconds[day.monday, default: 0] += more }
        }
        return GoalReading(
            week: week, current: goals[week].map { standing($0, seconds[week] ?? 0, following) },
            last: goals[lastWeek].map { standing($0, seconds[lastWeek] ?? 0, following) })
    }

    private func standing(_ goal: WeeklyGoal, _ seconds: Int, _ following: [Following]) -> GoalStanding {
        switch goal.target {
        case .minutes(let minutes):
            return GoalStanding(goal: goal, activity: nil, doneMinutes: seconds / 60, isMet: seconds >= minutes * 60)
        case .activity(let id):
            for followed in following {
                guard let activity = followed.course.rules[id].flatMap({ followed.course.activity($0.key) }) else { continue }
                let state = followed.states[id]
                let end = ParisDays.end(goal.week.adding(days: 6))
                let isMet = state.map { $0.isCompleted && $0.completedAt ?? goal.setAt < end } ?? false
                return GoalStanding(
                    goal: goal, activity: (followed.course, activity), doneMinutes: seconds / 60, isMet: isMet)
            }
            return GoalStanding(goal: goal, activity: nil, doneMinutes: seconds / 60, isMet: false)
        }
    }

    /// What a learner chooses.
    package enum ChosenGoal: Sendable, Hashable {
        case minutes(Int)
        /// By the author's ids.
        case activity(course: String, activity: String)
    }

    /// Sets the goal of this week; the one before it in the same week no longer holds.
    /// - throws: ``CampusError/invalid(_:)``, ``CampusError/notFound(_:)``, ``CampusError/notAllowed(_:)`` for who follows no course.
    package func setGoal(_ chosen: ChosenGoal, by viewer: Viewer) async throws {
        let now = clock.now
        let week = ParisDays.day(of: now).monday
        try await database.write { writing in
            let courses = try progress.courses(of: viewer.person.id, in: writing).filter { $0.enrolment.status != .left }
            guard !courses.isEmpty else { throw CampusError.notAllowed(.goalsAreForLearners) }
            let target: WeeklyGoal.Target
            switch chosen {
            case .minutes(let minutes):
                guard WeeklyGoal.minutes.contains(minutes) else { throw CampusError.invalid("hours", .badGoalHours) }
                target = .minutes(minutes)
            case .activity(let courseKey, let activityKey):
                let (course, activity, id) = try find(activityKey, of: courseKey, in: writing)
                guard courses.contains(where: { $0.enrolment.course == course.version.course }), !activity.isPlanned else {
                    throw CampusError.notFound(.noSuchActivity)
                }
                target = .activity(id)
            }
            try goals.set(WeeklyGoal(week: week, target: target, setAt: now), for: viewer.person.id, in: writing)
        }
    }
}

extension Phrase {
    static let goalsAreForLearners = Phrase(
        fr: "Un objectif est pour qui suit un cours.", en: "A goal is for those who follow a course.")
    static let badGoalHours = Phrase(
        fr: "D’un quart d’heure à 60 heures, par exemple 2,5.", en: "From a quarter of an hour to 60 hours, such as 2.5.")
}

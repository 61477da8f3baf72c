import Essentials
import TestSupport

@testable import Accounts
@testable import Campus
@testable import CourseContent
@testable import Progress
@testable import Web

extension PageWorld {
    /// A learner's own progress: some time, an exemption, a pause.
    func progress(_ language: Language) -> String {
        var states = states
        let exempted: Identifier<Activity> = course.rules.activities[1].id
        var state =
            states[exempted]
            ?? ActivityState(
                enrolment: standing.enrolment.id, activity: exempted, firstOpenedAt: Self.yesterday, lastEventAt: Self.yesterday)
        state.ruling = KeptRuling(
            ruling: Ruling(.exempted, reason: "Déjà vu", by: Self.tutor.person.id), score: nil, seconds: nil, at: Self.yesterday,
            sequence: 4)
        states[exempted] = state
        let pause = PaceFact(
            number: 1, subject: 1, decision: .pause(.interview, first: day("2026-09-17"), last: day("2026-09-17")),
            isWithdrawn: false, note: nil, setBy: nil, setAt: Self.yesterday)
        let followed = Campus.Following(
            course: course, cohort: Self.cohort, standing: standing, states: states.mapValues(\.standing), closed: [:],
            adjustments: PaceAdjustments([pause]))
        let reading = Campus.MyProgressReading(
            following: followed, name: Self.learner.person.name, states: states,
            marks: CourseMarks(course.version, states: states, graded: [:]), parts: [:],
            connected: [day("2026-09-14"): 1500, day("2026-09-08"): 5400], submissions: [:],
            today: ParisDays.day(of: Self.now))
        return render(ProgressPage(model: .init(reading)), language, for: Self.learner)
    }

    /// An activity for this week; last week's hours were not met.
    var goalReading: Campus.GoalReading {
        let (week, last) = (day("2026-09-14"), day("2026-09-07"))
        let activity = course.rules.activities[2]
        let outline = course.outline.activities[2]
        return Campus.GoalReading(
            week: week,
            current: Campus.GoalStanding(
                goal: WeeklyGoal(week: week, target: .activity(activity.id), setAt: Self.now), activity: (course, outline),
                doneMinutes: 25, isMet: false),
            last: Campus.GoalStanding(
                goal: WeeklyGoal(week: last, target: .minutes(360), setAt: Self.yesterday), activity: nil, doneMinutes: 150,
                isMet: false))
    }

    func goal(_ language: Language) -> String {
        var page = GoalPage(model: .init(goalReading, following: [following]))
        page.typedHours = "beaucoup"
        page.problem = Problem(CampusError.invalid("hours", .badGoalHours))
        return render(page, language, for: Self.learner)
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(trusted: text) }
}

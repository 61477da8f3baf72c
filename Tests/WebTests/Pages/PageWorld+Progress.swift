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
            following: followed, name: Self.learner.person.name, states: states, marks: [:],
            connected: [day("2026-09-14"): 1500, day("2026-09-08"): 5400], submissions: [:],
            today: ParisDays.day(of: Self.now))
        return render(ProgressPage(model: .init(reading)), language, for: Self.learner)
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(trusted: text) }
}

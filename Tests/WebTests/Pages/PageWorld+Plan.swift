import CourseContent
import Essentials
import Scheduling
import TestSupport
import Testing

@testable import Accounts
@testable import Campus
@testable import Web

extension PageWorld {
    /// The whole calendar of a cohort, as it is proposed.
    func plan(_ page: GoldenPage, _ language: Language) throws -> String {
        let other = try session(2, startingIn: 3600)
        let monday = CalendarDay(trusted: "2026-11-09")
        func line(
            _ day: Int, _ outcome: Campus.ProposedSession.Outcome, wanted: Int? = nil, isHoliday: Bool = false,
            _ conflicts: [SessionConflict] = []
        ) throws -> Campus.ProposedSession {
            Campus.ProposedSession(
                title: "Classe <virtuelle>", form: .virtual, week: 10, wanted: monday.adding(days: wanted ?? day),
                start: try #require(WallTime(monday.adding(days: day), minute: 600)), minutes: 90, outcome: outcome,
                isHoliday: isHoliday, conflicts: conflicts, session: outcome == .known ? other.id : nil)
        }
        let conflict = SessionConflict(subject: .cohort, other: other)
        let lines =
            page == .plan
            ? [
                try line(0, .known), try line(1, .planned), try line(3, .moved, wanted: 2, isHoliday: true),
                try line(4, .refused, isHoliday: false, [conflict]),
            ] : [try line(0, .planned)]
        var view = PlanPage(model: .init(Campus.CalendarProposal(cohort: Self.cohort, lines: lines)))
        if page == .planRefused {
            view.options.link = "http://\"a"
            view.problem = Problem(CampusError.invalid("link", SessionProblem.link.phrase))
        }
        return render(view, language, for: Self.tutor)
    }
}

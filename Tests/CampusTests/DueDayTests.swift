import Accounts
import Campus
import CourseContent
import Essentials
import Progress
import SQL
import TestSupport
import Testing

@Suite("Until when, on the outline and on the page of an activity")
struct DueDayTests {
    /// Monday 2 November 2026, 10 h in Paris; the cohort begins that day and lasts four weeks.
    private static let monday = Instant(milliseconds: 1_793_610_000_000)

    private func with(_ backend: Backend, _ body: (CampusWorld) async throws -> Void) async throws {
        try await CampusWorld.with(backend) { world in
            world.time.now = Self.monday
            var course = try TestCourse.authored()
            course.outline.modules[0].activities[1].due = .week(2)
            _ = try await world.campus.apply(course)
            _ = try await world.campus.addCohort(key: "web", title: "web", startsOn: "2026-11-02", endsOn: "2026-11-29")
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for (login, role) in [("awa", CohortRole.learner), ("karim", .learner), ("nadia", .tutor)] {
                try await world.add(login, "\(login) Nom")
                _ = try await world.campus.enrol(login, in: "web", as: role)
            }
            try await body(world)
        }
    }

    /// As the outline and as the page of the activity say it: they are the same.
    private func due(_ activity: String, of login: String, _ world: CampusWorld) async throws -> DueDay? {
        let viewer = try await world.viewer(login)
        let outline = try await world.campus.outline(TestCourse.key, for: viewer)
        let found = try #require(outline.course.activity(activity))
        let isDone = outline.course.version.activityIDs[activity].flatMap { outline.states[$0] }?.isCompleted ?? false
        let page = try await world.campus.activity(activity, of: TestCourse.key, for: viewer)
        #expect(page.due == (isDone ? nil : outline.plan?.due(found)))
        return page.due
    }

    @Test(
        "is the last day of the plan, moved by a pause, later with more time, and nothing once it is done",
        arguments: Backend.available)
    func lastDay(_ backend: Backend) async throws {
        try await with(backend) { world in
            let second = try #require(CalendarDay("2026-11-15"))
            #expect(try await due(TestCourse.tags, of: "awa", world) == DueDay(dueOn: second))
            #expect(try await due(TestCourse.welcome, of: "awa", world)?.isLate == false)
            // Who looks without following has no day.
            let tutor = try await world.viewer("nadia")
            #expect(try await world.campus.activity(TestCourse.tags, of: TestCourse.key, for: tutor).due == nil)
            #expect(try await world.campus.outline(TestCourse.key, for: tutor).plan == nil)
            // On the day itself it is not late; on the next it is.
            world.time.now = Self.monday.adding(seconds: 13 * 86_400)
            #expect(try await due(TestCourse.tags, of: "awa", world)?.isLate == false)
            world.time.now = Self.monday.adding(seconds: 14 * 86_400)
            #expect(try await due(TestCourse.tags, of: "awa", world) == DueDay(dueOn: second, isLate: true))
            // Five working days of pause in the first week, for one of the two.
            _ = try await world.campus.adaptPace(
                .pause(
                    .illness, first: try #require(CalendarDay("2026-11-02")), last: try #require(CalendarDay("2026-11-08")),
                    note: nil),
                ofLogin: "awa", in: "web")
            let moved = try #require(try await due(TestCourse.tags, of: "awa", world))
            #expect(moved.dueOn > second && !moved.isLate)
            #expect(try await due(TestCourse.tags, of: "karim", world) == DueDay(dueOn: second, isLate: true))
            try await world.read(TestCourse.tags, of: TestCourse.key, by: "awa")
            #expect(try await due(TestCourse.tags, of: "awa", world) == nil)
        }
    }
}

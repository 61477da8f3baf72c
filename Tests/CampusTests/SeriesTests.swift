import Accounts
import CourseContent
import Essentials
import Scheduling
import TestSupport
import Testing

@testable import Campus

/// Tuesday 15 September 2026, 10:00 in Paris, is now; the cohort goes from 7 September 2026 to 29 January 2027.
@Suite("Series of sessions")
struct SeriesTests {
    private let typed = Campus.TypedSession(
        title: "Atelier", day: "2026-11-03", hour: "09:30", duration: "60", link: "https://visio.example.org/web")

    private func series(
        _ campus: TestCampus, from first: String = "2026-11-03", until last: String = "2026-11-24", on weekdays: Set<Int> = []
    ) async throws -> [ClassSession] {
        let days = try Campus.seriesDays(from: first, until: last, on: weekdays).map(\.text)
        return try await campus.campus.planSeries(typed, on: days, in: TestCampus.cohortKey, by: nil)
    }

    private func standing(_ campus: TestCampus) async throws -> [String] {
        try await campus.campus.sessions(of: TestCampus.cohortKey, from: nil, until: nil).map {
            "\($0.plan.start.day.text) \($0.plan.start.hourText) \($0.status.rawValue)"
        }
    }

    @Test("leave public holidays out, and need a day that is none")
    func days() throws {
        // 11 November 2026 is a Wednesday.
        let days = try Campus.seriesDays(from: "2026-11-04", until: "2026-11-19", on: [2, 3])
        #expect(days.map(\.text) == ["2026-11-04", "2026-11-05", "2026-11-12", "2026-11-18", "2026-11-19"])
        for (first, last, weekdays) in [
            ("2026-11-11", "2026-11-11", [] as Set<Int>), ("2026-11-12", "2026-11-11", []), ("2026-11-12", "2028-01-01", []),
            ("2026-11-12", "2026-11-13", [0]), ("demain", "2026-11-13", []),
        ] {
            #expect(throws: CampusError.self) { try Campus.seriesDays(from: first, until: last, on: weekdays) }
        }
    }

    @Test("keep their day where they would fall on a public holiday", arguments: Backend.available)
    func holiday(_ backend: Backend) async throws {
        try await withTestCampus(backend) { campus in
            let made = try await series(campus, until: "2026-11-17")
            _ = try await campus.campus.moveSeries(made[0].id, day: "2026-11-04", hour: "09:30", .all, by: nil)
            #expect(try await standing(campus).map { String($0.prefix(10)) } == ["2026-11-04", "2026-11-10", "2026-11-18"])
        }
    }

    @Test("are moved together, by as many days", arguments: Backend.available)
    func moved(_ backend: Backend) async throws {
        try await withTestCampus(backend) { campus in
            let made = try await series(campus)
            #expect(made.count == 4)
            // Tuesday to Wednesday, from the second on.
            let moved = try await campus.campus.moveSeries(made[1].id, day: "2026-11-11", hour: "14:00", .following, by: nil)
            #expect(moved.count == 3)
            #expect(
                try await standing(campus) == [
                    "2026-11-03 09:30 published", "2026-11-11 14:00 published", "2026-11-18 14:00 published",
                    "2026-11-25 14:00 published",
                ])
            _ = try await campus.campus.moveSeries(made[0].id, day: "2026-11-10", hour: "09:30", .all, by: nil)
            #expect(
                try await standing(campus).map { String($0.prefix(10)) } == [
                    "2026-11-10", "2026-11-18", "2026-11-25", "2026-12-02",
                ])
        }
    }

    @Test("are cancelled together; one alone is of no series", arguments: Backend.available)
    func cancelled(_ backend: Backend) async throws {
        try await withTestCampus(backend) { campus in
            let made = try await series(campus)
            let coordinator = try await campus.viewer(.coordinator)
            #expect(
                try await campus.campus.session(made[1].id, for: coordinator).series == SeriesStanding(count: 4, later: 2))
            #expect(try await campus.campus.session(made[1].id, for: try await campus.viewer(.learner)).series == nil)
            let gone = try await campus.campus.cancelSeries(made[2].id, reason: "Travaux", .following, by: coordinator)
            #expect(gone.map(\.id) == [made[2].id, made[3].id])
            #expect(
                try await campus.campus.session(made[1].id, for: coordinator).series == SeriesStanding(count: 2, later: 0))
            let other = try await campus.viewer(.outsideTutor)
            await #expect(throws: CampusError.self) {
                try await campus.campus.cancelSeries(made[0].id, reason: "Travaux", .all, by: other)
            }
            _ = try await campus.campus.cancelSeries(made[0].id, reason: "Travaux", .one, by: coordinator)
            #expect(try await standing(campus).count { $0.hasSuffix("published") } == 1)
            #expect(try await campus.campus.session(made[1].id, for: coordinator).series == nil)
        }
    }

    @Test("all of it or nothing: a conflict of one keeps all where they were", arguments: Backend.available)
    func conflict(_ backend: Backend) async throws {
        try await withTestCampus(backend) { campus in
            let made = try await series(campus)
            var other = typed
            (other.title, other.day, other.hour) = ("Autre", "2026-11-19", "14:00")
            _ = try await campus.campus.planSession(other, in: TestCampus.cohortKey, by: nil)
            let before = try await standing(campus)
            await #expect(throws: CampusError.self) {
                try await campus.campus.moveSeries(made[1].id, day: "2026-11-12", hour: "14:00", .following, by: nil)
            }
            #expect(try await standing(campus) == before)
            let forced = try await campus.campus.moveSeries(
                made[1].id, day: "2026-11-12", hour: "14:00", .following, force: true, by: nil)
            #expect(forced.count == 3)
        }
    }

    private func withPattern(_ backend: Backend, _ body: (TestCampus) async throws -> Void) async throws {
        try await withTestCampus(backend) { campus in
            var course = try TestCourse.authored()
            course.outline.sessions = [
                SessionPattern(
                    title: "Classe virtuelle", form: .virtual, minutes: 60, days: [.wed], hour: 600, fromWeek: 8, untilWeek: 11)
            ]
            course.outline.weeks = 20
            _ = try await campus.campus.apply(course)
            try await body(campus)
        }
    }

    @Test("are proposed as the course asks, around holidays and what is planned, and kept once", arguments: Backend.available)
    func proposed(_ backend: Backend) async throws {
        try await withPattern(backend) { campus in
            // Wednesdays of weeks 8 to 11: 28 October to 18 November; the 11th is a holiday, on the 18th there is something.
            var other = typed
            (other.day, other.hour) = ("2026-11-18", "09:30")
            _ = try await campus.campus.planSession(other, in: TestCampus.cohortKey, by: nil)
            func lines(_ proposal: Campus.CalendarProposal) -> [String] {
                proposal.lines.map { "\($0.week) \($0.start.day.text) \($0.outcome.rawValue)" }
            }
            let proposal = try await campus.campus.proposeCalendar(of: TestCampus.cohortKey, by: nil)
            let expected = ["8 2026-10-28 planned", "9 2026-11-04 planned", "10 2026-11-12 moved", "11 2026-11-19 moved"]
            #expect(lines(proposal) == expected)
            #expect(proposal.lines[2].isHoliday && proposal.lines[3].conflicts.count == 1)
            #expect(try await standing(campus).count == 1)

            var options = Campus.ProposalOptions()
            await #expect(throws: CampusError.self) {
                try await campus.campus.applyCalendar(of: TestCampus.cohortKey, options, by: nil)
            }
            options.link = "https://visio.example.org/web"
            let trainer = try await campus.viewer(.trainer)
            let kept = try await campus.campus.applyCalendar(of: TestCampus.cohortKey, options, by: trainer)
            #expect(lines(kept) == expected)
            #expect(try await standing(campus).count == 5)
            let again = try await campus.campus.applyCalendar(of: TestCampus.cohortKey, options, by: trainer)
            #expect(again.lines.allSatisfy { $0.outcome == .known } && again.lines.count == 4)
            #expect(try await standing(campus).count == 5)
            let first = try #require(again.lines.first?.session)
            #expect(try await campus.campus.session(first, for: trainer).series == SeriesStanding(count: 4, later: 3))
            for role in [TestRole.learner, .tutor, .mentor] {
                let viewer = try await campus.viewer(role)
                await #expect(throws: CampusError.self) {
                    try await campus.campus.proposeCalendar(of: TestCampus.cohortKey, by: viewer)
                }
            }
        }
    }
}

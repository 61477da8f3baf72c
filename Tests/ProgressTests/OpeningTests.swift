import CourseContent
import Essentials
import Progress
import Testing

@Suite("What is open, and what opens the rest")
struct OpeningTests {
    /// A Wednesday.
    private static let start = CalendarDay(trusted: "2026-10-21")

    /// Milliseconds of a moment in UTC: the tables say it in Paris.
    private static func paris(_ day: Int, _ month: Int, hour: Int, minute: Int = 0, offset: Int) -> Instant {
        // Days from 2026-10-01 to the day given; October has 31, November 30.
        let days = (month - 10) * 31 + day - 1 - (month == 12 ? 1 : 0)
        let seconds = 1_790_812_800 + days * 86_400 + (hour - offset) * 3_600 + minute * 60
        return Instant(milliseconds: Int64(seconds) * 1000)
    }

    private static func state(_ best: Int?, isCompleted: Bool) -> ActivityState {
        ActivityState(
            enrolment: .init(trusted: ProgressWorld.uuid(1)), activity: ProgressWorld.forms.id,
            firstOpenedAt: ProgressWorld.start,
            lastEventAt: ProgressWorld.start, bestScore: best, attempts: best == nil ? 0 : 1,
            completedAt: isCompleted ? ProgressWorld.start : nil)
    }

    struct Given: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let restriction: Restriction
        var state: ActivityState?
        var group: String?
        var start: CalendarDay? = OpeningTests.start
        var now = paris(1, 11, hour: 12, offset: 1)
        let reasons: [ClosedReason]
    }

    static let cases: [Given] = [
        Given(testDescription: "no condition", restriction: Restriction(), reasons: []),
        Given(
            testDescription: "after, nothing done", restriction: Restriction(after: ["a"]), reasons: [.unfinished(activity: "a")]),
        Given(
            testDescription: "after, begun", restriction: Restriction(after: ["a"]), state: state(90, isCompleted: false),
            reasons: [.unfinished(activity: "a")]),
        Given(
            testDescription: "after, done", restriction: Restriction(after: ["a"]), state: state(nil, isCompleted: true),
            reasons: []),
        Given(
            testDescription: "score, no attempt", restriction: Restriction(scores: [.init(activity: "a", atLeast: 70)]),
            reasons: [.scoreBelow(activity: "a", atLeast: 70, best: nil)]),
        Given(
            testDescription: "score, one below", restriction: Restriction(scores: [.init(activity: "a", atLeast: 70)]),
            state: state(69, isCompleted: true), reasons: [.scoreBelow(activity: "a", atLeast: 70, best: 69)]),
        Given(
            testDescription: "score, reached", restriction: Restriction(scores: [.init(activity: "a", atLeast: 70)]),
            state: state(70, isCompleted: false), reasons: []),
        Given(
            testDescription: "a date, the second before it", restriction: Restriction(from: .date(.init(trusted: "2026-11-02"))),
            now: paris(1, 11, hour: 23, minute: 59, offset: 1), reasons: [.opensAt(paris(2, 11, hour: 0, offset: 1))]),
        Given(
            testDescription: "a date, its first second", restriction: Restriction(from: .date(.init(trusted: "2026-11-02"))),
            now: paris(2, 11, hour: 0, offset: 1), reasons: []),
        Given(
            testDescription: "until a day, its last minute", restriction: Restriction(until: .date(.init(trusted: "2026-11-01"))),
            now: paris(1, 11, hour: 23, minute: 59, offset: 1), reasons: []),
        Given(
            testDescription: "until a day, midnight", restriction: Restriction(until: .date(.init(trusted: "2026-11-01"))),
            now: paris(2, 11, hour: 0, offset: 1), reasons: [.closedAt(paris(2, 11, hour: 0, offset: 1))]),
        Given(
            testDescription: "the first day of the course", restriction: Restriction(from: .day(1)),
            now: paris(21, 10, hour: 0, offset: 2), reasons: []),
        Given(
            testDescription: "the sixth day, over the clock change", restriction: Restriction(from: .day(6)),
            now: paris(25, 10, hour: 23, offset: 1), reasons: [.opensAt(paris(26, 10, hour: 0, offset: 1))]),
        Given(
            testDescription: "the first week, on its Monday, before the first day", restriction: Restriction(from: .week(1)),
            now: paris(19, 10, hour: 0, offset: 2), reasons: []),
        Given(
            testDescription: "the third week, on Sunday", restriction: Restriction(from: .week(3)),
            now: paris(1, 11, hour: 23, offset: 1), reasons: [.opensAt(paris(2, 11, hour: 0, offset: 1))]),
        Given(
            testDescription: "until the second week, on its Sunday", restriction: Restriction(until: .week(2)),
            now: paris(1, 11, hour: 23, offset: 1), reasons: []),
        Given(
            testDescription: "until the second week, on the Monday after", restriction: Restriction(until: .week(2)),
            now: paris(2, 11, hour: 0, offset: 1), reasons: [.closedAt(paris(2, 11, hour: 0, offset: 1))]),
        Given(
            testDescription: "a week, without a first day", restriction: Restriction(from: .week(30), until: .day(1)), start: nil,
            reasons: []),
        Given(
            testDescription: "a group, in none", restriction: Restriction(groups: ["matin"]), reasons: [.otherGroup(["matin"])]),
        Given(
            testDescription: "a group, in another", restriction: Restriction(groups: ["matin"]), group: "soir",
            reasons: [.otherGroup(["matin"])]),
        Given(
            testDescription: "one of two groups", restriction: Restriction(groups: ["matin", "soir"]), group: "soir", reasons: []),
        Given(
            testDescription: "all that does not hold is said",
            restriction: Restriction(
                after: ["a"], scores: [.init(activity: "a", atLeast: 50)], from: .week(3), groups: ["matin"]),
            state: state(40, isCompleted: false),
            reasons: [
                .unfinished(activity: "a"), .scoreBelow(activity: "a", atLeast: 50, best: 40),
                .opensAt(paris(2, 11, hour: 0, offset: 1)), .otherGroup(["matin"]),
            ]),
    ]

    @Test("each condition holds exactly from its threshold", arguments: cases)
    func reasons(_ given: Given) {
        let state = given.state
        let facts = OpeningFacts(startsOn: given.start, group: given.group) { $0 == "a" ? state?.standing : nil }
        #expect(given.restriction.reasons(for: facts, at: given.now) == given.reasons)
    }
}

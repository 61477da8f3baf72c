import CourseContent
import Essentials
import LanguageLearning
import Testing

@Suite("A learner's way through the levels")
struct LevelJourneyTests {
    private static func day(_ number: Int64) -> Instant { Instant(milliseconds: number * 86_400_000) }

    private func unit(_ id: String, _ level: CEFRLevel, on day: Int64?) -> LevelJourney.Unit {
        LevelJourney.Unit(id: id, level: level, masteredAt: day.map(Self.day))
    }

    private func step(_ level: CEFRLevel, _ source: LevelJourney.Source, _ day: Int64) -> LevelJourney.Step {
        LevelJourney.Step(level: level, source: source, at: Self.day(day))
    }

    @Test("begins where the course begins, and nowhere for a course that says nothing")
    func start() {
        #expect(LevelJourney(from: nil, said: [], units: []).level == nil)
        let journey = LevelJourney(from: .a2, said: [], units: [unit("u", .b1, on: nil)])
        #expect(journey.steps == [LevelJourney.Step(level: .a2, source: .course, at: nil)])
    }

    @Test("tests and tutors say it, up and down, in the order of time; a tutor after a test of the same moment")
    func said() {
        let steps = [step(.a2, .tutor, 5), step(.b1, .placement, 5), step(.a1, .placement, 2)]
        let journey = LevelJourney(from: .a2, said: steps, units: [])
        #expect(journey.steps.map(\.level) == [.a2, .a1, .b1, .a2] && journey.level == .a2)
        #expect(journey.steps.last?.source == .tutor)
    }

    @Test("units raise it on the day on which two thirds of their level are mastered, and never lower it")
    func units() {
        let three = [unit("a", .b1, on: 9), unit("b", .b1, on: 3), unit("c", .b1, on: nil)]
        let journey = LevelJourney(from: .a2, said: [], units: three)
        #expect(journey.steps.last == step(.b1, .units, 9))
        #expect(LevelJourney(from: .a2, said: [], units: [unit("a", .b1, on: 9), unit("c", .b1, on: nil)]).level == .a2)
        #expect(LevelJourney(from: .a2, said: [step(.b2, .placement, 4)], units: three).level == .b2)
        #expect(LevelJourney(from: .b1, said: [], units: [unit("a", .a2, on: 1)]).steps.count == 1)
        // What a tutor decides later holds.
        #expect(LevelJourney(from: .a2, said: [step(.a2, .tutor, 12)], units: three).level == .a2)
    }

    @Test("two thirds, rounded up", arguments: [(1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (10, 7)])
    func needed(_ units: Int, _ needed: Int) {
        #expect(LevelJourney.needed(of: units) == needed)
    }

    @Test("the week has three hours, and every kind of activity its place")
    func week() {
        #expect(WeeklyShare.allCases.reduce(0) { $0 + $1.minutes } == 180)
        #expect(WeeklyShare(.lesson) == .lessons && WeeklyShare(.session) == .classes && WeeklyShare(.deck) == .reviews)
        #expect(WeeklyShare(.assignment) == .speaking)
    }
}

import Campus
import CourseContent
import Essentials
import Progress
import TestSupport
import Testing

@Suite("The marks of a course")
struct CourseMarksTests {
    private static func quiz(_ id: String, weight: Int? = nil, grade: GradeRule? = nil) -> ActivityOutline {
        ActivityOutline(
            id: id, title: id, kind: .quiz, minutes: 10, completion: .passed(score: 60), language: .french, contentDigest: id,
            grade: grade, markWeight: weight)
    }

    private static func id(_ number: Int) -> String { "01234567-0000-7000-8000-00000000000\(number)" }

    /// Two modules: a quiz of the usual weight and an average of double weight; one of triple weight, one of none, and a lesson.
    private static func version() throws -> CourseVersion {
        var outline = try TestCourse.authored().outline
        let lesson = ActivityOutline(
            id: "lesson", title: "L", kind: .lesson, minutes: 5, completion: .read(minimumSeconds: nil), language: .french,
            contentDigest: "l")
        outline.modules = [
            ModuleOutline(id: "one", title: "Un", activities: [quiz("a"), quiz("b", weight: 2, grade: .average), lesson]),
            ModuleOutline(id: "two", title: "Deux", activities: [quiz("c", weight: 3), quiz("d", weight: 0)]),
        ]
        let keys = ["a", "b", "lesson", "c", "d"]
        let ids = keys.enumerated().map { ($0.element, Identifier<Activity>(trusted: id($0.offset))) }
        return CourseVersion(
            id: .init(trusted: id(8)), course: .init(trusted: id(9)), number: 1, digest: "d", appliedAt: CampusWorld.start,
            outline: outline, activityIDs: Dictionary(uniqueKeysWithValues: ids))
    }

    private static func marks(
        _ best: [String: Int?], rulings: [String: (Ruling.Action, Int?)] = [:], graded: [String: Int] = [:]
    ) throws -> CourseMarks {
        let version = try version()
        var states: [Identifier<Activity>: ActivityState] = [:]
        for key in Set(best.keys).union(rulings.keys) {
            guard let id = version.activityIDs[key] else { continue }
            var state = ActivityState(
                enrolment: .init(trusted: Self.id(7)), activity: id, firstOpenedAt: CampusWorld.start,
                lastEventAt: CampusWorld.start,
                bestScore: best[key] ?? nil, attempts: best[key] == nil ? 0 : 1)
            if let (action, score) = rulings[key] {
                let event = LearningEvent.ruled(
                    Ruling(action, reason: "Vue en entretien", by: nil), activity: id, score: score, at: CampusWorld.start)
                state = state.applying(RecordedEvent(event: event, receivedAt: CampusWorld.start, sequence: 1))
            }
            states[id] = state
        }
        return CourseMarks(version, states: states, graded: graded)
    }

    @Test("means of the modules and of the course follow the weights")
    func weighted() throws {
        let marks = try Self.marks(["a": 50, "b": 80, "c": 90, "d": 10, "lesson": 30])
        #expect(marks.modules.map(\.id) == ["one", "two"] && marks.modules.map(\.mean) == [70, 90])
        // 50 + 2 × 80 + 3 × 90, by 6: 80.
        #expect(marks.mean == 80)
        #expect(marks.entries.map(\.activity.id) == ["a", "b", "c", "d"] && marks.entries.map(\.weight) == [1, 2, 3, 0])
    }

    @Test("the quiz says which attempts count; a mark that a tutor set counts instead; exemptions leave; what waits is left out")
    func sources() throws {
        let graded = try Self.marks(["a": 50, "b": 80], graded: ["b": 65])
        #expect(graded["b"]?.mark == 65 && graded.mean == 60)
        let decided = try Self.marks(["a": 50, "b": 80], rulings: ["b": (.mark, 20)], graded: ["b": 65])
        #expect(decided["b"]?.mark == 20 && decided.mean == 30)
        let exempted = try Self.marks(["a": 50, "b": 80], rulings: ["b": (.exempted, nil), "c": (.exempted, nil)])
        #expect(exempted.mean == 50 && exempted.modules.map(\.id) == ["one"])
        #expect(exempted.entries.filter(\.isExempted).map(\.activity.id) == ["b", "c"])
        let waiting = try Self.marks(["a": 50, "c": Int?.none])
        #expect(waiting.mean == 50 && waiting["c"]?.mark == nil && waiting.entries.count == 2)
        #expect(try Self.marks([:]).mean == nil)
    }
}

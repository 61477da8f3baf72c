import Accounts
import Assessment
import Campus
import CourseContent
import Essentials
import Foundation
import Progress
import SQL
import TestSupport
import Testing

@Suite("What publishing would change for learners")
struct CourseForecastTests {
    /// Three learners: one who read a lesson and has a quiz under way, one who read both and was refused at the quiz, one who left.
    static func school(_ world: CampusWorld) async throws {
        _ = try await world.campus.apply(try CampusWorld.smallCourse())
        _ = try await world.campus.addCohort(key: "web", title: "Web")
        _ = try await world.campus.assign(course: "essai", to: "web")
        for login in ["awa", "leo", "ines"] {
            try await world.add(login)
            _ = try await world.campus.enrol(login, in: "web", as: .learner)
        }
        try await world.read("courte", by: "awa")
        _ = try await world.campus.startAttempt(at: "quiz", of: "essai", by: try await world.viewer("awa"))
        try await world.read("courte", by: "leo")
        try await world.read("longue", by: "leo")
        let attempt = try await world.campus.startAttempt(at: "quiz", of: "essai", by: try await world.viewer("leo"))
        _ = try await world.campus.submit(attempt.attempt.id, by: try await world.viewer("leo"))
        try await world.read("courte", by: "ines")
        try await world.campus.withdraw("ines", from: "web", as: .learner)
    }

    /// The small course with its activities changed.
    static func changed(_ change: (inout [ActivityOutline]) -> Void) throws -> AuthoredCourse {
        var course = try CampusWorld.smallCourse()
        for index in course.outline.modules.indices { change(&course.outline.modules[index].activities) }
        return course
    }

    private func percents(_ world: CampusWorld) async throws -> [String: Int] {
        let rows = try await world.database.read { reading in
            try reading.rows(Statement("test.percents", "SELECT enrolment_id, percent FROM course_state")) {
                ($0.text(0), $0.int(1))
            }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    @Test("nothing changed: nothing is said; nothing published: all is new", arguments: Backend.available)
    func nothing(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            let first = try await world.campus.forecast(try CampusWorld.smallCourse())
            #expect(first.published == nil && !first.isSame && first.activities.allSatisfy { $0.change.aspects == [.added] })
            try await Self.school(world)
            let second = try await world.campus.forecast(try CampusWorld.smallCourse())
            #expect(second.isSame && second.published == 1 && second.people.enrolled == 2 && second.people.ended == 1)
            #expect(second.sentences.map(\.en) == ["Nothing would change."])
        }
    }

    @Test("people, attempts and rules are counted, and nothing is written", arguments: Backend.available)
    func counted(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let course = try Self.changed { activities in
                activities.removeAll { $0.id == "longue" }
                guard let quiz = activities.firstIndex(where: { $0.id == "quiz" }) else { return }
                activities[quiz].completion = .passed(score: 0)
            }
            let before = try await percents(world)
            let forecast = try await world.campus.forecast(course)
            #expect(try await percents(world) == before)
            let quiz = try #require(forecast.activities.first { $0.change.id == "quiz" })
            #expect(quiz.change.aspects == [.completion] && quiz.openAttempts == 1 && quiz.sentAttempts == 1)
            // Nothing was right: no percentage, and the rule asks for none.
            #expect(quiz.completed == 1 && quiz.done == 0)
            let removed = try #require(forecast.activities.first { $0.change.id == "longue" })
            #expect(removed.change.aspects == [.removed] && removed.begun == 1 && removed.done == 1)
            #expect(removed.sentences.map(\.en).contains("1 person has done it: it counts no more."))
            #expect(forecast.people.enrolled == 2 && forecast.people.ended == 1 && forecast.people.finishing == 1)
            #expect(try await world.campus.authoredCourse("essai").versions.count == 1)
        }
    }

    @Test("answers to a survey are counted, anonymous ones too, before the survey changes or goes", arguments: Backend.available)
    func surveys(_ backend: Backend) async throws {
        try await CampusWorld.with(backend) { world in
            _ = try await world.campus.apply(try TestKinds.authored())
            _ = try await world.campus.addCohort(key: "web", title: "Web")
            _ = try await world.campus.assign(course: TestCourse.key, to: "web")
            for login in ["awa", "leo"] {
                try await world.add(login)
                _ = try await world.campus.enrol(login, in: "web", as: .learner)
                _ = try await world.campus.sendSurvey(
                    ["clair": ["4"], "lieu": ["maison"], "rythme": ["vif"], "mots": ["rien"]], at: TestKinds.survey,
                    of: TestCourse.key, by: try await world.viewer(login))
            }
            var course = try TestKinds.authored()
            let last = course.outline.modules.count - 1
            course.outline.modules[last].activities.removeAll { $0.id == TestKinds.survey || $0.id == TestKinds.namedSurvey }
            let forecast = try await world.campus.forecast(course)
            let counts = Dictionary(uniqueKeysWithValues: forecast.activities.map { ($0.change.id, $0.sentAttempts) })
            #expect(counts == [TestKinds.survey: 2, TestKinds.namedSurvey: 0])
        }
    }

    enum Change: String, CaseIterable, Sendable {
        case withoutShort, withoutLong, minutes, easyQuiz, optionalQuiz, easyLesson, announced

        func apply(to activities: inout [ActivityOutline]) {
            switch self {
            case .withoutShort: activities.removeAll { $0.id == "courte" }
            case .withoutLong: activities.removeAll { $0.id == "longue" }
            case .minutes: for index in activities.indices { activities[index].minutes *= index + 2 }
            case .easyQuiz: edit("quiz", &activities) { $0.completion = .passed(score: 0) }
            case .optionalQuiz: edit("quiz", &activities) { $0.isOptional = true }
            case .easyLesson: edit("longue", &activities) { $0.completion = .read(minimumSeconds: nil) }
            case .announced: edit("courte", &activities) { $0.contentDigest = nil }
            }
        }

        private func edit(_ id: String, _ activities: inout [ActivityOutline], _ change: (inout ActivityOutline) -> Void) {
            guard let index = activities.firstIndex(where: { $0.id == id }) else { return }
            change(&activities[index])
        }
    }

    @Test(
        "what is foreseen is what then happens, and the states agree with the events", arguments: Backend.available,
        Change.allCases)
    func law(_ backend: Backend, _ change: Change) async throws {
        try await CampusWorld.with(backend) { world in
            try await Self.school(world)
            let course = try Self.changed { change.apply(to: &$0) }
            let left = try await world.database.read { reading in
                try reading.rows(Statement("test.left", "SELECT id FROM enrolment WHERE status = 'left'")) { $0.text(0) }
            }
            let before = try await percents(world)
            let forecast = try await world.campus.forecast(course)
            _ = try await world.campus.apply(course)
            let after = try await percents(world)
            let open = before.keys.filter { !left.contains($0) }
            #expect(open.count { after[$0, default: 0] > before[$0, default: 0] } == forecast.people.up)
            #expect(open.count { after[$0, default: 0] < before[$0, default: 0] } == forecast.people.down)
            let done = try await world.database.read { reading in
                try reading.first(Statement("test.done", "SELECT COUNT(*) FROM course_state WHERE completed_at IS NOT NULL")) {
                    $0.int(0)
                }
            }
            #expect(done == forecast.people.finishing)
            #expect(try await world.campus.verifyProgress().differences == 0)
        }
    }
}

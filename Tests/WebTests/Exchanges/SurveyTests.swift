import Assessment
import Campus
import CourseContent
import Essentials
import Foundation
import HTTPTypes
import SQL
import TestSupport
import Testing

@testable import Campus

@Suite("Surveys over HTTP")
struct SurveyTests {
    static let rows = Statement("test.surveyRows", "SELECT id, person_id, answers FROM survey_response")

    private func with(
        _ change: @Sendable (inout AuthoredCourse) -> Void = { _ in }, _ body: @Sendable (TestSite) async throws -> Void
    )
        async throws
    {
        try await withSite { site in
            var course = try TestKinds.authored()
            change(&course)
            _ = try await site.campus.campus.apply(course)
            try await body(site)
        }
    }

    private func address(_ key: String) -> String { Address.activity(key) + "/survey" }
    private static let results = "/cohorts/\(TestCampus.cohortKey)/courses/\(TestCourse.key)/surveys/"

    @Test("sent once, it is done; a second sending is refused and nothing is kept of it")
    func once() async throws {
        try await with { site in
            let sent = try await site.post(address(TestKinds.survey), .form("clair=4&lieu=maison&lieu=salle"), as: .learner)
            #expect(sent.status == 303)
            let page = try await site.get(Address.activity(TestKinds.survey), as: .learner)
            #expect(page.text.contains("Vos réponses sont envoyées") && !page.text.contains("<form class=\"quiz\""))
            let again = try await site.post(
                address(TestKinds.survey), .json(#"{"answers":{"clair":["1"]}}"#), as: .learner, accept: Answer.json)
            #expect(again.status == 409)
            let rows = try await site.campus.database.read {
                try $0.rows(Self.rows) { ($0.text(0), $0.textOrNil(1), $0.text(2)) }
            }
            #expect(rows.count == 1)
            let row = try #require(rows.first)
            #expect(row.1 == nil, "nobody's name")
            #expect(row.0.dropFirst(14).first == "4", "an id without time")
            #expect(row.2 == #"{"clair":["4"],"lieu":["maison","salle"]}"#)
            #expect(try await site.campus.campus.verifyProgress().differences == 0)
        }
    }

    @Test("answers that have a name are kept with it")
    func named() async throws {
        try await with { site in
            let sent = try await site.post(
                address(TestKinds.namedSurvey), .json(#"{"answers":{"mots":["<script>"]}}"#), as: .learner, accept: Answer.json)
            #expect(try sent.object()["isCompleted"] as? Bool == true)
            let rows = try await site.campus.database.read { try $0.rows(Self.rows) { $0.textOrNil(1) } }
            #expect(rows == [site.campus[.learner].id.text])
            let page = try await site.get(Self.results + TestKinds.namedSurvey, as: .tutor)
            #expect(page.text.contains("&lt;script&gt;") && !page.text.contains("<script>"))
        }
    }

    static let wrong: [(String, Int)] = [
        ("", 422), ("clair=", 422), ("clair=6", 422), ("clair=1&clair=2", 422), ("lieu=ailleurs", 422), ("autre=1", 422),
        ("rythme=lent&rythme=vif", 422), ("mots=" + String(repeating: "a", count: 2001), 422), ("mots=a%07b", 422),
        ("mots=%00", 400),
    ]

    @Test("what the survey does not ask is refused, beside what was typed; nothing is kept", arguments: wrong)
    func refused(_ form: String, _ status: Int) async throws {
        try await with { site in
            #expect(try await site.post(address(TestKinds.survey), .form(form), as: .learner).status == status)
            #expect(
                try await site.post(address(TestKinds.survey), .form(form), as: .learner, accept: Answer.json).status == status)
            #expect(try await site.campus.database.read { try $0.rows(Self.rows) { $0.text(0) } }.isEmpty)
            let model = try await site.get(Address.activity(TestKinds.survey), as: .learner, accept: Answer.json).object()
            #expect(model["isSent"] as? Bool == false)
        }
    }

    @Test("what is no survey, and what is closed, takes no answer")
    func elsewhere() async throws {
        try await with { course in
            for index in course.outline.modules[2].activities.indices
            where course.outline.modules[2].activities[index].id == TestKinds.survey {
                course.outline.modules[2].activities[index].restriction = Restriction(after: [TestCourse.welcome])
            }
        } _: { site in
            let form = SentText.form("clair=4")
            #expect(try await site.post(address(TestCourse.quiz), form, as: .learner, accept: Answer.json).status == 404)
            #expect(try await site.post(address(TestKinds.survey), form, as: .learner, accept: Answer.json).status == 403)
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(try await site.post(address(TestKinds.survey), form, as: .learner, accept: Answer.json).status == 200)
        }
    }

    @Test("anonymous answers are read from five on")
    func fromFive() async throws {
        try await with { site in
            let page = Self.results + TestKinds.survey
            let (cohort, viewer) = (site.campus.cohort, try await site.campus.viewer(.tutor))
            let id = try #require(
                try await site.campus.campus.activity(TestKinds.survey, of: TestCourse.key, for: viewer).id
                    as Identifier<Activity>?)
            guard
                case .survey(let survey) = try await site.campus.campus.activity(
                    TestKinds.survey, of: TestCourse.key, for: viewer
                ).content
            else { return }
            for number in 1...5 {
                let model = try await site.get(page, as: .tutor, accept: Answer.json).object()
                #expect(model["questions"] == nil && model["count"] as? Int == number - 1)
                let answers = try SurveyAnswers(["clair": ["\(number)"], "mots": ["mot \(6 - number)"]], to: survey)
                try await site.campus.database.write {
                    try SurveyStore().keep(answers, to: id, of: cohort, by: nil, in: $0)
                }
            }
            let model = try await site.get(page, as: .tutor, accept: Answer.json).object()
            let questions = try #require(model["questions"] as? [[String: Any]])
            #expect((questions.first?["counts"] as? [[String: Any]])?.compactMap { $0["count"] as? Int } == [1, 1, 1, 1, 1])
            #expect(questions.last?["texts"] as? [String] == ["mot 1", "mot 2", "mot 3", "mot 4", "mot 5"])
            // The way to them is on the survey's own page.
            #expect(try await site.get(Address.activity(TestKinds.survey), as: .tutor).text.contains(page))
        }
    }
}

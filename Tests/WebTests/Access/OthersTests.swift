import Assessment
import Campus
import Essentials
import HTTPTypes
import TestSupport
import Testing

@Suite("What is another's is not there")
struct OthersTests {
    @Test("a tutor finds neither another cohort nor its learners in one's own")
    func cohorts() async throws {
        try await withSite { site in
            let outside = site.campus[.outsideLearner].id
            for address in [
                "/cohorts/\(TestCampus.outsideCohortKey)", "/cohorts/\(TestCampus.outsideCohortKey)/learners/\(outside)",
                "\(Address.cohort)/learners/\(outside)", "\(Address.cohort)/learners/\(site.campus[.tutor].id)",
                "/cohorts/nothing-here", "/cohorts/UPPER", "/cohorts/%00", "\(Address.cohort)/learners/not-an-id",
            ] {
                let hidden = try await site.get(address, as: .tutor, accept: Answer.json)
                #expect(hidden.status == 404, "\(address)")
            }
            let own = try await site.get("\(Address.cohort)/learners/\(site.campus[.learner].id)", as: .tutor)
            #expect(own.status == 200)
        }
    }

    @Test("the list of cohorts holds one's own only")
    func lists() async throws {
        try await withSite { site in
            func keys(_ role: TestRole) async throws -> [String] {
                let model = try await site.get("/cohorts", as: role, accept: Answer.json).object()
                return (model["cohorts"] as? [[String: Any]] ?? []).compactMap { $0["key"] as? String }
            }
            for (role, expected) in [
                (TestRole.tutor, [TestCampus.cohortKey]), (.outsideTutor, [TestCampus.outsideCohortKey]),
            ] {
                let found = try await keys(role)
                #expect(found == expected, "\(role)")
            }
        }
    }

    @Test("another's attempt is not told from one that does not exist")
    func attempts() async throws {
        try await withSite { site in
            let viewer = try await site.campus.viewer(.learner)
            let attempt = try await site.campus.campus.startAttempt(
                at: TestCourse.quiz, of: TestCourse.key, by: viewer
            ).attempt.id.text
            let nobodys = "0192f0aa-1111-7222-8333-444455556666"
            let theirs = try await site.get("/attempts/\(attempt)", as: .secondLearner, accept: Answer.json).object()
            let none = try await site.get("/attempts/\(nobodys)", as: .secondLearner, accept: Answer.json).object()
            #expect(theirs["detail"] as? String == none["detail"] as? String)
            #expect(theirs["type"] as? String == none["type"] as? String)
            for id in ["not-an-id", "1", "%00", String(repeating: "a", count: 3000), "..", "\(attempt)0"] {
                let answer = try await site.get("/attempts/\(id)", as: .learner, accept: Answer.json)
                #expect(answer.status == 404, "\(id.prefix(40))")
            }
            #expect(try await site.get("/attempts/\(attempt.uppercased())", as: .learner).status == 200)
        }
    }

    @Test("nothing of another's attempt changes")
    func untouched() async throws {
        try await withSite { site in
            let viewer = try await site.campus.viewer(.learner)
            let attempt = try await site.campus.campus.startAttempt(at: TestCourse.quiz, of: TestCourse.key, by: viewer).attempt
                .id
            let answers = SentText.json(#"{"answers":{"role":"c2"}}"#)
            _ = try await site.post("/attempts/\(attempt)/answers", answers, as: .secondLearner, accept: Answer.json)
            _ = try await site.post("/attempts/\(attempt)/submission", answers, as: .secondLearner, accept: Answer.json)
            let reading = try await site.campus.campus.attempt(attempt, for: viewer)
            #expect(reading.answers.isEmpty)
            #expect(reading.attempt.isOpen)
        }
    }

    @Test("who looks at a course leaves nothing in it, and is told so")
    func preview() async throws {
        try await withSite { site in
            let model = try await site.get(Address.welcome, as: .tutor, accept: Answer.json).object()
            #expect(model["isPreview"] as? Bool == true)
            let answer = try await site.post(
                Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .tutor, accept: Answer.json)
            #expect(answer.status == 403)
            #expect(
                try answer.object()["detail"] as? String == "Vous regardez ce cours sans y être inscrit : rien n’est enregistré.")
        }
    }
}

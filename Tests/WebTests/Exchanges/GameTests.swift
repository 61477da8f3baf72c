import Campus
import Essentials
import Foundation
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("Ladders and challenges on the web")
struct GameTests {
    private static let cohort = "/cohorts/\(TestCampus.cohortKey)"

    private func open(_ site: TestSite) async throws {
        let opened = try await site.post(Self.cohort + "/games/ladder", .form("isOpen=yes&areAdults=yes"), as: .coordinator)
        #expect(opened.location == Self.cohort + "/games")
    }

    @Test("a ladder is opened for people of age; one joins it under a name, sees neighbours, and leaves it without a trace")
    func ladder() async throws {
        try await withSite { site in
            let ladder = Self.cohort + "/ladder"
            #expect(try await site.get(ladder, as: .learner).status == 404)
            let unsaid = try await site.post(Self.cohort + "/games/ladder", .form("isOpen=yes"), as: .coordinator)
            #expect(unsaid.status == 422 && unsaid.text.contains("majeur"))
            try await open(site)
            #expect(try await site.get("/points", as: .learner).text.contains(ladder))
            #expect(try await site.get(ladder, as: .tutor).status == 404)
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            for (role, name) in [(TestRole.learner, "Renard"), (.secondLearner, "Loutre <b>")] {
                let joined = try await site.post(ladder, .json("{\"name\":\"\(name)\"}"), as: role, accept: Answer.json)
                #expect(joined.status == 200)
            }
            let rungs = try await site.get(ladder, as: .secondLearner, accept: Answer.json).object()["rungs"] as? [[String: Any]]
            #expect(rungs?.map { $0["name"] as? String } == ["Renard", "Loutre <b>"])
            #expect(rungs?.map { $0["points"] as? Int } == [5, 0])
            let page = try await site.get(ladder, as: .secondLearner).text
            #expect(page.contains("Loutre &lt;b&gt;") && page.contains("Renard") && !page.contains("Samira"))
            let taken = try await site.post(ladder, .form("name=renard"), as: .secondLearner)
            #expect(taken.status == 422 && taken.text.contains("name-error"))
            for wrong in ["", "x", String(repeating: "x", count: 31), "a\\u0000b", "\\u202eab", "\\u0001ab"] {
                let refused = try await site.post(ladder, .json("{\"name\":\"\(wrong)\"}"), as: .learner, accept: Answer.json)
                #expect(refused.status == 422, "\(wrong)")
            }
            _ = try await site.post(ladder + "/leaving", .form(""), as: .learner)
            #expect(try await !site.get(ladder, as: .secondLearner).text.contains("Renard"))
            // Who wants no points is not on it, and sees none.
            _ = try await site.post("/profile/points", .form("seesPoints=no"), as: .secondLearner)
            #expect(try await site.get(ladder, as: .secondLearner).status == 404)
        }
    }

    @Test("a challenge is met together, and only its sum is seen")
    func challenge() async throws {
        try await withSite { site in
            let form = "title=Ensemble&kind=sum&target=5&from=2026-09-14&until=2026-09-20"
            let added = try await site.post(Self.cohort + "/games/challenges", .form(form), as: .coordinator)
            #expect(added.location == Self.cohort + "/games")
            func reached() async throws -> Int? {
                let all = try await site.get("/points", as: .secondLearner, accept: Answer.json).object()["challenges"]
                return (all as? [[String: Any]])?.first?["reached"] as? Int
            }
            #expect(try await reached() == 0)
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(try await reached() == 5)
            #expect(try await site.get("/points", as: .secondLearner).text.contains("Réussi"))
            let games = try await site.get(Self.cohort + "/games", as: .coordinator, accept: Answer.json).object()
            let id = try #require((games["challenges"] as? [[String: Any]])?.first?["id"] as? String)
            _ = try await site.post(Self.cohort + "/games/challenges/\(id)/removal", .form(""), as: .coordinator)
            #expect(try await reached() == nil)
        }
    }

    @Test(
        "what cannot be meant is refused beside its field",
        arguments: [
            ("title=&kind=sum&target=5&from=2026-09-14&until=2026-09-20", "title"),
            ("title=a%01b&kind=sum&target=5&from=2026-09-14&until=2026-09-20", "title"),
            ("title=T&kind=race&target=5&from=2026-09-14&until=2026-09-20", "kind"),
            ("title=T&kind=share&target=101&from=2026-09-14&until=2026-09-20", "target"),
            ("title=T&kind=sum&target=99999999999999999999&from=2026-09-14&until=2026-09-20", "target"),
            ("title=T&kind=sum&target=5&from=demain&until=2026-09-20", "from"),
            ("title=T&kind=sum&target=5&from=2026-09-21&until=2026-09-20", "until"),
            ("title=T&kind=sum&target=5&from=2026-09-14&until=2027-09-20", "until"),
        ])
    func refused(form: String, field: String) async throws {
        try await withSite { site in
            let page = try await site.post(Self.cohort + "/games/challenges", .form(form), as: .coordinator)
            #expect(page.status == 422 && page.text.contains("\(field)-error"))
            let model = try await site.post(
                Self.cohort + "/games/challenges", .form(form), as: .coordinator, accept: Answer.json)
            #expect(model.isProblemDocument)
            #expect(try await site.post(Self.cohort + "/games/ladder", .form("isOpen="), as: .coordinator).status == 422)
        }
    }

    @Test("a cohort without points has neither ladder nor challenges, nor a report")
    func off() async throws {
        try await withSite { site in
            try await open(site)
            #expect(try await site.get(Self.cohort + "/points", as: .coordinator).status == 200)
            _ = try await site.post(Self.cohort + "/points", .form("hasPoints=no"), as: .coordinator)
            #expect(try await site.get(Self.cohort + "/ladder", as: .learner).status == 404)
            for page in ["/games", "/points"] {
                #expect(try await site.get(Self.cohort + page, as: .coordinator).status == 404)
            }
        }
    }
}

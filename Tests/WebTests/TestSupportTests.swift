import HTTPTypes
import TestSupport
import Testing

@Suite("What web tests stand on")
struct TestSupportTests {
    @Test("a learner gets the lesson in both representations")
    func lesson() async throws {
        try await withTestSite { site in
            let path = "/courses/\(TestCourse.key)/activities/\(TestCourse.welcome)"
            let page = try await site.get(path, as: .learner)
            #expect(page.status == 200)
            #expect(page.text.contains("<h2>Une page, c'est du texte</h2>"))
            let model = try await site.get(path, as: .learner, accept: Answer.json)
            #expect(try model.object()["title"] as? String == "Bienvenue")
        }
    }

    @Test("every role has a session and a token that open its account", arguments: TestRole.allCases)
    func ways(_ role: TestRole) async throws {
        try await withTestSite { site in
            for means in [TestSite.Means.cookie, .bearer] {
                let answer = try await site.send(.get, "/profile", as: role, by: means, accept: Answer.json)
                #expect(try answer.object()["login"] as? String == site.campus[role].login)
            }
        }
    }

    @Test("what varies between runs becomes a placeholder, the same for the same value")
    func steady() {
        let first = "0192f0aa-1111-7222-8333-444455556666"
        let second = "0192f0aa-1111-7222-8333-444455556667"
        #expect(Golden.steady("\(first) \(second) \(first)") == "{id 1} {id 2} {id 1}")
        #expect(Golden.steady("/static/0123456789ab/css/x.css") == "/static/{release 1}/css/x.css")
    }
}

import Accounts
import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import Web

@Suite("A coordinator's cohorts on the web")
struct CohortPeopleTests {
    private static let people = "/cohorts/web-2027/people"

    private func make(_ site: TestSite) async throws {
        let made = try await site.post(
            "/cohorts", .form("key=web-2027&title=Web+2027&startsOn=2027-01-04&endsOn=2027-04-02"), as: .coordinator)
        #expect(made.status == 303)
        #expect(made.location == Self.people)
    }

    private func members(_ site: TestSite) async throws -> [String] {
        let model = try await site.get(Self.people, as: .coordinator, accept: Answer.json).object()
        return (model["people"] as? [[String: Any]] ?? []).map { "\($0["login"] ?? "") \($0["role"] ?? "")" }
    }

    @Test("one is made, follows a course, and has people who find it at once")
    func wholeWay() async throws {
        try await withSite { site in
            try await make(site)
            #expect(try await members(site) == ["paul.lefevre coordinator"])
            let course = try await site.post(
                "/cohorts/web-2027/courses", .form("course=\(TestCourse.key)"), as: .coordinator)
            #expect(course.location == Self.people)
            let enrolled = try await site.post(
                Self.people, .form("logins=samira.benali%0D%0Akarim.haddad&role=learner"), as: .coordinator)
            #expect(enrolled.status == 303)
            let made = try await site.post(
                "/cohorts/web-2027/accounts", .form("login=awa.diallo&givenName=Awa&name=Diallo&role=learner"),
                as: .coordinator, accept: Answer.json)
            #expect(made.status == 201)
            #expect(made.headers[.cacheControl] == "no-store")
            let account = try made.object()
            let password = try #require(account["password"] as? String)
            #expect(
                try await members(site) == [
                    "samira.benali learner", "awa.diallo learner", "karim.haddad learner", "paul.lefevre coordinator",
                ])
            let learners = try await site.get("/cohorts/web-2027", as: .coordinator, accept: Answer.json).object()
            #expect((learners["learners"] as? [Any])?.count == 3)
            let json = try JSONSerialization.data(withJSONObject: ["login": "awa.diallo", "password": password])
            let signedIn = try await site.post(
                "/sign-in", SentText(type: "application/json", bytes: Array(json)), accept: Answer.json)
            #expect(signedIn.status == 200)

            let left = try await site.post(
                Self.people + "/removed", .form("login=karim.haddad&role=learner"), as: .coordinator)
            #expect(left.location == Self.people)
            #expect(try await !members(site).contains("karim.haddad learner"))
        }
    }

    @Test(
        "what cannot be is said beside its field, and nothing changes",
        arguments: [
            ("/cohorts", "key=web-2027&title=Encore", 409, "déjà"),
            ("/cohorts", "key=web-2028&title=Web&startsOn=2027-05-01&endsOn=2027-04-01", 422, "endsOn-error"),
            ("/cohorts", "key=WEB+2028&title=Web", 422, "key-error"),
            ("/cohorts", "key=web-2028&title=", 422, "title-error"),
            ("/cohorts", "key=web-2028&title=%00", 400, ""),
            (people, "logins=&role=learner", 422, "logins-error"),
            (people, "logins=personne&role=learner", 422, "logins-error"),
            (people, "logins=samira.benali%00&role=learner", 400, ""),
            (people, "logins=samira.benali&role=king", 422, ""),
            (people, "logins=samira.benali&role=learner&group=lundi", 422, ""),
            ("/cohorts/web-2027/courses", "course=rien", 404, ""),
            ("/cohorts/web-2027/courses", "course=%00", 400, ""),
            ("/cohorts/web-2027/accounts", "login=samira.benali&givenName=Awa&name=Diallo&role=learner", 422, "login-error"),
            ("/cohorts/web-2027/accounts", "login=awa&givenName=&name=&role=learner", 422, "name-error"),
            ("/cohorts/web-2027/accounts", "login=awa&givenName=Awa&name=Diallo&email=nothing&role=learner", 422, "email-error"),
            (people + "/removed", "login=paul.lefevre&role=coordinator", 409, "dernière personne"),
            (people + "/removed", "login=samira.benali&role=learner", 404, ""),
        ])
    func refused(_ address: String, _ form: String, _ status: Int, _ says: String) async throws {
        try await withSite { site in
            try await make(site)
            let answer = try await site.post(address, .form(form), as: .coordinator)
            #expect(answer.status == status)
            if !says.isEmpty { #expect(answer.text.contains(says)) }
            #expect(try await members(site) == ["paul.lefevre coordinator"])
            #expect(try await site.get("/cohorts/web-2028/people", as: .coordinator).status == 404)
        }
    }

    @Test("another coordinator's cohort is not there; an administrator's is")
    func others() async throws {
        try await withSite { site in
            let made = try await site.post("/cohorts", .form("key=autre-2027&title=Autre"), as: .admin)
            #expect(made.location == "/cohorts/autre-2027/people")
            #expect(try await site.get("/cohorts/autre-2027/people", as: .coordinator).status == 404)
            let tried = try await site.post(
                "/cohorts/autre-2027/people", .form("logins=paul.lefevre&role=coordinator"), as: .coordinator)
            #expect(tried.status == 404)
        }
    }
}

import Campus
import CourseContent
import Essentials
import Foundation
import Gamification
import HTTPTypes
import Progress
import TestSupport
import Testing

extension TestSite {
    /// The learner's badge, for the first activity of the course.
    func giveBadge(isShared: Bool = false) async throws -> BadgeAward {
        var course = try TestCourse.authored()
        course.outline.badges = [
            BadgeRule(
                id: "premier", title: "Premier pas", summary: "Vous avez commencé.", colour: .blue,
                needs: [.init(.activityCompleted, activity: TestCourse.welcome)])
        ]
        _ = try await campus.campus.apply(course)
        let learner = try await campus.viewer(.learner)
        let event = Campus.SentEvent(id: .new(at: campus.clock.now), kind: .reachedEnd, occurredAt: campus.clock.now)
        _ = try await campus.campus.record([event], in: TestCourse.welcome, of: TestCourse.key, by: learner)
        let badge = try #require(try await campus.campus.myBadges(learner).held.first)
        return isShared ? try await campus.campus.share(true, badge.id, by: learner) : badge
    }
}

@Suite("Badges on the web")
struct BadgeTests {
    private func claims(_ token: String) throws -> [String: Any] {
        let part = String(token.split(separator: ".")[1]).replacing("-", with: "+").replacing("_", with: "/")
        let data = try #require(Data(base64Encoded: part + String(repeating: "=", count: (4 - part.count % 4) % 4)))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("one is earned, shown, read by whoever has its address, and kept again")
    func story() async throws {
        try await withSite { site in
            let badge = try await site.giveBadge()
            let own = try await site.get("/badges", as: .learner)
            #expect(own.text.contains("Premier pas") && own.text.contains("class=\"seal\""))
            #expect(try await site.get("/points", as: .learner).text.contains("href=\"/badges\""))
            let address = "/verify/\(badge.address)"
            #expect(try await site.get(address).status == 404)
            let shown = try await site.post("/badges/\(badge.id)/sharing", .form("isShared=yes"), as: .learner)
            #expect(shown.location == "/badges#badge-\(badge.id)")
            let page = try await site.get(address)
            #expect(page.status == 200 && page.text.contains("Samira") && page.text.contains("Premier pas"))
            #expect(page.headers[.cacheControl] == "no-store")
            let model = try await site.get(address, accept: Answer.json).object()
            let credential = try claims(try #require(model["credential"] as? String))
            #expect(credential["iss"] as? String == (credential["issuer"] as? [String: Any])?["id"] as? String)
            _ = try await site.post(
                "/badges/\(badge.id)/sharing", .json("{\"isShared\":false}"), as: .learner, accept: Answer.json)
            #expect(try await site.get(address).status == 404)
        }
    }

    @Test("the file that is taken along, and the picture, carry the same credential")
    func files() async throws {
        try await withSite { site in
            let badge = try await site.giveBadge()
            let file = try await site.get("/badges/\(badge.id)/credential", as: .learner)
            #expect(file.headers[.contentType] == "application/vc+jwt")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"premier.jwt\"")
            let said = try claims(file.text)
            #expect(said["jti"] as? String == "urn:uuid:\(badge.id)" && said["sub"] != nil && said["nbf"] is Int)
            let picture = try await site.get("/badges/\(badge.id)/image", as: .learner)
            #expect(picture.headers[.contentType] == "image/svg+xml")
            #expect(picture.text.contains("<openbadges:credential verify=\""))
            #expect(try await site.get("/badges/rien/image", as: .learner).status == 404)
        }
    }

    @Test("a revoked one says so to everybody, and the reason to its holder only")
    func revoked() async throws {
        try await withSite { site in
            let badge = try await site.giveBadge(isShared: true)
            let path = "/cohorts/\(TestCampus.cohortKey)/badges"
            let empty = try await site.post("\(path)/\(badge.id)/revocation", .form("reason="), as: .coordinator)
            #expect(empty.status == 422 && empty.text.contains("reason-\(badge.id)-error"))
            let done = try await site.post("\(path)/\(badge.id)/revocation", .form("reason=Une+erreur"), as: .coordinator)
            #expect(done.location == path)
            #expect(try await site.get(path, as: .coordinator).text.contains("Une erreur"))
            let page = try await site.get("/verify/\(badge.address)").text
            #expect(page.contains("notice-danger") && !page.contains("Une erreur"))
            #expect(try await site.get("/badges", as: .learner).text.contains("Une erreur"))
        }
    }

    @Test("who gives them, and the key, are there for everybody")
    func issuer() async throws {
        try await withSite { site in
            let profile = try await site.get("/issuer", accept: Answer.json).object()
            #expect(profile["type"] as? [String] == ["Profile"])
            let key = try await site.get("/issuer/key").object()
            #expect(key["crv"] as? String == "Ed25519" && key["d"] == nil)
            #expect(key["kid"] as? String == profile["key"] as? String)
            #expect(try await site.get("/issuer/status/0").headers[.contentType] == "application/vc+jwt")
            for list in ["1", "-1", "x", "99999999999999999999"] {
                #expect(try await site.get("/issuer/status/\(list)").status == 404)
            }
        }
    }

    @Test("what cannot be meant is refused", arguments: ["isShared=", "isShared=peut-%C3%AAtre", "autre=yes"])
    func refused(form: String) async throws {
        try await withSite { site in
            let badge = try await site.giveBadge()
            let answer = try await site.post("/badges/\(badge.id)/sharing", .form(form), as: .learner, accept: Answer.json)
            #expect(answer.status == 422)
            let nul = try await site.post(
                "/cohorts/\(TestCampus.cohortKey)/badges/\(badge.id)/revocation", .json(#"{"reason":"a\u0000b"}"#),
                as: .coordinator, accept: Answer.json)
            #expect(nul.status == 422)
            #expect(try await site.get("/verify/%00\(badge.address.dropFirst())").status == 404)
        }
    }
}

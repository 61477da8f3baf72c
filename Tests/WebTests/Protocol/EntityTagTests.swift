import Accounts
import Campus
import CourseContent
import Essentials
import HTTPTypes
import SQL
import TestSupport
import Testing

@Suite("Entity tags")
struct EntityTagTests {
    static let paths = [Address.course, Address.welcome]

    private func tag(
        _ site: TestSite, _ path: String, as role: TestRole = .learner, accept: String = Answer.html, headers: HTTPFields = [:]
    ) async throws -> String {
        let answer = try await site.get(path, as: role, accept: accept, headers: headers)
        return try #require(answer.headers[.eTag])
    }

    @Test("the same page is not sent twice", arguments: paths, [Answer.html, Answer.json])
    func notModified(_ path: String, _ accept: String) async throws {
        try await withSite { site in
            let tag = try await tag(site, path, accept: accept)
            #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count > 10)
            for match in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let answer = try await site.get(path, as: .learner, accept: accept, headers: [.ifNoneMatch: match])
                #expect(answer.status == 304, "\(match)")
                #expect(answer.body.isEmpty)
                #expect(answer.headers[.eTag] == tag)
                #expect(answer.headers[.vary] == "Accept, Accept-Language, Accept-Encoding, Cookie")
                #expect(answer.headers[.cacheControl] == "private, no-cache")
            }
            for other in ["\"other\"", "", "W/\"other\"", tag.replacing("\"", with: "")] {
                let answer = try await site.get(path, as: .learner, accept: accept, headers: [.ifNoneMatch: other])
                #expect(answer.status == 200, "\(other)")
            }
        }
    }

    @Test("representation, encoding, person and settings each have a tag of their own", arguments: paths)
    func distinct(_ path: String) async throws {
        try await withSite { site in
            var tags = [
                try await tag(site, path), try await tag(site, path, accept: Answer.json),
                try await tag(site, path, headers: [.acceptEncoding: "gzip"]),
                try await tag(site, path, as: .secondLearner), try await tag(site, path, as: .tutor),
                try await tag(site, path, as: .author),
            ]
            for settings in ["theme=dark", "spacing=wide", "language=en"] {
                _ = try await site.post("/profile", .form(settings), as: .learner)
                tags.append(try await tag(site, path))
            }
            #expect(Set(tags).count == tags.count)
        }
    }

    @Test("what the learner does changes the outline's tag, and finishing changes the lesson's", arguments: paths)
    func events(_ path: String) async throws {
        try await withSite { site in
            let before = try await tag(site, path)
            let finished = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(finished.status == 303)
            let answer = try await site.get(path, as: .learner, headers: [.ifNoneMatch: before])
            #expect(answer.status == 200)
            #expect(answer.headers[.eTag] != before)
            // Nothing changed for the other learner.
            let other = try await tag(site, path, as: .secondLearner)
            #expect(try await tag(site, path, as: .secondLearner) == other)
        }
    }

    @Test("the page that says how long ago a lesson was finished is another one the next day")
    func days() async throws {
        try await withSite { site in
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            let today = try await site.get(Address.welcome, as: .learner)
            #expect(today.text.contains("aujourd’hui"))
            site.clock.advance(seconds: 86_400)
            let tag = try #require(today.headers[.eTag])
            let tomorrow = try await site.get(Address.welcome, as: .learner, headers: [.ifNoneMatch: tag])
            #expect(tomorrow.status == 200)
            #expect(tomorrow.text.contains("hier"))
        }
    }

    @Test("a new version of the course changes the tags", arguments: paths)
    func versions(_ path: String) async throws {
        try await withSite { site in
            let before = try await tag(site, path)
            var course = try TestCourse.authored()
            course.outline.summary = "Une autre phrase."
            _ = try await site.campus.campus.apply(course)
            #expect(try await tag(site, path) != before)
        }
    }

    @Test("what the frame shows of a person changes the tag: a new role brings a new menu", arguments: paths)
    func roles(_ path: String) async throws {
        try await withSite { site in
            let before = try await site.get(path, as: .learner)
            let (person, cohort, now) = (site.campus[.learner].id, site.campus.outsideCohort, site.clock.now)
            try await site.campus.database.write { try MembershipStore().join(person, cohort, as: .tutor, at: now, in: $0) }
            site.campus.campus.dropCaches()
            let tag = try #require(before.headers[.eTag])
            let after = try await site.get(path, as: .learner, headers: [.ifNoneMatch: tag])
            #expect(after.status == 200)
            #expect(after.text.contains("href=\"/cohorts\""))
        }
    }

    @Test("a corrected name is shown at once", arguments: paths)
    func names(_ path: String) async throws {
        try await withSite { site in
            let tag = try await tag(site, path)
            let person = site.campus[.learner].id
            let name = try PersonName(given: "Samira", family: "Ben Ali")
            try await site.campus.database.write { try PersonStore().setName(name, of: person, in: $0) }
            site.campus.campus.dropCaches()
            let after = try await site.get(path, as: .learner, headers: [.ifNoneMatch: tag])
            #expect(after.status == 200)
        }
    }

    @Test("the same tag means the same bytes", arguments: paths)
    func strong(_ path: String) async throws {
        try await withSite { site in
            let first = try await site.get(path, as: .learner)
            site.clock.advance(seconds: 30)
            let second = try await site.get(path, as: .learner)
            #expect(first.headers[.eTag] == second.headers[.eTag])
            #expect(first.body == second.body)
        }
    }
}

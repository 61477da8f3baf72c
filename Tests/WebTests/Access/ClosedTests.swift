import Accounts
import Campus
import CourseContent
import Essentials
import HTTPTypes
import Progress
import TestSupport
import Testing

@Suite("An activity that is not open")
struct ClosedTests {
    /// The test course, with a restriction on its quiz and on its reading.
    private func publish(_ restriction: Restriction, on key: String, at site: TestSite) async throws {
        var course = try TestCourse.authored()
        for module in course.outline.modules.indices {
            for activity in course.outline.modules[module].activities.indices
            where course.outline.modules[module].activities[activity].id == key {
                course.outline.modules[module].activities[activity].restriction = restriction
            }
        }
        _ = try await site.campus.campus.apply(course)
    }

    @Test("its page says what opens it; nothing can be begun; what it waits for opens it")
    func waits() async throws {
        try await withSite { site in
            try await publish(Restriction(after: [TestCourse.welcome]), on: TestCourse.quiz, at: site)
            let page = Address.activity(TestCourse.quiz)
            let closed = try await site.get(page, as: .learner, accept: Answer.json).object()
            #expect(closed["isClosed"] as? Bool == true)
            #expect(closed["questions"] == nil)
            let html = try await site.get(page, as: .learner).text
            #expect(html.contains(Address.activity(TestCourse.welcome)))
            #expect(try await site.post(page + "/attempts", as: .learner, accept: Answer.json).status == 403)
            let events = "{\"events\":[{\"id\":\"0192f0aa-1111-7222-8333-444455556666\",\"kind\":\"opened\",\"occurredAt\":0}]}"
            #expect(try await site.post(page + "/events", .json(events), as: .learner, accept: Answer.json).status == 403)
            // Those who only look are not kept out.
            #expect(try await site.get(page, as: .tutor, accept: Answer.json).object()["isClosed"] == nil)

            let outline = try await site.get(Address.course, as: .learner)
            #expect(outline.text.contains("step-closed"))
            let tag = try #require(outline.headers[.eTag])
            _ = try await site.post(Address.events(TestCourse.welcome), .form("kind=reached-end"), as: .learner)
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["isClosed"] == nil)
            #expect(try await site.post(page + "/attempts", as: .learner, accept: Answer.json).status == 201)
            let after = try await site.get(Address.course, as: .learner)
            #expect(after.headers[.eTag] != tag)
            #expect(!after.text.contains("step-closed"))
        }
    }

    @Test("a day opens and closes it; an attempt that was begun can be finished, and a tag never outlives its day")
    func days() async throws {
        try await withSite { site in
            // The tests' day is 15 September 2026.
            let days = Restriction(
                from: .date(CalendarDay(trusted: "2026-09-16")), until: .date(CalendarDay(trusted: "2026-09-16")))
            try await publish(days, on: TestCourse.quiz, at: site)
            let attempts = Address.activity(TestCourse.quiz) + "/attempts"
            #expect(try await site.post(attempts, as: .learner, accept: Answer.json).status == 403)
            let before = try #require(try await site.get(Address.course, as: .learner).headers[.eTag])
            site.campus.clock.advance(seconds: 86_400)
            #expect(try await site.get(Address.course, as: .learner).headers[.eTag] != before)
            let begun = try await site.post(attempts, as: .learner, accept: Answer.json)
            #expect(begun.status == 201)
            site.campus.clock.advance(seconds: 86_400)
            let again = try await site.post(attempts, as: .learner, accept: Answer.json)
            #expect(again.status == 200)
            let id = try #require(try again.object()["attempt"] as? String)
            #expect(try await site.post("/attempts/\(id)/submission", as: .learner, accept: Answer.json).status == 200)
            #expect(try await site.post(attempts, as: .learner, accept: Answer.json).status == 403)
        }
    }

    @Test("a group opens it for its own")
    func groups() async throws {
        try await withSite { site in
            try await publish(Restriction(groups: ["matin"]), on: TestCourse.tags, at: site)
            let page = Address.activity(TestCourse.tags)
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["isClosed"] as? Bool == true)
            let campus = site.campus.campus
            _ = try await campus.addGroup(key: "matin", title: "Matin", to: TestCampus.cohortKey)
            let login = site.campus[.learner].login
            _ = try await campus.enrol([login], in: TestCampus.cohortKey, as: .learner, group: "matin")
            #expect(try await site.get(page, as: .learner, accept: Answer.json).object()["isClosed"] == nil)
        }
    }
}
